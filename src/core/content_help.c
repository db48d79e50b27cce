/* The help: keys in frames, among lines what may be typed; and the time left in words. */
#include "core/content_help.h"

#include <string.h>

#include "core/content.h"
#include "core/game_query.h"

enum { KEY_COLS = 15, MS_A_SECOND = 1000, SECONDS_A_MINUTE = 60 };

void content_time_left(int64_t left_ms, struct str *out)
{
    int seconds = left_ms > 0 ? (int)((left_ms + MS_A_SECOND - 1) / MS_A_SECOND) : 0;
    int minutes = seconds / SECONDS_A_MINUTE;
    if (minutes)
        str_addf(out, ngettext("%d minute left.", "%d minutes left.", (unsigned long)minutes),
                 minutes);
    else
        str_addf(out, ngettext("%d second left.", "%d seconds left.", (unsigned long)seconds),
                 seconds);
}

/* --- what counts for both ------------------------------------------------------------------- */

/* What shows on the trainer's screens, page by page. */
static void add_pages(const struct scene *scene, struct page *page)
{
    if (scene->game || (scene->screen != SCREEN_SHOW && scene->screen != SCREEN_WATCH))
        return;
    page_add(page, ROLE_TEXT,
             scene->screen == SCREEN_SHOW
                 ? _("Each card has three pages: the card, where hands are typed; how the room "
                     "splits; the answer. Behind the cards come what there is to discuss, and the "
                     "room as a whole.")
                 : _("The board has three pages: who is where, how the room splits on each card, "
                     "and each principle. The last two give answers away: keep them off the "
                     "projector while a test is open."));
    page_gap(page);
}

/* Whether the hands of the card that shows can be taken back. */
static bool can_take_back(const struct show *show)
{
    int card = show_card(show);
    return card >= 0 && !show->ended && show_counted(&show->counts[card]);
}

/* Whether the action can do something now, where its key or word means it at all. */
static bool does_something(const struct scene *scene, enum action action, unsigned context)
{
    switch (action) {
    case ACTION_NEXT:
        return !(context & (scene->lines ? CONTEXT_CARD | CONTEXT_MENU : CONTEXT_CARD));
    case ACTION_SALES:
    case ACTION_MARKETING:
        return context == CONTEXT_CARD || !scene->lines;
    case ACTION_UNSURE: /* among lines told with the answers */
        return !scene->lines && (context != CONTEXT_VERDICT || scene_after_hit(scene));
    case ACTION_PREVIOUS: /* b and f, among lines */
    case ACTION_FOLLOWING:
        return !scene->lines;
    case ACTION_STRIKE:
        return game_strikable(scene->game) != NULL;
    case ACTION_TAKE_BACK:
        return can_take_back(scene->show);
    case ACTION_CLOCK:
        return game_deadline(scene->game) != GAME_NO_DEADLINE;
    case ACTION_AGAIN:
        return scene_offers_misses(scene);
    case ACTION_FIGURES:
        return !scene->game || scene_offers_figures(scene);
    case ACTION_REPEAT: /* a frame is there anyway */
        return scene->lines;
    default:
        return true;
    }
}

/* What the action does there. */
static const char *effect_of(const struct scene *scene, enum action action, unsigned context)
{
    switch (action) {
    case ACTION_NEXT:
        if (context == CONTEXT_HANDS)
            return _("keep the hands that are typed, or go on without any");
        if (context == CONTEXT_WATCH)
            return _(action_info(scene->lines ? ACTION_REPEAT : ACTION_FOLLOWING)->help);
        return scene->lines || context == CONTEXT_SHOW ? _("go on") : _(action_info(action)->help);
    case ACTION_CLOCK:
        return scene->lines ? _("how much time is left") : _(action_info(action)->help);
    case ACTION_HELP:
        return scene->lines ? _("this help") : _(action_info(action)->help);
    case ACTION_QUIT:
        return scene->game ? _(action_info(action)->help) : _("leave");
    default:
        return _(action_info(action)->help);
    }
}

/* --- frames ---------------------------------------------------------------------------------- */

/* One action's row: its keys, and what it does. */
static void add_action(const struct scene *scene, enum action action, unsigned context,
                       struct page *page)
{
    struct str names = {0};
    keymap_names(scene->keys, action, &names);
    page_add_lead(page, ROLE_KEY, str_text(&names), KEY_COLS, ROLE_TEXT,
                  effect_of(scene, action, context));
    str_free(&names);
}

static void add_keys(const struct scene *scene, unsigned context, struct page *page)
{
    page_add(page, ROLE_TEXT, content_rule_sentence());
    page_gap(page);
    add_pages(scene, page);
    if (scene->screen == SCREEN_SHOW && !scene->game) {
        page_add(page, ROLE_STRONG,
                 _("Larger letters: most terminals take Ctrl and +, and Ctrl and - for smaller "
                   "ones; then use the whole screen (often F11)."));
        page_gap(page);
    }
    for (int i = ACTION_NONE + 1; i < ACTION_CHOOSE; i++) {
        enum action action = (enum action)i;
        if ((action_info(action)->contexts & context) && does_something(scene, action, context))
            add_action(scene, action, context, page);
    }
    page_gap(page);
    page_add(page, ROLE_DIM, _("A click on a side, an item or a hint does what its key does."));
    page_add(page, ROLE_DIM, _("What keys do elsewhere stands in the manual: man smquiz."));
}

/* --- lines ----------------------------------------------------------------------------------- */

/* What is typed where there is no word for it in the table of actions. */
static void add_typed(unsigned context, struct page *page)
{
    switch (context) {
    case CONTEXT_CARD:
        /* TRANSLATORS: the letters that are typed stay as they are. */
        page_add(page, ROLE_TEXT, _("s? or m?: the same, and not sure"));
        break;
    case CONTEXT_BOARD:
        page_add(page, ROLE_TEXT,
                 /* TRANSLATORS: the letters that are typed stay as they are. */
                 _("1m 2s 3s?: card 1 into marketing, 2 into sales, 3 into sales and not sure"));
        break;
    case CONTEXT_MENU:
    case CONTEXT_CLUE:
    case CONTEXT_PROGRESS:
        page_add(page, ROLE_TEXT, _("a number: what stands behind it"));
        break;
    case CONTEXT_HANDS:
        page_add(page, ROLE_TEXT, _("7 4: so many hands for sales, and so many for marketing"));
        break;
    default:
        break;
    }
}

/* The keys that are one character and the name; a flag comes with its reason. */
static void add_words(const struct scene *scene, enum action action, unsigned context,
                      struct page *page)
{
    struct str words = {0};
    const char *keys = action_info(action)->keys;
    for (size_t len; *(keys += strspn(keys, " ")); keys += len) {
        len = strcspn(keys, " ");
        if (len == 1)
            str_addf(&words, "%.1s, ", keys);
    }
    if (action == ACTION_NEXT)
        str_add(&words, _("Enter alone"));
    else if (action == ACTION_FLAG)
        str_add(&words, _("then a reason"));
    else
        str_add(&words, action_info(action)->name);
    page_addf(page, ROLE_TEXT, _("%s: %s"), str_text(&words), effect_of(scene, action, context));
    str_free(&words);
}

static void add_lines(const struct scene *scene, unsigned context, struct page *page)
{
    add_pages(scene, page);
    page_add(page, ROLE_TITLE, _("You can type here:"));
    for (int i = ACTION_NONE + 1; i < ACTION_CHOOSE; i++) {
        enum action action = (enum action)i;
        if (action == ACTION_UNSURE)
            add_typed(context, page);
        if ((action_lines(action) & context) && does_something(scene, action, context))
            add_words(scene, action, context, page);
    }
    page_gap(page);
    page_add(page, ROLE_TEXT, content_rule_sentence());
}

void content_help(const struct scene *scene, struct page *page)
{
    struct scene below = *scene; /* what the help lies over */
    below.cursor.overlay = OVERLAY_NONE;
    unsigned context = scene_context(&below);
    if (scene->lines)
        add_lines(scene, context, page);
    else
        add_keys(scene, context, page);
}
