/* Values in a JSON document by their path, and what is asserted of them. */
#ifndef SMQ_TESTS_JSON_AT_H
#define SMQ_TESTS_JSON_AT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <jansson.h>

/* The value at "a/b/2/c" under `json`, NULL when there is none. */
static inline json_t *json_find(json_t *json, const char *path)
{
    while (*path && json) {
        char key[64];
        size_t len = strcspn(path, "/");
        assert_true(len < sizeof key);
        memcpy(key, path, len);
        key[len] = '\0';
        json = json_is_array(json) ? json_array_get(json, (size_t)strtoul(key, NULL, 10))
                                   : json_object_get(json, key);
        path += len + (path[len] == '/');
    }
    return json;
}

/* The same where it must be there. */
static inline json_t *json_at(json_t *json, const char *path)
{
    json_t *found = json_find(json, path);
    if (!found)
        fail_msg("nothing is at %s", path);
    return found;
}

static inline void assert_number(json_t *json, const char *path, json_int_t number)
{
    assert_true(json_is_integer(json_at(json, path)));
    assert_int_equal(json_integer_value(json_at(json, path)), number);
}

static inline void assert_text(json_t *json, const char *path, const char *text)
{
    assert_non_null(json_string_value(json_at(json, path)));
    assert_string_equal(json_string_value(json_at(json, path)), text);
}

#endif
