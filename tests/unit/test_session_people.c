/* Who took part in a session, and which of their answers count. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/result_code.h"
#include "core/session_people.h"
#include "core/typed_run.h"
#include "report_fixture.h"

struct desk {
    struct bank *bank;
    struct session session;
    struct report_runs runs;
    struct session_people people;
};

static int set_up(void **state)
{
    struct desk *desk = calloc(1, sizeof *desk);
    if (!desk)
        return -1;
    desk->bank = report_bank();
    desk->session = report_session(desk->bank);
    desk->runs.session = &desk->session;
    *state = desk;
    return 0;
}

static int tear_down(void **state)
{
    struct desk *desk = *state;
    session_people_free(&desk->people);
    arena_free(&desk->runs.arena);
    bank_free(desk->bank);
    free(desk);
    return 0;
}

static void count(struct desk *desk)
{
    session_people_free(&desk->people);
    session_people_make(&desk->people, &desk->session, desk->runs.items, desk->runs.count, true);
}

static const struct person *called(const struct desk *desk, const char *name)
{
    for (size_t i = 0; i < desk->people.len; i++)
        if (strcmp(desk->people.items[i].name, name) == 0)
            return &desk->people.items[i];
    fail_msg("nobody is called %s", name);
    return NULL;
}

static void two_of_one_name_are_two(void **state)
{
    struct desk *desk = *state;
    report_answers(&desk->runs, "anna", "Anna", 1, PART_BEFORE, "rrrr");
    report_answers(&desk->runs, "ben", "Ben", 2, PART_BEFORE, "rrrr");
    report_answers(&desk->runs, "hall", "anna", 3, PART_BEFORE, "wwww");
    report_answers(&desk->runs, "hall", "Cy", 4, PART_BEFORE, "wwww");
    count(desk);
    assert_int_equal(desk->people.len, 4);
    assert_int_equal(desk->people.namesakes, 2);
    assert_int_equal(called(desk, "Anna")->parts[PART_BEFORE].tally.right, 4);
    assert_int_equal(called(desk, "anna (2)")->parts[PART_BEFORE].tally.right, 0);
    assert_false(called(desk, "Anna")->owner_shared);
    assert_true(called(desk, "Cy")->owner_shared);
    assert_int_equal(desk->people.verified, 4);
}

static void an_owner_parts_people_and_an_unproven_run_verifies_nobody(void **state)
{
    struct desk *desk = *state;
    report_answers(&desk->runs, "anna", "Anna", 1, PART_BEFORE, "rrrr");
    report_answers(&desk->runs, "", "Anna", 1, PART_AFTER, "rrrr");
    count(desk);
    assert_int_equal(desk->people.len, 1); /* the file from a stick is hers */
    assert_true(called(desk, "Anna")->parts[PART_AFTER].complete);
    assert_string_equal(called(desk, "Anna")->owner, "");
    assert_int_equal(desk->people.verified, 0);
    report_answers(&desk->runs, "mallory", "Anna", 1, PART_BEFORE, "wwww");
    count(desk);
    assert_int_equal(desk->people.len, 3); /* whose the file is nobody knows now */
}

static void the_complete_one_that_began_first_counts(void **state)
{
    struct desk *desk = *state;
    struct shared_run *left = report_answers(&desk->runs, "a", "Anna", 1, PART_BEFORE, "ww");
    left->events[left->count - 1].note = "quit";
    report_answers(&desk->runs, "a", "Anna", 1, PART_BEFORE, "rrrw");
    report_answers(&desk->runs, "a", "Anna", 1, PART_BEFORE, "rrrr");
    report_run(&desk->runs, "a", "Anna", 1, PART_BEFORE); /* nothing in it */
    report_run(&desk->runs, "b", "Ben", 2, PART_BEFORE);
    count(desk);
    assert_int_equal(desk->people.len, 1);
    assert_int_equal(called(desk, "Anna")->parts[PART_BEFORE].tally.right, 3);
    assert_int_equal(desk->people.repeated, 2);
    assert_int_equal(desk->people.silent, 1);
}

static void a_proven_run_counts_before_an_earlier_claim(void **state)
{
    struct desk *desk = *state;
    report_answers(&desk->runs, "", "Anna", 1, PART_BEFORE, "rrrr"); /* forged, and first */
    report_answers(&desk->runs, "anna", "Anna", 1, PART_BEFORE, "wwww");
    count(desk);
    assert_int_equal(desk->people.len, 1);
    assert_int_equal(called(desk, "Anna")->parts[PART_BEFORE].tally.right, 0);
    assert_string_equal(called(desk, "Anna")->owner, "anna");
}

static void what_is_struck_out_counts_for_nothing(void **state)
{
    struct desk *desk = *state;
    struct shared_run *run = report_run(&desk->runs, "a", "Anna", 1, PART_PRACTICE);
    const int *cards = desk->session.practice.activities;
    for (int i = 0; i < 3; i++)
        report_event(&desk->runs, EVENT_ANSWER, cards[i])->choice = SIDE_SALES;
    report_event(&desk->runs, EVENT_STRIKE, cards[1]);
    report_event(&desk->runs, EVENT_ANSWER, cards[1])->choice = SIDE_MARKETING;
    report_event(&desk->runs, EVENT_ANSWER, cards[2])->choice = SIDE_MARKETING; /* the second one */
    count(desk);
    const struct person_part *part = &called(desk, "Anna")->parts[PART_PRACTICE];
    assert_ptr_equal(part->run, run);
    assert_int_equal(part->tally.answers, 2);
    assert_int_equal(part->tally.right, 2); /* both are sales */
    assert_false(part->complete);
    assert_int_equal(part->cards, 4);
}

static void what_is_not_asked_in_the_part_does_not_count(void **state)
{
    struct desk *desk = *state;
    struct shared_run *run = report_run(&desk->runs, "a", "Anna", 2, PART_BEFORE); /* form A */
    report_event(&desk->runs, EVENT_ANSWER, desk->session.forms[FORM_A].activities[0])->choice =
        SIDE_SALES;
    report_event(&desk->runs, EVENT_ANSWER, desk->session.forms[FORM_B].activities[0])->choice =
        SIDE_SALES;
    report_event(&desk->runs, EVENT_ANSWER,
                 desk->session.forms[FORM_A].activities[1]); /* no side */
    run->events[run->count - 1].choice = SIDE_NONE;
    struct event *odd =
        report_event(&desk->runs, EVENT_ANSWER, desk->session.forms[FORM_A].activities[2]);
    odd->choice = SIDE_SALES;
    odd->activity = "other:gym/one";
    report_answers(&desk->runs, "b", "Ben", 4, PART_BEFORE, "rrrr")->run.session = "another-one";
    report_answers(&desk->runs, "b", "Ben", 4, PART_BEFORE, "rrrr")->run.part = "during";
    count(desk);
    assert_int_equal(desk->people.len, 1);
    assert_int_equal(called(desk, "Anna")->parts[PART_BEFORE].tally.answers, 1);
    assert_int_equal(desk->people.elsewhere, 2);
}

static void the_key_of_the_time_grades(void **state)
{
    struct desk *desk = *state;
    struct shared_run *run = report_answers(&desk->runs, "a", "Anna", 1, PART_BEFORE, "rrrr");
    run->events[0].keyed = side_other(run->events[0].keyed);
    count(desk);
    assert_int_equal(called(desk, "Anna")->parts[PART_BEFORE].tally.right, 3);
    assert_int_equal(desk->people.rekeyed, 1);
    run->events[0].wording++; /* it said something else then: that the key differs is no wonder */
    count(desk);
    assert_int_equal(desk->people.rekeyed, 0);
}

/* Adds the code of a run, typed in by a trainer under this name. */
static void type_in(struct desk *desk, const struct shared_run *played, const char *name,
                    bool changed)
{
    struct result_code code;
    struct shared_run *run = &desk->runs.items[desk->runs.count++];
    assert_true(
        result_code_of_run(&desk->session, &played->run, played->events, played->count, &code));
    if (changed)
        code.answers[0].sure = !code.answers[0].sure;
    typed_run_make(&desk->session, name, SOURCE_CODE, &code, 0,
                   (struct now){.utc_ms = report_start_ms}, &desk->runs.arena, run);
    run->owner = "trainer";
}

/* Whichever way round they come, the line typed last is the one meant. */
static void a_line_typed_later_corrects_an_earlier_one(void **state)
{
    struct desk *desk = *state;
    for (int order = 0; order < 2; order++) {
        report_answers(&desk->runs, "x", "Anna", 1, PART_BEFORE, "rrww");
        report_answers(&desk->runs, "x", "Anna", 1, PART_BEFORE, "rwww");
        for (int i = 0; i < 2; i++) {
            type_in(desk, &desk->runs.items[i], "Anna", false);
            desk->runs.items[2 + i].run.started_utc_ms += (i == order) * 60000;
        }
        desk->runs.items[0] = desk->runs.items[2]; /* only what was typed is there */
        desk->runs.items[1] = desk->runs.items[3];
        desk->runs.count = 2;
        count(desk);
        assert_int_equal(desk->people.len, 1);
        assert_int_equal(called(desk, "Anna")->parts[PART_BEFORE].tally.right, order ? 1 : 2);
        desk->runs.count = 0;
    }
}

static void a_code_that_says_what_was_played_is_no_person(void **state)
{
    struct desk *desk = *state;
    struct shared_run *anna = report_answers(&desk->runs, "a", "Anna", 1, PART_BEFORE, "rrww");
    struct shared_run *ben = report_answers(&desk->runs, "b", "Ben", 2, PART_BEFORE, "rrww");
    struct shared_run *later = report_answers(&desk->runs, "x", "Ben", 2, PART_AFTER, "rrrr");
    type_in(desk, anna, "ANNA", false);
    type_in(desk, ben, "", false);
    type_in(desk, later, "", false);
    desk->runs.items[2] =
        desk->runs.items[--desk->runs.count]; /* Ben's after came as a code only */
    count(desk);
    assert_int_equal(desk->people.len, 2);
    assert_int_equal(desk->people.same_again, 2);
    assert_int_equal(desk->people.repeated, 0);
    const struct person *person = called(desk, "Ben");
    assert_int_equal(person->parts[PART_AFTER].tally.right, 4);
    assert_true(person->parts[PART_AFTER].complete);
    assert_string_equal(person->owner, ""); /* nobody proves the code */
    assert_string_equal(called(desk, "Anna")->owner, "a");
}

static void a_code_that_says_something_else_is_a_person(void **state)
{
    struct desk *desk = *state;
    struct shared_run *anna = report_answers(&desk->runs, "a", "Anna", 1, PART_BEFORE, "rrww");
    type_in(desk, anna, "Anna", true);
    type_in(desk, anna, "Zoe", false); /* the same answers under another name */
    count(desk);
    assert_int_equal(desk->people.len, 3);
    assert_int_equal(desk->people.same_again, 0);
    assert_true(called(desk, "Zoe")->typed_in);
    assert_true(called(desk, "Anna (2)")->typed_in);
}

/* Only the beginning of what somebody played has arrived. */
static void cut_short(struct shared_run *run, size_t answers)
{
    run->count = answers;
}

static void a_code_goes_on_from_what_arrived_in_part(void **state)
{
    struct desk *desk = *state;
    static const char *const names[] = {"ANNA", ""};
    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        desk->runs.count = 0;
        struct shared_run *anna = report_answers(&desk->runs, "a", "Anna", 1, PART_BEFORE, "rwRw");
        type_in(desk, anna, names[i], false);
        cut_short(anna, 2);
        report_answers(&desk->runs, "a", "Anna", 1, PART_AFTER, "rrrr");
        count(desk);
        assert_int_equal(desk->people.len, 1);
        const struct person *person = called(desk, "Anna");
        const struct person_part *part = &person->parts[PART_BEFORE];
        assert_int_equal(part->run->source, SOURCE_CODE);
        assert_true(part->complete);
        assert_int_equal(part->tally.answers, 4);
        assert_int_equal(part->tally.right, 2);
        assert_true(person->parts[PART_AFTER].complete);
        assert_string_equal(person->owner, "");
        assert_int_equal(person->started_utc_ms, anna->run.started_utc_ms);
        assert_int_equal(desk->people.same_again, 1);
        assert_int_equal(desk->people.repeated, 0);
    }
}

/* One code says whose the other ones are; each still goes before its part. */
static void codes_of_several_parts_go_on_from_each(void **state)
{
    struct desk *desk = *state;
    for (size_t whole = 0; whole < 2; whole++) {
        desk->runs.count = 0;
        struct shared_run *runs[2];
        runs[0] = report_answers(&desk->runs, "a", "Anna", 1, PART_BEFORE, "rwrw");
        runs[1] = report_answers(&desk->runs, "a", "Anna", 1, PART_AFTER, "rrrw");
        for (size_t i = 0; i < 2; i++)
            type_in(desk, runs[i], "Anna", false);
        for (size_t i = whole; i < 2; i++)
            cut_short(runs[i], 3);
        count(desk);
        assert_int_equal(desk->people.len, 1);
        assert_true(called(desk, "Anna")->parts[PART_BEFORE].complete);
        assert_true(called(desk, "Anna")->parts[PART_AFTER].complete);
        assert_int_equal(desk->people.same_again, 2);
    }
}

static void a_code_that_contradicts_what_arrived_in_part_is_a_person(void **state)
{
    struct desk *desk = *state;
    struct shared_run *anna = report_answers(&desk->runs, "a", "Anna", 1, PART_BEFORE, "rwrw");
    type_in(desk, anna, "Anna", true); /* not as sure of the first card */
    type_in(desk, anna, "Zoe", false); /* another name */
    cut_short(anna, 2);
    count(desk);
    assert_int_equal(desk->people.len, 3);
    assert_int_equal(called(desk, "Anna")->parts[PART_BEFORE].tally.answers, 2);
    cut_short(anna, 0); /* nothing says whose it is */
    count(desk);
    assert_int_equal(desk->people.len, 2);
}

static void a_code_of_all_that_was_played_is_matched_before_parts(void **state)
{
    struct desk *desk = *state;
    for (int order = 0; order < 2; order++) {
        desk->runs.count = 0;
        struct shared_run *one =
            report_answers(&desk->runs, "", "Anna", order ? 3 : 1, PART_BEFORE, "rwrw");
        struct shared_run *other =
            report_answers(&desk->runs, "", "Anna", order ? 1 : 3, PART_BEFORE, "rwrw");
        type_in(desk, one, "Anna", false);
        cut_short(other, 2);
        count(desk);
        assert_int_equal(desk->people.len, 2);
        for (size_t i = 0; i < 2; i++) {
            const struct person *person = &desk->people.items[i];
            const struct person_part *part = &person->parts[PART_BEFORE];
            assert_int_equal(part->run->source, SOURCE_PLAYED);
            assert_int_equal(part->tally.answers,
                             strcmp(person->learner, one->learner.id) == 0 ? 4 : 2);
        }
    }
}

static void hands_are_nobodys(void **state)
{
    struct desk *desk = *state;
    static const int hands[][SIDE_COUNT] = {{3, 1}};
    report_hands(&desk->runs, hands, 1);
    count(desk);
    assert_int_equal(desk->people.len, 0);
    assert_int_equal(desk->people.hands_len, 1);
}

static void without_names_nothing_tells_who_is_who(void **state)
{
    struct desk *desk = *state;
    bool in_order = true;
    for (int i = 0; i < 20; i++) {
        char name[] = {(char)('a' + i), '\0'};
        report_answers(&desk->runs, name, name, i + 1, PART_BEFORE, "rrrr");
    }
    session_people_make(&desk->people, &desk->session, desk->runs.items, desk->runs.count, false);
    assert_int_equal(desk->people.len, 20);
    for (size_t i = 0; i < 20; i++) {
        char name[20];
        snprintf(name, sizeof name, "Person %zu", i + 1);
        assert_string_equal(desk->people.items[i].name, name);
        in_order = in_order && (i == 0 || desk->people.items[i].started_utc_ms >
                                              desk->people.items[i - 1].started_utc_ms);
    }
    assert_false(in_order);
}

#define AT_DESK(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        AT_DESK(two_of_one_name_are_two),
        AT_DESK(an_owner_parts_people_and_an_unproven_run_verifies_nobody),
        AT_DESK(the_complete_one_that_began_first_counts),
        AT_DESK(a_proven_run_counts_before_an_earlier_claim),
        AT_DESK(a_line_typed_later_corrects_an_earlier_one),
        AT_DESK(what_is_struck_out_counts_for_nothing),
        AT_DESK(what_is_not_asked_in_the_part_does_not_count),
        AT_DESK(the_key_of_the_time_grades),
        AT_DESK(a_code_that_says_what_was_played_is_no_person),
        AT_DESK(a_code_that_says_something_else_is_a_person),
        AT_DESK(a_code_goes_on_from_what_arrived_in_part),
        AT_DESK(codes_of_several_parts_go_on_from_each),
        AT_DESK(a_code_that_contradicts_what_arrived_in_part_is_a_person),
        AT_DESK(a_code_of_all_that_was_played_is_matched_before_parts),
        AT_DESK(hands_are_nobodys),
        AT_DESK(without_names_nothing_tells_who_is_who),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
