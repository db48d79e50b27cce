/* What the menu offers, and what it says about each. */
#include "app/home_menu.h"

#include <stdlib.h>

#include "app/begin.h"
#include "core/best.h"
#include "core/content.h"
#include "core/exam_ready.h"
#include "core/exam_retake.h"
#include "core/mastery.h"

enum { MS_A_MINUTE = 60 * 1000, MINUTES_AN_HOUR = 60, MINUTES_A_DAY = 24 * 60 };

void home_describe_run(const struct run_log *log, struct str *out)
{
    int64_t minutes = log->run.started_utc_ms / MS_A_MINUTE + log->run.utc_offset_min;
    int of_day = (int)(((minutes % MINUTES_A_DAY) + MINUTES_A_DAY) % MINUTES_A_DAY);
    int answers = 0;
    for (size_t i = 0; i < log->count; i++)
        answers += log->events[i].kind == EVENT_ANSWER;
    enum mode mode = MODE_PRACTICE;
    mode_from_id(log->run.mode, &mode);
    str_addf(out,
             /* TRANSLATORS: a mode ("Practice"), a time, a number of answers */
             ngettext("%s, begun at %02d:%02d, %d answer", "%s, begun at %02d:%02d, %d answers",
                      (unsigned long)answers),
             _(mode_info(mode)->title), of_day / MINUTES_AN_HOUR, of_day % MINUTES_AN_HOUR,
             answers);
}

static void add_today(const struct app *app, struct menu *menu)
{
    struct str hint = {0};
    int right, cards;
    if (begin_day_played(app, begin_today(app), &right, &cards))
        str_addf(&hint, _("%d of %d right; other days are there too"), right, cards);
    else
        str_add(&hint, _("five cards, the same for everyone"));
    menu_add(menu, HOME_TODAY, _("Today"), str_text(&hint));
    str_free(&hint);
}

/* A mode with a score: the learner's best, or what it is. */
static void add_scored(const struct app *app, struct menu *menu, enum home_choice choice,
                       enum mode mode, const char *what)
{
    struct str hint = {0};
    bool found;
    int best = best_before(&app->history, mode, app->history.run_count, &found);
    if (found)
        str_addf(&hint, mode == MODE_SPRINT ? _("your best: %+d") : _("your best: step %d"), best);
    else
        str_add(&hint, what);
    menu_add(menu, (int)choice, _(mode_info(mode)->title), str_text(&hint));
    str_free(&hint);
}

static void add_exam(const struct app *app, struct menu *menu)
{
    const struct past_run *last = history_newest(&app->history, MODE_EXAM);
    const char *hint = _("no verdicts until the end");
    if (exam_retake_waits(&app->history, app_now(app)))
        hint = _("again another day");
    else if (last && last->end == RUN_PASSED)
        hint = _("passed");
    else if (exam_ready(&app->history))
        hint = _("you are ready");
    menu_add(menu, HOME_EXAM, _("Exam"), hint);
}

static void add_progress(const struct app *app, struct menu *menu)
{
    struct str hint = {0};
    int count = app->bank->principle_count;
    struct mastery *mastery = xcalloc((size_t)count, sizeof *mastery);
    mastery_of(app->bank, &app->history, mastery);
    str_addf(&hint, _("%d of %d yours"), mastery_count(mastery, count), count);
    menu_add(menu, HOME_PROGRESS, _("Progress"), str_text(&hint));
    str_free(&hint);
    free(mastery);
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

void home_menu_fill(const struct app *app, const struct run_log *open, struct menu *menu)
{
    struct rules rules = rules_default(MODE_PRACTICE);
    int cards = rules_cards(&rules, app->bank);
    struct str hint = {0};
    str_add(&menu->title, *app->bank->title ? app->bank->title : _("Sales or marketing?"));
    str_add(&menu->heading, content_rule_sentence());
    if (open) {
        home_describe_run(open, &hint);
        menu_add(menu, HOME_CONTINUE, _("Continue"), str_text(&hint));
        str_clear(&hint);
    }
    str_addf(&hint,
             ngettext("%d card, picked for you", "%d cards, picked for you", (unsigned long)cards),
             cards);
    menu_add(menu, HOME_PRACTICE, _("Practice"), str_text(&hint));
    menu_add(menu, HOME_PRINCIPLE, _("One principle"), _("choose what to practise"));
    add_today(app, menu);
    add_scored(app, menu, HOME_CLIMB, MODE_CLIMB, _("trickier step by step, to the third miss"));
    menu_add(menu, HOME_SORT, _("Sort"), _("a handful at once, side by side"));
    add_scored(app, menu, HOME_SPRINT, MODE_SPRINT, _("one minute, right ones less wrong ones"));
    add_exam(app, menu);
    menu_add(menu, HOME_LEARN, _("Learn"), _("what tells the two apart"));
    menu_add(menu, HOME_GUIDE, _("Field guide"), _("your own pages, filled by playing"));
    add_progress(app, menu);
    describe_progress(app, &menu->footing);
    str_free(&hint);
}
