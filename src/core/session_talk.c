/* The cards of a session that are worth talking about. */
#include "core/session_talk.h"

/* What the room said to the card in that part; hands are counted in practice. */
static struct tally answers_in(const struct report_card *card, enum part part)
{
    struct tally sum = card->parts[part];
    if (part == PART_PRACTICE)
        tally_join(&sum, &card->hands);
    return sum;
}

/* How surely it is wrong; cards of equal worth keep the order they are in. */
static double worth(const struct tally *tally)
{
    return interval_wilson(tally->answers - tally->right, tally->answers).low;
}

static bool of_a_chosen_situation(const struct session_report *report, int activity)
{
    const struct activity *activities = report->session->bank->activities;
    for (size_t i = 0; i < report->talk_count; i++)
        if (activities[report->talk[i].card->activity].scenario == activities[activity].scenario)
            return true;
    return false;
}

/* By thirds: most are wrong, about half, some.  Who was sure is known of people, not of hands. */
static enum talk_shape shape_of(const struct tally *tally, const struct tally *people)
{
    enum { SURE_LEAST = 2 };
    int wrong = tally->answers - tally->right;
    int people_wrong = people->answers - people->right, sure = people->sure - people->sure_right;
    if (sure >= SURE_LEAST && 4 * sure >= 3 * people_wrong && 2 * sure >= wrong &&
        4 * sure >= tally->answers)
        return TALK_SURE;
    return 3 * wrong > 2 * tally->answers ? TALK_ONE_WAY
           : 3 * wrong >= tally->answers  ? TALK_SPLIT
                                          : TALK_SOME;
}

static const struct report_card *best_of(const struct session_report *report, enum part part)
{
    const struct report_card *best = NULL;
    double most = 0;
    for (size_t i = 0; i < report->card_count; i++) {
        const struct report_card *card = &report->cards[i];
        struct tally tally = answers_in(card, part);
        if (tally.answers < REPORT_TALK_LEAST || worth(&tally) <= most ||
            of_a_chosen_situation(report, card->activity))
            continue;
        best = card;
        most = worth(&tally);
    }
    return best;
}

/* Whether somebody who took part has the test after this still before them. */
static bool tests_are_open(const struct session_report *report)
{
    const struct session_people *people = &report->people;
    bool open = false;
    for (size_t i = 0; i < people->len && report->session->has[PART_AFTER]; i++)
        open = open || !people->items[i].parts[PART_AFTER].complete;
    return open;
}

void session_talk(struct session_report *report)
{
    static const enum part order[] = {PART_PRACTICE, PART_AFTER, PART_BEFORE};
    const struct bank *bank = report->session->bank;
    for (size_t i = 0; i < ARRAY_LEN(order); i++) {
        const struct report_card *card;
        while (report->talk_count < REPORT_TALK_MAX && (card = best_of(report, order[i]))) {
            struct tally tally = answers_in(card, order[i]);
            report->talk[report->talk_count++] =
                (struct report_talk){.card = card,
                                     .part = order[i],
                                     .tally = tally,
                                     .hands = order[i] == PART_PRACTICE ? card->hands.answers : 0,
                                     .shape = shape_of(&tally, &card->parts[order[i]]),
                                     .sibling = bank_sibling(bank, card->activity)};
            if (order[i] != PART_PRACTICE)
                report->open_tests = tests_are_open(report);
        }
    }
}
