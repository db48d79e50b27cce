/* A session on a projector, card by card at the trainer's pace: hands are counted, the room talks,
 * then comes the answer.  core; a plain value, free to copy.
 *
 *   key -> action -> move -> show_apply(show, session, move) -> effects
 *
 * Hands are pending first (SHOW_STORING), one event each: the loop stores show.pending and reports
 * back with SHOW_MOVE_STORED or SHOW_MOVE_NOT_STORED.  They count when the last one is kept. */
#ifndef SMQ_CORE_SHOW_H
#define SMQ_CORE_SHOW_H

#include "core/session.h"

enum { SHOW_HANDS_MAX = 999, SHOW_PIECES = 3 };

enum show_step {
    SHOW_CARD,      /* the card alone, until its hands are counted */
    SHOW_SPLIT,     /* how the room splits, and a question */
    SHOW_REVEAL,    /* the side, the clue, why, the rule */
    SHOW_PAUSE,     /* behind the last card, where there is something to discuss */
    SHOW_DISPUTED,  /* a discussion of the bank, which nobody grades */
    SHOW_TOTAL,     /* the room, all cards together */
    SHOW_STORING,   /* `pending` is to be stored */
    SHOW_NOT_STORED /* storing failed: retry, or go on without saving */
};

enum show_notice {
    SHOW_NOTICE_NONE,
    SHOW_NOTICE_TAKEN_BACK,
    SHOW_NOTICE_NOTHING_COUNTED, /* no card that shows has hands to take back */
    SHOW_NOTICE_COUNTED_ALREADY, /* hands of a card that has some */
    SHOW_NOTICE_ENDED            /* the show has ended: its counts stay */
};

struct show_hands {
    int of[SIDE_COUNT];
};

/* Where a show is: a card, or a discussion, by number, and how much of a discussion is told. */
struct show_at {
    enum show_step step;
    int number; /* from 0; 0 on the last page */
    int told;   /* SHOW_DISPUTED: 0 … SHOW_PIECES */
};

/* One event to be stored, and what is left to store of the same card behind it. */
struct show_pending {
    enum event_kind kind; /* EVENT_ANSWER, EVENT_STRIKE or EVENT_END */
    int sequence;
    int card;         /* its number; -1 for an end */
    enum side choice; /* EVENT_ANSWER */
    struct show_hands hands, left;
    struct show_at then; /* where the show goes on when all of it is stored */
};

struct show {
    struct show_at at; /* step is SHOW_STORING or SHOW_NOT_STORED while something is pending */
    struct show_hands counts[SESSION_ITEMS_MAX]; /* by card; 0, 0 for one not counted */
    int sequence;                                /* of the last event made */
    struct show_pending pending;
    enum show_notice notice; /* about the last move; gone with the next */
    bool unsaved;            /* the trainer chose to go on without saving */
    bool ended;
};

enum show_move_kind {
    SHOW_MOVE_NEXT,
    SHOW_MOVE_BACK,
    SHOW_MOVE_HANDS,     /* `hands` were counted for the card that shows */
    SHOW_MOVE_TAKE_BACK, /* the hands of the card that shows */
    SHOW_MOVE_STORED,
    SHOW_MOVE_NOT_STORED,
    SHOW_MOVE_RETRY,
    SHOW_MOVE_UNSAVED
};

struct show_move {
    enum show_move_kind kind;
    struct show_hands hands; /* each 0 … SHOW_HANDS_MAX, not both 0 */
};

enum show_effect {
    SHOW_EFFECT_NONE = 0,
    SHOW_EFFECT_REDRAW = 1,
    SHOW_EFFECT_RECORD = 2, /* store show->pending, then apply what became of it */
    SHOW_EFFECT_BELL = 4,   /* the move means nothing here */
    SHOW_EFFECT_SHARE = 8,  /* all hands of a card are kept, or taken back, or the show is over */
    SHOW_EFFECT_OVER = 16   /* the trainer leaves the last page */
};

/* The cards that are shown: those of the practice, or of form A in a session without practice. */
const struct session_items *show_items(const struct session *session);
/* Begins at the first card. */
void show_start(struct show *show, const struct session *session);
/* Takes a show up that its log says has come so far: at the split of the card counted last, at the
 * card taken back last, or at the end.  Events of other cards are passed over. */
void show_resume(struct show *show, const struct session *session, const struct event *events,
                 size_t count);
/* Carries one move out and returns the set of effects. */
unsigned show_apply(struct show *show, const struct session *session, const struct show_move *move);

/* How many hands went up. */
int show_counted(const struct show_hands *hands);
/* The card that shows, or whose hands are being stored, from 0; -1 on other pages. */
int show_card(const struct show *show);
/* The piece of a discussion, 0 … SHOW_PIECES - 1: for sales, for marketing, what it depends on. */
const char *show_piece(const struct discussion *discussion, int piece);

/* Reads the hands as they are typed: two whole numbers, blanks, a comma or a slash between them.
 * False and *e (STATUS_USAGE, a sentence) when they are not that. */
bool show_read_hands(const char *text, struct show_hands *hands, struct err *e);

#endif
