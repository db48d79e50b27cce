/* JSON documents to write and to read: the one door to jansson. */
#include "io/json_doc.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory_out.h"
#include "core/text.h"

enum { DIGITS = 6 };

/* A struct json_doc is jansson's value under another name. */
static json_t *value_of(const struct json_doc *doc)
{
    return (json_t *)(uintptr_t)doc;
}

static struct json_doc *doc_of(json_t *value)
{
    if (!value)
        memory_out();
    return (struct json_doc *)value;
}

struct json_doc *json_doc_object(void)
{
    return doc_of(json_object());
}

struct json_doc *json_doc_list(void)
{
    return doc_of(json_array());
}

void json_doc_put(struct json_doc *object, const char *key, struct json_doc *value)
{
    if (json_object_set_new(value_of(object), key, value_of(value)) != 0)
        memory_out();
}

static struct json_doc *text_of(const char *text)
{
    json_t *value = json_string(text);
    if (!value) {
        struct str shown = {0};
        text_show(&shown, text, 0);
        value = json_string(str_text(&shown));
        str_free(&shown);
    }
    return doc_of(value);
}

void json_doc_put_text(struct json_doc *object, const char *key, const char *text)
{
    json_doc_put(object, key, text_of(text));
}

void json_doc_put_number(struct json_doc *object, const char *key, int64_t number)
{
    json_doc_put(object, key, doc_of(json_integer(number)));
}

void json_doc_put_decimal(struct json_doc *object, const char *key, double number)
{
    json_doc_put(object, key, doc_of(json_real(number)));
}

void json_doc_put_truth(struct json_doc *object, const char *key, bool truth)
{
    json_doc_put(object, key, doc_of(json_boolean(truth)));
}

void json_doc_append(struct json_doc *list, struct json_doc *value)
{
    if (json_array_append_new(value_of(list), value_of(value)) != 0)
        memory_out();
}

void json_doc_append_text(struct json_doc *list, const char *text)
{
    json_doc_append(list, text_of(text));
}

/* jansson writes all but ASCII as escapes, and DEL as it is. */
static void add_dump(const struct json_doc *doc, size_t layout, struct str *out)
{
    static const char del[] = "\x7f";
    char *text =
        json_dumps(value_of(doc), layout | JSON_ENSURE_ASCII | JSON_REAL_PRECISION(DIGITS));
    if (!text)
        memory_out();
    for (const char *at = text; *at;) {
        size_t len = strcspn(at, del);
        str_addn(out, at, len);
        at += len;
        if (*at) {
            str_add(out, "\\u007f");
            at++;
        }
    }
    free(text);
}

void json_doc_line(const struct json_doc *doc, struct str *out)
{
    add_dump(doc, JSON_COMPACT, out);
}

void json_doc_show(const struct json_doc *doc, struct str *out)
{
    add_dump(doc, JSON_INDENT(2), out);
    str_addc(out, '\n');
}

void json_doc_free(struct json_doc *doc)
{
    json_decref(value_of(doc));
}

/* ---- reading ---- */

/* Whether brackets outside texts go no deeper than the limit; jansson's own is far beyond it. */
static bool is_shallow(const char *bytes, size_t len)
{
    int depth = 0;
    bool quoted = false;
    for (size_t i = 0; i < len && depth <= JSON_DOC_DEPTH_MAX; i++) {
        char byte = bytes[i];
        if (quoted && byte == '\\')
            i++;
        else if (byte == '"')
            quoted = !quoted;
        else if (!quoted && (byte == '{' || byte == '['))
            depth++;
        else if (!quoted && (byte == '}' || byte == ']'))
            depth--;
    }
    return depth <= JSON_DOC_DEPTH_MAX;
}

struct json_doc *json_doc_parse(const char *bytes, size_t len)
{
    if (len > JSON_DOC_BYTES_MAX || !is_shallow(bytes, len))
        return NULL;
    return (struct json_doc *)json_loadb(bytes, len, JSON_REJECT_DUPLICATES, NULL);
}

const struct json_doc *json_doc_member(const struct json_doc *object, const char *key)
{
    const json_t *value = json_object_get(value_of(object), key);
    return json_is_object(value) ? (const struct json_doc *)value : NULL;
}

const char *json_doc_text(const struct json_doc *object, const char *key)
{
    return json_string_value(json_object_get(value_of(object), key));
}

bool json_doc_number(const struct json_doc *object, const char *key, int64_t *out)
{
    const json_t *value = json_object_get(value_of(object), key);
    if (!json_is_integer(value))
        return false;
    *out = json_integer_value(value);
    return true;
}

bool json_doc_truth(const struct json_doc *object, const char *key, bool *out)
{
    const json_t *value = json_object_get(value_of(object), key);
    if (!json_is_boolean(value))
        return false;
    *out = json_is_true(value);
    return true;
}
