/* Student's t distribution, through the incomplete beta function. */
#include "core/student.h"

#include <math.h>

enum { FRACTION_STEPS = 300, HALVINGS = 200 };

static const double tiny = 1e-300, near = 1e-15;

static double not_0(double x)
{
    return fabs(x) < tiny ? tiny : x;
}

/* The continued fraction of the incomplete beta function (DLMF 8.17.22), from the front
 * (I. J. Thompson & A. R. Barnett 1986, J. Comput. Phys. 64:490-509). */
static double beta_fraction(double x, double a, double b)
{
    double c = 1, d = 1 / not_0(1 - (a + b) * x / (a + 1)), value = d;
    for (int m = 1; m <= FRACTION_STEPS; m++) {
        double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
        double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
        d = 1 / not_0(1 + even * d);
        c = not_0(1 + even / c);
        value *= c * d;
        d = 1 / not_0(1 + odd * d);
        c = not_0(1 + odd / c);
        value *= c * d;
        if (fabs(c * d - 1) < near)
            break;
    }
    return value;
}

/* The regularized incomplete beta function I_x(a, b), 0 <= x <= 1 (DLMF 8.17.1). */
static double beta_share(double x, double a, double b)
{
    if (x <= 0 || x >= 1)
        return x <= 0 ? 0 : 1;
    double front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log(1 - x));
    if (x < (a + 1) / (a + b + 2))
        return front * beta_fraction(x, a, b) / a;
    return 1 - front * beta_fraction(1 - x, b, a) / b;
}

double student_cdf(double t, int freedom)
{
    double tail = 0.5 * beta_share(freedom / (freedom + t * t), freedom / 2.0, 0.5);
    return t < 0 ? tail : 1 - tail;
}

double student_quantile(double p, int freedom)
{
    if (p <= 0)
        return -INFINITY;
    if (p >= 1)
        return INFINITY;
    if (p < 0.5)
        return -student_quantile(1 - p, freedom);
    double low = 0, high = 1;
    while (student_cdf(high, freedom) < p && high < 1e300)
        high *= 2;
    for (int i = 0; i < HALVINGS && high - low > near * high; i++) {
        double middle = low + (high - low) / 2;
        if (student_cdf(middle, freedom) < p)
            low = middle;
        else
            high = middle;
    }
    return low + (high - low) / 2;
}
