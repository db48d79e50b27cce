/* Identifiers: UUID version 7 in shape, order and bits. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "core/uuid.h"

static void holds_the_time_version_and_variant(void **state)
{
    (void)state;
    struct rng rng = rng_seeded(1);
    char id[UUID_SIZE];
    uuid7(id, INT64_C(1645557742000), &rng); /* the example of RFC 9562, A.6 */
    assert_memory_equal(id, "017f22e2-79b0-7", 15);
    for (int i = 0; i < 200; i++) {
        uuid7(id, INT64_C(1645557742000) + i, &rng);
        assert_true(uuid_valid(id));
        assert_int_equal(id[14], '7');
        assert_non_null(strchr("89ab", id[19]));
    }
}

static void sorts_by_time(void **state)
{
    (void)state;
    struct rng rng = rng_seeded(2);
    char before[UUID_SIZE], after[UUID_SIZE];
    uuid7(before, -5, &rng);
    assert_memory_equal(before, "00000000-0000-7", 15);
    for (int64_t ms = 1; ms < INT64_C(1) << 47; ms = ms * 3 + 1) {
        uuid7(after, ms, &rng);
        assert_true(strcmp(before, after) < 0);
        memcpy(before, after, sizeof before);
    }
}

static void differs_within_a_millisecond(void **state)
{
    (void)state;
    struct rng rng = rng_seeded(3);
    static char ids[500][UUID_SIZE];
    for (int i = 0; i < 500; i++) {
        uuid7(ids[i], 7, &rng);
        for (int j = 0; j < i; j++)
            assert_string_not_equal(ids[i], ids[j]);
    }
}

static void recognizes_the_shape(void **state)
{
    (void)state;
    static const char good[] = "017f22e2-79b0-7cc3-98c4-dc0c0c07398f";
    assert_true(uuid_valid(good));
    assert_false(uuid_valid(""));
    assert_false(uuid_valid("017f22e2-79b0-7cc3-98c4-dc0c0c07398f0"));
    assert_false(uuid_valid("017F22E2-79B0-7CC3-98C4-DC0C0C07398F"));
    for (size_t i = 0; i < sizeof good - 1; i++) {
        char bad[sizeof good];
        memcpy(bad, good, sizeof good);
        bad[i] = good[i] == '-' ? '0' : '-';
        assert_false(uuid_valid(bad));
        bad[i] = '\0';
        assert_false(uuid_valid(bad));
        bad[i] = 'g';
        assert_false(uuid_valid(bad));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(holds_the_time_version_and_variant),
        cmocka_unit_test(sorts_by_time),
        cmocka_unit_test(differs_within_a_millisecond),
        cmocka_unit_test(recognizes_the_shape),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
