/* Runs made of what was typed in. */
#include "core/typed_run.h"

#include <stdio.h>
#include <string.h>

#include "core/bank_fingerprint.h"
#include "core/person_name.h"
#include "core/rules.h"
#include "core/uuid5.h"

/* The namespace of all these ids. */
static const char space[] = "7d0f5c1e-52a6-4c0b-9d7e-3b6f0a4e91c8";

void typed_learner_id(const struct session *session, const char *name, unsigned tag,
                      char id[UUID_SIZE])
{
    struct str text = {0};
    str_addf(&text, "learner/%s/", session->code);
    if (*name) {
        str_add(&text, "name/");
        person_name_fold(name, &text);
    } else {
        str_addf(&text, "tag/%u", tag);
    }
    uuid5(id, space, str_text(&text));
    str_free(&text);
}

void nameless_learner_id(const char *session_code, const char *learner_id, char id[UUID_SIZE])
{
    struct str text = {0};
    str_addf(&text, "nameless %s %s", session_code, learner_id);
    uuid5(id, space, str_text(&text));
    str_free(&text);
}

void session_learner_id(const struct session *session, const char *learner_id, char id[UUID_SIZE])
{
    if (session->names)
        memcpy(id, learner_id, UUID_SIZE);
    else
        nameless_learner_id(session->code, learner_id, id);
}

void typed_run_mark(char mark[TYPED_RUN_MARK_SIZE], enum source source, unsigned tag)
{
    static const char digits[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    snprintf(mark, TYPED_RUN_MARK_SIZE, "%s %c%c%c", source_id(source), digits[tag >> 10 & 31],
             digits[tag >> 5 & 31], digits[tag & 31]);
}

static void make_learner(const struct session *session, const char *name, enum source source,
                         unsigned tag, struct learner *out)
{
    char mark[TYPED_RUN_MARK_SIZE];
    typed_learner_id(session, name, tag, out->id);
    typed_run_mark(mark, source, *name ? result_code_learner_tag(out->id) : tag);
    const char *label = *name && session->names ? name : mark;
    memcpy(out->name, label, strlen(label) + 1);
}

static const struct session_items *items_of(const struct session *session,
                                            const struct result_code *result)
{
    return result->part == PART_PRACTICE ? &session->practice : &session->forms[result->form];
}

static void make_run_id(const struct session *session, const char *learner,
                        const struct result_code *result, int round, char id[UUID_SIZE])
{
    struct str text = {0};
    str_addf(&text, "run/%s/%s/%s/%s/", session->code, part_id(result->part), form_id(result->form),
             learner);
    for (int i = 0; i < items_of(session, result)->count; i++)
        str_addf(&text, "%c%s", "sm-"[result->answers[i].choice],
                 result -> answers[i].choice == SIDE_NONE || result->answers[i].sure ? "" : "?");
    if (round > 0)
        str_addf(&text, "/%d", round);
    uuid5(id, space, str_text(&text));
    str_free(&text);
}

/* The refs of the items, as a run keeps them. */
static const char *list_items(const struct bank *bank, const struct session_items *items,
                              struct arena *arena)
{
    struct str text = {0};
    for (int i = 0; i < items->count; i++)
        str_addf(&text, "%s%s", i ? " " : "", bank->activities[items->activities[i]].ref);
    const char *kept = arena_copy(arena, str_text(&text), text.len);
    str_free(&text);
    return kept;
}

/* The rules such a part is played by (app/join.c). */
static const char *write_rules(const struct session *session, enum mode mode, int cards,
                               bool nameless, struct arena *arena)
{
    struct rules rules = rules_default(mode);
    struct str text = {0};
    rules.length = cards;
    rules.pass = mode == MODE_AFTER ? session->pass : 0;
    rules.nameless = nameless;
    rules_write(&rules, &text);
    const char *kept = arena_copy(arena, str_text(&text), text.len);
    str_free(&text);
    return kept;
}

static void make_run(const struct session *session, const struct result_code *result, int round,
                     const struct learner *learner, bool nameless, struct now now,
                     struct arena *arena, struct run *out)
{
    enum mode mode = result->part == PART_BEFORE  ? MODE_BEFORE
                     : result->part == PART_AFTER ? MODE_AFTER
                                                  : MODE_PRACTICE;
    const struct session_items *items = items_of(session, result);
    const struct bank *bank = session->bank;
    *out = (struct run){.mode = mode_info(mode)->id,
                        .rules = write_rules(session, mode, items->count, nameless, arena),
                        .bank = arena_copy(arena, bank->id, strlen(bank->id)),
                        .fingerprint = bank_fingerprint(bank),
                        .items = list_items(bank, items, arena),
                        .session = arena_copy(arena, session->code, strlen(session->code)),
                        .part = part_id(result->part),
                        .started_utc_ms = now.utc_ms,
                        .utc_offset_min = now.utc_offset_min};
    memcpy(out->learner, learner->id, UUID_SIZE);
    make_run_id(session, learner->id, result, round, out->id);
}

/* Appends an event; its ids, its sequence and the texts that are missing are filled in. */
static void add_event(struct shared_run *run, struct event event)
{
    struct str name = {0};
    event.sequence = (int)run->count + 1;
    str_addf(&name, "event/%d", event.sequence);
    uuid5(event.id, run->run.id, name.data);
    str_free(&name);
    memcpy(event.run, run->run.id, UUID_SIZE);
    run->events[run->count++] = event;
}

static void add_events(const struct session *session, const struct result_code *result,
                       struct arena *arena, struct shared_run *run)
{
    const struct bank *bank = session->bank;
    const struct session_items *items = items_of(session, result);
    run->events = arena_alloc(arena, ((size_t)items->count + 1) * sizeof *run->events);
    for (int i = 0; i < items->count; i++) {
        const struct activity *activity = &bank->activities[items->activities[i]];
        struct str name = {0};
        if (result->answers[i].choice == SIDE_NONE)
            continue;
        str_addf(&name, "%s:%s", bank->id, activity->ref);
        add_event(run, (struct event){.kind = EVENT_ANSWER,
                                      .activity = arena_copy(arena, name.data, name.len),
                                      .wording = activity->wording,
                                      .keyed = activity->side,
                                      .choice = result->answers[i].choice,
                                      .sure = result->answers[i].sure,
                                      .note = ""});
        str_free(&name);
    }
    add_event(run, (struct event){.kind = EVENT_END,
                                  .activity = "",
                                  .keyed = SIDE_NONE,
                                  .choice = SIDE_NONE,
                                  .note = "done"});
}

void typed_run_make(const struct session *session, const char *name, enum source source,
                    const struct result_code *result, int round, struct now now,
                    struct arena *arena, struct shared_run *out)
{
    bool nameless = !*name || !session->names;
    *out = (struct shared_run){.owner = "", .source = source};
    make_learner(session, name, source, result->learner_tag, &out->learner);
    make_run(session, result, round, &out->learner, nameless, now, arena, &out->run);
    add_events(session, result, arena, out);
}
