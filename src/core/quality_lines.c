/* A bank at a glance, in sentences. */
#include "core/quality_lines.h"

#include "core/page.h"
#include "core/quality_sentence.h"

/* --- what there is --------------------------------------------------------------------------- */

static void add_counts(const struct quality *q, const struct bank *bank, struct page *page)
{
    int activities = quality_activities(q);
    page_addf(page, ROLE_TEXT,
              ngettext("%d scenario.", "%d scenarios.", (unsigned long)q->scenarios), q->scenarios);
    page_addf(page, ROLE_TEXT,
              ngettext("%d activity.", "%d activities.", (unsigned long)activities), activities);
    page_addf(page, ROLE_TEXT,
              ngettext("%d principle.", "%d principles.", (unsigned long)bank->principle_count),
              bank->principle_count);
    if (bank->question_count > 0)
        page_addf(page, ROLE_TEXT,
                  ngettext("%d question.", "%d questions.", (unsigned long)bank->question_count),
                  bank->question_count);
    if (bank->discussion_count > 0)
        page_addf(
            page, ROLE_TEXT,
            ngettext("%d discussion.", "%d discussions.", (unsigned long)bank->discussion_count),
            bank->discussion_count);
    if (q->overrides > 0)
        page_addf(page, ROLE_TEXT,
                  ngettext("%d override.", "%d overrides.", (unsigned long)q->overrides),
                  q->overrides);
    if (q->dropped > 0)
        page_addf(
            page, ROLE_TEXT,
            ngettext("%d activity dropped.", "%d activities dropped.", (unsigned long)q->dropped),
            q->dropped);
    /* TRANSLATORS: how many scenarios are of each level. */
    page_addf(page, ROLE_TEXT, _("Levels: %d everyday, %d in between, %d tricky."), q->levels[1],
              q->levels[2], q->levels[3]);
}

static void add_settings(const struct quality *q, struct page *page)
{
    struct str text = {0};
    for (size_t i = 0; i < q->setting_count; i++)
        str_addf(&text, "%s%s %d", i == 0 ? "" : ", ", q->settings[i].id, q->settings[i].scenarios);
    if (q->setting_count > 0)
        page_add_lead(page, ROLE_TEXT, _("Scenarios of each setting:"), 0, ROLE_TEXT,
                      str_text(&text));
    str_free(&text);
}

/* --- figures --------------------------------------------------------------------------------- */

static void add_figure(const struct quality *q, const struct bank *bank, enum quality_figure figure,
                       struct page *page)
{
    enum quality_verdict verdict = quality_judge(q, figure);
    const char *word = verdict == QUALITY_FAIR     ? _("Fair:")
                       : verdict == QUALITY_UNFAIR ? _("Not fair:")
                                                   : ""; /* the sentence says what is missing */
    struct str text = {0};
    quality_sentence(q, bank, figure, &text);
    page_add_lead(page, ROLE_TEXT, word, 0, ROLE_TEXT, str_text(&text));
    str_free(&text);
}

/* --- principles ------------------------------------------------------------------------------ */

static void add_principle(const struct quality *q, const struct bank *bank, int principle,
                          struct page *page)
{
    const int *sides = q->principles[principle];
    int all = sides[SIDE_SALES] + sides[SIDE_MARKETING];
    struct str text = {0};
    str_addf(&text, ngettext("%d activity.", "%d activities.", (unsigned long)all), all);
    if (all > 0) {
        int share = (quality_permille(sides[SIDE_SALES], all) + 5) / 10;
        str_addc(&text, ' ');
        /* TRANSLATORS: each %s is the name of a side. */
        str_addf(&text, _("%d %% are %s and %d %% %s."), share, bank->side_name[SIDE_SALES],
                 100 - share, bank->side_name[SIDE_MARKETING]);
    }
    if (quality_judge_size(q, principle) == QUALITY_UNFAIR)
        str_addf(&text, " %s", _("It is thin."));
    else if (quality_judge_balance(q, principle) == QUALITY_UNFAIR)
        str_addf(&text, " %s", _("It is uneven."));
    page_addf(page, ROLE_TEXT, _("%s: %s"), bank->principles[principle].id, str_text(&text));
    str_free(&text);
}

void quality_lines(const struct quality *quality, const struct bank *bank, struct str *out)
{
    struct page page;
    page_init(&page, CHARSET_UTF8);
    page_addf(&page, ROLE_TITLE, "%s (%s)", bank->title, bank->id);
    page_gap(&page);
    for (int figure = 0; figure < QUALITY_FIGURE_COUNT; figure++)
        add_figure(quality, bank, (enum quality_figure)figure, &page);
    page_gap(&page);
    add_counts(quality, bank, &page);
    add_settings(quality, &page);
    page_gap(&page);
    page_add(&page, ROLE_TITLE, _("Each principle by its id:"));
    for (int i = 0; i < bank->principle_count; i++)
        add_principle(quality, bank, i, &page);
    page_tell(&page, QUALITY_LINES_COLS, out);
    page_free(&page);
}
