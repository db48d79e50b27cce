/* A session as it goes on: who is where, how far the room is, and how it splits. */
#include "core/live_board.h"

#include <stdlib.h>
#include <string.h>

#include "core/session_people.h"
#include "core/xmalloc.h"

static int compare_times(int64_t a, int64_t b)
{
    return (a > b) - (a < b);
}

/* What was typed in has no times of its own but that. */
static int64_t last_seen(const struct shared_run *run)
{
    int64_t started = run->run.started_utc_ms;
    int64_t last = run->count ? run->events[run->count - 1].utc_ms : started;
    return last > started ? last : started;
}

/* Whether the answer at `at` is the first of its activity in the run, whatever became of it. */
static bool is_first(const struct shared_run *run, size_t at)
{
    for (size_t i = 0; i < at; i++)
        if (run->events[i].kind == EVENT_ANSWER &&
            strcmp(run->events[i].activity, run->events[at].activity) == 0)
            return false;
    return true;
}

static bool is_struck(const struct shared_run *run, size_t at)
{
    for (size_t i = at + 1; i < run->count; i++)
        if (run->events[i].kind == EVENT_STRIKE &&
            strcmp(run->events[i].activity, run->events[at].activity) == 0)
            return true;
    return false;
}

static int answered(const struct shared_run *run)
{
    int count = 0;
    for (size_t i = 0; i < run->count; i++)
        count += run->events[i].kind == EVENT_ANSWER && is_first(run, i);
    return count;
}

static int length_of(const struct session *session, const struct shared_run *run)
{
    if (part_from_id(run->run.part) == PART_PRACTICE)
        return session->practice.count;
    return session->forms[session_form_of(session, &run->run)].count;
}

static void add_answer(const struct session *session, struct live_board *board, int at,
                       enum side choice)
{
    const struct activity *activity = &session->bank->activities[at];
    bool right = choice == activity->side;
    struct live_card *card = &board->cards[at];
    card->said[choice]++;
    card->answers++;
    card->right += right;
    struct live_principle *principle = &board->principles[activity->principle];
    principle->answers++;
    principle->right += right;
    principle->missed[activity->side] += !right;
}

static void add_hands(const struct session *session, struct live_board *board,
                      const struct shared_run *run)
{
    for (size_t i = 0; i < run->count; i++) {
        const struct event *event = &run->events[i];
        int at = bank_find_logged(session->bank, event->activity);
        if (event->kind != EVENT_ANSWER || is_struck(run, i))
            continue;
        board->hands++;
        if (at >= 0 && event->choice != SIDE_NONE)
            add_answer(session, board, at, event->choice);
    }
}

/* A person and when they began, for putting them into order. */
struct ranked {
    struct live_person person;
    int64_t started_utc_ms;
    const char *id;
    bool begun[PART_COUNT], complete[PART_COUNT];
};

/* Adds a run to where somebody is. */
static void add_run(const struct session *session, struct ranked *ranked,
                    const struct shared_run *run)
{
    struct live_person *person = &ranked->person;
    enum part part = part_from_id(run->run.part);
    bool first = person->part == PART_NONE;
    ranked->begun[part] = true;
    ranked->complete[part] = ranked->complete[part] || shared_run_complete(run);
    if (first || run->run.started_utc_ms < ranked->started_utc_ms)
        ranked->started_utc_ms = run->run.started_utc_ms;
    if (!first && last_seen(run) < person->seen_utc_ms)
        return;
    person->part = part;
    person->seen_utc_ms = last_seen(run);
    person->done = answered(run);
    person->length = length_of(session, run);
    person->complete = shared_run_complete(run);
}

/* Adds somebody's answers to the splits, and says where they are; what was typed in and does not
 * count says that of nobody. */
static struct ranked rank_person(const struct session *session, struct live_board *board,
                                 const struct person *person)
{
    struct ranked ranked = {.person = {.name = person->own_name, .part = PART_NONE},
                            .id = person->learner};
    for (int i = 0; i < PART_COUNT; i++)
        for (size_t j = 0; j < person->parts[i].count; j++)
            add_answer(session, board, person->parts[i].answers[j].activity,
                       person->parts[i].answers[j].event->choice);
    for (size_t i = 0; i < person->run_count; i++) {
        const struct shared_run *run = person->runs[i];
        if (!shared_run_typed(run) || person->parts[part_from_id(run->run.part)].run == run)
            add_run(session, &ranked, run);
    }
    return ranked;
}

static int by_start(const void *a, const void *b)
{
    const struct ranked *one = a, *other = b;
    int order = compare_times(one->started_utc_ms, other->started_utc_ms);
    return order ? order : strcmp(one->id, other->id);
}

static int by_state(const void *a, const void *b)
{
    const struct live_person *one = a, *other = b;
    if (one->complete != other->complete)
        return one->complete - other->complete;
    return (one->number > other->number) - (one->number < other->number);
}

static void add_person(struct live_board *board, struct ranked *all, const struct ranked *one)
{
    for (int part = 0; part < PART_COUNT; part++) {
        board->parts[part].begun += one->begun[part];
        board->parts[part].complete += one->complete[part];
    }
    all[board->people_count++] = *one;
}

/* Those who began and answered nothing are somewhere, too. */
static void add_silent(const struct session *session, struct live_board *board,
                       const struct session_people *people, struct ranked *all)
{
    for (size_t i = 0, next; i < people->silent_len; i = next) {
        const struct learner *learner = &people->silent_runs[i]->learner;
        struct ranked ranked = {.person = {.name = learner->name, .part = PART_NONE},
                                .id = learner->id};
        for (next = i; next < people->silent_len &&
                       strcmp(people->silent_runs[next]->learner.id, learner->id) == 0;
             next++)
            add_run(session, &ranked, people->silent_runs[next]);
        add_person(board, all, &ranked);
    }
}

static void add_people(const struct session *session, struct live_board *board,
                       const struct session_people *people)
{
    size_t most = people->len + (size_t)people->silent + 1;
    struct ranked *all = xcalloc(most, sizeof *all);
    for (size_t i = 0; i < people->len; i++) {
        struct ranked ranked = rank_person(session, board, &people->items[i]);
        add_person(board, all, &ranked);
    }
    add_silent(session, board, people, all);
    qsort(all, (size_t)board->people_count, sizeof *all, by_start);
    board->people = xcalloc(most, sizeof *board->people);
    for (int i = 0; i < board->people_count; i++) {
        board->people[i] = all[i].person;
        board->people[i].number = i + 1;
    }
    qsort(board->people, (size_t)board->people_count, sizeof *board->people, by_state);
    free(all);
}

/* The order of two shares right, each (right + 1) / (answers + 2); more answers first when even. */
static int compare_shares(int right, int answers, int other_right, int other_answers)
{
    int64_t a = ((int64_t)right + 1) * (other_answers + 2);
    int64_t b = ((int64_t)other_right + 1) * (answers + 2);
    int order = compare_times(a, b);
    return order ? order : other_answers - answers;
}

static int by_card(const void *a, const void *b)
{
    const struct live_card *one = a, *other = b;
    int order = compare_shares(one->right, one->answers, other->right, other->answers);
    return order ? order : one->activity - other->activity;
}

static int by_principle(const void *a, const void *b)
{
    const struct live_principle *one = a, *other = b;
    int order = compare_shares(one->right, one->answers, other->right, other->answers);
    return order ? order : one->principle - other->principle;
}

/* Keeps what was answered, in order. */
static void rank(const struct session *session, struct live_board *board)
{
    for (int i = 0; i < session->bank->activity_count; i++)
        if (board->cards[i].answers)
            board->cards[board->card_count++] = board->cards[i];
    for (int i = 0; i < session->bank->principle_count; i++)
        if (board->principles[i].answers)
            board->principles[board->principle_count++] = board->principles[i];
    qsort(board->cards, (size_t)board->card_count, sizeof *board->cards, by_card);
    qsort(board->principles, (size_t)board->principle_count, sizeof *board->principles,
          by_principle);
}

void live_board_of(const struct session *session, const struct shared_runs *runs,
                   struct live_board *board)
{
    const struct bank *bank = session->bank;
    *board = (struct live_board){0};
    board->cards = xcalloc((size_t)bank->activity_count + 1, sizeof *board->cards);
    board->principles = xcalloc((size_t)bank->principle_count + 1, sizeof *board->principles);
    for (int i = 0; i < bank->activity_count; i++)
        board->cards[i].activity = i;
    for (int i = 0; i < session->practice.count; i++)
        board->cards[session->practice.activities[i]].practice = true;
    for (int i = 0; i < bank->principle_count; i++)
        board->principles[i].principle = i;
    struct session_people people;
    session_people_make(&people, session, runs->items, runs->len, true);
    for (size_t i = 0; i < people.hands_len; i++)
        add_hands(session, board, people.hands[i]);
    add_people(session, board, &people);
    rank(session, board);
    session_people_free(&people);
}

void live_board_free(struct live_board *board)
{
    free(board->people);
    free(board->cards);
    free(board->principles);
    *board = (struct live_board){0};
}
