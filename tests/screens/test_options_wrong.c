/* Every wrong use of the command line is refused, and says what was wrong. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "options_line.h"

static void unknown_words_are_named(void **state)
{
    (void)state;
    assert_wrong("--colour never", "--colour");
    assert_wrong("-x", "-x");
    assert_wrong("practise", "practise");
    assert_wrong("Practice", "Practice");
    assert_wrong("practice now", "now");
    assert_wrong("export it --format csv", "it");
}

#define BANK_NEEDS \
    "smquiz bank needs one of: check, stats, list, new, add, fix, import, export, flags."

static void half_a_command_names_its_other_halves(void **state)
{
    (void)state;
    assert_wrong("bank", BANK_NEEDS);
    assert_wrong("bank --plain", BANK_NEEDS);
    assert_wrong("bank chek a.cfg", "There is no “chek”: " BANK_NEEDS);
    assert_wrong("bank polish", "There is no “polish”: " BANK_NEEDS);
    assert_wrong("bank \x1b[2J", "There is no “\\u{1b}[2J”: " BANK_NEEDS);
    assert_wrong("ban check", "There is no command “ban”.");
    assert_wrong("practise check", "There is no command “practise”.");
}

static void a_missing_value_is_named(void **state)
{
    (void)state;
    static const char *const lines[][2] = {{"practice -n", "-n"},
                                           {"practice --number", "--number"},
                                           {"-b", "-b"},
                                           {"--learner", "--learner"},
                                           {"--store", "--store"},
                                           {"--seed", "--seed"},
                                           {"--color", "--color"},
                                           {"--theme", "--theme"},
                                           {"--config", "--config"},
                                           {"export --format", "--format"}};
    for (size_t i = 0; i < ARRAY_LEN(lines); i++)
        assert_wrong(lines[i][0], lines[i][1]);
    assert_wrong("export --format csv -o", "-o");
    assert_wrong("bank new", "bank new");
    assert_wrong("export", "--format");
}

static void wrong_values_are_named(void **state)
{
    (void)state;
    struct line read;
    static const char *const numbers[] = {"0",  "401", "-1",  "x",
                                          "5x", "0x5", "5.0", "99999999999999999999"};
    for (size_t i = 0; i < ARRAY_LEN(numbers); i++) {
        char line[LINE_SIZE];
        snprintf(line, sizeof line, "practice --number=%s", numbers[i]);
        assert_wrong(line, numbers[i]);
    }
    assert_int_equal(good(&read, "practice -n 1")->rules.length, 1);
    assert_int_equal(good(&read, "practice -n 400")->rules.length, 400);
    assert_wrong("practice --level 0", "0");
    assert_wrong("practice --level 4", "4");
    assert_wrong("practice --level two", "two");
    assert_wrong("--language d", "d");
    assert_wrong("--language Deutsch", "Deutsch");
    assert_wrong("--language de:en", "de:en");
    assert_wrong("--language de_AT.UTF-8", "de_AT.UTF-8");
    assert_string_equal(good(&read, "practice --language de_AT")->language, "de_AT");
    assert_wrong("--seed -1", "-1");
    assert_wrong("--seed +1", "+1");
    assert_wrong("--seed 12z", "12z");
    assert_wrong("--seed 18446744073709551616", "18446744073709551616");
    assert_true(good(&read, "--seed 18446744073709551615")->seed == UINT64_MAX);
    assert_wrong("--color sometimes", "sometimes");
    assert_wrong("--theme pink", "pink");
    assert_wrong("export --format xml", "xml");
    assert_wrong("practice --principle=", "list");
}

static void exams_that_cannot_be_are_refused(void **state)
{
    (void)state;
    static const char *const numbers[][2] = {{"minutes", "601"}, {"minutes", "0"},
                                             {"minutes", "1h"},  {"pass", "401"},
                                             {"pass", "0"},      {"pass", "80%"}};
    for (size_t i = 0; i < ARRAY_LEN(numbers); i++) {
        char line[LINE_SIZE];
        snprintf(line, sizeof line, "exam --%s %s", numbers[i][0], numbers[i][1]);
        assert_wrong(line, numbers[i][0]);
        assert_wrong(line, numbers[i][1]);
    }
    assert_wrong("exam --pass 21", "--pass 21 cannot be reached with 20 cards.");
    assert_wrong("exam -n 5 --pass 6", "--pass 6 cannot be reached with 5 cards.");
    assert_wrong("exam --pass 6 -n 5", "--pass 6 cannot be reached with 5 cards.");
    assert_wrong("exam --adaptive -n 20", "--adaptive finds its own length");
    assert_wrong("exam --pass 3 --adaptive", "--adaptive finds its own length");
    assert_wrong("exam --retake later", "later");
    assert_wrong("exam --retake", "--retake");
    assert_wrong("exam --retake NOW", "NOW");
    assert_wrong("exam 20", "20");
}

static void only_real_days_have_a_puzzle(void **state)
{
    (void)state;
    static const char *const wrong[] = {"yesterday",  "2026-02-29", "2026-13-01", "2026-1-1",
                                        "20261123",   "1970-01-01", "1969-12-31", "2026-11-23x",
                                        "2026/11/23", "-"};
    for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
        char line[LINE_SIZE];
        snprintf(line, sizeof line, "today %s", wrong[i]);
        assert_wrong(line, wrong[i]);
    }
    assert_wrong("today 2026-11-23 2026-11-24", "2026-11-24");
    assert_wrong("today -n 3", "--number");
    assert_wrong("today --setting food", "--setting"); /* the same for everyone */
}

static void a_mode_has_no_options_of_others(void **state)
{
    (void)state;
    static const char *const lines[][2] = {
        {"climb --level 2", "--level"},        {"climb -n 3", "--number"},
        {"sprint -n 3", "--number"},           {"sort -n 3", "--number"},
        {"practice --minutes 3", "--minutes"}, {"sprint --minutes 1", "--minutes"},
        {"practice --pass 3", "--pass"},       {"practice --adaptive", "--adaptive"},
        {"climb --retake now", "--retake"},    {"practice --no-clock", "--no-clock"},
        {"climb --no-clock", "--no-clock"},    {"exam --format csv", "--format"}};
    for (size_t i = 0; i < ARRAY_LEN(lines); i++)
        assert_wrong(lines[i][0], lines[i][1]);
}

static void blanks_around_a_number_are_no_part_of_it(void **state)
{
    (void)state;
    char *seed[] = {"smquiz", "--seed", " -1", NULL};
    char *length[] = {"smquiz", "practice", "-n", " 5", NULL};
    struct options options;
    struct err e = {0};
    assert_false(options_read(3, seed, &options, &e));
    assert_false(options_read(4, length, &options, &e));
}

/* The shortest line that calls the command, without `option` in it. */
static void write_command(struct str *line, enum command command, enum option_id option)
{
    const struct command_info *info = command_info(command);
    str_add(line, info->words);
    for (size_t i = 0; i < info->least; i++)
        str_add(line, " x");
    if (info->format && option != OPTION_FORMAT)
        str_addf(line, " --format %s", info->format(0));
}

static void write_option(struct str *line, enum command command, enum option_id option)
{
    static const char *const values[OPTION_COUNT] = {
        [OPTION_NUMBER] = "3",   [OPTION_LEVEL] = "1",    [OPTION_SEED] = "1",
        [OPTION_SIDE] = "sales", [OPTION_FORMAT] = "csv", [OPTION_COLOR] = "auto",
        [OPTION_THEME] = "mono", [OPTION_MINUTES] = "30", [OPTION_PASS] = "3",
        [OPTION_RETAKE] = "now", [OPTION_PEOPLE] = "12",  [OPTION_HOUSE] = "2",
        [OPTION_FORM] = "a",     [OPTION_LANGUAGE] = "de"};
    const struct option_info *info = option_info(option);
    const char *(*format)(size_t) = command_info(command)->format;
    str_addf(line, "%s--%s", line->len ? " " : "", info->name);
    if (option == OPTION_FORMAT && format)
        str_addf(line, "=%s", format(0));
    else if (info->argument)
        str_addf(line, "=%s", values[option] ? values[option] : "x");
}

/* So that a complaint can be had again in the language that was asked for before it. */
static void a_line_can_be_read_again_after_a_complaint(void **state)
{
    (void)state;
    char *words[] = {"smquiz", "--language=de", "-zq", "-h", NULL};
    struct options options;
    for (int i = 0; i < 2; i++) {
        struct err e = {0};
        assert_false(options_read(4, words, &options, &e));
        assert_non_null(strstr(e.text, "“-z”"));
        assert_string_equal(options.language, "de");
    }
}

static void an_option_goes_only_with_its_commands(void **state)
{
    (void)state;
    struct line read;
    for (int command = 0; command < COMMAND_COUNT; command++) {
        for (int i = 0; i < OPTION_COUNT; i++) {
            const struct option_info *info = option_info((enum option_id)i);
            struct str line = {0};
            write_command(&line, (enum command)command, (enum option_id)i);
            write_option(&line, (enum command)command, (enum option_id)i);
            if (info->commands >> command & 1)
                assert_int_equal(good(&read, str_text(&line))->command, command);
            else
                assert_wrong(str_text(&line), info->name);
            str_free(&line);
        }
    }
}

static void too_much_of_anything_is_refused(void **state)
{
    (void)state;
    struct line read;
    char line[LINE_SIZE] = "";
    size_t len = 0;
    for (int i = 0; i < OPTIONS_BANKS_MAX; i++)
        len += (size_t)snprintf(line + len, sizeof line - len, "%s-b b%d", i ? " " : "", i);
    assert_int_equal(good(&read, line)->bank_count, OPTIONS_BANKS_MAX);
    snprintf(line + len, sizeof line - len, " -b onemore");
    assert_wrong(line, "onemore");
    char list[RULES_LIST_SIZE + 1];
    memset(list, 'a', sizeof list - 1);
    list[RULES_LIST_SIZE] = '\0';
    snprintf(line, sizeof line, "practice --setting %s", list);
    assert_wrong(line, "aaaa");
    snprintf(line, sizeof line, "practice --setting %.*s --setting b", RULES_LIST_SIZE - 2, list);
    assert_wrong(line, "b");
}

static void what_was_typed_is_shown_harmless(void **state)
{
    (void)state;
    struct line line;
    read_line(&line, "\x1b[2Jboo");
    assert_false(line.good);
    assert_null(strchr(line.err.text, '\x1b'));
    assert_non_null(strstr(line.err.text, "boo"));
}

static void an_unknown_letter_among_others_is_named(void **state)
{
    (void)state;
    assert_wrong("practice -xh", "x");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(unknown_words_are_named),
        cmocka_unit_test(half_a_command_names_its_other_halves),
        cmocka_unit_test(a_missing_value_is_named),
        cmocka_unit_test(wrong_values_are_named),
        cmocka_unit_test(a_line_can_be_read_again_after_a_complaint),
        cmocka_unit_test(exams_that_cannot_be_are_refused),
        cmocka_unit_test(only_real_days_have_a_puzzle),
        cmocka_unit_test(a_mode_has_no_options_of_others),
        cmocka_unit_test(blanks_around_a_number_are_no_part_of_it),
        cmocka_unit_test(an_option_goes_only_with_its_commands),
        cmocka_unit_test(too_much_of_anything_is_refused),
        cmocka_unit_test(what_was_typed_is_shown_harmless),
        cmocka_unit_test(an_unknown_letter_among_others_is_named),
    };
    unsetenv("POSIXLY_CORRECT"); /* it would end the options at the first operand */
    return cmocka_run_group_tests(tests, NULL, NULL);
}
