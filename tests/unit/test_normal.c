/* The standard normal distribution against values of 18 digits, and there and back. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>

#include "core/base.h"
#include "core/normal.h"

/* The values were computed with 30 digits by mpmath. */
static void assert_close(double value, double expected, double relative)
{
    if (fabs(value - expected) > relative * fabs(expected))
        fail_msg("%.17g is not %.17g", value, expected);
}

static void known_quantiles(void **state)
{
    (void)state;
    static const struct {
        double p, z;
    } known[] = {
        {0.25, -0.674489750196081743},     {0.001, -3.09023230616781354},
        {0.1, -1.28155156554460047},       {0.975, 1.95996398454005424},
        {0.99, 2.3263478740408411},        {1e-10, -6.3613409024040562},
        {1e-20, -9.26234008979840757},     {1e-100, -21.2734535609653243},
        {1e-300, -37.0470962993611992},    {0.075, -1.43953147093845592},
        {0.0750001, -1.43953076450172969},
    };
    for (size_t i = 0; i < ARRAY_LEN(known); i++)
        assert_close(normal_quantile(known[i].p), known[i].z, 4e-15);
    assert_true(normal_quantile(0.5) == 0);
    assert_true(isinf(normal_quantile(0)) && normal_quantile(0) < 0);
    assert_true(isinf(normal_quantile(1)) && normal_quantile(1) > 0);
}

static void known_probabilities_and_densities(void **state)
{
    (void)state;
    static const struct {
        double x, p, density;
    } known[] = {
        {0, 0.5, 0.398942280401432678},
        {1, 0.841344746068542949, 0.24197072451914335},
        {-1, 0.158655253931457051, 0.24197072451914335},
        {2.5, 0.993790334674223865, 0.0175283004935685374},
        {-10, 7.61985302416052607e-24, 7.69459862670641935e-23},
        {-37, 5.72557122252457682e-300, 2.12000655152460563e-298},
    };
    for (size_t i = 0; i < ARRAY_LEN(known); i++) {
        /* an error in the last digit of x counts x^2 times in the tail */
        double relative = 1e-15 * (1 + known[i].x * known[i].x);
        assert_close(normal_cdf(known[i].x), known[i].p, relative);
        assert_close(normal_density(known[i].x), known[i].density, relative);
    }
}

static void there_and_back(void **state)
{
    (void)state;
    for (int i = 1; i <= 3700; i++) {
        double x = -i / 100.0;
        assert_close(normal_quantile(normal_cdf(x)), x, 1e-14);
    }
    for (int i = 1; i < 1000; i++) {
        double p = i / 1000.0;
        assert_close(normal_cdf(normal_quantile(p)), p, 1e-14);
        assert_close(normal_quantile(1 - p), -normal_quantile(p), 1e-12);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_quantiles),
        cmocka_unit_test(known_probabilities_and_densities),
        cmocka_unit_test(there_and_back),
    };
    return cmocka_run_group_tests_name("the normal distribution", tests, NULL, NULL);
}
