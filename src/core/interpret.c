/* From what the user did to what is meant by it. */
#include "core/interpret.h"

#include <string.h>
#include <unictype.h>
#include <unistr.h>

#include "core/content_learn.h"
#include "core/game_query.h"
#include "core/text.h"

enum { PAGE_STEP = 8 };

static struct intent want(enum want what)
{
    return (struct intent){.want = what};
}

static struct intent want_move(enum move_kind kind)
{
    return (struct intent){.want = WANT_MOVE, .move = {.kind = kind}};
}

/* Says why an input means nothing here; the next input takes it away again. */
static struct intent reply(struct scene *scene, const char *sentence)
{
    scene->cursor.reply = sentence;
    return want(WANT_REDRAW);
}

/* The reason goes into the log, so nothing in it may act on a terminal later. */
static struct intent want_flag(struct scene *scene, const char *reason)
{
    struct intent intent = want_move(MOVE_FLAG);
    struct str shown = {0};
    text_show(&shown, reason, 0);
    memcpy(intent.move.note, str_text(&shown), text_prefix(str_text(&shown), EVENT_NOTE_MAX));
    str_free(&shown);
    intent.move.previous = scene->lines;
    return intent;
}

/* Appends a typed character, or takes the last one away. */
static struct intent type_key(struct scene *scene, uint32_t key)
{
    char *typed = scene->cursor.typed;
    size_t len = strlen(typed);
    if (key == KEY_RUBOUT) {
        while (len > 0 && ((unsigned char)typed[len - 1] & 0xc0) == 0x80)
            len--;
        typed[len ? len - 1 : 0] = '\0';
        return want(WANT_REDRAW);
    }
    uint8_t bytes[6];
    int size = key < KEY_LEFT_ARROW && uc_is_print(key) ? u8_uctomb(bytes, key, sizeof bytes) : -1;
    if (size <= 0 || len + (size_t)size > EVENT_NOTE_MAX)
        return want(WANT_NOTHING);
    memcpy(typed + len, bytes, (size_t)size);
    typed[len + (size_t)size] = '\0';
    return want(WANT_REDRAW);
}

static struct intent in_flag(struct scene *scene, enum action action)
{
    bool blank = strspn(scene->cursor.typed, " ") == strlen(scene->cursor.typed);
    if (action == ACTION_NEXT && blank)
        return want(WANT_NOTHING);
    if (action != ACTION_NEXT && action != ACTION_QUIT)
        return want(WANT_NOTHING);
    scene->cursor.overlay = OVERLAY_NONE;
    return action == ACTION_NEXT ? want_flag(scene, scene->cursor.typed) : want(WANT_REDRAW);
}

static struct intent in_menu(struct scene *scene, const struct input *input)
{
    int count = (int)scene->menu->len, *selected = &scene->cursor.selected;
    if (!count)
        return want(input->action == ACTION_QUIT ? WANT_DONE : WANT_NOTHING);
    switch (input->action) {
    case ACTION_UP:
    case ACTION_DOWN:
        *selected = (*selected + (input->action == ACTION_UP ? count - 1 : 1)) % count;
        return want(WANT_REDRAW);
    case ACTION_PAGE_UP:
        *selected = 0;
        return want(WANT_REDRAW);
    case ACTION_PAGE_DOWN:
        *selected = count - 1;
        return want(WANT_REDRAW);
    case ACTION_NEXT:
        if (scene->lines)
            return reply(scene, _("Type the number of what you want, or q to leave."));
        return (struct intent){.want = WANT_CHOICE, .item = *selected};
    case ACTION_CHOOSE:
        if (input->item < 0 || input->item >= count)
            return reply(scene, _("There is no such number."));
        *selected = input->item;
        return (struct intent){.want = WANT_CHOICE, .item = input->item};
    case ACTION_QUIT:
        return want(WANT_DONE);
    default:
        return want(WANT_NOTHING);
    }
}

/* Turns the primer's page; after the last one there is nothing more. */
static struct intent turn_page(struct scene *scene, int by)
{
    int page = scene->cursor.selected + by;
    if (page < 0)
        return want(WANT_NOTHING);
    if (page >= content_learn_pages(scene->bank))
        return by > 0 ? want(WANT_DONE) : want(WANT_NOTHING);
    scene->cursor.selected = page;
    scene->cursor.scroll = 0;
    return want(WANT_REDRAW);
}

static struct intent in_primer(struct scene *scene, enum action action)
{
    switch (action) {
    case ACTION_NEXT:
    case ACTION_FOLLOWING:
        return turn_page(scene, 1);
    case ACTION_PREVIOUS:
        return turn_page(scene, -1);
    case ACTION_PRACTISE:
        return want(WANT_PRACTISE);
    case ACTION_QUIT:
        return want(WANT_DONE);
    default:
        return want(WANT_NOTHING);
    }
}

static struct intent answer(struct scene *scene, const struct input *input)
{
    struct intent intent = want_move(MOVE_ANSWER);
    intent.move.choice = input->action == ACTION_SALES ? SIDE_SALES : SIDE_MARKETING;
    intent.move.sure = !input->unsure && !scene->cursor.unsure;
    return intent;
}

static bool after_hit(const struct scene *scene)
{
    const struct card *card = game_judged(scene->game);
    if (scene->game->phase != PHASE_VERDICT || !card)
        return false;
    struct graded graded = game_graded(scene->game, scene->bank, card);
    return score_right(&graded);
}

/* Space: the tag on an open card; after a hit it goes on like Enter. */
static struct intent unsure(struct scene *scene)
{
    if (scene->game->phase == PHASE_CARD) {
        scene->cursor.unsure = !scene->cursor.unsure;
        return want(WANT_REDRAW);
    }
    return after_hit(scene) ? want_move(MOVE_NEXT) : want(WANT_NOTHING);
}

static struct intent flag(struct scene *scene, const struct input *input)
{
    if (input->text[0])
        return want_flag(scene, input->text);
    if (scene->lines)
        return reply(scene, _("To flag a card, type ! and what seems wrong with it."));
    scene->cursor.overlay = OVERLAY_FLAG;
    scene->cursor.typed[0] = '\0';
    return want(WANT_REDRAW);
}

/* q or the end of input: an unplayed run is simply left. */
static struct intent quit(const struct scene *scene)
{
    const struct game *game = scene->game;
    if (game->phase == PHASE_RESULT || game->phase == PHASE_NOT_STORED ||
        (!scene->lines && !game->sequence))
        return want(WANT_DONE);
    return want_move(MOVE_END);
}

static struct intent next(struct scene *scene)
{
    if (scene->game->phase == PHASE_RESULT)
        return want(WANT_DONE);
    if (scene->game->phase == PHASE_CARD)
        return reply(scene, scene->lines ? _("Answer s for sales or m for marketing; h helps.")
                                         : _("Sales (left) or marketing (right)?"));
    return want_move(MOVE_NEXT);
}

static struct intent in_game(struct scene *scene, const struct input *input)
{
    switch (input->action) {
    case ACTION_SALES:
    case ACTION_MARKETING:
        return answer(scene, input);
    case ACTION_UNSURE:
        return unsure(scene);
    case ACTION_STRIKE:
        return want_move(MOVE_STRIKE);
    case ACTION_FLAG:
        return flag(scene, input);
    case ACTION_NEXT:
        return next(scene);
    case ACTION_AGAIN:
        return want(game_misses(scene->game, scene->bank) ? WANT_AGAIN : WANT_NOTHING);
    case ACTION_RETRY:
        return want_move(MOVE_RETRY);
    case ACTION_UNSAVED:
        return want_move(MOVE_UNSAVED);
    case ACTION_PLAIN:
        return want(scene->lines ? WANT_NOTHING : WANT_PLAIN);
    case ACTION_REPEAT:
        return want(WANT_REDRAW);
    case ACTION_QUIT:
        return quit(scene);
    default:
        return want(WANT_NOTHING);
    }
}

static bool scroll(struct scene *scene, enum action action)
{
    int step = action == ACTION_UP          ? -1
               : action == ACTION_DOWN      ? 1
               : action == ACTION_PAGE_UP   ? -PAGE_STEP
               : action == ACTION_PAGE_DOWN ? PAGE_STEP
                                            : 0;
    scene->cursor.scroll += step;
    return step != 0;
}

static struct intent in_help(struct scene *scene, enum action action)
{
    if (scroll(scene, action))
        return want(WANT_REDRAW);
    if (action != ACTION_NEXT && action != ACTION_HELP && action != ACTION_QUIT)
        return want(WANT_NOTHING);
    scene->cursor.overlay = OVERLAY_NONE;
    scene->cursor.scroll = 0;
    return want(WANT_REDRAW);
}

static struct intent interpret_action(struct scene *scene, const struct input *input)
{
    if (input->action == ACTION_REDRAW)
        return want(WANT_REPAINT);
    if (scene->cursor.overlay == OVERLAY_FLAG)
        return in_flag(scene, input->action);
    if (scene->cursor.overlay == OVERLAY_HELP)
        return in_help(scene, input->action);
    if (input->action == ACTION_HELP) {
        scene->cursor.overlay = OVERLAY_HELP;
        scene->cursor.scroll = 0;
        return want(WANT_REDRAW);
    }
    if (!scene->game && !scene->learning)
        return in_menu(scene, input);
    if (scroll(scene, input->action))
        return want(WANT_REDRAW);
    if (scene->learning)
        return in_primer(scene, input->action);
    return in_game(scene, input);
}

struct intent interpret(struct scene *scene, const struct input *input)
{
    scene->cursor.reply = "";
    switch (input->kind) {
    case INPUT_ACTION:
        scene->cursor.told = true;
        return interpret_action(scene, input);
    case INPUT_KEY:
        return scene->cursor.overlay == OVERLAY_FLAG ? type_key(scene, input->key)
                                                     : want(WANT_NOTHING);
    case INPUT_RESIZE:
        return want(WANT_REDRAW);
    case INPUT_END:
        return scene->game ? quit(scene) : want(WANT_DONE);
    case INPUT_UNKNOWN:
        return scene->lines ? reply(scene, _("That means nothing here; h shows what there is."))
                            : want(WANT_NOTHING);
    default:
        return want(WANT_NOTHING);
    }
}
