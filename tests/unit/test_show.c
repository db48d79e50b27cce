/* A session on a projector: its steps, what is kept of the hands, and reading them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/show.h"

#include "seed.h"
#include "session_fixture.h"

enum { EVENTS_MAX = 4096, RANDOM_MOVES = 4000 };

/* A show over the small session, with the log a loop would keep. */
struct stage {
    struct bank *bank;
    struct session session;
    struct show show;
    struct event events[EVENTS_MAX];
    char names[EVENTS_MAX][64];
    size_t count;
    int fail_in; /* so many more appends succeed; -1: all of them */
};

static const struct discussion discussions[] = {
    {.id = "d", .activity = "A demo", .for_side = {"Two buyers", "A crowd"}, .depends = "On whom"}};

static void stage_open(struct stage *s)
{
    *s = (struct stage){.bank = fixture_bank(), .fail_in = -1};
    s->session = fixture_session(s->bank);
    show_start(&s->show, &s->session);
}

/* Gives the bank a discussion. */
static void stage_dispute(struct stage *s)
{
    s->bank->discussions = (struct discussion *)discussions;
    s->bank->discussion_count = 1;
}

/* Stores what is pending as the loop does; whether it could. */
static bool store(struct stage *s)
{
    const struct show_pending *pending = &s->show.pending;
    if (s->fail_in == 0)
        return false;
    s->fail_in -= s->fail_in > 0;
    assert_true(s->count < EVENTS_MAX);
    assert_int_equal(pending->sequence, s->count + 1);
    struct event *event = &s->events[s->count];
    *event = (struct event){.sequence = pending->sequence,
                            .kind = pending->kind,
                            .choice = pending->kind == EVENT_ANSWER ? pending->choice : SIDE_NONE};
    if (pending->card >= 0) {
        const struct session_items *items = show_items(&s->session);
        snprintf(s->names[s->count], sizeof s->names[0], "%s:%s", s->bank->id,
                 s->bank->activities[items->activities[pending->card]].ref);
    }
    event->activity = s->names[s->count++];
    return true;
}

static unsigned apply(struct stage *s, struct show_move move)
{
    unsigned effects = show_apply(&s->show, &s->session, &move), all = effects;
    while (effects & SHOW_EFFECT_RECORD) {
        struct show_move became = {.kind = store(s) ? SHOW_MOVE_STORED : SHOW_MOVE_NOT_STORED};
        effects = show_apply(&s->show, &s->session, &became);
        all |= effects;
    }
    return all;
}

static unsigned move(struct stage *s, enum show_move_kind kind)
{
    return apply(s, (struct show_move){.kind = kind});
}

static unsigned hands(struct stage *s, int sales, int marketing)
{
    return apply(s, (struct show_move){SHOW_MOVE_HANDS, {{sales, marketing}}});
}

static void assert_at(const struct stage *s, enum show_step step, int number)
{
    assert_int_equal(s->show.at.step, step);
    assert_int_equal(s->show.at.number, number);
}

static void test_card_split_answer_next(void **state)
{
    (void)state;
    struct stage s;
    stage_open(&s);
    assert_at(&s, SHOW_CARD, 0);
    unsigned effects = hands(&s, 7, 4);
    assert_true(effects & SHOW_EFFECT_SHARE);
    assert_at(&s, SHOW_SPLIT, 0);
    assert_int_equal(s.count, 11);
    assert_int_equal(s.show.counts[0].of[SIDE_SALES], 7);
    assert_int_equal(s.show.counts[0].of[SIDE_MARKETING], 4);
    int sales = 0;
    for (size_t i = 0; i < s.count; i++)
        sales += s.events[i].kind == EVENT_ANSWER && s.events[i].choice == SIDE_SALES;
    assert_int_equal(sales, 7);
    move(&s, SHOW_MOVE_NEXT);
    assert_at(&s, SHOW_REVEAL, 0);
    move(&s, SHOW_MOVE_NEXT);
    assert_at(&s, SHOW_CARD, 1);
    move(&s, SHOW_MOVE_NEXT); /* not counted */
    assert_at(&s, SHOW_SPLIT, 1);
    assert_int_equal(s.count, 11);
    bank_free(s.bank);
}

static void test_nothing_counts_before_all_is_kept(void **state)
{
    (void)state;
    struct stage s;
    stage_open(&s);
    s.fail_in = 5;
    assert_false(hands(&s, 7, 4) & SHOW_EFFECT_SHARE);
    assert_int_equal(s.show.at.step, SHOW_NOT_STORED);
    assert_int_equal(show_counted(&s.show.counts[0]), 0);
    assert_true(move(&s, SHOW_MOVE_NEXT) & SHOW_EFFECT_BELL);
    move(&s, SHOW_MOVE_RETRY);
    assert_int_equal(s.show.at.step, SHOW_NOT_STORED);
    s.fail_in = -1;
    assert_true(move(&s, SHOW_MOVE_RETRY) & SHOW_EFFECT_SHARE);
    assert_at(&s, SHOW_SPLIT, 0);
    assert_int_equal(s.count, 11); /* no hand twice */
    assert_int_equal(show_counted(&s.show.counts[0]), 11);
    bank_free(s.bank);
}

static void test_going_on_unsaved_keeps_nothing_more(void **state)
{
    (void)state;
    struct stage s;
    stage_open(&s);
    s.fail_in = 2;
    hands(&s, 2, 2);
    move(&s, SHOW_MOVE_UNSAVED);
    assert_at(&s, SHOW_SPLIT, 0);
    assert_int_equal(show_counted(&s.show.counts[0]), 4);
    move(&s, SHOW_MOVE_TAKE_BACK);
    assert_false(hands(&s, 3, 3) & SHOW_EFFECT_SHARE);
    assert_int_equal(show_counted(&s.show.counts[0]), 6);
    assert_int_equal(s.count, 2);
    bank_free(s.bank);
}

static void test_hands_are_taken_back_by_one_strike(void **state)
{
    (void)state;
    struct stage s;
    stage_open(&s);
    assert_true(move(&s, SHOW_MOVE_TAKE_BACK) & SHOW_EFFECT_BELL);
    assert_int_equal(s.show.notice, SHOW_NOTICE_NOTHING_COUNTED);
    hands(&s, 1, 2);
    assert_true(hands(&s, 5, 5) & SHOW_EFFECT_BELL); /* a split takes none */
    move(&s, SHOW_MOVE_NEXT);
    move(&s, SHOW_MOVE_NEXT);
    assert_at(&s, SHOW_CARD, 1);
    assert_true(move(&s, SHOW_MOVE_TAKE_BACK) & SHOW_EFFECT_BELL); /* this one has none */
    assert_int_equal(s.show.notice, SHOW_NOTICE_NOTHING_COUNTED);
    assert_at(&s, SHOW_CARD, 1);
    assert_int_equal(show_counted(&s.show.counts[0]), 3);
    assert_int_equal(s.count, 3);
    move(&s, SHOW_MOVE_BACK);
    move(&s, SHOW_MOVE_TAKE_BACK);
    assert_at(&s, SHOW_CARD, 0);
    assert_int_equal(s.show.notice, SHOW_NOTICE_TAKEN_BACK);
    assert_int_equal(show_counted(&s.show.counts[0]), 0);
    assert_int_equal(s.count, 4);
    assert_int_equal(s.events[3].kind, EVENT_STRIKE);
    hands(&s, 4, 0);
    assert_int_equal(s.show.counts[0].of[SIDE_SALES], 4);
    move(&s, SHOW_MOVE_BACK);
    assert_at(&s, SHOW_CARD, 0);
    assert_true(hands(&s, 9, 9) & SHOW_EFFECT_BELL);
    assert_int_equal(s.show.notice, SHOW_NOTICE_COUNTED_ALREADY);
    bank_free(s.bank);
}

static void test_the_last_pages_and_the_way_back(void **state)
{
    (void)state;
    struct stage s;
    stage_open(&s);
    stage_dispute(&s);
    assert_true(move(&s, SHOW_MOVE_BACK) & SHOW_EFFECT_BELL);
    int forward = 0, back = 0, paused = 0;
    for (; s.show.at.step != SHOW_TOTAL; forward++)
        move(&s, SHOW_MOVE_NEXT);
    /* the cards, the page behind them, and a discussion with its pieces */
    assert_int_equal(forward, 3 * 4 + 1 + 1 + SHOW_PIECES);
    for (; !(move(&s, SHOW_MOVE_BACK) & SHOW_EFFECT_BELL); back++)
        paused += s.show.at.step == SHOW_PAUSE;
    assert_int_equal(paused, 1);
    assert_int_equal(back, forward);
    assert_at(&s, SHOW_CARD, 0);
    assert_string_equal(show_piece(&discussions[0], 0), "Two buyers");
    assert_string_equal(show_piece(&discussions[0], 2), "On whom");
    s.bank->discussion_count = 0;
    bank_free(s.bank);
}

static void test_the_end_is_kept_once(void **state)
{
    (void)state;
    struct stage s;
    stage_open(&s);
    hands(&s, 1, 1);
    while (s.show.at.step != SHOW_TOTAL)
        move(&s, SHOW_MOVE_NEXT);
    assert_true(move(&s, SHOW_MOVE_NEXT) & SHOW_EFFECT_OVER);
    assert_int_equal(s.events[s.count - 1].kind, EVENT_END);
    size_t count = s.count;
    show_resume(&s.show, &s.session, s.events, s.count);
    assert_at(&s, SHOW_TOTAL, 0);
    assert_true(move(&s, SHOW_MOVE_NEXT) & SHOW_EFFECT_OVER);
    move(&s, SHOW_MOVE_TAKE_BACK);
    assert_int_equal(s.show.notice, SHOW_NOTICE_ENDED);
    while (s.show.at.step != SHOW_CARD)
        move(&s, SHOW_MOVE_BACK);
    hands(&s, 1, 0);
    assert_int_equal(s.show.notice, SHOW_NOTICE_ENDED);
    assert_int_equal(s.count, count);
    bank_free(s.bank);
}

static void test_a_show_without_hands_leaves_no_end(void **state)
{
    (void)state;
    struct stage s;
    stage_open(&s);
    while (s.show.at.step != SHOW_TOTAL)
        move(&s, SHOW_MOVE_NEXT);
    assert_true(move(&s, SHOW_MOVE_NEXT) & SHOW_EFFECT_OVER);
    assert_int_equal(s.count, 0);
    bank_free(s.bank);
}

static void test_without_practice_form_a_is_shown(void **state)
{
    (void)state;
    struct stage s;
    stage_open(&s);
    s.session.practice.count = 0;
    assert_ptr_equal(show_items(&s.session), &s.session.forms[FORM_A]);
    s.session.forms[FORM_A].count = 0;
    show_start(&s.show, &s.session);
    assert_int_equal(s.show.at.step, SHOW_TOTAL);
    bank_free(s.bank);
}

/* Whatever is done, the log alone tells the counts. */
static void test_the_log_tells_the_counts(void **state)
{
    (void)state;
    struct stage s;
    struct rng rng = rng_for_test();
    stage_open(&s);
    for (int i = 0; i < RANDOM_MOVES && s.count < EVENTS_MAX - 16; i++) {
        if (rng_below(&rng, 2))
            hands(&s, (int)rng_below(&rng, 4), (int)rng_below(&rng, 4));
        else if (s.show.at.step == SHOW_TOTAL) /* an end would be the end of all counting */
            move(&s, SHOW_MOVE_BACK);
        else
            move(&s, rng_below(&rng, 8) ? (enum show_move_kind)rng_below(&rng, 2)
                                        : SHOW_MOVE_TAKE_BACK);
        if (rng_below(&rng, 16) == 0)
            s.fail_in = (int)rng_below(&rng, 3);
        if (s.show.at.step == SHOW_NOT_STORED) {
            s.fail_in = -1;
            move(&s, SHOW_MOVE_RETRY);
        }
        struct show resumed;
        show_resume(&resumed, &s.session, s.events, s.count);
        assert_memory_equal(resumed.counts, s.show.counts, sizeof resumed.counts);
        assert_int_equal(resumed.sequence, s.show.sequence);
    }
    assert_true(s.count > 50);
    bank_free(s.bank);
}

static void test_hands_are_read(void **state)
{
    (void)state;
    static const char *const good[] = {"7 4", "  7   4 ", "7,4", "7/4", "07 , 004"};
    static const char *const wrong[] = {"",       "7",      "7 4 1", "7-4",  "a b",
                                        "1000 1", "1 1000", "0 0",   "7 4x", "99999999999999 1"};
    struct show_hands read;
    struct err e;
    for (size_t i = 0; i < ARRAY_LEN(good); i++) {
        assert_true(show_read_hands(good[i], &read, &e));
        assert_int_equal(read.of[SIDE_SALES], 7);
        assert_int_equal(read.of[SIDE_MARKETING], 4);
    }
    for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
        assert_false(show_read_hands(wrong[i], &read, &e));
        assert_int_equal(e.status, STATUS_USAGE);
        assert_true(strlen(e.text) > 0);
    }
    assert_true(show_read_hands("999 0", &read, &e));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_card_split_answer_next),
        cmocka_unit_test(test_nothing_counts_before_all_is_kept),
        cmocka_unit_test(test_going_on_unsaved_keeps_nothing_more),
        cmocka_unit_test(test_hands_are_taken_back_by_one_strike),
        cmocka_unit_test(test_the_last_pages_and_the_way_back),
        cmocka_unit_test(test_the_end_is_kept_once),
        cmocka_unit_test(test_a_show_without_hands_leaves_no_end),
        cmocka_unit_test(test_without_practice_form_a_is_shown),
        cmocka_unit_test(test_the_log_tells_the_counts),
        cmocka_unit_test(test_hands_are_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
