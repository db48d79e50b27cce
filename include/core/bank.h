/* The question bank: validated, immutable, whole.  core.
 * Built from a draft (core/draft.h) that has no errors; owns every string in it until bank_free.
 * Indexes are positions in the arrays; -1 means none.  Optional texts that were not given are "".
 */
#ifndef SMQ_CORE_BANK_H
#define SMQ_CORE_BANK_H

#include "core/xmalloc.h"

enum side { SIDE_SALES, SIDE_MARKETING, SIDE_NONE };
#define SIDE_COUNT 2

/* The limits of the format; texts in characters as a reader counts them. */
enum {
    BANK_ID_MAX = 32, /* [a-z0-9_-] */
    BANK_SITUATION_MAX = 100,
    BANK_ACTIVITY_MAX = 110,
    BANK_WHY_MAX = 160,
    BANK_TITLE_MAX = 60,
    BANK_NAME_MAX = 24,
    BANK_RULE_MAX = 240,
    BANK_DEFINITION_MAX = 400,
    BANK_LEVEL_MAX = 3,
    BANK_ACTIVITIES_MAX = 50000
};

struct question {
    const char *id, *title;
};

struct principle {
    const char *id, *title, *rule;
    const char *looks[SIDE_COUNT]; /* what it looks like on each side */
    const char *mixup, *source;
    int question; /* index, or -1 */
};

struct scenario {
    const char *id, *situation, *setting, *together;
    int principle;
    int level;        /* 1 everyday … 3 tricky; 1 when not given */
    int first, count; /* its activities: bank.activities[first … first + count - 1] */
    bool house;       /* comes from a layer over the first file or folder */
};

struct activity {
    const char *id;
    const char *ref; /* "scenario/activity"; with the bank's id before it, its name for ever */
    const char *text, *cue, *why, *source;
    enum side side; /* as keyed now, overrides applied */
    int scenario, principle;
    uint64_t wording; /* hash of situation and text: changes when what is asked changes */
    bool dropped;     /* an override took it out: never ask it */
    bool overruled;   /* an override changed its side: clue and rule speak against it */
};

struct discussion {
    const char *id, *activity, *for_side[SIDE_COUNT], *depends;
};

struct bank {
    struct arena arena;
    const char *id, *title, *language, *license;
    const char *side_name[SIDE_COUNT], *side_definition[SIDE_COUNT];
    struct question *questions;
    struct principle *principles;
    struct scenario *scenarios;
    struct activity *activities;
    struct discussion *discussions;
    int question_count, principle_count, scenario_count, activity_count, discussion_count;
    uint64_t *fingerprint; /* of its content, for bank_fingerprint; 0 until it was asked for */
    int *by_ref;           /* open-addressed table of activity indexes, -1 empty */
    uint32_t by_ref_mask;  /* its size - 1 */
};

/* The index of the activity with this "scenario/activity", or -1. */
int bank_find_activity(const struct bank *bank, const char *ref);
/* The index of the activity named in a log, "bank-id:scenario/activity", or -1 when it is of
 * another bank or gone. */
int bank_find_logged(const struct bank *bank, const char *name);
/* The index of the principle with this id, or -1. */
int bank_find_principle(const struct bank *bank, const char *id);
/* Whether any scenario has this setting. */
bool bank_has_setting(const struct bank *bank, const char *setting);
/* Whether the scenario has a setting, and is the first that has it. */
bool bank_brings_setting(const struct bank *bank, int scenario);
/* Another activity of the same scenario on the other side that is not dropped, or -1: the sibling
 * that differs in the clue.  The next one after `activity`, around the scenario. */
int bank_sibling(const struct bank *bank, int activity);
/* The clue to show for the activity: its cue, or "" when an override changed the side it speaks
 * for. */
const char *bank_clue(const struct activity *activity);
/* "sales" or "marketing", for machines; "" for SIDE_NONE. */
const char *side_id(enum side side);
/* The side with this id, or SIDE_NONE. */
enum side side_from_id(const char *id);
/* The other side; SIDE_NONE stays. */
enum side side_other(enum side side);
/* Frees the bank and all in it; NULL is fine. */
void bank_free(struct bank *bank);

#endif
