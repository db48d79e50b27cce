/* A session as it goes on: who is where, how far the room is, and how it splits.  core.
 * Computed from what is shared by now; nothing here says what one person answered rightly. */
#ifndef SMQ_CORE_LIVE_BOARD_H
#define SMQ_CORE_LIVE_BOARD_H

#include "core/session.h"
#include "core/shared_run.h"

struct live_person {
    const char *name;    /* as they call themself; foreign, borrowed from the runs */
    int number;          /* from 1, in the order people began */
    enum part part;      /* where the latest thing they did was */
    int done, length;    /* cards answered there, of how many */
    bool complete;       /* it is handed in: they wait for the next part, or are through */
    int64_t seen_utc_ms; /* the latest thing they did */
};

struct live_part {
    int begun, complete; /* people */
};

struct live_card {
    int activity;
    bool practice;        /* it is asked in the practice; else in a test */
    int said[SIDE_COUNT]; /* first answers of people, and hands counted in the room */
    int right, answers;   /* of them */
};

struct live_principle {
    int principle;
    int right, answers;
    int missed[SIDE_COUNT]; /* by the side of the card */
};

struct live_board {
    struct live_person *people; /* those under way first, then by number */
    struct live_card *cards;    /* hardest first, see live_board_of */
    struct live_principle *principles;
    int people_count, card_count, principle_count; /* of cards and principles, those answered */
    int hands;                                     /* counted in the room, of nobody by name */
    struct live_part parts[PART_COUNT];
};

/* Fills the board from the runs of the session, which must outlive it; others are passed over.
 * Who is who, and which answers count, is as in the report (core/session_people.h); those who began
 * and answered nothing are people here, too.  Where somebody is says the latest of their runs, but
 * for what was typed in and does not count.  Cards and principles are ordered by the share
 * right as the rule of succession (Laplace 1774) estimates it, (right + 1) / (answers + 2), so that
 * one miss is not harder than nine misses of ten.  Free with live_board_free. */
void live_board_of(const struct session *session, const struct shared_runs *runs,
                   struct live_board *board);
void live_board_free(struct live_board *board);

/* What the screen of `session watch` shows. */
struct watch {
    bool any; /* the place was read by now */
    struct live_board board;
    enum part open;     /* the part that may be played; PART_NONE for none */
    bool self_paced;    /* nobody opens parts */
    const char *join;   /* what names the session where people type; foreign */
    bool names;         /* people show by name, and how few answered does not */
    int refused;        /* results that were refused when reading */
    const char *notice; /* that the place cannot be reached; "" while it can */
};

#endif
