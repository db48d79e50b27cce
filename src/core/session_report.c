/* What a trainer wants to know of a session, as figures. */
#include "core/session_report.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/item_analysis.h"
#include "core/session_gain.h"
#include "core/session_talk.h"

enum { PERCENT = 100 };

int report_percent(int right, int answers)
{
    return answers ? (int)(((int64_t)2 * PERCENT * right + answers) / (2 * (int64_t)answers)) : 0;
}

enum part session_report_decisive(const struct session *session)
{
    if (session->pass == 0)
        return PART_NONE;
    return session->has[PART_AFTER]    ? PART_AFTER
           : session->has[PART_BEFORE] ? PART_BEFORE
                                       : PART_NONE;
}

bool report_met_mark(const struct session *session, enum part part, const struct person_part *own)
{
    return session->pass > 0 && part != PART_PRACTICE && own->complete &&
           own->tally.right >= session->pass;
}

/* --- counting -------------------------------------------------------------------------------- */

/* Cards and principles by their place in the bank, while answers are counted. */
struct counting {
    struct report_card *cards;
    struct report_principle *principles;
};

static void count_part(struct session_report *report, enum part number,
                       const struct person_part *part)
{
    struct report_part *sum = &report->parts[number];
    sum->people += part->count > 0;
    sum->complete += part->complete;
    sum->met += report_met_mark(report->session, number, part);
    tally_join(&sum->tally, &part->tally);
    tally_join(&report->everybody, &part->tally);
}

static void count_answers(const struct bank *bank, struct counting *counting, enum part number,
                          const struct person_part *part)
{
    for (size_t i = 0; i < part->count; i++) {
        const struct event *event = part->answers[i].event;
        int activity = part->answers[i].activity;
        int principle = bank->activities[activity].principle;
        struct graded graded = {.keyed = event->keyed,
                                .choice = event->choice,
                                .sure = event->sure,
                                .first_time = true,
                                .mode = MODE_PRACTICE};
        tally_add(&counting->cards[activity].parts[number], &graded);
        tally_add(&counting->cards[activity].people, &graded);
        if (principle >= 0)
            tally_add(&counting->principles[principle].parts[number], &graded);
    }
}

/* The cards that were taken back: the place behind the last strike of each in a run of hands. */
static size_t struck_up_to(const struct shared_run *run, const char *activity)
{
    size_t end = 0;
    for (size_t i = 0; i < run->count; i++)
        if (run->events[i].kind == EVENT_STRIKE && strcmp(run->events[i].activity, activity) == 0)
            end = i;
    return end;
}

/* A hand is not known to be sure. */
static void count_hands(struct session_report *report, struct counting *counting,
                        const struct shared_run *run)
{
    const struct bank *bank = report->session->bank;
    for (size_t i = 0; i < run->count; i++) {
        const struct event *event = &run->events[i];
        int activity = bank_find_logged(bank, event->activity);
        if (event->kind != EVENT_ANSWER || event->keyed > SIDE_MARKETING ||
            event->choice > SIDE_MARKETING || activity < 0 ||
            i < struck_up_to(run, event->activity))
            continue;
        struct graded graded = {.keyed = event->keyed,
                                .choice = event->choice,
                                .first_time = true,
                                .mode = MODE_PRACTICE};
        int principle = bank->activities[activity].principle;
        tally_add(&counting->cards[activity].hands, &graded);
        tally_add(&report->hands, &graded);
        if (principle >= 0)
            tally_add(&counting->principles[principle].all, &graded);
    }
}

static void count_everything(struct session_report *report, struct counting *counting)
{
    const struct session_people *people = &report->people;
    for (size_t i = 0; i < people->len; i++)
        for (int part = 0; part < PART_COUNT; part++) {
            count_part(report, (enum part)part, &people->items[i].parts[part]);
            count_answers(report->session->bank, counting, (enum part)part,
                          &people->items[i].parts[part]);
        }
    for (size_t i = 0; i < people->hands_len; i++)
        count_hands(report, counting, people->hands[i]);
    report->all = report->everybody;
    tally_join(&report->all, &report->hands);
    signal_measure(&report->all, &report->signal);
}

/* --- cards ----------------------------------------------------------------------------------- */

/* The hardest first; then the one with more answers. */
static int by_hardness(const void *a, const void *b)
{
    const struct report_card *x = a, *y = b;
    struct tally one = x->people, other = y->people;
    tally_join(&one, &x->hands);
    tally_join(&other, &y->hands);
    int64_t left = (int64_t)one.right * other.answers, right = (int64_t)other.right * one.answers;
    if (left != right)
        return left < right ? -1 : 1;
    if (one.answers != other.answers)
        return one.answers > other.answers ? -1 : 1;
    return x->activity - y->activity;
}

/* Discrimination over the people, each card an item. */
static void judge_cards(struct session_report *report)
{
    const struct session_people *people = &report->people;
    size_t items = report->card_count;
    int *item_of = xcalloc((size_t)report->session->bank->activity_count + 1, sizeof *item_of);
    unsigned char *marks = xcalloc(people->len * items + 1, 1);
    struct item_analysis analysis;
    memset(marks, ITEM_NOT_MET, people->len * items);
    for (size_t i = 0; i < items; i++)
        item_of[report->cards[i].activity] = (int)i;
    for (size_t i = 0; i < people->len * PART_COUNT; i++) {
        const struct person_part *part = &people->items[i / PART_COUNT].parts[i % PART_COUNT];
        for (size_t j = 0; j < part->count; j++) {
            const struct person_answer *answer = &part->answers[j];
            marks[i / PART_COUNT * items + (size_t)item_of[answer->activity]] =
                answer->event->choice == answer->event->keyed ? ITEM_RIGHT : ITEM_WRONG;
        }
    }
    item_analyse(marks, (int)people->len, (int)items, &analysis);
    for (size_t i = 0; i < items; i++) {
        const struct item_figures *figures = &analysis.items[i];
        report->cards[i].judged =
            figures->attempts >= ITEM_ATTEMPTS_ENOUGH && !isnan(figures->discrimination);
        if (report->cards[i].judged)
            report->cards[i].discrimination = (int)floor(figures->discrimination + 0.5);
    }
    item_analysis_free(&analysis);
    free(item_of);
    free(marks);
}

bool session_report_judged(const struct session_report *report)
{
    bool any = false;
    for (size_t i = 0; i < report->card_count; i++)
        any = any || report->cards[i].judged;
    return any;
}

/* Keeps the cards that somebody answered. */
static void gather_cards(struct session_report *report, const struct report_card *cards)
{
    int count = report->session->bank->activity_count;
    report->cards = xcalloc((size_t)count + 1, sizeof *report->cards);
    for (int i = 0; i < count; i++) {
        struct report_card *card = &report->cards[report->card_count];
        *card = cards[i];
        card->activity = i;
        report->card_count += card->people.answers + card->hands.answers > 0;
    }
    qsort(report->cards, report->card_count, sizeof *report->cards, by_hardness);
    judge_cards(report);
}

/* --- principles ------------------------------------------------------------------------------ */

static int by_share(const struct tally *x, const struct tally *y)
{
    int64_t left = (int64_t)x->right * y->answers, right = (int64_t)y->right * x->answers;
    if (left != right)
        return left < right ? -1 : 1;
    return (x->answers < y->answers) - (x->answers > y->answers);
}

static int by_worst(const void *a, const void *b)
{
    const struct report_principle *x = a, *y = b;
    int order = by_share(&x->all, &y->all);
    return order ? order : x->principle - y->principle;
}

static void gather_principles(struct session_report *report,
                              const struct report_principle *principles)
{
    int count = report->session->bank->principle_count;
    report->principles = xcalloc((size_t)count + 1, sizeof *report->principles);
    for (int i = 0; i < count; i++) {
        struct report_principle *principle = &report->principles[report->principle_count];
        struct signal signal;
        *principle = principles[i];
        principle->principle = i;
        for (int part = 0; part < PART_COUNT; part++)
            tally_join(&principle->all, &principle->parts[part]);
        signal_measure(&principle->all, &signal);
        principle->lean = signal_lean(&signal);
        report->principle_count += principle->all.answers > 0;
    }
    qsort(report->principles, report->principle_count, sizeof *report->principles, by_worst);
}

enum part session_report_latest(const struct session_report *report)
{
    static const enum part order[] = {PART_AFTER, PART_PRACTICE, PART_BEFORE};
    for (size_t i = 0; i < ARRAY_LEN(order); i++)
        if (report->parts[order[i]].tally.answers > 0 ||
            (order[i] == PART_PRACTICE && report->hands.answers > 0))
            return order[i];
    return PART_NONE;
}

/* The worst by the answers of one part, or of all for PART_NONE. */
static const struct report_principle *worst_in(const struct session_report *report, enum part part,
                                               struct tally *tally)
{
    const struct report_principle *worst = NULL;
    for (size_t i = 0; i < report->principle_count; i++) {
        const struct report_principle *principle = &report->principles[i];
        const struct tally *own = part == PART_NONE ? &principle->all : &principle->parts[part];
        if (own->answers < REPORT_BLAME_LEAST || own->right == own->answers ||
            (worst && by_share(own, tally) >= 0))
            continue;
        worst = principle;
        *tally = *own;
    }
    return worst;
}

const struct report_principle *session_report_worst(const struct session_report *report,
                                                    struct tally *tally)
{
    enum part latest = session_report_latest(report);
    const struct report_principle *worst =
        latest == PART_AFTER ? worst_in(report, latest, tally) : NULL;
    return worst ? worst : worst_in(report, PART_NONE, tally);
}

/* --- all of it ------------------------------------------------------------------------------- */

/* When the session began, by the first of its runs that count. */
static void find_start(struct session_report *report)
{
    const struct session_people *people = &report->people;
    const struct shared_run *first = people->hands_len ? people->hands[0] : NULL;
    for (size_t i = 0; i < people->hands_len; i++)
        if (people->hands[i]->run.started_utc_ms < first->run.started_utc_ms)
            first = people->hands[i];
    for (size_t i = 0; i < people->len * PART_COUNT; i++) {
        const struct shared_run *run = people->items[i / PART_COUNT].parts[i % PART_COUNT].run;
        if (run && (!first || run->run.started_utc_ms < first->run.started_utc_ms ||
                    (run->run.started_utc_ms == first->run.started_utc_ms &&
                     strcmp(run->run.id, first->run.id) < 0)))
            first = run;
    }
    if (first) {
        report->started_utc_ms = first->run.started_utc_ms;
        report->utc_offset_min = first->run.utc_offset_min;
    }
}

void session_report_make(struct session_report *report, const struct session *session,
                         const struct shared_run *runs, size_t count, bool names, size_t left_out)
{
    const struct bank *bank = session->bank;
    struct counting counting = {
        xcalloc((size_t)bank->activity_count + 1, sizeof *counting.cards),
        xcalloc((size_t)bank->principle_count + 1, sizeof *counting.principles)};
    *report = (struct session_report){.session = session, .names = names, .left_out = left_out};
    session_people_make(&report->people, session, runs, count, names);
    count_everything(report, &counting);
    gather_cards(report, counting.cards);
    gather_principles(report, counting.principles);
    session_gain(&report->people, &report->gain);
    session_talk(report);
    find_start(report);
    free(counting.cards);
    free(counting.principles);
}

void session_report_free(struct session_report *report)
{
    session_people_free(&report->people);
    free(report->cards);
    free(report->principles);
    *report = (struct session_report){0};
}
