/* How fair a bank is: counts what there is, and judges the counts. */
#include "core/quality.h"

#include <stdlib.h>

#include "core/guess.h"
#include "core/id_index.h"
#include "core/text.h"

/* --- measuring ------------------------------------------------------------------------------- */

static void count_activity(const struct activity *activity, struct quality *out)
{
    size_t length = text_length(activity->text);
    out->activities[activity->side]++;
    out->principles[activity->principle][activity->side]++;
    out->characters[activity->side] += (int64_t)length;
    if ((int)length > out->longest)
        out->longest = (int)length;
}

static void count_scenarios(const struct bank *bank, struct quality *out)
{
    for (int s = 0; s < bank->scenario_count; s++) {
        const struct scenario *scenario = &bank->scenarios[s];
        enum side first = SIDE_NONE;
        for (int i = scenario->first; i < scenario->first + scenario->count; i++) {
            const struct activity *activity = &bank->activities[i];
            out->dropped += activity->dropped;
            if (activity->dropped)
                continue;
            count_activity(activity, out);
            if (first == SIDE_NONE)
                first = activity->side;
        }
        if (first == SIDE_NONE)
            continue;
        out->scenarios++;
        out->first[first]++;
        out->levels[scenario->level]++;
    }
}

static bool is_played(const struct bank *bank, const struct scenario *scenario)
{
    for (int i = scenario->first; i < scenario->first + scenario->count; i++) {
        if (!bank->activities[i].dropped)
            return true;
    }
    return false;
}

static void count_settings(const struct bank *bank, struct quality *out)
{
    struct id_index ids = {0};
    for (int s = 0; s < bank->scenario_count; s++) {
        const struct scenario *scenario = &bank->scenarios[s];
        if (*scenario->setting && is_played(bank, scenario))
            id_index_add(&ids, scenario->setting, s, (struct place){0});
    }
    id_index_sort(&ids);
    out->settings = xcalloc(ids.len, sizeof *out->settings);
    for (size_t n = 0; n < ids.len; n++) {
        if (id_index_first(&ids, n) == &ids.entries[n])
            out->settings[out->setting_count++].id = ids.entries[n].id;
        out->settings[out->setting_count - 1].scenarios++;
    }
    id_index_free(&ids);
}

static void find_giveaways(const struct bank *bank, const struct draft *draft, struct words *words,
                           struct quality *out)
{
    const char **allowed = xcalloc(draft->allow_word_count, sizeof *allowed);
    for (size_t i = 0; i < draft->allow_word_count; i++)
        allowed[i] = draft->allow_words[i].text;
    giveaways_find(bank, words, allowed, draft->allow_word_count, &out->giveaways);
    free(allowed);
}

void quality_measure(const struct bank *bank, const struct draft *draft, struct quality *out)
{
    struct words words = {0};
    *out = (struct quality){.overrides = (int)draft->override_count,
                            .principle_count = bank->principle_count};
    out->principles = xcalloc((size_t)bank->principle_count, sizeof *out->principles);
    count_scenarios(bank, out);
    count_settings(bank, out);
    words_of(bank, &words);
    out->guessed = guess_by_words(bank, &words);
    near_duplicates_find(bank, &words, &out->near_duplicates);
    find_giveaways(bank, draft, &words, out);
    words_free(&words);
}

void quality_free(struct quality *quality)
{
    free(quality->settings);
    free(quality->principles);
    giveaways_free(&quality->giveaways);
    near_duplicates_free(&quality->near_duplicates);
    *quality = (struct quality){0};
}

/* --- judging --------------------------------------------------------------------------------- */

int quality_activities(const struct quality *quality)
{
    return quality->activities[SIDE_SALES] + quality->activities[SIDE_MARKETING];
}

int quality_permille(int64_t part, int64_t whole)
{
    return whole == 0 ? 0 : (int)((part * 1000 + whole / 2) / whole);
}

/* Whether one side's share lies within the bounds (in per cent, inclusive), once there are
 * `enough` in all. */
static enum quality_verdict judge_share(const int sides[SIDE_COUNT], int enough, int low, int high)
{
    int64_t sales = sides[SIDE_SALES], all = sales + sides[SIDE_MARKETING];
    if (all < enough)
        return QUALITY_TOO_FEW;
    return sales * 100 < low * all || sales * 100 > high * all ? QUALITY_UNFAIR : QUALITY_FAIR;
}

enum quality_verdict quality_judge_balance(const struct quality *quality, int principle)
{
    return judge_share(quality->principles[principle], QUALITY_BALANCE_ENOUGH, QUALITY_BALANCE_LOW,
                       QUALITY_BALANCE_HIGH);
}

enum quality_verdict quality_judge_size(const struct quality *quality, int principle)
{
    const int *sides = quality->principles[principle];
    if (quality_activities(quality) < QUALITY_THIN_ENOUGH)
        return QUALITY_TOO_FEW;
    return sides[SIDE_SALES] + sides[SIDE_MARKETING] < QUALITY_PRINCIPLE_LEAST ? QUALITY_UNFAIR
                                                                               : QUALITY_FAIR;
}

static enum quality_verdict
judge_principles(const struct quality *quality,
                 enum quality_verdict (*judge)(const struct quality *quality, int principle))
{
    enum quality_verdict worst = QUALITY_TOO_FEW;
    for (int i = 0; i < quality->principle_count; i++) {
        enum quality_verdict verdict = judge(quality, i);
        if (verdict > worst)
            worst = verdict;
    }
    return worst;
}

/* The average length of the longer texts and of the shorter, both times the same number. */
static enum side compare_lengths(const struct quality *quality, int64_t *longer, int64_t *shorter)
{
    int64_t sales = quality->characters[SIDE_SALES] * quality->activities[SIDE_MARKETING];
    int64_t marketing = quality->characters[SIDE_MARKETING] * quality->activities[SIDE_SALES];
    *longer = sales > marketing ? sales : marketing;
    *shorter = sales > marketing ? marketing : sales;
    if (sales == marketing)
        return SIDE_NONE;
    return sales > marketing ? SIDE_SALES : SIDE_MARKETING;
}

enum side quality_longer(const struct quality *quality, int *permille)
{
    int64_t longer, shorter;
    enum side side = compare_lengths(quality, &longer, &shorter);
    *permille = quality_permille(longer - shorter, shorter);
    return side;
}

static enum quality_verdict judge_length(const struct quality *quality)
{
    int64_t longer, shorter;
    if (quality->activities[SIDE_SALES] == 0 || quality->activities[SIDE_MARKETING] == 0)
        return QUALITY_TOO_FEW;
    compare_lengths(quality, &longer, &shorter);
    return longer * 100 > shorter * (100 + QUALITY_LENGTH_MOST) ? QUALITY_UNFAIR : QUALITY_FAIR;
}

enum quality_verdict quality_judge(const struct quality *quality, enum quality_figure figure)
{
    int all = quality_activities(quality);
    bool enough = all >= QUALITY_OVERALL_ENOUGH;
    switch (figure) {
    case QUALITY_WORDS:
        if (quality->giveaways.len > 0)
            return QUALITY_UNFAIR;
        return all < GIVEAWAY_LEAST ? QUALITY_TOO_FEW : QUALITY_FAIR;
    case QUALITY_GUESS:
        if (!enough)
            return QUALITY_TOO_FEW;
        return quality->guessed * 100 > QUALITY_GUESS_MOST * all ? QUALITY_UNFAIR : QUALITY_FAIR;
    case QUALITY_BALANCE:
        return judge_share(quality->activities, QUALITY_OVERALL_ENOUGH, QUALITY_BALANCE_LOW,
                           QUALITY_BALANCE_HIGH);
    case QUALITY_LENGTH:
        return enough ? judge_length(quality) : QUALITY_TOO_FEW;
    case QUALITY_FIRST:
        return judge_share(quality->first, QUALITY_FIRST_ENOUGH, QUALITY_FIRST_LOW,
                           QUALITY_FIRST_HIGH);
    case QUALITY_ALIKE:
        return quality->near_duplicates.len > 0 ? QUALITY_UNFAIR : QUALITY_FAIR;
    case QUALITY_PRINCIPLES:
        return judge_principles(quality, quality_judge_balance);
    case QUALITY_THIN:
        return judge_principles(quality, quality_judge_size);
    case QUALITY_FIGURE_COUNT:
        break;
    }
    return QUALITY_TOO_FEW;
}
