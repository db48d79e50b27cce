/* Taking part in a session, part after part. */
#include "app/join.h"

#include <string.h>

#include "app/home.h"
#include "app/play.h"
#include "app/record.h"
#include "app/standing.h"
#include "core/content_session.h"
#include "core/hash.h"

enum { CHOICE_BEGIN = 1, CHOICE_LOOK = 1 };

static enum mode mode_of(enum part part)
{
    return part == PART_BEFORE ? MODE_BEFORE : part == PART_AFTER ? MODE_AFTER : MODE_PRACTICE;
}

/* Shows a menu; where nobody sits at a terminal its sentences only, and *choice is what the first
 * item means. */
static enum outcome show(struct app *app, struct menu *menu, int *choice)
{
    if (app->interactive)
        return home_choose(app, menu, choice);
    struct menu page = {.title = menu->title, .heading = menu->heading, .footing = menu->footing};
    app->scene.game = NULL;
    app->scene.menu = &page;
    app->scene.screen = SCREEN_MENU;
    app->scene.at_end = true;
    app->scene.cursor = (struct cursor){0};
    app_show(app);
    app->scene.menu = NULL;
    *choice = menu->items[0].choice;
    return OUTCOME_DONE;
}

/* What comes, which for who is late is less, and what the trainer will see; *go whether they begin.
 */
static enum outcome announce(struct app *app, const struct join *join, bool *go)
{
    struct menu menu = {0};
    int choice;
    str_add(&menu.title, join->session->title);
    content_joining(join->session, join->waiting, app->learner.name, &menu.heading);
    menu_add(&menu, CHOICE_BEGIN, _("Begin"), "");
    menu_add(&menu, 0, _("Not now"), "");
    enum outcome outcome = show(app, &menu, &choice);
    menu_free(&menu);
    *go = choice == CHOICE_BEGIN;
    return outcome;
}

/* The cards of a test come in an order of the learner's own, the same after an interruption;
 * practice goes in the session's order, so that the room can talk about it. */
static int make_plan(const struct session *session, enum part part, enum form first,
                     const char *learner_id, int *plan)
{
    const struct session_items *items = session_items(session, part, first);
    memcpy(plan, items->activities, (size_t)items->count * sizeof *plan);
    if (part != PART_PRACTICE) {
        struct rng rng = rng_seeded(hash_text(hash_text(HASH_START, learner_id), part_id(part)));
        rng_shuffle(&rng, plan, items->count);
    }
    return items->count;
}

static enum outcome play_part(struct app *app, const struct join *join, enum part part,
                              const struct standing *standing)
{
    const struct session *session = join->session;
    app->part = part;
    if (standing->open[part])
        return record_load_history(app, standing->log[part].run.id, &app->err)
                   ? play_on(app, &standing->log[part])
                   : OUTCOME_FAILED;
    int plan[SESSION_ITEMS_MAX];
    struct rules rules = rules_default(mode_of(part));
    rules.length = make_plan(session, part, standing->first, app->learner.id, plan);
    rules.pass = part == PART_AFTER ? session->pass : 0;
    rules.nameless = !session->names;
    return play_items(app, &rules, plan, rules.length);
}

/* Looks at the place anew; *e is why it cannot be reached, as long as that is so.  Once it was
 * seen, what is open there counts and not what was begun. */
static enum join_look look(struct join *join, struct err *e)
{
    enum join_look seen = join->look(join->look_context, &join->state, e);
    if (seen != JOIN_LOOK_NOT_YET)
        join->unreached = seen == JOIN_LOOK_AWAY;
    if (seen == JOIN_LOOK_SEEN) {
        join->away = false;
        e->text[0] = '\0';
    }
    return seen;
}

static void fill_waiting(const struct join *join, const char *failure, struct menu *menu)
{
    str_add(&menu->title, join->session->title);
    str_addf(&menu->heading,
             join->unreached
                 ? _("The session cannot be reached now. Your answers are kept here and sent "
                     "later; the next part, %s, begins by itself.")
                 : _("The next part, %s, is not open yet. When the trainer opens it, it begins "
                     "here by itself."),
             part_title(join->waiting));
    menu_add(menu, CHOICE_LOOK, _("Look again"), "");
    menu_add(menu, 0, _("Leave for now"), _("join again to go on"));
    str_add(&menu->footing, failure);
}

/* Waits at most one look's time for what the person does; *stay whether to look again. */
static enum outcome wait_once(struct app *app, const struct join *join, bool *stay)
{
    enum outcome outcome = OUTCOME_DONE;
    for (;;) {
        struct intent intent = app_next(app, join->look_ms, &outcome);
        *stay = outcome == OUTCOME_DONE && intent.want != WANT_DONE;
        if (!*stay || intent.want == WANT_WAITED)
            return outcome;
        if (intent.want == WANT_CHOICE) {
            *stay = intent.item == 0;
            return outcome;
        }
        if (intent.want == WANT_REDRAW || intent.want == WANT_REPAINT)
            app_show(app);
        else
            app_refuse(app);
    }
}

/* Shows the waiting page until a part is open that the learner can play; *stay is false when they
 * leave. */
static enum outcome wait_for_part(struct app *app, struct join *join,
                                  const struct standing *standing, bool *stay)
{
    enum outcome outcome = OUTCOME_DONE;
    struct err e = {0};
    int selected = 0;
    *stay = true;
    while (*stay && outcome == OUTCOME_DONE &&
           standing_next(standing, join->session, &join->state) == PART_NONE) {
        struct menu menu = {0};
        fill_waiting(join, e.text, &menu);
        app->scene.game = NULL;
        app->scene.menu = &menu;
        app->scene.screen = SCREEN_MENU;
        app->scene.cursor = (struct cursor){.selected = selected};
        app_show(app);
        outcome = wait_once(app, join, stay);
        selected = app->scene.cursor.selected;
        app->scene.menu = NULL;
        menu_free(&menu);
        if (app->share_rest)
            (void)app->share_rest(app);
        if (*stay)
            (void)look(join, &e);
    }
    return outcome;
}

/* Takes down where the learner is now. */
static void note_standing(struct app *app, struct join *join, struct standing *standing)
{
    if (join->form_given && !standing->any)
        standing->first = join->form;
    for (int part = 0; join->away && part < PART_COUNT; part++)
        if (standing->open[part])
            join->state.open = (enum part)part;
    join->waiting = standing_ahead(standing, join->session, &join->state);
    join->over = join->waiting == PART_NONE;
    for (int part = 0; part < PART_COUNT; part++) {
        str_clear(&join->code[part]);
        str_add(&join->code[part], str_text(&standing->code[part]));
    }
    app->first_form = standing->first;
}

/* The part to play now; it may have been opened while the learner read or typed something. */
static enum part next_part(struct app *app, struct join *join, struct standing *standing)
{
    struct err ignored;
    enum part part = standing_next(standing, join->session, &join->state);
    if (part != PART_NONE || join->state.self_paced)
        return part;
    if (look(join, &ignored) != JOIN_LOOK_SEEN)
        return PART_NONE;
    note_standing(app, join, standing);
    return standing_next(standing, join->session, &join->state);
}

/* One step: plays what can be played, or waits for it.  *played is the part played last, and *stay
 * whether there is another step. */
static enum outcome step(struct app *app, struct join *join, enum part *played, bool *stay)
{
    struct standing standing = {0};
    enum outcome outcome = OUTCOME_FAILED;
    *stay = false;
    if (standing_find(app->store, join->session, app->learner.id, &standing, &app->err)) {
        note_standing(app, join, &standing);
        bool left = *played != PART_NONE && !standing.done[*played];
        enum part part = left ? PART_NONE : next_part(app, join, &standing);
        *played = part;
        outcome = OUTCOME_DONE;
        if (!left && part != PART_NONE) {
            outcome = play_part(app, join, part, &standing);
            *stay = true;
        } else if (!left && !join->over && join->wait && app->interactive) {
            outcome = wait_for_part(app, join, &standing, stay);
        }
    }
    standing_free(&standing);
    return outcome;
}

enum outcome join_run(struct app *app, struct join *join)
{
    struct standing standing = {0};
    enum outcome outcome = OUTCOME_FAILED;
    enum part played = PART_NONE;
    bool stay = true;
    if (standing_find(app->store, join->session, app->learner.id, &standing, &app->err)) {
        note_standing(app, join, &standing);
        outcome = standing.any ? OUTCOME_DONE : announce(app, join, &stay);
    }
    standing_free(&standing);
    app->session = join->session;
    while (stay && outcome == OUTCOME_DONE)
        outcome = step(app, join, &played, &stay);
    app->session = NULL;
    return outcome;
}
