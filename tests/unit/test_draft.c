/* From a draft to the bank, without files: checks, links, overrides, finders, fingerprints. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "core/bank_build.h"
#include "core/bank_fingerprint.h"
#include "core/draft_check.h"

/* One principle, two scenarios, five activities; tests change it before they use it. */
struct sample {
    struct draft draft;
    struct draft_question questions[1];
    struct draft_principle principles[2];
    struct draft_scenario scenarios[2];
    struct draft_activity activities[5];
    struct draft_override overrides[2];
    struct faults faults;
};

static struct draft_text text(const char *words)
{
    return (struct draft_text){words, {"test.cfg", 9}, false};
}

static struct draft_activity activity(const char *id, const char *side, const char *words)
{
    return (struct draft_activity){.place = {"test.cfg", 8},
                                   .id = text(id),
                                   .side = text(side),
                                   .text = text(words),
                                   .cue = text(words),
                                   .why = text("Because.")};
}

static struct draft_scenario scenario(const char *id, int first, int count)
{
    return (struct draft_scenario){.place = {"test.cfg", 7},
                                   .id = text(id),
                                   .situation = text("A situation."),
                                   .principle = text("p"),
                                   .setting = text("food"),
                                   .together = text("Together."),
                                   .level = 1,
                                   .level_place = {"test.cfg", 7},
                                   .first = first,
                                   .count = count};
}

static struct draft_principle principle(const char *id)
{
    return (struct draft_principle){.place = {"test.cfg", 6},
                                    .id = text(id),
                                    .question = text("q"),
                                    .title = text("Principle"),
                                    .rule = text("A rule."),
                                    .looks = {text("One."), text("Many.")},
                                    .mixup = text("A mix-up."),
                                    .source = text("A source.")};
}

static void fill(struct sample *s)
{
    *s = (struct sample){
        .draft = {.place = {"test.cfg", 0},
                  .id = text("bank"),
                  .title = text("Bank"),
                  .language = text("en"),
                  .license = text("CC0"),
                  .side_name = {text("Sales"), text("Marketing")},
                  .side_definition = {text("S."), text("M.")},
                  .question_count = 1,
                  .principle_count = 2,
                  .scenario_count = 2,
                  .activity_count = 5},
        .questions = {{{"test.cfg", 5}, text("q"), text("Question?")}},
        .principles = {principle("p"), principle("other")},
        .scenarios = {scenario("first", 0, 3), scenario("second", 3, 2)},
        .activities = {activity("a", "sales", "To one"), activity("b", "marketing", "To all"),
                       activity("c", "marketing", "To many"), activity("a", "sales", "To two"),
                       activity("b", "marketing", "To most")}};
    s->activities[4].principle = text("other");
    s->draft.questions = s->questions;
    s->draft.principles = s->principles;
    s->draft.scenarios = s->scenarios;
    s->draft.activities = s->activities;
    s->draft.overrides = s->overrides;
}

static void add_override(struct sample *s, const char *name, const char *side, bool drop)
{
    struct draft_override *override = &s->overrides[s->draft.override_count++];
    *override = (struct draft_override){
        .place = {"test.cfg", 20}, .activity = text(name), .why = text("Here."), .drop = drop};
    if (side != NULL)
        override->side = text(side);
}

static struct bank *build(struct sample *s)
{
    struct str said = {0};
    draft_check(&s->draft, &s->faults);
    faults_write(&s->faults, &said);
    assert_string_equal(str_text(&said), "");
    str_free(&said);
    return bank_build(&s->draft);
}

/* The check must find exactly these faults. */
static void assert_faults(struct sample *s, const char *expected)
{
    struct str said = {0};
    draft_check(&s->draft, &s->faults);
    faults_write(&s->faults, &said);
    assert_string_equal(str_text(&said), expected);
    str_free(&said);
    faults_free(&s->faults);
}

static uint64_t fingerprint(struct sample *s)
{
    struct bank *bank = build(s);
    uint64_t print = bank_fingerprint(bank);
    bank_free(bank);
    return print;
}

static void the_bank_is_what_was_drafted(void **state)
{
    (void)state;
    struct sample s;
    fill(&s);
    s.scenarios[1].layer = 1;
    s.scenarios[1].level_place.file = NULL;
    draft_check(&s.draft, &s.faults);
    assert_int_equal(s.faults.errors, 0);
    assert_int_equal(s.faults.warnings, 1);
    faults_free(&s.faults);
    struct bank *bank = bank_build(&s.draft);
    assert_int_equal(bank->activity_count, 5);
    assert_string_equal(bank->activities[3].ref, "second/a");
    assert_int_equal(bank->activities[3].scenario, 1);
    assert_int_equal(bank->activities[3].principle, 0);
    assert_int_equal(bank->activities[4].principle, 1);
    assert_int_equal(bank->activities[4].side, SIDE_MARKETING);
    assert_string_equal(bank->activities[0].source, "");
    assert_int_equal(bank->principles[1].question, 0);
    assert_int_equal(bank->scenarios[1].level, 1); /* not given */
    assert_false(bank->scenarios[0].house);
    assert_true(bank->scenarios[1].house);
    assert_false(bank->activities[0].dropped);
    assert_string_equal(bank->side_definition[SIDE_MARKETING], "M.");
    bank_free(bank);
}

static void finders_find(void **state)
{
    (void)state;
    struct sample s;
    fill(&s);
    struct bank *bank = build(&s);
    assert_int_equal(bank_find_activity(bank, "first/c"), 2);
    assert_int_equal(bank_find_activity(bank, "second/c"), -1);
    assert_int_equal(bank_find_activity(bank, ""), -1);
    assert_int_equal(bank_find_logged(bank, "bank:second/b"), 4);
    assert_int_equal(bank_find_logged(bank, "bank:second/c"), -1);
    assert_int_equal(bank_find_logged(bank, "bank2:second/b"), -1);
    assert_int_equal(bank_find_logged(bank, "ban"), -1);
    assert_int_equal(bank_find_principle(bank, "other"), 1);
    assert_int_equal(bank_find_principle(bank, "q"), -1);
    assert_true(bank_has_setting(bank, "food"));
    assert_false(bank_has_setting(bank, "foo"));
    bank_free(bank);
    bank_free(NULL);
}

static void siblings_are_of_the_other_side_and_not_dropped(void **state)
{
    (void)state;
    struct sample s;
    fill(&s);
    struct bank *bank = build(&s);
    assert_int_equal(bank_sibling(bank, 0), 1);
    assert_int_equal(bank_sibling(bank, 1), 0);
    assert_int_equal(bank_sibling(bank, 2), 0); /* around the scenario, not into the next */
    assert_int_equal(bank_sibling(bank, 3), 4);
    bank_free(bank);
    add_override(&s, "first/b", NULL, true);
    add_override(&s, "second/a", NULL, true);
    bank = build(&s);
    assert_int_equal(bank_sibling(bank, 0), 2);
    assert_int_equal(bank_sibling(bank, 4), -1);
    bank_free(bank);
}

static void sides_have_names(void **state)
{
    (void)state;
    assert_int_equal(side_from_id(side_id(SIDE_SALES)), SIDE_SALES);
    assert_int_equal(side_from_id(side_id(SIDE_MARKETING)), SIDE_MARKETING);
    assert_int_equal(side_from_id("Sales"), SIDE_NONE);
    assert_string_equal(side_id(SIDE_NONE), "");
    assert_int_equal(side_other(SIDE_SALES), SIDE_MARKETING);
    assert_int_equal(side_other(SIDE_MARKETING), SIDE_SALES);
    assert_int_equal(side_other(SIDE_NONE), SIDE_NONE);
}

static void the_last_override_counts_whole(void **state)
{
    (void)state;
    struct sample s;
    fill(&s);
    add_override(&s, "first/a", "marketing", true);
    s.overrides[0].why = text("Earlier.");
    add_override(&s, "first/a", NULL, false);
    draft_check(&s.draft, &s.faults);
    assert_int_equal(s.faults.errors, 0);
    assert_int_equal(s.faults.warnings, 1);
    faults_free(&s.faults);
    struct bank *bank = bank_build(&s.draft);
    assert_int_equal(bank->activities[0].side, SIDE_SALES);
    assert_false(bank->activities[0].dropped);
    assert_string_equal(bank->activities[0].why, "Here.");
    bank_free(bank);
}

static void an_override_may_leave_one_side(void **state)
{
    (void)state;
    struct sample s;
    fill(&s);
    add_override(&s, "second/a", NULL, true);
    add_override(&s, "first/a", "marketing", false);
    bank_free(build(&s));
}

/* Ids and texts stay well-formed with one letter more, so that only the content differs. */
static void the_fingerprint_follows_every_field(void **state)
{
    (void)state;
    struct sample s;
    fill(&s);
    const uint64_t plain = fingerprint(&s);
    struct draft_text *const fields[] = {&s.draft.id,
                                         &s.draft.title,
                                         &s.draft.language,
                                         &s.draft.license,
                                         &s.draft.side_name[0],
                                         &s.draft.side_name[1],
                                         &s.questions[0].title,
                                         &s.draft.side_definition[0],
                                         &s.principles[0].title,
                                         &s.principles[0].rule,
                                         &s.principles[0].looks[0],
                                         &s.principles[0].looks[1],
                                         &s.principles[0].mixup,
                                         &s.principles[0].source,
                                         &s.scenarios[0].id,
                                         &s.scenarios[0].situation,
                                         &s.scenarios[0].setting,
                                         &s.scenarios[0].together,
                                         &s.activities[0].id,
                                         &s.activities[0].why};
    for (size_t i = 0; i < ARRAY_LEN(fields); i++) {
        char longer[64];
        struct draft_text before = *fields[i];
        size_t len = strlen(before.text);
        memcpy(longer, before.text, len);
        memcpy(longer + len, "x", 2);
        fields[i]->text = longer;
        assert_true(fingerprint(&s) != plain);
        *fields[i] = before;
    }
    assert_true(fingerprint(&s) == plain);
    s.scenarios[0].level = 2;
    assert_true(fingerprint(&s) != plain);
    s.scenarios[0].level = 1;
    s.scenarios[0].principle = text("other");
    assert_true(fingerprint(&s) != plain);
}

static void the_fingerprint_follows_overrides_and_order(void **state)
{
    (void)state;
    struct sample s;
    fill(&s);
    const uint64_t plain = fingerprint(&s);
    add_override(&s, "first/a", NULL, true);
    const uint64_t dropped = fingerprint(&s);
    assert_true(dropped != plain);
    s.overrides[0].drop = false;
    s.overrides[0].side = text("marketing");
    const uint64_t turned = fingerprint(&s);
    assert_true(turned != plain && turned != dropped);
    fill(&s);
    struct draft_activity first = s.activities[0];
    s.activities[0] = s.activities[1];
    s.activities[1] = first;
    assert_true(fingerprint(&s) != plain);
}

static void the_fingerprint_is_of_content_not_of_places(void **state)
{
    (void)state;
    struct sample s;
    fill(&s);
    const uint64_t plain = fingerprint(&s);
    s.activities[0].place = (struct place){"other.cfg", 77};
    s.activities[0].text.place = (struct place){"other.cfg", 78};
    s.scenarios[0].place.line = 1;
    assert_true(fingerprint(&s) == plain);
}

static void the_wording_is_situation_and_text(void **state)
{
    (void)state;
    struct sample s;
    fill(&s);
    struct bank *plain = build(&s);
    s.activities[0].why = text("Another reason.");
    s.activities[0].side = text("marketing");
    s.activities[1].side = text("sales");
    s.activities[1].text = s.activities[1].cue = text("To everybody");
    s.scenarios[1].situation = text("Another situation.");
    struct bank *bank = build(&s);
    assert_true(bank->activities[0].wording == plain->activities[0].wording);
    assert_true(bank->activities[1].wording != plain->activities[1].wording);
    assert_true(bank->activities[3].wording != plain->activities[3].wording);
    bank_free(plain);
    bank_free(bank);
}

static void lengths_are_counted_in_characters(void **state)
{
    (void)state;
    struct sample s;
    fill(&s);
    struct str words = {0};
    for (int i = 0; i < BANK_ACTIVITY_MAX; i++)
        str_add(&words, "e\xcc\x81"); /* one character of two code points */
    s.activities[0].text = s.activities[0].cue = text(str_text(&words));
    assert_faults(&s, "");
    str_add(&words, ".");
    s.activities[0].text = s.activities[0].cue = text(str_text(&words));
    s.activities[0].cue.place.line = 10;
    assert_faults(&s, "test.cfg:9: error: \"text\" has 111 characters; the most is 110\n"
                      "test.cfg:10: error: \"cue\" has 111 characters; the most is 110\n");
    str_free(&words);
}

static void what_the_reader_refused_is_not_called_missing(void **state)
{
    (void)state;
    struct sample s;
    fill(&s);
    s.activities[0].side = (struct draft_text){NULL, {"test.cfg", 9}, true};
    s.scenarios[1].principle = (struct draft_text){NULL, {"test.cfg", 9}, true};
    s.draft.title = (struct draft_text){NULL, {"test.cfg", 9}, true};
    assert_faults(&s, "");
}

static void duplicates_name_both_places(void **state)
{
    (void)state;
    struct sample s;
    fill(&s);
    s.activities[2].id = text("a");
    s.activities[2].id.place = (struct place){"b\x1b.cfg", 30};
    assert_faults(&s, "b\\u{1b}.cfg:30: error: the id \"a\" is taken already, at test.cfg:9\n");
    fill(&s);
    s.activities[0].id.place = (struct place){"b\x1b.cfg", 30};
    s.activities[2].id = text("a");
    assert_faults(&s, "test.cfg:9: error: the id \"a\" is taken already, at b\\u{1b}.cfg:30\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_bank_is_what_was_drafted),
        cmocka_unit_test(finders_find),
        cmocka_unit_test(siblings_are_of_the_other_side_and_not_dropped),
        cmocka_unit_test(sides_have_names),
        cmocka_unit_test(the_last_override_counts_whole),
        cmocka_unit_test(an_override_may_leave_one_side),
        cmocka_unit_test(the_fingerprint_follows_every_field),
        cmocka_unit_test(the_fingerprint_follows_overrides_and_order),
        cmocka_unit_test(the_fingerprint_is_of_content_not_of_places),
        cmocka_unit_test(the_wording_is_situation_and_text),
        cmocka_unit_test(lengths_are_counted_in_characters),
        cmocka_unit_test(what_the_reader_refused_is_not_called_missing),
        cmocka_unit_test(duplicates_name_both_places),
    };
    return cmocka_run_group_tests_name("draft", tests, NULL, NULL);
}
