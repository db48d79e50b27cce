/* What a page of ours must have so that everybody can read it: with a screen reader, a keyboard,
 * large letters, poor eyes, on grey paper, and without its style sheet. */
#ifndef SMQ_TESTS_HTML_ACCESS_H
#define SMQ_TESTS_HTML_ACCESS_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "contrast.h"

enum { HTML_COLORS_MAX = 64, HTML_VALUE_SIZE = 200 };

/* Colours of a style sheet, 0xrrggbb. */
struct html_colors {
    uint32_t of[HTML_COLORS_MAX];
    size_t count;
};

static inline size_t html_count(const char *html, const char *piece)
{
    size_t count = 0;
    for (const char *at = html; (at = strstr(at, piece)) != NULL; at++)
        count++;
    return count;
}

/* Whether the element that begins at `at` has text before its end tag. */
static inline bool html_has_text(const char *at)
{
    for (at = strchr(at, '>'); at && strncmp(at + 1, "</", 2) != 0; at++)
        if (*at == '<')
            at = strchr(at, '>');
        else if (*at > ' ' && *at != '>')
            return true;
    return false;
}

/* Copies the value of an attribute of the tag at `at`; false when it has none. */
static inline bool html_attribute(const char *at, const char *name, char value[HTML_VALUE_SIZE])
{
    char start[40];
    snprintf(start, sizeof start, " %s=\"", name);
    const char *end = strchr(at, '>'), *found = strstr(at, start);
    if (!found || found > end)
        return false;
    found += strlen(start);
    snprintf(value, HTML_VALUE_SIZE, "%.*s", (int)strcspn(found, "\""), found);
    return true;
}

/* One main heading, none empty, and none that skips a level. */
static inline void assert_headings(const char *html)
{
    int level = 0;
    assert_int_equal(html_count(html, "<h1"), 1);
    for (const char *at = html; (at = strstr(at, "<h")) != NULL; at++) {
        int now = at[2] - '0';
        if (now < 1 || now > 6)
            continue;
        if (now > level + 1 || !html_has_text(at))
            fail_msg("a heading is empty, or skips a level: %.60s", at);
        level = now;
    }
}

/* Every table says what it is of, and what its rows and columns are. */
static inline void assert_tables(const char *html)
{
    for (const char *at = html; (at = strstr(at, "<table>")) != NULL; at++) {
        const char *caption = at + strlen("<table>");
        caption += strspn(caption, "\n");
        if (strncmp(caption, "<caption>", 9) != 0 || !html_has_text(caption))
            fail_msg("a table without a caption: %.60s", at);
        const char *end = strstr(at, "</table>"), *row = strstr(at, "<tbody>");
        for (const char *th = at; (th = strstr(th, "<th")) != NULL && th < end; th++)
            if (strncmp(th, "<thead", 6) != 0 && strncmp(th, "<th scope=\"", 11) != 0)
                fail_msg("a head that says not of what: %.60s", th);
        while ((row = strstr(row, "<tr>")) != NULL && row < end) {
            row += strlen("<tr>");
            row += strspn(row, "\n");
            if (strncmp(row, "<th scope=\"row\"", 15) != 0)
                fail_msg("a row without a head: %.60s", row);
        }
    }
}

/* Whatever is pointed to is there, once. */
static inline void assert_ids(const char *html, const char *ids)
{
    char id[HTML_VALUE_SIZE + 8];
    while (*ids) {
        size_t len = strcspn(ids, " ");
        snprintf(id, sizeof id, " id=\"%.*s\"", (int)len, ids);
        const char *at = strstr(html, id);
        if (!at || strstr(at + 1, id) || !html_has_text(at))
            fail_msg("%s is not there once, with a text", id);
        ids += len + (ids[len] == ' ');
    }
}

static inline void assert_references(const char *html)
{
    char value[HTML_VALUE_SIZE];
    for (const char *at = html; (at = strchr(at, '<')) != NULL; at++) {
        if (html_attribute(at, "aria-labelledby", value))
            assert_ids(html, value);
        if (html_attribute(at, "href", value)) {
            assert_int_equal(value[0], '#');
            assert_ids(html, value + 1);
        }
    }
}

/* Every picture has a name and a description, and a table with its figures below it. */
static inline void assert_pictures(const char *html)
{
    char value[HTML_VALUE_SIZE];
    assert_null(strstr(html, "<img"));
    for (const char *at = html; (at = strstr(at, "<svg")) != NULL; at++) {
        assert_true(html_attribute(at, "role", value));
        assert_string_equal(value, "img");
        assert_true(html_attribute(at, "aria-labelledby", value));
        const char *title = strstr(at, "<title id="), *desc = strstr(at, "<desc id=");
        const char *end = strstr(at, "</svg>"), *table = strstr(at, "<table>");
        const char *section = strstr(at, "</section>");
        if (!title || title > end || !desc || desc > end || !html_has_text(desc))
            fail_msg("a picture without a text: %.80s", at);
        if (!table || table > section)
            fail_msg("a picture without its figures: %.80s", at);
    }
}

/* Reads "#rgb" or "#rrggbb". */
static inline bool html_color(const char *text, uint32_t *rgb)
{
    size_t digits = *text == '#' ? strspn(text + 1, "0123456789abcdefABCDEF") : 0;
    uint32_t n = (uint32_t)strtoul(text + (digits > 0), NULL, 16);
    *rgb = digits == 6 ? n : (n & 0xf00) * 0x1100 | (n & 0xf0) * 0x110 | (n & 0xf) * 0x11;
    return digits == 6 || digits == 3;
}

/* The colour behind "property:", a name of :root followed; false for what is none. */
static inline bool html_style_color(const char *style, const char *value, uint32_t *rgb)
{
    char name[40];
    if (strncmp(value, "var(", 4) == 0) {
        snprintf(name, sizeof name, "%.*s:", (int)strcspn(value + 4, ")"), value + 4);
        value = strstr(style, name);
        assert_non_null(value);
        value += strlen(name);
    }
    return html_color(value, rgb);
}

/* All colours that this property is given; `before` is what may stand before it. */
static inline struct html_colors html_colors_of(const char *style, const char *property)
{
    struct html_colors colors = {0};
    for (const char *at = style; (at = strstr(at, property)) != NULL; at++) {
        bool whole = at[-1] == '{' || at[-1] == ';';
        if (whole && html_style_color(style, at + strlen(property), &colors.of[colors.count]) &&
            colors.count + 1 < HTML_COLORS_MAX)
            colors.count++;
    }
    return colors;
}

static inline void html_add_ink_of_charts(const char *html, struct html_colors *inks)
{
    char value[HTML_VALUE_SIZE];
    for (const char *at = html; (at = strstr(at, "<text")) != NULL; at++) {
        assert_true(html_attribute(at, "fill", value));
        if (inks->count < HTML_COLORS_MAX && html_color(value, &inks->of[inks->count]))
            inks->count++;
    }
}

/* Every colour of letters can be read on every ground there is, and there are some of both. */
static inline void assert_contrast(const char *html)
{
    const double least = 4.5;
    const char *style = strstr(html, "<style>");
    struct html_colors inks = html_colors_of(style, "color:");
    struct html_colors grounds = html_colors_of(style, "background:");
    html_add_ink_of_charts(html, &inks);
    assert_in_range(inks.count, 2, HTML_COLORS_MAX);
    assert_in_range(grounds.count, 2, HTML_COLORS_MAX);
    for (size_t i = 0; i < inks.count; i++)
        for (size_t j = 0; j < grounds.count; j++)
            if (contrast(inks.of[i], grounds.of[j]) < least)
                fail_msg("#%06x on #%06x: %.2f to 1", (unsigned)inks.of[i], (unsigned)grounds.of[j],
                         contrast(inks.of[i], grounds.of[j]));
}

/* Nothing is said, hidden or moved by the style alone, and nobody is kept from enlarging it. */
static inline void assert_style_is_only_style(const char *html)
{
    static const char *const never[] = {
        "{content:",   ";content:",     "animation",     "transition",
        "visibility:", "user-scalable", "maximum-scale", "outline:none",
        "outline:0",   "autofocus",     "accesskey",     "http-equiv=\"refresh",
        "<blink",      "<marquee",      "tabindex=\"1",  "style=\""};
    const char *print = strstr(html, "@media print"), *end = strstr(html, "</style>");
    for (size_t i = 0; i < sizeof never / sizeof never[0]; i++)
        if (strstr(html, never[i]))
            fail_msg("%s is in it", never[i]);
    for (const char *at = html; (at = strstr(at, "display:none")) != NULL && at < end; at++)
        assert_true(at > print);
    assert_non_null(strstr(html, "name=\"viewport\" content=\"width=device-width"));
}

static inline void assert_html_accessible(const char *html)
{
    static const char start[] = "<!DOCTYPE html>\n<html lang=\"";
    assert_memory_equal(html, start, sizeof start - 1);
    assert_in_range(strcspn(html + sizeof start - 1, "\""), 2, 11);
    assert_true(html_has_text(strstr(html, "<title>")));
    assert_int_equal(html_count(html, "<main>"), 1);
    assert_headings(html);
    assert_tables(html);
    assert_references(html);
    assert_pictures(html);
    assert_contrast(html);
    assert_style_is_only_style(html);
}

#endif
