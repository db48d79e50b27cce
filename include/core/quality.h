/* How fair a bank is: whether anything but understanding helps to tell its sides apart.  core.
 * Measured over the bank as it is played: overrides applied, dropped activities left out.  Costs
 * time, so only the authors' commands measure. */
#ifndef SMQ_CORE_QUALITY_H
#define SMQ_CORE_QUALITY_H

#include "core/draft.h"
#include "core/giveaway.h"
#include "core/near_duplicate.h"

/* What is fair, and from how many on there is enough to judge.  Shares are per cent. */
enum {
    QUALITY_GUESS_MOST = 65,  /* right guesses by words alone */
    QUALITY_BALANCE_LOW = 45, /* one side's share of the activities, also of one principle */
    QUALITY_BALANCE_HIGH = 55,
    QUALITY_LENGTH_MOST = 5, /* by which one side's texts are longer on average */
    QUALITY_FIRST_LOW = 40,  /* of the scenarios that list one side first */
    QUALITY_FIRST_HIGH = 60,
    QUALITY_PRINCIPLE_LEAST = 8, /* activities of one principle */
    QUALITY_OVERALL_ENOUGH = 40, /* activities, for guesses, balance and length */
    QUALITY_BALANCE_ENOUGH = 20, /* activities of one principle, for its balance */
    QUALITY_FIRST_ENOUGH = 20,   /* scenarios */
    QUALITY_THIN_ENOUGH = 16     /* activities in the bank, for calling principles thin */
};

enum quality_figure {
    QUALITY_WORDS,
    QUALITY_GUESS,
    QUALITY_BALANCE,
    QUALITY_LENGTH,
    QUALITY_FIRST,
    QUALITY_ALIKE,
    QUALITY_PRINCIPLES, /* the balance of each */
    QUALITY_THIN,
    QUALITY_FIGURE_COUNT
};

enum quality_verdict { QUALITY_TOO_FEW, QUALITY_FAIR, QUALITY_UNFAIR };

struct setting_count {
    const char *id; /* the bank's */
    int scenarios;
};

/* Counts are of what is not dropped; a scenario counts while an activity of it is left. */
struct quality {
    int scenarios, activities[SIDE_COUNT];
    int overrides; /* in the files; dropped and turned round ones */
    int dropped;
    int levels[BANK_LEVEL_MAX + 1]; /* scenarios by level; 0 is not used */
    struct setting_count *settings; /* in the order of ids; scenarios without one count nowhere */
    size_t setting_count;
    int (*principles)[SIDE_COUNT]; /* activities of each principle of the bank, by side */
    int principle_count;
    struct giveaways giveaways;
    int guessed;                    /* activities whose side words alone tell (core/guess.h) */
    int64_t characters[SIDE_COUNT]; /* of all texts together, as a reader counts them */
    int longest;                    /* characters of the longest text */
    int first[SIDE_COUNT];          /* scenarios whose first activity is on the side */
    struct near_duplicates near_duplicates;
};

/* Measures the bank that was built of the draft.  Time is about linear.  Borrows from the bank;
 * free with quality_free. */
void quality_measure(const struct bank *bank, const struct draft *draft, struct quality *out);
void quality_free(struct quality *quality);

/* All activities that are not dropped. */
int quality_activities(const struct quality *quality);
/* What a figure comes to; of QUALITY_PRINCIPLES and QUALITY_THIN: the worst of all principles. */
enum quality_verdict quality_judge(const struct quality *quality, enum quality_figure figure);
/* Whether the principle's sides are in balance, and whether it has activities enough. */
enum quality_verdict quality_judge_balance(const struct quality *quality, int principle);
enum quality_verdict quality_judge_size(const struct quality *quality, int principle);
/* `part` of `whole` in tenths of a per cent, rounded; 0 of nothing is 0. */
int quality_permille(int64_t part, int64_t whole);
/* The side whose texts are longer on average (SIDE_NONE: neither), and by how much in tenths of a
 * per cent of the other's.  Both sides must have activities. */
enum side quality_longer(const struct quality *quality, int *permille);

#endif
