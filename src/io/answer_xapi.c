/* Answers of one's own store as xAPI statements. */
#include "io/answer_xapi.h"

#include <inttypes.h>
#include <string.h>

#include "core/moment.h"
#include "io/xapi.h"

enum { MS_PER_SECOND = 1000, MS_PER_HUNDREDTH = 10, HUNDREDTHS = 100 };

static struct json_doc *person(const struct answer_row *row)
{
    char pseudonym[UUID_SIZE];
    struct str name = {0};
    str_addf(&name, "person/%s/1", row->run->learner);
    xapi_id(pseudonym, str_text(&name));
    str_free(&name);
    return xapi_actor(pseudonym, row->learner_name);
}

/* The card, an interaction of two choices; the log names it "bank:scenario/activity". */
static struct json_doc *card(const struct event *event)
{
    struct json_doc *definition = json_doc_object(), *choices = json_doc_list(),
                    *pattern = json_doc_list();
    size_t bank = strcspn(event->activity, ":");
    const char *ref = event->activity + bank + (event->activity[bank] == ':');
    struct str path = {0};
    str_addf(&path, "bank/%.*s/%s/%016" PRIx64, (int)bank, event->activity, ref, event->wording);
    struct json_doc *activity = xapi_activity(str_text(&path));
    json_doc_put_text(definition, "type", XAPI_ACTIVITIES "cmi.interaction");
    xapi_put_map(definition, "name", "en", ref);
    json_doc_put_text(definition, "interactionType", "choice");
    for (int side = 0; side < SIDE_COUNT; side++) {
        struct json_doc *choice = json_doc_object();
        json_doc_put_text(choice, "id", side_id((enum side)side));
        json_doc_append(choices, choice);
    }
    json_doc_put(definition, "choices", choices);
    json_doc_append_text(pattern, side_id(event->keyed));
    json_doc_put(definition, "correctResponsesPattern", pattern);
    json_doc_put(activity, "definition", definition);
    str_free(&path);
    return activity;
}

static struct json_doc *result_of(const struct event *event)
{
    struct json_doc *result =
        xapi_answer_result(side_id(event->choice), event->choice == event->keyed, event->sure);
    struct str duration = {0}; /* ISO 8601, to the hundredth of a second */
    str_addf(&duration, "PT%" PRId64 ".%02dS", event->elapsed_ms / MS_PER_SECOND,
             (int)(event->elapsed_ms / MS_PER_HUNDREDTH % HUNDREDTHS));
    json_doc_put_text(result, "duration", str_text(&duration));
    str_free(&duration);
    return result;
}

/* Puts a list of one activity, of which nothing but its id is told. */
static void put_related(struct json_doc *activities, const char *key, const char *kind,
                        const char *id)
{
    struct json_doc *list = json_doc_list();
    struct str path = {0};
    str_addf(&path, "%s/%s", kind, id);
    json_doc_append(list, xapi_activity(str_text(&path)));
    json_doc_put(activities, key, list);
    str_free(&path);
}

static struct json_doc *context_of(const struct run *run)
{
    struct json_doc *context = json_doc_object(), *activities = json_doc_object();
    json_doc_put_text(context, "registration", run->id);
    json_doc_put_text(context, "platform", "smquiz " SMQ_VERSION);
    put_related(activities, "parent", "bank", run->bank);
    put_related(activities, "grouping", "mode", run->mode);
    json_doc_put(context, "contextActivities", activities);
    return context;
}

bool answer_xapi(const struct answer_row *row, bool any, struct str *out)
{
    const struct event *event = row->event;
    struct str moment = {0};
    if (row->struck || *row->run->session)
        return false;
    struct json_doc *statement = json_doc_object();
    moment_write(&moment, event->utc_ms);
    json_doc_put_text(statement, "id", event->id);
    if (moment.len > 0)
        json_doc_put_text(statement, "timestamp", str_text(&moment));
    json_doc_put(statement, "actor", person(row));
    json_doc_put(statement, "verb", xapi_verb("answered"));
    json_doc_put(statement, "object", card(event));
    json_doc_put(statement, "result", result_of(event));
    json_doc_put(statement, "context", context_of(row->run));
    xapi_add_line(statement, any, out);
    str_free(&moment);
    return true;
}
