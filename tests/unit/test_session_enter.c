/* Lines a trainer types: names, result codes, tick sheets, and the runs they come to. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/bank_fingerprint.h"
#include "core/result_code.h"
#include "core/rules.h"
#include "core/session_enter.h"
#include "core/uuid.h"
#include "seed.h"
#include "session_fixture.h"

#define LEARNER "0190b5a2-0000-7000-8000-000000000001"

static const struct now monday = {1000, INT64_C(1795900000000), 60};

struct desk {
    struct bank *bank;
    struct session session;
    struct arena arena;
    struct shared_run run;
    struct err e;
};

static void desk_open(struct desk *desk)
{
    *desk = (struct desk){.bank = fixture_bank()};
    desk->session = fixture_session(desk->bank);
}

static void desk_close(struct desk *desk)
{
    arena_free(&desk->arena);
    bank_free(desk->bank);
}

/* Enters a line that is a result. */
static struct shared_run entered(struct desk *desk, const char *line)
{
    bool found;
    struct shared_run run;
    if (!session_enter_line(&desk->session, line, monday, &desk->arena, &run, &found, &desk->e))
        fail_msg("%s: %s", line, desk->e.text);
    assert_true(found);
    assert_true(shared_run_complete(&run));
    return run;
}

static void assert_refused(struct desk *desk, const char *line, const char *sentence)
{
    bool found;
    struct shared_run run;
    struct err e = {0};
    if (session_enter_line(&desk->session, line, monday, &desk->arena, &run, &found, &e))
        fail_msg("%s was taken", line);
    assert_true(found);
    assert_int_equal(e.status, STATUS_DATA);
    assert_string_equal(e.text, sentence);
}

/* The code of a practice in which the first card was not answered. */
static void add_code(struct str *out, const struct session *session, const char *learner)
{
    struct result_code code = {.part = PART_PRACTICE,
                               .learner_tag = result_code_learner_tag(learner),
                               .answers = {{SIDE_NONE, false},
                                           {SIDE_SALES, true},
                                           {SIDE_MARKETING, false},
                                           {SIDE_MARKETING, true}}};
    result_code_write(out, session, &code);
}

static void assert_answer(const struct shared_run *run, size_t at, const char *activity,
                          enum side keyed, enum side choice, bool sure)
{
    const struct event *event = &run->events[at];
    assert_int_equal(event->kind, EVENT_ANSWER);
    assert_string_equal(event->activity, activity);
    assert_int_equal(event->keyed, keyed);
    assert_int_equal(event->choice, choice);
    assert_int_equal(event->sure, sure);
    assert_int_equal(event->sequence, at + 1);
    assert_int_equal(event->elapsed_ms, 0);
    assert_int_equal(event->utc_ms, 0);
    assert_string_equal(event->run, run->run.id);
    assert_true(uuid_valid(event->id));
}

static void a_sheet_becomes_a_whole_run(void **state)
{
    (void)state;
    struct desk desk;
    desk_open(&desk);
    struct shared_run run = entered(&desk, "Anna: before B m?s");
    assert_int_equal(run.source, SOURCE_SHEET);
    assert_string_equal(run.owner, "");
    assert_string_equal(run.learner.name, "Anna");
    assert_true(uuid_valid(run.learner.id) && uuid_valid(run.run.id));
    assert_string_equal(run.run.learner, run.learner.id);
    assert_string_equal(run.run.session, "maple-tango-river");
    assert_string_equal(run.run.part, "before");
    assert_string_equal(run.run.mode, "before");
    assert_string_equal(run.run.items, "stand/a2 poster/a0");
    assert_string_equal(run.run.bank, "test");
    assert_true(run.run.fingerprint == bank_fingerprint(desk.bank));
    assert_int_equal(run.run.started_utc_ms, monday.utc_ms);
    assert_int_equal(session_form_of(&desk.session, &run.run), FORM_B);
    assert_int_equal(run.count, 3);
    assert_answer(&run, 0, "test:stand/a2", SIDE_SALES, SIDE_MARKETING, false);
    assert_answer(&run, 1, "test:poster/a0", SIDE_MARKETING, SIDE_SALES, true);
    assert_true(run.events[0].wording ==
                desk.bank->activities[bank_find_activity(desk.bank, "stand/a2")].wording);
    assert_int_equal(run.events[2].kind, EVENT_END);
    assert_string_equal(run.events[2].note, "done");
    struct rules rules;
    assert_true(rules_read(run.run.rules, MODE_BEFORE, &rules));
    assert_int_equal(rules.length, 2);
    assert_false(rules.nameless);
    desk_close(&desk);
}

static void assert_same_run(const struct shared_run *a, const struct shared_run *b)
{
    assert_string_equal(a->run.id, b->run.id);
    assert_string_equal(a->learner.id, b->learner.id);
    assert_int_equal(a->count, b->count);
    for (size_t i = 0; i < a->count; i++)
        assert_true(event_same(&a->events[i], &b->events[i]));
}

static void sheets_are_read_however_they_are_typed(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "Anna: practice s-mm?",
        "Anna:practice s-mm?",
        "  anna :  PRACTICE   S - M m ?  # said she was tired",
        "ANNA practice s\xe2\x80\x93mm?", /* an en dash */
        "Anna\xc2\xa0: practice\ts\xe2\x88\x92mm?\r",
        "\357\273\277Anna: practice s-mm?", /* a byte order mark */
    };
    struct desk desk;
    desk_open(&desk);
    struct shared_run first = entered(&desk, lines[0]);
    for (size_t i = 0; i < ARRAY_LEN(lines); i++) {
        struct shared_run run = entered(&desk, lines[i]);
        assert_same_run(&run, &first);
    }
    struct shared_run a = entered(&desk, "Anna: after a ss"),
                      b = entered(&desk, "Anna: After form A s s");
    assert_same_run(&a, &b);
    desk_close(&desk);
}

static void typed_again_it_is_the_same_run(void **state)
{
    (void)state;
    const struct now friday = {5, INT64_C(1796300000000), -120};
    struct desk desk;
    struct shared_runs runs = {0};
    struct shared_run again;
    bool found;
    desk_open(&desk);
    struct shared_run run = entered(&desk, "Anna Smith: before A sm");
    assert_int_equal(shared_runs_add(&runs, &run), MERGED_NEW);
    assert_true(session_enter_line(&desk.session, "anna  smith: before A sm", friday, &desk.arena,
                                   &again, &found, &desk.e));
    assert_int_equal(shared_runs_add(&runs, &again), MERGED_SAME);
    run = entered(&desk, "Anna Smith: before A ss");
    assert_int_equal(shared_runs_add(&runs, &run), MERGED_NEW);
    run = entered(&desk, "Anna Smith: before A s?m");
    assert_int_equal(shared_runs_add(&runs, &run), MERGED_NEW);
    run = entered(&desk, "Anna Smith: after A sm");
    assert_int_equal(shared_runs_add(&runs, &run), MERGED_NEW);
    run = entered(&desk, "Anna Smith: before B sm");
    assert_int_equal(shared_runs_add(&runs, &run), MERGED_NEW);
    run = entered(&desk, "Ben: before A sm");
    assert_int_equal(shared_runs_add(&runs, &run), MERGED_NEW);
    shared_runs_free(&runs);
    desk_close(&desk);
}

static void a_code_stands_before_or_behind_the_name_or_alone(void **state)
{
    (void)state;
    struct desk desk;
    struct str code = {0}, parted = {0}, line = {0};
    desk_open(&desk);
    add_code(&code, &desk.session, LEARNER);
    str_add(&parted, code.data);
    for (char *at = parted.data; *at; at++)
        if (*at == '-')
            *at = ' ';
    const char *const forms[] = {"Anna %s",  "%s Anna",   "Anna: %s",
                                 "%s, Anna", "Anna - %s", "ANNA %s # by phone"};
    struct shared_run sheet = entered(&desk, "Anna: practice -sm?m");
    for (size_t i = 0; i < 2 * ARRAY_LEN(forms); i++) {
        const char *form = forms[i / 2], *mark = strstr(form, "%s");
        str_clear(&line);
        str_addn(&line, form, (size_t)(mark - form));
        str_add(&line, i % 2 ? parted.data : code.data);
        str_add(&line, mark + 2);
        struct shared_run run = entered(&desk, line.data);
        assert_int_equal(run.source, SOURCE_CODE);
        assert_same_run(&run, &sheet);
        assert_answer(&run, 0, "test:letter/a1", SIDE_MARKETING, SIDE_SALES, true);
    }
    struct shared_run alone = entered(&desk, parted.data);
    assert_string_not_equal(alone.learner.id, sheet.learner.id);
    assert_memory_equal(alone.learner.name, "code ", 5);
    assert_int_equal(strlen(alone.learner.name), 8);
    str_free(&code);
    str_free(&parted);
    str_free(&line);
    desk_close(&desk);
}

static void codes_without_names_join_by_their_tag(void **state)
{
    (void)state;
    struct desk desk;
    struct str line = {0};
    struct rules rules;
    desk_open(&desk);
    add_code(&line, &desk.session, LEARNER);
    struct shared_run practice = entered(&desk, line.data);
    assert_true(rules_read(practice.run.rules, MODE_PRACTICE, &rules));
    assert_true(rules.nameless);
    struct result_code after = {.part = PART_AFTER,
                                .learner_tag = result_code_learner_tag(LEARNER),
                                .answers = {{SIDE_SALES, true}, {SIDE_SALES, true}}};
    str_clear(&line);
    result_code_write(&line, &desk.session, &after);
    struct shared_run test = entered(&desk, line.data);
    assert_string_equal(practice.learner.id, test.learner.id);
    assert_string_equal(practice.learner.name, test.learner.name);
    after.learner_tag ^= 1;
    str_clear(&line);
    result_code_write(&line, &desk.session, &after);
    struct shared_run other = entered(&desk, line.data);
    assert_string_not_equal(other.learner.id, test.learner.id);
    assert_string_not_equal(other.learner.name, test.learner.name);
    str_free(&line);
    desk_close(&desk);
}

static void a_session_without_names_keeps_none(void **state)
{
    (void)state;
    struct desk desk;
    struct rules rules;
    desk_open(&desk);
    desk.session.names = false;
    struct shared_run before = entered(&desk, "Anna: before A sm"),
                      after = entered(&desk, "anna: after B sm"),
                      ben = entered(&desk, "Ben: before A sm");
    assert_string_equal(before.learner.id, after.learner.id);
    assert_string_equal(before.learner.name, after.learner.name);
    assert_memory_equal(before.learner.name, "sheet ", 6);
    assert_string_not_equal(before.learner.id, ben.learner.id);
    assert_string_not_equal(before.learner.name, ben.learner.name);
    assert_true(rules_read(before.run.rules, MODE_BEFORE, &rules));
    assert_true(rules.nameless);
    desk_close(&desk);
}

static void names_are_the_same_in_any_writing(void **state)
{
    (void)state;
    struct desk desk;
    desk_open(&desk);
    struct shared_run a = entered(&desk, "Ren\xc3\xa9 GRO\xc3\x9f: before A sm"),
                      b = entered(&desk, "rene\xcc\x81 gross: before A sm");
    assert_string_equal(a.learner.id, b.learner.id);
    assert_string_equal(a.learner.name, "Ren\xc3\xa9 GRO\xc3\x9f");
    struct shared_run other = entered(&desk, "Rene Gross: before A sm");
    assert_string_not_equal(a.learner.id, other.learner.id);
    memcpy(desk.session.code, "river-maple-tango", 18);
    other = entered(&desk, "rene\xcc\x81 gross: before A sm");
    assert_string_not_equal(a.learner.id, other.learner.id);
    desk_close(&desk);
}

static void lines_without_a_result_are_passed_over(void **state)
{
    (void)state;
    static const char *const lines[] = {"", "   ", "# Tuesday's group", " \t# x", "\xc2\xa0"};
    struct desk desk;
    desk_open(&desk);
    for (size_t i = 0; i < ARRAY_LEN(lines); i++) {
        bool found = true;
        struct shared_run run;
        assert_true(session_enter_line(&desk.session, lines[i], monday, &desk.arena, &run, &found,
                                       &desk.e));
        assert_false(found);
    }
    desk_close(&desk);
}

static void a_wrong_sheet_says_what_is_wrong(void **state)
{
    (void)state;
    struct desk desk;
    desk_open(&desk);
    assert_refused(&desk, "Anna: practice smxs", "Card 3: “x” is none of s, m, s?, m? and -.");
    assert_refused(&desk, "Anna: practice s?-?m", "Card 3: “?” is none of s, m, s?, m? and -.");
    assert_refused(&desk, "Anna: practice \xe2\x98\x90sms",
                   "Card 1: “\xe2\x98\x90” is none of s, m, s?, m? and -.");
    assert_refused(&desk, "Anna: practice s\x1bms",
                   "Card 2: “\\u{1b}” is none of s, m, s?, m? and -.");
    assert_refused(&desk, "Anna: practice \xffsms",
                   "Card 1: “\\x{ff}” is none of s, m, s?, m? and -.");
    assert_refused(&desk, "Anna: practice sms",
                   "“practice” takes 4 cards, and there are 3 letters here.");
    assert_refused(&desk, "Anna: before A s",
                   "“before” takes 2 cards, and there is 1 letter here.");
    assert_refused(&desk, "Anna: before A s?m?s?",
                   "“before” takes 2 cards, and there are 3 letters here.");
    assert_refused(&desk, "Anna: before sm",
                   "The form is missing: A or B, behind “before”; it stands on the sheet.");
    assert_refused(&desk, "before A sm", "The name is missing, in front of “before”.");
    assert_refused(&desk, "Anna\x1b[2J: before A sm",
                   "This name cannot be used, because there is a control character in it.");
    assert_refused(&desk, "0123456789012345678901234567890123: before A sm",
                   "This name is too long: 32 characters are the most.");
    desk.session.has[PART_AFTER] = false;
    assert_refused(&desk, "Anna: after A sm", "This session has no part “after”.");
    desk_close(&desk);
}

static void a_wrong_code_says_what_is_wrong(void **state)
{
    (void)state;
    struct desk desk;
    struct str line = {0};
    const char *mistyped =
        "Something in it is mistyped, left out or too much: compare it with the code once more.";
    desk_open(&desk);
    assert_refused(&desk, "Anna", "There is neither a result code nor a tick sheet in this line.");
    assert_refused(&desk, "Anna: befor A sm", "“befor” is no part. Did you mean “before”?");
    assert_refused(&desk, "Anna: BEFROE a s-", "“BEFROE” is no part. Did you mean “before”?");
    assert_refused(&desk, "Anna: practise smsm", "“practise” is no part. Did you mean “practice”?");
    assert_refused(&desk, "Anna S. aftr B s?-", "“aftr” is no part. Did you mean “after”?");
    assert_refused(&desk, "Hans Peter smsm",
                   "There is neither a result code nor a tick sheet in this line.");
    assert_refused(&desk, "Befor: sm",
                   "There is neither a result code nor a tick sheet in this line.");
    assert_refused(&desk, "Anna K7QX-9M2B-0HJT-4", mistyped);
    assert_refused(&desk, "K7QX-9M2B-0HJT-4 Anna", mistyped);
    assert_refused(&desk, "K7QX-9M2B-0HJT-4", mistyped);
    str_add(&line, "Anna ");
    add_code(&line, &desk.session, LEARNER);
    line.data[line.len - 2] = line.data[line.len - 2] == '7' ? '8' : '7';
    assert_refused(&desk, line.data, mistyped);
    str_clear(&line);
    str_add(&line, "Anna: ");
    add_code(&line, &desk.session, LEARNER);
    memcpy(desk.session.code, "river-maple-tango", 18);
    assert_refused(&desk, line.data, "This code is of another session.");
    str_clear(&line);
    for (int i = 0; i < SESSION_ENTER_MAX; i++)
        str_add(&line, "7 ");
    assert_refused(&desk, line.data, "This line is too long for one person's result.");
    str_free(&line);
    desk_close(&desk);
}

static void any_line_of_many_words_is_survived(void **state)
{
    (void)state;
    static const char *const pieces[] = {"Anna", ":",  "before", "A",  "sm",   " ",     "-",
                                         "K7QX", "?",  "\xff",   "#",  "s? ",  "\x1b[", "practice ",
                                         " ",    "B ", "after ", "\n", "smsm", "7",     "\xc3\xa9"};
    struct rng rng = rng_for_test();
    struct desk desk;
    int taken = 0;
    desk_open(&desk);
    for (int round = 0; round < 20000; round++) {
        struct str line = {0};
        struct shared_run run;
        bool found;
        for (uint32_t i = rng_below(&rng, round % 50 ? 9 : 90); i > 0; i--)
            str_add(&line, pieces[rng_below(&rng, ARRAY_LEN(pieces))]);
        if (session_enter_line(&desk.session, str_text(&line), monday, &desk.arena, &run, &found,
                               &desk.e) &&
            found) {
            struct err e;
            taken++;
            assert_true(learner_name_valid(run.learner.name, &e));
            assert_true(shared_run_complete(&run));
        }
        str_free(&line);
    }
    assert_true(taken > 0);
    desk_close(&desk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sheet_becomes_a_whole_run),
        cmocka_unit_test(sheets_are_read_however_they_are_typed),
        cmocka_unit_test(typed_again_it_is_the_same_run),
        cmocka_unit_test(a_code_stands_before_or_behind_the_name_or_alone),
        cmocka_unit_test(codes_without_names_join_by_their_tag),
        cmocka_unit_test(a_session_without_names_keeps_none),
        cmocka_unit_test(names_are_the_same_in_any_writing),
        cmocka_unit_test(lines_without_a_result_are_passed_over),
        cmocka_unit_test(a_wrong_sheet_says_what_is_wrong),
        cmocka_unit_test(a_wrong_code_says_what_is_wrong),
        cmocka_unit_test(any_line_of_many_words_is_survived),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
