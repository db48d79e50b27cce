/* The footer: what can be done here, and with which key. */
#include "core/view_footer.h"

#include <string.h>

#include "core/content_paged.h"
#include "core/game_board.h"
#include "core/game_query.h"

/* The word of a hint; by this name the template of translations says how long it may be (MARKS in
 * the Makefile). */
#define HINT(text) gettext(text)

enum { HINTS_MAX = 8, HINT_GAP = 4, HINT_GAP_NARROW = 2 };

struct hint {
    enum action action;
    struct key_label key;
    const char *label;
    int dispensable; /* where there is no room the most dispensable goes first */
};

static struct hint hint_of(const struct scene *scene, enum action action, const char *label,
                           int dispensable)
{
    return (struct hint){action, scene_key(scene, action), label, dispensable};
}

/* Two actions in one hint: "↓↑", "jk", "s m", "PageDown PageUp"; `between` for short names. */
static struct hint pair_hint(const struct scene *scene, enum action one, enum action other,
                             const char *between, const char *label)
{
    struct hint hint = hint_of(scene, one, label, 0);
    struct key_label second = scene_key(scene, other);
    struct str both = {0};
    bool close = text_width(hint.key.text) == 1 && text_width(second.text) == 1;
    str_addf(&both, "%s%s%s", hint.key.text, close ? between : " ", second.text);
    if (both.len < sizeof hint.key.text)
        memcpy(hint.key.text, both.data, both.len + 1);
    str_free(&both);
    return hint;
}

static struct hint hint_spared(struct hint hint, int dispensable)
{
    hint.dispensable = dispensable;
    return hint;
}

/* What can be done on a page of a show. */
static int show_hints(const struct scene *scene, struct hint *hints)
{
    const struct show *show = scene->show;
    int n = 0, card = show_card(show);
    if (card >= 0 && show_counted(&show->counts[card]) && !show->ended)
        hints[n++] = hint_of(scene, ACTION_TAKE_BACK, HINT("take hands back"), 2);
    if (show->at.step != SHOW_CARD || show->at.number > 0)
        hints[n++] = hint_of(scene, ACTION_PREVIOUS, HINT("back"), 3);
    return n;
}

/* What Enter does on a page of a show. */
static const char *show_enter(const struct scene *scene)
{
    switch (scene->show->at.step) {
    case SHOW_CARD:
        return scene->cursor.typed[0] ? HINT("keep") : HINT("go on");
    case SHOW_SPLIT:
        return HINT("the answer");
    case SHOW_TOTAL:
        return scene->show->ended ? HINT("leave") : HINT("end the show");
    default:
        return HINT("next");
    }
}

/* What a run and its end take; the hints go to `hints`, returns how many. */
static int run_hints(const struct scene *scene, unsigned context, struct hint *hints)
{
    int n = 0;
    if (context & CONTEXT_SORTING)
        hints[n++] = hint_of(scene, ACTION_UNSURE, HINT("not sure"), 0);
    if (context & CONTEXT_BOARD) {
        hints[n] = pair_hint(scene, ACTION_SALES, ACTION_MARKETING, " ", HINT("move"));
        hints[n++].action = ACTION_NONE; /* a click could mean either side */
    }
    if (scene->game && scene->cursor.overlay == OVERLAY_NONE && game_strikable(scene->game))
        hints[n++] = hint_of(scene, ACTION_STRIKE, HINT("strike out"), 2);
    if (context & CONTEXT_RUN)
        hints[n++] = hint_of(scene, ACTION_FLAG, HINT("flag"), 3);
    if (context & CONTEXT_RESULT && scene_offers_misses(scene))
        hints[n++] = hint_of(scene, ACTION_AGAIN, HINT("misses again"), 0);
    if (context & CONTEXT_RESULT && scene_offers_figures(scene))
        hints[n++] = hint_of(scene, ACTION_FIGURES,
                             scene->cursor.figures ? HINT("without figures") : HINT("figures"), 3);
    return n;
}

/* What pages take that are turned. */
static int page_hints(const struct scene *scene, unsigned context, struct hint *hints)
{
    int n = 0;
    if (context & CONTEXT_PAGED && scene->cursor.selected > 0)
        hints[n++] = hint_of(scene, ACTION_PREVIOUS, HINT("page before"), 2);
    if (context & CONTEXT_SHOWING)
        n += show_hints(scene, hints + n);
    if (context & CONTEXT_WATCH)
        hints[n++] = hint_spared(
            pair_hint(scene, ACTION_PREVIOUS, ACTION_FOLLOWING, "", HINT("turn the page")), 3);
    if (context & CONTEXT_LEARN)
        hints[n++] = hint_of(scene, ACTION_PRACTISE, HINT("practise this"), 0);
    if (context & CONTEXT_PROGRESS)
        hints[n++] = hint_of(scene, ACTION_PRACTISE, HINT("practise"), 0);
    if (context & CONTEXT_PROGRESS && content_paged_count(scene) > 1)
        hints[n++] = hint_of(scene, ACTION_FIGURES,
                             scene->cursor.figures ? HINT("without figures") : HINT("figures"), 1);
    return n;
}

/* What moves the mark, or else the screen. */
static int move_hints(const struct scene *scene, unsigned context, bool more, struct hint *hints)
{
    if (context & CONTEXT_BOARD)
        hints[0] = pair_hint(scene, ACTION_DOWN, ACTION_UP, "", HINT("choose"));
    else if (context & CONTEXT_CLUE)
        hints[0] = (struct hint){ACTION_DOWN, {"1–3"}, HINT("choose"), 0};
    else if (more || scene->cursor.scroll > 0)
        hints[0] = pair_hint(scene, ACTION_DOWN, ACTION_UP, "", more ? HINT("more") : HINT("back"));
    else
        return 0;
    return 1;
}

/* The hints of this screen, in the order they are shown; returns how many. */
static int collect_hints(const struct scene *scene, bool more, struct hint *hints)
{
    int n = 0;
    unsigned context = scene_context(scene);
    if (context & CONTEXT_TYPING) {
        hints[n++] = hint_of(scene, ACTION_NEXT, HINT("keep the flag"), 0);
        hints[n++] = hint_of(scene, ACTION_QUIT, HINT("cancel"), 0);
        return n;
    }
    n += run_hints(scene, context, hints + n);
    n += page_hints(scene, context, hints + n);
    n += move_hints(scene, context, more, hints + n);
    if (scene->cursor.overlay != OVERLAY_HELP)
        hints[n++] = hint_of(scene, ACTION_HELP, HINT("help"), 1);
    if (context & CONTEXT_RUN)
        hints[n++] = hint_of(scene, ACTION_QUIT, HINT("end"), 0);
    else if (scene->cursor.overlay == OVERLAY_NONE)
        hints[n++] = hint_of(scene, ACTION_QUIT, HINT("leave"),
                             context & (CONTEXT_WATCH | CONTEXT_SHOWING) ? 0 : 2);
    return n;
}

static int hint_cols(const struct scene *scene, const struct hint *hint)
{
    return view_width(scene, hint->key.text) + 2 + view_width(scene, hint->label);
}

static int draw_hint(struct frame *frame, const struct scene *scene, int x, int y,
                     const struct hint *hint)
{
    int cols = view_put(frame, scene, x, y, frame->width, hint->key.text, ROLE_KEY);
    cols += view_put(frame, scene, x + cols, y, frame->width, ": ", ROLE_DIM);
    cols += view_put(frame, scene, x + cols, y, frame->width, hint->label, ROLE_DIM);
    if (hint->action != ACTION_NONE)
        frame_hit(frame, x, y, cols, 1, hint->action, 0);
    return cols;
}

/* What going on does, at the right end of the footer; its label is NULL where it has no place. */
static struct hint enter_hint(const struct scene *scene)
{
    struct hint hint = hint_of(scene, ACTION_NEXT, NULL, 0);
    if (scene->cursor.overlay == OVERLAY_HELP)
        hint.label = HINT("back");
    else if (scene->cursor.overlay == OVERLAY_NONE) {
        unsigned context = scene_context(scene);
        if (context & (CONTEXT_VERDICT | CONTEXT_PAGE | CONTEXT_PAGED))
            hint.label = HINT("next");
        else if (context & CONTEXT_SHOWING)
            hint.label = show_enter(scene);
        else if (context & CONTEXT_WATCH)
            hint.label = HINT("next page");
        else if (context & CONTEXT_CLUE)
            hint.label = scene->cursor.selected < 0 ? HINT("go on") : HINT("choose");
        else if (context & CONTEXT_RESULT ||
                 (context & CONTEXT_BOARD &&
                  game_board_placed(scene->game) == game_length(scene->game)))
            hint.label = HINT("done");
        else if (context & CONTEXT_MENU)
            hint.label = HINT("choose");
    }
    return hint;
}

/* Columns the hints take with this gap between them. */
static int hints_cols(const struct scene *scene, const struct hint *hints, int count, int gap)
{
    int cols = count > 0 ? (count - 1) * gap : 0;
    for (int i = 0; i < count; i++)
        cols += hint_cols(scene, &hints[i]);
    return cols;
}

/* Leaves the most dispensable hint out; false when there is none, or it is not `least` dispensable.
 */
static bool drop_hint(struct hint *hints, int *count, int least)
{
    int at = 0;
    for (int i = 1; i < *count; i++)
        if (hints[i].dispensable > hints[at].dispensable)
            at = i;
    if (*count < 1 || hints[at].dispensable < least)
        return false;
    --*count;
    memmove(&hints[at], &hints[at + 1], (size_t)(*count - at) * sizeof *hints);
    return true;
}

void view_footer(struct frame *frame, const struct scene *scene, struct area area, bool more)
{
    struct hint hints[HINTS_MAX] = {0};
    int count = collect_hints(scene, more, hints);
    struct hint enter = enter_hint(scene);
    int room = area.cols - (enter.label ? hint_cols(scene, &enter) + HINT_GAP_NARROW : 0);
    int gap = hints_cols(scene, hints, count, HINT_GAP) <= room ? HINT_GAP : HINT_GAP_NARROW;
    while (hints_cols(scene, hints, count, gap) > room && drop_hint(hints, &count, 1))
        continue;
    room +=
        enter.label ? HINT_GAP_NARROW - 1 : 0; /* sooner a narrow gap than a hint that matters */
    while (hints_cols(scene, hints, count, gap) > room && drop_hint(hints, &count, 0))
        continue;
    int x = area.x;
    for (int i = 0; i < count; i++)
        x += draw_hint(frame, scene, x, area.y, &hints[i]) + gap;
    if (enter.label)
        draw_hint(frame, scene, area.x + area.cols - hint_cols(scene, &enter), area.y, &enter);
}
