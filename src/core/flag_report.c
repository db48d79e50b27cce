/* What players flagged, for the author: by activity, the most flagged first. */
#include "core/flag_report.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/calendar.h"

enum { PERCENT = 100 };

void flag_report_init(struct flag_report *report, const struct bank *bank)
{
    *report = (struct flag_report){.bank = bank};
    first_answers_init(&report->first, bank);
}

/* "scenario/activity" of a name in the log, NULL when it is of another bank. */
static const char *name_here(const struct bank *bank, const char *logged)
{
    size_t len = strlen(bank->id);
    return strncmp(logged, bank->id, len) == 0 && logged[len] == ':' ? logged + len + 1 : NULL;
}

static struct flagged *item_called(struct flag_report *report, const char *name)
{
    size_t number = (size_t)numbering_of(&report->names, name, strlen(name));
    if (number == report->len) {
        report->items = xgrow(report->items, report->len, &report->cap, sizeof *report->items);
        report->items[report->len++] = (struct flagged){
            .name = report->names.text[number], .activity = bank_find_activity(report->bank, name)};
    }
    return &report->items[number];
}

void flag_report_add(struct flag_report *report, const struct event *flag)
{
    const char *name = name_here(report->bank, flag->activity);
    if (!name) {
        report->elsewhere++;
        return;
    }
    struct flagged *item = item_called(report, name);
    item->reasons = xgrow(item->reasons, item->count, &item->cap, sizeof *item->reasons);
    item->reasons[item->count++] = (struct flag_reason){
        .text = arena_copy(&report->texts, flag->note, strlen(flag->note)),
        .day = calendar_local_day(flag->utc_ms, flag->utc_offset_min),
        .reworded = item->activity >= 0 &&
                    report->bank->activities[item->activity].wording != flag->wording,
    };
    report->flags++;
}

/* Those in the bank before those that are gone, then by flags; the names decide the rest. */
static int by_flags(const void *a, const void *b)
{
    const struct flagged *x = a, *y = b;
    bool gone_x = x->activity < 0, gone_y = y->activity < 0;
    if (gone_x != gone_y)
        return gone_x - gone_y;
    if (x->count != y->count)
        return x->count > y->count ? -1 : 1;
    return strcmp(x->name, y->name);
}

/* Whether the discrimination is further from 0 than two standard errors; the standard error of a
 * correlation near 0 is about 1 / sqrt(n). */
static bool beyond_chance(const struct flagged *item)
{
    int64_t share = item->discrimination;
    return share * share * item->answers > (int64_t)2 * PERCENT * 2 * PERCENT;
}

static void judge(struct flagged *item, const struct item_figures *figures)
{
    item->answers = figures->attempts;
    item->right = figures->right;
    if (item->answers < ITEM_ATTEMPTS_ENOUGH || isnan(figures->discrimination))
        return;
    item->judged = true;
    item->discrimination = (int)floor(figures->discrimination + 0.5);
    item->doubts = figures->flags;
    if (!beyond_chance(item))
        item->doubts &= ~(unsigned)ITEM_NEGATIVE;
}

void flag_report_finish(struct flag_report *report)
{
    struct item_analysis analysis;
    if (report->len == 0)
        return;
    first_answers_analyse(&report->first, &analysis);
    for (size_t i = 0; i < report->len; i++) {
        struct flagged *item = &report->items[i];
        if (item->activity >= 0)
            judge(item, &analysis.items[item->activity]);
    }
    item_analysis_free(&analysis);
    qsort(report->items, report->len, sizeof *report->items, by_flags);
}

int flagged_facility(const struct flagged *item)
{
    return item->answers ? (PERCENT * item->right + item->answers / 2) / item->answers : -1;
}

void flag_report_free(struct flag_report *report)
{
    for (size_t i = 0; i < report->len; i++)
        free(report->items[i].reasons);
    free(report->items);
    first_answers_free(&report->first);
    numbering_free(&report->names);
    arena_free(&report->texts);
    *report = (struct flag_report){0};
}
