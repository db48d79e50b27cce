/* Measures what reads a store: one learner's progress among many, and reports over all answers. */
#include "bench/growth_store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bench/growth_pairs.h"

#define ANSWERS "1000"
#define TOTAL "1000000"

enum { PATH_SIZE = 512 };

struct world {
    const char *program;
    char make_store[PATH_SIZE], floor[PATH_SIZE]; /* programs */
    char small[PATH_SIZE], large[PATH_SIZE];      /* stores */
};

static bool time_command(void *context, double *ms)
{
    return growth_time_program(context, ms);
}

static bool make_store(const struct world *w, const char *path, const char *total)
{
    const char *const argv[] = {w->make_store, "questions", path, "anna", ANSWERS, total, NULL};
    double ms;
    return growth_time_program(argv, &ms);
}

static void remove_store(const char *path)
{
    static const char *const endings[] = {"", "-wal", "-shm", "-journal"};
    for (size_t i = 0; i < ARRAY_LEN(endings); i++) {
        char name[PATH_SIZE + 16];
        snprintf(name, sizeof name, "%s%s", path, endings[i]);
        unlink(name);
    }
}

static bool bench_progress(const struct world *w)
{
    static const char *const formats[] = {"json", "text", "csv"};
    bool good = true;
    for (size_t i = 0; i < ARRAY_LEN(formats); i++) {
        const char *large[] = {w->program, "progress", "-b",       "questions", "--store", w->large,
                               "-l",       "anna",     "--format", formats[i],  NULL};
        const char *small[ARRAY_LEN(large)];
        memcpy(small, large, sizeof large);
        small[5] = w->small;
        char name[64];
        snprintf(name, sizeof name, "progress --format %s, 1,000 of 10^6 answers", formats[i]);
        const struct growth_pair pair = {name, time_command, time_command, large, small, 3};
        good = growth_compare(&pair, NULL) && good;
    }
    return good;
}

/* What reads all answers of a store: the report on what was flagged, which counts everybody's first
 * answers to each card, and the export, which writes them all. */
static bool bench_reports(const struct world *w)
{
    const char *flags[] = {w->program,  "bank",    "flags",  "-b",
                           "questions", "--store", w->large, NULL};
    const char *csv[] = {w->program, "export", "--format", "csv", "--store", w->large, NULL};
    const char *floor[] = {w->floor, w->large, NULL};
    const struct growth_pair pairs[] = {
        {"bank flags over 10^6 answers", time_command, time_command, flags, floor, 1.5},
        {"export --format csv, 10^6 answers", time_command, time_command, csv, floor, 1.5}};
    bool good = true;
    for (size_t i = 0; i < ARRAY_LEN(pairs); i++)
        good = growth_compare(&pairs[i], NULL) && good;
    return good;
}

bool growth_stores(const char *program, const char *folder, bool progress, bool reports)
{
    struct world w = {.program = program};
    const char *slash = strrchr(program, '/');
    int beside = slash ? (int)(slash - program) : 0;
    snprintf(w.make_store, sizeof w.make_store, "%.*s/tests/bench/speed_store", beside, program);
    snprintf(w.floor, sizeof w.floor, "%.*s/tests/bench/floor_rows", beside, program);
    snprintf(w.small, sizeof w.small, "%s/small.db", folder);
    snprintf(w.large, sizeof w.large, "%s/large.db", folder);
    /* nobody's settings, nobody's bank */
    setenv("HOME", folder, 1);
    setenv("XDG_CONFIG_HOME", folder, 1);
    setenv("XDG_DATA_HOME", folder, 1);
    bool good = make_store(&w, w.small, ANSWERS) && make_store(&w, w.large, TOTAL);
    if (good && progress)
        good = bench_progress(&w);
    if (good && reports)
        good = bench_reports(&w);
    remove_store(w.small);
    remove_store(w.large);
    return good;
}
