/* What the menu offers, and what it says about each. */
#include "app/home_menu.h"

#include <stdlib.h>

#include "app/begin.h"
#include "core/best.h"
#include "core/content.h"
#include "core/exam_ready.h"
#include "core/exam_retake.h"
#include "core/mastery.h"
#include "core/number.h"

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

static void hint_at_today(const struct app *app, struct str *out)
{
    int right, cards;
    if (begin_day_played(app, begin_today(app), &right, &cards))
        str_addf(out, _("%d of %d right; other days are there too"), right, cards);
    else
        str_add(out, _("five cards, the same for everyone"));
}

/* A mode with a score: the learner's best, or what it is. */
static void hint_at_scored(const struct app *app, enum mode mode, const char *what, struct str *out)
{
    bool found;
    int best = best_before(&app->history, mode, app->history.run_count, &found);
    struct str net = {0};
    number_net(&net, best, true);
    if (!found)
        str_add(out, what);
    else if (mode == MODE_SPRINT)
        str_addf(out, _("your best: %s"), str_text(&net));
    else
        str_addf(out, _("your best: step %d"), best);
    str_free(&net);
}

static void hint_at_exam(const struct app *app, struct str *out)
{
    const struct past_run *last = history_newest(&app->history, MODE_EXAM);
    const char *hint = _("no verdicts until the end");
    if (exam_retake_waits(&app->history, app_now(app)))
        hint = _("again another day");
    else if (last && last->end == RUN_PASSED)
        hint = _("passed");
    else if (exam_ready(&app->history))
        hint = _("you are ready");
    str_add(out, hint);
}

static void hint_at_progress(const struct app *app, struct str *out)
{
    int count = app->bank->principle_count;
    struct mastery *mastery = xcalloc((size_t)count, sizeof *mastery);
    mastery_of(app->bank, &app->history, mastery);
    str_addf(out, _("%d of %d yours"), mastery_count(mastery, count), count);
    free(mastery);
}

static void hint_at_practice(const struct app *app, struct str *out)
{
    struct rules rules = rules_default(MODE_PRACTICE);
    int cards = rules_cards(&rules, app->bank);
    str_addf(out,
             ngettext("%d card, picked for you", "%d cards, picked for you", (unsigned long)cards),
             cards);
}

/* What stands beside an item and depends on the bank or on what was answered. */
static void hint_at(const struct app *app, int choice, struct str *out)
{
    switch (choice) {
    case HOME_MODE + MODE_PRACTICE:
        hint_at_practice(app, out);
        break;
    case HOME_MODE + MODE_TODAY:
        hint_at_today(app, out);
        break;
    case HOME_MODE + MODE_CLIMB:
        hint_at_scored(app, MODE_CLIMB, _("trickier step by step, to the third miss"), out);
        break;
    case HOME_MODE + MODE_SPRINT:
        hint_at_scored(app, MODE_SPRINT, _("one minute, right ones less wrong ones"), out);
        break;
    case HOME_MODE + MODE_EXAM:
        hint_at_exam(app, out);
        break;
    case HOME_PROGRESS:
        hint_at_progress(app, out);
        break;
    default:
        break;
    }
}

/* The title of the mode that the item starts. */
static const char *title_of(int choice)
{
    return _(mode_info((enum mode)(choice - HOME_MODE))->title);
}

/* The items in their order; hints only where they are known. */
static void add_items(const struct app *app, struct menu *menu)
{
    const struct {
        int choice;
        const char *label; /* NULL: the mode's title */
        const char *hint;  /* NULL: as hint_at says */
    } items[] = {
        {HOME_MODE + MODE_PRACTICE, NULL, NULL},
        {HOME_PRINCIPLE, _("One principle"), _("choose what to practise")},
        {HOME_MODE + MODE_TODAY, NULL, NULL},
        {HOME_MODE + MODE_CLIMB, NULL, NULL},
        {HOME_MODE + MODE_SORT, NULL, _("a handful at once, side by side")},
        {HOME_MODE + MODE_SPRINT, NULL, NULL},
        {HOME_MODE + MODE_EXAM, NULL, NULL},
        {HOME_LEARN, _("Learn"), _("what tells the two apart")},
        {HOME_GUIDE, _("Field guide"), _("your own pages, filled by playing")},
        {HOME_PROGRESS, _("Progress"), NULL},
    };
    struct str hint = {0};
    for (size_t i = 0; i < ARRAY_LEN(items); i++) {
        str_clear(&hint);
        if (items[i].hint)
            str_add(&hint, items[i].hint);
        else if (app->bank)
            hint_at(app, items[i].choice, &hint);
        menu_add(menu, items[i].choice, items[i].label ? items[i].label : title_of(items[i].choice),
                 str_text(&hint));
    }
    str_free(&hint);
}

static void describe_progress(const struct app *app, struct str *out)
{
    struct tally first = history_first_answers(&app->history);
    if (first.answers)
        str_addf(
            out,
            /* TRANSLATORS: cards met, cards there are, and how many of those met were right. */
            ngettext("You have met %d card of %d, %d right at first sight.",
                     "You have met %d cards of %d, %d right at first sight.",
                     (unsigned long)first.answers),
            first.answers, app->bank->activity_count, first.right);
}

void home_menu_fill(const struct app *app, const struct run_log *open, struct menu *menu)
{
    bool titled = app->bank && *app->bank->title;
    str_add(&menu->title, titled ? app->bank->title : _("Sales or marketing?"));
    str_add(&menu->heading, content_rule_sentence());
    if (open) {
        struct str hint = {0};
        home_describe_run(open, &hint);
        menu_add(menu, HOME_CONTINUE, _("Continue"), str_text(&hint));
        str_free(&hint);
    }
    add_items(app, menu);
    if (app->bank)
        describe_progress(app, &menu->footing);
}
