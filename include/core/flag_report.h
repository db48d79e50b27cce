/* What players flagged, for the author: by activity, the most flagged first.  core; pure.
 * Who flagged is not in it: a flag is not a confession. */
#ifndef SMQ_CORE_FLAG_REPORT_H
#define SMQ_CORE_FLAG_REPORT_H

#include "core/event.h"
#include "core/first_answers.h"

struct flag_reason {
    const char *text; /* as the store has it; "" when none was given */
    int64_t day;      /* on the player's calendar (core/calendar.h) */
    bool reworded;    /* the wording flagged is not today's */
};

struct flagged {
    const char *name; /* "scenario/activity" */
    int activity;     /* index in the bank, or -1: the bank no longer has it */
    struct flag_reason *reasons;
    size_t count, cap;
    /* first answers of everybody to today's wording; none when it is gone */
    int answers, right;
    bool judged;        /* there are enough of them for what follows */
    int discrimination; /* -100 … 100, by core/item_analysis */
    unsigned doubts;    /* of enum item_flag; ITEM_NEGATIVE only when it is hardly chance */
};

struct flag_report {
    const struct bank *bank;
    struct numbering names; /* of the items, which stand at their numbers until they are ordered */
    struct flagged *items;
    size_t len, cap;
    size_t flags;     /* on activities of this bank, those that are gone too */
    size_t elsewhere; /* on other banks */
    struct first_answers first;
    struct arena texts;
};

/* An empty report over the bank, which is borrowed.  Free with flag_report_free. */
void flag_report_init(struct flag_report *report, const struct bank *bank);
/* Adds an event of kind EVENT_FLAG; all texts are copied. */
void flag_report_add(struct flag_report *report, const struct event *flag);
/* To be called when every flag was added and every answer is in report->first: counts, and puts the
 * most flagged first, those that are gone last. */
void flag_report_finish(struct flag_report *report);
/* Per cent of an item's first answers that were right; -1 without any. */
int flagged_facility(const struct flagged *item);
void flag_report_free(struct flag_report *report);

#endif
