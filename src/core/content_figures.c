/* What answers say about how well the sides are told apart, as a page. */
#include "core/content_figures.h"

#include <math.h>

#include "core/agreement.h"
#include "core/content.h"
#include "core/content_piece.h"
#include "core/interval.h"
#include "core/number.h"
#include "core/signal.h"

enum { INDENT = 2, COLUMN_GAP = 2 };

/* A figure: the sentence, and its numbers below.  Empties both. */
static void add_figure(struct page *page, struct str *sentence, struct str *numbers)
{
    page_add(page, ROLE_TEXT, str_text(sentence));
    if (numbers->len)
        page_add(page, ROLE_DIM, str_text(numbers))->indent = INDENT;
    str_free(sentence);
    str_free(numbers);
}

/* A value and its standard error, as they are shown. */
struct estimate {
    struct str value, error;
};

static struct estimate estimate_of(double value, double error, bool words)
{
    struct estimate estimate = {{0}, {0}};
    number_hundredths(&estimate.value, value, words);
    number_hundredths(&estimate.error, error, words);
    return estimate;
}

static void estimate_free(struct estimate *estimate)
{
    str_free(&estimate->value);
    str_free(&estimate->error);
}

static int percent(double share)
{
    return (int)floor(share * 100 + 0.5);
}

/* --- what was said to what ------------------------------------------------------------------- */

static int at_least(int cols, const char *text)
{
    int own = text_width(text);
    return own > cols ? own : cols;
}

/* The heads say what was said, the leads what was right; so the right ones stand on the diagonal.
 */
static void add_table(const struct tally *tally, struct page *page)
{
    enum { COUNT_COLS = 4 };
    /* TRANSLATORS: heads of a small table, over its columns and over the names of its rows. */
    const char *said = _("You said"), *was = _("It was");
    int lead_cols = at_least(0, was), cols[SIDE_COUNT];
    struct str heads = {0};
    for (int side = 0; side < SIDE_COUNT; side++) {
        const char *word = content_side_word((enum side)side);
        lead_cols = at_least(lead_cols, word);
        cols[side] = at_least(COUNT_COLS, word) + (side ? COLUMN_GAP : 0);
        str_addf(&heads, "%*s%s", cols[side] - text_width(word), "", word);
    }
    lead_cols += COLUMN_GAP;
    page_add_lead(page, ROLE_DIM, "", lead_cols, ROLE_DIM, said)->indent = INDENT;
    page_add_lead(page, ROLE_DIM, was, lead_cols, ROLE_DIM, str_text(&heads))->indent = INDENT;
    str_free(&heads);
    for (int keyed = 0; keyed < SIDE_COUNT; keyed++) {
        const int *row = tally->table[keyed];
        struct str counts = {0};
        str_addf(&counts, "%*d%*d", cols[SIDE_SALES], row[SIDE_SALES], cols[SIDE_MARKETING],
                 row[SIDE_MARKETING]);
        struct paragraph *p = page_add_lead(page, content_piece_role((enum side)keyed),
                                            content_side_word((enum side)keyed), lead_cols,
                                            ROLE_TEXT, str_text(&counts));
        p->indent = INDENT;
        p->mark = keyed == SIDE_SALES ? 0 : (size_t)cols[SIDE_SALES];
        p->mark_len = (size_t)cols[keyed];
        p->mark_role = ROLE_RIGHT;
        str_free(&counts);
    }
}

static void add_table_in_words(const struct tally *tally, struct page *page)
{
    page_addf(page, ROLE_TEXT, _("Sales cards: %d called sales, %d called marketing."),
              tally->table[SIDE_SALES][SIDE_SALES], tally->table[SIDE_SALES][SIDE_MARKETING]);
    page_addf(page, ROLE_TEXT, _("Marketing cards: %d called marketing, %d called sales."),
              tally->table[SIDE_MARKETING][SIDE_MARKETING],
              tally->table[SIDE_MARKETING][SIDE_SALES]);
}

/* --- how many were right --------------------------------------------------------------------- */

static void add_share(const struct tally *tally, bool lines, struct page *page)
{
    struct str sentence = {0}, numbers = {0};
    struct interval interval = interval_wilson(tally->right, tally->answers);
    /* TRANSLATORS: right answers, cards, and the two ends of an interval. */
    str_addf(&sentence, _("You had %d of %d right. Over many more cards, expect %d to %d of 100."),
             tally->right, tally->answers, percent(interval.low), percent(interval.high));
    str_addf(&numbers,
             /* TRANSLATORS: a share between 0 and 1, and the two ends of its interval. */
             lines ? _("The share is %.2f, with a 95 %% interval from %.2f to %.2f.")
                   /* TRANSLATORS: a share between 0 and 1, and the two ends of its interval. */
                   : _("%.2f, 95 %% interval %.2f to %.2f"),
             (double)tally->right / tally->answers, interval.low, interval.high);
    add_figure(page, &sentence, &numbers);
}

/* Appends how often a coin does as well. */
static void add_coin(struct str *out, int one_in)
{
    enum { THOUSAND = 1000, LONG = 10 * THOUSAND };
    if (one_in < 2)
        str_add(out, _("A coin gets that many right more often than not."));
    else if (one_in >= CHANCE_RARE)
        str_add(out, _("A coin gets that many right less than 1 time in a million."));
    else if (one_in >= LONG)
        str_addf(out, _("A coin gets that many right 1 time in %d thousand."), one_in / THOUSAND);
    else
        str_addf(out, _("A coin gets that many right 1 time in %d."), one_in);
}

static void add_chance(const struct tally *tally, bool lines, struct page *page)
{
    const double least_shown = 0.0001;
    double chance = chance_at_least(tally->right, tally->answers);
    struct str sentence = {0}, numbers = {0};
    add_coin(&sentence, chance_one_in(chance));
    if (chance < least_shown)
        str_addf(&numbers, lines ? _("The probability of that is below %.4f.") : _("p below %.4f"),
                 least_shown);
    else
        str_addf(&numbers, lines ? _("The probability of that is %.*f.") : "p = %.*f",
                 chance < 0.01 ? 4 : 2, chance);
    add_figure(page, &sentence, &numbers);
}

/* --- telling apart --------------------------------------------------------------------------- */

static const char *band_sentence(enum signal_band band)
{
    switch (band) {
    case SIGNAL_TOO_FEW:
        break;
    case SIGNAL_LEARNER:
        return _("You are still learning to tell the two apart.");
    case SIGNAL_COMPETENT:
        return _("You are competent at telling the two apart.");
    case SIGNAL_STRONG:
        return _("You are strong at telling the two apart.");
    case SIGNAL_EXPERT:
        return _("You are an expert at telling the two apart.");
    }
    return "";
}

static void add_sensitivity(const struct signal *signal, bool lines, struct page *page)
{
    struct estimate d = estimate_of(signal->d_prime, signal->d_prime_error, lines);
    int share = percent(signal_unbiased_share(signal->d_prime));
    struct str sentence = {0}, numbers = {0};
    str_add(&sentence, band_sentence(signal_band(signal)));
    str_addf(&numbers,
             lines
                 /* TRANSLATORS: the figure, its standard error, and what it comes to. */
                 ? _("The sensitivity, called d prime, is %s with a standard error of %s.\nThat is "
                     "as good as %d right of 100 without a lean.")
                 /* TRANSLATORS: d′ is a symbol of statistics: its value, its standard error, and
                    what it comes to. */
                 : _("d′ = %s, standard error %s; as good as %d of 100 without a lean"),
             str_text(&d.value), str_text(&d.error), share);
    estimate_free(&d);
    add_figure(page, &sentence, &numbers);
}

static void add_lean(const struct signal *signal, bool lines, struct page *page)
{
    struct str sentence = {0}, numbers = {0};
    enum side lean = signal_lean(signal);
    if (signal->items[SIDE_SALES] < SIGNAL_LEAN_SIDE ||
        signal->items[SIDE_MARKETING] < SIGNAL_LEAN_SIDE) {
        str_addf(&sentence, _("Whether you lean to one side shows from %d cards of each side on."),
                 SIGNAL_LEAN_SIDE);
    } else {
        str_add(&sentence, lean == SIDE_SALES       ? _("When in doubt, you say sales.")
                           : lean == SIDE_MARKETING ? _("When in doubt, you say marketing.")
                                                    : _("No lean that could be told from chance."));
        struct estimate c = estimate_of(signal->criterion, signal->criterion_error, lines);
        str_addf(
            &numbers,
            /* TRANSLATORS: the figure and its standard error. */
            lines ? _("The lean, called criterion c, is %s with a standard error of %s; sales "
                      "is below 0.")
                  /* TRANSLATORS: c is a symbol of statistics: its value and its standard error. */
                  : _("c = %s, standard error %s"),
            str_text(&c.value), str_text(&c.error));
        estimate_free(&c);
    }
    add_figure(page, &sentence, &numbers);
}

static void add_agreement(const struct tally *tally, bool lines, struct page *page)
{
    struct str sentence = {0}, numbers = {0};
    struct agreement agreement;
    agreement_measure(tally, &agreement);
    int missed = percent(1 - agreement.kappa);
    if (tally->right == tally->answers)
        str_add(&sentence, _("You agree with the key throughout."));
    else if (missed < 100)
        str_addf(&sentence, _("Where chance would miss 100 cards, you miss %d."), missed);
    else
        str_add(&sentence, _("You miss no fewer cards than chance would."));
    struct estimate kappa = estimate_of(agreement.kappa, agreement.error, lines);
    str_addf(
        &numbers,
        /* TRANSLATORS: the figure and its standard error. */
        lines ? _("The agreement, called kappa, is %s with a standard error of %s.")
              /* TRANSLATORS: kappa is a figure of statistics: its value and its standard error. */
              : _("kappa = %s, standard error %s"),
        str_text(&kappa.value), str_text(&kappa.error));
    estimate_free(&kappa);
    add_figure(page, &sentence, &numbers);
}

static void add_telling_apart(const struct tally *tally, bool lines, struct page *page)
{
    struct signal signal;
    signal_measure(tally, &signal);
    if (signal_band(&signal) == SIGNAL_TOO_FEW) {
        page_addf(page, ROLE_TEXT,
                  _("How well you tell the two apart shows from %d answers on, %d on each side at "
                    "least."),
                  SIGNAL_BAND_ITEMS, SIGNAL_BAND_SIDE);
        return;
    }
    add_sensitivity(&signal, lines, page);
    add_lean(&signal, lines, page);
    add_agreement(tally, lines, page);
}

void content_figures(const struct tally *tally, enum figures_scope scope, bool lines,
                     struct page *page)
{
    page_add(page, ROLE_TITLE, _("The figures"));
    page_gap(page);
    if (!tally->answers) {
        page_add(page, ROLE_TEXT,
                 scope == FIGURES_RUN
                     ? _("No card in this run was new to you, and only first answers count here.")
                     : _("No answers yet, so no figures."));
        return;
    }
    page_addf(page, ROLE_TEXT,
              scope == FIGURES_RUN
                  ? ngettext("Counted: %d answer in this run to a card new to you.",
                             "Counted: %d answers in this run to cards new to you.",
                             (unsigned long)tally->answers)
                  : ngettext("Counted: %d first answer to a card, over all runs.",
                             "Counted: %d first answers to cards, over all runs.",
                             (unsigned long)tally->answers),
              tally->answers);
    page_gap(page);
    if (lines)
        add_table_in_words(tally, page);
    else
        add_table(tally, page);
    page_gap(page);
    add_share(tally, lines, page);
    add_chance(tally, lines, page);
    add_telling_apart(tally, lines, page);
}
