/* Beginning a run: what has to be said or asked before its first card. */
#include "app/begin.h"

#include "app/home.h"
#include "app/play.h"
#include "core/best.h"
#include "core/calendar.h"
#include "core/exam.h"
#include "core/exam_retake.h"
#include "core/plan.h"

enum { DAYS_SHOWN = 7, CHOICE_BEGIN = 1 };

int begin_today(const struct app *app)
{
    struct now now = app_now(app);
    int64_t day = calendar_local_day(now.utc_ms, now.utc_offset_min);
    return day < 1 ? 1 : day < RULES_DAY_MAX ? (int)day : RULES_DAY_MAX;
}

bool begin_day_played(const struct app *app, int day, int *right, int *cards)
{
    const struct past_run *run = history_day_played(&app->history, day);
    if (!run)
        return false;
    *right = best_score(&app->history, run);
    *cards = (int)run->count;
    return true;
}

static const char *const weekdays[] = {N_("Monday"),   N_("Tuesday"), N_("Wednesday"),
                                       N_("Thursday"), N_("Friday"),  N_("Saturday"),
                                       N_("Sunday")};

static void add_day(const struct app *app, struct menu *menu, int day, int ago)
{
    struct str hint = {0};
    int right, cards;
    calendar_write(&hint, day);
    str_add(&hint, "   ");
    if (begin_day_played(app, day, &right, &cards))
        str_addf(&hint, _("%d of %d right"), right, cards);
    else
        str_add(&hint, _("not played"));
    const char *name = ago == 0   ? _("Today")
                       : ago == 1 ? _("Yesterday")
                                  : _(weekdays[calendar_weekday(day)]);
    menu_add(menu, day, name, str_text(&hint));
    str_free(&hint);
}

/* Lets the player choose one of the last days; *day is 0 when none was. */
static enum outcome choose_day(struct app *app, int *day)
{
    struct menu menu = {0};
    int today = begin_today(app), choice;
    str_add(&menu.title, _("Today"));
    str_add(&menu.heading, _("Today's cards are played. Which day would you like?"));
    for (int ago = 0; ago < DAYS_SHOWN && today - ago > 0; ago++)
        add_day(app, &menu, today - ago, ago);
    enum outcome outcome = home_choose(app, &menu, &choice);
    menu_free(&menu);
    *day = choice > 0 ? choice : 0;
    return outcome;
}

static void describe_exam(const struct app *app, const struct rules *rules, struct str *out)
{
    struct rules fitting = rules_fitting(rules, app->bank);
    int cards = fitting.length, pass = fitting.pass ? fitting.pass : exam_default_pass(cards);
    if (rules->adaptive)
        str_add(out, _("It ends as soon as the result is clear, after 12 to 40 cards. No verdicts "
                       "until then; after that, everything."));
    else
        str_addf(out,
                 ngettext("%d card, %d right to pass. No verdicts until the end; after that, "
                          "everything.",
                          "%d cards, %d right to pass. No verdicts until the end; after that, "
                          "everything.",
                          (unsigned long)cards),
                 cards, pass);
    str_add(out, "\n\n");
    if (rules->minutes)
        str_addf(out,
                 ngettext("There is %d minute from the first card on; the clock runs on when you "
                          "leave.",
                          "There are %d minutes from the first card on; the clock runs on when "
                          "you leave.",
                          (unsigned long)rules->minutes),
                 rules->minutes);
    else
        str_add(out, _("There is no clock. You may pause and continue."));
    str_add(out, " ");
    str_add(out, _("Who does not pass tries again another day."));
}

/* Says what is coming, to somebody who may still go back; *go whether they begin. */
static enum outcome announce(struct app *app, const struct rules *rules, bool *go)
{
    struct menu menu = {0};
    int choice;
    str_add(&menu.title, _(mode_info(rules->mode)->title));
    if (rules->mode == MODE_EXAM)
        describe_exam(app, rules, &menu.heading);
    else
        str_add(&menu.heading, _("One minute: every right answer counts one, every wrong one takes "
                                 "one away. What you missed comes at the end; nothing of it counts "
                                 "as evidence."));
    menu_add(&menu, CHOICE_BEGIN, _("Begin"), "");
    menu_add(&menu, 0, _("Not now"), "");
    enum outcome outcome = home_choose(app, &menu, &choice);
    menu_free(&menu);
    *go = choice == CHOICE_BEGIN;
    return outcome;
}

/* Whether the run may begin; if not, app->err says why. */
static bool may_begin(struct app *app, const struct rules *rules, bool retake)
{
    const char *unfit = mode_info(rules->mode)->unfit;
    if (!plan_possible(rules, app->bank, &app->history))
        return err_set(&app->err, STATUS_USAGE, "%s",
                       unfit ? _(unfit) : _("No card fits all of that. Ask for less at once."));
    if (rules->mode != MODE_EXAM || retake || !exam_retake_waits(&app->history, app_now(app)))
        return true;
    bool open = history_newest(&app->history, MODE_EXAM)->end == RUN_OPEN;
    return err_set(&app->err, STATUS_TRY_LATER,
                   open ? _("Today's exam was left before its end. The next try is another day; "
                            "until then, practise.")
                        : _("Today's exam was not passed. The next try is another day; until "
                            "then, practise."));
}

static enum outcome play_announced(struct app *app, const struct rules *rules)
{
    struct rules chosen = *rules;
    enum outcome outcome = OUTCOME_DONE;
    bool go = true;
    int right, cards;
    if (rules->mode == MODE_TODAY && !rules->day) {
        chosen.day = begin_today(app);
        if (app->interactive && begin_day_played(app, chosen.day, &right, &cards)) {
            outcome = choose_day(app, &chosen.day);
            go = chosen.day > 0;
        }
    }
    if (app->interactive && (rules->mode == MODE_EXAM || rules->mode == MODE_SPRINT))
        outcome = announce(app, &chosen, &go);
    return outcome == OUTCOME_DONE && go ? play_run(app, &chosen) : outcome;
}

enum outcome begin_run(struct app *app, const struct rules *rules, bool retake)
{
    return may_begin(app, rules, retake) ? play_announced(app, rules) : OUTCOME_FAILED;
}

enum outcome begin_from_menu(struct app *app, const struct rules *rules)
{
    struct menu menu = {0};
    int choice;
    if (may_begin(app, rules, false))
        return play_announced(app, rules);
    str_add(&menu.title, _(mode_info(rules->mode)->title));
    str_add(&menu.heading, app->err.text);
    menu_add(&menu, 0, _("Back"), "");
    enum outcome outcome = home_choose(app, &menu, &choice);
    menu_free(&menu);
    return outcome;
}
