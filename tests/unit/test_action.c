/* The action table: unique names, no key bound twice in a context, every action reachable. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "core/action.h"

static size_t first_key_length(enum action action)
{
    return strcspn(action_info(action)->keys, " ");
}

/* What the table binds to each key, over all names of keys in it. */
static void no_key_means_two_things_in_one_context(void **state)
{
    (void)state;
    for (unsigned context = 1; context < CONTEXT_ALL; context <<= 1)
        for (enum action one = 1; one < ACTION_CHOOSE; one++)
            for (enum action other = one + 1; other < ACTION_CHOOSE; other++) {
                if (!(action_words(one) & action_words(other) & context))
                    continue;
                const char *key = action_info(one)->keys;
                for (size_t len; *key != '\0'; key += len + (key[len] == ' ')) {
                    len = strcspn(key, " ");
                    const char *against = action_info(other)->keys;
                    for (size_t n; *against != '\0'; against += n + (against[n] == ' ')) {
                        n = strcspn(against, " ");
                        if (key_from_name(key, len) == key_from_name(against, n))
                            fail_msg("%.*s is both %s and %s in context %u", (int)len, key,
                                     action_info(one)->name, action_info(other)->name, context);
                    }
                }
            }
}

static void every_key_has_a_name_that_is_known(void **state)
{
    (void)state;
    for (enum action action = 1; action < ACTION_CHOOSE; action++) {
        const char *key = action_info(action)->keys;
        assert_true(*key != '\0');
        for (size_t len; *key != '\0'; key += len + (key[len] == ' ')) {
            len = strcspn(key, " ");
            assert_true(key_from_name(key, len) != 0);
        }
    }
}

/* While typing, characters are text: there the first key that is none must do it. */
static void every_action_is_reached_by_its_first_key(void **state)
{
    (void)state;
    for (enum action action = 1; action < ACTION_CHOOSE; action++) {
        const struct action_info *info = action_info(action);
        uint32_t key = key_from_name(info->keys, first_key_length(action));
        assert_true(info->contexts != 0);
        for (unsigned context = 1; context < CONTEXT_ALL; context <<= 1)
            if ((info->contexts & context) && context != CONTEXT_TYPING)
                assert_int_equal(action_from_key(key, context), action);
    }
    assert_int_equal(action_from_key(KEY_RETURN, CONTEXT_TYPING), ACTION_NEXT);
    assert_int_equal(action_from_key(KEY_ESCAPE, CONTEXT_TYPING), ACTION_QUIT);
    assert_int_equal(action_from_key(KEY_CTRL_L, CONTEXT_TYPING), ACTION_REDRAW);
    for (uint32_t key = ' '; key < 0x250; key++)
        assert_int_equal(action_from_key(key, CONTEXT_TYPING), ACTION_NONE);
}

static void keys_mean_what_their_context_says(void **state)
{
    (void)state;
    assert_int_equal(action_from_key('s', CONTEXT_CARD), ACTION_SALES);
    assert_int_equal(action_from_key('S', CONTEXT_CARD), ACTION_SALES);
    assert_int_equal(action_from_key(KEY_RIGHT_ARROW, CONTEXT_CARD), ACTION_MARKETING);
    assert_int_equal(action_from_key(KEY_RIGHT_ARROW, CONTEXT_RESULT), ACTION_NONE);
    assert_int_equal(action_from_key('s', CONTEXT_VERDICT), ACTION_NONE);
    assert_int_equal(action_from_key('r', CONTEXT_FAILED), ACTION_RETRY);
    assert_int_equal(action_from_key('r', CONTEXT_CARD), ACTION_REPEAT);
    assert_int_equal(action_from_key(0, CONTEXT_CARD), ACTION_NONE);
    assert_int_equal(action_from_key(0x65e5, CONTEXT_CARD), ACTION_NONE);
    assert_int_equal(action_from_key('s', 0), ACTION_NONE);
}

static void names_are_unique_and_found(void **state)
{
    (void)state;
    for (enum action action = 1; action < ACTION_CHOOSE; action++) {
        const struct action_info *info = action_info(action);
        assert_int_equal(action_from_name(info->name), action);
        assert_int_equal(strspn(info->name, "abcdefghijklmnopqrstuvwxyz-"), strlen(info->name));
        assert_true(strlen(info->help) > 0);
    }
    assert_int_equal(action_from_name(""), ACTION_NONE);
    assert_int_equal(action_from_name("Sales"), ACTION_NONE);
    assert_int_equal(action_from_name("sale"), ACTION_NONE);
}

static uint32_t key(const char *name)
{
    return key_from_name(name, strlen(name));
}

static void names_of_keys(void **state)
{
    (void)state;
    assert_int_equal(key("Left"), KEY_LEFT_ARROW);
    assert_int_equal(key("PageDown"), KEY_PAGE_ON);
    assert_int_equal(key("Enter"), '\r');
    assert_int_equal(key("Space"), ' ');
    assert_int_equal(key("Esc"), 0x1b);
    assert_int_equal(key("Ctrl-L"), 0x0c);
    assert_int_equal(key("F1"), KEY_HELP_F1);
    assert_int_equal(key("Backspace"), KEY_RUBOUT);
    assert_int_equal(key("s"), 's');
    assert_int_equal(key("é"), 0xe9);
    assert_int_equal(key(""), 0);
    assert_int_equal(key(" "), 0);
    assert_int_equal(key("\x1b"), 0);
    assert_int_equal(key("\x7f"), 0);
    assert_int_equal(key("\xc2\x9b"), 0);
    assert_int_equal(key("\xff"), 0);
    assert_int_equal(key("left"), 0);
    assert_int_equal(key("Lef"), 0);
    assert_int_equal(key("ss"), 0);
    assert_int_equal(key_from_name("Left k", 4), KEY_LEFT_ARROW);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_key_means_two_things_in_one_context),
        cmocka_unit_test(every_key_has_a_name_that_is_known),
        cmocka_unit_test(every_action_is_reached_by_its_first_key),
        cmocka_unit_test(keys_mean_what_their_context_says),
        cmocka_unit_test(names_are_unique_and_found),
        cmocka_unit_test(names_of_keys),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
