/* How fair a bank is, as JSON: the counts, then a figure with its verdict and bounds each. */
#include "io/quality_json.h"

#include <inttypes.h>
#include <stdio.h>

#include "core/bank_fingerprint.h"
#include "io/json_doc.h"

enum { VERSION = 1, HASH_SIZE = 17 };

static void put(struct json_doc *object, const char *key, int64_t number)
{
    json_doc_put_number(object, key, number);
}

/* Both sides' counts, by the ids of the sides. */
static void put_sides(struct json_doc *object, const int sides[SIDE_COUNT])
{
    for (int side = 0; side < SIDE_COUNT; side++)
        put(object, side_id((enum side)side), sides[side]);
}

static const char *verdict_word(enum quality_verdict verdict)
{
    static const char *const words[] = {
        [QUALITY_TOO_FEW] = "too few", [QUALITY_FAIR] = "fair", [QUALITY_UNFAIR] = "unfair"};
    return words[verdict];
}

static struct json_doc *bank_head(const struct bank *bank)
{
    struct json_doc *head = json_doc_object();
    char hash[HASH_SIZE];
    snprintf(hash, sizeof hash, "%016" PRIx64, bank_fingerprint(bank));
    json_doc_put_text(head, "id", bank->id);
    json_doc_put_text(head, "title", bank->title);
    json_doc_put_text(head, "language", bank->language);
    json_doc_put_text(head, "license", bank->license);
    json_doc_put_text(head, "fingerprint", hash);
    return head;
}

static struct json_doc *levels(const struct quality *q)
{
    struct json_doc *list = json_doc_object();
    for (int level = 1; level <= BANK_LEVEL_MAX; level++) {
        char key[] = {(char)('0' + level), '\0'};
        put(list, key, q->levels[level]);
    }
    return list;
}

static struct json_doc *settings(const struct quality *q)
{
    struct json_doc *list = json_doc_object();
    for (size_t i = 0; i < q->setting_count; i++)
        put(list, q->settings[i].id, q->settings[i].scenarios);
    return list;
}

static struct json_doc *principles(const struct quality *q, const struct bank *bank)
{
    struct json_doc *list = json_doc_list();
    for (int i = 0; i < q->principle_count; i++) {
        struct json_doc *one = json_doc_object();
        json_doc_put_text(one, "id", bank->principles[i].id);
        put_sides(one, q->principles[i]);
        json_doc_put_text(one, "balance", verdict_word(quality_judge_balance(q, i)));
        json_doc_put_text(one, "size", verdict_word(quality_judge_size(q, i)));
        json_doc_append(list, one);
    }
    return list;
}

/* --- figures --------------------------------------------------------------------------------- */

/* Adds an empty figure with its verdict; borrowed from `figures`. */
static struct json_doc *add_figure(struct json_doc *figures, const char *key,
                                   const struct quality *q, enum quality_figure figure)
{
    struct json_doc *one = json_doc_object();
    json_doc_put_text(one, "verdict", verdict_word(quality_judge(q, figure)));
    json_doc_put(figures, key, one);
    return one;
}

static void add_words(struct json_doc *figures, const struct quality *q)
{
    struct json_doc *one = add_figure(figures, "giveaway_words", q, QUALITY_WORDS);
    struct json_doc *list = json_doc_list();
    for (size_t i = 0; i < q->giveaways.len; i++) {
        const struct giveaway *giveaway = &q->giveaways.items[i];
        struct json_doc *word = json_doc_object();
        json_doc_put_text(word, "word", giveaway->word);
        put_sides(word, giveaway->activities);
        json_doc_append(list, word);
    }
    put(one, "least_activities", GIVEAWAY_LEAST);
    put(one, "most_percent", GIVEAWAY_SHARE_MOST);
    json_doc_put(one, "words", list);
}

static void add_lengths(struct json_doc *figures, const struct quality *q)
{
    struct json_doc *one = add_figure(figures, "length", q, QUALITY_LENGTH);
    struct json_doc *characters = json_doc_object();
    for (int side = 0; side < SIDE_COUNT; side++)
        put(characters, side_id((enum side)side), q->characters[side]);
    json_doc_put(one, "characters", characters);
    put(one, "longest", q->longest);
    put(one, "most_percent_longer", QUALITY_LENGTH_MOST);
}

static void add_alike(struct json_doc *figures, const struct quality *q, const struct bank *bank)
{
    struct json_doc *one = add_figure(figures, "near_duplicates", q, QUALITY_ALIKE);
    struct json_doc *list = json_doc_list();
    for (size_t i = 0; i < q->near_duplicates.len; i++) {
        const struct near_duplicate *found = &q->near_duplicates.items[i];
        struct json_doc *pair = json_doc_object();
        json_doc_put_text(pair, "activity", bank->activities[found->activity].ref);
        json_doc_put_text(pair, "earlier", bank->activities[found->earlier].ref);
        json_doc_append(list, pair);
    }
    json_doc_put(one, "pairs", list);
}

static void put_bounds(struct json_doc *figure, int low, int high)
{
    put(figure, "least_percent", low);
    put(figure, "most_percent", high);
}

static struct json_doc *make_figures(const struct quality *q, const struct bank *bank)
{
    struct json_doc *figures = json_doc_object();
    add_words(figures, q);
    struct json_doc *guess = add_figure(figures, "guess_by_words", q, QUALITY_GUESS);
    put(guess, "right", q->guessed);
    put(guess, "of", quality_activities(q));
    put(guess, "most_percent", QUALITY_GUESS_MOST);
    struct json_doc *balance = add_figure(figures, "balance", q, QUALITY_BALANCE);
    put_sides(balance, q->activities);
    put_bounds(balance, QUALITY_BALANCE_LOW, QUALITY_BALANCE_HIGH);
    add_lengths(figures, q);
    struct json_doc *first = add_figure(figures, "first_listed", q, QUALITY_FIRST);
    put_sides(first, q->first);
    put_bounds(first, QUALITY_FIRST_LOW, QUALITY_FIRST_HIGH);
    add_alike(figures, q, bank);
    struct json_doc *sides = add_figure(figures, "principle_balance", q, QUALITY_PRINCIPLES);
    put_bounds(sides, QUALITY_BALANCE_LOW, QUALITY_BALANCE_HIGH);
    struct json_doc *sizes = add_figure(figures, "principle_size", q, QUALITY_THIN);
    put(sizes, "least_activities", QUALITY_PRINCIPLE_LEAST);
    return figures;
}

void quality_json(const struct quality *quality, const struct bank *bank, struct str *out)
{
    struct json_doc *all = json_doc_object();
    put(all, "version", VERSION);
    json_doc_put(all, "bank", bank_head(bank));
    put(all, "scenarios", quality->scenarios);
    put(all, "activities", quality_activities(quality));
    put(all, "discussions", bank->discussion_count);
    put(all, "overrides", quality->overrides);
    put(all, "dropped", quality->dropped);
    json_doc_put(all, "levels", levels(quality));
    json_doc_put(all, "settings", settings(quality));
    json_doc_put(all, "principles", principles(quality, bank));
    json_doc_put(all, "figures", make_figures(quality, bank));
    json_doc_show(all, out);
    json_doc_free(all);
}
