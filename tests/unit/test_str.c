/* The growing string: what is added is what it holds, always with a NUL behind. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "core/str.h"

static void empty_reads_as_empty(void **state)
{
    (void)state;
    struct str s = {0};
    assert_string_equal(str_text(&s), "");
    str_clear(&s);
    str_add(&s, "");
    assert_non_null(s.data);
    assert_string_equal(s.data, "");
    str_free(&s);
    assert_null(s.data);
    assert_int_equal(s.len, 0);
}

static void adds_in_order(void **state)
{
    (void)state;
    struct str s = {0};
    str_add(&s, "one");
    str_addc(&s, ' ');
    str_addn(&s, "two three", 3);
    str_addf(&s, " %d%s", 3, "!");
    assert_string_equal(str_text(&s), "one two 3!");
    assert_int_equal(s.len, strlen("one two 3!"));
    str_clear(&s);
    assert_string_equal(str_text(&s), "");
    str_addn(&s, "a\0b", 3);
    assert_int_equal(s.len, 3);
    assert_memory_equal(s.data, "a\0b", 4);
    str_free(&s);
}

static void grows_byte_by_byte_and_at_once(void **state)
{
    (void)state;
    struct str s = {0};
    for (size_t i = 0; i < 5000; i++) {
        str_addc(&s, (char)('a' + i % 26));
        assert_int_equal(s.len, i + 1);
        assert_int_equal(s.data[s.len], '\0');
    }
    str_addf(&s, "%10000s", "x");
    assert_int_equal(s.len, 15000);
    for (size_t i = 0; i < 5000; i++)
        assert_int_equal(s.data[i], 'a' + (char)(i % 26));
    assert_int_equal(s.data[14999], 'x');
    str_free(&s);
}

/* Around every room there can be: what fits is kept, what does not is written anew. */
static void formats_of_every_length(void **state)
{
    (void)state;
    for (int before = 0; before < 130; before += 13) {
        for (int len = 0; len < 300; len++) {
            struct str s = {0};
            str_addf(&s, "%*s", before, "");
            str_addf(&s, "%*s", len, "");
            assert_int_equal(s.len, before + len);
            assert_int_equal(strspn(s.data, " "), before + len);
            assert_int_equal(s.data[s.len], '\0');
            str_free(&s);
        }
    }
}

static void digits_are_the_last_ones(void **state)
{
    (void)state;
    struct str s = {0};
    str_add_digits(&s, 7, 3);
    str_add_digits(&s, 2026, 2);
    str_add_digits(&s, INT64_MAX, 19);
    str_add_digits(&s, 5, 0);
    assert_string_equal(str_text(&s), "007269223372036854775807");
    str_free(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(empty_reads_as_empty),           cmocka_unit_test(adds_in_order),
        cmocka_unit_test(grows_byte_by_byte_and_at_once), cmocka_unit_test(formats_of_every_length),
        cmocka_unit_test(digits_are_the_last_ones),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
