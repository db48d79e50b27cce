/* What is the learner's own by now: a bar a principle, under the questions of the bank. */
#include "core/content_mastery.h"

#include <string.h>

#include "core/bar.h"
#include "core/calendar.h"

enum { BAR_COLS = 6, LEAD_COLS = BAR_COLS + 3, GAP = 2, PER_CENT = 100 };

/* Appends how a principle stands, in a word or two. */
static void describe(struct str *out, const struct progress_principle *p)
{
    if (p->mastery.mastered)
        str_add(out, _("yours"));
    else if (p->answers)
        str_addf(out, _("%d of %d right"), p->answers - p->missed, p->answers);
    else
        str_add(out, p->met ? _("met") : _("not met yet"));
}

/* Appends `left` and `right` as the page shows them, the latter at the end of `cols` columns where
 * there is room. */
static void add_apart(const struct page *page, struct str *out, const char *left, const char *right,
                      int cols)
{
    struct str end = {0};
    size_t start = out->len;
    text_adapt(out, left, page->charset);
    text_adapt(&end, right, page->charset);
    int blanks = cols - text_width(str_text(out) + start) - text_width(str_text(&end));
    if (blanks >= GAP)
        str_addf(out, "%*s%s", blanks, "", str_text(&end));
    else
        str_addf(out, " – %s", str_text(&end));
    str_free(&end);
}

static void draw_principle(const struct principle *principle, const struct progress_principle *p,
                           struct page *page)
{
    struct str lead = {0}, said = {0}, state = {0}, text = {0};
    bool own = p->mastery.mastered;
    bar_add(&lead, progress_way_percent(p), PER_CENT, BAR_COLS);
    str_add(&lead, own ? " ✓" : "");
    describe(&said, p);
    text_adapt(&state, str_text(&said), page->charset); /* the mark is as long as what is shown */
    add_apart(page, &text, principle->title, str_text(&state), page->cols - LEAD_COLS);
    struct paragraph *row =
        page_add_lead(page, own ? ROLE_RIGHT : ROLE_DIM, str_text(&lead), LEAD_COLS,
                      p->met ? ROLE_TEXT : ROLE_DIM, str_text(&text));
    row->mark_len = strlen(str_text(&state));
    row->mark = strlen(row->text) - row->mark_len;
    row->mark_role = own ? ROLE_RIGHT : ROLE_DIM;
    str_free(&lead);
    str_free(&said);
    str_free(&state);
    str_free(&text);
}

static void tell_principle(const struct principle *principle, const struct progress_principle *p,
                           struct page *page)
{
    struct str text = {0};
    if (p->mastery.mastered) {
        struct str day = {0};
        calendar_write(&day, p->mastery.mastered_day);
        /* TRANSLATORS: the title of a principle, which ends in a question mark, and a day. */
        str_addf(&text, _("%s Yours since %s."), principle->title, str_text(&day));
        str_free(&day);
    } else if (p->answers) {
        int right = p->answers - p->missed, way = progress_way_percent(p);
        /* TRANSLATORS: the title of a principle, which ends in a question mark; right answers,
           answers. */
        str_addf(&text, _("%s %d of %d right."), principle->title, right, p->answers);
        if (way) {
            str_addc(&text, ' ');
            str_addf(&text, _("%d %% of the way to being yours."), way);
        }
    } else {
        str_addf(&text, p->met ? _("%s Met.") : _("%s Not met yet."), principle->title);
    }
    page_add(page, ROLE_TEXT, str_text(&text));
    str_free(&text);
}

static void add_heading(const struct scene *scene, const struct progress *progress, int question,
                        struct page *page)
{
    const struct progress_question *of = &progress->questions[question];
    struct str share = {0}, text = {0};
    str_addf(&share, _("%d of %d yours"), of->mastered, of->principles);
    if (scene->lines)
        /* TRANSLATORS: a question that the bank asks, how many of its principles are mastered, and
           how many there are. */
        str_addf(&text, _("%s %d of %d yours."), scene->bank->questions[question].title,
                 of->mastered, of->principles);
    else
        add_apart(page, &text, scene->bank->questions[question].title, str_text(&share),
                  page->cols);
    page_add(page, ROLE_TITLE, str_text(&text));
    str_free(&share);
    str_free(&text);
}

/* The principles under a question, or under none (-1). */
static void add_group(const struct scene *scene, const struct progress *progress, int question,
                      struct page *page)
{
    for (int i = 0; i < scene->bank->principle_count; i++) {
        const struct principle *principle = &scene->bank->principles[i];
        if (principle->question != question)
            continue;
        if (scene->lines)
            tell_principle(principle, &progress->principles[i], page);
        else
            draw_principle(principle, &progress->principles[i], page);
    }
}

void content_mastery(const struct scene *scene, const struct progress *progress, struct page *page)
{
    for (int question = 0; question < scene->bank->question_count; question++) {
        if (!progress->questions[question].principles)
            continue;
        add_heading(scene, progress, question, page);
        add_group(scene, progress, question, page);
    }
    add_group(scene, progress, -1, page);
}
