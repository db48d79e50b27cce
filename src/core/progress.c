/* What a learner has come to, computed from the log. */
#include "core/progress.h"

#include <stdlib.h>

#include "core/best.h"

static bool is_first_answer(const struct past *past)
{
    return score_counts(&past->graded) & COUNTS_ACCURACY;
}

static void add_counts(const struct bank *bank, const struct history *history, struct progress *out)
{
    out->first = history_first_answers(history);
    out->recent = history_recent(history, PROGRESS_RECENT);
    for (size_t i = 0; i < history->run_count; i++)
        out->runs += !history->runs[i].other_bank;
    for (int i = 0; i < bank->activity_count; i++)
        out->unseen += !bank->activities[i].dropped && !history_asked(history, i);
}

/* Days, answers and the calendar. */
static void add_days(const struct history *history, struct now now, struct progress *out)
{
    int64_t latest = INT64_MIN;
    out->calendar_today = calendar_local_day(now.utc_ms, now.utc_offset_min);
    out->calendar_first = out->calendar_today - calendar_weekday(out->calendar_today) -
                          (int64_t)(PROGRESS_WEEKS - 1) * DAYS_A_WEEK;
    for (size_t i = 0; i < history->len; i++) {
        const struct past *past = &history->items[i];
        if (past->activity < 0)
            continue;
        int64_t day = calendar_local_day(past->utc_ms, past->utc_offset_min);
        int64_t at = day - out->calendar_first;
        bool given = !past->graded.struck;
        out->days += day > latest;
        latest = day > latest ? day : latest;
        out->answers += given;
        if (at >= 0 && at < (int64_t)ARRAY_LEN(out->calendar))
            out->calendar[at] += given;
    }
}

static void add_answer(struct progress_principle *principle, const struct graded *graded)
{
    bool right = score_right(graded);
    principle->answers++;
    principle->mended = principle->mended || (right && principle->missed);
    principle->missed += !right;
}

static void add_principles(const struct bank *bank, const struct history *history,
                           struct progress *out)
{
    struct mastery *mastery = xcalloc((size_t)bank->principle_count, sizeof *mastery);
    double pass_at = mastery_test().pass_at;
    struct rules practice = rules_default(MODE_PRACTICE);
    mastery_of(bank, history, mastery);
    out->principles = xcalloc((size_t)bank->principle_count, sizeof *out->principles);
    for (int i = 0; i < bank->principle_count; i++) {
        double way = mastery[i].sum / pass_at;
        out->principles[i] = (struct progress_principle){
            .met = mastery[i].met,
            .way = way > 1 || mastery[i].mastered ? 1
                   : way < 0                      ? 0
                                                  : way,
            .mastery = mastery[i],
        };
    }
    for (size_t i = 0; i < history->len; i++) {
        const struct past *past = &history->items[i];
        if (past->activity >= 0 && score_counts(&past->graded) & COUNTS_EVIDENCE)
            add_answer(&out->principles[bank->activities[past->activity].principle], &past->graded);
    }
    out->mastered = mastery_count(mastery, bank->principle_count);
    out->sittings_left = mastery_sittings_left(mastery, bank->principle_count, history,
                                               rules_cards(&practice, bank));
    free(mastery);
}

static void add_questions(const struct bank *bank, struct progress *out)
{
    out->questions = xcalloc((size_t)bank->question_count, sizeof *out->questions);
    for (int i = 0; i < bank->principle_count; i++) {
        const struct progress_principle *principle = &out->principles[i];
        if (bank->principles[i].question < 0)
            continue;
        struct progress_question *question = &out->questions[bank->principles[i].question];
        question->principles++;
        question->met += principle->met;
        question->mastered += principle->mastery.mastered;
        question->answers += principle->answers;
        question->missed += principle->missed;
    }
}

static void add_readiness(const struct history *history, struct progress *out)
{
    out->ready = exam_ready(history);
    if (out->recent.answers < EXAM_READY_LEAST)
        out->ready_answers = EXAM_READY_LEAST - out->recent.answers;
    else
        out->ready_right = exam_ready_right(out->recent.answers);
}

static void add_curve(const struct history *history, struct progress *out)
{
    int all = out->first.answers, count = all / PROGRESS_BLOCK_LEAST, seen = 0;
    out->block_count = count > PROGRESS_BLOCKS_MAX ? PROGRESS_BLOCKS_MAX : count;
    for (size_t i = 0; i < history->len && out->block_count; i++) {
        if (!is_first_answer(&history->items[i]))
            continue;
        int64_t at = (int64_t)seen++ * out->block_count / all;
        out->blocks[at].answers++;
        out->blocks[at].right += score_right(&history->items[i].graded);
    }
    for (int i = 0; i < out->block_count; i++)
        out->blocks[i].band = interval_wilson(out->blocks[i].right, out->blocks[i].answers);
}

static void add_first_run(const struct history *history, struct progress *out)
{
    const struct past_run *run = NULL;
    for (size_t i = 0; i < history->run_count && !run; i++)
        if (history->runs[i].mode == MODE_FIRST && !history->runs[i].other_bank)
            run = &history->runs[i];
    if (!run)
        return;
    size_t end = run->first + run->count;
    for (size_t i = run->first; i < end; i++)
        tally_add(&out->first_run, &history->items[i].graded);
    for (size_t i = history->len; i > end && out->since_first.answers < PROGRESS_SINCE_FIRST; i--)
        if (is_first_answer(&history->items[i - 1]))
            tally_add(&out->since_first, &history->items[i - 1].graded);
}

/* The lower bound of the share missed; below 0 for what is not called hard. */
static double hardness(const struct progress_principle *principle)
{
    if (principle->mastery.mastered || !principle->missed ||
        principle->answers < PROGRESS_HARDEST_LEAST)
        return -1;
    return interval_wilson(principle->missed, principle->answers).low;
}

static void add_hardest(const struct bank *bank, struct progress *out)
{
    for (int i = 0; i < bank->principle_count; i++) {
        double hard = hardness(&out->principles[i]);
        int at = out->hardest_count;
        if (hard < 0)
            continue;
        while (at > 0 && hardness(&out->principles[out->hardest[at - 1]]) < hard)
            at--;
        if (out->hardest_count < PROGRESS_HARDEST_MAX)
            out->hardest_count++;
        for (int j = out->hardest_count - 1; j > at; j--)
            out->hardest[j] = out->hardest[j - 1];
        if (at < PROGRESS_HARDEST_MAX)
            out->hardest[at] = i;
    }
}

/* What is right in a run, struck out ones apart. */
static struct tally run_tally(const struct history *history, const struct past_run *run)
{
    struct tally tally = {0};
    for (size_t i = run->first; i < run->first + run->count; i++)
        tally_add(&tally, &history->items[i].graded);
    return tally;
}

static void add_today(const struct history *history, struct progress *out)
{
    const struct past_run *run = history_day_played(history, out->calendar_today);
    if (!run)
        return;
    struct tally tally = run_tally(history, run);
    out->today_played = true;
    out->today_right = tally.right;
    out->today_cards = tally.answers;
}

static void add_exams(const struct history *history, struct progress *out)
{
    for (size_t i = 0; i < history->run_count; i++) {
        const struct past_run *run = &history->runs[i];
        if (run->mode != MODE_EXAM || run->other_bank ||
            (run->end != RUN_PASSED && run->end != RUN_FAILED))
            continue;
        struct tally tally = run_tally(history, run);
        out->last_try = (struct progress_exam){
            .day = calendar_local_day(run->started_utc_ms, run->utc_offset_min),
            .right = tally.right,
            .cards = run->adaptive ? tally.answers : run->length,
            .passed = run->end == RUN_PASSED,
        };
        out->exams++;
        if (out->last_try.passed) {
            out->exams_passed++;
            out->pass = out->last_try;
        }
    }
}

void progress_of(const struct bank *bank, const struct history *history, struct now now,
                 struct progress *out)
{
    *out = (struct progress){0};
    add_counts(bank, history, out);
    add_days(history, now, out);
    add_principles(bank, history, out);
    add_questions(bank, out);
    add_readiness(history, out);
    add_curve(history, out);
    add_first_run(history, out);
    add_hardest(bank, out);
    out->best_climb = best_before(history, MODE_CLIMB, history->run_count, &out->climbed);
    out->best_sprint = best_before(history, MODE_SPRINT, history->run_count, &out->sprinted);
    add_today(history, out);
    add_exams(history, out);
}

void progress_free(struct progress *progress)
{
    free(progress->principles);
    free(progress->questions);
    *progress = (struct progress){0};
}

int progress_way_percent(const struct progress_principle *principle)
{
    enum { PER_CENT = 100 };
    int way = (int)(principle->way * PER_CENT);
    return way == PER_CENT && !principle->mastery.mastered ? PER_CENT - 1 : way;
}
