/* Pieces of xAPI statements. */
#include "io/xapi.h"

#include "core/uuid5.h"

/* The namespace of our own ids: UUIDv5 of the base's domain. */
static const char space[] = "fc812bea-9346-5db2-89cd-c827a11e3063";

void xapi_id(char out[UUID_SIZE], const char *name)
{
    uuid5(out, space, name);
}

void xapi_put_map(struct json_doc *doc, const char *key, const char *language, const char *text)
{
    struct json_doc *map = json_doc_object();
    json_doc_put_text(map, language, text);
    json_doc_put(doc, key, map);
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

struct json_doc *xapi_verb(const char *verb)
{
    struct json_doc *doc = json_doc_object();
    struct str id = {0};
    str_addf(&id, XAPI_VERBS "%s", verb);
    json_doc_put_text(doc, "id", str_text(&id));
    xapi_put_map(doc, "display", "en", verb);
    str_free(&id);
    return doc;
}

struct json_doc *xapi_activity(const char *path)
{
    struct json_doc *activity = json_doc_object();
    struct str id = {0};
    str_addf(&id, XAPI_BASE "%s", path);
    json_doc_put_text(activity, "objectType", "Activity");
    json_doc_put_text(activity, "id", str_text(&id));
    str_free(&id);
    return activity;
}

struct json_doc *xapi_score(int right, int cards)
{
    struct json_doc *score = json_doc_object();
    json_doc_put_decimal(score, "scaled", cards > 0 ? (double)right / cards : 0);
    json_doc_put_number(score, "raw", right);
    json_doc_put_number(score, "min", 0);
    json_doc_put_number(score, "max", cards);
    return score;
}

struct json_doc *xapi_answer_result(const char *choice, bool right, bool sure)
{
    struct json_doc *result = json_doc_object(), *extensions = json_doc_object();
    json_doc_put_truth(result, "success", right);
    json_doc_put_text(result, "response", choice);
    json_doc_put(result, "score", xapi_score(right, 1));
    json_doc_put_truth(extensions, XAPI_BASE "sure", sure);
    json_doc_put(result, "extensions", extensions);
    return result;
}

void xapi_add_line(struct json_doc *statement, bool any, struct str *out)
{
    str_add(out, any ? ",\n" : "\n");
    json_doc_line(statement, out);
    json_doc_free(statement);
}
