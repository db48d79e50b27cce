/* Lines of plain mode: what each means, and in which context. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "core/input.h"
#include "core/text.h"
#include "seed.h"

static void assert_reads(const char *line, unsigned context, enum action action)
{
    struct input input = input_from_line(line, context);
    assert_int_equal(input.kind, action == ACTION_NONE ? INPUT_UNKNOWN : INPUT_ACTION);
    assert_int_equal(input.action, action);
    assert_false(input.unsure);
}

static void words_letters_and_blanks(void **state)
{
    (void)state;
    assert_reads("s", CONTEXT_CARD, ACTION_SALES);
    assert_reads("  M \r\n", CONTEXT_CARD, ACTION_MARKETING);
    assert_reads("Sales", CONTEXT_CARD, ACTION_SALES);
    assert_reads("marketing", CONTEXT_CARD, ACTION_MARKETING);
    assert_reads("not-sure", CONTEXT_CARD, ACTION_UNSURE);
    assert_reads("u", CONTEXT_VERDICT, ACTION_STRIKE);
    assert_reads("r", CONTEXT_CARD, ACTION_REPEAT);
    assert_reads("r", CONTEXT_RESULT, ACTION_REPEAT);
    assert_reads("repeat", CONTEXT_PAGE, ACTION_REPEAT);
    assert_reads("r", CONTEXT_FAILED, ACTION_RETRY);
    assert_reads("h", CONTEXT_MENU, ACTION_HELP);
    assert_reads("?", CONTEXT_CARD, ACTION_HELP);
    assert_reads("q", CONTEXT_PAGE, ACTION_QUIT);
    assert_reads("", CONTEXT_CARD, ACTION_NEXT);
    assert_reads(" \t\n", CONTEXT_TYPING, ACTION_NEXT);
}

static void what_means_nothing_here_is_unknown(void **state)
{
    (void)state;
    assert_reads("s", CONTEXT_VERDICT, ACTION_NONE);
    assert_reads("sales", CONTEXT_MENU, ACTION_NONE);
    assert_reads("! reason", CONTEXT_MENU, ACTION_NONE);
    assert_reads("salesman", CONTEXT_CARD, ACTION_NONE);
    assert_reads("??", CONTEXT_CARD, ACTION_NONE);
    assert_reads("u?", CONTEXT_CARD, ACTION_NONE);
    assert_reads("Left", CONTEXT_CARD, ACTION_NONE);
    assert_reads("\x1b", CONTEXT_CARD, ACTION_NONE);
    assert_reads("\xff", CONTEXT_CARD, ACTION_NONE);
    struct input input = input_from_line("  Say What? \n", CONTEXT_CARD);
    assert_string_equal(input.text, "Say What?");
}

static void typed_lines_are_text(void **state)
{
    (void)state;
    static const char *const lines[] = {"q", "quit", "! no", "12", "Anna"};
    for (size_t i = 0; i < ARRAY_LEN(lines); i++) {
        struct input input = input_from_line(lines[i], CONTEXT_TYPING);
        assert_int_equal(input.kind, INPUT_UNKNOWN);
        assert_string_equal(input.text, lines[i]);
    }
}

static void a_question_mark_means_not_sure(void **state)
{
    (void)state;
    static const char *const lines[] = {"s?", "S ?", "sales?", " SALES ? \n"};
    for (size_t i = 0; i < ARRAY_LEN(lines); i++) {
        struct input input = input_from_line(lines[i], CONTEXT_CARD);
        assert_int_equal(input.kind, INPUT_ACTION);
        assert_int_equal(input.action, ACTION_SALES);
        assert_true(input.unsure);
    }
    assert_int_equal(input_from_line("s?", CONTEXT_VERDICT).kind, INPUT_UNKNOWN);
}

static void flags_carry_their_reason(void **state)
{
    (void)state;
    struct input input = input_from_line(" !  The Clue is off?\n", CONTEXT_VERDICT);
    assert_int_equal(input.kind, INPUT_ACTION);
    assert_int_equal(input.action, ACTION_FLAG);
    assert_string_equal(input.text, "The Clue is off?");
    input = input_from_line("!", CONTEXT_CARD);
    assert_int_equal(input.action, ACTION_FLAG);
    assert_string_equal(input.text, "");
}

static void numbers_choose(void **state)
{
    (void)state;
    struct input input = input_from_line("1", CONTEXT_MENU);
    assert_int_equal(input.action, ACTION_CHOOSE);
    assert_int_equal(input.item, 0);
    assert_int_equal(input_from_line(" 12 ", CONTEXT_VERDICT).item, 11);
    assert_reads("0", CONTEXT_MENU, ACTION_NONE);
    assert_reads("-1", CONTEXT_MENU, ACTION_NONE);
    assert_reads("1s", CONTEXT_MENU, ACTION_NONE);
    assert_reads("99999999999999999999", CONTEXT_MENU, ACTION_NONE);
}

static void long_text_is_cut_between_characters(void **state)
{
    (void)state;
    struct str line = {0};
    str_add(&line, "! ");
    for (int i = 0; i < 1000; i++)
        str_add(&line, "€");
    struct input input = input_from_line(str_text(&line), CONTEXT_CARD);
    assert_int_equal(strlen(input.text), (INPUT_TEXT_SIZE - 1) / 3 * 3);
    assert_int_equal(text_examine(input.text, strlen(input.text), NULL), TEXT_OK);
    input = input_from_line(str_text(&line) + 2, CONTEXT_CARD);
    assert_int_equal(input.kind, INPUT_UNKNOWN);
    assert_int_equal(strlen(input.text), (INPUT_TEXT_SIZE - 1) / 3 * 3);
    str_free(&line);
}

/* Any bytes: a kind, an action of the context, and text that ends. */
static void random_lines(void **state)
{
    (void)state;
    struct rng rng = rng_for_test();
    static const char alphabet[] = "smSMurhq!?0123 \t\n\x1b\xc3\xa9\xffxale";
    for (int round = 0; round < 50000; round++) {
        char line[16] = {0};
        uint32_t len = rng_below(&rng, sizeof line);
        for (uint32_t i = 0; i < len; i++)
            line[i] = alphabet[rng_below(&rng, sizeof alphabet - 1)];
        unsigned context = 1U << rng_below(&rng, 7);
        struct input input = input_from_line(line, context);
        assert_true(input.kind == INPUT_ACTION || input.kind == INPUT_UNKNOWN);
        assert_true((input.kind == INPUT_ACTION) == (input.action != ACTION_NONE));
        if (input.action != ACTION_NONE && input.action != ACTION_CHOOSE)
            assert_true(action_words(input.action) & context);
        assert_true(memchr(input.text, '\0', sizeof input.text) != NULL);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_letters_and_blanks),
        cmocka_unit_test(what_means_nothing_here_is_unknown),
        cmocka_unit_test(typed_lines_are_text),
        cmocka_unit_test(a_question_mark_means_not_sure),
        cmocka_unit_test(flags_carry_their_reason),
        cmocka_unit_test(numbers_choose),
        cmocka_unit_test(long_text_is_cut_between_characters),
        cmocka_unit_test(random_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
