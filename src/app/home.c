/* The menu and what it leads to. */
#include "app/home.h"

#include "app/begin.h"
#include "app/guide.h"
#include "app/home_menu.h"
#include "app/learn.h"
#include "app/play.h"
#include "app/progress.h"
#include "app/record.h"

static void show_menu(struct app *app, const struct menu *menu)
{
    app->scene.game = NULL;
    app->scene.menu = menu;
    app->scene.screen = SCREEN_MENU;
    app->scene.cursor = (struct cursor){0};
    app_show(app);
}

void home_greet(struct app *app)
{
    struct menu menu = {0};
    home_menu_fill(app, NULL, &menu);
    show_menu(app, &menu);
    app->scene.menu = NULL;
    menu_free(&menu);
}

enum outcome home_choose(struct app *app, const struct menu *menu, int *choice)
{
    enum outcome outcome = OUTCOME_DONE;
    *choice = -1;
    show_menu(app, menu);
    for (;;) {
        struct intent intent = app_next(app, -1, &outcome);
        if (outcome != OUTCOME_DONE || intent.want == WANT_DONE)
            return outcome;
        if (intent.want == WANT_CHOICE) {
            *choice = menu->items[intent.item].choice;
            return outcome;
        }
        if (intent.want == WANT_REDRAW || intent.want == WANT_REPAINT)
            app_show(app);
        else
            app_refuse(app);
    }
}

/* Lets the player choose a principle and plays a run over it. */
static enum outcome practise_principle(struct app *app)
{
    struct menu menu = {0};
    int choice;
    str_add(&menu.title, _("One principle"));
    str_add(&menu.heading, _("Which one do you want to practise?"));
    for (int i = 0; i < app->bank->principle_count; i++)
        menu_add(&menu, i, app->bank->principles[i].title, "");
    enum outcome outcome = home_choose(app, &menu, &choice);
    menu_free(&menu);
    if (outcome != OUTCOME_DONE || choice < 0)
        return outcome;
    struct rules rules = rules_of_principle(app->bank, choice);
    return begin_from_menu(app, &rules);
}

/* Plays the interrupted run on; its own answers must not count as history meanwhile. */
static enum outcome play_open(struct app *app, const struct run_log *open)
{
    if (!record_load_history(app, open->run.id, &app->err))
        return OUTCOME_FAILED;
    return play_on(app, open);
}

static enum outcome follow_choice(struct app *app, int choice, const struct run_log *open)
{
    if (choice == HOME_CONTINUE && open)
        return play_open(app, open);
    if (choice == HOME_LEARN)
        return learn_run(app, -1);
    if (choice == HOME_GUIDE)
        return guide_run(app, -1);
    if (choice == HOME_PROGRESS)
        return progress_run(app);
    if (choice == HOME_PRINCIPLE)
        return practise_principle(app);
    struct rules rules = rules_default((enum mode)(choice - HOME_MODE));
    return begin_from_menu(app, &rules);
}

/* The menu once: shows it and does what is chosen.  *stay says whether to show it again. */
static enum outcome menu_once(struct app *app, bool *stay)
{
    struct run_log open;
    bool found = false;
    /* a script's numbers must mean the same whatever was interrupted before */
    bool readable = !app->interactive || record_find_open(app, &open, &found, &app->err);
    struct menu menu = {0};
    home_menu_fill(app, found ? &open : NULL, &menu);
    if (!readable) /* playing on may work; if not, the first answer says so and offers what can be
                      done */
        str_addf(&menu.footing, "\n%s", app->err.text);
    int choice = -1;
    enum outcome outcome = home_choose(app, &menu, &choice);
    *stay = outcome == OUTCOME_DONE && choice >= 0;
    if (*stay)
        outcome = follow_choice(app, choice, found ? &open : NULL);
    menu_free(&menu);
    if (found)
        run_log_free(&open);
    return outcome;
}

enum outcome home_run(struct app *app)
{
    enum outcome outcome = OUTCOME_DONE;
    if (app->interactive && !app->scene.unkept && !app->history.len) {
        struct rules rules = rules_default(MODE_FIRST);
        outcome = play_run(app, &rules);
    }
    for (bool stay = true; stay && outcome == OUTCOME_DONE;)
        outcome = menu_once(app, &stay);
    return outcome;
}

static enum outcome offer(struct app *app, const struct run_log *open, int *choice)
{
    struct menu menu = {0};
    struct str hint = {0};
    home_describe_run(open, &hint);
    str_add(&menu.title, _("A run is not finished"));
    str_add(&menu.heading, _("Nothing of it is lost."));
    menu_add(&menu, HOME_CONTINUE, _("Continue"), str_text(&hint));
    menu_add(&menu, HOME_ANEW, _("Start anew"), _("its answers are kept all the same"));
    enum outcome outcome = home_choose(app, &menu, choice);
    menu_free(&menu);
    str_free(&hint);
    return outcome;
}

enum outcome home_play(struct app *app, const struct rules *rules, bool retake)
{
    struct run_log open;
    bool found = false;
    if (!app->interactive || !record_find_open(app, &open, &found, &app->err) || !found)
        return begin_run(app, rules, retake);
    int choice;
    enum outcome outcome = offer(app, &open, &choice);
    if (choice == HOME_CONTINUE)
        outcome = play_open(app, &open);
    else if (choice == HOME_ANEW)
        outcome = begin_run(app, rules, retake);
    run_log_free(&open);
    return outcome;
}
