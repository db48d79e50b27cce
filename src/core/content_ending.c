/* How a finished run came out, in a sentence or two: what stands first on its result. */
#include "core/content_ending.h"

#include "core/best.h"
#include "core/content_session.h"
#include "core/game_exam.h"
#include "core/game_query.h"
#include "core/number.h"
#include "core/today_line.h"

static void fixed_sentence(struct str *out, const struct exam *exam, bool passed)
{
    str_addf(out,
             /* TRANSLATORS: right answers, cards, and right answers it takes. */
             passed ? _("Passed: %d of %d right; it takes %d.")
                    /* TRANSLATORS: right answers, cards, and right answers it takes. */
                    : _("Not passed: %d of %d right; it takes %d."),
             exam->given.right, exam->rules.length, exam->rules.pass);
}

static void adaptive_sentence(struct str *out, const struct exam *exam, bool passed)
{
    if (exam_decision(exam).reason == EXAM_LEANED)
        str_addf(out, _("Not passed: %d of %d right, but the answers lean to one side."),
                 exam->given.right, exam->answers);
    else
        str_addf(out,
                 passed ? ngettext("Passed after %d card: %d right.",
                                   "Passed after %d cards: %d right.",
                                   (unsigned long)exam->given.answers)
                        : ngettext("Not passed after %d card: %d right.",
                                   "Not passed after %d cards: %d right.",
                                   (unsigned long)exam->given.answers),
                 exam->given.answers, exam->given.right);
}

static void exam_sentence(struct str *out, const struct game *game, const struct bank *bank)
{
    struct exam exam = game_exam(game, bank, true);
    bool passed = exam_decision(&exam).outcome == EXAM_PASSED;
    if (exam.rules.adaptive)
        adaptive_sentence(out, &exam, passed);
    else
        fixed_sentence(out, &exam, passed);
}

/* The test after a session, which may have a mark. */
static void after_sentence(struct str *out, const struct game *game, const struct tally *all)
{
    int cards = game_length(game), pass = game->rules.pass;
    if (pass)
        str_addf(out,
                 all->right >= pass ? _("Passed: %d of %d right; it takes %d.")
                                    : _("Not passed: %d of %d right; it takes %d."),
                 all->right, cards, pass);
    else
        str_addf(out, _("%d of %d right."), all->right, cards);
}

static void sprint_sentence(struct str *out, int right, int wrong)
{
    struct str net = {0};
    number_net(&net, right - wrong, true);
    /* TRANSLATORS: %s is what the two come to: "+2", "minus 2". */
    str_addf(out, _("%d right less %d wrong: %s."), right, wrong, str_text(&net));
    str_free(&net);
}

/* How the run came out as a whole. */
static void whole_sentence(struct str *out, const struct game *game, const struct bank *bank,
                           const struct summary *summary)
{
    const struct tally *all = &summary->all;
    int wrong = summary->miss_count, right = game_answered(game) - wrong;
    switch (game->rules.mode) {
    case MODE_FIRST:
        str_addf(out, _("Your first six: %d of %d."), all->right, all->answers);
        break;
    case MODE_CLIMB:
        str_addf(out, ngettext("%d step climbed.", "%d steps climbed.", (unsigned long)right),
                 right);
        break;
    case MODE_SPRINT:
        sprint_sentence(out, right, wrong);
        break;
    case MODE_EXAM:
        exam_sentence(out, game, bank);
        break;
    case MODE_AFTER:
        after_sentence(out, game, all);
        break;
    default:
        str_addf(out, _("%d of %d right."), all->right, all->answers);
        break;
    }
}

/* Appends a blank or a line end and how the sure answers came out; nothing when all were sure or
 * none. */
static void sure_sentence(struct str *out, const struct tally *all, char between)
{
    if (all->sure == all->answers || all->sure == 0)
        return;
    str_addc(out, between);
    str_addf(out, _("When sure: %d of %d."), all->sure_right, all->sure);
}

void ending_sentence(struct str *out, const struct game *game, const struct bank *bank,
                     const struct summary *summary)
{
    whole_sentence(out, game, bank, summary);
    sure_sentence(out, &summary->all, ' ');
}

/* The newest run of the history is this one; what came before it is to be beaten. */
static void add_best(const struct scene *scene, struct page *page)
{
    const struct history *history = scene->history;
    bool found = false;
    if (!history || !history->run_count)
        return;
    size_t newest = history->run_count - 1;
    int now = best_score(history, &history->runs[newest]);
    int best = best_before(history, scene->game->rules.mode, newest, &found);
    if (!found)
        return;
    if (now > best)
        page_addf(page, ROLE_TEXT, _("Further than ever: the best before was %d."), best);
    else
        page_addf(page, ROLE_TEXT, _("Your best is %d."), best);
}

static void add_today(const struct scene *scene, struct page *page)
{
    struct str line = {0};
    today_line(&line, scene->bank, scene->game, scene->game->rules.day);
    page_gap(page);
    page_add(page, ROLE_DIM, _("To paste into a chat; it gives nothing away:"));
    page_add(page, ROLE_STRONG, str_text(&line));
    str_free(&line);
}

/* What an exam left open, and when the next may be taken. */
static void add_exam(const struct scene *scene, struct page *page)
{
    const struct game *game = scene->game;
    struct exam exam = game_exam(game, scene->bank, true);
    int open = exam.rules.adaptive ? 0 : exam.rules.length - exam.given.answers;
    if (open > 0)
        page_addf(page, ROLE_TEXT,
                  ngettext("%d card was not answered and counts as not right.",
                           "%d cards were not answered and count as not right.",
                           (unsigned long)open),
                  open);
    if (exam_decision(&exam).outcome != EXAM_PASSED)
        page_add(page, ROLE_TEXT, _("The next try is another day."));
}

void content_ending(const struct scene *scene, const struct summary *summary, struct page *page)
{
    const struct game *game = scene->game;
    const struct mode_info *mode = mode_info(game->rules.mode);
    struct str sentence = {0};
    whole_sentence(&sentence, game, scene->bank, summary);
    sure_sentence(&sentence, &summary->all, scene->lines ? '\n' : ' ');
    if (game->time_up && !mode->seconds)
        page_add(page, ROLE_NOTICE, _("Time is up."));
    page_add(page, ROLE_STRONG, str_text(&sentence));
    str_free(&sentence);
    if (mode->lives || mode->seconds)
        add_best(scene, page);
    if (game->rules.mode == MODE_TODAY)
        add_today(scene, page);
    if (game->rules.mode == MODE_EXAM)
        add_exam(scene, page);
    if (game->rules.mode == MODE_AFTER)
        content_compared(scene, page);
}
