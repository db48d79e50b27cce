/* The result card as a picture: XML whatever is in it, nothing from outside, and room for names. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <ctype.h>
#include <string.h>

#include "card_fixture.h"
#include "core/result_card_svg.h"
#include "seed.h"

enum { ROUNDS = 500, DEPTH_MAX = 8 };

/* The length of the XML name at `at`. */
static size_t name_length(const char *at)
{
    size_t len = 0;
    while (isalnum((unsigned char)at[len]) || (len > 0 && strchr("-:", at[len]) && at[len]))
        len++;
    return len;
}

/* Goes over the attributes of a tag, name="value" each, to what ends it. */
static const char *pass_attributes(const char *at)
{
    while (*at == ' ') {
        size_t len = name_length(at + 1);
        assert_true(len > 0);
        at += 1 + len;
        assert_memory_equal(at, "=\"", 2);
        at += 2 + strcspn(at + 2, "\"<&");
        assert_int_equal(*at, '"');
        at++;
    }
    return at;
}

/* Goes over character data, in which only five references may stand, to the next tag. */
static const char *pass_text(const char *at)
{
    for (; *at && *at != '<'; at++) {
        assert_int_not_equal(*at, '>');
        assert_true(*at == '\n' || (unsigned char)*at >= ' ');
        if (*at == '&')
            assert_true(strncmp(at, "&amp;", 5) == 0 || strncmp(at, "&lt;", 4) == 0 ||
                        strncmp(at, "&gt;", 4) == 0 || strncmp(at, "&quot;", 6) == 0 ||
                        strncmp(at, "&#39;", 5) == 0);
    }
    return at;
}

/* Fails when the document is not well-formed (of the little of XML that is used here). */
static void assert_well_formed(const char *xml)
{
    static const char declaration[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    const char *open[DEPTH_MAX];
    int depth = 0;
    assert_memory_equal(xml, declaration, sizeof declaration - 1);
    for (const char *at = xml + sizeof declaration - 1; *at; at = pass_text(at)) {
        assert_int_equal(*at++, '<');
        bool closes = *at == '/';
        at += closes;
        size_t len = name_length(at);
        const char *name = at;
        assert_true(len > 0);
        at = closes ? at + len : pass_attributes(at + len);
        if (closes) {
            assert_true(depth > 0);
            depth--;
            assert_memory_equal(open[depth], name, len);
            assert_int_equal(name_length(open[depth]), len);
        } else if (*at == '/') {
            at++;
        } else {
            assert_in_range(depth, 0, DEPTH_MAX - 1);
            open[depth++] = name;
        }
        assert_int_equal(*at++, '>');
        assert_true(depth > 0 || strcmp(at, "\n") == 0); /* one root, and nothing behind it */
    }
    assert_int_equal(depth, 0);
}

static void whatever_is_in_it_it_is_xml(void **state)
{
    (void)state;
    struct rng rng = rng_for_test();
    struct str name = {0}, result = {0}, title = {0}, svg = {0};
    for (int round = 0; round < ROUNDS; round++) {
        card_random_text(&rng, &name, 32);
        card_random_text(&rng, &result, 120);
        card_random_text(&rng, &title, BANK_TITLE_MAX);
        if (round % 10 == 0)
            str_add(&name, "\x1b]0;\x07\xff\xef\xbf\xbe"); /* control, ill-formed, U+FFFE */
        struct bank bank = card_bank();
        struct result_card card = card_of_anna(&bank);
        card.name = round % 7 ? str_text(&name) : "";
        card.result = str_text(&result);
        card.note = round % 2 ? str_text(&name) : "";
        bank.title = str_text(&title);
        str_clear(&svg);
        result_card_svg(&svg, &card);
        assert_well_formed(str_text(&svg));
        size_t at = 0;
        enum text_fault fault = TEXT_OK; /* line by line: a newline is a control character */
        for (const char *line = str_text(&svg); *line && fault == TEXT_OK; line += at + 1) {
            at = strcspn(line, "\n");
            fault = text_examine(line, at, NULL);
        }
        assert_true(fault == TEXT_OK || fault == TEXT_MARKS);
    }
    str_free(&name);
    str_free(&result);
    str_free(&title);
    str_free(&svg);
}

static void says_it_all_and_needs_nothing(void **state)
{
    (void)state;
    struct str svg = {0};
    struct bank bank = card_bank();
    struct result_card card = card_of_anna(&bank);
    static const char *const there[] = {
        " lang=\"en\" role=\"img\" aria-labelledby=\"title desc\">",
        "<title id=\"title\">Sales or marketing?, Anna Berg</title>",
        "<desc id=\"desc\">Passed: 18 of 20 right; it takes 16. Taken in 14 minutes. Exam, "
        "2026-11-23. "
        "Question bank core, version 3f2a9c1d.</desc>",
        "#E69F00",
        "#56B4E9",
        ">Anna Berg</text>",
        ">Passed: 18 of 20 right; it takes 16.</text>",
        ">Taken in 14 minutes.</text>",
        ">Exam, 2026-11-23</text>",
        ">Question bank core, version 3f2a9c1d</text>",
        ">Sales</text>",
        ">Marketing</text>",
        "width=\"210mm\" height=\"148mm\"",
    };
    static const char *const absent[] = {"href", "url(", "<script", "<image", "<style", "@import"};
    result_card_svg(&svg, &card);
    for (size_t i = 0; i < ARRAY_LEN(there); i++)
        assert_non_null(strstr(str_text(&svg), there[i]));
    for (size_t i = 0; i < ARRAY_LEN(absent); i++)
        assert_null(strstr(str_text(&svg), absent[i]));
    str_free(&svg);
}

/* The size in which the text that begins with `begin` is set; 0 when there is none. */
static int size_of(const char *svg, const char *begin)
{
    struct str sought = {0};
    str_addf(&sought, ">%s", begin);
    int size = 0;
    for (const char *line = strstr(svg, "<text"); line && !size; line = strstr(line + 1, "<text")) {
        const char *text = strchr(line, '>');
        if (strncmp(text, str_text(&sought), sought.len) == 0)
            size = (int)strtol(strstr(line, "font-size=\"") + 11, NULL, 10);
    }
    str_free(&sought);
    return size;
}

static int sizes_of_name(const char *name, const char *second_line)
{
    struct str svg = {0};
    struct bank bank = card_bank();
    struct result_card card = card_of_anna(&bank);
    card.name = name;
    result_card_svg(&svg, &card);
    int size = size_of(str_text(&svg), second_line);
    str_free(&svg);
    return size;
}

static void long_names_become_smaller_or_two_lines(void **state)
{
    (void)state;
    int short_name = sizes_of_name("Anna Berg", "Anna");
    int longer = sizes_of_name("Annabella Bergmann-Tal", "Annabella");
    int first = sizes_of_name("Maximiliane von Hohenstein-Wolff", "Maximiliane von<");
    int second = sizes_of_name("Maximiliane von Hohenstein-Wolff", "Hohenstein-Wolff<");
    assert_true(short_name > longer && longer > 0);
    assert_true(first > 0 && first == second && first < short_name);
    /* a character of two columns is as wide as its size: two lines of sixteen must have room */
    int wide =
        sizes_of_name("山山山山山山山山山山山山山山山山田田田田田田田田田田田田田田田田", "田");
    assert_in_range(wide, 60, 1720 / 16);
    /* the widest letter is a little wider than its size in bold */
    int broad = sizes_of_name("WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW", "W");
    assert_in_range(broad, 60, 1720 / 17);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whatever_is_in_it_it_is_xml),
        cmocka_unit_test(says_it_all_and_needs_nothing),
        cmocka_unit_test(long_names_become_smaller_or_two_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
