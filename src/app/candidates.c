/* What the word at the cursor may become, one line each. */
#include "app/candidates.h"

#include <string.h>

/* Whether other programs may show the text, and it comes back as it is when they pass it on. */
static bool is_plain(const char *text, enum charset charset)
{
    struct str adapted = {0};
    text_adapt(&adapted, text, charset);
    bool same = strcmp(str_text(&adapted), text) == 0;
    str_free(&adapted);
    return same && !strchr(text, '\n');
}

static bool is_listed(const struct candidates *c, const char *value)
{
    size_t len = strlen(value), piece;
    const char *at = str_text(&c->before) + (c->before.len ? c->list : 0);
    for (; at[piece = strcspn(at, ",")]; at += piece + 1)
        if (piece == len && memcmp(at, value, len) == 0)
            return true;
    return false;
}

void candidates_add(struct candidates *c, const char *value, const char *description)
{
    struct str word = {0}, shown = {0};
    str_addf(&word, "%s%s", str_text(&c->before), value);
    if (strncmp(word.data, c->typed, strlen(c->typed)) == 0 && !is_listed(c, value) &&
        is_plain(word.data, c->charset)) {
        str_add(&c->lines, word.data);
        text_show(&shown, description, 0);
        if (shown.len)
            str_addc(&c->lines, '\t');
        text_adapt(&c->lines, str_text(&shown), c->charset);
        str_addc(&c->lines, '\n');
        c->count++;
    }
    str_free(&word);
    str_free(&shown);
}

void candidates_add_paths(struct candidates *c, const char *which)
{
    str_addf(&c->lines, "\t%s\t%s\n", which, str_text(&c->before));
}

void candidates_free(struct candidates *c)
{
    str_free(&c->before);
    str_free(&c->lines);
}
