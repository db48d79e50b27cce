/* When a principle is the learner's own: the sequential test over each, and how far it is still. */
#include "core/mastery.h"

#include "core/calendar.h"

static const double guessing = 0.5, knowing = 0.95, errors = 0.05;

/* How the learner's answers are expected to go on.  Each share is that of the last answers and of
 * ten more with a usual share, so that the first few do not swing it.  A share right at which the
 * sum would hardly rise says nothing of how long it takes, for people learn; it is held within
 * what is being learned and what is known. */
enum { RECENT = 40, USUAL_ANSWERS = 10 };
static const double usual_sure = 0.8, usual_right = 0.9, least_right = 0.85, most_right = 0.98;

struct sequential mastery_test(void)
{
    return sequential_test(guessing, knowing, errors, errors);
}

static void add_answer(struct mastery *m, const struct history *history, size_t index,
                       const struct sequential *test)
{
    const struct past *past = &history->items[index];
    int64_t day = calendar_local_day(past->utc_ms, past->utc_offset_min);
    bool right = score_right(&past->graded);
    m->sum += right ? test->right : test->wrong;
    if (m->sum < test->fail_at)
        m->sum = test->fail_at;
    if (m->answers == 0 || day > m->last_day) {
        m->days++;
        m->last_day = day;
    }
    m->answers++;
    m->side[past->graded.keyed] = true;
    if (m->mastered || !right || m->sum < test->pass_at || m->days < MASTERY_DAYS ||
        !m->side[SIDE_SALES] || !m->side[SIDE_MARKETING])
        return;
    m->mastered = true;
    m->mastered_by = index;
    m->mastered_day = day;
}

void mastery_of(const struct bank *bank, const struct history *history, struct mastery *principles)
{
    struct sequential test = mastery_test();
    for (int i = 0; i < bank->principle_count; i++)
        principles[i] = (struct mastery){.met = false};
    for (size_t i = 0; i < history->len; i++) {
        const struct past *past = &history->items[i];
        if (past->activity < 0)
            continue;
        struct mastery *m = &principles[bank->activities[past->activity].principle];
        m->met = true;
        if (score_counts(&past->graded) & COUNTS_MASTERY)
            add_answer(m, history, i, &test);
    }
}

int mastery_count(const struct mastery *principles, int count)
{
    int mastered = 0;
    for (int i = 0; i < count; i++)
        mastered += principles[i].mastered;
    return mastered;
}

static double usual_share(int of, int answers, double usual)
{
    return (of + usual * USUAL_ANSWERS) / (answers + USUAL_ANSWERS);
}

/* The shares of first answers that are sure, and of the sure ones that are right. */
static void expected_shares(const struct history *history, double *sure, double *right)
{
    struct tally tally = history_recent(history, RECENT);
    *sure = usual_share(tally.sure, tally.answers, usual_sure);
    *right = usual_share(tally.sure_right, tally.sure, usual_right);
    *right = *right < least_right ? least_right : *right > most_right ? most_right : *right;
}

int mastery_sittings_left(const struct mastery *principles, int count,
                          const struct history *history, int cards)
{
    struct sequential test = mastery_test();
    double sure, right, answers = 0;
    int days = 0;
    expected_shares(history, &sure, &right);
    for (int i = 0; i < count; i++) {
        const struct mastery *m = &principles[i];
        if (m->mastered)
            continue;
        int days_left = m->days < MASTERY_DAYS ? MASTERY_DAYS - m->days : 1;
        double left = sequential_answers_to_pass(&test, m->sum, right);
        answers += left < days_left ? days_left : left;
        days = days < days_left ? days_left : days;
    }
    double sittings = answers / sure / cards;
    int whole = (int)sittings + (sittings > (int)sittings);
    return whole < days ? days : whole;
}
