/* The verdict on an answer, and the comparison of a pair once both are answered. */
#include "core/content_verdict.h"

#include "core/content.h"
#include "core/game_query.h"

enum { PAIR_LABEL_COLS = 11, INDENT = 2 };

/* "The clue: “…”." when the activity names one. */
static void add_clue(const struct activity *activity, struct str *out)
{
    if (!*activity->cue)
        return;
    str_addc(out, ' ');
    str_addf(out, _("The clue: “%s”."), activity->cue);
}

static void add_hit(const struct scene *scene, struct page *page, const struct card *card)
{
    const struct activity *activity = &scene->bank->activities[card->activity];
    struct str text = {0};
    if (scene->lines)
        str_add(&text, activity->side == SIDE_SALES ? _("Right: sales.") : _("Right: marketing."));
    else
        str_add(&text, activity->side == SIDE_SALES ? _("Sales.") : _("Marketing."));
    add_clue(activity, &text);
    if (*activity->why) {
        str_addc(&text, ' ');
        str_add(&text, activity->why);
    }
    const char *symbol = scene->lines ? "" : "✓";
    struct paragraph *p = page_add_lead(page, ROLE_RIGHT, symbol, 0, ROLE_TEXT, str_text(&text));
    page_mark(page, p, activity->cue, ROLE_CUE);
    str_free(&text);
}

static void add_miss(const struct scene *scene, struct page *page, const struct card *card)
{
    const struct activity *activity = &scene->bank->activities[card->activity];
    struct str text = {0};
    const char *symbol = scene->lines ? "" : "✗";
    if (scene->lines) {
        str_add(&text, _("Wrong."));
        str_addc(&text, ' ');
    }
    str_add(&text, activity->side == SIDE_SALES ? _("You said marketing; this is sales.")
                                                : _("You said sales; this is marketing."));
    add_clue(activity, &text);
    struct paragraph *p = page_add_lead(page, ROLE_WRONG, symbol, 0, ROLE_TEXT, str_text(&text));
    page_mark(page, p, activity->cue, ROLE_CUE);
    int indent = p->lead_cols;
    str_free(&text);
    if (*activity->why)
        page_add(page, ROLE_TEXT, activity->why)->indent = indent;
    page_add(page, ROLE_TEXT, scene->bank->principles[activity->principle].rule)->indent = indent;
}

static void add_of_pair(const struct scene *scene, struct page *page, const struct card *card)
{
    const struct activity *activity = &scene->bank->activities[card->activity];
    enum role role = activity->side == SIDE_SALES ? ROLE_SALES : ROLE_MARKETING;
    struct paragraph *p = page_add_lead(page, role, scene->bank->side_name[activity->side],
                                        PAIR_LABEL_COLS, ROLE_TEXT, activity->text);
    p->indent = INDENT;
    page_mark(page, p, activity->cue, ROLE_CUE);
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

void content_verdict(const struct scene *scene, struct page *page)
{
    const struct card *card = game_judged(scene->game);
    if (!card)
        return;
    struct graded graded = game_graded(scene->game, scene->bank, card);
    if (score_right(&graded))
        add_hit(scene, page, card);
    else
        add_miss(scene, page, card);
    const struct card *other = game_pair(scene->game, card);
    if (other)
        add_pair(scene, page, card, other);
}
