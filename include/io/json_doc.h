/* JSON documents to write and to read: the one door to jansson.  io.
 * A value belongs to what it is put into; the outermost is freed with json_doc_free.  Texts that
 * are not UTF-8 are shown as \x{…}; what is written is ASCII, so that nothing in it can act on a
 * terminal.  Out of memory aborts. */
#ifndef SMQ_IO_JSON_DOC_H
#define SMQ_IO_JSON_DOC_H

#include "core/str.h"

struct json_doc;

/* An empty object, and an empty list. */
struct json_doc *json_doc_object(void) NODISCARD;
struct json_doc *json_doc_list(void) NODISCARD;
/* Puts a value under a key; keys keep their order. */
void json_doc_put(struct json_doc *object, const char *key, struct json_doc *value);
void json_doc_put_text(struct json_doc *object, const char *key, const char *text);
void json_doc_put_number(struct json_doc *object, const char *key, int64_t number);
/* A finite number, of six digits. */
void json_doc_put_decimal(struct json_doc *object, const char *key, double number);
void json_doc_put_truth(struct json_doc *object, const char *key, bool truth);
void json_doc_append(struct json_doc *list, struct json_doc *value);
void json_doc_append_text(struct json_doc *list, const char *text);
/* Appends the document in one line, without a newline. */
void json_doc_line(const struct json_doc *doc, struct str *out);
/* Appends the document over many lines, indented, with a newline at the end. */
void json_doc_show(const struct json_doc *doc, struct str *out);
void json_doc_free(struct json_doc *doc);

/* ---- reading ---- */

enum { JSON_DOC_BYTES_MAX = 1024 * 1024, JSON_DOC_DEPTH_MAX = 16 };

/* Reads one object or list from foreign bytes and nothing behind it but blanks.  NULL when it is
 * none, has a key twice, a NUL in a text, or is longer or deeper than the limits.  Free with
 * json_doc_free. */
struct json_doc *json_doc_parse(const char *bytes, size_t len) NODISCARD;
/* The object's member of this name, when it is an object; borrowed.  NULL when it is not, when
 * there is no such member, and when `object` is none. */
const struct json_doc *json_doc_member(const struct json_doc *object, const char *key);
/* Its text, UTF-8 and otherwise foreign; borrowed, NULL as above. */
const char *json_doc_text(const struct json_doc *object, const char *key);
/* Its whole number; its true or false.  False, *out untouched, when there is none. */
bool json_doc_number(const struct json_doc *object, const char *key, int64_t *out);
bool json_doc_truth(const struct json_doc *object, const char *key, bool *out);

#endif
