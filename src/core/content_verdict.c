/* The verdict on an answer, and the comparison of a pair once both are answered. */
#include "core/content_verdict.h"

#include "core/content.h"
#include "core/content_clue.h"
#include "core/content_piece.h"
#include "core/game_query.h"

enum { INDENT = 2, STREAK_STEP = 5 };

/* Adds the paragraph with the clue: what comes before it, the clue's sentence with the clue marked,
 * and what comes after; among lines each of these is one. */
static struct paragraph *add_with_clue(const struct scene *scene, struct page *page,
                                       const struct activity *activity, enum role symbol_role,
                                       const char *symbol, const char *before, const char *after)
{
    const char *between = scene->lines ? "\n" : " ";
    struct str text = {0}, clue = {0};
    str_add(&text, before);
    if (*bank_clue(activity)) {
        str_addf(&clue, _("The clue: “%s”."), bank_clue(activity));
        str_addf(&text, "%s%s", between, str_text(&clue));
    }
    if (*after)
        str_addf(&text, "%s%s", between, after);
    struct paragraph *p =
        page_add_lead(page, symbol_role, scene->lines ? "" : symbol, 0, ROLE_TEXT, str_text(&text));
    page_mark_within(page, p, str_text(&clue), bank_clue(activity), ROLE_CUE);
    str_free(&text);
    str_free(&clue);
    return p;
}

static void add_hit(const struct scene *scene, struct page *page, const struct card *card)
{
    const struct activity *activity = &scene->bank->activities[card->activity];
    bool sales = activity->side == SIDE_SALES;
    const char *before = scene->lines ? (sales ? _("Right: sales.") : _("Right: marketing."))
                                      : (sales ? _("Sales.") : _("Marketing."));
    add_with_clue(scene, page, activity, ROLE_RIGHT, "✓", before, activity->why);
}

static void add_miss(const struct scene *scene, struct page *page, const struct card *card)
{
    const struct activity *activity = &scene->bank->activities[card->activity];
    struct str before = {0};
    if (scene->lines)
        str_addf(&before, "%s ", _("Wrong."));
    str_add(&before, activity->side == SIDE_SALES ? _("You said marketing; this is sales.")
                                                  : _("You said sales; this is marketing."));
    int indent =
        add_with_clue(scene, page, activity, ROLE_WRONG, "✗", str_text(&before), "")->lead_cols;
    str_free(&before);
    if (*activity->why)
        page_add(page, ROLE_TEXT, activity->why)->indent = indent;
    if (!activity->overruled)
        page_add(page, ROLE_TEXT, scene->bank->principles[activity->principle].rule)->indent =
            indent;
}

static void add_of_pair(const struct scene *scene, struct page *page, const struct card *card)
{
    const struct activity *activity = &scene->bank->activities[card->activity];
    struct paragraph *p = content_piece_of_side(scene, activity->side, activity->text, page);
    p->indent = INDENT;
    page_mark(page, p, bank_clue(activity), ROLE_CUE);
}

static void add_pair(const struct scene *scene, struct page *page, const struct card *card,
                     const struct card *other)
{
    const struct activity *activity = &scene->bank->activities[card->activity];
    const struct scenario *scenario = &scene->bank->scenarios[activity->scenario];
    bool sales_first = activity->side == SIDE_SALES;
    page_gap(page);
    page_add(page, ROLE_TITLE, _("Side by side:"));
    page_add(page, ROLE_DIM, scenario->situation)->indent = INDENT;
    add_of_pair(scene, page, sales_first ? card : other);
    add_of_pair(scene, page, sales_first ? other : card);
    if (*scenario->together)
        page_add(page, ROLE_DIM, scenario->together)->indent = INDENT;
}

/* Every five right in a row get a quiet mark. */
static void add_streak(const struct scene *scene, struct page *page)
{
    int streak = game_streak(scene->game, scene->bank);
    if (scene->streaks && streak && streak % STREAK_STEP == 0)
        page_addf(page, ROLE_DIM, _("%d in a row."), streak)->indent = INDENT;
}

void content_verdict(const struct scene *scene, struct page *page)
{
    const struct card *card = game_judged(scene->game);
    if (!card)
        return;
    struct graded graded = game_graded(scene->game, scene->bank, card);
    if (score_right(&graded)) {
        add_hit(scene, page, card);
        content_clue_verdict(scene, card, page, INDENT);
        add_streak(scene, page);
    } else {
        add_miss(scene, page, card);
    }
    const struct card *other = game_pair(scene->game, card);
    if (other)
        add_pair(scene, page, card, other);
}
