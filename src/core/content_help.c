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

/* --- frames ---------------------------------------------------------------------------------- */

/* One action's row: its keys, and what it does. */
static void add_action(struct page *page, const struct keymap *keys, enum action action)
{
    struct str names = {0};
    keymap_names(keys, action, &names);
    page_add_lead(page, ROLE_KEY, str_text(&names), KEY_COLS, ROLE_TEXT,
                  _(action_info(action)->help));
    str_free(&names);
}

/* The actions that mean something in `context`, or those that do not. */
static void add_actions(struct page *page, const struct keymap *keys, unsigned context, bool here)
{
    for (int i = ACTION_NONE + 1; i < ACTION_CHOOSE; i++)
        if (((action_info((enum action)i)->contexts & context) != 0) == here)
            add_action(page, keys, (enum action)i);
}

static void add_keys(const struct scene *scene, unsigned context, struct page *page)
{
    page_add(page, ROLE_TEXT, content_rule_sentence());
    page_gap(page);
    if (scene->screen == SCREEN_SHOW && !scene->game) {
        page_add(page, ROLE_STRONG,
                 _("Larger letters: most terminals take Ctrl and +, and Ctrl and - for smaller "
                   "ones; then use the whole screen (often F11)."));
        page_gap(page);
    }
    page_add(page, ROLE_TITLE, _("Here"));
    add_actions(page, scene->keys, context, true);
    page_gap(page);
    page_add(page, ROLE_TITLE, _("Elsewhere"));
    add_actions(page, scene->keys, context, false);
    page_gap(page);
    page_add(page, ROLE_DIM, _("A click on a side, an item or a hint does what its key does."));
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

/* Whether the action can do something now, where it may be typed at all. */
static bool does_something(const struct scene *scene, enum action action, unsigned context)
{
    switch (action) {
    case ACTION_NEXT:
        return !(context & (CONTEXT_CARD | CONTEXT_MENU));
    case ACTION_SALES:
    case ACTION_MARKETING:
        return context == CONTEXT_CARD;
    case ACTION_UNSURE: /* told with the answers */
        return false;
    case ACTION_STRIKE:
        return mode_info(scene->game->rules.mode)->strikes;
    case ACTION_CLOCK:
        return game_deadline(scene->game) != GAME_NO_DEADLINE;
    case ACTION_AGAIN:
        return scene_offers_misses(scene);
    case ACTION_FIGURES:
        return !scene->game || scene_offers_figures(scene);
    default:
        return true;
    }
}

/* What the action does, among lines. */
static const char *effect_of(enum action action)
{
    switch (action) {
    case ACTION_NEXT:
        return _("go on");
    case ACTION_CLOCK:
        return _("how much time is left");
    case ACTION_HELP:
        return _("this help");
    default:
        return _(action_info(action)->help);
    }
}

/* The keys that are one character and the name; a flag comes with its reason. */
static void add_words(enum action action, struct page *page)
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
    page_addf(page, ROLE_TEXT, _("%s: %s"), str_text(&words), effect_of(action));
    str_free(&words);
}

static void add_lines(const struct scene *scene, unsigned context, struct page *page)
{
    page_add(page, ROLE_TITLE, _("You can type here:"));
    for (int i = ACTION_NONE + 1; i < ACTION_CHOOSE; i++) {
        enum action action = (enum action)i;
        if (action == ACTION_UNSURE)
            add_typed(context, page);
        if ((action_lines(action) & context) && does_something(scene, action, context))
            add_words(action, page);
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
