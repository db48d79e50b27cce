/* The pages of the field guide: a principle as far as the learner has come with it. */
#include "core/content_guide.h"

#include "core/calendar.h"
#include "core/content_piece.h"
#include "core/field_guide.h"

static bool is_met(const struct scene *scene, int principle)
{
    const struct history *history = scene->history;
    for (size_t i = 0; history && i < history->len; i++)
        if (history->items[i].activity >= 0 &&
            scene->bank->activities[history->items[i].activity].principle == principle)
            return true;
    return false;
}

const char *content_guide_title(const struct scene *scene)
{
    const struct principle *principle = &scene->bank->principles[scene->cursor.selected];
    if (is_met(scene, scene->cursor.selected))
        return principle->title;
    return principle->question >= 0 ? scene->bank->questions[principle->question].title
                                    : _("Not met yet");
}

static void add_unmet(struct page *page)
{
    page_add(page, ROLE_TEXT, _("This one has not come your way yet."));
    page_gap(page);
    page_add(page, ROLE_DIM, _("Its first card brings the title and the rule."));
}

static void add_mixup(const struct bank *bank, int principle, struct page *page)
{
    if (!*bank->principles[principle].mixup)
        return;
    page_gap(page);
    page_add(page, ROLE_TITLE, _("Why people mix it up"));
    page_add(page, ROLE_TEXT, bank->principles[principle].mixup);
}

/* A pair of the learner's own cards. */
static void add_contrast(const struct scene *scene, int principle, struct page *page)
{
    int activities[SIDE_COUNT];
    page_gap(page);
    if (field_guide_contrast(scene->bank, scene->history, principle, activities))
        content_piece_contrast(scene, activities, page);
    else
        page_add(page, ROLE_DIM,
                 _("A pair of your own cards comes here once you have sorted both sides of one."));
}

static void add_own(const struct scene *scene, int principle, const struct mastery *mastery,
                    struct page *page)
{
    struct str day = {0};
    const char *source = scene->bank->principles[principle].source;
    add_contrast(scene, principle, page);
    page_gap(page);
    if (*source)
        page_addf(page, ROLE_DIM, _("Source: %s"), source);
    calendar_write(&day, mastery->mastered_day);
    page_addf(page, ROLE_RIGHT, scene->lines ? _("Yours since %s.") : _("✓ Yours since %s."),
              str_text(&day));
    str_free(&day);
}

/* What the next answers bring; a page that is not whole says so. */
static void add_next(const struct field_guide *guide, const struct progress_principle *principle,
                     struct page *page)
{
    if (guide->all)
        return;
    int looks = FIELD_GUIDE_LOOKS - principle->answers;
    page_gap(page);
    if (!guide->looks)
        page_addf(page, ROLE_DIM,
                  ngettext("%d more card brings what it looks like on each side.",
                           "%d more cards bring what it looks like on each side.",
                           (unsigned long)looks),
                  looks);
    else if (!guide->mixup && principle->missed)
        page_add(page, ROLE_DIM, _("A right answer brings why people mix it up."));
    else if (!guide->mixup)
        page_addf(page, ROLE_DIM,
                  ngettext("%d more card brings why people mix it up.",
                           "%d more cards bring why people mix it up.",
                           (unsigned long)(FIELD_GUIDE_MIXUP - principle->answers)),
                  FIELD_GUIDE_MIXUP - principle->answers);
    else
        page_add(page, ROLE_DIM,
                 _("When it is yours, a pair of your own cards and the source follow."));
}

void content_guide(const struct scene *scene, struct page *page)
{
    const struct bank *bank = scene->bank;
    int number = scene->cursor.selected;
    if (!is_met(scene, number)) {
        add_unmet(page);
        return;
    }
    struct progress progress;
    progress_of(bank, scene->history, scene->now, &progress);
    const struct progress_principle *principle = &progress.principles[number];
    struct field_guide guide = field_guide_of(principle);
    page_add(page, ROLE_STRONG, bank->principles[number].rule);
    if (guide.looks) {
        page_gap(page);
        content_piece_looks(scene, number, page);
    }
    if (guide.mixup)
        add_mixup(bank, number, page);
    if (guide.all)
        add_own(scene, number, &principle->mastery, page);
    add_next(&guide, principle, page);
    progress_free(&progress);
}
