/* Chance: the reference numbers of SplitMix64, even and unbiased ranges, fair shuffles. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/base.h"
#include "seed.h"

static void matches_the_reference(void **state)
{
    (void)state;
    static const uint64_t expected[] = {
        UINT64_C(6457827717110365317),  UINT64_C(3203168211198807973),
        UINT64_C(9817491932198370423),  UINT64_C(4593380528125082431),
        UINT64_C(16408922859458223821),
    };
    struct rng rng = rng_seeded(1234567);
    for (size_t i = 0; i < ARRAY_LEN(expected); i++)
        assert_true(rng_next(&rng) == expected[i]);
}

/* Fails by chance in less than one of a million runs: six standard deviations. */
static void below_is_in_range_and_even(void **state)
{
    (void)state;
    struct rng rng = rng_for_test();
    for (uint32_t bound = 1; bound <= 12; bound++) {
        const int per_value = 10000;
        int counts[12] = {0};
        for (int i = 0; i < per_value * (int)bound; i++) {
            uint32_t value = rng_below(&rng, bound);
            assert_true(value < bound);
            counts[value]++;
        }
        for (uint32_t value = 0; value < bound; value++)
            assert_in_range(counts[value], per_value - 600, per_value + 600);
    }
}

/* With a bound of 3/4 of 2^32, a plain modulo would give the lowest third twice as often, a plain
 * multiply-shift every multiple of three. */
static void below_is_unbiased_for_large_bounds(void **state)
{
    (void)state;
    struct rng rng = rng_for_test();
    const uint32_t third = UINT32_C(1) << 30, bound = 3 * third;
    int thirds[3] = {0}, remainders[3] = {0};
    for (int i = 0; i < 30000; i++) {
        uint32_t value = rng_below(&rng, bound);
        assert_true(value < bound);
        thirds[value / third]++;
        remainders[value % 3]++;
    }
    for (int i = 0; i < 3; i++) {
        assert_in_range(thirds[i], 9500, 10500);
        assert_in_range(remainders[i], 9500, 10500);
    }
    assert_true(rng_below(&rng, UINT32_MAX) < UINT32_MAX);
}

static void shuffle_reaches_every_order_alike(void **state)
{
    (void)state;
    struct rng rng = rng_for_test();
    int counts[64] = {0};
    for (int i = 0; i < 60000; i++) {
        int items[] = {0, 1, 2};
        rng_shuffle(&rng, items, 3);
        assert_int_equal(1 << items[0] | 1 << items[1] | 1 << items[2], 7);
        counts[items[0] * 16 + items[1] * 4 + items[2]]++;
    }
    int orders = 0;
    for (int i = 0; i < 64; i++) {
        orders += counts[i] > 0;
        if (counts[i] > 0)
            assert_in_range(counts[i], 9300, 10700);
    }
    assert_int_equal(orders, 6);
    rng_shuffle(&rng, NULL, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(matches_the_reference),
        cmocka_unit_test(below_is_in_range_and_even),
        cmocka_unit_test(below_is_unbiased_for_large_bounds),
        cmocka_unit_test(shuffle_reaches_every_order_alike),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
