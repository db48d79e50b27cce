/* Random, round robin, Leitner and SM-2 over principles. */
#include "bench/learning_rival.h"

enum { GAP = 3, LEITNER_BOXES = 5, DAY_SECONDS = 24 * 60 * 60 };

const char *rival_name(enum rival rival)
{
    static const char *const names[RIVALS] = {"random", "round robin", "Leitner", "SM-2"};
    return names[rival];
}

void rival_init(struct rival_state *state, enum rival rival, uint64_t seed)
{
    *state = (struct rival_state){.rival = rival, .rng = rng_seeded(seed)};
}

static bool free_to_come(const struct rival_state *state, int principle, int answer)
{
    const struct rival_card *card = &state->cards[principle];
    return !card->met || answer - card->last > GAP;
}

/* The first of this round that may come; its end is shuffled, so that is chance. */
static int next_of_round(struct rival_state *state, int answer)
{
    if (state->round_left == 0) {
        for (int i = 0; i < PRINCIPLES; i++)
            state->round[i] = i;
        rng_shuffle(&state->rng, state->round, PRINCIPLES);
        state->round_left = PRINCIPLES;
    }
    int *left = &state->round[PRINCIPLES - state->round_left];
    int at = 0;
    while (at < state->round_left - 1 && !free_to_come(state, left[at], answer))
        at++;
    int principle = left[at];
    left[at] = left[0];
    left[0] = principle;
    state->round_left--;
    return principle;
}

static double days(struct moment now)
{
    return now.day + (double)now.second / DAY_SECONDS;
}

/* The longest overdue, then what was never met, then the soonest due. */
static double urgency(const struct rival_card *card, struct moment now)
{
    enum { NEW = 1000, DUE = 2000 };
    if (!card->met)
        return NEW;
    double overdue = days(now) - card->due;
    return overdue >= 0 ? DUE + overdue : overdue;
}

int rival_pick(struct rival_state *state, int answer, struct moment now)
{
    int order[PRINCIPLES], best = -1;
    if (state->rival == RIVAL_ROUND_ROBIN)
        return next_of_round(state, answer);
    for (int i = 0; i < PRINCIPLES; i++)
        order[i] = i;
    rng_shuffle(&state->rng, order, PRINCIPLES);
    for (int i = 0; i < PRINCIPLES; i++) {
        if (!free_to_come(state, order[i], answer))
            continue;
        if (best < 0 || (state->rival != RIVAL_RANDOM &&
                         urgency(&state->cards[order[i]], now) > urgency(&state->cards[best], now)))
            best = order[i];
    }
    return best;
}

/* Five boxes of 1, 2, 4, 8 and 16 days; a miss goes back to the first. */
static void leitner(struct rival_card *card, bool right)
{
    static const double interval[LEITNER_BOXES] = {1, 2, 4, 8, 16};
    if (!right || !card->met)
        card->in_a_row = 0;
    else if (card->in_a_row < LEITNER_BOXES - 1)
        card->in_a_row++;
    card->interval = interval[card->in_a_row];
}

/* Wozniak, "Optimization of learning" (1990): quality 4 when right, 2 when not. */
static void sm2(struct rival_card *card, bool right)
{
    int quality = right ? 4 : 2;
    if (!card->met)
        card->ease = 2.5;
    card->in_a_row = right ? card->in_a_row + 1 : 0;
    if (card->in_a_row <= 1)
        card->interval = 1;
    else
        card->interval = card->in_a_row == 2 ? 6 : card->interval * card->ease;
    card->ease += 0.1 - (5 - quality) * (0.08 + (5 - quality) * 0.02);
    if (card->ease < 1.3)
        card->ease = 1.3;
}

void rival_tell(struct rival_state *state, int principle, int answer, bool right, struct moment now)
{
    struct rival_card *card = &state->cards[principle];
    if (state->rival == RIVAL_LEITNER)
        leitner(card, right);
    else if (state->rival == RIVAL_SM2)
        sm2(card, right);
    /* what was missed comes again on the same day */
    card->due = days(now) + (right ? card->interval : 0);
    card->met = true;
    card->last = answer;
}
