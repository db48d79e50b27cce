/* The state machine of a run: game_apply is the one step everything goes through, whether a person
 * plays, a log is resumed, or a fuzzer types.  core; a game is a plain value, free to copy.
 *
 *   key or click -> action -> move -> game_apply(game, bank, history, move, now) -> effects
 *
 * An answer, strike, flag or end is first pending (PHASE_STORING): the loop stores game.pending and
 * reports back with MOVE_STORED or MOVE_NOT_STORED.  No verdict shows before that. */
#ifndef SMQ_CORE_GAME_H
#define SMQ_CORE_GAME_H

#include "core/clue.h"
#include "core/event.h"
#include "core/history.h"
#include "core/rng.h"

enum { GAME_CARDS_MAX = 512, GAME_DUE_MAX = 32, GAME_BOARD_MAX = 16 };

enum phase {
    PHASE_INTRO,      /* a page before the first card */
    PHASE_PRINCIPLE,  /* the rule of a principle never met, before its first card */
    PHASE_CARD,       /* waiting for an answer to cards[card_count - 1] */
    PHASE_BOARD,      /* all cards lie open, to be moved to their sides */
    PHASE_STORING,    /* `pending` is to be stored */
    PHASE_NOT_STORED, /* storing failed: retry, or go on without saving */
    PHASE_CLUE,       /* the last card was sorted right: what gave it away? */
    PHASE_VERDICT,    /* the last card judged */
    PHASE_RULE,       /* all answered; the one-sentence rule, before the reveal */
    PHASE_RESULT,     /* the run is over and its summary shows */
};

struct card {
    int activity;
    int sibling_card; /* the earlier card of its pair: missed, so that this one is asked; or in a
                       * plan before it, however that was answered; -1: none */
    bool answered, sure, struck, flagged;
    bool first_time; /* never asked before this run */
    bool introduced; /* its principle's rule was shown before it */
    enum side choice;
    int64_t shown_mono_ms, elapsed_ms;
};

struct due {
    int activity, missed_card;
    int at; /* ask it as card number `at` (from 0) or soon after */
};

/* What is to be stored, and where the run goes on when it is. */
struct pending {
    enum event_kind kind;
    int sequence;
    int card; /* -1 for an end */
    enum phase then;
    char note[EVENT_NOTE_MAX + 1];
    int64_t utc_ms;
    int utc_offset_min;
};

enum notice {
    NOTICE_NONE,
    NOTICE_STRUCK,
    NOTICE_FLAGGED,
    NOTICE_NOTHING_TO_STRIKE,
    NOTICE_NO_STRIKING, /* the mode strikes nothing out */
    NOTICE_PLACED,      /* cards of the board got sides */
    NOTICE_UNPLACED     /* cards of the board have no side yet */
};

struct game {
    struct rules rules;
    struct rng rng;
    enum phase phase;
    struct card cards[GAME_CARDS_MAX];
    int card_count;
    int plan[GAME_CARDS_MAX]; /* activities in order, where all are fixed */
    int plan_count;
    bool planned;
    struct due due[GAME_DUE_MAX];
    int due_count;
    int sequence; /* of the last event made */
    struct pending pending;
    enum notice notice; /* about the last move; gone with the next */
    int notice_card;
    struct clue clue; /* PHASE_CLUE and the verdict after it: what was asked about clue_card */
    int clue_card;    /* the card asked about last, or -1 */
    int clue_choice;  /* the piece that was chosen, or -1 */
    int64_t deadline_mono_ms, deadline_utc_ms; /* of the whole run; GAME_NO_DEADLINE for none */
    bool unsaved;                              /* the player chose to go on without saving */
    bool quit;                                 /* ended by the player before its length */
    bool shortage;                             /* ended because nothing was left to ask */
    bool time_up;                              /* ended by its clock */
};
#define GAME_NO_DEADLINE INT64_MAX

enum move_kind {
    MOVE_ANSWER,
    MOVE_NEXT,
    MOVE_STRIKE,
    MOVE_FLAG,
    MOVE_PLACE, /* cards of the board get their sides */
    MOVE_CLUE,  /* a piece of the text gave it away */
    MOVE_TICK,  /* time has passed: see game_deadline */
    MOVE_END,   /* the player ends the run */
    MOVE_STORED,
    MOVE_NOT_STORED,
    MOVE_RETRY,
    MOVE_UNSAVED,
    MOVE_KINDS
};

struct move {
    enum move_kind kind;
    enum side choice; /* MOVE_ANSWER */
    bool sure;        /* MOVE_ANSWER */
    int item;         /* MOVE_CLUE: which piece */
    bool previous;    /* MOVE_FLAG while a card is open: means the card judged before it */
    /* MOVE_PLACE, a card of the board each; SIDE_NONE with `placed` takes the card back */
    struct placing {
        bool placed, unsure;
        enum side side;
    } placing[GAME_BOARD_MAX];
    char note[EVENT_NOTE_MAX + 1]; /* MOVE_FLAG */
};

enum effect {
    EFFECT_NONE = 0,
    EFFECT_REDRAW = 1,
    EFFECT_RECORD = 2, /* store game->pending, then apply MOVE_STORED or MOVE_NOT_STORED */
    EFFECT_BELL = 4,   /* the move means nothing here */
    EFFECT_END = 8     /* the run is over: its result shows */
};

/* Starts a run.  The clock of an exam begins at `now`.  `plan`, when not NULL, fixes the
 * `plan_count` activities to ask, in order (the first of them, where they are more than the board
 * or the game has room for); otherwise the mode decides.  The first card is dealt (or the intro
 * shown) at `now`. */
void game_start(struct game *game, const struct rules *rules, uint64_t seed, const int *plan,
                int plan_count, const struct bank *bank, const struct history *history,
                struct now now);
/* Carries one move out and returns the set of effects.  A move that means nothing in this phase
 * changes nothing and rings the bell. */
unsigned game_apply(struct game *game, const struct bank *bank, const struct history *history,
                    const struct move *move, struct now now);

#endif
