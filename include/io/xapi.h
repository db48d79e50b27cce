/* Pieces of xAPI statements (Experience API 1.0.3, fit for 2.0 too), and what all of ours have in
 * common.  io.
 * Activities and people have "tag:" IRIs (RFC 4151) under a domain that nobody can own (RFC 2606).
 */
#ifndef SMQ_IO_XAPI_H
#define SMQ_IO_XAPI_H

#include "core/uuid.h"
#include "io/json_doc.h"

#define XAPI_BASE "tag:smquiz.example,2026:"
#define XAPI_VERBS "http://adlnet.gov/expapi/verbs/"
#define XAPI_ACTIVITIES "http://adlnet.gov/expapi/activities/"

/* The same id for the same name, always: a UUIDv5 in our own namespace. */
void xapi_id(char out[UUID_SIZE], const char *name);
/* A text by language, under a key. */
void xapi_put_map(struct json_doc *doc, const char *key, const char *language, const char *text);
/* A person: by a pseudonym, and with a name unless it is NULL. */
struct json_doc *xapi_actor(const char *pseudonym, const char *name) NODISCARD;
/* One of ADL's verbs by its word, "answered". */
struct json_doc *xapi_verb(const char *verb) NODISCARD;
/* An activity whose id is the base and `path`; the caller may put a definition in. */
struct json_doc *xapi_activity(const char *path) NODISCARD;
/* So many right of so many. */
struct json_doc *xapi_score(int right, int cards) NODISCARD;
/* The result of one answer: right or wrong, which side, and whether it was sure. */
struct json_doc *xapi_answer_result(const char *choice, bool right, bool sure) NODISCARD;
/* Appends a statement to an array that is being written, a line each; `any` tells that it is not
 * the first.  Frees the statement. */
void xapi_add_line(struct json_doc *statement, bool any, struct str *out);

#endif
