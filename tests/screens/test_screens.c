/* Plays every tests/screens/NAME.t through the scripted front end and compares what was shown with
 * NAME.golden.  UPDATE=1 in the environment writes the goldens anew.
 *
 * The first line of a script is its setup: "run home" or "run practice", then any of: seed N,
 * cards N, size C R, ascii, lines, pipe (nobody at a terminal), unkept, motion, fails N (the first
 * N appends to the store fail), met (one earlier answer is in the store).  A line "again" starts
 * the program once more over the same store. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/home.h"
#include "app/record.h"
#include "io/bank_file.h"
#include "io/store_mem.h"
#include "ui/ui_script.h"

enum { PATH_SIZE = 512, SCRIPTS_MAX = 64 };

/* Monday, 24 November 2025, 16:00 UTC, an hour later on the learner's clock. */
static const struct now start_of_time = {.utc_ms = INT64_C(1764000000000), .utc_offset_min = 60};

struct setup {
    bool home, ascii, lines, pipe, unkept, motion, met;
    int cols, rows, fails;
    uint64_t seed;
    struct rules rules;
};

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
    return inner->ops->each_answer(inner, learner_id, fn, context, e);
}

static bool failing_open_run(struct store *s, const char *learner_id, const char *bank_id,
                             struct run_log *out, bool *found, struct err *e)
{
    struct store *inner = failing_of(s)->inner;
    return inner->ops->open_run(inner, learner_id, bank_id, out, found, e);
}

static const struct store_ops failing_ops = {.find_learner = failing_find,
                                             .append = failing_append,
                                             .each_answer = failing_each,
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

static void read_setup(const char *line, struct setup *setup)
{
    *setup = (struct setup){.cols = 80, .rows = 24, .seed = 7};
    setup->rules = rules_default(MODE_PRACTICE);
    setup->home = strncmp(line, "run home", 8) == 0;
    assert_true(setup->home || strncmp(line, "run practice", 12) == 0);
    setup->ascii = strstr(line, " ascii") != NULL;
    setup->lines = strstr(line, " lines") != NULL;
    setup->pipe = strstr(line, " pipe") != NULL;
    setup->unkept = strstr(line, " unkept") != NULL;
    setup->motion = strstr(line, " motion") != NULL;
    setup->met = strstr(line, " met") != NULL;
    const char *at;
    if ((at = strstr(line, " seed ")))
        setup->seed = strtoull(at + 6, NULL, 10);
    if ((at = strstr(line, " cards ")))
        setup->rules.length = (int)strtol(at + 7, NULL, 10);
    if ((at = strstr(line, " fails ")))
        setup->fails = (int)strtol(at + 7, NULL, 10);
    if ((at = strstr(line, " size ")))
        assert_int_equal(sscanf(at, " size %d %d", &setup->cols, &setup->rows), 2);
}

static struct now script_clock(void *context)
{
    const struct app *app = context;
    struct now now = start_of_time;
    now.mono_ms = ui_script_clock_ms(app->ui);
    now.utc_ms += now.mono_ms;
    return now;
}

/* One start of the program over the store; what is shown goes into the transcript. */
static void play_part(const struct setup *setup, const struct bank *bank, struct store *store,
                      const char *steps, struct str *transcript)
{
    struct app app = {.bank = bank,
                      .store = store,
                      .ids = rng_seeded(transcript->len + 1),
                      .seeds = rng_seeded(setup->seed),
                      .interactive = !setup->pipe,
                      .motion = setup->motion,
                      .now = script_clock,
                      .now_context = &app,
                      .learner = {.id = "01890000-0000-7000-8000-000000000001", .name = "Ada"}};
    app.scene = (struct scene){.bank = bank,
                               .unkept = setup->unkept,
                               .charset = setup->ascii ? CHARSET_ASCII : CHARSET_UTF8};
    app.ui = ui_script_open(steps, setup->cols, setup->rows, setup->lines, transcript);
    assert_true(record_load_history(&app, NULL, &app.err));
    if (setup->met)
        history_add(&app.history, (struct past){.activity = 0, .graded.mode = MODE_PRACTICE});
    enum outcome outcome = setup->home ? home_run(&app) : home_practice(&app, &setup->rules);
    if (outcome == OUTCOME_FAILED)
        str_addf(transcript, "failed: %s\n", app.err.text);
    app.ui->ops->close(app.ui);
    app_release(&app);
}

static void compare(const char *golden_path, const char *shown)
{
    if (getenv("UPDATE")) {
        FILE *file = fopen(golden_path, "wb");
        assert_non_null(file);
        fputs(shown, file);
        fclose(file);
        return;
    }
    char *golden = read_file(golden_path);
    if (strcmp(golden, shown) != 0)
        print_message("# %s differs; shown was:\n%s\n", golden_path, shown);
    assert_string_equal(golden, shown);
    free(golden);
}

static void play_script(void **state)
{
    const char *path = *state;
    char golden[PATH_SIZE];
    snprintf(golden, sizeof golden, "%.*s.golden", (int)(strlen(path) - 2), path);
    char *script = read_file(path);
    struct setup setup;
    read_setup(script, &setup);

    struct bank_layer layer = {.path = "tests/screens/bank.cfg"};
    struct faults faults = {0};
    struct err e;
    struct bank *bank = bank_load(&layer, 1, &faults, &e);
    assert_non_null(bank);
    struct failing store = {{&failing_ops}, store_mem_open(), setup.fails};

    struct str transcript = {0};
    char *part = script + strcspn(script, "\n");
    while (part) {
        char *end = strstr(part, "\nagain\n");
        if (end)
            *end = '\0';
        play_part(&setup, bank, &store.store, part, &transcript);
        part = end ? end + strlen("\nagain\n") : NULL;
        if (part)
            str_add(&transcript, "=== again\n");
    }
    compare(golden, str_text(&transcript));

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
