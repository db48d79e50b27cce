/* What an input means on a projector's pages and on the live board. */
#include "core/interpret_show.h"

#include <string.h>

#include "core/content_paged.h"
#include "core/content_show.h"

enum { TYPED_MAX = 12 };

static struct intent show_move(enum show_move_kind kind)
{
    return (struct intent){.want = WANT_SHOW, .show = {.kind = kind}};
}

static struct intent hands(struct scene *scene, const char *text)
{
    struct intent intent = show_move(SHOW_MOVE_HANDS);
    struct err e = {.text = ""};
    if (!show_read_hands(text, &intent.show.hands, &e))
        return intent_reply(scene, e.text);
    return intent;
}

struct intent interpret_show_typed(struct scene *scene, uint32_t key)
{
    char *typed = scene->cursor.typed;
    size_t len = strlen(typed);
    if (key == KEY_RUBOUT) {
        typed[len ? len - 1 : 0] = '\0';
        return intent_of(len ? WANT_REDRAW : WANT_NOTHING);
    }
    if (len == TYPED_MAX)
        return intent_of(WANT_NOTHING);
    typed[len] = (char)key;
    typed[len + 1] = '\0';
    return intent_of(WANT_REDRAW);
}

/* Says where hands are typed, on a page that takes none. */
static struct intent refuse_hands(struct scene *scene)
{
    const struct show *show = scene->show;
    if (show->at.step != SHOW_CARD)
        return intent_reply(scene, _("Hands are typed only where it says “Hands up”: go on, or "
                                     "back, to a card."));
    return intent_reply(
        scene, content_show_notice(show->ended ? SHOW_NOTICE_ENDED : SHOW_NOTICE_COUNTED_ALREADY));
}

struct intent interpret_show_refused(struct scene *scene, uint32_t key)
{
    if (key < '0' || key > '9' || scene_context(scene) != CONTEXT_SHOW)
        return intent_of(WANT_NOTHING);
    interpret_show_typed(scene, key); /* nothing shows it: it is for the Enter behind it */
    return refuse_hands(scene);
}

struct intent interpret_show_line(struct scene *scene, const char *line)
{
    if (scene_context(scene) == CONTEXT_HANDS)
        return hands(scene, line);
    if (scene_context(scene) == CONTEXT_SHOW && *line >= '0' && *line <= '9')
        return refuse_hands(scene);
    return intent_nothing(scene);
}

/* Enter: what is typed is kept, or else the show goes on; behind hands that no page takes it would
 * lead out of step. */
static struct intent next(struct scene *scene)
{
    char *typed = scene->cursor.typed;
    if (typed[strspn(typed, " ")] == '\0')
        return show_move(SHOW_MOVE_NEXT);
    if (scene_context(scene) != CONTEXT_HANDS) {
        typed[0] = '\0';
        return refuse_hands(scene);
    }
    struct intent intent = hands(scene, typed);
    if (intent.want == WANT_SHOW)
        typed[0] = '\0';
    return intent;
}

static struct intent back(struct scene *scene)
{
    bool first = scene->show->at.step == SHOW_CARD && scene->show->at.number == 0;
    return first ? intent_first_page(scene) : show_move(SHOW_MOVE_BACK);
}

/* A page on or back, or first what of this page is out of sight. */
static struct intent turn(struct scene *scene, bool on)
{
    bool hidden = on ? scene->cursor.more : scene->cursor.scroll > 0;
    if (!scene->lines && hidden) {
        intent_scroll(scene, on ? ACTION_PAGE_DOWN : ACTION_PAGE_UP);
        return intent_of(WANT_REDRAW);
    }
    /* what is typed half is not lost to a slip of the finger */
    if (scene->cursor.typed[0])
        return intent_of(WANT_NOTHING);
    return on ? show_move(SHOW_MOVE_NEXT) : back(scene);
}

/* q and Esc: what is typed is given up first. */
static struct intent quit(struct scene *scene)
{
    bool typed = scene->cursor.typed[0] != '\0';
    scene->cursor.typed[0] = '\0';
    return intent_of(typed ? WANT_REDRAW : WANT_DONE);
}

struct intent interpret_show(struct scene *scene, const struct input *input)
{
    if (input->action != ACTION_NEXT && scene_context(scene) != CONTEXT_HANDS)
        scene->cursor.typed[0] = '\0';
    switch (input->action) {
    case ACTION_NEXT:
        return next(scene);
    case ACTION_PAGE_DOWN:
        return turn(scene, true);
    case ACTION_PAGE_UP:
        return turn(scene, false);
    case ACTION_FOLLOWING:
        return scene->cursor.typed[0] ? intent_of(WANT_NOTHING) : show_move(SHOW_MOVE_NEXT);
    case ACTION_PREVIOUS:
        return scene->cursor.typed[0] ? intent_of(WANT_NOTHING) : back(scene);
    case ACTION_TAKE_BACK:
        scene->cursor.typed[0] = '\0';
        return show_move(SHOW_MOVE_TAKE_BACK);
    case ACTION_CHOOSE: /* one number as a line; a list there is none */
        return interpret_show_line(scene, "0");
    case ACTION_RETRY:
        return show_move(SHOW_MOVE_RETRY);
    case ACTION_UNSAVED:
        return show_move(SHOW_MOVE_UNSAVED);
    case ACTION_QUIT:
        return quit(scene);
    default:
        return intent_of(intent_scroll(scene, input->action) ? WANT_REDRAW : WANT_NOTHING);
    }
}

/* Another page of the board; behind the last comes the first. */
static struct intent turn_board(struct scene *scene, int by)
{
    int count = content_paged_count(scene);
    scene->cursor.selected = (scene->cursor.selected + count + by) % count;
    scene->cursor.scroll = 0;
    return intent_of(WANT_REDRAW);
}

struct intent interpret_watch(struct scene *scene, const struct input *input)
{
    switch (input->action) {
    case ACTION_NEXT: /* among lines all pages come at once, and Enter asks for them */
        return scene->lines ? intent_of(WANT_REDRAW) : turn_board(scene, 1);
    case ACTION_FOLLOWING:
        return scene->lines ? intent_of(WANT_NOTHING) : turn_board(scene, 1);
    case ACTION_PREVIOUS:
        return scene->lines ? intent_of(WANT_NOTHING) : turn_board(scene, -1);
    case ACTION_QUIT:
        return intent_of(WANT_DONE);
    default:
        return intent_of(intent_scroll(scene, input->action) ? WANT_REDRAW : WANT_NOTHING);
    }
}
