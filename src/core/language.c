/* Comparing languages by the first part of their tags, and choosing among several. */
#include "core/language.h"

#include <string.h>

#include "core/language_tag.h"

enum { FIRST_LEAST = 2, FIRST_MOST = 3, REGION_LEN = 2 };

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Tags are ASCII, whatever the locale. */
static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static char upper(char c)
{
    return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
}

/* How many bytes the first part has, 0 when the text names no language. */
static size_t first_part(const char *text)
{
    size_t len = 0;
    while (is_letter(text[len]))
        len++;
    bool ends = text[len] == '\0' || strchr("-_.@:", text[len]) != NULL;
    return ends && len >= FIRST_LEAST && len <= FIRST_MOST ? len : 0;
}

bool language_valid(const char *text)
{
    struct str tag = {0};
    for (const char *at = text; *at; at++)
        str_addc(&tag, *at == '_' ? '-' : *at);
    bool valid = language_tag(str_text(&tag)) == str_text(&tag);
    str_free(&tag);
    return valid;
}

bool language_named(const char *text)
{
    return first_part(text) > 0;
}

bool language_same(const char *a, const char *b)
{
    size_t len = first_part(a);
    bool same = len > 0 && first_part(b) == len;
    for (size_t i = 0; same && i < len; i++)
        same = lower(a[i]) == lower(b[i]);
    return same;
}

int language_choose(const char *wanted, const char *const *there, size_t count)
{
    for (const char *at = wanted; at; at = strchr(at, ':')) {
        at += *at == ':';
        for (size_t i = 0; i < count; i++)
            if (language_same(at, there[i]))
                return (int)i;
    }
    return -1;
}

void language_catalog(struct str *out, const char *tag)
{
    size_t len = first_part(tag);
    for (size_t i = 0; i < len; i++)
        str_addc(out, lower(tag[i]));
    for (const char *at = tag + strcspn(tag, "-_"); *at; at += strcspn(at, "-_")) {
        size_t part = strcspn(++at, "-_");
        if (part != REGION_LEN || !is_letter(at[0]))
            continue;
        str_addc(out, '_');
        str_addc(out, upper(at[0]));
        str_addc(out, upper(at[1]));
        return;
    }
}

void language_home(struct str *out, const char *tag)
{
    size_t len = first_part(tag);
    for (size_t i = 0; i < len; i++)
        str_addc(out, lower(tag[i]));
    str_addc(out, '_');
    for (size_t i = 0; i < len; i++)
        str_addc(out, upper(tag[i]));
}
