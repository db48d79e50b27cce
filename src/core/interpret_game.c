/* What an input means while a run is played. */
#include "core/interpret_game.h"

#include <string.h>
#include <unictype.h>
#include <unistr.h>

#include "core/board_read.h"
#include "core/content_help.h"
#include "core/game_board.h"
#include "core/game_query.h"
#include "core/text.h"

/* The reason goes into the log, so nothing in it may act on a terminal later. */
static struct intent want_flag(struct scene *scene, const char *reason)
{
    struct intent intent = intent_move(MOVE_FLAG);
    struct str shown = {0};
    text_show(&shown, reason, 0);
    memcpy(intent.move.note, str_text(&shown), text_prefix(str_text(&shown), EVENT_NOTE_MAX));
    str_free(&shown);
    intent.move.previous = scene->lines;
    return intent;
}

/* Appends a typed character, or takes the last one away. */
struct intent interpret_typed(struct scene *scene, uint32_t key)
{
    char *typed = scene->cursor.typed;
    size_t len = strlen(typed);
    if (key == KEY_RUBOUT) {
        while (len > 0 && ((unsigned char)typed[len - 1] & 0xc0) == 0x80)
            len--;
        typed[len ? len - 1 : 0] = '\0';
        return intent_of(WANT_REDRAW);
    }
    uint8_t bytes[6];
    int size = key < KEY_LEFT_ARROW && uc_is_print(key) ? u8_uctomb(bytes, key, sizeof bytes) : -1;
    if (size <= 0 || len + (size_t)size > EVENT_NOTE_MAX)
        return intent_of(WANT_NOTHING);
    memcpy(typed + len, bytes, (size_t)size);
    typed[len + (size_t)size] = '\0';
    return intent_of(WANT_REDRAW);
}

struct intent interpret_typing(struct scene *scene, enum action action)
{
    bool blank = strspn(scene->cursor.typed, " ") == strlen(scene->cursor.typed);
    if (action == ACTION_NEXT && blank)
        return intent_of(WANT_NOTHING);
    if (action != ACTION_NEXT && action != ACTION_QUIT)
        return intent_of(WANT_NOTHING);
    scene->cursor.overlay = OVERLAY_NONE;
    return action == ACTION_NEXT ? want_flag(scene, scene->cursor.typed) : intent_of(WANT_REDRAW);
}

static struct intent answer(struct scene *scene, const struct input *input)
{
    struct intent intent = intent_move(MOVE_ANSWER);
    intent.move.choice = input->action == ACTION_SALES ? SIDE_SALES : SIDE_MARKETING;
    intent.move.sure = !input->unsure && !scene->cursor.unsure;
    return intent;
}

/* Space: the tag on an open card; after a hit it goes on like Enter. */
static struct intent unsure(struct scene *scene)
{
    if (scene->game->phase == PHASE_CARD) {
        scene->cursor.unsure = !scene->cursor.unsure;
        if (!scene->lines)
            return intent_of(WANT_REDRAW);
        return intent_reply(scene,
                            scene->cursor.unsure
                                /* TRANSLATORS: the letters that are typed stay as they are. */
                                ? _("Not sure, then. Answer s for sales or m for marketing.")
                                /* TRANSLATORS: the letters that are typed stay as they are. */
                                : _("Sure again. Answer s for sales or m for marketing."));
    }
    return scene_after_hit(scene) ? intent_move(MOVE_NEXT) : intent_of(WANT_NOTHING);
}

static struct intent flag(struct scene *scene, const struct input *input)
{
    if (input->text[0])
        return want_flag(scene, input->text);
    if (scene->lines)
        return intent_reply(scene, _("To flag a card, type ! and what seems wrong with it."));
    scene->cursor.overlay = OVERLAY_FLAG;
    scene->cursor.typed[0] = '\0';
    return intent_of(WANT_REDRAW);
}

/* Whether leaving needs no word: nothing was stored yet, or all is over. */
static bool leaves_at_once(const struct scene *scene)
{
    const struct game *game = scene->game;
    return game->phase == PHASE_RESULT || game->phase == PHASE_NOT_STORED ||
           (!scene->lines && !game->sequence);
}

/* Hands the run in, or leaves it where there is nothing to hand in, or where it can be gone on
 * with: whoever joins a session again is where they left. */
static struct intent leave(const struct scene *scene)
{
    bool pauses = scene->result_code && scene->lines;
    return leaves_at_once(scene) || pauses ? intent_of(WANT_DONE) : intent_move(MOVE_END);
}

struct intent interpret_end_of_input(struct scene *scene)
{
    const struct game *game = scene->game;
    if (game->phase == PHASE_BOARD && game_board_placed(game) == game->card_count)
        return intent_move(MOVE_NEXT);
    return leave(scene);
}

/* q: a test under way and a run of a session ask first, for handing in cannot be taken back. */
static struct intent quit(struct scene *scene)
{
    if (leaves_at_once(scene) || !scene_asks_leaving(scene))
        return leave(scene);
    scene->cursor.overlay = OVERLAY_LEAVE;
    return intent_of(WANT_REDRAW);
}

struct intent interpret_leaving(struct scene *scene, enum action action)
{
    switch (action) {
    case ACTION_HAND_IN:
        scene->cursor.overlay = OVERLAY_NONE;
        return intent_move(MOVE_END);
    case ACTION_PAUSE:
        return intent_of(WANT_DONE);
    case ACTION_NEXT:
    case ACTION_QUIT:
        scene->cursor.overlay = OVERLAY_NONE;
        return intent_of(WANT_REDRAW);
    default:
        return intent_of(WANT_NOTHING);
    }
}

/* A side for the marked card of the board, or back to the middle when it lies there already; then
 * the next card without a side is marked. */
static struct intent place(struct scene *scene, enum side side)
{
    const struct game *game = scene->game;
    int *at = &scene->cursor.selected;
    struct intent intent = intent_move(MOVE_PLACE);
    bool back = game->cards[*at].choice == side;
    intent.move.placing[*at] = (struct placing){
        .placed = true, .unsure = scene->cursor.unsure, .side = back ? SIDE_NONE : side};
    scene->cursor.unsure = false;
    for (int i = 1; i < game->card_count && !back; i++) {
        int next = (*at + i) % game->card_count;
        if (game->cards[next].choice == SIDE_NONE) {
            *at = next;
            break;
        }
    }
    return intent;
}

/* The tag on the marked card, wherever it lies. */
static struct intent tag(struct scene *scene)
{
    const struct card *card = &scene->game->cards[scene->cursor.selected];
    struct intent intent = intent_move(MOVE_PLACE);
    if (card->choice == SIDE_NONE) {
        scene->cursor.unsure = !scene->cursor.unsure;
        return intent_of(WANT_REDRAW);
    }
    intent.move.placing[scene->cursor.selected] =
        (struct placing){.placed = true, .unsure = card->sure, .side = card->choice};
    return intent;
}

struct intent interpret_board_line(struct scene *scene, const char *line)
{
    struct intent intent = intent_move(MOVE_PLACE);
    struct err e = {.text = ""};
    int count = scene->game->card_count;
    count = count < GAME_BOARD_MAX ? count : GAME_BOARD_MAX;
    if (!board_read(line, count, intent.move.placing, &e))
        return intent_reply(scene, e.text);
    return intent;
}

static struct intent in_board(struct scene *scene, const struct input *input)
{
    switch (input->action) {
    case ACTION_SALES:
    case ACTION_MARKETING:
        if (scene->lines)
            /* TRANSLATORS: the letters that are typed stay as they are. */
            return intent_reply(scene, _("Say which one: 1s or 1m for the first, and so on."));
        return place(scene, input->action == ACTION_SALES ? SIDE_SALES : SIDE_MARKETING);
    case ACTION_UNSURE:
        return tag(scene);
    case ACTION_CHOOSE:
        if (scene->lines)
            /* TRANSLATORS: the letters that are typed stay as they are. */
            return intent_reply(scene, _("Say which side: 1s or 1m for the first, and so on."));
        if (input->item < 0 || input->item >= scene->game->card_count)
            return intent_of(WANT_NOTHING);
        scene->cursor.selected = input->item;
        scene->cursor.unsure = false;
        return intent_of(WANT_REDRAW);
    case ACTION_NEXT:
        return intent_move(MOVE_NEXT);
    case ACTION_QUIT:
        return quit(scene);
    default:
        if (!intent_select(scene, input->action, scene->game->card_count))
            return intent_of(WANT_NOTHING);
        scene->cursor.unsure = false;
        return intent_of(WANT_REDRAW);
    }
}

static struct intent no_piece(struct scene *scene)
{
    struct str reply = {0};
    str_addf(&reply, _("Type a number from 1 to %d, or Enter alone to go on."), CLUE_PIECES);
    struct intent intent = intent_reply(scene, str_text(&reply));
    str_free(&reply);
    return intent;
}

/* A piece of the text, by number or from the list; Enter without one goes on, and so does Space. */
static struct intent in_clue(struct scene *scene, const struct input *input)
{
    struct intent intent = intent_move(MOVE_CLUE);
    switch (input->action) {
    case ACTION_CHOOSE:
        if (input->item < 0 || input->item >= CLUE_PIECES)
            return no_piece(scene);
        intent.move.item = input->item;
        return intent;
    case ACTION_UNSURE:
        return intent_move(MOVE_NEXT);
    case ACTION_NEXT:
        intent.move.item = scene->cursor.selected;
        return scene->lines || intent.move.item < 0 ? intent_move(MOVE_NEXT) : intent;
    case ACTION_QUIT:
        return quit(scene);
    default:
        return intent_of(intent_select(scene, input->action, CLUE_PIECES) ? WANT_REDRAW
                                                                          : WANT_NOTHING);
    }
}

/* The clock: shown or hidden on a screen, told among lines. */
static struct intent clock(struct scene *scene)
{
    int64_t deadline = game_deadline(scene->game);
    if (deadline == GAME_NO_DEADLINE)
        return intent_of(WANT_NOTHING);
    if (!scene->lines)
        return intent_of(WANT_CLOCK);
    struct str left = {0};
    content_time_left(deadline - scene->now.mono_ms, &left);
    struct intent intent = intent_reply(scene, str_text(&left));
    str_free(&left);
    return intent;
}

static struct intent next(struct scene *scene)
{
    if (scene->game->phase == PHASE_RESULT)
        return intent_of(WANT_DONE);
    if (scene->game->phase == PHASE_CARD)
        return intent_reply(scene,
                            scene->lines
                                /* TRANSLATORS: the letters that are typed stay as they are. */
                                ? _("Answer s for sales or m for marketing; h helps.")
                                : _("Sales (left) or marketing (right)?"));
    return intent_move(MOVE_NEXT);
}

struct intent interpret_game(struct scene *scene, const struct input *input)
{
    if (scene->game->phase == PHASE_BOARD)
        return in_board(scene, input);
    if (scene->game->phase == PHASE_CLUE)
        return in_clue(scene, input);
    switch (input->action) {
    case ACTION_SALES:
    case ACTION_MARKETING:
        return answer(scene, input);
    case ACTION_UNSURE:
        return unsure(scene);
    case ACTION_STRIKE:
        return intent_move(MOVE_STRIKE);
    case ACTION_FLAG:
        return flag(scene, input);
    case ACTION_NEXT:
        return next(scene);
    case ACTION_AGAIN:
        return intent_of(scene_offers_misses(scene) ? WANT_AGAIN : WANT_NOTHING);
    case ACTION_RETRY:
        return intent_move(MOVE_RETRY);
    case ACTION_UNSAVED:
        return intent_move(MOVE_UNSAVED);
    case ACTION_PLAIN:
        return intent_of(scene->lines ? WANT_NOTHING : WANT_PLAIN);
    case ACTION_FIGURES:
        if (!scene_offers_figures(scene))
            return intent_of(WANT_NOTHING);
        scene->cursor.figures = !scene->cursor.figures;
        scene->cursor.scroll = 0;
        return intent_of(WANT_REDRAW);
    case ACTION_CLOCK:
        return clock(scene);
    case ACTION_QUIT:
        return quit(scene);
    default:
        return intent_of(WANT_NOTHING);
    }
}
