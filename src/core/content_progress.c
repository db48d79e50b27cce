/* The progress screen: its pages, the overview, and what stands there before the first answer. */
#include "core/content_progress.h"

#include "core/calendar.h"
#include "core/content_curve.h"
#include "core/content_days.h"
#include "core/content_figures.h"
#include "core/content_mastery.h"
#include "core/content_piece.h"
#include "core/number.h"
#include "core/progress.h"

enum { PAGE_OVERVIEW, PAGE_MASTERY, PAGE_CURVE, PAGE_DAYS, PAGES };
enum { LABEL_COLS = 16, KEY_COLS = 3, SINCE_LEAST = 5 };

static const char *const titles[PAGES] = {
    /* TRANSLATORS: the title of a screen: at most 22 columns. */
    [PAGE_OVERVIEW] = N_("Your progress"),
    /* TRANSLATORS: the title of a screen: at most 22 columns. */
    [PAGE_MASTERY] = N_("What is yours"),
    /* TRANSLATORS: the title of a screen: at most 22 columns. */
    [PAGE_CURVE] = N_("How it grew"),
    /* TRANSLATORS: the title of a screen: at most 22 columns. */
    [PAGE_DAYS] = N_("Your days"),
};

static bool has_past(const struct scene *scene)
{
    for (size_t i = 0; scene->history && i < scene->history->len; i++)
        if (scene->history->items[i].activity >= 0)
            return true;
    return false;
}

int content_progress_pages(const struct scene *scene)
{
    return has_past(scene) ? PAGES : 1;
}

const char *content_progress_title(const struct scene *scene)
{
    return _(titles[scene->cursor.selected]);
}

static void add_beginning(const struct scene *scene, struct page *page)
{
    page_add(page, ROLE_STRONG, _("Nothing here yet, and that is soon changed."));
    page_gap(page);
    page_add(page, ROLE_TEXT,
             _("Once you have sorted some cards, these pages show what is yours by now, how it "
               "grew, on which days, and what to practise next."));
    page_gap(page);
    if (scene->at_end)
        page_add(page, ROLE_TEXT, _("“smquiz practice” begins a round; it takes five minutes."));
    else
        page_addf(page, ROLE_TEXT, _("%s begins a round of practice; it takes five minutes."),
                  scene_key(scene, ACTION_PRACTISE).text)
            ->action = ACTION_PRACTISE;
}

/* A figure under its name; in lines "NAME: figure". */
static void add_row(const struct scene *scene, struct page *page, const char *name,
                    struct str *figure)
{
    page_add_named(page, scene->lines, ROLE_DIM, name, LABEL_COLS, ROLE_TEXT, str_text(figure));
    str_free(figure);
}

static void add_mastered(const struct bank *bank, const struct progress *p, struct page *page)
{
    struct str line = {0};
    int all = bank->principle_count;
    if (p->mastered == all)
        str_addf(&line,
                 ngettext("The one principle is yours.", "All %d principles are yours.",
                          (unsigned long)all),
                 all);
    else
        str_addf(&line,
                 /* TRANSLATORS: principles mastered, principles there are, and sittings it may
                    still take. */
                 ngettext("%d of %d principles yours, about %d sitting left.",
                          "%d of %d principles yours, about %d sittings left.",
                          (unsigned long)p->sittings_left),
                 p->mastered, all, p->sittings_left);
    page_add(page, ROLE_STRONG, str_text(&line));
    str_free(&line);
}

/* Whether the exam is within reach, or what is missing; nothing when the bank is too small to
 * say. */
static void add_readiness(const struct progress *p, struct page *page)
{
    if (p->ready)
        page_add(page, ROLE_RIGHT, _("You are ready for the exam."));
    else if (p->ready_answers > p->unseen)
        return;
    else if (p->ready_answers)
        page_addf(page, ROLE_TEXT,
                  ngettext("Whether you are ready for the exam shows after %d more new card.",
                           "Whether you are ready for the exam shows after %d more new cards.",
                           (unsigned long)p->ready_answers),
                  p->ready_answers);
    else
        page_addf(page, ROLE_TEXT,
                  /* TRANSLATORS: right ones, cards, and how many right ones it takes. */
                  _("%d of your last %d new cards were right; from %d on you are ready for the "
                    "exam."),
                  p->recent.right, p->recent.answers, p->ready_right);
}

static void add_counts(const struct scene *scene, const struct progress *p, struct page *page)
{
    struct str text = {0};
    str_addf(&text, "%d", p->days);
    /* TRANSLATORS: the name of a figure, in a column of 14. */
    add_row(scene, page, _("Days practised"), &text);
    str_addf(&text, "%d", p->runs);
    /* TRANSLATORS: the name of a figure, in a column of 14. */
    add_row(scene, page, _("Runs"), &text);
    str_addf(&text, "%d", p->answers);
    /* TRANSLATORS: the name of a figure, in a column of 14. */
    add_row(scene, page, _("Answers"), &text);
    if (p->first.answers) {
        if (p->first.answers > p->recent.answers)
            /* TRANSLATORS: behind "New cards"; the last two are how many the last ones are, and how
               many of them were right. */
            str_addf(&text, _("%d of %d right; of the last %d, %d"), p->first.right,
                     p->first.answers, p->recent.answers, p->recent.right);
        else
            str_addf(&text, _("%d of %d right"), p->first.right, p->first.answers);
        /* TRANSLATORS: the name of a figure, in a column of 14. */
        add_row(scene, page, _("New cards"), &text);
    }
    if (!p->first_run.answers)
        return;
    if (p->since_first.answers >= SINCE_LEAST)
        /* TRANSLATORS: behind "Your first six": how many of those were right, and how many of the
           newest cards. */
        str_addf(&text, _("%d of %d right; now %d of the last %d new ones"), p->first_run.right,
                 p->first_run.answers, p->since_first.right, p->since_first.answers);
    else
        str_addf(&text, _("%d of %d right"), p->first_run.right, p->first_run.answers);
    /* TRANSLATORS: the name of a figure, in a column of 14. */
    add_row(scene, page, _("Your first six"), &text);
}

/* Appends "passed on 2026-11-23, 17 of 20 right". */
static void describe_exam(struct str *out, const struct progress_exam *exam)
{
    struct str day = {0};
    calendar_write(&day, exam->day);
    if (exam->passed)
        /* TRANSLATORS: a day, right answers, cards. */
        str_addf(out, _("passed on %s, %d of %d right"), str_text(&day), exam->right, exam->cards);
    else
        /* TRANSLATORS: a day, right answers, cards. */
        str_addf(out, _("tried on %s, %d of %d right"), str_text(&day), exam->right, exam->cards);
    str_free(&day);
}

static void add_modes(const struct scene *scene, const struct progress *p, struct page *page)
{
    struct str text = {0}, first = {0}, later = {0};
    if (p->climbed) {
        str_addf(&text, ngettext("%d step", "%d steps", (unsigned long)p->best_climb),
                 p->best_climb);
        /* TRANSLATORS: the name of a figure, in a column of 14. */
        add_row(scene, page, _("Best climb"), &text);
    }
    if (p->sprinted) {
        number_net(&text, p->best_sprint, true);
        /* TRANSLATORS: the name of a figure, in a column of 14. */
        add_row(scene, page, _("Best sprint"), &text);
    }
    if (p->today_played) {
        str_addf(&text, _("played, %d of %d right"), p->today_right, p->today_cards);
        /* TRANSLATORS: the name of a figure, in a column of 14. */
        add_row(scene, page, _("Today"), &text);
    }
    if (!p->exams)
        return;
    describe_exam(&first, p->exams_passed ? &p->pass : &p->last_try);
    if (p->exams_passed && !p->last_try.passed) {
        describe_exam(&later, &p->last_try);
        /* TRANSLATORS: two exams, as in "passed on 2026-11-23, 17 of 20 right". */
        str_addf(&text, _("%s; %s"), str_text(&first), str_text(&later));
    } else {
        str_add(&text, str_text(&first));
    }
    str_free(&first);
    str_free(&later);
    /* TRANSLATORS: the name of a figure, in a column of 14. */
    add_row(scene, page, _("Exam"), &text);
}

static void add_hardest(const struct scene *scene, const struct progress *p, struct page *page)
{
    if (!p->hardest_count)
        return;
    page_gap(page);
    page_add(page, ROLE_TITLE,
             scene->at_end ? _("Hardest for you") : _("Hardest for you; a number practises it"));
    for (int i = 0; i < p->hardest_count; i++) {
        const struct progress_principle *of = &p->principles[p->hardest[i]];
        struct str lead = {0}, text = {0};
        str_addf(&lead, scene->lines ? "%d." : "%d:", i + 1);
        content_piece_missed(scene, scene->bank->principles[p->hardest[i]].title, of->missed,
                             of->answers, &text);
        struct paragraph *row =
            page_add_lead(page, ROLE_KEY, str_text(&lead), KEY_COLS, ROLE_TEXT, str_text(&text));
        row->action = ACTION_CHOOSE;
        row->item = i;
        str_free(&lead);
        str_free(&text);
    }
}

static void add_overview(const struct scene *scene, const struct progress *p, struct page *page)
{
    add_mastered(scene->bank, p, page);
    add_readiness(p, page);
    page_gap(page);
    add_counts(scene, p, page);
    if (p->climbed || p->sprinted || p->today_played || p->exams) {
        page_gap(page);
        add_modes(scene, p, page);
    }
    add_hardest(scene, p, page);
}

void content_progress(const struct scene *scene, struct page *page)
{
    if (!has_past(scene)) {
        add_beginning(scene, page);
        return;
    }
    struct progress p;
    progress_of(scene->bank, scene->history, scene->now, &p);
    if (scene->cursor.figures)
        content_figures(&p.first, FIGURES_ALL_RUNS, scene->lines, page);
    else if (scene->cursor.selected == PAGE_OVERVIEW)
        add_overview(scene, &p, page);
    else if (scene->cursor.selected == PAGE_MASTERY)
        content_mastery(scene, &p, page);
    else if (scene->cursor.selected == PAGE_CURVE)
        content_curve(scene, &p, page);
    else
        content_days(scene, &p, page);
    progress_free(&p);
}
