/* What the player chose before a run: the mode and its settings, as a plain value.  core.
 * One table holds what sets the modes apart. */
#ifndef SMQ_CORE_RULES_H
#define SMQ_CORE_RULES_H

#include "core/bank.h"
#include "core/str.h"

enum mode {
    MODE_FIRST,
    MODE_PRACTICE,
    MODE_CLIMB,
    MODE_SORT,
    MODE_TODAY,
    MODE_SPRINT,
    MODE_EXAM,
    MODE_BEFORE, /* the tests of a session (core/session.h) */
    MODE_AFTER,
    MODE_COUNT
};

/* When the player learns how an answer was. */
enum feedback {
    FEEDBACK_EACH,  /* a verdict after each answer */
    FEEDBACK_FLASH, /* a sign while the next card lies open already; verdicts at the end */
    FEEDBACK_END    /* nothing until the end */
};

struct mode_info {
    const char *id;    /* in the log and on the command line */
    const char *title; /* untranslated; pass through _() */
    const char *unfit; /* said when the bank has nothing for it, untranslated; NULL: the usual */
    int length;        /* cards, unless the player says otherwise; 0: no end by number */
    enum feedback feedback;
    bool intro;      /* opens with a page to read, and shows the rule before its end */
    bool strikes;    /* the last answer may be struck out */
    bool siblings;   /* a missed card's sibling is asked a little later */
    bool introduces; /* shows the rule of a principle never met before its first card */
    bool clues;      /* asks now and then what gave it away */
    bool planned;    /* all items are fixed at the start */
    bool test;       /* leaving asks first, and while it is open its answers tell nothing */
    bool sealed;     /* not even its result tells how the answers were */
    bool board;      /* all cards lie open at once and are judged together */
    bool climbs;     /* gets trickier by the step: steps are told rather than cards */
    int lives;       /* ends at so many misses; 0: does not */
    int seconds;     /* that cards lie open altogether: not evidence; 0: no such clock */
};

enum {
    RULES_LENGTH_MAX = 400,
    RULES_MINUTES_MAX = 600,
    RULES_DAY_MAX = 9999999,
    RULES_LIST_SIZE = 512 /* bytes of a list of ids */
};

struct rules {
    enum mode mode;
    int length;                       /* cards that count, 1 … RULES_LENGTH_MAX */
    int level;                        /* only scenarios of this level; 0: all */
    char principles[RULES_LIST_SIZE]; /* only these ids, comma-separated; "": all */
    char settings[RULES_LIST_SIZE];   /* the same for settings */
    int pass;                         /* exam: right answers needed; 0: the usual share */
    int minutes;                      /* exam: from the first card on; 0: untimed */
    bool adaptive;                    /* exam: ends as soon as it is clear */
    int day;       /* today: whose puzzle, in days since 1970-01-01; 0: of the day it is */
    bool no_clues; /* never ask what gave it away */
    bool nameless; /* of a session whose trainer sees no names */
};

const struct mode_info *mode_info(enum mode mode);
/* The mode with this id; false when there is none. */
bool mode_from_id(const char *id, enum mode *mode);

/* The mode's own settings, nothing narrowed. */
struct rules rules_default(enum mode mode);
/* Practice over one principle, no longer than the bank has cards for it. */
struct rules rules_of_principle(const struct bank *bank, int principle);
/* Whether the activity may be asked: not dropped, and within level, principles and settings. */
bool rules_allow(const struct rules *rules, const struct bank *bank, int activity);
/* How many activities of the bank may be asked. */
int rules_pool(const struct rules *rules, const struct bank *bank);
/* How many cards a run by these rules can have: their length, or fewer where the bank has no more;
 * at least 1. */
int rules_cards(const struct rules *rules, const struct bank *bank);
/* The same rules for a run over this bank: as many cards as it has for it, and of them the same
 * share to pass an exam. */
struct rules rules_fitting(const struct rules *rules, const struct bank *bank);
/* Appends the settings as text for the log: "length=12 level=2 principles=a,b settings=c"; what is
 * as usual is left out. */
void rules_write(const struct rules *rules, struct str *out);
/* Reads what rules_write wrote, for this mode.  False when it is not of that shape. */
bool rules_read(const char *text, enum mode mode, struct rules *rules);

#endif
