/* The menu and what it leads to. */
#include "app/home.h"

#include "app/learn.h"
#include "app/play.h"
#include "app/record.h"
#include "core/calendar.h"
#include "core/content.h"
#include "core/exam_retake.h"

enum choice {
    CHOICE_CONTINUE,
    CHOICE_PRACTICE,
    CHOICE_PRINCIPLE,
    CHOICE_TODAY,
    CHOICE_CLIMB,
    CHOICE_SORT,
    CHOICE_SPRINT,
    CHOICE_EXAM,
    CHOICE_LEARN,
    CHOICE_ANEW
};

enum { MS_A_MINUTE = 60 * 1000, MINUTES_AN_HOUR = 60, MINUTES_A_DAY = 24 * 60 };

enum outcome home_choose(struct app *app, const struct menu *menu, int *choice)
{
    enum outcome outcome = OUTCOME_DONE;
    app->scene.game = NULL;
    app->scene.menu = menu;
    app->scene.screen = SCREEN_MENU;
    app->scene.cursor = (struct cursor){0};
    *choice = -1;
    app_show(app);
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
            app->ui->ops->bell(app->ui);
    }
}

/* "practice from 10:32, 5 answered": when the interrupted run began, on the learner's clock. */
static void describe_run(const struct run_log *log, struct str *out)
{
    int64_t minutes = log->run.started_utc_ms / MS_A_MINUTE + log->run.utc_offset_min;
    int of_day = (int)(((minutes % MINUTES_A_DAY) + MINUTES_A_DAY) % MINUTES_A_DAY);
    int answers = 0;
    for (size_t i = 0; i < log->count; i++)
        answers += log->events[i].kind == EVENT_ANSWER;
    str_addf(out,
             ngettext("the run begun at %02d:%02d, %d answer",
                      "the run begun at %02d:%02d, %d answers", (unsigned long)answers),
             of_day / MINUTES_AN_HOUR, of_day % MINUTES_AN_HOUR, answers);
}

static void describe_progress(const struct app *app, struct str *out)
{
    struct tally first = history_first_answers(&app->history);
    if (first.answers)
        str_addf(out,
                 ngettext("You have met %d card of %d, %d right at first sight.",
                          "You have met %d cards of %d, %d right at first sight.",
                          (unsigned long)first.answers),
                 first.answers, app->bank->activity_count, first.right);
}

static void make_menu(const struct app *app, const struct run_log *open, struct menu *menu)
{
    struct rules rules = rules_default(MODE_PRACTICE);
    int cards = rules_cards(&rules, app->bank);
    struct str hint = {0};
    str_add(&menu->title, *app->bank->title ? app->bank->title : _("Sales or marketing?"));
    str_add(&menu->heading, content_rule_sentence());
    if (open) {
        describe_run(open, &hint);
        menu_add(menu, CHOICE_CONTINUE, _("Continue"), str_text(&hint));
        str_clear(&hint);
    }
    str_addf(&hint, ngettext("%d card, mixed", "%d cards, mixed", (unsigned long)cards), cards);
    menu_add(menu, CHOICE_PRACTICE, _("Practice"), str_text(&hint));
    menu_add(menu, CHOICE_PRINCIPLE, _("One principle"), _("choose what to practise"));
    menu_add(menu, CHOICE_TODAY, _("Today"), _("five cards, the same for everyone"));
    menu_add(menu, CHOICE_CLIMB, _("Climb"), _("trickier step by step, to the third miss"));
    menu_add(menu, CHOICE_SORT, _("Sort"), _("a handful at once, side by side"));
    menu_add(menu, CHOICE_SPRINT, _("Sprint"), _("one minute, right ones less wrong ones"));
    menu_add(menu, CHOICE_EXAM, _("Exam"), _("no verdicts until the end"));
    menu_add(menu, CHOICE_LEARN, _("Learn"), _("what tells the two apart"));
    describe_progress(app, &menu->footing);
    str_free(&hint);
}

/* Says that an exam has to wait, and how it does not. */
static enum outcome refuse_exam(struct app *app, bool from_menu)
{
    struct menu menu = {0};
    int choice;
    err_set(&app->err, STATUS_TRY_LATER,
            _("Today's exam was not passed. The next try is another day; until then, practise."));
    if (!from_menu)
        return OUTCOME_FAILED;
    str_add(&menu.title, _("Exam"));
    str_add(&menu.heading, app->err.text);
    menu_add(&menu, 0, _("Back"), "");
    enum outcome outcome = home_choose(app, &menu, &choice);
    menu_free(&menu);
    return outcome;
}

/* Begins a run, unless it is an exam that has to wait. */
static enum outcome start_run(struct app *app, const struct rules *rules, bool retake,
                              bool from_menu)
{
    struct rules dated = *rules;
    struct now now = app_now(app);
    if (rules->mode == MODE_EXAM && !retake && exam_retake_waits(&app->history, now))
        return refuse_exam(app, from_menu);
    if (rules->mode == MODE_TODAY && !rules->day)
        dated.day = (int)calendar_local_day(now.utc_ms, now.utc_offset_min);
    return play_run(app, &dated);
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
    return play_run(app, &rules);
}

/* Plays the interrupted run on; its own answers must not count as history meanwhile. */
static enum outcome play_open(struct app *app, const struct run_log *open)
{
    if (!record_load_history(app, open->run.id, &app->err))
        return OUTCOME_FAILED;
    return play_on(app, open);
}

/* The mode an item of the menu starts. */
static enum mode mode_of(int choice)
{
    switch (choice) {
    case CHOICE_TODAY:
        return MODE_TODAY;
    case CHOICE_CLIMB:
        return MODE_CLIMB;
    case CHOICE_SORT:
        return MODE_SORT;
    case CHOICE_SPRINT:
        return MODE_SPRINT;
    case CHOICE_EXAM:
        return MODE_EXAM;
    default:
        return MODE_PRACTICE;
    }
}

static enum outcome follow_choice(struct app *app, int choice, const struct run_log *open)
{
    if (choice == CHOICE_CONTINUE)
        return play_open(app, open);
    if (choice == CHOICE_LEARN)
        return learn_run(app, -1);
    if (choice == CHOICE_PRINCIPLE)
        return practise_principle(app);
    struct rules rules = rules_default(mode_of(choice));
    return start_run(app, &rules, false, true);
}

/* The menu once: shows it and does what is chosen.  *stay says whether to show it again. */
static enum outcome menu_once(struct app *app, bool *stay)
{
    struct run_log open;
    bool found = false;
    /* a script's numbers must mean the same whatever was interrupted before */
    bool readable = !app->interactive || record_find_open(app, &open, &found, &app->err);
    struct menu menu = {0};
    make_menu(app, found ? &open : NULL, &menu);
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
    describe_run(open, &hint);
    str_add(&menu.title, _("A run is not finished"));
    str_add(&menu.heading, _("Nothing of it is lost."));
    menu_add(&menu, CHOICE_CONTINUE, _("Continue"), str_text(&hint));
    menu_add(&menu, CHOICE_ANEW, _("Start anew"), _("its answers are kept all the same"));
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
        return start_run(app, rules, retake, false);
    int choice;
    enum outcome outcome = offer(app, &open, &choice);
    if (choice == CHOICE_CONTINUE)
        outcome = play_open(app, &open);
    else if (choice == CHOICE_ANEW)
        outcome = start_run(app, rules, retake, false);
    run_log_free(&open);
    return outcome;
}
