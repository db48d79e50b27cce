/* The line renderer: a scene as plain sentences. */
#include "core/view_lines.h"

#include "core/content.h"
#include "core/content_board.h"
#include "core/content_clue.h"
#include "core/content_help.h"
#include "core/content_paged.h"
#include "core/content_result.h"
#include "core/content_show.h"
#include "core/content_verdict.h"
#include "core/content_watch.h"
#include "core/game_query.h"
#include "core/number.h"

enum { INDENT = 2 };

static const char *how_to_answer(void)
{
    /* TRANSLATORS: the letters that are typed stay as they are. */
    return _("Answer s (sales) or m (marketing), with ? behind it when not sure; h helps.");
}

/* The run's name and what it is, and how to answer, before its first card; not once more when
 * something was typed there. */
static void add_title(const struct scene *scene, struct page *page, const char *how)
{
    const struct game *game = scene->game;
    const struct mode_info *mode = mode_info(game->rules.mode);
    int length = game_length(game);
    if (scene->cursor.told)
        return;
    if (length)
        page_addf(page, ROLE_TITLE,
                  ngettext("%s: %d card.", "%s: %d cards.", (unsigned long)length), _(mode->title),
                  length);
    else if (mode->seconds)
        page_addf(page, ROLE_TITLE,
                  ngettext("%s: %d second.", "%s: %d seconds.", (unsigned long)mode->seconds),
                  _(mode->title), mode->seconds);
    else
        page_addf(page, ROLE_TITLE, _("%s: to the third miss."), _(mode->title));
    if (scene->unkept)
        page_add(page, ROLE_NOTICE, _("Nothing is saved."));
    if (*how)
        page_add(page, ROLE_DIM, how);
    page_gap(page);
}

/* How the card before was, where the cards go by without verdicts. */
static void add_flash(const struct scene *scene, struct page *page)
{
    const struct card *last = game_judged(scene->game);
    if (!last || scene->cursor.told ||
        mode_info(scene->game->rules.mode)->feedback != FEEDBACK_FLASH)
        return;
    enum side keyed = scene->bank->activities[last->activity].side;
    page_add(page, ROLE_TEXT,
             last->choice == keyed ? _("Right.")
             : keyed == SIDE_SALES ? _("Wrong: that was sales.")
                                   : _("Wrong: that was marketing."));
    page_gap(page);
}

/* How a climb, a sprint or a run that misses end stands, which the header of a screen says all the
 * time: when the card is asked for again, and for what misses end after a miss. */
static void add_standing(const struct scene *scene, struct page *page)
{
    const struct game *game = scene->game;
    const struct mode_info *mode = mode_info(game->rules.mode);
    int misses = game_misses(game, scene->bank), lives = game_lives(game, scene->bank);
    const struct card *last = game_judged(game);
    bool missed = last && last->choice != scene->bank->activities[last->activity].side;
    struct str net = {0};
    number_net(&net, game_net(game, scene->bank), true);
    if (mode->climbs && (scene->cursor.told || missed))
        page_addf(page, ROLE_TEXT, _("Step %d."), game_answered(game) - misses);
    if (mode->lives && (scene->cursor.told || missed))
        page_addf(page, ROLE_TEXT,
                  ngettext("%d more miss ends it.", "%d more misses end it.", (unsigned long)lives),
                  lives);
    if (mode->seconds && scene->cursor.told)
        page_addf(page, ROLE_TEXT, _("So far, right ones less wrong ones: %s."), str_text(&net));
    str_free(&net);
}

static void add_card(const struct scene *scene, struct page *page)
{
    const struct game *game = scene->game;
    const struct card *card = game_card(game);
    const struct activity *activity = &scene->bank->activities[card->activity];
    const char *situation = scene->bank->scenarios[activity->scenario].situation;
    int number = game_answered(game) + 1;
    if (game->card_count == 1 && !card->introduced)
        add_title(scene, page, how_to_answer());
    add_flash(scene, page);
    add_standing(scene, page);
    if (!game_length(game))
        page_addf(page, ROLE_TEXT, _("Card %d. %s"), number, situation);
    else if (game->rules.adaptive)
        /* TRANSLATORS: the card's number, how many there may be, and its situation, a sentence. */
        page_addf(page, ROLE_TEXT, _("Card %d of at most %d. %s"), number, game_length(game),
                  situation);
    else
        page_addf(page, ROLE_TEXT, _("Card %d of %d. %s"), number, game_length(game), situation);
    if (card->sibling_card >= 0)
        page_add(page, ROLE_NOTICE, _("One thing changed …"));
    page_add(page, ROLE_STRONG, activity->text)->indent = INDENT;
    page_add(page, ROLE_TEXT, _("Sales or marketing?"));
}

static void add_board(const struct scene *scene, struct page *page)
{
    if (!content_board_brief(scene))
        add_title(scene, page, "");
    content_board_lines(scene, page);
}

/* What may be typed under a result. */
static void add_ways_on(const struct scene *scene, struct page *page)
{
    bool misses = scene_offers_misses(scene);
    page_gap(page);
    if (!scene_offers_figures(scene))
        page_add(page, ROLE_DIM, _("Enter to go on."));
    else if (scene->cursor.figures)
        /* TRANSLATORS: the letters that are typed stay as they are. */
        page_add(page, ROLE_DIM, _("Enter to go on, or d for the result."));
    else
        page_add(page, ROLE_DIM,
                 /* TRANSLATORS: the letters that are typed stay as they are. */
                 misses ? _("Enter to go on, a to practise the misses again, or d for the figures.")
                        /* TRANSLATORS: the letters that are typed stay as they are. */
                        : _("Enter to go on, or d for the figures."));
}

/* Fills the page with what the game shows in this phase. */
static void add_game(const struct scene *scene, struct page *page)
{
    switch (scene->game->phase) {
    case PHASE_INTRO:
        content_intro(scene, page);
        break;
    case PHASE_PRINCIPLE:
        if (scene->game->card_count == 1)
            add_title(scene, page, how_to_answer());
        content_principle(scene, page);
        break;
    case PHASE_CARD:
        add_card(scene, page);
        return;
    case PHASE_BOARD:
        add_board(scene, page);
        return;
    case PHASE_CLUE:
        content_clue(scene, page);
        return;
    case PHASE_STORING:
        return;
    case PHASE_NOT_STORED:
        content_not_stored(scene, page);
        break;
    case PHASE_VERDICT:
        content_verdict(scene, page);
        break;
    case PHASE_RULE:
        content_rule(scene, page);
        break;
    case PHASE_RESULT:
        content_result(scene, page);
        if (!scene->at_end)
            add_ways_on(scene, page);
        break;
    }
    page_gap(page);
}

/* What may be typed under a page of several. */
static const char *paged_prompt(const struct scene *scene)
{
    if (scene->cursor.figures)
        /* TRANSLATORS: the letters that are typed stay as they are. */
        return _("Enter for the next page, d for the page itself, or q to leave.");
    if (scene->screen == SCREEN_PROGRESS)
        /* TRANSLATORS: the letters that are typed stay as they are. */
        return _("Enter for the next page, b for the one before, t to practise the hardest, d for "
                 "the figures, or q to leave.");
    /* TRANSLATORS: the letters that are typed stay as they are. */
    return _("Enter for the next page, b for the one before, t to practise this, or q to leave.");
}

static void add_paged(const struct scene *scene, struct page *page)
{
    int number = scene->cursor.selected;
    if (!scene->cursor.figures) { /* which have a title of their own */
        /* TRANSLATORS: a page's number, how many there are, and its title. */
        page_addf(page, ROLE_TITLE, _("%d of %d. %s"), number + 1, content_paged_count(scene),
                  content_paged_title(scene));
        page_gap(page);
    }
    content_paged(scene, page);
    page_gap(page);
    if (!scene->at_end) {
        page_add(page, ROLE_DIM, paged_prompt(scene));
        page_gap(page);
    }
}

/* A page of a show; its head before the first card and the other parts of it. */
static void add_show(const struct scene *scene, struct page *page)
{
    const struct show_at *at = &scene->show->at;
    if (at->step == SHOW_CARD && !at->number && scene->unkept)
        page_add(page, ROLE_NOTICE, _("Nothing is saved."));
    bool first = !at->number && (at->step == SHOW_CARD || (at->step == SHOW_DISPUTED && !at->told));
    if ((first || at->step == SHOW_TOTAL) && scene->show->notice == SHOW_NOTICE_NONE &&
        !scene->cursor.told)
        page_add(page, ROLE_TITLE, content_show_title(scene));
    content_show(scene, page, AIR_NONE);
    page_gap(page);
}

/* All of the live board at once. */
static void add_watch(const struct scene *scene, struct page *page)
{
    struct scene at = *scene;
    for (at.cursor.selected = 0; at.cursor.selected < WATCH_PAGES; at.cursor.selected++) {
        if (at.cursor.selected) {
            page_gap(page);
            page_addf(page, ROLE_TITLE, _("%s:"), content_watch_title(&at));
        }
        content_watch(&at, page);
    }
    page_gap(page);
}

/* A list to choose from, or without items a page to read. */
static void add_menu(const struct scene *scene, struct page *page)
{
    page_add(page, ROLE_TITLE, str_text(&scene->menu->title));
    content_menu(scene, page);
    if (scene->menu->len) {
        struct str ask = {0};
        menu_ask((int)scene->menu->len, &ask);
        page_add(page, ROLE_DIM, str_text(&ask));
        str_free(&ask);
    } else if (!scene->at_end) {
        page_add(page, ROLE_DIM, _("Enter to go on."));
        page_gap(page);
    }
}

/* Whether the sentence about what was typed is all there is to say: a card that is open still needs
 * no second reading. */
static bool stands_alone(const struct scene *scene)
{
    const struct game *game = scene->game;
    if (scene->cursor.overlay != OVERLAY_NONE)
        return false;
    return *scene->cursor.reply || (game && game->phase == PHASE_CARD && *content_notice(scene));
}

/* What there is to see, in words. */
static void add_scene(const struct scene *scene, struct page *page)
{
    if (scene->cursor.overlay == OVERLAY_HELP) {
        content_help(scene, page);
        page_gap(page);
    } else if (scene->cursor.overlay == OVERLAY_LEAVE) {
        content_leaving(scene, page);
        page_gap(page);
    } else if (!scene->game && scene->screen == SCREEN_SHOW) {
        add_show(scene, page);
    } else if (!scene->game && scene->screen == SCREEN_WATCH) {
        add_watch(scene, page);
    } else if (!scene->game && scene->screen != SCREEN_MENU) {
        add_paged(scene, page);
    } else if (!scene->game) {
        add_menu(scene, page);
    } else {
        add_game(scene, page);
    }
}

void view_lines(struct str *out, const struct scene *scene, int cols)
{
    struct page page;
    page_init(&page, scene->charset);
    const char *notice = content_notice(scene);
    bool alone = stands_alone(scene);
    if (*notice && scene->cursor.overlay == OVERLAY_NONE) {
        page_add(&page, ROLE_NOTICE, notice);
        if (!alone)
            page_gap(&page);
    }
    if (!alone)
        add_scene(scene, &page);
    page_tell(&page, cols, out);
    page_free(&page);
}
