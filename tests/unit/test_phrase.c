/* Texts as words: where phrases begin and end, in English and where nothing is known. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/phrase.h"
#include "core/str.h"

/* Writes the text with "[" where a phrase may begin and "]" where one may end. */
static void check_marks(const char *text, const char *language, const char *marked)
{
    struct phrase_text t;
    struct str s = {0};
    assert_true(phrase_read(text, language, &t));
    for (int i = 0; i < t.count; i++) {
        str_add(&s, i ? " " : "");
        str_add(&s, phrase_begins(&t, i) ? "[" : "");
        str_addn(&s, text + t.words[i].start, t.words[i].end - t.words[i].start);
        str_add(&s, phrase_ends(&t, i) ? "]" : "");
    }
    assert_string_equal(str_text(&s), marked);
    str_free(&s);
}

static void english_phrases(void **state)
{
    (void)state;
    check_marks("Asking a visitor from the top of a ladder", "en",
                "[Asking] [a visitor] [from the top of a ladder]");
    check_marks("Telling Ines, who leads, and the heads of it", "en-GB",
                "[Telling Ines] [who leads] and [the heads of it");
    check_marks("The baker's bread \xe2\x80\x93 and Ms\xc3\xb8r\xe2\x80\x99s oven", "",
                "[The baker's bread] \xe2\x80\x93 and [Ms\xc3\xb8r\xe2\x80\x99s oven]");
}

static void without_small_words(void **state)
{
    (void)state;
    check_marks("Ein Schild, das alle lesen", "de", "[Ein Schild] [das alle lesen]");
}

static void quotations(void **state)
{
    struct phrase_text t;
    (void)state;
    assert_true(phrase_read("Calling it 'Quiet as snow', drivers' friend", "en", &t));
    const bool open[] = {false, false, true, true, false, false, false};
    assert_int_equal(t.count, ARRAY_LEN(open));
    for (int i = 0; i < t.count; i++)
        assert_int_equal(t.words[i].quote, open[i]);
    assert_true(t.words[4].stop);
}

static void kin(void **state)
{
    struct phrase_text t;
    (void)state;
    assert_true(phrase_read("Visit visitors the visiting cars car care card", "en", &t));
    assert_true(phrase_akin(&t, 0, 3));
    assert_true(phrase_akin(&t, 4, 5));
    assert_false(phrase_akin(&t, 2, 2)); /* a small word says nothing */
    assert_false(phrase_akin(&t, 0, 4));
}

static void too_long(void **state)
{
    struct phrase_text t;
    struct str s = {0};
    (void)state;
    for (int i = 0; i < PHRASE_WORDS_MAX; i++)
        str_add(&s, "w ");
    assert_true(phrase_read(str_text(&s), "en", &t));
    assert_int_equal(t.count, PHRASE_WORDS_MAX);
    str_add(&s, "w");
    assert_false(phrase_read(str_text(&s), "en", &t));
    assert_true(phrase_read("", "en", &t));
    assert_int_equal(t.count, 0);
    str_free(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(english_phrases), cmocka_unit_test(without_small_words),
        cmocka_unit_test(quotations),      cmocka_unit_test(kin),
        cmocka_unit_test(too_long),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
