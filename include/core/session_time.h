/* How many cards a session has time for, and when each of its steps begins.  core.
 * Reckoned with
 *   20 s a card of a test, 40 s a card of practice with its verdict (twice, three times … as long
 *   where people play in turn);
 *   5 minutes for arriving, 2 for each part until everyone is in it and the last one done;
 *   for each test on paper 2 minutes to hand out and collect, and 20 s a sheet to type it in, at
 *   least 2 minutes: those of before in the discussion, those of after at the end;
 *   a third of the other time for the discussion and the end, a fifth of that for the end.
 * So there are, of `minutes` and `parts`,
 *   paper    = tests * (120 + max(120, 20 * sheets)) where there are sheets, else 0
 *   rest     = 60 * minutes - paper
 *   seconds  = (rest * 2 / 3 - 60 * (5 + 2 * parts)) / turns
 *   test     = seconds / (20 * tests + 80 if there is practice), even, 6 to 20
 *   practice = (seconds - 20 * tests * test) / 40, even, 8 to 40
 * and where that leaves a step less than 2 minutes, as few as 4 of practice, then of the tests;
 * e.g. 6 and 6 in 15 minutes, 8 and 20 in 45, 20 and 40 in 90; with 12 people on paper 6 and 6 in
 * 25, 6 and 10 in 45. */
#ifndef SMQ_CORE_SESSION_TIME_H
#define SMQ_CORE_SESSION_TIME_H

#include "core/session.h"

enum { SESSION_MINUTES_USUAL = 45 };

/* How a session is gone through. */
struct session_pace {
    int turns;  /* people who play one after another at the same keyboard; 1 where everyone has
                   their own */
    int sheets; /* sheets of paper that are typed in after each test; 0 where none are */
};

/* Cards of each test and of the practice, both even; 0 where the session has no such part. */
struct session_numbers {
    int test, practice;
};

/* The numbers for a session of `minutes` (0: as usual) with these parts.  `length` is how many
 * cards of a test were asked for, or of practice where there is no test, made even by one more; 0:
 * by the time.  When only it is told, practice has twice as many. */
struct session_numbers session_numbers(int minutes, int length, const bool has[PART_COUNT],
                                       struct session_pace pace);

enum step {
    STEP_WELCOME,
    STEP_BEFORE,
    STEP_PRACTICE,
    STEP_DISCUSSION,
    STEP_AFTER,
    STEP_WRAP_UP,
    STEP_COUNT
};

/* Minutes from the start to where each step begins, and at STEP_COUNT to the end of the last.  A
 * step of a part that the session has not begins and ends at once. */
struct session_times {
    int begin[STEP_COUNT + 1];
};

/* The times of a session as it was made.  What is left beside cards and paper is shared out in the
 * proportions above.  No step is shorter than 2 minutes, and talking has a minute beside typing in;
 * when that is more than was planned, the end comes later. */
struct session_times session_times(const struct session *session, struct session_pace pace);

#endif
