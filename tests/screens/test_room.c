/* Plays every tests/screens/room/NAME.t, a screen that a whole room looks at, through the scripted
 * front end and compares what was shown with NAME.golden.  UPDATE=1 in the environment writes the
 * goldens anew.
 *
 * The first line of a script is its setup: "show" or "watch", then any of: size C R, ascii, lines,
 * pipe (nobody at a terminal), fails N FROM (the store refuses N appends behind the first FROM),
 * bare (a session without practice); people N (who play one card every 20 seconds), names, away
 * FROM TO (in these 20 seconds the place cannot be reached), tests (everybody has done the one
 * before), open-after, wide (texts, title and names in other scripts).  A line "again" starts the
 * program once more over the same store.  At the end the transcript says what the store has of the
 * show. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <glob.h>

#include "app/record.h"
#include "app/say.h"
#include "app/show.h"
#include "app/watch.h"
#include "io/store_mem.h"
#include "io/text_file.h"
#include "room_fixture.h"
#include "screens/watched.h"
#include "ui/ui_script.h"
#include "unit/golden.h"

enum { PATH_SIZE = 512, SCRIPTS_MAX = 32, LOOK_MS = 1000 };
static const int64_t start_utc_ms = INT64_C(1764000000000);

static const struct learner room = {.id = "01890000-0000-7000-8000-00000000000a",
                                    .name = "maple-tango-river"};

struct setup {
    bool show, ascii, lines, pipe, bare, names, tests, open_after, wide;
    int cols, rows, fails, fails_from, people, away_from, away_to;
};

static struct watched_sight sights[WATCHED_SIGHTS];

/* A store that refuses some appends. */
struct failing {
    struct store store;
    struct store *inner;
    int fails, from, shared;
};

static struct failing *failing_of(struct store *s)
{
    return (struct failing *)(void *)s;
}

static bool failing_append(struct store *s, const struct learner *learner, const struct run *run,
                           const struct event *event, struct err *e)
{
    struct failing *failing = failing_of(s);
    if (failing->from > 0)
        failing->from--;
    else if (failing->fails-- > 0)
        return err_set(e, STATUS_IO, "The disk is full: make room, then try again.");
    return failing->inner->ops->append(failing->inner, learner, run, event, e);
}

static bool failing_each_session_run(struct store *s, const char *session, const char *learner_id,
                                     run_fn *fn, void *context, struct err *e)
{
    struct store *inner = failing_of(s)->inner;
    return inner->ops->each_session_run(inner, session, learner_id, fn, context, e);
}

static const struct store_ops failing_ops = {.append = failing_append,
                                             .each_session_run = failing_each_session_run};

static const struct share_ops room_ops = {
    .fetch = room_fetch, .changed = room_changed, .each_run = room_each_run};

static void read_pair(const char *line, const char *word, int *one, int *other)
{
    const char *at = strstr(line, word);
    if (at)
        assert_int_equal(sscanf(at + strlen(word), " %d %d", one, other), 2);
}

static void read_setup(const char *line, struct setup *setup)
{
    const char *at;
    *setup = (struct setup){.cols = 80, .rows = 24};
    setup->show = strncmp(line, "show", 4) == 0;
    assert_true(setup->show || strncmp(line, "watch", 5) == 0);
    setup->ascii = strstr(line, " ascii") != NULL;
    setup->lines = strstr(line, " lines") != NULL;
    setup->pipe = strstr(line, " pipe") != NULL;
    setup->bare = strstr(line, " bare") != NULL;
    setup->names = strstr(line, " names") != NULL;
    setup->tests = strstr(line, " tests") != NULL;
    setup->open_after = strstr(line, " open-after") != NULL;
    setup->wide = strstr(line, " wide") != NULL;
    read_pair(line, " size", &setup->cols, &setup->rows);
    read_pair(line, " fails", &setup->fails, &setup->fails_from);
    read_pair(line, " away", &setup->away_from, &setup->away_to);
    if ((at = strstr(line, " people ")))
        assert_int_equal(sscanf(at, " people %d", &setup->people), 1);
}

static struct now script_clock(void *context)
{
    struct ui *const *ui = context;
    int64_t ms = ui_script_clock_ms(*ui);
    return (struct now){.mono_ms = ms, .utc_ms = start_utc_ms + ms, .utc_offset_min = 60};
}

static void count_share(struct app *app)
{
    int *shared = app->share_context;
    ++*shared;
}

static bool nothing_unsent(struct app *app)
{
    (void)app;
    return false;
}

static enum outcome watch_room(struct app *app, const struct setup *setup)
{
    struct room_share share = {.share = {&room_ops},
                               .app = app,
                               .session = app->session,
                               .start_utc_ms = start_utc_ms,
                               .people = setup->people,
                               .tests = setup->tests,
                               .open_after = setup->open_after,
                               .wide = setup->wide,
                               .away_from = setup->away_from,
                               .away_to = setup->away_to,
                               .seen = -1};
    struct watching watching = {.share = &share.share,
                                .join = app->session->code,
                                .look_ms = LOOK_MS,
                                .names = setup->names};
    return watch_run(app, &watching);
}

/* One start of the program; what is shown goes into the transcript. */
static void run_once(const struct setup *setup, const struct bank *bank, struct failing *store,
                     const char *steps, struct str *transcript)
{
    const struct keymap keys = keymap_default();
    struct session session = room_session(bank, setup->names, setup->wide);
    if (setup->bare)
        session.practice.count = 0;
    struct watched watched;
    struct app app = {.bank = bank,
                      .session = &session,
                      .store = &store->store,
                      .ids = rng_seeded(transcript->len + 1),
                      .interactive = !setup->pipe,
                      .now = script_clock,
                      .share = count_share,
                      .share_rest = nothing_unsent,
                      .share_context = &store->shared,
                      .learner = room};
    app.scene = (struct scene){
        .bank = bank, .charset = setup->ascii ? CHARSET_ASCII : CHARSET_UTF8, .keys = &keys};
    app.ui = ui_script_open(steps, &keys, setup->cols, setup->rows, setup->lines, transcript);
    struct ui *script = app.ui;
    app.now_context = &script;
    watch_app(&watched, &app, sights);
    enum outcome outcome = setup->show ? show_run(&app) : watch_room(&app, setup);
    if (outcome == OUTCOME_FAILED)
        str_addf(transcript, "failed: %s\n", app.err.text);
    app.ui->ops->close(app.ui);
    app_release(&app);
}

/* Appends an event of the show as a word or two. */
static void write_event(const struct event *event, struct str *out)
{
    const char *ref = strchr(event->activity, ':');
    str_addf(out, " %s", event_kind_id(event->kind));
    if (event->kind == EVENT_ANSWER)
        str_addf(out, "=%s", side_id(event->choice));
    str_add(out, ref ? ref : "");
}

/* Writes the run's events, of equal ones in a row how many. */
static bool write_log(const struct run_log *log, const struct learner *learner, void *context)
{
    struct str *out = context, last = {0}, word = {0};
    int times = 0;
    assert_string_equal(learner->name, room.name);
    assert_string_equal(log->run.part, "practice");
    str_addf(out, "kept (%s):\n", log->run.mode);
    for (size_t i = 0; i <= log->count; i++) {
        str_clear(&word);
        if (i < log->count) {
            assert_int_equal(log->events[i].sequence, i + 1);
            write_event(&log->events[i], &word);
        }
        if (times && strcmp(str_text(&word), str_text(&last)) != 0) {
            str_addf(out, "%4d%s\n", times, str_text(&last));
            times = 0;
        }
        times++;
        str_clear(&last);
        str_add(&last, str_text(&word));
    }
    str_free(&last);
    str_free(&word);
    return true;
}

static struct bank *load_bank(bool wide)
{
    struct bank_layer layers[] = {
        {.path = wide ? "tests/screens/room-wide.cfg" : "tests/screens/bank.cfg"},
        {.path = "tests/screens/room.cfg"}};
    struct faults faults = {0};
    struct err e = {0};
    struct bank *bank = bank_load(layers, ARRAY_LEN(layers), NULL, &faults, &e);
    assert_non_null(bank);
    assert_int_equal(bank->discussion_count, 2);
    faults_free(&faults);
    return bank;
}

static void play_script(void **state)
{
    const char *path = *state;
    char golden[PATH_SIZE];
    struct str script = {0}, transcript = {0};
    struct setup setup;
    struct err e = {0};
    snprintf(golden, sizeof golden, "%.*s.golden", (int)(strlen(path) - 2), path);
    assert_true(text_file_read(path, &script, &e));
    char *steps = script.data + strcspn(script.data, "\n");
    *steps++ = '\0';
    read_setup(script.data, &setup);
    struct bank *bank = load_bank(setup.wide);
    struct failing store = {{&failing_ops}, store_mem_open(), setup.fails, setup.fails_from, 0};
    while (steps) {
        char *end = strstr(steps, "again\n");
        if (end)
            *end = '\0';
        run_once(&setup, bank, &store, steps, &transcript);
        steps = end ? end + strlen("again\n") : NULL;
        str_add(&transcript, steps ? "=== again\n" : "");
    }
    if (setup.show) {
        assert_true(store.inner->ops->each_session_run(store.inner, room.name, NULL, write_log,
                                                       &transcript, &e));
        str_addf(&transcript, "shared %d times\n", store.shared);
    }
    golden_compare(golden, &transcript);
    store.inner->ops->close(store.inner);
    str_free(&transcript);
    str_free(&script);
    bank_free(bank);
}

int main(void)
{
    struct CMUnitTest tests[SCRIPTS_MAX];
    glob_t scripts;
    if (getenv("SHOWN"))
        say_start(); /* in the language of whoever wants to see it */
    if (glob("tests/screens/room/*.t", 0, NULL, &scripts) != 0 || scripts.gl_pathc > SCRIPTS_MAX)
        return 1;
    for (size_t i = 0; i < scripts.gl_pathc; i++)
        tests[i] = (struct CMUnitTest){.name = scripts.gl_pathv[i],
                                       .test_func = play_script,
                                       .initial_state = scripts.gl_pathv[i]};
    int failed = _cmocka_run_group_tests("room", tests, scripts.gl_pathc, NULL, NULL);
    globfree(&scripts);
    return failed;
}
