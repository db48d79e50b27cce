/* Statements of xAPI: what all of ours have in common. */
#include "io/xapi.h"

#include <inttypes.h>
#include <stdarg.h>

#include "core/moment.h"
#include "core/uuid5.h"

/* The namespace of our own ids: UUIDv5 of the base's domain. */
static const char space[] = "fc812bea-9346-5db2-89cd-c827a11e3063";

/* --- people ---------------------------------------------------------------------------------- */

void xapi_id(char out[UUID_SIZE], const char *name)
{
    uuid5(out, space, name);
}

void xapi_pseudonym(char out[UUID_SIZE], const char *learner_id, int nth)
{
    struct str name = {0};
    str_addf(&name, "person/%s/%d", learner_id, nth);
    xapi_id(out, str_text(&name));
    str_free(&name);
}

struct json_doc *xapi_actor(const char *pseudonym, const char *name)
{
    struct json_doc *actor = json_doc_object(), *account = json_doc_object();
    json_doc_put_text(actor, "objectType", "Agent");
    if (name)
        json_doc_put_text(actor, "name", name);
    json_doc_put_text(account, "homePage", XAPI_BASE "people");
    json_doc_put_text(account, "name", pseudonym);
    json_doc_put(actor, "account", account);
    return actor;
}

/* --- activities ------------------------------------------------------------------------------ */

void xapi_put_map(struct json_doc *doc, const char *key, const char *language, const char *text)
{
    struct json_doc *map = json_doc_object();
    json_doc_put_text(map, language, text);
    json_doc_put(doc, key, map);
}

struct json_doc *xapi_activity(const char *path, ...)
{
    struct json_doc *activity = json_doc_object();
    struct str id = {0};
    va_list values;
    str_add(&id, XAPI_BASE);
    va_start(values, path);
    str_addv(&id, path, values);
    va_end(values);
    json_doc_put_text(activity, "objectType", "Activity");
    json_doc_put_text(activity, "id", str_text(&id));
    str_free(&id);
    return activity;
}

void xapi_put_related(struct json_doc *related, const char *key, struct json_doc *activity)
{
    struct json_doc *list = json_doc_list();
    json_doc_append(list, activity);
    json_doc_put(related, key, list);
}

static struct json_doc *choices_of(const struct xapi_card *card)
{
    struct json_doc *choices = json_doc_list();
    for (int side = 0; side < SIDE_COUNT; side++) {
        struct json_doc *choice = json_doc_object();
        json_doc_put_text(choice, "id", side_id((enum side)side));
        if (card->side_names[side])
            xapi_put_map(choice, "description", card->language, card->side_names[side]);
        json_doc_append(choices, choice);
    }
    return choices;
}

struct json_doc *xapi_card(const struct xapi_card *card)
{
    struct json_doc *activity = xapi_activity("bank/%.*s/%s/%016" PRIx64, card->bank_len,
                                              card->bank, card->ref, card->wording);
    struct json_doc *definition = json_doc_object(), *pattern = json_doc_list();
    json_doc_put_text(definition, "type", XAPI_ACTIVITIES "cmi.interaction");
    xapi_put_map(definition, "name", card->language, card->ref);
    if (card->text)
        xapi_put_map(definition, "description", card->language, card->text);
    json_doc_put_text(definition, "interactionType", "choice");
    json_doc_put(definition, "choices", choices_of(card));
    json_doc_append_text(pattern, side_id(card->keyed));
    json_doc_put(definition, "correctResponsesPattern", pattern);
    json_doc_put(activity, "definition", definition);
    return activity;
}

/* --- results --------------------------------------------------------------------------------- */

struct json_doc *xapi_score(int right, int cards)
{
    struct json_doc *score = json_doc_object();
    json_doc_put_decimal(score, "scaled", cards > 0 ? (double)right / cards : 0);
    json_doc_put_number(score, "raw", right);
    json_doc_put_number(score, "min", 0);
    json_doc_put_number(score, "max", cards);
    return score;
}

struct json_doc *xapi_answer_result(enum side choice, enum side keyed, bool sure)
{
    struct json_doc *result = json_doc_object(), *extensions = json_doc_object();
    json_doc_put_truth(result, "success", choice == keyed);
    json_doc_put_text(result, "response", side_id(choice));
    json_doc_put(result, "score", xapi_score(choice == keyed, 1));
    json_doc_put_truth(extensions, XAPI_BASE "sure", sure);
    json_doc_put(result, "extensions", extensions);
    return result;
}

/* --- statements ------------------------------------------------------------------------------ */

static struct json_doc *verb_of(const char *verb)
{
    struct json_doc *doc = json_doc_object();
    struct str id = {0};
    str_addf(&id, XAPI_VERBS "%s", verb);
    json_doc_put_text(doc, "id", str_text(&id));
    xapi_put_map(doc, "display", "en", verb);
    str_free(&id);
    return doc;
}

void xapi_write(const struct xapi_statement *statement, bool any, struct str *out)
{
    struct json_doc *doc = json_doc_object();
    struct str moment = {0};
    moment_write(&moment, statement->utc_ms);
    json_doc_put_text(doc, "id", statement->id);
    if (moment.len > 0)
        json_doc_put_text(doc, "timestamp", str_text(&moment));
    json_doc_put(doc, "actor", statement->actor);
    json_doc_put(doc, "verb", verb_of(statement->verb));
    json_doc_put(doc, "object", statement->object);
    if (statement->result)
        json_doc_put(doc, "result", statement->result);
    json_doc_put(doc, "context", statement->context);
    str_add(out, any ? ",\n" : "\n");
    json_doc_line(doc, out);
    json_doc_free(doc);
    str_free(&moment);
}
