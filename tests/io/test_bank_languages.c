/* Banks of several languages in one place: which files are played together. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/bank_fingerprint.h"
#include "io/bank_file.h"

#define SIDES "sides = { sales = { name = \"S\"; }; marketing = { name = \"M\"; }; };\n"
#define PRINCIPLES(title) "principles = ( { id = \"p\"; title = \"" title "\"; rule = \"R\"; } );\n"
#define SCENARIO(id, situation)                                                                    \
    "{ id = \"" id "\"; situation = \"" situation "\"; principle = \"p\"; activities = (\n"        \
    "  { id = \"a\"; side = \"sales\"; text = \"A\"; }, { id = \"b\"; side = \"marketing\"; text " \
    "= \"B\"; } ); }"
#define HEAD(id, language) \
    "bank = { id = \"" id "\"; title = \"T\"; language = \"" language "\"; };\n"
#define ENGLISH \
    HEAD("core", "en") SIDES PRINCIPLES("English") "scenarios = (" SCENARIO("en", "One.") ");\n"
#define GERMAN                                                              \
    HEAD("kern", "de-DE")                                                   \
    SIDES PRINCIPLES("German") "scenarios = (" SCENARIO("de", "Eins.") ");" \
                                                                       "\n"

/* Two layers: a folder "a" and a folder "b" over it. */
struct place_of_banks {
    char folder[200];
    char files[8][240];
    size_t count;
    struct faults faults;
    struct err e;
};

static int set_up(void **state)
{
    struct place_of_banks *p = calloc(1, sizeof *p);
    const char *tmp = getenv("TMPDIR");
    char path[240];
    snprintf(p->folder, sizeof p->folder, "%s/smquiz-languages-XXXXXX", tmp && *tmp ? tmp : "/tmp");
    *state = p;
    if (!mkdtemp(p->folder))
        return -1;
    snprintf(path, sizeof path, "%s/a", p->folder);
    mkdir(path, 0700);
    snprintf(path, sizeof path, "%s/b", p->folder);
    return mkdir(path, 0700);
}

static int tear_down(void **state)
{
    struct place_of_banks *p = *state;
    char path[240];
    for (size_t i = 0; i < p->count; i++)
        remove(p->files[i]);
    for (const char *name = "ab"; *name; name++) {
        snprintf(path, sizeof path, "%s/%c", p->folder, *name);
        rmdir(path);
    }
    rmdir(p->folder);
    faults_free(&p->faults);
    free(p);
    return 0;
}

static void put(struct place_of_banks *p, const char *name, const char *text)
{
    char path[sizeof p->files[0]];
    snprintf(path, sizeof path, "%s/%s", p->folder, name);
    memcpy(p->files[p->count++], path, sizeof path);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static struct bank *load(struct place_of_banks *p, const char *wanted)
{
    char a[240], b[240];
    snprintf(a, sizeof a, "%s/a", p->folder);
    snprintf(b, sizeof b, "%s/b", p->folder);
    const struct bank_layer layers[] = {{a, false}, {b, true}};
    faults_free(&p->faults);
    p->e = (struct err){0};
    return bank_load(layers, ARRAY_LEN(layers), wanted, &p->faults, &p->e);
}

/* What is wanted makes a bank of this id with these scenarios. */
static void assert_played(struct place_of_banks *p, const char *wanted, const char *id,
                          const char *scenarios)
{
    struct str ids = {0};
    struct bank *bank = load(p, wanted);
    if (!bank)
        fail_msg("nothing is played for “%s”: %s", wanted ? wanted : "", p->e.text);
    for (int i = 0; i < bank->scenario_count; i++)
        str_addf(&ids, "%s%s", i ? " " : "", bank->scenarios[i].id);
    assert_string_equal(bank->id, id);
    assert_string_equal(str_text(&ids), scenarios);
    str_free(&ids);
    bank_free(bank);
}

static void the_wanted_language_is_played(void **state)
{
    struct place_of_banks *p = *state;
    put(p, "a/1.cfg", ENGLISH);
    put(p, "a/2.cfg", GERMAN);
    assert_played(p, "de_AT.UTF-8", "kern", "de");
    assert_played(p, "en", "core", "en");
    assert_played(p, "fr:de:en", "kern", "de");
}

/* As it was before there were languages: what the first file names. */
static void without_the_wanted_one_it_is_the_first(void **state)
{
    struct place_of_banks *p = *state;
    put(p, "a/1.cfg", GERMAN);
    put(p, "b/2.cfg", ENGLISH);
    assert_played(p, NULL, "kern", "de");
    assert_played(p, "", "kern", "de");
    assert_played(p, "fr", "kern", "de");
    assert_played(p, "en", "core", "en");
}

static void files_without_a_language_go_with_every_one(void **state)
{
    struct place_of_banks *p = *state;
    put(p, "a/1.cfg", ENGLISH);
    put(p, "a/2.cfg", GERMAN);
    put(p, "b/1.cfg", "scenarios = (" SCENARIO("house", "H.") ");\n");
    put(p, "b/2.cfg",
        "bank = { language = \"en-GB\"; };\nscenarios = (" SCENARIO(
            "more", "M.") ");\n"
                          "overrides = ( { activity = \"en/a\"; drop = true; } );\n");
    put(p, "b/3.cfg",
        "bank = { language = \"none\"; };\nscenarios = (" SCENARIO("odd", "O.") ");\n");
    assert_played(p, "en", "core", "en house more odd");
    assert_played(p, "de", "kern", "de house odd");
}

/* With one bank alone there is nothing to choose, whatever is wanted and whatever layers say. */
static void one_bank_is_played_with_all_its_layers(void **state)
{
    struct place_of_banks *p = *state;
    put(p, "a/1.cfg", ENGLISH);
    put(p, "b/1.cfg",
        "bank = { language = \"de\"; };\nscenarios = (" SCENARIO("house", "H.") ");\n");
    assert_played(p, "de", "core", "en house");
    assert_played(p, "en", "core", "en house");
    assert_played(p, NULL, "core", "en house");
}

/* A bank that is not played can be broken, one that is played not. */
static void only_what_is_played_is_checked(void **state)
{
    struct place_of_banks *p = *state;
    struct str said = {0}, expected = {0};
    put(p, "a/1.cfg", ENGLISH);
    put(p, "a/2.cfg", GERMAN "overrides = ( { activity = \"none/x\"; drop = 7; } );\n");
    assert_played(p, "en", "core", "en");
    assert_null(load(p, "de"));
    faults_write(&p->faults, &said);
    assert_non_null(strstr(str_text(&said), "a/2.cfg:"));
    assert_null(strstr(str_text(&said), "a/1.cfg:"));
    str_free(&said);
    put(p, "a/3.cfg", "bank = { language = \"de\";\n"); /* what cannot be read may be anything */
    assert_null(load(p, "en"));
    faults_write(&p->faults, &said);
    str_addf(&expected, "%s:", p->files[2]);
    assert_int_equal(strncmp(str_text(&said), str_text(&expected), expected.len), 0);
    str_free(&said);
    str_free(&expected);
}

/* The number over a bank's content is the same with a bank of another language beside it, so that
 * what was begun goes on. */
static void another_language_beside_it_changes_no_bank(void **state)
{
    struct place_of_banks *p = *state;
    put(p, "a/1.cfg", ENGLISH);
    struct bank *alone = load(p, NULL);
    put(p, "a/0.cfg", GERMAN);
    struct bank *beside = load(p, "en");
    assert_non_null(alone);
    assert_non_null(beside);
    assert_int_equal(bank_fingerprint(alone), bank_fingerprint(beside));
    bank_free(alone);
    bank_free(beside);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_wanted_language_is_played, set_up, tear_down),
        cmocka_unit_test_setup_teardown(without_the_wanted_one_it_is_the_first, set_up, tear_down),
        cmocka_unit_test_setup_teardown(files_without_a_language_go_with_every_one, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(one_bank_is_played_with_all_its_layers, set_up, tear_down),
        cmocka_unit_test_setup_teardown(only_what_is_played_is_checked, set_up, tear_down),
        cmocka_unit_test_setup_teardown(another_language_beside_it_changes_no_bank, set_up,
                                        tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
