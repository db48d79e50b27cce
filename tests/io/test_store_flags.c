/* Both stores against one suite: the flags of all learners, and what learners were told. */
#include "io/store_suite.h"

struct flags {
    int count, stop_after, answers;
    struct {
        char run[UUID_SIZE], activity[32], note[32];
        uint64_t wording;
    } rows[16];
};

static bool see_flag(const struct run *run, const struct event *event, void *context)
{
    struct flags *flags = context;
    assert_in_range(flags->count, 0, (int)ARRAY_LEN(flags->rows) - 1);
    assert_int_equal(event->kind, EVENT_FLAG);
    int i = flags->count++;
    memcpy(flags->rows[i].run, run->id, UUID_SIZE);
    snprintf(flags->rows[i].activity, sizeof flags->rows[i].activity, "%s", event->activity);
    snprintf(flags->rows[i].note, sizeof flags->rows[i].note, "%s", event->note);
    flags->rows[i].wording = event->wording;
    return flags->count != flags->stop_after;
}

/* Answers come beside the flags, with who gave them. */
static bool see_answer(const struct answer_row *row, void *context)
{
    struct flags *flags = context;
    flags->answers++;
    assert_string_equal(row->learner_name, "Anna");
    assert_string_equal(row->event->activity, "core:a/1");
    return true;
}

static struct flags read_flags(struct place *p, int stop_after)
{
    struct flags flags = {.stop_after = stop_after};
    struct err e = {0};
    assert_true(p->store->ops->each_flag(p->store, see_flag, see_answer, &flags, &e));
    assert_string_equal(e.text, "");
    return flags;
}

static void flag(struct place *p, const struct run *run, int sequence, const char *activity,
                 const char *note)
{
    struct event event = an_event(p, run, sequence, EVENT_FLAG, activity);
    event.note = note;
    append(p, NULL, NULL, &event);
}

static void flags_of_all_come_in_order_of_time(void **state)
{
    struct place *p = *state;
    struct learner anna = a_learner(p, "Anna"), berta = a_learner(p, "Berta");
    struct run late = a_run(p, &anna, START_MS + 500), early = a_run(p, &berta, START_MS);
    struct run none = a_run(p, &anna, START_MS + 100);
    assert_int_equal(read_flags(p, 0).count, 0);
    append(p, &anna, &late, NULL);
    append(p, NULL, &none, NULL);
    append(p, &berta, &early, NULL);
    add(p, &none, 1, EVENT_ANSWER, "core:a/1");
    add(p, &late, 1, EVENT_ANSWER, "core:a/1");
    flag(p, &late, 2, "core:a/1", "both");
    flag(p, &early, 1, "core:a/2", "never answered"); /* while it was open */
    flag(p, &early, 2, "core:a/1", "");

    struct flags flags = read_flags(p, 0);
    assert_int_equal(flags.count, 3);
    assert_int_equal(flags.answers, 2);
    assert_string_equal(flags.rows[0].activity, "core:a/2");
    assert_string_equal(flags.rows[0].note, "never answered");
    assert_string_equal(flags.rows[0].run, early.id);
    assert_true(flags.rows[0].wording == UINT64_MAX);
    assert_string_equal(flags.rows[1].note, "");
    assert_string_equal(flags.rows[2].note, "both");
    assert_string_equal(flags.rows[2].run, late.id);
    assert_int_equal(read_flags(p, 1).count, 1);
    assert_int_equal(read_flags(p, 2).count, 2);
}

static void a_later_flag_of_a_run_takes_the_place_of_the_first(void **state)
{
    struct place *p = *state;
    struct learner anna = a_learner(p, "Anna");
    struct run run = a_run(p, &anna, START_MS), other = a_run(p, &anna, START_MS + 1);
    append(p, &anna, &run, NULL);
    append(p, NULL, &other, NULL);
    flag(p, &run, 1, "core:a/1", "odd");
    flag(p, &run, 2, "core:a/2", "odd too");
    flag(p, &run, 3, "core:a/1", "sales with us");
    flag(p, &other, 1, "core:a/1", "still odd");
    struct flags flags = read_flags(p, 0);
    assert_int_equal(flags.count, 3);
    assert_string_equal(flags.rows[0].note, "odd too");
    assert_string_equal(flags.rows[1].note, "sales with us");
    assert_string_equal(flags.rows[2].note, "still odd");
}

/* ---- what was told ---- */

struct heard {
    int count, stop_after;
    struct {
        char learner[UUID_SIZE], activity[32];
        enum side side;
        int64_t utc_ms;
    } rows[16];
};

static bool hear(const struct told *told, void *context)
{
    struct heard *heard = context;
    assert_in_range(heard->count, 0, (int)ARRAY_LEN(heard->rows) - 1);
    int i = heard->count++;
    memcpy(heard->rows[i].learner, told->learner, UUID_SIZE);
    snprintf(heard->rows[i].activity, sizeof heard->rows[i].activity, "%s", told->activity);
    heard->rows[i].side = told->side;
    heard->rows[i].utc_ms = told->utc_ms;
    return heard->count != heard->stop_after;
}

static struct heard read_told(struct place *p, const char *learner, int stop_after)
{
    struct heard heard = {.stop_after = stop_after};
    struct err e = {0};
    assert_true(p->store->ops->each_told(p->store, learner, hear, &heard, &e));
    assert_string_equal(e.text, "");
    return heard;
}

static struct told a_told(const struct learner *learner, const char *activity, enum side side,
                          int64_t utc_ms)
{
    struct told told = {.activity = activity, .side = side, .utc_ms = utc_ms};
    memcpy(told.learner, learner->id, UUID_SIZE);
    return told;
}

static void tell(struct place *p, const struct told *told, size_t count)
{
    struct err e = {0};
    assert_true(p->store->ops->append_told(p->store, told, count, &e));
    assert_string_equal(e.text, "");
}

static void what_was_told_comes_back_in_order_of_time(void **state)
{
    struct place *p = *state;
    struct learner anna = a_learner(p, "Anna"), berta = a_learner(p, "Berta");
    append(p, &anna, NULL, NULL);
    append(p, &berta, NULL, NULL);
    assert_int_equal(read_told(p, anna.id, 0).count, 0);
    const struct told some[] = {a_told(&anna, "core:a/1", SIDE_MARKETING, START_MS + 9),
                                a_told(&anna, "core:a/2", SIDE_SALES, START_MS),
                                a_told(&berta, "core:a/1", SIDE_SALES, START_MS + 1)};
    tell(p, some, ARRAY_LEN(some));
    tell(p, some, 2); /* copied again: nothing new */
    const struct told back = a_told(&anna, "core:a/1", SIDE_SALES, START_MS + 10);
    tell(p, &back, 1);
    tell(p, NULL, 0);

    struct heard heard = read_told(p, anna.id, 0);
    assert_int_equal(heard.count, 3);
    assert_string_equal(heard.rows[0].activity, "core:a/2");
    assert_int_equal(heard.rows[0].side, SIDE_SALES);
    assert_true(heard.rows[0].utc_ms == START_MS);
    assert_string_equal(heard.rows[0].learner, anna.id);
    assert_int_equal(heard.rows[1].side, SIDE_MARKETING);
    assert_int_equal(heard.rows[2].side, SIDE_SALES);
    assert_int_equal(read_told(p, anna.id, 2).count, 2);
    assert_int_equal(read_told(p, berta.id, 0).count, 1);
}

static void who_shares_a_name_was_told_too(void **state)
{
    struct place *p = *state;
    struct learner anna = a_learner(p, "Anna"), again = a_learner(p, "Anna");
    append(p, &anna, NULL, NULL);
    append(p, &again, NULL, NULL);
    const struct told told = a_told(&again, "core:a/1", SIDE_SALES, START_MS);
    tell(p, &told, 1);
    assert_int_equal(read_told(p, anna.id, 0).count, 1);
}

static void nonsense_is_told_to_nobody(void **state)
{
    struct place *p = *state;
    struct learner anna = a_learner(p, "Anna"), nobody = a_learner(p, "Nobody");
    append(p, &anna, NULL, NULL);
    struct told some[] = {a_told(&anna, "core:a/1", SIDE_SALES, START_MS),
                          a_told(&nobody, "core:a/1", SIDE_SALES, START_MS)};
    const struct told wrong[] = {a_told(&nobody, "core:a/1", SIDE_SALES, START_MS),
                                 a_told(&anna, "", SIDE_SALES, START_MS),
                                 a_told(&anna, "core:a/1", SIDE_NONE, START_MS)};
    for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
        struct err e = {0};
        some[1] = wrong[i];
        assert_false(p->store->ops->append_told(p->store, some, ARRAY_LEN(some), &e));
        assert_int_equal(e.status, STATUS_SOFTWARE);
        assert_true(strlen(e.text) > 0);
        assert_int_equal(read_told(p, anna.id, 0).count, 0); /* all or nothing */
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        BOTH(flags_of_all_come_in_order_of_time),
        BOTH(a_later_flag_of_a_run_takes_the_place_of_the_first),
        BOTH(what_was_told_comes_back_in_order_of_time),
        BOTH(who_shares_a_name_was_told_too),
        BOTH(nonsense_is_told_to_nobody),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
