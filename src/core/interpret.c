/* From what the user did to what is meant by it. */
#include "core/interpret.h"

#include "core/content_paged.h"
#include "core/interpret_game.h"
#include "core/interpret_show.h"

static struct intent no_number(int count, struct scene *scene)
{
    struct str reply = {0};
    menu_ask(count, &reply);
    struct intent intent = intent_reply(scene, str_text(&reply));
    str_free(&reply);
    return intent;
}

static struct intent in_menu(struct scene *scene, const struct input *input)
{
    int count = (int)scene->menu->len;
    if (intent_select(scene, input->action, count))
        return intent_of(WANT_REDRAW);
    switch (input->action) {
    case ACTION_NEXT:
        if (scene->lines)
            return no_number(count, scene);
        return (struct intent){.want = WANT_CHOICE, .item = scene->cursor.selected};
    case ACTION_CHOOSE:
        if (input->item < 0 || input->item >= count)
            return no_number(count, scene);
        scene->cursor.selected = input->item;
        return (struct intent){.want = WANT_CHOICE, .item = input->item};
    case ACTION_QUIT:
        return intent_of(WANT_DONE);
    default:
        return intent_of(WANT_NOTHING);
    }
}

/* Turns the page of the primer, the guide or the progress; after the last one there is nothing
 * more. */
static struct intent turn_page(struct scene *scene, int by)
{
    int page = scene->cursor.selected + by;
    if (page < 0)
        return intent_first_page(scene);
    if (page >= content_paged_count(scene))
        return by > 0 ? intent_of(WANT_DONE) : intent_of(WANT_NOTHING);
    scene->cursor.selected = page;
    scene->cursor.scroll = 0;
    scene->cursor.figures = false;
    return intent_of(WANT_REDRAW);
}

static struct intent in_pages(struct scene *scene, const struct input *input)
{
    switch (input->action) {
    case ACTION_NEXT:
    case ACTION_FOLLOWING:
    case ACTION_PAGE_DOWN: /* among lines: in frames it has scrolled */
        return turn_page(scene, 1);
    case ACTION_PREVIOUS:
    case ACTION_PAGE_UP:
        return turn_page(scene, -1);
    case ACTION_PRACTISE:
        return intent_of(WANT_PRACTISE);
    case ACTION_CHOOSE:
        return (struct intent){.want = WANT_CHOICE, .item = input->item};
    case ACTION_FIGURES:
        scene->cursor.figures = !scene->cursor.figures;
        scene->cursor.scroll = 0;
        return intent_of(WANT_REDRAW);
    case ACTION_QUIT:
        return intent_of(WANT_DONE);
    default:
        return intent_of(WANT_NOTHING);
    }
}

static struct intent in_help(struct scene *scene, enum action action)
{
    if (intent_scroll(scene, action))
        return intent_of(WANT_REDRAW);
    if (action != ACTION_NEXT && action != ACTION_HELP && action != ACTION_QUIT)
        return intent_of(WANT_NOTHING);
    scene->cursor.overlay = OVERLAY_NONE;
    scene->cursor.scroll = 0;
    if (scene->lines && !(scene_context(scene) & (CONTEXT_CARD | CONTEXT_CLUE | CONTEXT_HANDS)))
        /* TRANSLATORS: the letters that are typed stay as they are. */
        return intent_reply(scene, _("To have all of it again, type r."));
    return intent_of(WANT_REDRAW);
}

/* A menu without items is there to be read. */
static struct intent in_page(struct scene *scene, enum action action)
{
    if (intent_scroll(scene, action))
        return intent_of(WANT_REDRAW);
    if (action == ACTION_PLAIN && !scene->lines)
        return intent_of(WANT_PLAIN);
    return intent_of(action == ACTION_NEXT || action == ACTION_QUIT ? WANT_DONE : WANT_NOTHING);
}

static struct intent interpret_action(struct scene *scene, const struct input *input)
{
    if (input->action == ACTION_REDRAW)
        return intent_of(WANT_REPAINT);
    if (input->action == ACTION_REPEAT && scene->cursor.overlay == OVERLAY_NONE)
        return intent_of(WANT_REDRAW);
    if (scene->cursor.overlay == OVERLAY_FLAG)
        return interpret_typing(scene, input->action);
    if (scene->cursor.overlay == OVERLAY_LEAVE)
        return interpret_leaving(scene, input->action);
    if (scene->cursor.overlay == OVERLAY_HELP)
        return in_help(scene, input->action);
    if (input->action == ACTION_HELP) {
        scene->cursor.overlay = OVERLAY_HELP;
        scene->cursor.scroll = 0;
        return intent_of(WANT_REDRAW);
    }
    if (scene->game && (scene->game->phase == PHASE_BOARD || scene->game->phase == PHASE_CLUE))
        return interpret_game(scene, input);
    if (!scene->game && scene->screen == SCREEN_SHOW)
        return interpret_show(scene, input);
    if (!scene->game && scene->screen == SCREEN_WATCH)
        return interpret_watch(scene, input);
    if (!scene->game && scene->screen == SCREEN_MENU)
        return scene->menu->len ? in_menu(scene, input) : in_page(scene, input->action);
    if (!scene->lines && intent_scroll(scene, input->action))
        return intent_of(WANT_REDRAW);
    return scene->game ? interpret_game(scene, input) : in_pages(scene, input);
}

/* A line or key that is no action. */
static struct intent interpret_unknown(struct scene *scene, const struct input *input)
{
    bool over = scene->cursor.overlay != OVERLAY_NONE;
    if (scene->lines && !over && scene->game && scene->game->phase == PHASE_BOARD)
        return interpret_board_line(scene, input->text);
    if (!over && !scene->game && scene->screen == SCREEN_SHOW)
        return scene->lines ? interpret_show_line(scene, input->text)
                            : interpret_show_refused(scene, input->key);
    return intent_nothing(scene);
}

/* What an action is meant to do; among lines only where it does something there. */
static struct intent interpret_told(struct scene *scene, const struct input *input)
{
    bool in_table = input->action != ACTION_NONE && input->action < ACTION_CHOOSE;
    if (scene->lines && in_table && !(action_lines(input->action) & scene_context(scene)))
        return intent_nothing(scene);
    struct intent intent = interpret_action(scene, input);
    return intent.want == WANT_NOTHING ? intent_nothing(scene) : intent;
}

/* A character where something is typed. */
static struct intent interpret_key(struct scene *scene, uint32_t key)
{
    if (scene->cursor.overlay == OVERLAY_FLAG)
        return interpret_typed(scene, key);
    return scene_context(scene) == CONTEXT_HANDS ? interpret_show_typed(scene, key)
                                                 : intent_of(WANT_NOTHING);
}

struct intent interpret(struct scene *scene, const struct input *input)
{
    if (input->kind != INPUT_TIMEOUT)
        scene->cursor.reply[0] = '\0';
    switch (input->kind) {
    case INPUT_ACTION:
        scene->cursor.told = true;
        return interpret_told(scene, input);
    case INPUT_KEY:
        return interpret_key(scene, input->key);
    case INPUT_TIMEOUT:
        return intent_of(WANT_WAITED);
    case INPUT_RESIZE:
        return intent_of(WANT_REDRAW);
    case INPUT_END:
        return scene->game ? interpret_end_of_input(scene) : intent_of(WANT_DONE);
    case INPUT_UNKNOWN:
        return interpret_unknown(scene, input);
    default:
        return intent_of(WANT_NOTHING);
    }
}
