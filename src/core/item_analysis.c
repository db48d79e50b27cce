/* Item analysis of pooled answers. */
#include "core/item_analysis.h"

#include <math.h>
#include <stdlib.h>

#include "core/xmalloc.h"

static const double guess_score = 0.5; /* two choices */
static const double rounding = 1e-12;  /* sums nearer to 0 are 0 */

struct table {
    const unsigned char *marks;
    int attempts, items;
    int *met, *right; /* per attempt, over all items */
};

static int mark_at(const struct table *t, int attempt, int item)
{
    return t->marks[(size_t)attempt * (size_t)t->items + (size_t)item];
}

static void count_attempts(struct table *t)
{
    for (int a = 0; a < t->attempts; a++)
        for (int i = 0; i < t->items; i++) {
            int mark = mark_at(t, a, i);
            t->met[a] += mark != ITEM_NOT_MET;
            t->right[a] += mark == ITEM_RIGHT;
        }
}

/* --- one item -------------------------------------------------------------------------------- */

/* The attempts at one item that met others too: the mark, and the share right of the others and of
 * everything. */
struct pairs {
    double *mark, *others, *all;
    int count, right;
};

static void gather(const struct table *t, int item, struct pairs *p)
{
    p->count = p->right = 0;
    for (int a = 0; a < t->attempts; a++) {
        int mark = mark_at(t, a, item);
        if (mark == ITEM_NOT_MET || t->met[a] < 2)
            continue;
        p->mark[p->count] = mark;
        p->others[p->count] = (double)(t->right[a] - mark) / (t->met[a] - 1);
        p->all[p->count++] = (double)t->right[a] / t->met[a];
        p->right += mark;
    }
}

/* The covariance of two rows of numbers over n - 1; NAN for less than two. */
static double covariance(const double *x, const double *y, int count)
{
    double mean_x = 0, mean_y = 0, sum = 0;
    if (count < 2)
        return NAN;
    for (int i = 0; i < count; i++) {
        mean_x += x[i] / count;
        mean_y += y[i] / count;
    }
    for (int i = 0; i < count; i++)
        sum += (x[i] - mean_x) * (y[i] - mean_y);
    return fabs(sum) > rounding ? sum / (count - 1) : 0;
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* The covariance there would be if the best of the others had this item right.  Puts the pairs in
 * another order. */
static double largest_covariance(struct pairs *p)
{
    qsort(p->others, (size_t)p->count, sizeof *p->others, by_size);
    for (int i = 0; i < p->count; i++)
        p->mark[i] = i >= p->count - p->right;
    return covariance(p->mark, p->others, p->count);
}

/* Without answers that differ there is nothing to divide by. */
static double quotient(double value, double by)
{
    return by > 0 ? value / by : NAN;
}

static unsigned flags_of(const struct item_figures *f)
{
    if (f->attempts < ITEM_ATTEMPTS_ENOUGH)
        return ITEM_TOO_FEW;
    unsigned flags = 0;
    if (100 * (int64_t)f->right < ITEM_FACILITY_LOW * (int64_t)f->attempts)
        flags |= ITEM_TOO_HARD;
    if (100 * (int64_t)f->right > ITEM_FACILITY_HIGH * (int64_t)f->attempts)
        flags |= ITEM_TOO_EASY;
    if (f->discrimination < 0)
        flags |= ITEM_NEGATIVE;
    return flags;
}

/* The weight is left as the square root of the covariance with the score. */
static void analyse_item(const struct table *t, int item, struct pairs *p, struct item_figures *f)
{
    *f = (struct item_figures){0};
    for (int a = 0; a < t->attempts; a++) {
        f->attempts += mark_at(t, a, item) != ITEM_NOT_MET;
        f->right += mark_at(t, a, item) == ITEM_RIGHT;
    }
    double n = f->attempts;
    f->facility = n > 0 ? f->right / n : NAN;
    f->corrected_facility = (f->facility - guess_score) / (1 - guess_score);
    f->deviation = n > 1 ? sqrt(n * f->facility * (1 - f->facility) / (n - 1)) : NAN;
    gather(t, item, p);
    double shared = covariance(p->mark, p->others, p->count);
    double spread =
        covariance(p->mark, p->mark, p->count) * covariance(p->others, p->others, p->count);
    double with_all = covariance(p->mark, p->all, p->count);
    f->discrimination = 100 * quotient(shared, sqrt(spread));
    f->efficiency = 100 * quotient(shared, largest_covariance(p));
    f->weight = with_all >= 0 ? sqrt(with_all) : NAN;
    f->flags = flags_of(f);
}

/* From square roots of covariances to shares of their sum. */
static void share_weights(struct item_analysis *analysis)
{
    double sum = 0;
    for (int i = 0; i < analysis->item_count; i++)
        sum += analysis->items[i].weight >= 0 ? analysis->items[i].weight : 0;
    for (int i = 0; i < analysis->item_count; i++)
        analysis->items[i].weight = 100 * quotient(analysis->items[i].weight, sum);
}

/* --- the whole ------------------------------------------------------------------------------- */

/* Cronbach 1951 over the attempts that met every item. */
static void analyse_whole(const struct table *t, struct item_analysis *out)
{
    double *scores = xcalloc((size_t)t->attempts + 1, sizeof *scores);
    double *marks = xcalloc((size_t)t->attempts + 1, sizeof *marks);
    double items_variance = 0, sum = 0;
    for (int a = 0; a < t->attempts; a++)
        if (t->met[a] == t->items) {
            scores[out->complete++] = t->right[a];
            sum += t->right[a];
        }
    for (int i = 0; i < t->items; i++) {
        int count = 0;
        for (int a = 0; a < t->attempts; a++)
            if (t->met[a] == t->items)
                marks[count++] = mark_at(t, a, i);
        items_variance += covariance(marks, marks, count);
    }
    double variance = covariance(scores, scores, out->complete), p = t->items;
    out->mean = out->complete > 0 ? sum / out->complete : NAN;
    out->deviation = sqrt(variance);
    out->consistency = p > 1 ? 100 * p / (p - 1) * (1 - quotient(items_variance, variance)) : NAN;
    double by_chance = 1 - out->consistency / 100;
    out->error_ratio = 100 * sqrt(by_chance < rounding ? 0 : by_chance);
    out->standard_error = out->error_ratio * out->deviation / 100;
    free(scores);
    free(marks);
}

void item_analyse(const unsigned char *marks, int attempt_count, int item_count,
                  struct item_analysis *out)
{
    size_t room = (size_t)attempt_count + 1;
    struct table table = {.marks = marks,
                          .attempts = attempt_count,
                          .items = item_count,
                          .met = xcalloc(room, sizeof(int)),
                          .right = xcalloc(room, sizeof(int))};
    struct pairs pairs = {.mark = xcalloc(room, sizeof(double)),
                          .others = xcalloc(room, sizeof(double)),
                          .all = xcalloc(room, sizeof(double))};
    *out = (struct item_analysis){
        .items = xcalloc((size_t)item_count + 1, sizeof *out->items),
        .item_count = item_count,
    };
    count_attempts(&table);
    for (int i = 0; i < item_count; i++)
        analyse_item(&table, i, &pairs, &out->items[i]);
    share_weights(out);
    analyse_whole(&table, out);
    free(pairs.mark);
    free(pairs.others);
    free(pairs.all);
    free(table.met);
    free(table.right);
}

void item_analysis_free(struct item_analysis *analysis)
{
    free(analysis->items);
    *analysis = (struct item_analysis){0};
}
