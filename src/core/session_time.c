/* How many cards a session has time for, and when its steps begin. */
#include "core/session_time.h"

enum {
    MINUTE = 60,
    TEST_CARD_S = 20,
    PRACTICE_CARD_S = 40,
    ARRIVING_S = 300,
    PART_S = 120,         /* until everyone is in it, and the last one done */
    TALK_S = 20,          /* of each minute: discussion and end */
    END_SHARE = 5,        /* one in so many of these */
    PRACTICE_TO_TEST = 2, /* cards */
    TEST_LEAST = 6,
    TEST_MOST = 20,
    PRACTICE_LEAST = 8,
    PRACTICE_MOST = 40
};

/* The even number next below, within bounds. */
static int even_within(int number, int least, int most)
{
    return number < least ? least : number > most ? most : number - number % 2;
}

static int parts_of(const bool has[PART_COUNT])
{
    int parts = 0;
    for (int part = 0; part < PART_COUNT; part++)
        parts += has[part];
    return parts;
}

/* Cards of practice when so many seconds are left for it. */
static int practice_in(int seconds)
{
    return even_within(seconds / PRACTICE_CARD_S, PRACTICE_LEAST, PRACTICE_MOST);
}

struct session_numbers session_numbers(int minutes, int length, const bool has[PART_COUNT],
                                       int turns)
{
    struct session_numbers numbers = {0};
    int planned = minutes ? minutes : SESSION_MINUTES_USUAL;
    int tests = has[PART_BEFORE] + has[PART_AFTER], told = length + length % 2;
    int seconds = (planned * (MINUTE - TALK_S) - ARRIVING_S - PART_S * parts_of(has)) / turns;
    int one = TEST_CARD_S * tests + (has[PART_PRACTICE] ? PRACTICE_TO_TEST * PRACTICE_CARD_S : 0);
    if (tests)
        numbers.test = told ? told : even_within(seconds / one, TEST_LEAST, TEST_MOST);
    if (has[PART_PRACTICE] && !tests && told)
        numbers.practice = told;
    else if (has[PART_PRACTICE] && told && !minutes)
        numbers.practice = even_within(PRACTICE_TO_TEST * told, PRACTICE_LEAST, PRACTICE_MOST);
    else if (has[PART_PRACTICE])
        numbers.practice = practice_in(seconds - TEST_CARD_S * tests * numbers.test);
    return numbers;
}

/* Seconds that a step takes whatever the time is: its cards. */
static int card_seconds(const struct session *session, enum step step, int turns)
{
    int test = TEST_CARD_S * session->forms[FORM_A].count * turns;
    switch (step) {
    case STEP_BEFORE:
        return session->has[PART_BEFORE] ? test : 0;
    case STEP_PRACTICE:
        return session->has[PART_PRACTICE] ? PRACTICE_CARD_S * session->practice.count * turns : 0;
    case STEP_AFTER:
        return session->has[PART_AFTER] ? test : 0;
    default:
        return 0;
    }
}

/* Seconds that a step should have besides. */
static int other_seconds(const struct session *session, enum step step, int minutes)
{
    int end = minutes * TALK_S / END_SHARE;
    switch (step) {
    case STEP_WELCOME:
        return ARRIVING_S;
    case STEP_BEFORE:
        return session->has[PART_BEFORE] ? PART_S : 0;
    case STEP_PRACTICE:
        return session->has[PART_PRACTICE] ? PART_S : 0;
    case STEP_DISCUSSION:
        return minutes * TALK_S - end;
    case STEP_AFTER:
        return session->has[PART_AFTER] ? PART_S : 0;
    default:
        return end;
    }
}

struct session_times session_times(const struct session *session, int turns)
{
    struct session_times times = {0};
    int minutes = session->minutes ? session->minutes : SESSION_MINUTES_USUAL;
    int cards = 0, wanted = 0, at = 0;
    for (int step = 0; step < STEP_COUNT; step++) {
        cards += card_seconds(session, (enum step)step, turns);
        wanted += other_seconds(session, (enum step)step, minutes);
    }
    int least = (STEP_COUNT - PART_COUNT) * MINUTE; /* welcome, discussion, end */
    int spare = minutes * MINUTE - cards < least ? least : minutes * MINUTE - cards;
    for (int step = 0; step < STEP_COUNT; step++) {
        int other = other_seconds(session, (enum step)step, minutes);
        if (spare < wanted)
            other = other * spare / wanted;
        else if (step == STEP_DISCUSSION)
            other += spare - wanted;
        at += card_seconds(session, (enum step)step, turns) + other;
        times.begin[step + 1] = (at + MINUTE / 2) / MINUTE;
    }
    /* divisions leave some seconds over, and the end has a minute at least */
    times.begin[STEP_COUNT] = (cards + spare + MINUTE - 1) / MINUTE;
    if (times.begin[STEP_WRAP_UP] == times.begin[STEP_COUNT])
        times.begin[STEP_WRAP_UP]--;
    return times;
}
