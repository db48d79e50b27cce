/* The command line: every option, the commands' words, in any order. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "options_line.h"

static void no_words_are_the_menu(void **state)
{
    (void)state;
    struct line read;
    const struct options *o = good(&read, "");
    assert_int_equal(o->command, COMMAND_MENU);
    assert_false(o->help || o->version || o->no_save || o->plain || o->no_motion || o->no_mouse ||
                 o->strict || o->seed_given || o->color_given);
    assert_null(o->format);
    assert_int_equal(o->operand_count, 0);
    assert_int_equal(o->bank_count, 0);
    assert_null(o->learner);
    assert_null(o->store);
    assert_null(o->config);
    assert_null(o->theme);
    assert_null(o->output);
    assert_null(o->card);
    assert_int_equal(o->rules.mode, MODE_PRACTICE);
    assert_int_equal(o->rules.length, 12);
}

static void every_option_arrives(void **state)
{
    (void)state;
    struct line read;
    const struct options *o = good(
        &read, "practice -b one.cfg --bank two -l Anna --store s.db --no-save -n 7 --principle a,b "
               "--principle c --setting food --level 2 --seed 42 --plain --color never "
               "--theme light --no-motion --no-mouse --config c.cfg --card a.svg");
    assert_int_equal(o->command, COMMAND_PRACTICE);
    assert_int_equal(o->bank_count, 2);
    assert_string_equal(o->banks[0], "one.cfg");
    assert_string_equal(o->banks[1], "two");
    assert_string_equal(o->learner, "Anna");
    assert_string_equal(o->store, "s.db");
    assert_string_equal(o->config, "c.cfg");
    assert_string_equal(o->theme, "light");
    assert_string_equal(o->card, "a.svg");
    assert_true(o->no_save && o->plain && o->no_motion && o->no_mouse);
    assert_int_equal(o->rules.length, 7);
    assert_int_equal(o->rules.level, 2);
    assert_string_equal(o->rules.principles, "a,b,c");
    assert_string_equal(o->rules.settings, "food");
    assert_true(o->seed_given && o->color_given);
    assert_int_equal(o->seed, 42);
    assert_int_equal(o->color, COLOR_NEVER);
}

/* The first six come by themselves, the tests of a session by "session join". */
static void each_mode_has_its_command(void **state)
{
    (void)state;
    static const bool none[MODE_COUNT] = {
        [MODE_FIRST] = true, [MODE_BEFORE] = true, [MODE_AFTER] = true};
    struct line read;
    for (int i = 0; i < MODE_COUNT; i++) {
        enum mode mode = (enum mode)i;
        if (none[mode])
            continue;
        const struct options *o = good(&read, mode_info(mode)->id);
        assert_string_equal(command_info(o->command)->words, mode_info(mode)->id);
        assert_int_equal(o->rules.mode, mode);
        assert_int_equal(o->rules.length, rules_default(mode).length);
        assert_int_equal(o->rules.day + o->rules.minutes + o->rules.pass, 0);
        assert_false(o->rules.adaptive || o->retake || o->no_clock);
    }
}

static void an_exam_is_set_up_by_its_options(void **state)
{
    (void)state;
    struct line read;
    const struct options *o =
        good(&read,
             "exam -n 30 --pass 30 --minutes 600 --retake now --no-clock --level 3 --setting food");
    assert_int_equal(o->rules.length, 30);
    assert_int_equal(o->rules.pass, 30);
    assert_int_equal(o->rules.minutes, 600);
    assert_int_equal(o->rules.level, 3);
    assert_true(o->retake && o->no_clock);
    assert_false(o->rules.adaptive);
    o = good(&read, "exam --adaptive --minutes 20");
    assert_true(o->rules.adaptive);
    assert_int_equal(o->rules.length, 40);
    assert_int_equal(o->rules.pass, 0);
    assert_true(good(&read, "sprint --no-clock")->no_clock);
    assert_int_equal(good(&read, "exam --pass 20")->rules.pass, 20);
}

static void a_puzzle_has_its_day(void **state)
{
    (void)state;
    struct line read;
    assert_int_equal(good(&read, "today 1970-01-02")->rules.day, 1);
    assert_int_equal(good(&read, "today 2026-11-23")->rules.day, 20780);
    assert_int_equal(good(&read, "today 2024-02-29")->rules.day, 19782);
    assert_int_equal(good(&read, "today 9999-12-31")->rules.day, 2932896);
    assert_int_equal(good(&read, "practice -n 3")->rules.day, 0);
}

static void commands_have_their_own_options(void **state)
{
    (void)state;
    struct line read;
    const struct options *o = good(&read, "export --format csv -o out.csv --learner Anna");
    assert_int_equal(o->command, COMMAND_EXPORT);
    assert_string_equal(o->format, "csv");
    assert_string_equal(o->output, "out.csv");
    assert_string_equal(good(&read, "export --format json")->format, "json");
    o = good(&read, "bank check --strict one.cfg two");
    assert_int_equal(o->command, COMMAND_BANK_CHECK);
    assert_true(o->strict);
    assert_int_equal(o->operand_count, 2);
    assert_string_equal(o->operands[0], "one.cfg");
    assert_string_equal(o->operands[1], "two");
}

static void options_may_stand_anywhere_and_be_run_together(void **state)
{
    (void)state;
    struct line read;
    assert_int_equal(good(&read, "-n 5 practice")->rules.length, 5);
    assert_int_equal(good(&read, "practice -n5")->rules.length, 5);
    assert_int_equal(good(&read, "practice --number=5")->rules.length, 5);
    assert_int_equal(good(&read, "--plain practice -n 5")->rules.length, 5);
    const struct options *o = good(&read, "bank --strict check one.cfg");
    assert_int_equal(o->command, COMMAND_BANK_CHECK);
}

static void what_follows_two_dashes_is_no_option(void **state)
{
    (void)state;
    struct line read;
    const struct options *o = good(&read, "bank check -- --strict -b");
    assert_false(o->strict);
    assert_int_equal(o->operand_count, 2);
    assert_string_equal(o->operands[0], "--strict");
    assert_wrong("-- --plain", "--plain");
}

static void help_and_version_need_nothing_else(void **state)
{
    (void)state;
    struct line read;
    assert_true(good(&read, "-h")->help);
    assert_true(good(&read, "--version")->version);
    assert_true(good(&read, "export --help")->help);
    assert_int_equal(good(&read, "bank check -h")->command, COMMAND_BANK_CHECK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_words_are_the_menu),
        cmocka_unit_test(every_option_arrives),
        cmocka_unit_test(each_mode_has_its_command),
        cmocka_unit_test(an_exam_is_set_up_by_its_options),
        cmocka_unit_test(a_puzzle_has_its_day),
        cmocka_unit_test(commands_have_their_own_options),
        cmocka_unit_test(options_may_stand_anywhere_and_be_run_together),
        cmocka_unit_test(what_follows_two_dashes_is_no_option),
        cmocka_unit_test(help_and_version_need_nothing_else),
    };
    unsetenv("POSIXLY_CORRECT"); /* it would end the options at the first operand */
    return cmocka_run_group_tests(tests, NULL, NULL);
}
