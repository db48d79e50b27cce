/* The result card as text: what it looks like, and that its frame holds whatever is in it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "card_fixture.h"
#include "seed.h"

enum { ROUNDS = 500 };

static void assert_card(const struct result_card *card, enum charset charset, const char *expected)
{
    struct str text = {0};
    result_card_text(&text, card, charset);
    assert_string_equal(str_text(&text), expected);
    str_free(&text);
}

static void the_card_of_a_passed_exam(void **state)
{
    (void)state;
    struct bank bank = card_bank();
    struct result_card card = card_of_anna(&bank);
    assert_card(&card, CHARSET_UTF8,
                "┌──────────────────────────────────────────────────────────────────────┐\n"
                "│                                                                      │\n"
                "│                         Sales or marketing?                          │\n"
                "│                                                                      │\n"
                "│    ◀ Sales ────────────────────────────────────────── Marketing ▶    │\n"
                "│                                                                      │\n"
                "│                              Anna Berg                               │\n"
                "│                                                                      │\n"
                "│                 Passed: 18 of 20 right; it takes 16.                 │\n"
                "│                         Taken in 14 minutes.                         │\n"
                "│                                                                      │\n"
                "│                           Exam, 2026-11-23                           │\n"
                "│                 Question bank core, version 3f2a9c1d                 │\n"
                "│                                                                      │\n"
                "└──────────────────────────────────────────────────────────────────────┘\n");
}

static void without_name_and_note_in_ascii(void **state)
{
    (void)state;
    struct bank bank = card_bank();
    struct result_card card = card_of_anna(&bank);
    card.name = card.note = "";
    card.result = "½ of it – fine.";
    assert_card(&card, CHARSET_ASCII,
                "+----------------------------------------------------------------------+\n"
                "|                                                                      |\n"
                "|                         Sales or marketing?                          |\n"
                "|                                                                      |\n"
                "|    < Sales ------------------------------------------ Marketing >    |\n"
                "|                                                                      |\n"
                "|                          1/2 of it - fine.                           |\n"
                "|                                                                      |\n"
                "|                           Exam, 2026-11-23                           |\n"
                "|                 Question bank core, version 3f2a9c1d                 |\n"
                "|                                                                      |\n"
                "+----------------------------------------------------------------------+\n");
}

/* How many columns the line takes that `text` begins with; *len receives its bytes. */
static int line_cols(const char *text, size_t *len)
{
    *len = strcspn(text, "\n");
    return text_widthn(text, *len);
}

static void every_line_is_as_wide_as_the_frame(void **state)
{
    (void)state;
    struct rng rng = rng_for_test();
    struct str name = {0}, result = {0}, title = {0}, side = {0}, text = {0};
    for (int round = 0; round < ROUNDS; round++) {
        card_random_text(&rng, &name, 32);
        card_random_text(&rng, &result, 120);
        card_random_text(&rng, &title, BANK_TITLE_MAX);
        card_random_text(&rng, &side, BANK_NAME_MAX);
        struct bank bank = card_bank();
        struct result_card card = card_of_anna(&bank);
        card.name = str_text(&name);
        card.result = str_text(&result);
        bank.title = str_text(&title);
        bank.side_name[round % 2] = str_text(&side);
        str_clear(&text);
        result_card_text(&text, &card, round % 3 ? CHARSET_UTF8 : CHARSET_ASCII);
        size_t len;
        for (const char *line = str_text(&text); *line; line += len + 1)
            assert_int_equal(line_cols(line, &len), RESULT_CARD_COLS);
    }
    str_free(&name);
    str_free(&result);
    str_free(&title);
    str_free(&side);
    str_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_card_of_a_passed_exam),
        cmocka_unit_test(without_name_and_note_in_ascii),
        cmocka_unit_test(every_line_is_as_wide_as_the_frame),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
