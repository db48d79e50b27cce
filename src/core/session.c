/* A training session: its parts and the cards of each. */
#include "core/session.h"

#include <string.h>

static const char *const part_ids[] = {"before", "practice", "after", ""};
static const char *const part_titles[] = {
    /* TRANSLATORS: a part of a session, also in columns of 10. */
    N_("Before"),
    /* TRANSLATORS: a part of a session, also in columns of 10. */
    N_("Practice"),
    /* TRANSLATORS: a part of a session, also in columns of 10. */
    N_("After"),
};

const char *part_id(enum part part)
{
    return part_ids[part];
}

enum part part_from_id(const char *id)
{
    int part = 0;
    while (part < PART_COUNT && strcmp(part_ids[part], id) != 0)
        part++;
    return (enum part)part;
}

const char *part_title(enum part part)
{
    return part == PART_NONE ? "" : _(part_titles[part]);
}

const char *session_open_sentence(bool self_paced, enum part open)
{
    static const char *const sentences[] = {
        [PART_BEFORE] = N_("The test before is open."),
        [PART_PRACTICE] = N_("The practice is open."),
        [PART_AFTER] = N_("The test after is open."),
        [PART_NONE] = N_("No part is open."),
    };
    return self_paced ? _("Everyone goes on at their own pace.") : _(sentences[open]);
}

const char *form_id(enum form form)
{
    return form == FORM_A ? "A" : "B";
}

enum form form_other(enum form form)
{
    return form == FORM_A ? FORM_B : FORM_A;
}

enum form session_first_form(const char *learner_id)
{
    size_t len = strlen(learner_id);
    return len && strchr("13579bdf", learner_id[len - 1]) ? FORM_B : FORM_A;
}

enum form session_form(enum part part, enum form first)
{
    return part == PART_AFTER ? form_other(first) : first;
}

const struct session_items *session_items(const struct session *session, enum part part,
                                          enum form first)
{
    return part == PART_PRACTICE ? &session->practice : &session->forms[session_form(part, first)];
}

/* Whether the activity called `ref` (`len` bytes) is among the items. */
static bool has_item(const struct session *session, const struct session_items *items,
                     const char *ref, size_t len)
{
    for (int i = 0; i < items->count; i++) {
        const char *item = session->bank->activities[items->activities[i]].ref;
        if (strlen(item) == len && memcmp(item, ref, len) == 0)
            return true;
    }
    return false;
}

enum form session_form_of(const struct session *session, const struct run *run)
{
    size_t len = strcspn(run->items, " ");
    bool b = has_item(session, &session->forms[FORM_B], run->items, len);
    return b && !has_item(session, &session->forms[FORM_A], run->items, len) ? FORM_B : FORM_A;
}

enum part session_next_part(const struct session *session, enum part part)
{
    int next = part == PART_NONE ? 0 : (int)part + 1;
    while (next < PART_COUNT && !session->has[next])
        next++;
    return (enum part)next;
}
