/* How the adaptive exam decides over people whose share right is known: exact error rates and
 * lengths, by a recursion over all that can happen. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "close.h"
#include "core/exam.h"

enum { MOST = EXAM_ADAPTIVE_MOST, HALF = MOST / SIDE_COUNT, BLOCK = 4, BANK_PRINCIPLES = 16 };
static const double error_most = 0.07;

/* What comes out for one kind of person. */
struct operating {
    double pass, length;        /* probability; mean number of items */
    double by[EXAM_LEANED + 1]; /* the probability of each reason */
};

/* --- the truncated test alone ---------------------------------------------------------------- */
static struct operating truncated_test(double share)
{
    struct sequential test = sequential_test(.70, .90, .05, .05);
    struct operating out = {.pass = 0};
    double now[MOST + 2] = {1}, next[MOST + 2]; /* by right answers */
    for (int n = 1; n <= MOST; n++) {
        memset(next, 0, sizeof next);
        for (int right = 0; right < n; right++) {
            next[right + 1] += now[right] * share;
            next[right] += now[right] * (1 - share);
        }
        for (int right = 0; right <= n; right++) {
            double sum = sequential_sum(&test, right, n - right);
            bool pass = sum >= test.pass_at || (n == MOST && sum >= 0);
            if (!pass && sum > test.fail_at && n < MOST)
                continue;
            out.pass += pass ? next[right] : 0;
            out.length += n * next[right];
            next[right] = 0;
        }
        memcpy(now, next, sizeof now);
    }
    return out;
}

static void the_truncated_test_is_walds(void **state)
{
    (void)state;
    static const struct {
        double share, pass, length;
    } rows[] = {
        {.50, .000, 8.0},  {.70, .069, 18.7},  {.80, .444, 26.9},
        {.90, .949, 22.7}, {.98, 1.000, 13.6},
    };
    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        struct operating is = truncated_test(rows[i].share);
        assert_close(is.pass, rows[i].pass, .0005);
        assert_close(is.length, rows[i].length, .05);
    }
}

/* --- the whole rule -------------------------------------------------------------------------- */
/* Everything that led to as many sales items, and right answers of each side, is one state; what
 * the exam makes of it is asked of an exam that went one of these ways. */
struct way {
    double probability;
    struct exam exam;
};
typedef struct way ways[HALF + 1][HALF + 1][HALF + 1]; /* [sales items][right][right] */

/* A person by the shares right of each side. */
typedef double shares[SIDE_COUNT];

static void go_on(ways *next, const struct way *from, enum side keyed, bool right, double factor,
                  struct operating *out)
{
    double probability = from->probability * factor;
    if (probability <= 0)
        return;
    struct exam exam = from->exam;
    exam_add(&exam, keyed, right ? keyed : side_other(keyed), exam.answers % exam.rules.principles);
    struct exam_decision decision = exam_decision(&exam);
    if (decision.outcome != EXAM_GOING_ON) {
        out->pass += decision.outcome == EXAM_PASSED ? probability : 0;
        out->length += exam.answers * probability;
        out->by[decision.reason] += probability;
        return;
    }
    int(*table)[SIDE_COUNT] = exam.given.table;
    int sales = table[SIDE_SALES][SIDE_SALES] + table[SIDE_SALES][SIDE_MARKETING];
    struct way *to =
        &(*next)[sales][table[SIDE_SALES][SIDE_SALES]][table[SIDE_MARKETING][SIDE_MARKETING]];
    to->exam = exam;
    to->probability += probability;
}

/* The next item: two of each side in a block of four, in an order of chance. */
static void ask(ways *next, const struct way *from, const shares person, struct operating *out)
{
    int in_block = from->exam.answers % BLOCK;
    const int *row = from->exam.given.table[SIDE_SALES];
    int sales_left = (from->exam.answers / BLOCK + 1) * (BLOCK / SIDE_COUNT) -
                     (row[SIDE_SALES] + row[SIDE_MARKETING]);
    double sales = (double)sales_left / (BLOCK - in_block);
    const double side[SIDE_COUNT] = {sales, 1 - sales};
    for (int keyed = 0; keyed < SIDE_COUNT; keyed++) {
        go_on(next, from, (enum side)keyed, true, side[keyed] * person[keyed], out);
        go_on(next, from, (enum side)keyed, false, side[keyed] * (1 - person[keyed]), out);
    }
}

static struct operating whole_rule(int length, int principles, double sales, double marketing)
{
    struct exam_rules rules = {.adaptive = true, .length = length, .principles = principles};
    const shares person = {sales, marketing};
    struct operating out = {.pass = 0};
    ways *now = calloc(1, sizeof *now), *next = calloc(1, sizeof *next);
    assert_non_null(now);
    assert_non_null(next);
    (*now)[0][0][0] = (struct way){1, exam_begin(&rules)};
    for (int n = 0; n < length; n++) {
        memset(next, 0, sizeof *next);
        const struct way *all = &(*now)[0][0][0];
        for (size_t i = 0; i < sizeof *now / sizeof *all; i++)
            if (all[i].probability > 0)
                ask(next, &all[i], person, &out);
        ways *swap = now;
        now = next;
        next = swap;
    }
    free(now);
    free(next);
    double all = 0;
    for (int reason = EXAM_UNDECIDED; reason <= EXAM_LEANED; reason++)
        all += out.by[reason];
    assert_close(all, 1, 1e-9);
    return out;
}

static void show(const char *who, const struct operating *o)
{
    printf("%-34s passes %.4f  items %4.1f  clear %.4f  at the end %.4f  leaned %.4f\n", who,
           o->pass, o->length, o->by[EXAM_CLEAR], o->by[EXAM_AT_END], o->by[EXAM_LEANED]);
}

static void each_error_is_at_most_seven_in_a_hundred(void **state)
{
    (void)state;
    static const int principles[] = {BANK_PRINCIPLES, 4, 12, 24, MOST};
    for (size_t i = 0; i < ARRAY_LEN(principles); i++) {
        struct operating weak = whole_rule(MOST, principles[i], .70, .70);
        struct operating strong = whole_rule(MOST, principles[i], .90, .90);
        printf("%d principles: false pass %.4f, false fail %.4f\n", principles[i], weak.pass,
               1 - strong.pass);
        assert_true(weak.pass <= error_most);
        assert_true(1 - strong.pass <= error_most);
    }
}

/* The numbers of the manual. */
static void the_whole_rule_does_what_the_manual_says(void **state)
{
    (void)state;
    static const struct {
        const char *who;
        double share, pass, length;
    } rows[] = {
        {"a coin, .50", .50, .0001, 12.7},  {"not good enough, .70", .70, .0637, 20.8},
        {"between, .80", .80, .4400, 28.6}, {"good enough, .90", .90, .9508, 24.5},
        {"better, .95", .95, .9985, 19.1},  {"hardly a miss, .98", .98, 1.0000, 16.9},
    };
    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        struct operating is = whole_rule(MOST, BANK_PRINCIPLES, rows[i].share, rows[i].share);
        show(rows[i].who, &is);
        assert_close(is.pass, rows[i].pass, .0001);
        assert_close(is.length, rows[i].length, .05);
    }
}

static void one_side_alone_gets_nobody_through(void **state)
{
    (void)state;
    struct operating is = whole_rule(MOST, BANK_PRINCIPLES, 1, 0);
    show("always says sales", &is);
    assert_close(is.pass, 0, 0);
    assert_close(is.length, EXAM_ADAPTIVE_LEAST, 1e-9);
    /* The same share right passes less often the more it leans. */
    double last = whole_rule(MOST, BANK_PRINCIPLES, .80, .80).pass;
    for (int lean = 5; lean <= 20; lean += 5) {
        char who[64];
        snprintf(who, sizeof who, ".80 right, %d in 100 more of sales", lean);
        is = whole_rule(MOST, BANK_PRINCIPLES, .80 + lean / 100., .80 - lean / 100.);
        show(who, &is);
        assert_true(is.pass < last);
        last = is.pass;
    }
    assert_close(last, .2095, .0001);
}

/* What is lost by a bank with fewer items. */
static void a_shorter_exam_errs_more(void **state)
{
    (void)state;
    static const struct {
        int length;
        double false_pass, false_fail;
    } rows[] = {{40, .0637, .0492}, {30, .0776, .0863}, {20, .0922, .1725}};
    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        struct operating weak = whole_rule(rows[i].length, BANK_PRINCIPLES, .70, .70);
        struct operating strong = whole_rule(rows[i].length, BANK_PRINCIPLES, .90, .90);
        assert_close(weak.pass, rows[i].false_pass, .0001);
        assert_close(1 - strong.pass, rows[i].false_fail, .0001);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_truncated_test_is_walds),
        cmocka_unit_test(each_error_is_at_most_seven_in_a_hundred),
        cmocka_unit_test(the_whole_rule_does_what_the_manual_says),
        cmocka_unit_test(one_side_alone_gets_nobody_through),
        cmocka_unit_test(a_shorter_exam_errs_more),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
