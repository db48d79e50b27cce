/* FNV-1a against its published values. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/hash.h"

static void matches_published_values(void **state)
{
    (void)state;
    assert_true(hash_bytes(HASH_START, "", 0) == UINT64_C(0xcbf29ce484222325));
    assert_true(hash_bytes(HASH_START, "a", 1) == UINT64_C(0xaf63dc4c8601ec8c));
    assert_true(hash_bytes(HASH_START, "foobar", 6) == UINT64_C(0x85944171f73967e8));
    assert_true(hash_bytes(HASH_START, "\xff", 1) == UINT64_C(0xaf64724c8602eb6e));
}

static void goes_on_where_it_stopped(void **state)
{
    (void)state;
    uint64_t first = hash_bytes(HASH_START, "foo", 3);
    assert_true(hash_bytes(first, "bar", 3) == hash_bytes(HASH_START, "foobar", 6));
}

static void text_ends_count(void **state)
{
    (void)state;
    assert_true(hash_text(HASH_START, "a") == hash_bytes(HASH_START, "a", 2));
    uint64_t ab_c = hash_text(hash_text(HASH_START, "ab"), "c");
    uint64_t a_bc = hash_text(hash_text(HASH_START, "a"), "bc");
    assert_true(ab_c != a_bc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(matches_published_values),
        cmocka_unit_test(goes_on_where_it_stopped),
        cmocka_unit_test(text_ends_count),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
