/* The card and its verdict as part of a frame. */
#include "core/view_card.h"

#include <stdlib.h>
#include <string.h>
#include <unicase.h>

#include "core/content.h"
#include "core/content_clue.h"
#include "core/content_verdict.h"
#include "core/game_query.h"
#include "core/view.h"

enum {
    BOXED_COLS_MIN = 58, /* narrower or lower, the card has no box */
    BOXED_ROWS_MIN = 16,
    BOX_PADDING = 3,
    BOX_LINES_MAX = 5,
    QUESTION_GAP = 4,
    SIDES_ROWS = 2,
    SIDES_GAP = 2,
    KEYS_INDENT = 3,
    KEYS_GAP = 2
};

/* Whether the card is judged: its verdict shows, or what gave it away is asked before that. */
static bool is_judged(const struct scene *scene)
{
    return scene->game->phase == PHASE_VERDICT || scene->game->phase == PHASE_CLUE;
}

/* The card that is on the table or was just judged. */
static const struct card *shown_card(const struct scene *scene)
{
    return is_judged(scene) ? game_judged(scene->game) : game_card(scene->game);
}

/* Appends a side's name in capitals, by the rules of its letters. */
static void add_capitals(struct str *out, const char *name)
{
    size_t len;
    uint8_t *upper = u8_toupper((const uint8_t *)name, strlen(name), NULL, NULL, NULL, &len);
    if (upper)
        str_addn(out, (const char *)upper, len);
    else
        str_add(out, name);
    free(upper);
}

/* One side's label: its name, an arrow to its place or, once judged, right or wrong. */
static enum role make_label(const struct scene *scene, enum side side, struct str *label)
{
    bool left = side == SIDE_SALES;
    enum role role = left ? ROLE_SALES : ROLE_MARKETING;
    const char *symbol = left ? "◀" : "▶";
    if (is_judged(scene)) {
        const struct card *card = shown_card(scene);
        bool keyed = scene->bank->activities[card->activity].side == side;
        symbol = keyed ? "✓" : card->choice == side ? "✗" : " ";
        if (!keyed)
            role = card->choice == side ? ROLE_WRONG : ROLE_DIM;
    }
    if (left)
        str_addf(label, "%s  ", symbol);
    add_capitals(label, scene->bank->side_name[side]);
    if (!left)
        str_addf(label, "  %s", symbol);
    return role;
}

/* What stands between the sides: that one is not sure, or, where the cards go by, how the last one
 * was. */
static const char *make_tag(const struct scene *scene, enum role *role)
{
    const struct card *last = game_judged(scene->game);
    bool unsure = is_judged(scene) ? !shown_card(scene)->sure : scene->cursor.unsure;
    *role = ROLE_NOTICE;
    if (unsure)
        return _("? not sure");
    if (!last || mode_info(scene->game->rules.mode)->feedback != FEEDBACK_FLASH)
        return "";
    enum side keyed = scene->bank->activities[last->activity].side;
    *role = last->choice == keyed ? ROLE_RIGHT : ROLE_WRONG;
    if (last->choice == keyed)
        return _("✓ right");
    return keyed == SIDE_SALES ? _("✗ that was sales") : _("✗ that was marketing");
}

/* The keys of a side as far as there is room: from its place inwards, "s  ←" and "→  m". */
static void add_keys(const struct scene *scene, enum side side, int cols, struct str *out)
{
    enum action action = side == SIDE_SALES ? ACTION_SALES : ACTION_MARKETING;
    for (int i = 0; i < KEYMAP_KEYS_MAX && scene->keys->keys[action][i]; i++) {
        struct key_label key = keymap_label(scene->keys->keys[action][i]);
        if (view_width(scene, str_text(out)) + KEYS_GAP + view_width(scene, key.text) > cols)
            return;
        struct str so_far = *out;
        *out = (struct str){0};
        if (!i)
            str_add(out, key.text);
        else if (side == SIDE_SALES)
            str_addf(out, "%s%*s%s", str_text(&so_far), KEYS_GAP, "", key.text);
        else
            str_addf(out, "%s%*s%s", key.text, KEYS_GAP, "", str_text(&so_far));
        str_free(&so_far);
    }
}

/* The keys of both sides in the row under their names. */
static void draw_keys(struct frame *frame, const struct scene *scene, struct area area, int y)
{
    struct str sales = {0}, marketing = {0};
    int cols = area.cols / 2 - KEYS_INDENT;
    add_keys(scene, SIDE_SALES, cols, &sales);
    add_keys(scene, SIDE_MARKETING, cols, &marketing);
    view_put(frame, scene, area.x + KEYS_INDENT, y, cols, str_text(&sales), ROLE_KEY);
    view_put_right(frame, scene, area.x + area.cols - KEYS_INDENT, y, cols, str_text(&marketing),
                   ROLE_KEY);
    str_free(&sales);
    str_free(&marketing);
}

/* The two sides in their places with the tag between them, in the two rows from `y` on.  Names too
 * long for one row get a row each; `keys` says whether a row is free for the keys otherwise. */
static void draw_sides(struct frame *frame, const struct scene *scene, struct area area, int y,
                       bool keys)
{
    struct str sales = {0}, marketing = {0};
    enum role sales_role = make_label(scene, SIDE_SALES, &sales);
    enum role marketing_role = make_label(scene, SIDE_MARKETING, &marketing);
    enum role tag_role = ROLE_NOTICE;
    const char *tag = make_tag(scene, &tag_role);
    int widest = view_width(scene, str_text(&sales)), tag_cols = view_width(scene, tag);
    if (view_width(scene, str_text(&marketing)) > widest)
        widest = view_width(scene, str_text(&marketing));
    bool crowded = 2 * (widest + SIDES_GAP) + tag_cols > area.cols;
    int right = area.x + area.cols;
    int beside = crowded && tag_cols ? area.cols - tag_cols - SIDES_GAP : area.cols;
    int first = crowded || keys ? y : y + 1, second = crowded ? y + 1 : first;

    view_put(frame, scene, area.x, first, beside, str_text(&sales), sales_role);
    view_put_right(frame, scene, right, second, area.cols, str_text(&marketing), marketing_role);
    if (crowded)
        view_put_right(frame, scene, right, first, tag_cols, tag, tag_role);
    else
        view_put(frame, scene, area.x + (area.cols - tag_cols) / 2, first, tag_cols, tag, tag_role);
    if (!is_judged(scene) && keys && !crowded)
        draw_keys(frame, scene, area, y + 1);
    str_free(&sales);
    str_free(&marketing);
}

/* Either half of the card's surroundings answers a click. */
static void mark_halves(struct frame *frame, const struct scene *scene, struct area area, int y,
                        int rows)
{
    if (is_judged(scene))
        return;
    int half = area.cols / 2;
    frame_hit(frame, area.x, y, half, rows, ACTION_SALES, 0);
    frame_hit(frame, area.x + half, y, area.cols - half, rows, ACTION_MARKETING, 0);
}

static void draw_border(struct frame *frame, const struct scene *scene, struct area box)
{
    int right = box.x + box.cols - 1, bottom = box.y + box.rows - 1;
    for (int x = box.x + 1; x < right; x++) {
        view_put(frame, scene, x, box.y, 1, "─", ROLE_BORDER);
        view_put(frame, scene, x, bottom, 1, "─", ROLE_BORDER);
    }
    for (int y = box.y + 1; y < bottom; y++) {
        view_put(frame, scene, box.x, y, 1, "│", ROLE_BORDER);
        view_put(frame, scene, right, y, 1, "│", ROLE_BORDER);
    }
    view_put(frame, scene, box.x, box.y, 1, "┌", ROLE_BORDER);
    view_put(frame, scene, right, box.y, 1, "┐", ROLE_BORDER);
    view_put(frame, scene, box.x, bottom, 1, "└", ROLE_BORDER);
    view_put(frame, scene, right, bottom, 1, "┘", ROLE_BORDER);
}

/* How far the box has moved: in the middle while open, at its side once judged. */
static int box_shift(const struct scene *scene)
{
    if (!is_judged(scene))
        return 0;
    int way = SLIDE_STEPS - scene->cursor.slide;
    return scene->bank->activities[shown_card(scene)->activity].side == SIDE_SALES ? -way : way;
}

/* Columns the situation has beside the question. */
static int heading_cols(const struct scene *scene, struct area area, const char *question)
{
    return area.cols - view_width(scene, question) - QUESTION_GAP;
}

/* TRANSLATORS: the question above every card. */
static const char *card_question(void)
{
    return _("Sales or marketing?");
}

/* The situation, and what kind of card this is. */
static void make_heading(const struct scene *scene, struct page *page)
{
    const struct card *card = shown_card(scene);
    const struct activity *activity = &scene->bank->activities[card->activity];
    page_init(page, scene->charset);
    page_add(page, ROLE_TEXT, scene->bank->scenarios[activity->scenario].situation);
    if (card->sibling_card >= 0)
        page_add(page, ROLE_NOTICE, _("One thing changed …"));
}

/* The activity, its clue marked once judged. */
static void make_activity(const struct scene *scene, struct page *page)
{
    const struct activity *activity = &scene->bank->activities[shown_card(scene)->activity];
    page_init(page, scene->charset);
    struct paragraph *p = page_add(page, ROLE_STRONG, activity->text);
    p->focused = !is_judged(scene);
    if (scene->game->phase == PHASE_VERDICT)
        page_mark(page, p, bank_clue(activity), ROLE_CUE);
}

/* A card laid out with its box: what stands in which row of the area. */
struct layout {
    struct page heading, activity;
    struct area box;
    int text_cols, text_rows;
    int sides_y;
    int below; /* the first row under the card */
};

static void lay_out(const struct scene *scene, struct area area, struct layout *layout)
{
    make_heading(scene, &layout->heading);
    make_activity(scene, &layout->activity);
    int heading_rows = page_rows(&layout->heading, heading_cols(scene, area, card_question()));
    layout->box = (struct area){.x = area.x + SLIDE_STEPS + box_shift(scene),
                                .y = area.y + heading_rows + 1,
                                .cols = area.cols - 2 * SLIDE_STEPS};
    layout->text_cols = layout->box.cols - 2 - 2 * BOX_PADDING;
    layout->text_rows = page_rows(&layout->activity, layout->text_cols);
    layout->box.rows = layout->text_rows + 4;
    layout->sides_y = layout->box.y + layout->box.rows + 1;
    layout->below = layout->sides_y + SIDES_ROWS;
}

static void layout_free(struct layout *layout)
{
    page_free(&layout->heading);
    page_free(&layout->activity);
}

/* Card above, the room for a verdict below. */
static void draw_boxed(struct frame *frame, struct scene *scene, struct area area,
                       const struct layout *layout)
{
    scene->cursor.scroll = 0; /* all of it is in sight */
    page_draw(&layout->heading, frame, area.x, area.y, heading_cols(scene, area, card_question()),
              area.rows, 0);
    view_put_right(frame, scene, area.x + area.cols, area.y, area.cols, card_question(),
                   ROLE_TITLE);
    draw_border(frame, scene, layout->box);
    page_draw(&layout->activity, frame, layout->box.x + 1 + BOX_PADDING, layout->box.y + 2,
              layout->text_cols, layout->text_rows, 0);
    struct area sides = {area.x + SLIDE_STEPS, layout->sides_y, area.cols - 2 * SLIDE_STEPS,
                         SIDES_ROWS};
    draw_sides(frame, scene, sides, layout->sides_y, true);
    mark_halves(frame, scene, area, layout->box.y, layout->below - layout->box.y);
}

/* Situation and activity as plain paragraphs with the sides below: for small screens. */
static bool draw_unboxed(struct frame *frame, struct scene *scene, struct area area)
{
    const struct card *card = shown_card(scene);
    const struct activity *activity = &scene->bank->activities[card->activity];
    struct page page;
    page_init(&page, scene->charset);
    page_add(&page, ROLE_TEXT, scene->bank->scenarios[activity->scenario].situation);
    if (card->sibling_card >= 0)
        page_add(&page, ROLE_NOTICE, _("One thing changed …"));
    else
        page_gap(&page);
    page_add(&page, ROLE_STRONG, activity->text)->focused = true;
    struct area text = {area.x, area.y, area.cols, area.rows - SIDES_ROWS};
    bool more = view_page(frame, scene, text, &page);
    page_free(&page);
    mark_halves(frame, scene, area, area.y, area.rows);
    draw_sides(frame, scene, area, area.y + area.rows - SIDES_ROWS, false);
    return more;
}

/* The verdict or the question about the clue in the card's place. */
static bool draw_page_alone(struct frame *frame, struct scene *scene, struct area area,
                            struct page *page)
{
    const struct card *card = shown_card(scene);
    const struct activity *activity = &scene->bank->activities[card->activity];
    bool asks = scene->game->phase == PHASE_CLUE;
    if (asks || !game_pair(scene->game, card)) {
        page_gap(page);
        struct paragraph *p = page_add(page, ROLE_STRONG, activity->text);
        if (!asks)
            page_mark(page, p, bank_clue(activity), ROLE_CUE);
    }
    return asks ? view_page_following(frame, scene, area, page)
                : view_page(frame, scene, area, page);
}

/* What comes after an answer below its card where both fit, else in its place. */
static bool draw_judged(struct frame *frame, struct scene *scene, struct area area, bool boxed,
                        const struct layout *layout)
{
    struct page page;
    page_init(&page, scene->charset);
    if (scene->game->phase == PHASE_CLUE)
        content_clue(scene, &page);
    else
        content_verdict(scene, &page);
    if (page.len && scene->game->phase == PHASE_VERDICT)
        page.items[0].focused = true;
    struct area rest = {area.x, layout->below, area.cols, area.y + area.rows - layout->below};
    bool more;
    if (boxed && page_rows(&page, rest.cols) <= rest.rows) {
        draw_boxed(frame, scene, area, layout);
        more = view_page(frame, scene, rest, &page);
    } else {
        more = draw_page_alone(frame, scene, area, &page);
    }
    page_free(&page);
    return more;
}

bool view_card(struct frame *frame, struct scene *scene, struct area area)
{
    struct layout layout;
    lay_out(scene, area, &layout);
    bool boxed = area.cols >= BOXED_COLS_MIN && area.rows >= BOXED_ROWS_MIN &&
                 layout.text_rows <= BOX_LINES_MAX && layout.below <= area.y + area.rows;
    bool more = false;
    if (is_judged(scene))
        more = draw_judged(frame, scene, area, boxed, &layout);
    else if (boxed)
        draw_boxed(frame, scene, area, &layout);
    else
        more = draw_unboxed(frame, scene, area);
    layout_free(&layout);
    return more;
}
