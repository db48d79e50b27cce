/* What the screens say: intro, rule, failure, menu and notices. */
#include "core/content.h"

#include <string.h>

#include "core/content_show.h"
#include "core/game_query.h"

enum { MENU_LABEL_COLS = 20, MARKER_COLS = 3, NARROW_COLS = 2 };

const char *content_rule_sentence(void)
{
    return _("Sales works a particular buyer towards a deal for money; marketing works a market "
             "towards wanting it.");
}

const char *content_side_word(enum side side)
{
    /* TRANSLATORS: the side as a word inside a sentence, as in "You said sales". */
    return side == SIDE_SALES ? _("sales") : _("marketing");
}

void content_intro(const struct scene *scene, struct page *page)
{
    if (!scene->lines) {
        struct paragraph *p = page_addf(
            page, ROLE_DIM, _("Using a screen reader? Press %s for plain lines; it is remembered."),
            scene_key(scene, ACTION_PLAIN).text);
        p->action = ACTION_PLAIN;
        page_gap(page);
    }
    page_add(page, ROLE_TITLE, _("At a party"));
    page_gap(page);
    page_add(page, ROLE_TEXT, _("“What do you do?” – “I'm in marketing.” – “So you do sales?”"));
    page_gap(page);
    page_addf(page, ROLE_TEXT,
              ngettext("Here is %d card from working life. Is it sales, or is it marketing?",
                       "Here are %d cards from working life. Is each sales, or is it marketing?",
                       (unsigned long)scene->game->plan_count),
              scene->game->plan_count);
    page_add(page, ROLE_TEXT, _("Go by your feeling; nothing is judged until the last one."));
}

/* One way out: its key, and what it does. */
static void add_way(const struct scene *scene, struct page *page, enum action action,
                    const char *what)
{
    page_add_named(page, scene->lines, ROLE_KEY, scene_key(scene, action).text, 0, ROLE_TEXT, what)
        ->action = action;
}

void content_principle(const struct scene *scene, struct page *page)
{
    const struct card *card = game_card(scene->game);
    const struct principle *principle =
        &scene->bank->principles[scene->bank->activities[card->activity].principle];
    page_addf(page, ROLE_DIM, _("New to you: %s"), principle->title);
    page_gap(page);
    page_add(page, ROLE_STRONG, principle->rule)->indent = scene->lines ? 0 : NARROW_COLS;
}

void content_leaving(const struct scene *scene, struct page *page)
{
    const struct game *game = scene->game;
    page_addf(page, ROLE_STRONG, _("%d of %d answered."), game_answered(game), game_length(game));
    page_gap(page);
    add_way(scene, page, ACTION_HAND_IN,
            scene->result_code ? _("hand in now: nothing more can be answered then")
                               : _("hand in now: what is not answered counts as not right"));
    add_way(scene, page, ACTION_PAUSE,
            game->rules.minutes  ? _("leave for now; the clock runs on")
            : scene->result_code ? _("leave for now; joining again goes on from here")
                                 : _("leave for now, and continue later"));
    add_way(scene, page, ACTION_NEXT,
            scene->game->rules.mode == MODE_EXAM ? _("go on with the exam") : _("go on"));
}

void content_rule(const struct scene *scene, struct page *page)
{
    (void)scene;
    page_add(page, ROLE_TEXT, _("That was not always easy, was it? One sentence helps:"));
    page_gap(page);
    struct paragraph *rule = page_add(page, ROLE_STRONG, content_rule_sentence());
    rule->indent = NARROW_COLS;
    page_gap(page);
    page_add(
        page, ROLE_TEXT,
        _("So ask who receives it, and what it is for: one buyer's deal, or a market's wish?"));
    page_add(page, ROLE_TEXT, _("Now your cards again, this time with the answers."));
}

void content_not_stored(const struct scene *scene, struct page *page)
{
    page_add(page, ROLE_WRONG, _("Your last answer is not saved yet."));
    page_gap(page);
    page_add(page, ROLE_TEXT, scene->failure);
    page_gap(page);
    add_way(scene, page, ACTION_RETRY, _("try again"));
    add_way(scene, page, ACTION_UNSAVED, _("go on without saving (what was saved before stays)"));
    add_way(scene, page, ACTION_QUIT, _("leave now; the run can be continued later"));
}

/* Adds each line of `text` as a paragraph. */
static void add_paragraphs(struct page *page, enum role role, const char *text)
{
    struct str line = {0};
    while (*text) {
        size_t len = strcspn(text, "\n");
        str_clear(&line);
        str_addn(&line, text, len);
        page_add(page, role, str_text(&line));
        text += len + (text[len] == '\n');
    }
    str_free(&line);
}

/* How wide the column of labels is: they differ in length from language to language; half of the
 * screen is left to the hints. */
static int label_cols(const struct menu *menu, const struct page *page)
{
    int cols = MENU_LABEL_COLS;
    for (size_t i = 0; i < menu->len; i++) {
        int own = MARKER_COLS + text_width(menu->items[i].label) + 2;
        if (*menu->items[i].hint && own > cols && (!page->cols || own <= page->cols / 2))
            cols = own;
    }
    return cols;
}

void content_menu(const struct scene *scene, struct page *page)
{
    const struct menu *menu = scene->menu;
    int cols = label_cols(menu, page);
    add_paragraphs(page, ROLE_TEXT, str_text(&menu->heading));
    page_gap(page);
    for (size_t i = 0; i < menu->len; i++) {
        const struct menu_item *item = &menu->items[i];
        bool selected = (int)i == scene->cursor.selected && !scene->lines;
        struct str name = {0};
        if (scene->lines)
            str_addf(&name, "%zu. %s", i + 1, item->label);
        else
            str_addf(&name, "%s %s", selected ? "▸" : " ", item->label);
        struct paragraph *p = page_add_named(
            page, scene->lines && *item->hint, selected ? ROLE_SELECTED : ROLE_STRONG,
            str_text(&name), *item->hint ? cols : 0, ROLE_DIM, item->hint);
        p->action = ACTION_CHOOSE;
        p->item = (int)i;
        p->focused = selected;
        str_free(&name);
    }
    if (menu->footing.len) {
        page_gap(page);
        add_paragraphs(page, ROLE_DIM, str_text(&menu->footing));
    }
}

const char *content_notice(const struct scene *scene)
{
    if (*scene->cursor.reply)
        return scene->cursor.reply;
    if (!scene->game && scene->screen == SCREEN_SHOW)
        return scene->cursor.told ? "" : content_show_notice(scene->show->notice);
    if (!scene->game && scene->screen == SCREEN_WATCH)
        return scene->watch->notice;
    if (!scene->game || scene->cursor.told)
        return "";
    switch (scene->game->notice) {
    case NOTICE_STRUCK:
        return _("Struck out: that answer counts for nothing and is not asked again in this run.");
    case NOTICE_FLAGGED:
        return _("Flagged: your reason is kept for the author of the bank.");
    case NOTICE_NO_STRIKING:
        return _("Nothing is struck out here: every answer counts as it was given.");
    case NOTICE_NOTHING_TO_STRIKE:
        return _("There is no answer to strike out.");
    case NOTICE_UNPLACED:
        return _("Some have no side yet.");
    case NOTICE_PLACED: /* the board shows it */
    case NOTICE_NONE:
        break;
    }
    return "";
}
