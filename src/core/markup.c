/* Plain text out of the HTML that course systems wrap questions in. */
#include "core/markup.h"

#include <string.h>
#include <unistr.h>

/* What stands between the text so far and the next piece of it. */
enum gap { GAP_NONE, GAP_BLANK, GAP_LINE };

struct strip {
    struct str *out;
    size_t start; /* of our text in out */
    enum gap gap;
};

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static void put(struct strip *s, const char *bytes, size_t len)
{
    if (s->gap != GAP_NONE && s->out->len > s->start)
        str_addc(s->out, s->gap == GAP_LINE ? '\n' : ' ');
    s->gap = GAP_NONE;
    str_addn(s->out, bytes, len);
}

static void widen(struct strip *s, enum gap gap)
{
    s->gap = gap > s->gap ? gap : s->gap;
}

/* Whether the tag at `name` (behind "<" or "</") is called so, in any case. */
static bool tag_is(const char *name, const char *word)
{
    size_t len = strlen(word);
    for (size_t i = 0; i < len; i++) {
        if ((name[i] | 0x20) != word[i])
            return false;
    }
    return !is_letter(name[len]) && !(name[len] >= '0' && name[len] <= '9');
}

/* The length of the tag or comment at `at`, 0 when "<" begins none. */
static size_t tag_length(const char *at)
{
    if (strncmp(at, "<!--", 4) == 0) {
        const char *end = strstr(at + 4, "-->");
        return end ? (size_t)(end + 3 - at) : 0;
    }
    if (!is_letter(at[1]) && !(at[1] == '/' && is_letter(at[2])))
        return 0;
    const char *end = strchr(at, '>');
    return end ? (size_t)(end + 1 - at) : 0;
}

static void pass_tag(struct strip *s, const char *at)
{
    static const char *const ends[] = {"p", "div", "li", "tr", "h1", "h2", "h3"};
    if (tag_is(at + 1, "br"))
        widen(s, GAP_LINE);
    for (size_t i = 0; i < ARRAY_LEN(ends); i++) {
        if (tag_is(at + (at[1] == '/' ? 2 : 1), ends[i]))
            widen(s, GAP_LINE);
    }
}

/* The number of a character reference "&#65;" or "&#x41;", 0 when it is none. */
static uint32_t reference_number(const char *at, size_t len)
{
    uint32_t value = 0, base = 10;
    size_t i = 2;
    if (len > 3 && (at[2] | 0x20) == 'x') {
        base = 16;
        i = 3;
    }
    for (; i < len - 1; i++) {
        char c = (char)(at[i] | 0x20);
        uint32_t digit = at[i] >= '0' && at[i] <= '9' ? (uint32_t)(at[i] - '0')
                         : c >= 'a' && c <= 'f'       ? (uint32_t)(c - 'a' + 10)
                                                      : base;
        if (digit >= base || value > 0x10ffff)
            return 0;
        value = value * base + digit;
    }
    return value;
}

/* Puts the character that the reference at `at` stands for; its length, 0 when it is none. */
static size_t put_reference(struct strip *s, const char *at)
{
    static const struct {
        const char *name, *text;
    } known[] = {{"&amp;", "&"},   {"&lt;", "<"},    {"&gt;", ">"},    {"&quot;", "\""},
                 {"&apos;", "'"},  {"&ndash;", "–"}, {"&mdash;", "—"}, {"&hellip;", "…"},
                 {"&lsquo;", "‘"}, {"&rsquo;", "’"}, {"&ldquo;", "“"}, {"&rdquo;", "”"}};
    size_t len = strcspn(at, ";") + 1;
    if (at[len - 1] != ';')
        return 0;
    if (len == strlen("&nbsp;") && strncmp(at, "&nbsp;", len) == 0) {
        widen(s, GAP_BLANK);
        return len;
    }
    for (size_t i = 0; i < ARRAY_LEN(known); i++) {
        if (strlen(known[i].name) == len && strncmp(at, known[i].name, len) == 0) {
            put(s, known[i].text, strlen(known[i].text));
            return len;
        }
    }
    enum { REFERENCE_MAX = 10, UTF8_MAX = 6 };
    if (len < 4 || len > REFERENCE_MAX || at[1] != '#')
        return 0;
    uint8_t bytes[UTF8_MAX];
    uint32_t number = reference_number(at, len);
    int size = number == 0 ? -1 : u8_uctomb(bytes, number, sizeof bytes);
    if (size < 0)
        return 0;
    put(s, (const char *)bytes, (size_t)size);
    return len;
}

void markup_strip(struct str *out, const char *html)
{
    struct strip s = {.out = out, .start = out->len};
    while (*html) {
        size_t len = 0;
        if (strchr(" \t\r\n", *html)) {
            widen(&s, GAP_BLANK);
            len = 1;
        } else if (*html == '<') {
            len = tag_length(html);
            if (len > 0)
                pass_tag(&s, html);
        } else if (*html == '&') {
            len = put_reference(&s, html);
        }
        if (len == 0) {
            put(&s, html, 1);
            len = 1;
        }
        html += len;
    }
}
