/* How smquiz compares with programs that do the same visible and durable work by the shortest
 * means: alternating runs, medians, and the median of the ratios of each pair.
 *   speed SMQUIZ FLOORS BANK STORE SCREENS
 * FLOORS is the folder of the floor programs, BANK the folder of the bank that smquiz reads; STORE
 * is the store as each run is to find it, SCREENS a file of ours.  What the programs need to know
 * of their home is in the environment; XDG_DATA_HOME has a folder "smquiz".
 * PAIRS=n says how many pairs, ONLY=name which benchmark.  PROFILE=command (words with blanks in
 * between, found by PATH) runs smquiz under that command, once and unmeasured.  Ends with a failure
 * when something could not be measured, never because something was slow. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bench/speed_run.h"

enum {
    PAIRS_USUAL = 15,
    PAIRS_MAX = 1000,
    ARGUMENTS = 8,
    ROWS = 9,
    PROFILE_WORDS = 16,
    PATH_SIZE = 4096,
    USAGE = 64
};

/* What brought a frame, and what is measured of it or of the whole run. */
enum step { STEP_FIRST, STEP_KEY, STEP_NEXT, STEP_ANSWER };
enum what { WHAT_END, WHAT_MS, WHAT_SEEN, WHAT_BYTES, WHAT_PEAK, WHAT_WORK };

/* One line of the result. */
struct row {
    enum what what;
    enum step step; /* of the frames after this */
    const char *name;
    double bar; /* at most so many times the floor's; 0: told without a bar */
};

struct benchmark {
    const char *name;
    const char *arguments[ARGUMENTS]; /* of smquiz, before --no-motion */
    const char *floor;
    bool stack;           /* the floor reads bank and store */
    const char *keys[2];  /* typed in turn */
    enum step steps[2];   /* what they ask for */
    int count;            /* how many are typed */
    const char *shows[3]; /* what stands last on the first screen, and after either key */
    struct row rows[ROWS];
};

static const struct benchmark benchmarks[] = {
    {.name = "practice",
     .arguments = {"practice", "--seed", "1"},
     .floor = "floor_stack",
     .stack = true,
     .keys = {"s", "\r"},
     .steps = {STEP_ANSWER, STEP_NEXT},
     .count = 22,
     .shows = {"space: not sure", "Enter", "space: not sure"},
     .rows = {{WHAT_MS, STEP_FIRST, "first card", 1.1},
              {WHAT_BYTES, STEP_FIRST, "  its bytes", 1.2},
              {WHAT_MS, STEP_ANSWER, "answer, stored and judged", 1.3},
              {WHAT_BYTES, STEP_ANSWER, "  its bytes", 1.2},
              {WHAT_MS, STEP_NEXT, "next card", 1.3},
              {WHAT_BYTES, STEP_NEXT, "  its bytes", 1.2},
              {WHAT_PEAK, STEP_FIRST, "peak memory", 1.5},
              {WHAT_WORK, STEP_FIRST, "processor time of the run", 0}}},
    {.name = "menu",
     .floor = "floor_curses",
     .keys = {"j", "k"},
     .steps = {STEP_KEY, STEP_KEY},
     .count = 30,
     .shows = {"Enter: choose", "Enter: choose", "Enter: choose"},
     .rows = {{WHAT_SEEN, STEP_FIRST, "menu", 1.5},
              {WHAT_BYTES, STEP_FIRST, "  its bytes", 1.2},
              {WHAT_MS, STEP_FIRST, "menu with all figures", 0},
              {WHAT_MS, STEP_KEY, "cursor of the menu", 1.3},
              {WHAT_BYTES, STEP_KEY, "  its bytes", 1.2}}},
    {.name = "help",
     .arguments = {"practice", "--seed", "1"},
     .floor = "floor_curses",
     .keys = {"?", "?"},
     .steps = {STEP_KEY, STEP_KEY},
     .count = 30,
     .shows = {"space: not sure", "Ctrl-L", "space: not sure"},
     .rows = {{WHAT_MS, STEP_KEY, "help comes and goes", 1.3},
              {WHAT_BYTES, STEP_KEY, "  its bytes", 1.2}}},
};

struct places {
    const char *smquiz, *floors, *bank, *store, *screens;
    char live[PATH_SIZE]; /* the store as smquiz finds it */
};

/* What one benchmark needs while it goes on. */
struct bench {
    const struct benchmark *mark;
    const struct places *places;
    const char *smquiz[PROFILE_WORDS + ARGUMENTS + 3], *floor[ARGUMENTS];
    char floor_path[PATH_SIZE];
    const char *keys[FRAMES_MAX];
    struct picture pictures[FRAMES_MAX];
    int pairs;
    struct run_figures figures[2][PAIRS_MAX]; /* of smquiz and of the floor */
};

/* ---- the store ---- */

static bool copy(const char *from, const char *to)
{
    static char bytes[1 << 16];
    int in = open(from, O_RDONLY), out = open(to, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    ssize_t got = -1;
    bool ok = in >= 0 && out >= 0;

    while (ok && (got = read(in, bytes, sizeof bytes)) > 0)
        ok = write(out, bytes, (size_t)got) == got;
    ok = ok && got == 0 && fsync(out) == 0; /* so that no run pays for another's bytes */
    ok = close(out) == 0 && ok;
    close(in);
    return ok;
}

/* The store as each run is to find it. */
static bool restore(const struct places *places)
{
    static const char *const journals[] = {"-wal", "-shm"};
    char path[PATH_SIZE + 8];

    for (size_t i = 0; i < sizeof journals / sizeof journals[0]; i++) {
        snprintf(path, sizeof path, "%s%s", places->live, journals[i]);
        if (unlink(path) != 0 && errno != ENOENT)
            return false;
    }
    return copy(places->store, places->live);
}

/* ---- measuring ---- */

static enum step step_of(const struct benchmark *mark, int frame)
{
    return frame == 0 ? STEP_FIRST : mark->steps[(frame - 1) % 2];
}

/* smquiz's command line, behind that of what watches it (NULL: nothing). */
static void command(struct bench *b, const struct benchmark *mark, const char *profile)
{
    static char words[PATH_SIZE];
    char *rest = NULL;
    size_t at = 0;

    snprintf(words, sizeof words, "%s", profile == NULL ? "" : profile);
    for (char *word = strtok_r(words, " ", &rest); word != NULL && at < PROFILE_WORDS;
         word = strtok_r(NULL, " ", &rest))
        b->smquiz[at++] = word;
    b->smquiz[at++] = b->places->smquiz;
    for (size_t i = 0; i < ARGUMENTS && mark->arguments[i] != NULL; i++)
        b->smquiz[at++] = mark->arguments[i];
    b->smquiz[at++] = "--no-motion";
    b->smquiz[at] = NULL;
}

static void set_up(struct bench *b, const struct benchmark *mark, const struct places *places)
{
    b->mark = mark;
    b->places = places;
    command(b, mark, NULL);
    snprintf(b->floor_path, sizeof b->floor_path, "%s/%s", places->floors, mark->floor);
    b->floor[0] = b->floor_path;
    b->floor[1] = places->screens;
    b->floor[2] = mark->stack ? places->bank : NULL;
    b->floor[3] = places->live;
    b->floor[4] = getenv("LEARNER");
    b->floor[5] = NULL;
    for (int i = 0; i < mark->count; i++)
        b->keys[i] = mark->keys[i % 2];
}

static bool measure(struct bench *b, bool floor, bool learn, struct run_figures *out)
{
    struct run_setup setup = {.argv = floor ? b->floor : b->smquiz,
                              .keys = b->keys,
                              .frames = b->mark->count + 1,
                              .seen = b->mark->shows[0]};

    if (restore(b->places) && run_measure(&setup, b->pictures, learn, out))
        return true;
    fprintf(stderr, "%s could not be measured: %s\n", setup.argv[0], b->mark->name);
    return false;
}

/* Takes smquiz's screens and writes them down for the floor. */
static bool learn(struct bench *b)
{
    struct run_figures ignored;
    FILE *out;
    bool ok = measure(b, false, true, &ignored);

    for (int i = 0; ok && i <= b->mark->count; i++) {
        const char *text = b->mark->shows[i == 0 ? 0 : 1 + (i - 1) % 2];

        ok = picture_has(&b->pictures[i], text);
        if (!ok) {
            fprintf(stderr, "%s: screen %d does not show '%s':\n", b->mark->name, i, text);
            picture_print(&b->pictures[i], stderr);
        }
    }
    out = ok ? fopen(b->places->screens, "wb") : NULL;
    ok = out != NULL;
    for (int i = 0; ok && i <= b->mark->count; i++)
        ok = picture_write(&b->pictures[i], i == 0 ? NULL : &b->pictures[i - 1],
                           step_of(b->mark, i) == STEP_ANSWER, out);
    return (out == NULL || fclose(out) == 0) && ok;
}

static bool measure_pairs(struct bench *b)
{
    for (int i = 0; i < b->pairs; i++) {
        int first = i % 2; /* neither is always the one that comes after the other */

        if (!measure(b, first == 1, false, &b->figures[first][i]) ||
            !measure(b, first == 0, false, &b->figures[1 - first][i]))
            return false;
    }
    return true;
}

/* ---- telling ---- */

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double median(double *numbers, int count)
{
    qsort(numbers, (size_t)count, sizeof *numbers, by_size);
    return count % 2 ? numbers[count / 2] : (numbers[count / 2 - 1] + numbers[count / 2]) / 2;
}

/* The row's figure of one run: the time of many frames is their lower quartile.  The slower ones
 * have waited for somebody else; with their median, a program beside itself came to ratios between
 * 0.6 and 1.3 on a machine at work, with this to 0.97 to 1.03. */
static double figure(const struct bench *b, int program, int pair, const struct row *row)
{
    const struct run_figures *f = &b->figures[program][pair];
    double all[FRAMES_MAX], bytes = 0;
    int count = 0;

    if (row->what == WHAT_SEEN)
        return f->seen_ms;
    if (row->what == WHAT_PEAK)
        return f->peak_kb;
    if (row->what == WHAT_WORK)
        return f->work_ms;
    for (int i = 0; i <= b->mark->count; i++)
        if (step_of(b->mark, i) == row->step) {
            all[count++] = f->ms[i];
            bytes += f->bytes[i];
        }
    if (row->what == WHAT_BYTES)
        return bytes / count;
    qsort(all, (size_t)count, sizeof *all, by_size);
    return all[(count - 1) / 4];
}

static void tell(const struct bench *b, const struct row *row)
{
    static double of[2][PAIRS_MAX], ratios[PAIRS_MAX];
    const char *unit = row->what == WHAT_BYTES ? "B " : row->what == WHAT_PEAK ? "kB" : "ms";
    int digits = *unit == 'm' ? 3 : 0;

    for (int i = 0; i < b->pairs; i++) {
        for (int program = 0; program < 2; program++)
            of[program][i] = figure(b, program, i, row);
        ratios[i] = of[0][i] / of[1][i];
    }
    double ratio = median(ratios, b->pairs);
    printf("%-28s %9.*f %s %9.*f %s %8.2f", row->name, digits, median(of[0], b->pairs), unit,
           digits, median(of[1], b->pairs), unit, ratio);
    if (row->bar > 0)
        printf("  %4.2f %s", row->bar, ratio <= row->bar ? "met" : "missed");
    printf("\n");
}

static bool run(struct bench *b, const struct benchmark *mark, const struct places *places)
{
    const char *profile = getenv("PROFILE");

    set_up(b, mark, places);
    if (!learn(b))
        return false;
    if (profile != NULL) {
        command(b, mark, profile);
        return measure(b, false, false, &b->figures[0][0]);
    }
    if (!measure_pairs(b))
        return false;
    for (const struct row *row = mark->rows; row->what != WHAT_END; row++)
        tell(b, row);
    fflush(stdout);
    return true;
}

int main(int argc, char **argv)
{
    const char *data = getenv("XDG_DATA_HOME"), *pairs = getenv("PAIRS"), *only = getenv("ONLY");
    struct bench *b = calloc(1, sizeof *b);
    bool ok = true;

    if (argc != 6 || data == NULL || getenv("LEARNER") == NULL || b == NULL)
        return USAGE;
    struct places places = {argv[1], argv[2], argv[3], argv[4], argv[5], ""};
    snprintf(places.live, sizeof places.live, "%s/smquiz/smquiz.db", data);
    b->pairs = pairs == NULL ? PAIRS_USUAL : (int)strtol(pairs, NULL, 10);
    if (b->pairs < 1 || b->pairs > PAIRS_MAX)
        return USAGE;
    printf("%d pairs, 80 x 24, medians%-8s %12s %12s %8s  bar\n", b->pairs, "", "smquiz", "floor",
           "ratio");
    for (size_t i = 0; i < sizeof benchmarks / sizeof benchmarks[0]; i++)
        if (only == NULL || strcmp(only, benchmarks[i].name) == 0)
            ok = run(b, &benchmarks[i], &places) && ok;
    free(b);
    return !ok;
}
