/* Typing results in: each line is at its place before the next is read, and what is there already
 * stays as it is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "app/enter.h"
#include "core/result_code.h"
#include "core/text.h"
#include "core/typed_run.h"
#include "io/result_file.h"
#include "unit/session_fixture.h"

#define PLAYER "0190b5a2-0000-7000-8000-000000000001"

/* A place in memory, which fails with `failure` where that is set. */
struct memory_share {
    struct share share;
    struct shared_runs runs;
    enum status failure, reading;
    int pushes;
    bool forgets; /* takes what it is given and shows none of it */
};

static bool push(struct share *s, const struct shared_run *run, int *stored, struct err *e)
{
    struct memory_share *memory = (struct memory_share *)s;
    memory->pushes++;
    if (memory->failure)
        return err_set(e, memory->failure, "The place cannot be reached.");
    assert_int_not_equal(shared_runs_add(&memory->runs, run), MERGED_CONFLICT);
    *stored = memory->forgets ? 0 : (int)run->count;
    return true;
}

static bool each_run(struct share *s, const char *code, shared_run_fn *fn, void *context,
                     struct faults *refused, struct err *e)
{
    struct memory_share *memory = (struct memory_share *)s;
    assert_string_equal(code, "maple-tango-river");
    if (memory->reading)
        return err_set(e, memory->reading, "The place cannot be read.");
    faults_add(refused, FAULT_ERROR, (struct place){"x.jsonl", 1}, "This file is cut short.");
    for (size_t i = 0; i < memory->runs.len; i++)
        if (!fn(&memory->runs.items[i], context))
            break;
    return true;
}

static const struct share_ops memory_ops = {.push = push, .each_run = each_run};

#define FIRST_ID "7389d61d-b03a-59e4-a8a2-c6e471ac3086"

struct desk {
    struct bank *bank;
    struct session session;
    struct memory_share memory;
    struct entering entering;
    struct str reply;
};

static void desk_open(struct desk *desk)
{
    struct err e;
    *desk = (struct desk){.bank = fixture_bank(), .memory = {.share = {&memory_ops}}};
    desk->session = fixture_session(desk->bank);
    assert_true(enter_begin(&desk->entering, &desk->memory.share, &desk->session, &e));
}

static void desk_close(struct desk *desk)
{
    enter_end(&desk->entering);
    shared_runs_free(&desk->memory.runs);
    str_free(&desk->reply);
    bank_free(desk->bank);
}

/* Types as if another day and another program had come. */
static void come_back(struct desk *desk)
{
    struct err e;
    enter_end(&desk->entering);
    assert_true(enter_begin(&desk->entering, &desk->memory.share, &desk->session, &e));
}

static void assert_line(struct desk *desk, const char *line, enum entered entered,
                        const char *reply)
{
    static int64_t clock; /* every line is typed later than the one before */
    str_clear(&desk->reply);
    clock += 60000;
    assert_int_equal(enter_line(&desk->entering, line, (struct now){.utc_ms = clock}, &desk->reply),
                     entered);
    if (reply)
        assert_string_equal(str_text(&desk->reply), reply);
}

static void assert_sum(const struct desk *desk, const char *expected)
{
    struct str sum = {0};
    enter_sum(&desk->entering, &sum);
    assert_string_equal(str_text(&sum), expected);
    str_free(&sum);
}

static void good_lines_are_kept_whatever_comes_between(void **state)
{
    (void)state;
    struct desk desk;
    desk_open(&desk);
    assert_line(&desk, "Anna: before A sm", ENTERED_NEW, "Anna, Before: 2 of 2 right.");
    assert_int_equal(desk.memory.runs.len, 1);
    assert_line(&desk, "Ben: before A sx", ENTERED_REFUSED,
                "Card 2: “x” is none of s, m, s?, m? and -.");
    assert_line(&desk, "", ENTERED_NOTHING, "");
    assert_line(&desk, "Ben: before B sm", ENTERED_NEW, "Ben, Before: 2 of 2 right.");
    assert_line(&desk, "anna: after B -m?", ENTERED_NEW, "anna, After: 1 of 2 right.");
    assert_int_equal(desk.memory.runs.len, 3);
    assert_sum(&desk, "3 results were taken.\n1 line was refused above: what was not typed again "
                      "since is missing.");
    desk_close(&desk);
}

static void a_line_typed_again_changes_nothing(void **state)
{
    (void)state;
    struct desk desk;
    desk_open(&desk);
    assert_line(&desk, "Anna: before A sm", ENTERED_NEW, "Anna, Before: 2 of 2 right.");
    assert_line(&desk, "ANNA: before a s m", ENTERED_AGAIN,
                "ANNA, Before: 2 of 2 right. It is there already.");
    come_back(&desk);
    assert_line(&desk, "Anna: before A sm", ENTERED_AGAIN,
                "Anna, Before: 2 of 2 right. It is there already.");
    assert_int_equal(desk.memory.pushes, 1);
    assert_int_equal(desk.memory.runs.len, 1);
    assert_sum(&desk, "0 results were taken.\n1 was there already.");
    desk_close(&desk);
}

static void another_result_of_the_same_part_is_told(void **state)
{
    (void)state;
    struct desk desk;
    desk_open(&desk);
    assert_line(&desk, "Anna: before A sm", ENTERED_NEW, "Anna, Before: 2 of 2 right.");
    assert_line(&desk, "Anna: before A ss", ENTERED_NEW,
                "Anna, Before: 1 of 2 right. The same name has another result of this part; of "
                "those typed in, the last one counts.");
    desk_close(&desk);
}

#define ANOTHER \
    " The same name has another result of this part; of those typed in, the last one counts."

/* The right one, a wrong one, the right one again: that is a correction, not a repetition. */
static void what_was_corrected_can_be_typed_once_more(void **state)
{
    (void)state;
    struct desk desk;
    desk_open(&desk);
    for (size_t round = 0; round < 3; round++) {
        const char *tail = round ? ANOTHER : "";
        char right[200];
        snprintf(right, sizeof right, "Anna, Before: 2 of 2 right.%s", tail);
        assert_line(&desk, "Anna: before A sm", ENTERED_NEW, right);
        assert_line(&desk, "anna: before A s m", ENTERED_AGAIN,
                    "anna, Before: 2 of 2 right. It is there already.");
        assert_int_equal(desk.memory.runs.len, 2 * round + 1);
        come_back(&desk);
        assert_line(&desk, "Anna: before A sm", ENTERED_AGAIN,
                    "Anna, Before: 2 of 2 right. It is there already.");
        assert_line(&desk, "Anna: before A ms", ENTERED_NEW, "Anna, Before: 0 of 2 right." ANOTHER);
        assert_line(&desk, "Anna: before A ms", ENTERED_AGAIN, NULL);
    }
    desk_close(&desk);
}

/* Ids of what is typed for the first time are those they always were. */
static void a_round_makes_another_run_of_the_same_answers(void **state)
{
    (void)state;
    struct desk desk;
    desk_open(&desk);
    assert_line(&desk, "Anna: before A sm", ENTERED_NEW, NULL);
    assert_line(&desk, "Anna: before A ms", ENTERED_NEW, NULL);
    assert_line(&desk, "Anna: before A sm", ENTERED_NEW, NULL);
    const struct shared_run *first = &desk.memory.runs.items[0], *third = first + 2;
    assert_string_equal(first->run.id, FIRST_ID);
    assert_string_not_equal(third->run.id, first->run.id);
    assert_string_not_equal(third->events[0].id, first->events[0].id);
    assert_string_equal(third->learner.id, first->learner.id);
    assert_int_equal(third->events[1].choice, first->events[1].choice);
    assert_true(third->run.started_utc_ms > desk.memory.runs.items[1].run.started_utc_ms);
    desk_close(&desk);
}

static void a_name_that_is_new_after_the_others_is_asked_about(void **state)
{
    (void)state;
    struct desk desk;
    desk_open(&desk);
    assert_line(&desk, "Anna: before A sm", ENTERED_NEW, "Anna, Before: 2 of 2 right.");
    assert_line(&desk, "anna: after B sm", ENTERED_NEW, "anna, After: 2 of 2 right.");
    assert_line(&desk, "Ana: after B sm", ENTERED_NEW,
                "Ana, After: 2 of 2 right. Nobody of that name has a result yet: is it spelt as "
                "before? The nearest name is Anna.");
    assert_line(&desk, "Anna Berg: before A sm", ENTERED_NEW, NULL);
    assert_line(&desk, "Anan: after B sm", ENTERED_NEW,
                "Anan, After: 2 of 2 right. Nobody of that name has a result yet: is it spelt as "
                "before? The nearest names are Ana, Anna.");
    assert_line(&desk, "Berta: after B sm", ENTERED_NEW,
                "Berta, After: 2 of 2 right. Nobody of that name has a result yet: is it spelt as "
                "before?");
    desk_close(&desk);
}

/* What stands around a name belongs to the line. */
static void stops_and_hyphens_are_no_part_of_a_name(void **state)
{
    (void)state;
    static const char *const lines[] = {"Dan: before A sm",   "Dan - before A sm",
                                        "dan – before A sm",  "- DAN: before A sm",
                                        "Dan. : before A sm", "Dan-: before A sm"};
    struct desk desk;
    desk_open(&desk);
    for (size_t i = 0; i < ARRAY_LEN(lines); i++)
        assert_line(&desk, lines[i], i ? ENTERED_AGAIN : ENTERED_NEW, NULL);
    assert_line(&desk, "Ann-Marie: before A sm", ENTERED_NEW, "Ann-Marie, Before: 2 of 2 right.");
    assert_line(&desk, " - : before A sm", ENTERED_REFUSED, NULL);
    desk_close(&desk);
}

/* Who types sees both what was typed and what is kept of it; nothing of the name is kept. */
static void without_names_the_typed_one_is_told_and_not_kept(void **state)
{
    (void)state;
    struct desk desk;
    desk_open(&desk);
    desk.session.names = false;
    assert_line(&desk, "Anna: before A sm", ENTERED_NEW, NULL);
    const struct shared_run *run = &desk.memory.runs.items[0];
    char reply[200];
    assert_int_equal(strncmp(run->learner.name, "sheet ", 6), 0);
    snprintf(reply, sizeof reply, "Anna (%s), Before: 2 of 2 right.", run->learner.name);
    assert_string_equal(str_text(&desk.reply), reply);
    assert_null(strstr(run->run.rules, "Anna"));
    assert_line(&desk, "anna: after A sm", ENTERED_NEW, NULL);
    assert_non_null(
        strstr(str_text(&desk.reply), " anna had form A before, too: is it B on the sheet?"));
    desk_close(&desk);
}

#define TWICE_BEFORE " Anna had form A before, too: is it B on the sheet?"
#define TWICE_AFTER " Anna had form B after, too: is it A on the sheet?"

/* It is kept all the same, and the right one corrects it. */
static void the_same_form_twice_is_asked_about(void **state)
{
    (void)state;
    struct desk desk;
    desk_open(&desk);
    assert_line(&desk, "Anna: before A sm", ENTERED_NEW, "Anna, Before: 2 of 2 right.");
    assert_line(&desk, "Anna: practice smsm", ENTERED_NEW, NULL);
    assert_null(strstr(str_text(&desk.reply), "form"));
    assert_line(&desk, "Anna: after A sm", ENTERED_NEW, "Anna, After: 2 of 2 right." TWICE_BEFORE);
    assert_line(&desk, "Anna: after B sm", ENTERED_NEW, "Anna, After: 2 of 2 right." ANOTHER);
    assert_line(&desk, "Anna: before B sm", ENTERED_NEW,
                "Anna, Before: 2 of 2 right." ANOTHER TWICE_AFTER);
    assert_line(&desk, "Anna: before A ss", ENTERED_NEW, "Anna, Before: 1 of 2 right." ANOTHER);
    assert_line(&desk, "Ben: after A sm", ENTERED_NEW, NULL);
    assert_null(strstr(str_text(&desk.reply), "form A"));
    assert_int_equal(desk.memory.runs.len, 7);
    desk_close(&desk);
}

/* What somebody played, as it came by itself. */
static void come_by_itself(struct desk *desk, enum side second)
{
    struct result_code result = {.part = PART_BEFORE, .form = FORM_A};
    struct arena arena = {0};
    struct shared_run run;
    result.answers[0].choice = SIDE_SALES;
    result.answers[0].sure = true;
    result.answers[1].choice = second;
    typed_run_make(&desk->session, "Anna S.", SOURCE_PLAYED, &result, 0, (struct now){0}, &arena,
                   &run);
    memcpy(run.learner.id, PLAYER, UUID_SIZE);
    memcpy(run.run.learner, PLAYER, UUID_SIZE);
    assert_int_equal(shared_runs_add(&desk->memory.runs, &run), MERGED_NEW);
    arena_free(&arena);
    come_back(desk);
}

/* What does not count for anybody is nobody's form. */
static void a_run_begun_and_left_had_no_form(void **state)
{
    (void)state;
    struct desk desk;
    struct result_code result = {.part = PART_BEFORE, .form = FORM_A};
    struct arena arena = {0};
    struct shared_run run;
    desk_open(&desk);
    typed_run_make(&desk.session, "Anna", SOURCE_PLAYED, &result, 0, (struct now){0}, &arena, &run);
    memcpy(run.learner.id, PLAYER, UUID_SIZE);
    memcpy(run.run.learner, PLAYER, UUID_SIZE);
    run.count = 0;
    assert_int_equal(shared_runs_add(&desk.memory.runs, &run), MERGED_NEW);
    arena_free(&arena);
    come_back(&desk);
    assert_line(&desk, "Anna: before B sm", ENTERED_NEW, "Anna, Before: 2 of 2 right.");
    assert_line(&desk, "Anna: after A sm", ENTERED_NEW, "Anna, After: 2 of 2 right.");
    assert_line(&desk, "Anna: after B sm", ENTERED_NEW,
                "Anna, After: 2 of 2 right." ANOTHER
                " Anna had form B before, too: is it A on the sheet?");
    assert_line(&desk, "Berta: before A --", ENTERED_NEW, "Berta, Before: 0 of 2 right.");
    assert_line(&desk, "Berta: before A --", ENTERED_AGAIN, NULL);
    desk_close(&desk);
}

static void add_code(struct desk *desk, const char *learner, struct str *out)
{
    struct result_code result = {.part = PART_BEFORE,
                                 .form = FORM_A,
                                 .learner_tag = result_code_learner_tag(learner),
                                 .answers = {{SIDE_SALES, true}, {SIDE_MARKETING, false}}};
    result_code_write(out, &desk->session, &result);
}

static void a_code_of_what_came_by_itself_is_not_counted_twice(void **state)
{
    (void)state;
    struct desk desk;
    struct str line = {0};
    desk_open(&desk);
    come_by_itself(&desk, SIDE_MARKETING);
    str_add(&line, "Anna ");
    add_code(&desk, PLAYER, &line);
    assert_line(&desk, line.data, ENTERED_AGAIN,
                "Anna, Before: 2 of 2 right. It is there already.");
    str_clear(&line);
    str_add(&line, "Anna ");
    add_code(&desk, "0190b5a2-0000-7000-8000-000000000002", &line);
    assert_line(&desk, line.data, ENTERED_NEW, "Anna, Before: 2 of 2 right.");
    str_free(&line);
    desk_close(&desk);
}

static void other_answers_are_another_result(void **state)
{
    (void)state;
    struct desk desk;
    struct str line = {0};
    desk_open(&desk);
    come_by_itself(&desk, SIDE_SALES);
    add_code(&desk, PLAYER, &line);
    str_add(&line, " Anna");
    assert_line(&desk, line.data, ENTERED_NEW, "Anna, Before: 2 of 2 right.");
    str_free(&line);
    desk_close(&desk);
}

static void a_place_that_is_away_loses_the_line_and_says_so(void **state)
{
    (void)state;
    struct desk desk;
    desk_open(&desk);
    desk.memory.failure = STATUS_TRY_LATER;
    assert_line(&desk, "Anna: before A sm", ENTERED_LOST, "The place cannot be reached.");
    assert_int_equal(desk.entering.e.status, STATUS_TRY_LATER);
    desk.memory.failure = STATUS_OK;
    assert_line(&desk, "Anna: before A sm", ENTERED_NEW, "Anna, Before: 2 of 2 right.");
    desk.memory.forgets = true;
    assert_line(&desk, "Ben: before A sm", ENTERED_LOST, "The result was not kept at its place.");
    assert_int_equal(desk.entering.e.status, STATUS_IO);
    desk_close(&desk);
}

static void who_may_not_read_the_place_can_add_to_it(void **state)
{
    (void)state;
    struct desk desk;
    struct err e = {0};
    desk_open(&desk);
    enter_end(&desk.entering);
    desk.memory.reading = STATUS_TRY_LATER;
    assert_false(enter_begin(&desk.entering, &desk.memory.share, &desk.session, &e));
    assert_int_equal(e.status, STATUS_TRY_LATER);
    enter_end(&desk.entering);
    desk.memory.reading = STATUS_NO_PERMISSION;
    assert_true(enter_begin(&desk.entering, &desk.memory.share, &desk.session, &e));
    assert_line(&desk, "Anna: before A sm", ENTERED_NEW, "Anna, Before: 2 of 2 right.");
    desk_close(&desk);
}

static void typed_runs_go_through_files(void **state)
{
    (void)state;
    struct desk desk;
    desk_open(&desk);
    assert_line(&desk, "Zo\xc3\xab: before A -m?", ENTERED_NEW,
                "Zo\xc3\xab, Before: 1 of 2 right.");
    desk.session.names = false;
    assert_line(&desk, "Ben: practice ----", ENTERED_NEW, NULL);
    for (size_t i = 0; i < desk.memory.runs.len; i++) {
        struct str text = {0};
        struct arena arena = {0};
        struct shared_run run;
        struct err e = {0};
        int line;
        assert_true(result_file_write(&text, &desk.memory.runs.items[i], &e));
        if (!result_file_read(text.data, text.len, desk.session.code, &arena, &run, &line, &e))
            fail_msg("line %d: %s", line, e.text);
        assert_int_equal(shared_runs_add(&desk.memory.runs, &run), MERGED_SAME);
        arena_free(&arena);
        str_free(&text);
    }
    desk_close(&desk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(good_lines_are_kept_whatever_comes_between),
        cmocka_unit_test(a_line_typed_again_changes_nothing),
        cmocka_unit_test(another_result_of_the_same_part_is_told),
        cmocka_unit_test(what_was_corrected_can_be_typed_once_more),
        cmocka_unit_test(a_round_makes_another_run_of_the_same_answers),
        cmocka_unit_test(a_name_that_is_new_after_the_others_is_asked_about),
        cmocka_unit_test(stops_and_hyphens_are_no_part_of_a_name),
        cmocka_unit_test(without_names_the_typed_one_is_told_and_not_kept),
        cmocka_unit_test(the_same_form_twice_is_asked_about),
        cmocka_unit_test(a_run_begun_and_left_had_no_form),
        cmocka_unit_test(a_code_of_what_came_by_itself_is_not_counted_twice),
        cmocka_unit_test(other_answers_are_another_result),
        cmocka_unit_test(a_place_that_is_away_loses_the_line_and_says_so),
        cmocka_unit_test(who_may_not_read_the_place_can_add_to_it),
        cmocka_unit_test(typed_runs_go_through_files),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
