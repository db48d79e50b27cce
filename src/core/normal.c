/* The standard normal distribution. */
#include "core/normal.h"

#include <math.h>

static const double sqrt_half = 0.70710678118654752440;
static const double density_at_0 = 0.39894228040143267794; /* 1 / sqrt(2 pi) */

double normal_density(double x)
{
    return density_at_0 * exp(-0.5 * x * x);
}

double normal_cdf(double x)
{
    return 0.5 * erfc(-x * sqrt_half);
}

enum { DEGREE = 7 };

/* A quotient of two polynomials, coefficients of the powers 0 … 7. */
struct quotient {
    double over[DEGREE + 1], under[DEGREE + 1];
};

static double polynomial(const double *coefficients, double x)
{
    double sum = 0;
    for (int i = DEGREE; i >= 0; i--)
        sum = sum * x + coefficients[i];
    return sum;
}

static double quotient(const struct quotient *q, double x)
{
    return polynomial(q->over, x) / polynomial(q->under, x);
}

/* PPND16 of Algorithm AS 241 (M. J. Wichura 1988, Applied Statistics 37:477-484), which is good to
 * about 1 part in 10^16. */
static const struct quotient central = {
    {3.3871328727963666080e+0, 1.3314166789178437745e+2, 1.9715909503065514427e+3,
     1.3731693765509461125e+4, 4.5921953931549871457e+4, 6.7265770927008700853e+4,
     3.3430575583588128105e+4, 2.5090809287301226727e+3},
    {1, 4.2313330701600911252e+1, 6.8718700749205790830e+2, 5.3941960214247511077e+3,
     2.1213794301586595867e+4, 3.9307895800092710610e+4, 2.8729085735721942674e+4,
     5.2264952788528545610e+3},
};
static const struct quotient outer = {
    {1.42343711074968357734e+0, 4.63033784615654529590e+0, 5.76949722146069140550e+0,
     3.64784832476320460504e+0, 1.27045825245236838258e+0, 2.41780725177450611770e-1,
     2.27238449892691845833e-2, 7.74545014278341407640e-4},
    {1, 2.05319162663775882187e+0, 1.67638483018380384940e+0, 6.89767334985100004550e-1,
     1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4,
     1.05075007164441684324e-9},
};
static const struct quotient far_out = {
    {6.65790464350110377720e+0, 5.46378491116411436990e+0, 1.78482653991729133580e+0,
     2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
     2.71155556874348757815e-5, 2.01033439929228813265e-7},
    {1, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
     7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7,
     2.04426310338993978564e-15},
};

double normal_quantile(double p)
{
    if (p <= 0)
        return -INFINITY;
    if (p >= 1)
        return INFINITY;
    double q = p - 0.5;
    if (fabs(q) <= 0.425)
        return q * quotient(&central, 0.180625 - q * q);
    double r = sqrt(-log(q < 0 ? p : 1 - p));
    double z = r <= 5 ? quotient(&outer, r - 1.6) : quotient(&far_out, r - 5);
    return q < 0 ? -z : z;
}
