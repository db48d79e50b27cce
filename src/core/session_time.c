/* How many cards a session has time for, and when its steps begin. */
#include "core/session_time.h"

enum {
    MINUTE = 60,
    TEST_CARD_S = 20,
    PRACTICE_CARD_S = 40,
    ARRIVING_S = 300,
    PART_S = 120,     /* until everyone is in it, and the last one done */
    HAND_OUT_S = 120, /* sheets of a test, and collecting them */
    SHEET_S = 20,     /* typing it in */
    TYPING_LEAST_S = 120,
    TALK_S = 20,          /* of each minute: discussion and end */
    END_SHARE = 5,        /* one in so many of these */
    STEP_LEAST_S = 120,   /* a step that anything happens in */
    PRACTICE_TO_TEST = 2, /* cards */
    TEST_LEAST = 6,
    TEST_MOST = 20,
    PRACTICE_LEAST = 8,
    PRACTICE_MOST = 40,
    SHORT_LEAST = 4 /* of both, when time is short */
};

/* The even number next below, within bounds. */
static int even_within(int number, int least, int most)
{
    return number < least ? least : number > most ? most : number - number % 2;
}

static int larger(int a, int b)
{
    return a > b ? a : b;
}

static int parts_of(const bool has[PART_COUNT])
{
    int parts = 0;
    for (int part = 0; part < PART_COUNT; part++)
        parts += has[part];
    return parts;
}

/* Seconds to type in the sheets of one test. */
static int typing_seconds(struct session_pace pace)
{
    return pace.sheets ? larger(TYPING_LEAST_S, SHEET_S * pace.sheets) : 0;
}

/* Seconds of so many minutes that paper leaves. */
static int seconds_beside_paper(int minutes, const bool has[PART_COUNT], struct session_pace pace)
{
    int one = pace.sheets ? HAND_OUT_S + typing_seconds(pace) : 0;
    return larger(0, minutes * MINUTE - one * (has[PART_BEFORE] + has[PART_AFTER]));
}

/* Which part a step is; PART_NONE for those that are none. */
static enum part part_of(enum step step)
{
    switch (step) {
    case STEP_BEFORE:
        return PART_BEFORE;
    case STEP_PRACTICE:
        return PART_PRACTICE;
    case STEP_AFTER:
        return PART_AFTER;
    default:
        return PART_NONE;
    }
}

/* Seconds that cards and paper take in a step. */
static int own_seconds(const bool has[PART_COUNT], struct session_numbers numbers,
                       struct session_pace pace, enum step step)
{
    enum part part = part_of(step);
    if (part != PART_NONE && !has[part])
        return 0;
    if (part == PART_PRACTICE)
        return PRACTICE_CARD_S * numbers.practice * pace.turns;
    if (part != PART_NONE)
        return TEST_CARD_S * numbers.test * pace.turns + (pace.sheets ? HAND_OUT_S : 0);
    bool typed =
        (step == STEP_DISCUSSION && has[PART_BEFORE]) || (step == STEP_WRAP_UP && has[PART_AFTER]);
    return typed ? typing_seconds(pace) : 0;
}

/* Seconds that a step takes at the least; after typing in there is a minute to talk. */
static int least_seconds(const bool has[PART_COUNT], struct session_numbers numbers,
                         struct session_pace pace, enum step step)
{
    enum part part = part_of(step);
    int own = own_seconds(has, numbers, pace, step);
    if (part != PART_NONE)
        return has[part] ? larger(own, STEP_LEAST_S) : 0;
    return larger(own ? own + MINUTE : 0, STEP_LEAST_S);
}

static int all_least_seconds(const bool has[PART_COUNT], struct session_numbers numbers,
                             struct session_pace pace)
{
    int seconds = 0;
    for (int step = 0; step < STEP_COUNT; step++)
        seconds += least_seconds(has, numbers, pace, (enum step)step);
    return seconds;
}

/* Takes cards away while the least of all steps is more than the time there is. */
static void make_short(struct session_numbers *numbers, int minutes, bool told,
                       const bool has[PART_COUNT], struct session_pace pace)
{
    int *const fewer[] = {&numbers->practice, &numbers->test};
    for (size_t i = 0; i < ARRAY_LEN(fewer); i++)
        while ((i == 0 || !told) && *fewer[i] > SHORT_LEAST &&
               all_least_seconds(has, *numbers, pace) > minutes * MINUTE)
            *fewer[i] -= 2;
}

struct session_numbers session_numbers(int minutes, int length, const bool has[PART_COUNT],
                                       struct session_pace pace)
{
    struct session_numbers numbers = {0};
    int planned = minutes ? minutes : SESSION_MINUTES_USUAL;
    int tests = has[PART_BEFORE] + has[PART_AFTER], told = length + length % 2;
    int rest = seconds_beside_paper(planned, has, pace);
    int seconds =
        (rest - rest / MINUTE * TALK_S - ARRIVING_S - PART_S * parts_of(has)) / pace.turns;
    int one = TEST_CARD_S * tests + (has[PART_PRACTICE] ? PRACTICE_TO_TEST * PRACTICE_CARD_S : 0);
    if (tests)
        numbers.test = told ? told : even_within(seconds / one, TEST_LEAST, TEST_MOST);
    if (has[PART_PRACTICE] && told && (!tests || !minutes))
        numbers.practice =
            tests ? even_within(PRACTICE_TO_TEST * told, PRACTICE_LEAST, PRACTICE_MOST) : told;
    else if (has[PART_PRACTICE])
        numbers.practice =
            even_within((seconds - TEST_CARD_S * tests * numbers.test) / PRACTICE_CARD_S,
                        PRACTICE_LEAST, PRACTICE_MOST);
    if (minutes || !told)
        make_short(&numbers, planned, told, has, pace);
    return numbers;
}

/* Seconds that a step should have beside its cards and its paper. */
static int other_seconds(const bool has[PART_COUNT], enum step step, int talk)
{
    enum part part = part_of(step);
    if (part != PART_NONE)
        return has[part] ? PART_S : 0;
    return step == STEP_WELCOME   ? ARRIVING_S
           : step == STEP_WRAP_UP ? talk / END_SHARE
                                  : talk - talk / END_SHARE;
}

struct session_times session_times(const struct session *session, struct session_pace pace)
{
    struct session_times times = {0};
    const bool *has = session->has;
    struct session_numbers numbers = {session->forms[FORM_A].count, session->practice.count};
    int minutes = session->minutes ? session->minutes : SESSION_MINUTES_USUAL;
    int talk = seconds_beside_paper(minutes, has, pace) / MINUTE * TALK_S;
    int least[STEP_COUNT], more[STEP_COUNT], at = 0, wanted = 0;
    int needed = all_least_seconds(has, numbers, pace);
    int spare = larger(0, minutes * MINUTE - needed);
    for (int i = 0; i < STEP_COUNT; i++) {
        enum step step = (enum step)i;
        least[i] = least_seconds(has, numbers, pace, step);
        more[i] = larger(0, own_seconds(has, numbers, pace, step) + other_seconds(has, step, talk) -
                                least[i]);
        wanted += more[i];
    }
    for (int i = 0; i < STEP_COUNT; i++) {
        if (spare < wanted)
            more[i] = more[i] * spare / wanted;
        else if (i == STEP_DISCUSSION)
            more[i] += spare - wanted;
        at += least[i] + more[i];
        times.begin[i + 1] = (at + MINUTE / 2) / MINUTE;
    }
    /* divisions leave some seconds over */
    times.begin[STEP_COUNT] = (needed + spare + MINUTE - 1) / MINUTE;
    return times;
}
