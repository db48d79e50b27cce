/* Statements of xAPI (Experience API 1.0.3, fit for 2.0 too): what all of ours have in common.  io.
 * Activities and people have "tag:" IRIs (RFC 4151) under a domain that nobody can own (RFC 2606).
 */
#ifndef SMQ_IO_XAPI_H
#define SMQ_IO_XAPI_H

#include "core/bank.h"
#include "core/uuid.h"
#include "io/json_doc.h"

#define XAPI_BASE "tag:smquiz.example,2026:"
#define XAPI_VERBS "http://adlnet.gov/expapi/verbs/"
#define XAPI_ACTIVITIES "http://adlnet.gov/expapi/activities/"

/* The same id for the same name, always: a UUIDv5 in our own namespace. */
void xapi_id(char out[UUID_SIZE], const char *name);
/* The pseudonym of a learner, the same wherever names are told; `nth`, from 1, of the people who
 * have that id. */
void xapi_pseudonym(char out[UUID_SIZE], const char *learner_id, int nth);
/* A person: by a pseudonym, and with a name unless it is NULL. */
struct json_doc *xapi_actor(const char *pseudonym, const char *name) NODISCARD;

/* A text by language, under a key. */
void xapi_put_map(struct json_doc *doc, const char *key, const char *language, const char *text);
/* An activity whose id is the base and a path, formatted; the caller may put a definition in. */
struct json_doc *xapi_activity(const char *path, ...) NODISCARD PRINTF_LIKE(1, 2);
/* Puts a list of one activity, which it takes, under a key of "contextActivities". */
void xapi_put_related(struct json_doc *related, const char *key, struct json_doc *activity);

/* A card as it was answered, an interaction of two choices. */
struct xapi_card {
    const char *bank; /* its id, the first `bank_len` bytes */
    int bank_len;
    const char *ref; /* "scenario/activity" */
    uint64_t wording;
    enum side keyed; /* then */
    const char *language;
    const char *text;                   /* NULL: what it said then is not known */
    const char *side_names[SIDE_COUNT]; /* NULL: nor are these */
};
struct json_doc *xapi_card(const struct xapi_card *card) NODISCARD;

/* So many right of so many. */
struct json_doc *xapi_score(int right, int cards) NODISCARD;
/* The result of one answer: right or wrong, which side, and whether it was sure. */
struct json_doc *xapi_answer_result(enum side choice, enum side keyed, bool sure) NODISCARD;

/* Who did what to which activity, with which result. */
struct xapi_statement {
    const char *id;
    int64_t utc_ms;
    struct json_doc *actor;
    const char *verb; /* one of ADL's, by its word: "answered" */
    struct json_doc *object;
    struct json_doc *result; /* NULL: none */
    struct json_doc *context;
};
/* Appends a statement to an array that is being written, a line each, and takes its documents;
 * `any` tells that it is not the first. */
void xapi_write(const struct xapi_statement *statement, bool any, struct str *out);

#endif
