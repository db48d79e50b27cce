/* Plays every tests/screens/NAME.t through the scripted front end and compares what was shown with
 * NAME.golden.  UPDATE=1 in the environment writes the goldens anew.
 *
 * The first line of a script is its setup: "run home", "run progress", "run guide" or "run MODE",
 * then any of: seed N, cards N, minutes N, pass N, adaptive, size C R, ascii, lines, pipe (nobody
 * at a terminal), unkept, motion, clues (ask what gave it away), streaks, fails N (the first N
 * appends to the store fail), strange (the learner has met nothing; otherwise one card of every
 * principle was sorted rightly the day before), keys (some are bound otherwise: see rebound),
 * corrected N (of the first N cards, each answered earlier, the keys were corrected since), bank
 * NAME (tests/screens/NAME.cfg).  A line "again" starts the program once more over the same store,
 * "again N" does so N days later, "again N progress" (or guide, home, MODE) starts that instead. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/guide.h"
#include "app/home.h"
#include "app/progress.h"
#include "app/record.h"
#include "app/say.h"
#include "app/told.h"
#include "io/bank_file.h"
#include "io/store_mem.h"
#include "screens/watched.h"
#include "ui/ui_script.h"
#include "unit/golden.h"

enum { PATH_SIZE = 512, SCRIPTS_MAX = 128, DAY_MS = 24 * 60 * 60 * 1000 };

/* Monday, 24 November 2025, 16:00 UTC, an hour later on the learner's clock. */
static const struct now start_of_time = {.utc_ms = INT64_C(1764000000000), .utc_offset_min = 60};

static const struct learner ada = {.id = "01890000-0000-7000-8000-000000000001", .name = "Ada"};

struct setup {
    bool home, progress, guide, ascii, lines, pipe, unkept, motion, clues, streaks, strange, keys;
    int cols, rows, fails, corrected;
    char bank[64];
    uint64_t seed;
    struct rules rules;
};

static struct watched_sight sights[WATCHED_SIGHTS];

/* A store that refuses its first appends. */
struct failing {
    struct store store;
    struct store *inner;
    int fails;
};

static struct failing *failing_of(struct store *s)
{
    return (struct failing *)(void *)s;
}

static bool failing_find(struct store *s, const char *name, struct learner *out, bool *found,
                         struct err *e)
{
    struct store *inner = failing_of(s)->inner;
    return inner->ops->find_learner(inner, name, out, found, e);
}

static bool failing_append(struct store *s, const struct learner *learner, const struct run *run,
                           const struct event *event, struct err *e)
{
    struct failing *failing = failing_of(s);
    if (failing->fails-- > 0)
        return err_set(e, STATUS_IO, "The disk is full: make room, then try again.");
    return failing->inner->ops->append(failing->inner, learner, run, event, e);
}

static bool failing_each(struct store *s, const char *learner_id, answer_fn *fn, void *context,
                         struct err *e)
{
    struct store *inner = failing_of(s)->inner;
    return inner->ops->each_past(inner, learner_id, fn, context, e);
}

static bool failing_open_run(struct store *s, const char *learner_id, const char *bank_id,
                             struct run_log *out, bool *found, struct err *e)
{
    struct store *inner = failing_of(s)->inner;
    return inner->ops->open_run(inner, learner_id, bank_id, out, found, e);
}

static bool failing_append_told(struct store *s, const struct told *told, size_t count,
                                struct err *e)
{
    struct store *inner = failing_of(s)->inner;
    return inner->ops->append_told(inner, told, count, e);
}

static bool failing_each_told(struct store *s, const char *learner_id, told_fn *fn, void *context,
                              struct err *e)
{
    struct store *inner = failing_of(s)->inner;
    return inner->ops->each_told(inner, learner_id, fn, context, e);
}

static const struct store_ops failing_ops = {.find_learner = failing_find,
                                             .append = failing_append,
                                             .each_past = failing_each,
                                             .append_told = failing_append_told,
                                             .each_told = failing_each_told,
                                             .open_run = failing_open_run};

static char *read_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    struct str text = {0};
    char buffer[4096];
    size_t len;
    str_add(&text, "");
    while (file && (len = fread(buffer, 1, sizeof buffer, file)) > 0)
        str_addn(&text, buffer, len);
    if (file)
        fclose(file);
    return text.data;
}

/* Reads the number behind a word of the setup, if the word is there. */
static void read_number(const char *line, const char *word, int *number)
{
    const char *at = strstr(line, word);
    if (at)
        *number = (int)strtol(at + strlen(word), NULL, 10);
}

/* What is started: a word behind "run" or "again"; false when there is no such thing. */
static bool read_start(const char *word, struct setup *setup, enum mode *mode)
{
    setup->home = strcmp(word, "home") == 0;
    setup->progress = strcmp(word, "progress") == 0;
    setup->guide = strcmp(word, "guide") == 0;
    return setup->home || setup->progress || setup->guide || mode_from_id(word, mode);
}

/* Reads what stands behind "again": how many days later, and what is started instead; returns what
 * follows. */
static char *read_again(char *at, struct setup *setup, int *days)
{
    char word[16] = "";
    *days += (int)strtol(at, &at, 10);
    if (*at == ' ')
        at++;
    size_t len = strcspn(at, "\n");
    snprintf(word, sizeof word, "%.*s", (int)len, at);
    if (len)
        assert_true(read_start(word, setup, &setup->rules.mode));
    return at + len;
}

static void read_setup(const char *line, struct setup *setup)
{
    char word[16] = "", bank[32] = "bank";
    enum mode mode = MODE_PRACTICE;
    *setup = (struct setup){.cols = 80, .rows = 24, .seed = 7};
    assert_int_equal(sscanf(line, "run %15s", word), 1);
    assert_true(read_start(word, setup, &mode));
    setup->rules = rules_default(mode);
    setup->ascii = strstr(line, " ascii") != NULL;
    setup->lines = strstr(line, " lines") != NULL;
    setup->pipe = strstr(line, " pipe") != NULL;
    setup->unkept = strstr(line, " unkept") != NULL;
    setup->motion = strstr(line, " motion") != NULL;
    setup->clues = strstr(line, " clues") != NULL;
    setup->streaks = strstr(line, " streaks") != NULL;
    setup->strange = strstr(line, " strange") != NULL;
    setup->keys = strstr(line, " keys") != NULL;
    setup->rules.adaptive = strstr(line, " adaptive") != NULL;
    const char *at;
    if ((at = strstr(line, " seed ")))
        setup->seed = strtoull(at + 6, NULL, 10);
    read_number(line, " cards ", &setup->rules.length);
    read_number(line, " minutes ", &setup->rules.minutes);
    read_number(line, " pass ", &setup->rules.pass);
    read_number(line, " fails ", &setup->fails);
    read_number(line, " corrected ", &setup->corrected);
    if ((at = strstr(line, " size ")))
        assert_int_equal(sscanf(at, " size %d %d", &setup->cols, &setup->rows), 2);
    if ((at = strstr(line, " bank ")))
        assert_int_equal(sscanf(at, " bank %31s", bank), 1);
    snprintf(setup->bank, sizeof setup->bank, "tests/screens/%s.cfg", bank);
}

/* The table's keys, or some of them bound otherwise. */
static struct keymap rebound(bool otherwise)
{
    static const struct {
        enum action action;
        const char *keys;
    } changes[] = {{ACTION_SALES, "d Left"},  {ACTION_MARKETING, "g Right"},
                   {ACTION_UNSURE, "PageUp"}, {ACTION_PAGE_UP, "b"},
                   {ACTION_NEXT, "Space"},    {ACTION_DOWN, "n"},
                   {ACTION_PLAIN, "F1"},      {ACTION_HELP, "?"},
                   {ACTION_RETRY, "o"},       {ACTION_QUIT, "y"}};
    struct keymap keys = keymap_default();
    struct err e = {0};
    for (size_t i = 0; otherwise && i < ARRAY_LEN(changes); i++)
        assert_true(keymap_bind(&keys, changes[i].action, changes[i].keys, &e));
    for (size_t i = 0; otherwise && i < ARRAY_LEN(changes); i++)
        assert_true(keymap_check(&keys, changes[i].action, &e));
    return keys;
}

/* The clock of a script: it begins so many days after the start of time. */
struct script_time {
    const struct ui *ui;
    int days;
};

static struct now script_clock(void *context)
{
    const struct script_time *time = context;
    struct now now = start_of_time;
    now.mono_ms = ui_script_clock_ms(time->ui);
    now.utc_ms += now.mono_ms + (int64_t)time->days * DAY_MS;
    return now;
}

/* Stores an event of a run of the day before. */
static void store_earlier(struct store *store, const struct run *run, struct event event,
                          struct rng *ids)
{
    struct err e;
    event.utc_ms = run->started_utc_ms + event.sequence;
    uuid7(event.id, event.utc_ms, ids);
    memcpy(event.run, run->id, UUID_SIZE);
    assert_true(store->ops->append(store, &ada, run, &event, &e));
}

/* The day before, one card of every principle was sorted, rightly and surely. */
static void meet_every_principle(struct store *store, const struct bank *bank)
{
    struct rng ids = rng_seeded(1);
    struct run run = {.mode = "practice",
                      .rules = "",
                      .bank = bank->id,
                      .items = "",
                      .session = "",
                      .part = "",
                      .started_utc_ms = start_of_time.utc_ms - DAY_MS};
    int sequence = 0;
    uuid7(run.id, run.started_utc_ms, &ids);
    memcpy(run.learner, ada.id, UUID_SIZE);
    for (int p = 0; p < bank->principle_count; p++) {
        int at = 0;
        while (bank->activities[at].principle != p)
            at++;
        const struct activity *card = &bank->activities[at];
        char name[128];
        snprintf(name, sizeof name, "%s:%s", bank->id, card->ref);
        struct event answer = {.kind = EVENT_ANSWER,
                               .sequence = ++sequence,
                               .activity = name,
                               .wording = card->wording,
                               .keyed = card->side,
                               .choice = card->side,
                               .sure = true,
                               .note = ""};
        store_earlier(store, &run, answer, &ids);
    }
    struct event end = {.kind = EVENT_END,
                        .sequence = ++sequence,
                        .activity = "",
                        .keyed = SIDE_NONE,
                        .choice = SIDE_NONE,
                        .note = "done"};
    store_earlier(store, &run, end, &ids);
}

/* An answer from before the key of the card was corrected. */
static struct past corrected_since(const struct bank *bank, int activity)
{
    const struct activity *card = &bank->activities[activity];
    enum side then = side_other(card->side);
    return (struct past){
        .activity = activity,
        .wording = card->wording,
        .graded = {.keyed = card->side, .choice = then, .sure = true, .mode = MODE_PRACTICE},
        .keyed_then = then};
}

/* One start of the program over the store; what is shown goes into the transcript. */
static void play_part(const struct setup *setup, const struct bank *bank, struct store *store,
                      const char *steps, int days, struct str *transcript)
{
    struct script_time time = {.days = days};
    struct watched watched;
    const struct keymap keys = rebound(setup->keys);
    struct app app = {.bank = bank,
                      .store = store,
                      .ids = rng_seeded(transcript->len + 1),
                      .seeds = rng_seeded(setup->seed),
                      .interactive = !setup->pipe,
                      .motion = setup->motion,
                      .clues = setup->clues,
                      .now = script_clock,
                      .now_context = &time,
                      .learner = ada};
    app.scene = (struct scene){.bank = bank,
                               .unkept = setup->unkept,
                               .clock = true,
                               .streaks = setup->streaks,
                               .charset = setup->ascii ? CHARSET_ASCII : CHARSET_UTF8,
                               .keys = &keys};
    app.ui = ui_script_open(steps, &keys, setup->cols, setup->rows, setup->lines, transcript);
    time.ui = app.ui;
    watch_app(&watched, &app, sights);
    assert_true(record_load_history(&app, NULL, &app.err));
    for (int i = 0; i < setup->corrected; i++)
        history_add(&app.history, corrected_since(bank, i));
    enum outcome told = told_run(&app);
    enum outcome outcome = told != OUTCOME_DONE ? told
                           : setup->home        ? home_run(&app)
                           : setup->progress    ? progress_run(&app)
                           : setup->guide       ? guide_run(&app, -1)
                                                : home_play(&app, &setup->rules, false);
    if (outcome == OUTCOME_FAILED)
        str_addf(transcript, "failed: %s\n", app.err.text);
    app.ui->ops->close(app.ui);
    app_release(&app);
}

static void play_script(void **state)
{
    const char *path = *state;
    char golden[PATH_SIZE];
    snprintf(golden, sizeof golden, "%.*s.golden", (int)(strlen(path) - 2), path);
    char *script = read_file(path);
    struct setup setup;
    char *part = script + strcspn(script, "\n");
    char *steps = *part ? part + 1 : part;
    *part = '\0'; /* the words of the setup, and not those of the comments below it */
    read_setup(script, &setup);

    struct bank_layer layer = {.path = setup.bank};
    struct faults faults = {0};
    struct err e;
    struct bank *bank = bank_load(&layer, 1, NULL, &faults, &e);
    assert_non_null(bank);
    struct failing store = {{&failing_ops}, store_mem_open(), setup.fails};
    if (!setup.strange)
        meet_every_principle(store.inner, bank);

    struct str transcript = {0};
    part = steps;
    for (int days = 0; part;) {
        char *end = strstr(part, "\nagain");
        if (end)
            *end = '\0';
        play_part(&setup, bank, &store.store, part, days, &transcript);
        part = end ? end + strlen("\nagain") : NULL;
        if (part) {
            part = read_again(part, &setup, &days);
            str_add(&transcript, "=== again\n");
        }
    }
    golden_compare(golden, &transcript);

    str_free(&transcript);
    store.inner->ops->close(store.inner);
    bank_free(bank);
    faults_free(&faults);
    free(script);
}

int main(void)
{
    struct CMUnitTest tests[SCRIPTS_MAX];
    glob_t scripts;
    if (getenv("SHOWN"))
        say_start(); /* in the language of whoever wants to see it */
    if (glob("tests/screens/*.t", 0, NULL, &scripts) != 0 || scripts.gl_pathc > SCRIPTS_MAX)
        return 1;
    for (size_t i = 0; i < scripts.gl_pathc; i++)
        tests[i] = (struct CMUnitTest){.name = scripts.gl_pathv[i],
                                       .test_func = play_script,
                                       .initial_state = scripts.gl_pathv[i]};
    int failed = _cmocka_run_group_tests("screens", tests, scripts.gl_pathc, NULL, NULL);
    globfree(&scripts);
    return failed;
}
