/* Everything there is to show at one moment. */
#include "core/scene.h"

#include "core/game_query.h"

bool scene_paged(const struct scene *scene)
{
    return !scene->game && scene->screen != SCREEN_MENU && scene->screen != SCREEN_SHOW;
}

/* What keys mean on a page of a show. */
static unsigned show_context(const struct show *show)
{
    if (show->at.step == SHOW_NOT_STORED)
        return CONTEXT_FAILED;
    bool open =
        show->at.step == SHOW_CARD && !show->ended && !show_counted(&show->counts[show->at.number]);
    return open ? CONTEXT_HANDS : CONTEXT_SHOW;
}

/* What they mean where no game shows. */
static unsigned screen_context(const struct scene *scene)
{
    switch (scene->screen) {
    case SCREEN_MENU:
        return scene->menu && scene->menu->len == 0 ? CONTEXT_PAGE : CONTEXT_MENU;
    case SCREEN_PROGRESS:
        return CONTEXT_PROGRESS;
    case SCREEN_SHOW:
        return show_context(scene->show);
    case SCREEN_WATCH:
        return CONTEXT_WATCH;
    default:
        return CONTEXT_LEARN;
    }
}

bool scene_after_hit(const struct scene *scene)
{
    const struct card *card = game_judged(scene->game);
    if (scene->game->phase != PHASE_VERDICT || !card)
        return false;
    struct graded graded = game_graded(scene->game, scene->bank, card);
    return score_right(&graded);
}

bool scene_offers_misses(const struct scene *scene)
{
    const struct game *game = scene->game;
    return game->phase == PHASE_RESULT && !scene->result_code &&
           !mode_info(game->rules.mode)->sealed && game_misses(game, scene->bank) > 0;
}

bool scene_offers_figures(const struct scene *scene)
{
    const struct game *game = scene->game;
    return game->phase == PHASE_RESULT && !mode_info(game->rules.mode)->sealed &&
           game_answered(game) > 0;
}

bool scene_asks_leaving(const struct scene *scene)
{
    /* a script's q is never answered by the line behind it */
    bool asked = !scene->lines || !scene->at_end;
    return asked && (mode_info(scene->game->rules.mode)->test || scene->result_code);
}

unsigned scene_context(const struct scene *scene)
{
    if (scene->cursor.overlay == OVERLAY_HELP)
        return CONTEXT_PAGE;
    if (scene->cursor.overlay == OVERLAY_FLAG)
        return CONTEXT_TYPING;
    if (scene->cursor.overlay == OVERLAY_LEAVE)
        return CONTEXT_LEAVING;
    if (!scene->game)
        return screen_context(scene);
    switch (scene->game->phase) {
    case PHASE_CARD:
        return CONTEXT_CARD;
    case PHASE_STORING:
    case PHASE_VERDICT:
        return CONTEXT_VERDICT;
    case PHASE_NOT_STORED:
        return CONTEXT_FAILED;
    case PHASE_RESULT:
        return CONTEXT_RESULT;
    case PHASE_BOARD:
        return CONTEXT_BOARD;
    case PHASE_CLUE:
        return CONTEXT_CLUE;
    case PHASE_INTRO:
    case PHASE_PRINCIPLE:
    case PHASE_RULE:
        break;
    }
    return CONTEXT_PAGE;
}

struct key_label scene_key(const struct scene *scene, enum action action)
{
    if (!scene->lines)
        return keymap_shown(scene->keys, action, scene_context(scene));
    struct keymap table = keymap_default();
    return keymap_shown(&table, action, scene_context(scene));
}
