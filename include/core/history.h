/* What the learner answered in earlier runs, as the picker reads it.  core.
 * Filled from the log at the start, one entry an answer in order of time; the game only reads it.
 */
#ifndef SMQ_CORE_HISTORY_H
#define SMQ_CORE_HISTORY_H

#include "core/score.h"

/* How a run came to its end. */
enum run_end { RUN_OPEN, RUN_DONE, RUN_QUIT, RUN_PASSED, RUN_FAILED };

/* One run of the learner; its answers stand in `items` from `first` on. */
struct past_run {
    enum mode mode;
    enum run_end end;
    int length, pass, day; /* of its rules */
    bool adaptive;
    bool other_bank;
    size_t first, count;
    int64_t started_utc_ms;
    int utc_offset_min;
};

struct past {
    int activity;         /* index in the bank, or -1 when it is of another bank or gone */
    enum side keyed_then; /* the key of the time; graded.keyed counts today (core/rekey.h) */
    uint64_t wording;     /* hash of what was asked, as in struct activity */
    struct graded graded;
    int utc_offset_min;
    int64_t utc_ms;
};

struct history {
    struct past *items;
    size_t len, cap;
    struct past_run *runs;
    size_t run_count, run_cap;
    int *asked;    /* per activity of the bank: how often asked */
    int *asked_at; /* per activity: the number of the answer (from 1) it was last asked at; 0 */
    /* What all items together show, one entry a principle (core/evidence.h), gathered as they are
     * added; NULL in a copy that ends earlier.  `known` of them are of activities of this bank. */
    struct evidence *evidence;
    int known;
    const struct bank *bank;
};

/* An empty history over this bank.  Free with history_free. */
void history_init(struct history *h, const struct bank *bank);
/* Begins another run: the answers added from now on are its own. */
void history_begin_run(struct history *h, const struct past_run *run);
/* Adds an answer to the run begun last; graded.first_time is worked out here.  Of a test that is
 * open it is kept only that the activity was asked: counts must not tell how it goes. */
void history_add(struct history *h, struct past past);
/* Whether the learner was ever asked this activity; a struck answer counts for nothing, but its
 * verdict was seen, so it is not new any more. */
bool history_asked(const struct history *h, int activity);
/* The words an end has in the log ("done", "quit", "passed", "failed"), RUN_OPEN for none: to and
 * from. */
const char *run_end_id(enum run_end end);
enum run_end run_end_from_id(const char *id);
/* The newest run of this mode on this bank, or NULL. */
const struct past_run *history_newest(const struct history *h, enum mode mode);
/* The first run that played the puzzle of this day (days since 1970-01-01) to its end, on this
 * bank; NULL when it was not played. */
const struct past_run *history_day_played(const struct history *h, int64_t day);
/* The tally of first answers to activities (what new-item accuracy is taken over). */
struct tally history_first_answers(const struct history *h);
/* The same over the last `most` of them. */
struct tally history_recent(const struct history *h, int most);
void history_free(struct history *h);

#endif
