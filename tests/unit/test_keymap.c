/* The keymap: the table's keys, binding, what is refused, what a key means, and how it is shown. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "core/keymap.h"
#include "seed.h"

static struct keymap bound(enum action action, const char *keys)
{
    struct keymap map = keymap_default();
    struct err e = {0};
    if (!keymap_bind(&map, action, keys, &e))
        fail_msg("%s: %s", keys, e.text);
    return map;
}

/* Every action keeps all its keys: none is unknown, and none is cut off. */
static void the_default_is_the_table(void **state)
{
    (void)state;
    const struct keymap map = keymap_default();
    for (enum action action = 1; action < ACTION_CHOOSE; action++) {
        struct str names = {0}, expected = {0};
        struct err e = {0};
        for (const char *at = action_info(action)->keys; *at; at++)
            str_add(&expected, *at == ' ' ? ", " : (char[]){*at, '\0'});
        keymap_names(&map, action, &names);
        assert_string_equal(str_text(&names), str_text(&expected));
        assert_true(keymap_check(&map, action, &e));
        str_free(&names);
        str_free(&expected);
    }
}

static void the_default_means_what_the_table_means(void **state)
{
    (void)state;
    const struct keymap map = keymap_default();
    for (unsigned context = 1; context <= CONTEXT_ALL; context <<= 1)
        for (uint32_t key = 0; key <= KEY_RUBOUT; key = key == 0x2ff ? KEY_LEFT_ARROW : key + 1)
            if (!(context & CONTEXT_NUMBERED) || key < '1' || key > '9')
                if (action_from_key(key, context) != ACTION_REPEAT)
                    assert_int_equal(keymap_action(&map, key, context),
                                     action_from_key(key, context));
}

/* What is done among lines alone takes no key where frames are. */
static void what_lines_alone_do_leaves_its_key_free(void **state)
{
    (void)state;
    static const enum action elsewhere[] = {ACTION_AGAIN, ACTION_PRACTISE, ACTION_FIGURES,
                                            ACTION_PLAIN};
    for (size_t i = 0; i < ARRAY_LEN(elsewhere); i++) {
        struct err e = {0};
        struct keymap map = bound(elsewhere[i], "r");
        if (!keymap_check(&map, elsewhere[i], &e))
            fail_msg("%s", e.text);
    }
}

/* Digits are counted hands there, whatever is bound to them; letters stay keys, and nobody is
 * locked in. */
static void hands_are_typed_beside_keys(void **state)
{
    (void)state;
    struct keymap map = bound(ACTION_TAKE_BACK, "5 u");
    map.keys[ACTION_NEXT][0] = ' ';
    for (uint32_t key = 1; key <= KEY_RUBOUT; key = key == 0x7f ? KEY_LEFT_ARROW : key + 1) {
        bool typed = (key >= '0' && key <= '9') || key == ' ' || key == ',' || key == '/' ||
                     key == KEY_RUBOUT;
        assert_int_equal(keymap_types(key, CONTEXT_HANDS), typed);
        assert_false(keymap_types(key, CONTEXT_SHOW));
        if (typed)
            assert_int_equal(keymap_action(&map, key, CONTEXT_HANDS), ACTION_NONE);
    }
    assert_int_equal(keymap_action(&map, 'u', CONTEXT_HANDS), ACTION_TAKE_BACK);
    assert_int_equal(keymap_action(&map, '5', CONTEXT_SHOW), ACTION_TAKE_BACK);
    assert_int_equal(keymap_action(&map, KEY_RETURN, CONTEXT_HANDS), ACTION_NEXT);
    assert_int_equal(keymap_action(&map, KEY_RETURN, CONTEXT_SHOW), ACTION_NONE);
}

static void binding_replaces_all_keys_of_the_action(void **state)
{
    (void)state;
    struct keymap map = bound(ACTION_SALES, " d  PageUp d D ");
    assert_int_equal(keymap_action(&map, 'd', CONTEXT_CARD), ACTION_SALES);
    assert_int_equal(keymap_action(&map, 'D', CONTEXT_CARD), ACTION_SALES);
    assert_int_equal(keymap_action(&map, 's', CONTEXT_CARD), ACTION_NONE);
    assert_int_equal(keymap_action(&map, KEY_LEFT_ARROW, CONTEXT_CARD), ACTION_NONE);
    assert_int_equal(keymap_action(&map, 'm', CONTEXT_CARD), ACTION_MARKETING);
    assert_int_equal(keymap_action(&map, 'd', CONTEXT_MENU), ACTION_NONE);
    struct str names = {0};
    keymap_names(&map, ACTION_SALES, &names);
    assert_string_equal(str_text(&names), "d, PageUp"); /* each once */
    str_free(&names);
    map = bound(ACTION_MARKETING, "Ж");
    assert_int_equal(keymap_action(&map, 0x416, CONTEXT_CARD), ACTION_MARKETING);
    assert_int_equal(keymap_action(&map, 0x436, CONTEXT_CARD), ACTION_MARKETING);
}

static void what_is_no_key_is_refused_and_changes_nothing(void **state)
{
    static const struct {
        const char *keys, *piece;
    } cases[] = {{"", "at least one"},          {"   ", "at least one"},
                 {"left", "no key “left”"},     {"s Ctrl-C", "no key “Ctrl-C”"},
                 {"a b c d e", "four keys"},    {"sales", "no key “sales”"},
                 {"s\tLeft", "no key “s\\u{9}"}};
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct keymap map = keymap_default(), before = map;
        struct err e = {0};
        assert_false(keymap_bind(&map, ACTION_SALES, cases[i].keys, &e));
        assert_int_equal(e.status, STATUS_CONFIG);
        if (!strstr(e.text, cases[i].piece))
            fail_msg("“%s” is not in: %s", cases[i].piece, e.text);
        assert_memory_equal(&map, &before, sizeof map);
    }
}

static void assert_refused(const struct keymap *map, enum action action, const char *sentence)
{
    struct err e = {0};
    assert_false(keymap_check(map, action, &e));
    assert_string_equal(e.text, sentence);
    assert_int_equal(e.status, STATUS_CONFIG);
}

static void two_actions_cannot_share_a_key_in_one_place(void **state)
{
    (void)state;
    struct err e = {0};
    struct keymap map = bound(ACTION_SALES, "y U");
    assert_refused(&map, ACTION_SALES, "“sales” and “strike-out” would share the key u.");
    assert_refused(&map, ACTION_STRIKE, "“strike-out” and “sales” would share the key u.");
    assert_true(keymap_check(&map, ACTION_MARKETING, &e));
    map = bound(ACTION_HELP, "Right");
    assert_refused(&map, ACTION_HELP, "“help” and “marketing” would share the key →.");
    map = bound(ACTION_SALES, "a"); /* "again" is elsewhere */
    assert_true(keymap_check(&map, ACTION_SALES, &e));
    assert_true(keymap_bind(&map, ACTION_SALES, "m", &e)); /* swapped, each has its own */
    assert_true(keymap_bind(&map, ACTION_MARKETING, "s", &e));
    assert_true(keymap_check(&map, ACTION_SALES, &e));
    assert_true(keymap_check(&map, ACTION_MARKETING, &e));
}

static void digits_are_free_where_they_choose_nothing(void **state)
{
    (void)state;
    struct err e = {0};
    struct keymap map = bound(ACTION_SALES, "1");
    assert_true(keymap_check(&map, ACTION_SALES, &e));
    assert_int_equal(keymap_action(&map, '1', CONTEXT_CARD), ACTION_SALES);
    map = bound(ACTION_QUIT, "Esc 9");
    assert_refused(&map, ACTION_QUIT,
                   "“quit” cannot have the key 9: where there is a list, it chooses an item.");
    map = bound(ACTION_QUIT, "0");
    assert_true(keymap_check(&map, ACTION_QUIT, &e));
}

/* Whatever is bound, a line that is typed can be kept and cancelled, or the keymap is refused. */
static void nobody_is_locked_in(void **state)
{
    (void)state;
    struct err e = {0};
    struct keymap map = bound(ACTION_QUIT, "y");
    assert_true(keymap_check(&map, ACTION_QUIT, &e));
    assert_int_equal(keymap_action(&map, KEY_ESCAPE, CONTEXT_CARD), ACTION_NONE);
    assert_int_equal(keymap_action(&map, KEY_ESCAPE, CONTEXT_TYPING), ACTION_QUIT);
    assert_int_equal(keymap_action(&map, 'y', CONTEXT_TYPING), ACTION_NONE);
    map = bound(ACTION_NEXT, "Backspace n");
    assert_true(keymap_check(&map, ACTION_NEXT, &e));
    assert_int_equal(keymap_action(&map, KEY_RUBOUT, CONTEXT_VERDICT), ACTION_NEXT);
    assert_int_equal(keymap_action(&map, KEY_RUBOUT, CONTEXT_TYPING), ACTION_NONE);
    assert_int_equal(keymap_action(&map, KEY_RETURN, CONTEXT_TYPING), ACTION_NEXT);
    assert_true(keymap_bind(&map, ACTION_QUIT, "Enter", &e));
    assert_refused(&map, ACTION_NEXT, "“next” would have no key left where a line is typed.");
    assert_true(keymap_bind(&map, ACTION_NEXT, "Esc", &e));
    assert_true(keymap_check(&map, ACTION_NEXT, &e));
    assert_true(keymap_check(&map, ACTION_QUIT, &e));
    assert_int_equal(keymap_action(&map, KEY_RETURN, CONTEXT_TYPING), ACTION_QUIT);
}

/* In any keymap that passes, next and quit are heard everywhere, and no key means two things. */
static void what_passes_the_check_works(void **state)
{
    static const char *const names[] = {"Enter", "Esc", "Space", "Backspace", "Left", "F1",
                                        "y",     "o",   "3",     "Ctrl-L",    "q",    "0"};
    struct rng rng = rng_for_test();
    int passed = 0;
    (void)state;
    for (int round = 0; round < 20000; round++) {
        struct keymap map = keymap_default();
        struct err e = {0};
        bool good = true;
        for (int i = 0; i < 4; i++) {
            static const enum action changed[] = {ACTION_NEXT, ACTION_QUIT, ACTION_REDRAW,
                                                  ACTION_UNSURE};
            struct str keys = {0};
            for (size_t n = rng_below(&rng, 2) + 1; n > 0; n--)
                str_addf(&keys, "%s ", names[rng_below(&rng, ARRAY_LEN(names))]);
            assert_true(keymap_bind(&map, changed[i], str_text(&keys), &e));
            str_free(&keys);
        }
        for (enum action action = 1; action < ACTION_CHOOSE; action++)
            good = good && keymap_check(&map, action, &e);
        passed += good;
        for (unsigned context = 1; good && context <= CONTEXT_ALL; context <<= 1) {
            assert_true(*keymap_shown(&map, ACTION_NEXT, context).text);
            assert_true(*keymap_shown(&map, ACTION_QUIT, context).text);
        }
    }
    assert_true(passed > 100);
}

static void assert_shown(uint32_t key, const char *text)
{
    assert_string_equal(keymap_label(key).text, text);
}

static void keys_are_shown_by_symbol_or_name(void **state)
{
    (void)state;
    assert_shown('s', "s");
    assert_shown(' ', "space");
    assert_shown(KEY_RETURN, "Enter");
    assert_shown(KEY_LEFT_ARROW, "←");
    assert_shown(KEY_PAGE_BACK, "PageUp");
    assert_shown(0x6f22, "漢");
    struct keymap map = bound(ACTION_QUIT, "y Esc");
    assert_string_equal(keymap_shown(&map, ACTION_QUIT, CONTEXT_CARD).text, "y");
    assert_string_equal(keymap_shown(&map, ACTION_QUIT, CONTEXT_TYPING).text, "Esc");
    map = bound(ACTION_QUIT, "y");
    assert_string_equal(keymap_shown(&map, ACTION_QUIT, CONTEXT_TYPING).text, "Esc");
    assert_string_equal(keymap_shown(&map, ACTION_SALES, CONTEXT_MENU).text, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_default_is_the_table),
        cmocka_unit_test(the_default_means_what_the_table_means),
        cmocka_unit_test(what_lines_alone_do_leaves_its_key_free),
        cmocka_unit_test(hands_are_typed_beside_keys),
        cmocka_unit_test(binding_replaces_all_keys_of_the_action),
        cmocka_unit_test(what_is_no_key_is_refused_and_changes_nothing),
        cmocka_unit_test(two_actions_cannot_share_a_key_in_one_place),
        cmocka_unit_test(digits_are_free_where_they_choose_nothing),
        cmocka_unit_test(nobody_is_locked_in),
        cmocka_unit_test(what_passes_the_check_works),
        cmocka_unit_test(keys_are_shown_by_symbol_or_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
