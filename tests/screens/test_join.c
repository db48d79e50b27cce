/* Plays every tests/screens/join/NAME.t, one learner's way through a session, through the scripted
 * front end and compares what was shown with NAME.golden.  UPDATE=1 in the environment writes the
 * goldens anew.
 *
 * The first line of a script is its setup: "join", then any of: size C R, lines, pipe (nobody at a
 * terminal), nameless, pass N, self (nobody opens parts), open PART,… (the first is open, and with
 * every further look the next; "none" for none, "away" for a look that fails, with a copy of the
 * session when it is the first, "late" for one whose answer is not there yet), seat (one part at
 * most, as at a hot seat).  A line "again" joins once more over the same store. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/join.h"
#include "app/record.h"
#include "app/say.h"
#include "io/bank_file.h"
#include "io/store_mem.h"
#include "io/text_file.h"
#include "screens/watched.h"
#include "ui/ui_script.h"
#include "unit/golden.h"

enum { PATH_SIZE = 512, SCRIPTS_MAX = 32 };

static const struct learner ada = {.id = "01890000-0000-7000-8000-000000000001", .name = "Ada"};

static struct watched_sight sights[WATCHED_SIGHTS];

struct setup {
    bool lines, pipe, nameless, self_paced, seat;
    int cols, rows, pass;
    char open[128]; /* what is still to be opened, comma-separated */
};

static struct now script_clock(void *context)
{
    struct ui *const *ui = context;
    int64_t ms = ui_script_clock_ms(*ui);
    return (struct now){.mono_ms = ms, .utc_ms = INT64_C(1764000000000) + ms, .utc_offset_min = 60};
}

/* The next word of what is to be opened; the last one stays. */
static enum join_look look(void *context, struct share_state *state, struct err *e)
{
    struct setup *setup = context;
    size_t len = strcspn(setup->open, ",");
    bool last = setup->open[len] == '\0';
    char word[16];
    snprintf(word, sizeof word, "%.*s", (int)len, setup->open);
    if (!last)
        memmove(setup->open, setup->open + len + 1, strlen(setup->open + len + 1) + 1);
    if (strcmp(word, "away") == 0) {
        err_set(e, STATUS_TRY_LATER, "The server does not answer.");
        return JOIN_LOOK_AWAY;
    }
    if (strcmp(word, "late") == 0)
        return JOIN_LOOK_NOT_YET;
    *state = (struct share_state){.self_paced = setup->self_paced, .open = part_from_id(word)};
    return JOIN_LOOK_SEEN;
}

static void read_setup(const char *line, struct setup *setup)
{
    const char *at;
    *setup = (struct setup){.cols = 80, .rows = 24, .open = "none"};
    assert_int_equal(strncmp(line, "join", 4), 0);
    setup->lines = strstr(line, " lines") != NULL;
    setup->pipe = strstr(line, " pipe") != NULL;
    setup->nameless = strstr(line, " nameless") != NULL;
    setup->self_paced = strstr(line, " self") != NULL;
    setup->seat = strstr(line, " seat") != NULL;
    if ((at = strstr(line, " size ")))
        assert_int_equal(sscanf(at, " size %d %d", &setup->cols, &setup->rows), 2);
    if ((at = strstr(line, " pass ")))
        assert_int_equal(sscanf(at, " pass %d", &setup->pass), 1);
    if ((at = strstr(line, " open ")))
        assert_int_equal(sscanf(at, " open %127s", setup->open), 1);
}

static void take_items(const struct bank *bank, struct session_items *items,
                       const char *const *refs)
{
    while (refs[items->count]) {
        int activity = bank_find_activity(bank, refs[items->count]);
        assert_true(activity >= 0);
        items->activities[items->count++] = activity;
    }
}

static struct session make_session(const struct bank *bank, const struct setup *setup)
{
    static const char *const a[] = {"fair/headline", "bakery/cafe", NULL},
                             *const b[] = {"paint/coupon", "choir/key", NULL},
                             *const practice[] = {"vet/prices", "vet/herd", NULL};
    struct session session = {.bank = bank,
                              .code = "maple-tango-river",
                              .title = "The first day",
                              .has = {true, true, true},
                              .names = !setup->nameless,
                              .pass = setup->pass};
    take_items(bank, &session.forms[FORM_A], a);
    take_items(bank, &session.forms[FORM_B], b);
    take_items(bank, &session.practice, practice);
    return session;
}

/* One start of the program; what is shown goes into the transcript. */
static void join_once(struct setup *setup, const struct bank *bank, struct store *store,
                      const char *steps, struct str *transcript)
{
    const struct keymap keys = keymap_default();
    struct session session = make_session(bank, setup);
    struct watched watched;
    struct err ignored;
    struct app app = {.bank = bank,
                      .store = store,
                      .ids = rng_seeded(transcript->len + 1),
                      .seeds = rng_seeded(7),
                      .interactive = !setup->pipe,
                      .now = script_clock,
                      .learner = ada};
    struct join join = {.session = &session,
                        .look = look,
                        .look_context = setup,
                        .look_ms = 1000,
                        .wait = !setup->seat};
    app.scene = (struct scene){.bank = bank, .charset = CHARSET_UTF8, .keys = &keys};
    app.ui = ui_script_open(steps, &keys, setup->cols, setup->rows, setup->lines, transcript);
    struct ui *script = app.ui;
    app.now_context = &script;
    watch_app(&watched, &app, sights);
    join.state.open = PART_NONE;
    join.away = join.unreached = look(setup, &join.state, &ignored) == JOIN_LOOK_AWAY;
    assert_true(record_load_history(&app, NULL, &app.err));
    if (join_run(&app, &join) == OUTCOME_FAILED)
        str_addf(transcript, "failed: %s\n", app.err.text);
    str_addf(transcript, "over: %d, next: %s\n", join.over, part_id(join.waiting));
    for (int part = 0; part < PART_COUNT; part++)
        str_free(&join.code[part]);
    app.ui->ops->close(app.ui);
    app_release(&app);
}

static void play_script(void **state)
{
    const char *path = *state;
    char golden[PATH_SIZE];
    struct str script = {0}, transcript = {0};
    struct setup setup;
    struct err e = {0};
    struct faults faults = {0};
    struct bank_layer layer = {.path = "tests/screens/bank.cfg"};
    struct bank *bank = bank_load(&layer, 1, NULL, &faults, &e);
    struct store *store = store_mem_open();
    snprintf(golden, sizeof golden, "%.*s.golden", (int)(strlen(path) - 2), path);
    assert_non_null(bank);
    assert_true(text_file_read(path, &script, &e));
    char *steps = script.data + strcspn(script.data, "\n");
    *steps++ = '\0';
    read_setup(script.data, &setup);
    while (steps) {
        char *end = strstr(steps, "again\n");
        if (end)
            *end = '\0';
        join_once(&setup, bank, store, steps, &transcript);
        steps = end ? end + strlen("again\n") : NULL;
        str_add(&transcript, steps ? "=== again\n" : "");
    }
    golden_compare(golden, &transcript);
    store->ops->close(store);
    str_free(&transcript);
    str_free(&script);
    bank_free(bank);
    faults_free(&faults);
}

int main(void)
{
    struct CMUnitTest tests[SCRIPTS_MAX];
    glob_t scripts;
    if (getenv("SHOWN"))
        say_start(); /* in the language of whoever wants to see it */
    if (glob("tests/screens/join/*.t", 0, NULL, &scripts) != 0 || scripts.gl_pathc > SCRIPTS_MAX)
        return 1;
    for (size_t i = 0; i < scripts.gl_pathc; i++)
        tests[i] = (struct CMUnitTest){.name = scripts.gl_pathv[i],
                                       .test_func = play_script,
                                       .initial_state = scripts.gl_pathv[i]};
    int failed = _cmocka_run_group_tests("join", tests, scripts.gl_pathc, NULL, NULL);
    globfree(&scripts);
    return failed;
}
