/* The log's records: their words, comparing and copying them. */
#include "core/event.h"

#include <string.h>

#include "core/text.h"

static const char *const kind_ids[] = {
    [EVENT_ANSWER] = "answer",
    [EVENT_STRIKE] = "strike",
    [EVENT_FLAG] = "flag",
    [EVENT_END] = "end",
};

bool learner_name_valid(const char *name, struct err *e)
{
    size_t len = strlen(name);
    if (len == 0)
        return err_set(e, STATUS_USAGE, _("A name is missing: it has at least one character."));
    enum text_fault fault = text_examine(name, len, NULL);
    if (fault != TEXT_OK)
        return err_set(e, STATUS_USAGE, _("This name cannot be used, because there is %s in it."),
                       text_fault_name(fault));
    if (name[0] == ' ' || name[len - 1] == ' ')
        return err_set(e, STATUS_USAGE, _("A name does not begin or end with a blank."));
    if (text_length(name) > LEARNER_NAME_MAX || len >= sizeof((struct learner){0}.name))
        return err_set(e, STATUS_USAGE, _("This name is too long: %d characters are the most."),
                       LEARNER_NAME_MAX);
    return true;
}

const char *event_kind_id(enum event_kind kind)
{
    return kind_ids[kind];
}

bool event_kind_from_id(const char *id, enum event_kind *kind)
{
    for (size_t i = 0; i < ARRAY_LEN(kind_ids); i++) {
        if (strcmp(id, kind_ids[i]) == 0) {
            *kind = (enum event_kind)i;
            return true;
        }
    }
    return false;
}

bool event_same(const struct event *a, const struct event *b)
{
    return strcmp(a->id, b->id) == 0 && strcmp(a->run, b->run) == 0 && a->sequence == b->sequence &&
           a->kind == b->kind && strcmp(a->activity, b->activity) == 0 &&
           a->wording == b->wording && a->keyed == b->keyed && a->choice == b->choice &&
           a->sure == b->sure && a->elapsed_ms == b->elapsed_ms && a->utc_ms == b->utc_ms &&
           a->utc_offset_min == b->utc_offset_min && strcmp(a->note, b->note) == 0;
}

static const char *copy_text(struct arena *arena, const char *text)
{
    return arena_copy(arena, text, strlen(text));
}

struct event event_copy(const struct event *event, struct arena *arena)
{
    struct event copy = *event;
    copy.activity = copy_text(arena, event->activity);
    copy.note = copy_text(arena, event->note);
    return copy;
}

struct run run_copy(const struct run *run, struct arena *arena)
{
    struct run copy = *run;
    copy.mode = copy_text(arena, run->mode);
    copy.rules = copy_text(arena, run->rules);
    copy.bank = copy_text(arena, run->bank);
    copy.items = copy_text(arena, run->items);
    copy.session = copy_text(arena, run->session);
    copy.part = copy_text(arena, run->part);
    return copy;
}
