/* The names people call themselves by, compared. */
#include "core/person_name.h"

#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <uninorm.h>
#include <unistr.h>

#include "core/memory_out.h"

/* What parts a name from what stands beside it, and does not belong to it. */
static bool stands_around(char c)
{
    return strchr(" :,;.-", c) != NULL;
}

void person_name_trim(const char **start, const char **end)
{
    while (*start < *end && stands_around(**start))
        ++*start;
    while (*start < *end && stands_around((*end)[-1]))
        --*end;
}

/* Appends what of a folded name counts: without what stands around it, blanks in a row as one. */
static void add_folded(const char *folded, size_t len, struct str *out)
{
    const char *start = folded, *end = folded + len;
    size_t first = out->len;
    person_name_trim(&start, &end);
    if (start == end) { /* a name of stops alone */
        start = folded;
        end = folded + len;
    }
    for (; start < end; start++)
        if (*start != ' ' || (out->len > first && out->data[out->len - 1] != ' '))
            str_addc(out, *start);
}

void person_name_fold(const char *name, struct str *out)
{
    const uint8_t *typed = (const uint8_t *)name;
    size_t len = strlen(name);
    if (u8_check(typed, len)) {
        str_add(out, name);
        return;
    }
    uint8_t *folded = u8_casefold(typed, len, NULL, UNINORM_NFC, NULL, &len);
    if (folded)
        add_folded((const char *)folded, len, out);
    else
        memory_out();
    free(folded);
}

void person_name_key(const char *name, struct str *out)
{
    struct str folded = {0};
    size_t len;
    person_name_fold(name, &folded);
    const uint8_t *text = (const uint8_t *)str_text(&folded);
    if (u8_check(text, folded.len)) { /* no UTF-8 */
        str_add(out, str_text(&folded));
    } else {
        uint8_t *key = u8_normalize(UNINORM_NFD, text, folded.len, NULL, &len);
        if (!key)
            memory_out();
        str_addn(out, (const char *)key, len);
        free(key);
    }
    str_free(&folded);
}

int person_name_compare(const char *a, const char *b)
{
    struct str x = {0}, y = {0};
    person_name_key(a, &x);
    person_name_key(b, &y);
    int order = strcmp(str_text(&x), str_text(&y));
    str_free(&x);
    str_free(&y);
    return order;
}
