/* Answers of one's own store as xAPI statements. */
#include "io/answer_xapi.h"

#include <inttypes.h>
#include <string.h>

#include "io/xapi.h"

enum { MS_PER_SECOND = 1000, MS_PER_HUNDREDTH = 10, HUNDREDTHS = 100 };

static struct json_doc *person(const struct answer_row *row)
{
    char pseudonym[UUID_SIZE];
    xapi_pseudonym(pseudonym, row->run->learner, 1);
    return xapi_actor(pseudonym, row->learner_name);
}

/* The card; the log names it "bank:scenario/activity". */
static struct json_doc *card(const struct event *event)
{
    size_t bank_len = strcspn(event->activity, ":");
    return xapi_card(&(struct xapi_card){
        .bank = event->activity,
        .bank_len = (int)bank_len,
        .ref = event->activity + bank_len + (event->activity[bank_len] == ':'),
        .wording = event->wording,
        .keyed = event->keyed,
        .language = "en",
    });
}

static struct json_doc *result_of(const struct event *event)
{
    struct json_doc *result = xapi_answer_result(event->choice, event->keyed, event->sure);
    struct str duration = {0}; /* ISO 8601, to the hundredth of a second */
    str_addf(&duration, "PT%" PRId64 ".%02dS", event->elapsed_ms / MS_PER_SECOND,
             (int)(event->elapsed_ms / MS_PER_HUNDREDTH % HUNDREDTHS));
    json_doc_put_text(result, "duration", str_text(&duration));
    str_free(&duration);
    return result;
}

static struct json_doc *context_of(const struct run *run)
{
    struct json_doc *context = json_doc_object(), *related = json_doc_object();
    json_doc_put_text(context, "registration", run->id);
    json_doc_put_text(context, "platform", "smquiz " SMQ_VERSION);
    xapi_put_related(related, "parent", xapi_activity("bank/%s", run->bank));
    xapi_put_related(related, "grouping", xapi_activity("mode/%s", run->mode));
    json_doc_put(context, "contextActivities", related);
    return context;
}

bool answer_xapi(const struct answer_row *row, bool any, struct str *out)
{
    if (row->struck || *row->run->session)
        return false;
    const struct xapi_statement statement = {.id = row->event->id,
                                             .utc_ms = row->event->utc_ms,
                                             .actor = person(row),
                                             .verb = "answered",
                                             .object = card(row->event),
                                             .result = result_of(row->event),
                                             .context = context_of(row->run)};
    xapi_write(&statement, any, out);
    return true;
}
