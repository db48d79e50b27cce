/* A learner's past for tests: runs and answers, one after the other, on days of their own. */
#ifndef SMQ_TESTS_PAST_FIXTURE_H
#define SMQ_TESTS_PAST_FIXTURE_H

#include "bank_fixture.h"
#include "core/history.h"

#define PAST_HOUR_MS INT64_C(3600000)
#define PAST_DAY_MS (24 * PAST_HOUR_MS)

enum { PAST_PRINCIPLES = 4, PAST_SCENARIOS = 20, PAST_OF_PRINCIPLE = 80 };

/* The bank: PAST_PRINCIPLES principles of PAST_SCENARIOS scenarios of four activities each, sales
 * and marketing in turn, under two questions; the last principle is under none. */
struct past_fixture {
    struct bank *bank;
    struct history history;
    int day;                   /* of the answers that follow, counted from 1970-01-01 */
    int next[PAST_PRINCIPLES]; /* how many activities of each were taken */
};

static inline struct past_fixture past_fixture_new(void)
{
    struct draft draft = fixture_draft(PAST_PRINCIPLES);
    for (int i = 0; i < PAST_PRINCIPLES * PAST_SCENARIOS; i++) {
        char id[16];
        snprintf(id, sizeof id, "scene%d", i);
        fixture_scenario(&draft, id, i / PAST_SCENARIOS, 1, "events", "smsm");
    }
    for (int i = 0; i < 2; i++) {
        draft.questions = xgrow(draft.questions, draft.question_count, &draft.question_cap,
                                sizeof *draft.questions);
        draft.questions[draft.question_count++] =
            (struct draft_question){.place = {"fixture.cfg", 2},
                                    .id = fixture_text(&draft, "q%d", i),
                                    .title = fixture_text(&draft, "Question number %d?", i)};
    }
    for (int i = 0; i < PAST_PRINCIPLES; i++) {
        struct draft_principle *p = &draft.principles[i];
        if (i < PAST_PRINCIPLES - 1)
            p->question = fixture_text(&draft, "q%d", i / 2);
        p->looks[SIDE_SALES] = fixture_text(&draft, "Sales look %d.", i);
        p->looks[SIDE_MARKETING] = fixture_text(&draft, "Marketing look %d.", i);
        p->mixup = fixture_text(&draft, "Mix-up %d.", i);
        p->source = fixture_text(&draft, "Source %d", i);
    }
    struct past_fixture f = {.bank = fixture_finish(&draft), .day = 20000};
    history_init(&f.history, f.bank);
    return f;
}

static inline void past_fixture_free(struct past_fixture *f)
{
    history_free(&f->history);
    bank_free(f->bank);
}

/* A test whose state is a past_fixture begins and ends with these. */
static inline int past_set_up(void **state)
{
    struct past_fixture *f = xcalloc(1, sizeof *f);
    *f = past_fixture_new();
    *state = f;
    return 0;
}

static inline int past_tear_down(void **state)
{
    past_fixture_free(*state);
    free(*state);
    return 0;
}

/* Begins a run at noon of the day. */
static inline void past_run(struct past_fixture *f, enum mode mode, enum run_end end)
{
    history_begin_run(&f->history, &(struct past_run){.mode = mode,
                                                      .end = end,
                                                      .length = 12,
                                                      .day = f->day,
                                                      .started_utc_ms = f->day * PAST_DAY_MS +
                                                                        12 * PAST_HOUR_MS});
}

/* Answers an activity in the newest run. */
static inline void past_answer(struct past_fixture *f, int activity, bool right, bool sure)
{
    enum side keyed = f->bank->activities[activity].side;
    const struct history *h = &f->history;
    enum mode mode = h->run_count ? h->runs[h->run_count - 1].mode : MODE_PRACTICE;
    history_add(&f->history, (struct past){.activity = activity,
                                           .graded = {.keyed = keyed,
                                                      .choice = right ? keyed : side_other(keyed),
                                                      .sure = sure,
                                                      .mode = mode},
                                           .utc_ms = f->day * PAST_DAY_MS + 12 * PAST_HOUR_MS});
}

/* New activities of the principle, surely: r for right, w for wrong. */
static inline void past_answers(struct past_fixture *f, int principle, const char *which)
{
    for (; *which; which++)
        past_answer(f, principle * PAST_OF_PRINCIPLE + f->next[principle]++, *which == 'r', true);
}

static inline struct now past_now(const struct past_fixture *f)
{
    return (struct now){.utc_ms = f->day * PAST_DAY_MS + 13 * PAST_HOUR_MS};
}

#endif
