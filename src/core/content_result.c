/* The summary of a finished run: counts, the costly rules, the misses; the reveal of the six. */
#include "core/content_result.h"

#include "core/content.h"
#include "core/content_board.h"
#include "core/content_ending.h"
#include "core/content_figures.h"
#include "core/content_piece.h"
#include "core/content_session.h"
#include "core/game_query.h"
#include "core/moved.h"
#include "core/summary.h"

enum {
    INDENT = 2,
    TOO_FEW = 8 /* cards of a mode whose misses say nothing about a rule */
};

/* How it came out, and by side. */
static void add_counts(const struct scene *scene, struct page *page, const struct summary *summary)
{
    const struct tally *all = &summary->all;
    bool by_side = scene->game->rules.mode != MODE_TODAY;
    struct str line = {0};
    if (!game_answered(scene->game)) {
        page_add(page, ROLE_TEXT, _("No answers, no result. Come back for a round any time."));
        return;
    }
    content_ending(scene, summary, page);
    for (int side = 0; side < SIDE_COUNT; side++) {
        int keyed = all->table[side][SIDE_SALES] + all->table[side][SIDE_MARKETING];
        if (!keyed || !by_side)
            continue;
        str_add(&line, !line.len ? "" : scene->lines ? "\n" : " ");
        str_addf(&line,
                 side == SIDE_SALES ? _("Sales cards: %d of %d.") : _("Marketing cards: %d of %d."),
                 all->table[side][side], keyed);
    }
    if (line.len)
        page_add(page, ROLE_TEXT, str_text(&line));
    str_free(&line);
    if (summary->new_only.answers && summary->new_only.answers < all->answers)
        page_addf(page, ROLE_TEXT, _("New to you: %d of %d right."), summary->new_only.right,
                  summary->new_only.answers);
}

static void add_circumstances(const struct scene *scene, struct page *page,
                              const struct summary *summary)
{
    const struct game *game = scene->game;
    if (game->shortage && !mode_info(game->rules.mode)->climbs)
        page_add(page, ROLE_NOTICE, _("That was every card there is for this choice."));
    if (summary->struck)
        page_addf(page, ROLE_DIM,
                  ngettext("%d answer struck out.", "%d answers struck out.",
                           (unsigned long)summary->struck),
                  summary->struck);
    if (game->unsaved)
        page_add(page, ROLE_NOTICE, _("Not everything in this run was saved."));
}

static void add_costly(const struct scene *scene, struct page *page, const struct summary *summary)
{
    page_gap(page);
    page_add(page, ROLE_TITLE,
             ngettext("The rule that cost you most", "The rules that cost you most",
                      (unsigned long)summary->costly_count));
    for (int i = 0; i < summary->costly_count; i++) {
        const struct principle_tally *t = &summary->costly[i];
        const struct principle *principle = &scene->bank->principles[t->principle];
        struct str text = {0};
        content_piece_missed(scene, principle->title, t->missed, t->answers, &text);
        struct paragraph *p = page_add(page, ROLE_STRONG, str_text(&text));
        str_free(&text);
        p->indent = INDENT;
        page_add(page, ROLE_TEXT, principle->rule)->indent = INDENT;
    }
}

/* One card with its answer: its situation behind the symbol, its text with the clue marked, the
 * side and why. */
static void add_card(const struct scene *scene, struct page *page, const struct card *card)
{
    const struct bank *bank = scene->bank;
    const struct activity *activity = &bank->activities[card->activity];
    const char *situation = bank->scenarios[activity->scenario].situation;
    struct graded graded = game_graded(scene->game, bank, card);
    bool right = score_right(&graded);
    const char *symbol = scene->lines ? (right ? _("Right:") : _("Wrong:")) : (right ? "✓" : "✗");
    struct paragraph *p =
        page_add_lead(page, right ? ROLE_RIGHT : ROLE_WRONG, symbol, 0, ROLE_DIM, situation);
    int indent = scene->lines ? INDENT : p->lead_cols;
    p = page_add(page, ROLE_TEXT, activity->text);
    p->indent = indent;
    page_mark(page, p, bank_clue(activity), ROLE_CUE);
    const char *why = *activity->why ? activity->why : bank->principles[activity->principle].rule;
    page_add_named(page, true, content_piece_role(activity->side), bank->side_name[activity->side],
                   0, ROLE_DIM, why)
        ->indent = indent;
}

static void add_reveal(const struct scene *scene, struct page *page)
{
    page_add(page, ROLE_DIM, _("Keep it in mind: this is your before-picture, and nobody else's."));
    for (int i = 0; i < scene->game->card_count; i++) {
        if (!scene->game->cards[i].answered)
            continue;
        page_gap(page);
        add_card(scene, page, &scene->game->cards[i]);
    }
}

static void add_misses(const struct scene *scene, struct page *page, const struct summary *summary)
{
    page_gap(page);
    page_add(page, ROLE_TITLE,
             ngettext("The miss", "The misses", (unsigned long)summary->miss_count));
    for (int i = 0; i < summary->miss_count; i++) {
        if (i)
            page_gap(page);
        add_card(scene, page, &scene->game->cards[summary->misses[i]]);
    }
}

/* After an exam everything is told, the right answers too. */
static void add_hits(const struct scene *scene, struct page *page)
{
    bool any = false;
    for (int i = 0; i < scene->game->card_count; i++) {
        const struct card *card = &scene->game->cards[i];
        struct graded graded = game_graded(scene->game, scene->bank, card);
        if (!card->answered || !score_right(&graded))
            continue;
        page_gap(page);
        if (!any) {
            page_add(page, ROLE_TITLE, _("What was right"));
            page_gap(page);
        }
        any = true;
        add_card(scene, page, card);
    }
}

/* The figures over this run where it is long enough to say something, else over all runs. */
static void add_figures(const struct scene *scene, struct page *page, const struct summary *summary)
{
    bool own = mode_info(scene->game->rules.mode)->test || !scene->history;
    struct tally all = own ? summary->new_only : history_first_answers(scene->history);
    content_figures(&all, own ? FIGURES_RUN : FIGURES_ALL_RUNS, scene->lines, page);
}

/* What the run moved; nothing was when nothing was answered. */
static void add_moved(const struct scene *scene, struct page *page)
{
    struct str sentence = {0};
    if (!scene->history || !game_answered(scene->game))
        return;
    moved_sentence(&sentence, scene->bank, scene->history);
    page_gap(page);
    page_add(page, ROLE_TEXT, str_text(&sentence));
    str_free(&sentence);
}

/* What there is to say where the answers are not told. */
static void add_sealed(const struct scene *scene, struct page *page)
{
    const struct game *game = scene->game;
    page_addf(page, ROLE_STRONG,
              ngettext("Your answers are in: %d of %d card.",
                       "Your answers are in: %d of %d cards.", (unsigned long)game_length(game)),
              game_answered(game), game_length(game));
    page_gap(page);
    page_add(page, ROLE_TEXT,
             _("How they were is not told yet: what counts is how far you get from here."));
    add_circumstances(scene, page, &(struct summary){0});
}

void content_result(const struct scene *scene, struct page *page)
{
    struct summary summary;
    summary_of(scene->game, scene->bank, &summary);
    if (scene->cursor.figures) {
        add_figures(scene, page, &summary);
        return;
    }
    if (mode_info(scene->game->rules.mode)->sealed) {
        add_sealed(scene, page);
        content_result_code(scene, page);
        return;
    }
    add_counts(scene, page, &summary);
    add_circumstances(scene, page, &summary);
    if (scene->game->rules.mode == MODE_FIRST) {
        add_reveal(scene, page);
        return;
    }
    if (mode_info(scene->game->rules.mode)->board) {
        content_board_result(scene, page);
        return;
    }
    if (!summary.miss_count && summary.all.answers && !scene->game->quit && !scene->game->time_up)
        page_add(page, ROLE_TEXT, _("Not one miss."));
    content_result_code(scene, page);
    if (summary.costly_count && mode_info(scene->game->rules.mode)->length > TOO_FEW)
        add_costly(scene, page, &summary);
    if (summary.miss_count)
        add_misses(scene, page, &summary);
    if (mode_info(scene->game->rules.mode)->test)
        add_hits(scene, page);
    add_moved(scene, page);
}
