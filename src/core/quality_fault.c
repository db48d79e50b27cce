/* Complaints about a bank that is not fair: one sentence a figure. */
#include "core/quality_fault.h"

#include "core/draft_field.h"
#include "core/text.h"

struct complaint {
    const struct quality *quality;
    const struct bank *bank;
    const struct draft *draft;
    struct faults *faults;
};

/* Per mille as the two numbers of "65.4". */
#define PER_CENT(permille) (permille) / 10, (permille) % 10

static void complain_words(const struct complaint *c)
{
    const struct giveaways *giveaways = &c->quality->giveaways;
    for (size_t i = 0; i < giveaways->len; i++) {
        const int *sides = giveaways->items[i].activities;
        enum side side = giveaway_side(sides);
        struct str word = {0};
        draft_field_quote(&word, giveaways->items[i].word);
        faults_add(
            c->faults, FAULT_WARNING, c->draft->place,
            /* TRANSLATORS: a word, a side, activities with the word on it, all with the word. */
            _("the word \"%s\" gives away %s: %d of %d activities"), str_text(&word), side_id(side),
            sides[side], sides[SIDE_SALES] + sides[SIDE_MARKETING]);
        str_free(&word);
    }
}

static void complain_guess(const struct complaint *c)
{
    int all = quality_activities(c->quality);
    faults_add(c->faults, FAULT_WARNING, c->draft->place,
               /* TRANSLATORS: activities, all activities; a number with one decimal, in per cent,
                  and the most it may be. */
               _("words alone tell the side of %d of %d activities (%d.%d %%); %d %% is the most"),
               c->quality->guessed, all, PER_CENT(quality_permille(c->quality->guessed, all)),
               QUALITY_GUESS_MOST);
}

static void complain_balance(const struct complaint *c)
{
    const int *sides = c->quality->activities;
    faults_add(c->faults, FAULT_WARNING, c->draft->place,
               /* TRANSLATORS: numbers of activities, then per cent. */
               _("the bank has %d activities of sales and %d of marketing; each should have %d to "
                 "%d %%"),
               sides[SIDE_SALES], sides[SIDE_MARKETING], QUALITY_BALANCE_LOW, QUALITY_BALANCE_HIGH);
}

static void complain_length(const struct complaint *c)
{
    int permille;
    enum side side = quality_longer(c->quality, &permille);
    faults_add(c->faults, FAULT_WARNING, c->draft->place,
               /* TRANSLATORS: a side; a number with one decimal, and the most it may be. */
               _("the texts of %s are %d.%d %% longer on average; %d %% is the most"),
               side_id(side), PER_CENT(permille), QUALITY_LENGTH_MOST);
}

static void complain_first(const struct complaint *c)
{
    const int *first = c->quality->first;
    faults_add(c->faults, FAULT_WARNING, c->draft->place,
               /* TRANSLATORS: numbers of scenarios, then per cent. */
               _("%d scenarios list sales first and %d marketing; each should have %d to %d %%"),
               first[SIDE_SALES], first[SIDE_MARKETING], QUALITY_FIRST_LOW, QUALITY_FIRST_HIGH);
}

static void complain_alike(const struct complaint *c)
{
    const struct near_duplicates *found = &c->quality->near_duplicates;
    for (size_t i = 0; i < found->len; i++) {
        struct place earlier = c->draft->activities[found->items[i].earlier].text.place;
        struct str file = {0};
        text_show(&file, earlier.file, 0);
        faults_add(c->faults, FAULT_WARNING,
                   c->draft->activities[found->items[i].activity].text.place,
                   _("the text differs by at most one word from that at %s:%d"), str_text(&file),
                   earlier.line);
        str_free(&file);
    }
}

static void complain_principles(const struct complaint *c)
{
    for (int i = 0; i < c->quality->principle_count; i++) {
        const int *sides = c->quality->principles[i];
        struct place place = c->draft->principles[i].place;
        int all = sides[SIDE_SALES] + sides[SIDE_MARKETING];
        if (quality_judge_size(c->quality, i) == QUALITY_UNFAIR)
            faults_add(c->faults, FAULT_WARNING, place,
                       /* TRANSLATORS: an id, activities it has, and activities it should have. */
                       ngettext("the principle \"%s\" has %d activity; %d is the least",
                                "the principle \"%s\" has %d activities; %d is the least",
                                (unsigned long)all),
                       c->bank->principles[i].id, all, QUALITY_PRINCIPLE_LEAST);
        if (quality_judge_balance(c->quality, i) == QUALITY_UNFAIR)
            faults_add(c->faults, FAULT_WARNING, place,
                       /* TRANSLATORS: an id, activities of each side, then per cent. */
                       _("the principle \"%s\" has %d activities of sales and %d of marketing; "
                         "each should have %d to %d %%"),
                       c->bank->principles[i].id, sides[SIDE_SALES], sides[SIDE_MARKETING],
                       QUALITY_BALANCE_LOW, QUALITY_BALANCE_HIGH);
    }
}

void quality_complain(const struct quality *quality, const struct bank *bank,
                      const struct draft *draft, struct faults *faults)
{
    static void (*const of_whole[])(const struct complaint *c) = {
        [QUALITY_WORDS] = complain_words,     [QUALITY_GUESS] = complain_guess,
        [QUALITY_BALANCE] = complain_balance, [QUALITY_LENGTH] = complain_length,
        [QUALITY_FIRST] = complain_first,     [QUALITY_ALIKE] = complain_alike,
    };
    const struct complaint c = {quality, bank, draft, faults};
    for (int figure = 0; figure < (int)ARRAY_LEN(of_whole); figure++) {
        if (quality_judge(quality, (enum quality_figure)figure) == QUALITY_UNFAIR)
            of_whole[figure](&c);
    }
    complain_principles(&c);
}
