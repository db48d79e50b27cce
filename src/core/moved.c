/* What a finished run moved: the history with its newest run held against that without. */
#include "core/moved.h"

#include <stdlib.h>

#include "core/evidence.h"
#include "core/mastery.h"

/* Of one principle: how its counted answers went. */
struct course {
    int before;          /* before the newest run */
    int before_missed;   /* so many of these were wrong, */
    bool last_missed;    /* the last one too */
    double evidence;     /* what they come to */
    int now, now_missed; /* in it */
    struct mastery was, is;
};

static void add_answers(const struct bank *bank, const struct history *history, size_t newest,
                        struct course *courses)
{
    for (size_t i = 0; i < history->len; i++) {
        const struct past *past = &history->items[i];
        if (past->activity < 0 || !(score_counts(&past->graded) & COUNTS_EVIDENCE))
            continue;
        struct course *course = &courses[bank->activities[past->activity].principle];
        bool missed = !score_right(&past->graded);
        if (i >= newest) {
            course->now++;
            course->now_missed += missed;
        } else {
            course->before++;
            course->before_missed += missed;
            course->last_missed = missed;
        }
    }
}

/* One entry a principle; the caller frees. */
static struct course *courses_of(const struct bank *bank, const struct history *history)
{
    struct history earlier = *history; /* borrows everything, ends where the newest run begins */
    size_t count = (size_t)bank->principle_count;
    struct course *courses = xcalloc(count, sizeof *courses);
    struct mastery *was = xcalloc(count, sizeof *was), *is = xcalloc(count, sizeof *is);
    earlier.len = history->runs[history->run_count - 1].first;
    earlier.evidence = NULL;
    mastery_of(bank, &earlier, was);
    mastery_of(bank, history, is);
    struct evidence *evidence = evidence_new(bank, &earlier, NULL);
    add_answers(bank, history, earlier.len, courses);
    for (size_t i = 0; i < count; i++) {
        courses[i].was = was[i];
        courses[i].is = is[i];
        courses[i].evidence = evidence[i].value;
    }
    free(evidence);
    free(was);
    free(is);
    return courses;
}

static bool became_own(const struct course *course)
{
    return course->is.mastered && !course->was.mastered;
}

/* Went wrong when it was asked last, or more often than not lately. */
static bool was_weak(const struct course *course)
{
    const double even = 0.5;
    return course->last_missed || (course->before_missed && course->evidence < even);
}

static bool recovered(const struct course *course)
{
    return was_weak(course) && course->now && !course->now_missed;
}

static bool slipped(const struct course *course)
{
    return course->before && !was_weak(course) && course->now_missed;
}

static bool came_nearer(const struct course *course)
{
    return !course->is.mastered && course->is.sum > course->was.sum;
}

static bool is_own(const struct course *course)
{
    return course->is.mastered;
}

/* How many principles are so; *first is the first of them. */
static int count_where(bool (*so)(const struct course *), const struct course *courses,
                       int principles, int *first)
{
    int count = 0;
    for (int i = principles - 1; i >= 0; i--) {
        if (!so(&courses[i]))
            continue;
        *first = i;
        count++;
    }
    return count;
}

static void say(struct str *out, const struct bank *bank, const struct course *courses)
{
    const struct principle *principles = bank->principles;
    int count, first = 0, all = bank->principle_count;
    if ((count = count_where(became_own, courses, all, &first)) == 1)
        str_addf(out, _("“%s” is yours now."), principles[first].title);
    else if (count)
        str_addf(out,
                 /* TRANSLATORS: two at least; the title of one of them. */
                 ngettext("%d principle is yours now, “%s”.",
                          "%d principles are yours now, “%s” among them.", (unsigned long)count),
                 count, principles[first].title);
    else if (count_where(recovered, courses, all, &first))
        str_addf(out, _("“%s” went wrong before, and right this time."), principles[first].title);
    else if (count_where(slipped, courses, all, &first))
        str_addf(out, _("“%s” slipped this time; its cards come back soon."),
                 principles[first].title);
    else if ((count = count_where(came_nearer, courses, all, &first)))
        str_addf(out,
                 ngettext("%d principle came nearer to being yours.",
                          "%d principles came nearer to being yours.", (unsigned long)count),
                 count);
    else if (count_where(is_own, courses, all, &first) == all)
        str_add(out, _("Every principle is yours already; there was nothing left to move."));
    else
        str_add(out, _("Too few cards to move anything yet."));
}

void moved_sentence(struct str *out, const struct bank *bank, const struct history *history)
{
    if (!history->run_count)
        return;
    const struct past_run *run = &history->runs[history->run_count - 1];
    bool counted = false;
    for (size_t i = run->first; i < run->first + run->count; i++)
        counted = counted || (score_counts(&history->items[i].graded) & COUNTS_EVIDENCE);
    if (!counted && mode_info(run->mode)->seconds) {
        str_add(out, _("Answers against the clock move no principle."));
        return;
    }
    struct course *courses = courses_of(bank, history);
    say(out, bank, courses);
    free(courses);
}
