/* A session as it goes on: who is where, how far the room is, and how it splits. */
#include "core/live_board.h"

#include <stdlib.h>
#include <string.h>

#include "core/xmalloc.h"

static int compare_times(int64_t a, int64_t b)
{
    return (a > b) - (a < b);
}

/* By person, then in the order they were begun. */
static int by_person(const void *a, const void *b)
{
    const struct shared_run *one = *(const struct shared_run *const *)a;
    const struct shared_run *other = *(const struct shared_run *const *)b;
    int order = strcmp(one->learner.id, other->learner.id);
    if (!order)
        order = compare_times(one->run.started_utc_ms, other->run.started_utc_ms);
    return order ? order : strcmp(one->run.id, other->run.id);
}

static bool belongs(const struct session *session, const struct shared_run *run)
{
    return strcmp(run->run.session, session->code) == 0 && part_from_id(run->run.part) != PART_NONE;
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

static void add_answer(const struct session *session, struct live_board *board,
                       const struct event *event)
{
    int at = bank_find_logged(session->bank, event->activity);
    if (at < 0 || event->choice == SIDE_NONE)
        return;
    const struct activity *activity = &session->bank->activities[at];
    bool right = event->choice == activity->side;
    struct live_card *card = &board->cards[at];
    card->said[event->choice]++;
    card->answers++;
    card->right += right;
    struct live_principle *principle = &board->principles[activity->principle];
    principle->answers++;
    principle->right += right;
    principle->missed[activity->side] += !right;
}

/* Adds what a run says to the splits; of a person only first answers, of a room every hand. */
static void add_answers(const struct session *session, struct live_board *board,
                        const struct shared_run *run)
{
    bool room = run->source == SOURCE_ROOM;
    for (size_t i = 0; i < run->count; i++) {
        if (run->events[i].kind != EVENT_ANSWER || is_struck(run, i) ||
            (!room && !is_first(run, i)))
            continue;
        add_answer(session, board, &run->events[i]);
        board->hands += room;
    }
}

/* One person from their runs, which stand in the order they were begun. */
static struct live_person make_person(const struct session *session, struct live_board *board,
                                      const struct shared_run *const *runs, size_t count)
{
    struct live_person person = {.name = runs[0]->learner.name, .part = PART_NONE};
    bool complete[PART_COUNT] = {false}, begun[PART_COUNT] = {false};
    for (size_t i = 0; i < count; i++) {
        enum part part = part_from_id(runs[i]->run.part);
        if (!begun[part])
            add_answers(session, board, runs[i]);
        begun[part] = true;
        complete[part] = complete[part] || shared_run_complete(runs[i]);
        if (person.part != PART_NONE && last_seen(runs[i]) < person.seen_utc_ms)
            continue;
        person.part = part;
        person.seen_utc_ms = last_seen(runs[i]);
        person.done = answered(runs[i]);
        person.length = length_of(session, runs[i]);
        person.complete = shared_run_complete(runs[i]);
    }
    for (int part = 0; part < PART_COUNT; part++) {
        board->parts[part].begun += begun[part];
        board->parts[part].complete += complete[part];
    }
    return person;
}

/* A person and when they began, for putting them into order. */
struct ranked {
    struct live_person person;
    int64_t started_utc_ms;
    const char *id;
};

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

/* Makes the people of `count` runs that stand person by person. */
static void add_people(const struct session *session, struct live_board *board,
                       const struct shared_run *const *runs, size_t count)
{
    struct ranked *ranked = xcalloc(count ? count : 1, sizeof *ranked);
    size_t people = 0;
    for (size_t i = 0, end; i < count; i = end) {
        for (end = i; end < count && strcmp(runs[end]->learner.id, runs[i]->learner.id) == 0;)
            end++;
        ranked[people++] = (struct ranked){make_person(session, board, runs + i, end - i),
                                           runs[i]->run.started_utc_ms, runs[i]->learner.id};
    }
    qsort(ranked, people, sizeof *ranked, by_start);
    board->people = xcalloc(people ? people : 1, sizeof *board->people);
    board->people_count = (int)people;
    for (size_t i = 0; i < people; i++) {
        board->people[i] = ranked[i].person;
        board->people[i].number = (int)i + 1;
    }
    qsort(board->people, people, sizeof *board->people, by_state);
    free(ranked);
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
    const struct shared_run **played = xcalloc(runs->len + 1, sizeof *played);
    size_t count = 0;
    for (size_t i = 0; i < runs->len; i++) {
        if (!belongs(session, &runs->items[i]))
            continue;
        if (runs->items[i].source == SOURCE_ROOM)
            add_answers(session, board, &runs->items[i]);
        else
            played[count++] = &runs->items[i];
    }
    qsort(played, count, sizeof *played, by_person);
    add_people(session, board, played, count);
    rank(session, board);
    free(played);
}

void live_board_free(struct live_board *board)
{
    free(board->people);
    free(board->cards);
    free(board->principles);
    *board = (struct live_board){0};
}
