/* Result codes: what goes in comes out, and what is mistyped is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/big_number.h"
#include "core/result_code.h"
#include "core/uuid.h"
#include "seed.h"
#include "session_fixture.h"

static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U";

/* A session whose parts have so many cards each, over a bank of its own. */
static struct session session_of(struct bank *bank, int cards)
{
    struct session session = {.bank = bank, .code = "maple-tango-river", .has = {true, true, true}};
    struct session_items *const all[] = {&session.forms[FORM_A], &session.forms[FORM_B],
                                         &session.practice};
    for (int i = 0; i < (int)ARRAY_LEN(all); i++) {
        all[i]->count = cards;
        for (int n = 0; n < cards; n++)
            all[i]->activities[n] = i * cards + n;
    }
    return session;
}

/* A bank with room for three parts of so many cards. */
static struct bank *bank_of(int cards)
{
    struct draft d = fixture_draft(1);
    for (int i = 0; i < 3 * cards; i += 2) {
        char id[24];
        snprintf(id, sizeof id, "scene%d", i);
        fixture_scenario(&d, id, 0, 1, "food", "sm");
    }
    return fixture_finish(&d);
}

/* Some result of a part and form, by chance. */
static struct result_code some_code(struct rng *rng, const struct session *session)
{
    struct result_code code = {.part = (enum part)rng_below(rng, PART_COUNT)};
    char id[UUID_SIZE];
    uuid7(id, 0, rng);
    code.learner_tag = result_code_learner_tag(id);
    code.form = code.part == PART_PRACTICE ? FORM_A : (enum form)rng_below(rng, FORM_COUNT);
    for (int i = 0; i < session->practice.count; i++) {
        code.answers[i].choice = (enum side)rng_below(rng, SIDE_COUNT + 1);
        code.answers[i].sure = code.answers[i].choice != SIDE_NONE && rng_below(rng, 2);
    }
    return code;
}

static void assert_same(const struct result_code *a, const struct result_code *b, int cards)
{
    assert_int_equal(a->part, b->part);
    assert_int_equal(a->form, b->form);
    assert_int_equal(a->learner_tag, b->learner_tag);
    for (int i = 0; i < cards; i++) {
        assert_int_equal(a->answers[i].choice, b->answers[i].choice);
        assert_int_equal(a->answers[i].sure, b->answers[i].sure);
    }
}

static void assert_reads(const char *text, const struct session *session,
                         const struct result_code *code)
{
    struct result_code read;
    struct err e = {0};
    if (!result_code_read(text, session, &read, &e))
        fail_msg("%s: %s", text, e.text);
    assert_same(&read, code, session->practice.count);
}

static void assert_refused(const char *text, const struct session *session, const char *begins)
{
    struct result_code read;
    struct err e = {0};
    if (result_code_read(text, session, &read, &e))
        fail_msg("%s was read", text);
    assert_int_equal(e.status, STATUS_DATA);
    assert_memory_equal(e.text, begins, strlen(begins));
}

static void results_of_any_size_come_back(void **state)
{
    (void)state;
    struct rng rng = rng_for_test();
    for (int round = 0; round < 200; round++) {
        int cards = 1 + (int)rng_below(&rng, SESSION_ITEMS_MAX);
        struct bank *bank = bank_of(cards);
        struct session session = session_of(bank, cards);
        struct result_code code = some_code(&rng, &session);
        struct str text = {0};
        result_code_write(&text, &session, &code);
        assert_reads(str_text(&text), &session, &code);
        str_free(&text);
        bank_free(bank);
    }
}

static void codes_are_as_long_as_is_told(void **state)
{
    (void)state;
    static const struct {
        int cards;
        size_t symbols;
    } told[] = {{8, 11}, {10, 12}, {12, 13}, {24, 18}};
    for (size_t i = 0; i < ARRAY_LEN(told); i++) {
        struct bank *bank = bank_of(told[i].cards);
        struct session session = session_of(bank, told[i].cards);
        struct rng rng = rng_seeded(i);
        struct result_code code = some_code(&rng, &session);
        struct str text = {0};
        result_code_write(&text, &session, &code);
        assert_int_equal(text.len, told[i].symbols + (told[i].symbols - 1) / 4);
        for (size_t at = 0; at < text.len; at++)
            assert_true(at % 5 == 4 ? text.data[at] == '-'
                                    : memchr(alphabet, text.data[at], 32) != NULL);
        str_free(&text);
        bank_free(bank);
    }
}

static void one_wrong_symbol_is_refused(void **state)
{
    (void)state;
    struct rng rng = rng_for_test();
    struct bank *bank = bank_of(12);
    struct session session = session_of(bank, 12);
    for (int round = 0; round < 50; round++) {
        struct result_code code = some_code(&rng, &session);
        struct str text = {0};
        result_code_write(&text, &session, &code);
        for (size_t at = 0; at < text.len; at++) {
            char right = text.data[at];
            for (const char *wrong = alphabet; right != '-' && *wrong; wrong++) {
                text.data[at] = *wrong;
                if (*wrong != right)
                    assert_refused(text.data, &session, "Something in it is mistyped, ");
            }
            text.data[at] = right;
        }
        assert_reads(text.data, &session, &code);
        str_free(&text);
    }
    bank_free(bank);
}

static void neighbours_in_each_others_place_are_refused(void **state)
{
    (void)state;
    struct rng rng = rng_for_test();
    struct bank *bank = bank_of(10);
    struct session session = session_of(bank, 10);
    for (int round = 0; round < 300; round++) {
        struct result_code code = some_code(&rng, &session);
        struct str text = {0};
        result_code_write(&text, &session, &code);
        for (size_t at = 0; at + 1 < text.len; at++) {
            size_t next = text.data[at + 1] == '-' ? at + 2 : at + 1;
            char a = text.data[at], b = text.data[next];
            if (a == '-' || a == b)
                continue;
            text.data[at] = b;
            text.data[next] = a;
            assert_refused(text.data, &session, "Something in it is mistyped, ");
            text.data[at] = a;
            text.data[next] = b;
        }
        str_free(&text);
    }
    bank_free(bank);
}

static void a_code_of_another_session_is_told_apart_from_a_slip(void **state)
{
    (void)state;
    struct rng rng = rng_for_test();
    struct bank *bank = bank_of(10), *longer = bank_of(12);
    struct session session = session_of(bank, 10), other = session_of(bank, 10),
                   of_other_bank = session_of(longer, 12);
    memcpy(other.code, "river-maple-tango", 18);
    struct result_code code = some_code(&rng, &session);
    struct str text = {0};
    result_code_write(&text, &session, &code);
    assert_refused(str_text(&text), &other, "This code is of another session.");
    assert_refused(str_text(&text), &of_other_bank, "This code is of another session.");
    str_free(&text);
    bank_free(bank);
    bank_free(longer);
}

static void a_code_of_a_part_the_session_lacks_is_refused(void **state)
{
    (void)state;
    struct rng rng = rng_for_test();
    struct bank *bank = bank_of(10);
    struct session session = session_of(bank, 10);
    struct result_code code = some_code(&rng, &session);
    struct str text = {0};
    result_code_write(&text, &session, &code);
    session.has[code.part] = false;
    assert_refused(str_text(&text), &session, "Something in it is mistyped, ");
    str_free(&text);
    bank_free(bank);
}

/* Appends the code as a hurried person types it: either case, o for 0, i and l for 1. */
static void type_carelessly(struct str *out, const char *code, struct rng *rng)
{
    static const char *const gaps[] = {
        "", "-", " ", "  ", " - ", "\xe2\x80\x93", "\xe2\x80\x91", "\xc2\xa0", "\xe2\x80\x90"};
    for (; *code; code++) {
        char c = *code;
        if (c == '-') {
            str_add(out, gaps[rng_below(rng, ARRAY_LEN(gaps))]);
            continue;
        }
        if (c == '0')
            c = "0oO"[rng_below(rng, 3)];
        else if (c == '1')
            c = "1iIlL"[rng_below(rng, 5)];
        else if (c >= 'A' && c <= 'Z' && rng_below(rng, 2))
            c = (char)(c - 'A' + 'a');
        str_addc(out, c);
    }
}

static void codes_are_read_however_they_are_typed(void **state)
{
    (void)state;
    struct rng rng = rng_for_test();
    struct bank *bank = bank_of(12);
    struct session session = session_of(bank, 12);
    for (int round = 0; round < 300; round++) {
        struct result_code code = some_code(&rng, &session);
        struct str text = {0}, typed = {0};
        result_code_write(&text, &session, &code);
        type_carelessly(&typed, str_text(&text), &rng);
        assert_reads(str_text(&typed), &session, &code);
        str_free(&text);
        str_free(&typed);
    }
    bank_free(bank);
}

static void what_is_no_code_is_refused(void **state)
{
    (void)state;
    struct bank *bank = bank_of(10);
    struct session session = session_of(bank, 10);
    char long_one[4096];
    memset(long_one, '7', sizeof long_one - 1);
    long_one[sizeof long_one - 1] = '\0';
    static const char *const none[] = {"", "-", "0", "00", "00000000000", "K7QX", "\xff\xfe", "Ü"};
    for (size_t i = 0; i < ARRAY_LEN(none); i++) {
        struct result_code read;
        struct err e = {0};
        assert_false(result_code_read(none[i], &session, &read, &e));
        assert_int_equal(e.status, STATUS_DATA);
    }
    assert_refused("00", &session, "Something in it is mistyped, ");
    assert_refused(long_one, &session, "Something in it is mistyped, ");
    bank_free(bank);
}

/* An event of the run, as play would store it. */
static struct event event_of(enum event_kind kind, const char *activity, enum side choice,
                             bool sure)
{
    return (struct event){
        .kind = kind, .activity = activity, .choice = choice, .sure = sure, .note = ""};
}

static void a_run_comes_to_its_answers(void **state)
{
    (void)state;
    struct bank *bank = fixture_bank();
    struct session session = fixture_session(bank);
    struct run run = {.learner = "0190b5a2-0000-7000-8000-000000000001",
                      .items = "letter/a0 letter/a1 call/a0 call/a1",
                      .part = "practice"};
    const struct event events[] = {
        event_of(EVENT_ANSWER, "test:letter/a0", SIDE_SALES, true),
        event_of(EVENT_ANSWER, "test:letter/a1", SIDE_MARKETING, false),
        event_of(EVENT_STRIKE, "test:letter/a1", SIDE_NONE, false),
        event_of(EVENT_FLAG, "test:letter/a0", SIDE_NONE, false),
        event_of(EVENT_ANSWER, "test:poster/a0", SIDE_SALES, true), /* none of the part's */
        event_of(EVENT_ANSWER, "other:call/a0", SIDE_SALES, true),
        event_of(EVENT_ANSWER, "test:call/a1", SIDE_MARKETING, false),
        event_of(EVENT_END, "", SIDE_NONE, false),
    };
    struct result_code code;
    assert_true(result_code_of_run(&session, &run, events, ARRAY_LEN(events), &code));
    assert_int_equal(code.part, PART_PRACTICE);
    assert_int_equal(code.learner_tag, result_code_learner_tag(run.learner));
    assert_int_equal(code.answers[0].choice, SIDE_SALES);
    assert_true(code.answers[0].sure);
    assert_int_equal(code.answers[1].choice, SIDE_NONE); /* struck out */
    assert_int_equal(code.answers[2].choice, SIDE_NONE);
    assert_int_equal(code.answers[3].choice, SIDE_MARKETING);
    assert_false(code.answers[3].sure);
    run.part = "after";
    run.items = "stand/a2 poster/a0";
    assert_true(result_code_of_run(&session, &run, events, ARRAY_LEN(events), &code));
    assert_int_equal(code.form, FORM_B);
    assert_int_equal(code.answers[1].choice, SIDE_SALES);
    run.part = "";
    assert_false(result_code_of_run(&session, &run, events, ARRAY_LEN(events), &code));
    bank_free(bank);
}

static void learner_tags_are_spread(void **state)
{
    (void)state;
    enum { PEOPLE = 500, BUCKETS = 16 };
    struct rng rng = rng_for_test();
    int in[BUCKETS] = {0};
    for (int i = 0; i < PEOPLE; i++) {
        char id[UUID_SIZE];
        uuid7(id, INT64_C(1795900000000), &rng);
        unsigned tag = result_code_learner_tag(id);
        assert_true(tag < 1u << RESULT_CODE_LEARNER_BITS);
        in[tag * BUCKETS >> RESULT_CODE_LEARNER_BITS]++;
    }
    for (int i = 0; i < BUCKETS; i++) /* 31 are expected; 6 standard deviations off is too far */
        assert_in_range(in[i], 1, 70);
}

static void numbers_are_taken_apart_as_they_were_put_together(void **state)
{
    (void)state;
    struct big_number n = {{0}};
    assert_true(big_number_is_zero(&n));
    big_number_push(&n, BIG_NUMBER_BASE_MAX, BIG_NUMBER_BASE_MAX - 1);
    big_number_push(&n, 7, 6);
    big_number_push(&n, BIG_NUMBER_BASE_MAX, 12345);
    big_number_push(&n, 2, 0);
    assert_false(big_number_is_zero(&n));
    assert_int_equal(big_number_pull(&n, 2), 0);
    assert_int_equal(big_number_pull(&n, BIG_NUMBER_BASE_MAX), 12345);
    assert_int_equal(big_number_pull(&n, 7), 6);
    assert_int_equal(big_number_pull(&n, BIG_NUMBER_BASE_MAX), BIG_NUMBER_BASE_MAX - 1);
    assert_true(big_number_is_zero(&n));
    big_number_push(&n, 1000, 123);
    big_number_push(&n, 1000, 456);
    assert_int_equal(big_number_pull(&n, 37), 123456 % 37);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(results_of_any_size_come_back),
        cmocka_unit_test(codes_are_as_long_as_is_told),
        cmocka_unit_test(one_wrong_symbol_is_refused),
        cmocka_unit_test(neighbours_in_each_others_place_are_refused),
        cmocka_unit_test(a_code_of_another_session_is_told_apart_from_a_slip),
        cmocka_unit_test(a_code_of_a_part_the_session_lacks_is_refused),
        cmocka_unit_test(codes_are_read_however_they_are_typed),
        cmocka_unit_test(what_is_no_code_is_refused),
        cmocka_unit_test(a_run_comes_to_its_answers),
        cmocka_unit_test(learner_tags_are_spread),
        cmocka_unit_test(numbers_are_taken_apart_as_they_were_put_together),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
