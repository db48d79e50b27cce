/* A bank as written: every record with its place, before anything is known to be right.  core.
 * A reader (libconfig in io/bank_tree, later GIFT and CSV) fills it; draft_check finds every fault
 * that is about content; bank_build makes the immutable bank of a draft without errors.
 * Strings, and the file names in places, are copied into the draft's arena by the reader; a text
 * that was not given is NULL. */
#ifndef SMQ_CORE_DRAFT_H
#define SMQ_CORE_DRAFT_H

#include "core/bank.h"
#include "core/fault.h"

/* A text and where it stands; text NULL when absent. */
struct draft_text {
    const char *text;
    struct place place; /* file NULL when absent */
    bool unusable;      /* given, but not as a text: the reader has complained, text is NULL */
};

struct draft_question {
    struct place place;
    struct draft_text id, title;
};

struct draft_principle {
    struct place place;
    struct draft_text id, question, title, rule, looks[SIDE_COUNT], mixup, source;
};

struct draft_activity {
    struct place place;
    struct draft_text id, side, text, cue, why, principle, source;
};

struct draft_scenario {
    struct place place;
    struct draft_text id, situation, principle, setting, together;
    int level;
    struct place level_place; /* file NULL when no level was given */
    int first, count;         /* into draft.activities */
    int layer;                /* 0 the first file or folder of the bank, 1 the one over it, … */
};

struct draft_discussion {
    struct place place;
    struct draft_text id, activity, for_side[SIDE_COUNT], depends;
};

/* The last override of an activity counts, whole. */
struct draft_override {
    struct place place;
    struct draft_text activity, side, why;
    bool drop;
};

struct draft {
    struct arena arena;
    struct draft_text id, title, language, license; /* the first file that gives one wins */
    struct draft_text side_name[SIDE_COUNT], side_definition[SIDE_COUNT];
    struct draft_question *questions;
    struct draft_principle *principles;
    struct draft_scenario *scenarios;
    struct draft_activity *activities;
    struct draft_discussion *discussions;
    struct draft_override *overrides;
    struct draft_text *allow_words;
    size_t question_count, question_cap;
    size_t principle_count, principle_cap;
    size_t scenario_count, scenario_cap;
    size_t activity_count, activity_cap;
    size_t discussion_count, discussion_cap;
    size_t override_count, override_cap;
    size_t allow_word_count, allow_word_cap;
    struct place place; /* of the whole: the first file or folder */
};

/* Puts the records of `more` behind those of the draft, which takes from it what of the bank and
 * its sides it does not have yet; texts stay where they are. */
void draft_append(struct draft *draft, const struct draft *more);
/* Frees the draft's memory. */
void draft_free(struct draft *draft);

#endif
