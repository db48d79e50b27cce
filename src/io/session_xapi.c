/* A session's answers as xAPI statements. */
#include "io/session_xapi.h"

#include <string.h>

#include "core/language_tag.h"
#include "core/uuid5.h"
#include "io/xapi.h"

/* One run of one person on its way out. */
struct writing {
    const struct session_report *report;
    const struct person *person;
    const struct person_part *part;
    enum part number;
    char actor[UUID_SIZE], registration[UUID_SIZE];
    const char *language;
    struct str *out;
    bool any; /* a statement was written before */
};

/* --- what statements are made of ------------------------------------------------------------- */

/* The part of the session, an assessment. */
static struct json_doc *part_activity(const struct writing *w)
{
    const struct session *session = w->report->session;
    struct json_doc *activity = xapi_activity("session/%s/%s", session->code, part_id(w->number));
    struct json_doc *definition = json_doc_object();
    struct str name = {0};
    json_doc_put_text(definition, "type", XAPI_ACTIVITIES "assessment");
    str_addf(&name, "%s: %s", session->title, part_id(w->number));
    xapi_put_map(definition, "name", w->language, str_text(&name));
    json_doc_put(activity, "definition", definition);
    str_free(&name);
    return activity;
}

static struct json_doc *card_activity(const struct writing *w, const struct person_answer *answer)
{
    const struct bank *bank = w->report->session->bank;
    const struct activity *own = &bank->activities[answer->activity];
    struct str text = {0};
    str_addf(&text, "%s %s", bank->scenarios[own->scenario].situation, own->text);
    struct json_doc *activity = xapi_card(&(struct xapi_card){
        .bank = bank->id,
        .bank_len = (int)strlen(bank->id),
        .ref = own->ref,
        .wording = answer->event->wording,
        .keyed = answer->event->keyed,
        .language = w->language,
        .text = answer->event->wording == own->wording ? str_text(&text) : NULL,
        .side_names = {bank->side_name[SIDE_SALES], bank->side_name[SIDE_MARKETING]},
    });
    str_free(&text);
    return activity;
}

/* Context; a card has the part as its parent. */
static struct json_doc *context_of(const struct writing *w, bool card)
{
    struct json_doc *context = json_doc_object(), *related = json_doc_object();
    json_doc_put_text(context, "registration", w->registration);
    json_doc_put_text(context, "platform", "smquiz " SMQ_VERSION);
    json_doc_put_text(context, "language", w->language);
    if (card)
        xapi_put_related(related, "parent", part_activity(w));
    xapi_put_related(related, "grouping", xapi_activity("session/%s", w->report->session->code));
    json_doc_put(context, "contextActivities", related);
    return context;
}

/* --- statements ------------------------------------------------------------------------------ */

/* Writes a statement; takes `object`, and `result` unless it is NULL. */
static void add_statement(struct writing *w, const char *id, const char *verb,
                          struct json_doc *object, struct json_doc *result, bool card)
{
    const struct xapi_statement statement = {
        .id = id,
        .utc_ms = w->part->run->run.started_utc_ms,
        .actor = xapi_actor(w->actor, w->report->names ? w->person->name : NULL),
        .verb = verb,
        .object = object,
        .result = result,
        .context = context_of(w, card)};
    xapi_write(&statement, w->any, w->out);
    w->any = true;
}

/* A statement about the run as a whole; takes `result`. */
static void add_about_run(struct writing *w, const char *verb, struct json_doc *result)
{
    char id[UUID_SIZE];
    struct str name = {0};
    str_addf(&name, XAPI_VERBS "%s", verb);
    uuid5(id, w->part->run->run.id, str_text(&name));
    add_statement(w, id, verb, part_activity(w), result, false);
    str_free(&name);
}

static void add_answer(struct writing *w, const struct person_answer *answer)
{
    const struct event *event = answer->event;
    struct json_doc *result = xapi_answer_result(event->choice, event->keyed, event->sure);
    add_statement(w, event->id, "answered", card_activity(w, answer), result, true);
}

static void add_run(struct writing *w)
{
    const struct session *session = w->report->session;
    const struct person_part *part = w->part;
    add_about_run(w, "initialized", NULL);
    for (size_t i = 0; i < part->count; i++)
        add_answer(w, &part->answers[i]);
    if (part->complete) {
        struct json_doc *result = json_doc_object();
        json_doc_put_truth(result, "completion", true);
        add_about_run(w, "completed", result);
    }
    if (part->complete && w->number == PART_AFTER && session->pass > 0) {
        bool passed = report_met_mark(session, w->number, part);
        struct json_doc *result = json_doc_object();
        json_doc_put_truth(result, "success", passed);
        json_doc_put(result, "score", xapi_score(part->tally.right, part->cards));
        add_about_run(w, passed ? "passed" : "failed", result);
    }
    if (shared_run_complete(part->run))
        add_about_run(w, "terminated", NULL);
}

/* Pseudonyms: nobody gets from them to the learner's id. */
static void name_person(struct writing *w)
{
    const struct person *person = w->person;
    const char *code = w->report->session->code;
    struct str name = {0};
    if (w->report->names) {
        xapi_pseudonym(w->actor, person->learner, person->nth);
    } else {
        str_addf(&name, "person/%s/%s/%d", code, person->learner, person->nth);
        xapi_id(w->actor, str_text(&name));
        str_clear(&name);
    }
    str_addf(&name, "registration/%s/%s/%d", code, person->learner, person->nth);
    xapi_id(w->registration, str_text(&name));
    str_free(&name);
}

void session_xapi(const struct session_report *report, struct str *out)
{
    const struct session_people *people = &report->people;
    struct writing w = {
        .report = report, .language = language_tag(report->session->bank->language), .out = out};
    str_addc(out, '[');
    for (size_t i = 0; i < people->len; i++) {
        w.person = &people->items[i];
        name_person(&w);
        for (int part = 0; part < PART_COUNT; part++) {
            w.part = &w.person->parts[part];
            w.number = (enum part)part;
            if (w.part->run)
                add_run(&w);
        }
    }
    str_add(out, "\n]\n");
}
