/* Loading banks from files: layers, folders, hostile shapes too large to keep, odd file types. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <unistd.h>

#include "core/bank_fingerprint.h"
#include "core/conf_scan.h"
#include "io/bank_file.h"

#define GOOD "tests/bank/good/"
/* Of the processor, whatever else it has to do; sanitizers are slow. */
enum { LIMIT_S = 60, WAIT_S = 10 * LIMIT_S, NOBODY = 65534 };

/* A folder for what a test writes, with the faults of its last load. */
struct scene {
    char folder[200];
    struct faults faults;
    struct err e;
    struct str said; /* what faults_write makes of them */
};

static int set_up(void **state)
{
    struct scene *scene = calloc(1, sizeof *scene);
    const char *tmp = getenv("TMPDIR");
    snprintf(scene->folder, sizeof scene->folder, "%s/smquiz-bank-XXXXXX",
             tmp != NULL && *tmp != '\0' ? tmp : "/tmp");
    *state = scene;
    const struct itimerval limit = {.it_value.tv_sec = LIMIT_S};
    setitimer(ITIMER_PROF, &limit, NULL); /* what goes round and round ends the program, */
    alarm(WAIT_S);                        /* and what waits for ever */
    return mkdtemp(scene->folder) == NULL ? -1 : 0;
}

static void forget(struct scene *scene)
{
    faults_free(&scene->faults);
    str_free(&scene->said);
    scene->e = (struct err){0};
}

static int tear_down(void **state)
{
    struct scene *scene = *state;
    char path[256];
    static const char *const names[] = {"bank.cfg", "10.cfg", "9.cfg", "B.cfg", "a.cfg", "x.cfg"};
    const struct itimerval none = {0};
    setitimer(ITIMER_PROF, &none, NULL);
    alarm(0);
    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        snprintf(path, sizeof path, "%s/%s", scene->folder, names[i]);
        remove(path);
    }
    rmdir(scene->folder);
    forget(scene);
    free(scene);
    return 0;
}

/* Loads up to two layers; the second may be NULL. */
static struct bank *load(struct scene *scene, const char *first, const char *second)
{
    const struct bank_layer layers[] = {{first, false}, {second, false}};
    forget(scene);
    struct bank *bank = bank_load(layers, second == NULL ? 1 : 2, NULL, &scene->faults, &scene->e);
    faults_write(&scene->faults, &scene->said);
    return bank;
}

static struct bank *load_good(struct scene *scene, const char *first, const char *second)
{
    struct bank *bank = load(scene, first, second);
    assert_string_equal(str_text(&scene->said), "");
    assert_non_null(bank);
    return bank;
}

/* The path of a file in the scene's folder, written with `text` unless that is NULL. */
static const char *put(struct scene *scene, char path[256], const char *name,
                       const struct str *text)
{
    snprintf(path, 256, "%s/%s", scene->folder, name);
    if (text != NULL) {
        FILE *file = fopen(path, "wb");
        assert_non_null(file);
        assert_int_equal(fwrite(str_text(text), 1, text->len, file), text->len);
        assert_int_equal(fclose(file), 0);
    }
    return path;
}

/* Loading `path` must fail with `status` and exactly this complaint about it. */
static void assert_refused(struct scene *scene, const char *path, enum status status,
                           const char *complaint)
{
    struct str expected = {0};
    assert_null(load(scene, path, NULL));
    str_addf(&expected, "%s%s\n", path, complaint);
    assert_string_equal(str_text(&scene->said), str_text(&expected));
    assert_int_equal(scene->e.status, status);
    str_free(&expected);
}

/* --- good banks ------------------------------------------------------------------------------ */

static void the_same_content_is_the_same_bank(void **state)
{
    static const char *const forms[] = {GOOD "mark.cfg",
                                        GOOD "crlf.cfg",
                                        GOOD "comment-on-last-line.cfg",
                                        GOOD "other-signs.cfg",
                                        GOOD "odd-comments.cfg",
                                        GOOD "session.cfg",
                                        GOOD "split",
                                        GOOD "split/"};
    struct bank *plain = load_good(*state, GOOD "plain.cfg", NULL);
    assert_int_equal(plain->activity_count, 2);
    for (size_t i = 0; i < ARRAY_LEN(forms); i++) {
        struct bank *bank = load_good(*state, forms[i], NULL);
        assert_true(bank_fingerprint(bank) == bank_fingerprint(plain));
        assert_string_equal(bank->activities[1].text, "Taking the order of one buyer");
        bank_free(bank);
    }
    bank_free(plain);
}

static void texts_arrive_as_written(void **state)
{
    struct bank *bank = load_good(*state, GOOD "odd-texts.cfg", NULL);
    assert_string_equal(bank->scenarios[0].situation,
                        "100% of %s & <b>'; DROP TABLE--\" \\ @include \"x\"");
    assert_string_equal(bank->principles[0].source, "/* no comment */ # nor here // nor here");
    bank_free(bank);
}

static void texts_may_be_as_long_as_the_limits(void **state)
{
    bank_free(load_good(*state, GOOD "limits.cfg", NULL));
}

static void the_house_adds_and_overrides(void **state)
{
    struct bank *plain = load_good(*state, GOOD "plain.cfg", NULL);
    struct bank *bank = load_good(*state, GOOD "plain.cfg", GOOD "house");
    assert_string_equal(bank->id, "test"); /* the first names the whole */
    assert_string_equal(bank->title, "Test");
    assert_int_equal(bank->scenario_count, 2);
    assert_false(bank->scenarios[0].house);
    assert_true(bank->scenarios[1].house);
    const struct activity *order = &bank->activities[bank_find_activity(bank, "fair/order")];
    assert_int_equal(order->side, SIDE_MARKETING);
    assert_string_equal(order->why, "At our firm marketing takes orders.");
    assert_false(order->dropped);
    const struct activity *gone = &bank->activities[bank_find_logged(bank, "test:our-fair/a")];
    assert_true(gone->dropped);
    assert_int_equal(gone->side, SIDE_MARKETING);
    assert_true(bank_fingerprint(bank) != bank_fingerprint(plain));
    /* the wording is what was asked; a key corrected later does not change it */
    assert_true(order->wording == plain->activities[1].wording);
    bank_free(plain);
    bank_free(bank);
}

static void optional_layers_may_be_missing_or_empty(void **state)
{
    struct scene *scene = *state;
    char missing[256];
    const struct bank_layer layers[] = {{GOOD "plain.cfg", false},
                                        {put(scene, missing, "x.cfg", NULL), true},
                                        {GOOD "plain.cfg/below", true},
                                        {scene->folder, true}};
    struct bank *bank = bank_load(layers, ARRAY_LEN(layers), NULL, &scene->faults, &scene->e);
    assert_non_null(bank);
    assert_int_equal(scene->faults.len, 0);
    bank_free(bank);
    assert_null(bank_load(layers + 1, 3, NULL, &scene->faults, &scene->e));
    assert_int_equal(scene->e.status, STATUS_DATA);
    assert_null(bank_load(layers, 0, NULL, &scene->faults, &scene->e));
}

static void folders_are_read_in_byte_order(void **state)
{
    struct scene *scene = *state;
    static const char *const names[] = {"a.cfg", "9.cfg", "B.cfg", "10.cfg"};
    static const char *const order[] = {"10.cfg", "9.cfg", "B.cfg", "a.cfg"};
    char path[256];
    struct str text = {0}, expected = {0};
    str_add(&text, "a = ;\n");
    for (size_t i = 0; i < ARRAY_LEN(names); i++)
        put(scene, path, names[i], &text);
    for (size_t i = 0; i < ARRAY_LEN(order); i++)
        str_addf(&expected, "%s/%s:1: error: a value is missing here or just before\n",
                 scene->folder, order[i]);
    assert_null(load(scene, scene->folder, NULL));
    assert_string_equal(str_text(&scene->said), str_text(&expected));
    assert_string_equal(scene->e.text, "The bank has 4 errors.");
    str_free(&text);
    str_free(&expected);
}

/* --- what is no readable file ---------------------------------------------------------------- */

static void what_is_not_there_is_said(void **state)
{
    char path[256];
    assert_refused(*state, put(*state, path, "x.cfg", NULL), STATUS_NO_INPUT,
                   ": error: cannot open: No such file or directory");
    assert_refused(*state, "", STATUS_NO_INPUT, ": error: cannot open: No such file or directory");
}

static void odd_files_are_refused_at_once(void **state)
{
    struct scene *scene = *state;
    char path[256];
    assert_int_equal(mkfifo(put(scene, path, "x.cfg", NULL), 0600), 0);
    assert_refused(scene, path, STATUS_NO_INPUT, ": error: cannot open: it is not a regular file");
    assert_refused(scene, "/dev/zero", STATUS_NO_INPUT,
                   ": error: cannot open: it is not a regular file");
    assert_int_equal(remove(path), 0);
    assert_int_equal(mkdir(path, 0700), 0);
    assert_null(load(scene, scene->folder, NULL)); /* a folder named like a file, in a folder */
    assert_non_null(strstr(str_text(&scene->said), "/x.cfg: error: cannot open: it is not a "));
    assert_int_equal(scene->e.status, STATUS_NO_INPUT);
    assert_refused(scene, path, STATUS_NO_INPUT,
                   ": error: the folder has no file whose name ends in \".cfg\"");
    assert_int_equal(remove(path), 0);
    assert_int_equal(symlink(path, path), 0);
    assert_refused(scene, path, STATUS_NO_INPUT,
                   ": error: cannot open: Too many levels of symbolic links");
}

static void unreadable_files_are_refused(void **state)
{
    struct scene *scene = *state;
    char path[256];
    struct str text = {0};
    uid_t self = geteuid();
    str_add(&text, "a = 1;\n");
    put(scene, path, "x.cfg", &text);
    assert_int_equal(chmod(path, 0), 0);
    if (self == 0) { /* root may read everything: be somebody who reaches the folder and no more */
        assert_int_equal(chmod(scene->folder, 0711), 0);
        assert_int_equal(seteuid(NOBODY), 0);
    }
    assert_refused(scene, path, STATUS_NO_INPUT, ": error: cannot open: Permission denied");
    if (self == 0)
        assert_int_equal(seteuid(self), 0);
    str_free(&text);
}

/* --- shapes that are too large to keep as files ---------------------------------------------- */

static void repeat(struct str *out, const char *text, size_t times)
{
    for (size_t i = 0; i < times; i++)
        str_add(out, text);
}

static void assert_text_refused(struct scene *scene, struct str *text, const char *complaint)
{
    char path[256];
    assert_refused(scene, put(scene, path, "bank.cfg", text), STATUS_DATA, complaint);
    str_free(text);
}

static void large_files_are_refused(void **state)
{
    struct str text = {0};
    str_add(&text, "#");
    repeat(&text, "0123456789abcde\n", CONF_BYTES_MAX / 16);
    assert_text_refused(*state, &text, ": error: the file is larger than 16 MB");
    char *zeros = calloc(1, CONF_BYTES_MAX);
    str_addn(&text, zeros, CONF_BYTES_MAX);
    free(zeros);
    assert_text_refused(*state, &text, ":1: error: a NUL byte stands here: this is no text file");
}

/* Ten lists of `elements` values each, and each a value itself. */
static void make_lists(struct str *text, size_t elements)
{
    str_add(text, "session = {\n");
    for (int i = 0; i < 10; i++) {
        str_addf(text, "list%d = ( 1", i);
        repeat(text, ",1", elements - 1);
        str_add(text, " );\n");
    }
    str_add(text, "};\n");
}

static void values_are_counted(void **state)
{
    struct scene *scene = *state;
    struct str text = {0};
    make_lists(&text, CONF_VALUES_MAX / 10);
    assert_text_refused(scene, &text, ":11: error: the file has more than 600000 values");
    make_lists(&text, CONF_VALUES_MAX / 10 - 2);
    char path[256];
    assert_null(load(scene, put(scene, path, "bank.cfg", &text), NULL));
    assert_non_null(strstr(str_text(&scene->said), "\"bank.id\" is missing"));
    str_free(&text);
    make_lists(&text, CONF_VALUES_MAX);
    assert_text_refused(scene, &text, ":2: error: the list has more than 65536 elements");
}

static void many_keys_take_no_time(void **state)
{
    struct scene *scene = *state;
    struct str text = {0};
    char path[256];
    for (int i = 0; i < 70000; i++)
        str_addf(&text, "k%d=1;", i);
    assert_text_refused(scene, &text, ":1: error: one group has more than 64 settings");
    str_add(&text, "session = (\n"); /* as many in groups of their own are read, and quickly */
    for (int i = 0; i < 60000; i++)
        str_addf(&text, "{ k%d = { a = { k%d = 1; }; }; },\n", i, i);
    str_add(&text, "1 );\n");
    assert_null(load(scene, put(scene, path, "bank.cfg", &text), NULL));
    assert_non_null(strstr(str_text(&scene->said), "\"bank.id\" is missing"));
    str_free(&text);
}

static void large_texts_take_no_time(void **state)
{
    static const char *const units[] = {"x", "\\n", "e\xcc\x81"};
    struct scene *scene = *state;
    for (size_t i = 0; i < ARRAY_LEN(units); i++) {
        struct str text = {0};
        str_add(&text, "bank = { title = \"");
        repeat(&text, units[i], (CONF_BYTES_MAX - 1024) / strlen(units[i]));
        str_add(&text, "\"; };\n");
        assert_text_refused(scene, &text, ":1: error: the text has more than 16384 bytes");
        char path[256]; /* as much in many texts is read */
        str_add(&text, "session = (\n");
        while (text.len < CONF_BYTES_MAX - CONF_TEXT_MAX - 1024) {
            str_add(&text, "\"");
            repeat(&text, units[i], (CONF_TEXT_MAX - 2) / strlen(units[i]));
            str_add(&text, "\",\n");
        }
        str_add(&text, "1 );\n");
        assert_null(load(scene, put(scene, path, "bank.cfg", &text), NULL));
        assert_non_null(strstr(str_text(&scene->said), "\"bank.id\" is missing"));
        str_free(&text);
    }
}

static void deep_nesting_is_refused_however_deep(void **state)
{
    struct str text = {0};
    str_add(&text, "session = ");
    repeat(&text, "(", 1000000);
    assert_text_refused(*state, &text, ":1: error: groups and lists are nested more than 16 deep");
    str_add(&text, "session = ");
    repeat(&text, "{a=", 1000000);
    assert_text_refused(*state, &text, ":1: error: groups and lists are nested more than 16 deep");
}

static void long_comments_and_blanks_take_no_time(void **state)
{
    static const char *const units[] = {" ", "/* */", "#\n", "*"};
    struct scene *scene = *state;
    for (size_t i = 0; i < ARRAY_LEN(units); i++) {
        struct str text = {0};
        char path[256];
        repeat(&text, units[i], (CONF_BYTES_MAX - 1024) / strlen(units[i]));
        assert_null(load(scene, put(scene, path, "bank.cfg", &text), NULL));
        assert_int_equal(scene->e.status, STATUS_DATA);
        str_free(&text);
    }
}

/* A bank of `count` activities in scenarios of two. */
static void make_bank(struct str *text, int count)
{
    str_add(text, "bank = { id = \"big\"; title = \"Big\"; language = \"en\"; license = \"-\"; };\n"
                  "sides = { sales = { name = \"S\"; definition = \"s\"; };\n"
                  "          marketing = { name = \"M\"; definition = \"m\"; }; };\n"
                  "questions = ( { id = \"q\"; title = \"Q\"; } );\n"
                  "principles = ( { id = \"p\"; question = \"q\"; title = \"P\"; rule = \"R\";\n"
                  "  sales = \"s\"; marketing = \"m\"; mixup = \"x\"; source = \"y\"; } );\n"
                  "scenarios = (\n");
    for (int i = 0; i < count / 2; i++)
        str_addf(
            text,
            "%s{ id = \"s%d\"; situation = \"Case %d\"; principle = \"p\"; level = 1;\n"
            "  setting = \"t\"; together = \"z\"; activities = (\n"
            "  { id = \"a\"; side = \"sales\"; text = \"A %d\"; cue = \"A\"; why = \"w\"; },\n"
            "  { id = \"b\"; side = \"marketing\"; text = \"B %d\"; cue = \"B\"; why = \"w\"; }"
            ");\n}",
            i == 0 ? "" : ",", i, i, i, i);
    str_add(text, ");\n");
}

static void a_bank_may_have_50000_activities_and_no_more(void **state)
{
    struct scene *scene = *state;
    struct str text = {0};
    char path[256];
    make_bank(&text, BANK_ACTIVITIES_MAX);
    struct bank *bank = load_good(scene, put(scene, path, "bank.cfg", &text), NULL);
    assert_int_equal(bank->activity_count, BANK_ACTIVITIES_MAX);
    for (int i = 0; i < bank->activity_count; i++)
        assert_int_equal(bank_find_activity(bank, bank->activities[i].ref), i);
    bank_free(bank);
    str_free(&text);
    make_bank(&text, BANK_ACTIVITIES_MAX + 2);
    assert_text_refused(scene, &text, ": error: the bank has 50002 activities; the most is 50000");
}

static void every_fault_of_a_large_bank_is_said(void **state)
{
    struct scene *scene = *state;
    struct str text = {0};
    char path[256];
    str_add(&text, "scenarios = (");
    repeat(&text, "{ id = \"same\"; activities = ( { id = \"x\"; }, { id = \"x\"; } ); },\n",
           20000);
    str_add(&text, "{ });\n");
    assert_null(load(scene, put(scene, path, "bank.cfg", &text), NULL));
    assert_true(scene->faults.errors > 20000 * 6);
    str_free(&text);
}

static void bytes_from_memory_make_a_bank(void **state)
{
    struct scene *scene = *state;
    struct str text = {0};
    make_bank(&text, 2);
    struct bank *bank =
        bank_load_bytes("memory", str_text(&text), text.len, &scene->faults, &scene->e);
    assert_non_null(bank);
    assert_string_equal(bank->id, "big");
    bank_free(bank);
    assert_null(bank_load_bytes("memory", "a", 1, &scene->faults, &scene->e));
    assert_string_equal(scene->e.text, "The bank has 1 error.");
    str_free(&text);
}

static void the_shipped_bank_has_no_fault(void **state)
{
    bank_free(load_good(*state, "questions", NULL));
}

#define SCENE_TEST(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        SCENE_TEST(the_same_content_is_the_same_bank),
        SCENE_TEST(texts_arrive_as_written),
        SCENE_TEST(texts_may_be_as_long_as_the_limits),
        SCENE_TEST(the_house_adds_and_overrides),
        SCENE_TEST(optional_layers_may_be_missing_or_empty),
        SCENE_TEST(folders_are_read_in_byte_order),
        SCENE_TEST(what_is_not_there_is_said),
        SCENE_TEST(odd_files_are_refused_at_once),
        SCENE_TEST(unreadable_files_are_refused),
        SCENE_TEST(large_files_are_refused),
        SCENE_TEST(values_are_counted),
        SCENE_TEST(many_keys_take_no_time),
        SCENE_TEST(large_texts_take_no_time),
        SCENE_TEST(deep_nesting_is_refused_however_deep),
        SCENE_TEST(long_comments_and_blanks_take_no_time),
        SCENE_TEST(a_bank_may_have_50000_activities_and_no_more),
        SCENE_TEST(every_fault_of_a_large_bank_is_said),
        SCENE_TEST(bytes_from_memory_make_a_bank),
        SCENE_TEST(the_shipped_bank_has_no_fault),
    };
    return cmocka_run_group_tests_name("bank", tests, NULL, NULL);
}
