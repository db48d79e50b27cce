/* What every store needs: checking records, and handing out the answers of a run. */
#include "io/store.h"

#include <stdlib.h>
#include <string.h>

#include "core/xmalloc.h"

void run_log_free(struct run_log *log)
{
    arena_free(&log->arena);
    *log = (struct run_log){0};
}

static const char *learner_fault(const struct learner *learner)
{
    size_t len = strnlen(learner->name, sizeof learner->name);
    if (!uuid_valid(learner->id))
        return "learner.id";
    return len == 0 || len == sizeof learner->name ? "learner.name" : NULL;
}

static const char *run_fault(const struct run *run)
{
    if (!uuid_valid(run->id))
        return "run.id";
    if (!uuid_valid(run->learner))
        return "run.learner";
    if (!run->mode || !*run->mode)
        return "run.mode";
    if (!run->bank || !*run->bank)
        return "run.bank";
    if (!run->rules || !run->items || !run->session || !run->part)
        return "run";
    return run->utc_offset_min < -UTC_OFFSET_MAX || run->utc_offset_min > UTC_OFFSET_MAX
               ? "run.utc_offset_min"
               : NULL;
}

static bool side_valid(enum side side)
{
    return side == SIDE_SALES || side == SIDE_MARKETING || side == SIDE_NONE;
}

/* Of what an event says, beside who says it where. */
static const char *said_fault(const struct event *event)
{
    if (event->kind < EVENT_ANSWER || event->kind > EVENT_END)
        return "event.kind";
    if (!side_valid(event->keyed) || !side_valid(event->choice))
        return "event.side";
    if (event->kind == EVENT_ANSWER && (event->keyed == SIDE_NONE || event->choice == SIDE_NONE))
        return "event.side";
    if (!event->activity || (!*event->activity && event->kind != EVENT_END) ||
        strlen(event->activity) > EVENT_ACTIVITY_MAX)
        return "event.activity";
    if (!event->note || strlen(event->note) > EVENT_NOTE_MAX)
        return "event.note";
    return event->utc_offset_min < -UTC_OFFSET_MAX || event->utc_offset_min > UTC_OFFSET_MAX
               ? "event.utc_offset_min"
               : NULL;
}

static const char *event_fault(const struct event *event)
{
    if (!uuid_valid(event->id))
        return "event.id";
    if (!uuid_valid(event->run))
        return "event.run";
    if (event->sequence < 1)
        return "event.sequence";
    return event->elapsed_ms < 0 ? "event.elapsed_ms" : said_fault(event);
}

static bool refuse(const char *fault, struct err *e)
{
    return err_set(e, STATUS_SOFTWARE,
                   _("This cannot be stored: %s is not valid; that is a mistake in smquiz."),
                   fault);
}

bool store_valid(const struct learner *learner, const struct run *run, const struct event *event,
                 struct err *e)
{
    const char *fault = learner ? learner_fault(learner) : NULL;
    if (!fault && run)
        fault = run_fault(run);
    if (!fault && event)
        fault = event_fault(event);
    return !fault || refuse(fault, e);
}

bool store_valid_said(const struct event *event)
{
    return !said_fault(event);
}

bool store_valid_told(const struct told *told, struct err *e)
{
    if (!uuid_valid(told->learner))
        return refuse("told.learner", e);
    if (!told->activity || !*told->activity)
        return refuse("told.activity", e);
    return told->side == SIDE_SALES || told->side == SIDE_MARKETING || refuse("told.side", e);
}

bool store_valid_shared(const char *run_id, const char *place, int sequence, struct err *e)
{
    if (!uuid_valid(run_id))
        return refuse("shared.run", e);
    if (!*place)
        return refuse("shared.place", e);
    return sequence >= 0 || refuse("shared.sequence", e);
}

bool store_refuse_taken(struct err *e)
{
    return err_set(e, STATUS_IO,
                   _("This answer was not saved: the same run goes on in another window. Go on "
                     "there, or end this one."));
}

bool store_refuse_orphan(struct err *e)
{
    return err_set(e, STATUS_SOFTWARE,
                   _("This cannot be stored: its run or learner was never stored; that is a "
                     "mistake in smquiz."));
}

/* What a run says about an activity besides answers: the last strike and the last flag. */
struct mark {
    const char *activity;
    size_t strike, flag; /* numbers of events, from 1; 0 for none */
};

/* All marks of a run, in order of activity. */
struct marks {
    struct mark *items;
    size_t len;
};

static int by_activity(const void *a, const void *b)
{
    return strcmp(((const struct mark *)a)->activity, ((const struct mark *)b)->activity);
}

/* Whatever its order, a run with thousands of flags is read in no time. */
static struct marks find_marks(const struct run_log *log)
{
    struct marks marks = {0};
    size_t cap = 0, merged = 0;
    for (size_t i = 0; i < log->count; i++) {
        const struct event *event = &log->events[i];
        bool strike = event->kind == EVENT_STRIKE, flag = event->kind == EVENT_FLAG;
        if (!strike && !flag)
            continue;
        marks.items = xgrow(marks.items, marks.len, &cap, sizeof *marks.items);
        marks.items[marks.len++] =
            (struct mark){event->activity, strike ? i + 1 : 0, flag ? i + 1 : 0};
    }
    if (marks.len > 1)
        qsort(marks.items, marks.len, sizeof *marks.items, by_activity);
    for (size_t i = 0; i < marks.len; i++) {
        struct mark *last = merged ? &marks.items[merged - 1] : NULL, *next = &marks.items[i];
        if (!last || by_activity(last, next) != 0) {
            marks.items[merged++] = *next;
            continue;
        }
        last->strike = last->strike > next->strike ? last->strike : next->strike;
        last->flag = last->flag > next->flag ? last->flag : next->flag;
    }
    marks.len = merged;
    return marks;
}

/* The mark of the event's activity, or NULL. */
static const struct mark *mark_of(const struct marks *marks, const struct event *event)
{
    const struct mark key = {.activity = event->activity};
    return marks->len ? bsearch(&key, marks->items, marks->len, sizeof key, by_activity) : NULL;
}

/* Fills in what the rest of the run says about the answer at `at`: a strike comes after it, a flag
 * before or after; of several flags the last one counts. */
static void mark(struct answer_row *row, const struct run_log *log, const struct marks *marks,
                 size_t at)
{
    const struct mark *mark = mark_of(marks, row->event);
    row->struck = mark && mark->strike > at + 1;
    row->flagged = mark && mark->flag;
    row->flag_note = row->flagged ? log->events[mark->flag - 1].note : "";
}

/* How the run ended, or "" while it is open. */
static const char *how_it_ended(const struct run_log *log)
{
    const char *ended = "";
    for (size_t i = 0; i < log->count; i++) {
        if (log->events[i].kind == EVENT_END)
            ended = log->events[i].note;
    }
    return ended;
}

bool store_hand_out(const struct run_log *log, const char *learner_name, answer_fn *fn,
                    void *context)
{
    const char *ended = how_it_ended(log);
    struct marks marks = find_marks(log);
    bool more = true;
    for (size_t i = 0; i < log->count && more; i++) {
        if (log->events[i].kind != EVENT_ANSWER)
            continue;
        struct answer_row row = {
            .run = &log->run,
            .learner_name = learner_name,
            .event = &log->events[i],
            .ended = ended,
        };
        mark(&row, log, &marks, i);
        more = fn(&row, context);
    }
    free(marks.items);
    return more;
}

bool store_hand_out_flags(const struct run_log *log, flag_fn *fn, void *context)
{
    struct marks marks = find_marks(log);
    bool more = true;
    for (size_t i = 0; i < log->count && more; i++) {
        const struct event *event = &log->events[i];
        const struct mark *mark = event->kind == EVENT_FLAG ? mark_of(&marks, event) : NULL;
        if (mark && mark->flag == i + 1)
            more = fn(&log->run, event, context);
    }
    free(marks.items);
    return more;
}
