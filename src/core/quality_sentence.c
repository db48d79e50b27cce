/* Sentences about how fair a bank is, one a figure. */
#include "core/quality_sentence.h"

enum { WORDS_SHOWN = 12 };

/* Per mille as the two numbers of "65.4". */
#define PER_CENT(permille) (permille) / 10, (permille) % 10

static void say_words(const struct quality *q, const struct bank *bank, struct str *text)
{
    const struct giveaways *found = &q->giveaways;
    struct str words = {0};
    if (found->len == 0)
        str_addf(text, _("No word that is in %d activities has over %d %% of them on one side."),
                 GIVEAWAY_LEAST, GIVEAWAY_SHARE_MOST);
    for (size_t i = 0; i < found->len && i < WORDS_SHOWN; i++) {
        const int *sides = found->items[i].activities;
        enum side side = giveaway_side(sides);
        str_add(&words, i == 0 ? "" : "; ");
        /* TRANSLATORS: a word, how often it is on a side, how often in all, the side: order 16 of
           16 Sales */
        str_addf(&words, _("%s %d of %d %s"), found->items[i].word, sides[side],
                 sides[SIDE_SALES] + sides[SIDE_MARKETING], bank->side_name[side]);
    }
    if (found->len > 0)
        str_addf(text,
                 /* TRANSLATORS: how many words, a limit, and the words, each as in "order 16 of 16
                    Sales", with "; " between two. */
                 ngettext("%zu word gives a side away (%d %% on one side at most): %s",
                          "%zu words give a side away (%d %% on one side at most): %s", found->len),
                 found->len, GIVEAWAY_SHARE_MOST, str_text(&words));
    if (found->len > 0)
        str_add(text, found->len > WORDS_SHOWN ? "; …" : ".");
    str_free(&words);
}

static void say_guess(const struct quality *q, const struct bank *bank, struct str *text)
{
    int all = quality_activities(q);
    (void)bank;
    /* TRANSLATORS: activities, all activities; a number with one decimal, in per cent, and a limit.
     */
    str_addf(text, _("Words alone tell the side of %d of %d activities, %d.%d %% (%d %% at most)."),
             q->guessed, all, PER_CENT(quality_permille(q->guessed, all)), QUALITY_GUESS_MOST);
}

static void say_balance(const struct quality *q, const struct bank *bank, struct str *text)
{
    int all = quality_activities(q), sales = q->activities[SIDE_SALES];
    /* TRANSLATORS: a side, its activities, all activities; a number with one decimal, in per cent,
       and two limits. */
    str_addf(text, _("%s has %d of %d activities, %d.%d %% (%d to %d %%)."),
             bank->side_name[SIDE_SALES], sales, all, PER_CENT(quality_permille(sales, all)),
             QUALITY_BALANCE_LOW, QUALITY_BALANCE_HIGH);
}

/* The average length of a side's texts, in tenths of a character. */
static int average(const struct quality *q, enum side side)
{
    int64_t tenths = q->characters[side] * 10, count = q->activities[side];
    return (int)((tenths + count / 2) / count);
}

static void say_length(const struct quality *q, const struct bank *bank, struct str *text)
{
    int permille;
    enum side side = quality_longer(q, &permille);
    if (permille == 0)
        str_addf(text, _("Texts have %d.%d characters on average on either side."),
                 PER_CENT(average(q, SIDE_SALES)));
    else
        str_addf(text,
                 /* TRANSLATORS: a side; numbers with one decimal: per cent, and average lengths of
                    either side; and a limit. */
                 _("Texts of %s are %d.%d %% longer, %d.%d characters to %d.%d (%d %% at most)."),
                 bank->side_name[side], PER_CENT(permille), PER_CENT(average(q, side)),
                 PER_CENT(average(q, side_other(side))), QUALITY_LENGTH_MOST);
    str_addc(text, ' ');
    str_addf(text,
             ngettext("The longest text has %d character (%d at most).",
                      "The longest text has %d characters (%d at most).",
                      (unsigned long)q->longest),
             q->longest, BANK_ACTIVITY_MAX);
}

static void say_first(const struct quality *q, const struct bank *bank, struct str *text)
{
    int sales = q->first[SIDE_SALES];
    /* TRANSLATORS: a side, scenarios, all scenarios; a number with one decimal, in per cent, and
       two limits. */
    str_addf(text, _("%s stands first in %d of %d scenarios, %d.%d %% (%d to %d %%)."),
             bank->side_name[SIDE_SALES], sales, q->scenarios,
             PER_CENT(quality_permille(sales, q->scenarios)), QUALITY_FIRST_LOW,
             QUALITY_FIRST_HIGH);
}

static void say_alike(const struct quality *q, const struct bank *bank, struct str *text)
{
    size_t count = q->near_duplicates.len;
    (void)bank;
    if (count == 0)
        str_add(text, _("No two activities of different scenarios are alike but for a word."));
    else
        str_addf(text,
                 ngettext("%zu activity is alike but for a word to one of another scenario.",
                          "%zu activities are alike but for a word to one of another scenario.",
                          count),
                 count);
}

/* How many principles are not fair. */
static int count_unfair(const struct quality *q,
                        enum quality_verdict (*judge)(const struct quality *q, int principle))
{
    int unfair = 0;
    for (int i = 0; i < q->principle_count; i++)
        unfair += judge(q, i) == QUALITY_UNFAIR;
    return unfair;
}

static void say_principles(const struct quality *q, const struct bank *bank, struct str *text)
{
    int uneven = count_unfair(q, quality_judge_balance);
    (void)bank;
    if (uneven == 0)
        /* TRANSLATORS: from how many activities on it is judged, and two limits in per cent. */
        str_addf(text, _("Every principle of %d activities or more is even (%d to %d %% a side)."),
                 QUALITY_BALANCE_ENOUGH, QUALITY_BALANCE_LOW, QUALITY_BALANCE_HIGH);
    else
        str_addf(text,
                 /* TRANSLATORS: principles, from how many activities on they are judged, and two
                    limits in per cent. */
                 ngettext("%d principle of %d activities or more is uneven (%d to %d %% a side).",
                          "%d principles of %d activities or more are uneven (%d to %d %% a side).",
                          (unsigned long)uneven),
                 uneven, QUALITY_BALANCE_ENOUGH, QUALITY_BALANCE_LOW, QUALITY_BALANCE_HIGH);
}

static void say_thin(const struct quality *q, const struct bank *bank, struct str *text)
{
    int thin = count_unfair(q, quality_judge_size);
    (void)bank;
    if (thin == 0)
        str_addf(text, _("Every principle has %d activities or more."), QUALITY_PRINCIPLE_LEAST);
    else
        str_addf(text,
                 ngettext("%d principle is thin: it has fewer than %d activities.",
                          "%d principles are thin: they have fewer than %d activities.",
                          (unsigned long)thin),
                 thin, QUALITY_PRINCIPLE_LEAST);
}

static void say_too_few(enum quality_figure figure, struct str *text)
{
    switch (figure) {
    case QUALITY_WORDS:
        str_addf(text, _("Words that give a side away: not judged under %d activities."),
                 GIVEAWAY_LEAST);
        break;
    case QUALITY_GUESS:
        str_addf(text, _("Guessing by words: not judged under %d activities."),
                 QUALITY_OVERALL_ENOUGH);
        break;
    case QUALITY_BALANCE:
        str_addf(text, _("Balance of the sides: not judged under %d activities."),
                 QUALITY_OVERALL_ENOUGH);
        break;
    case QUALITY_LENGTH:
        str_addf(text, _("Length of the texts: not judged under %d activities."),
                 QUALITY_OVERALL_ENOUGH);
        break;
    case QUALITY_FIRST:
        str_addf(text, _("Which side stands first: not judged under %d scenarios."),
                 QUALITY_FIRST_ENOUGH);
        break;
    case QUALITY_PRINCIPLES:
        str_addf(text, _("Balance of a principle: not judged under %d activities."),
                 QUALITY_BALANCE_ENOUGH);
        break;
    case QUALITY_THIN:
        str_addf(text, _("Size of the principles: not judged under %d activities."),
                 QUALITY_THIN_ENOUGH);
        break;
    case QUALITY_ALIKE: /* always judged */
    case QUALITY_FIGURE_COUNT:
        break;
    }
}

void quality_sentence(const struct quality *quality, const struct bank *bank,
                      enum quality_figure figure, struct str *out)
{
    static void (*const say[QUALITY_FIGURE_COUNT])(const struct quality *q, const struct bank *bank,
                                                   struct str *text) = {
        [QUALITY_WORDS] = say_words,           [QUALITY_GUESS] = say_guess,
        [QUALITY_BALANCE] = say_balance,       [QUALITY_LENGTH] = say_length,
        [QUALITY_FIRST] = say_first,           [QUALITY_ALIKE] = say_alike,
        [QUALITY_PRINCIPLES] = say_principles, [QUALITY_THIN] = say_thin,
    };
    if (quality_judge(quality, figure) == QUALITY_TOO_FEW)
        say_too_few(figure, out);
    else
        say[figure](quality, bank, out);
}
