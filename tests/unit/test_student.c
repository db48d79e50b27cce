/* Student's t distribution, against values of 15 digits by mpmath. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "close.h"
#include "core/base.h"
#include "core/student.h"

static void quantiles(void **state)
{
    (void)state;
    static const struct {
        int freedom;
        double t;
    } known[] = {{1, 12.7062047361747}, {2, 4.30265272974946}, {4, 2.77644510519779},
                 {9, 2.26215716279821}, {29, 2.0452296421327}, {499, 1.96472939098769}};
    for (size_t i = 0; i < ARRAY_LEN(known); i++) {
        assert_close(student_quantile(.975, known[i].freedom), known[i].t, 1e-9);
        assert_close(student_quantile(.025, known[i].freedom), -known[i].t, 1e-9);
    }
    assert_close(student_quantile(.5, 7), 0, 1e-9);
    assert_true(isinf(student_quantile(1, 3)) && isinf(student_quantile(0, 3)));
}

static void probabilities(void **state)
{
    (void)state;
    assert_close(student_cdf(1.5, 7), 0.911350756505015, 1e-12);
    assert_close(student_cdf(-1.5, 7), 1 - 0.911350756505015, 1e-12);
    assert_close(student_cdf(.2, 3), 0.572864835376861, 1e-12);
    assert_close(student_cdf(0, 12), .5, 1e-12);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(quantiles),
        cmocka_unit_test(probabilities),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
