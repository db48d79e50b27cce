/* Showing an author what a scenario will look like, and what gives it away. */
#include "app/bank_preview.h"

#include <stdlib.h>
#include <string.h>

#include "app/ask.h"
#include "app/say.h"
#include "core/content.h"
#include "core/quality.h"
#include "core/view_lines.h"

enum {
    COLS = 78,
    INDENT = 2,
    LENGTH_PER_CENT = 125, /* a text this much longer than the other stands out */
    LENGTH_LEAST = 10      /* characters; less than that nobody sees */
};

/* --- the cards ------------------------------------------------------------------------------- */

/* Plays one card wrong, so that the verdict says all it has to say. */
static void play_wrong(const struct bank *bank, int activity, struct game *game)
{
    struct rules rules = rules_default(MODE_PRACTICE);
    struct history nothing;
    struct now never = {0};
    struct move answer = {
        .kind = MOVE_ANSWER, .choice = side_other(bank->activities[activity].side), .sure = true};
    struct move stored = {.kind = MOVE_STORED};
    history_init(&nothing, bank);
    game_start(game, &rules, 0, &activity, 1, bank, &nothing, never);
    game_apply(game, bank, &nothing, &answer, never);
    game_apply(game, bank, &nothing, &stored, never);
    history_free(&nothing);
}

enum status bank_preview_activity(const struct bank *bank, int activity)
{
    const struct activity *shown = &bank->activities[activity];
    struct game game;
    struct str lines = {0};
    play_wrong(bank, activity, &game);
    struct scene scene = {.bank = bank, .game = &game, .lines = true, .charset = say_charset()};
    view_lines(&lines, &scene, COLS);
    enum status status = ask_say(bank->scenarios[shown->scenario].situation, 0);
    if (status == STATUS_OK)
        status = ask_say(shown->text, INDENT);
    if (status == STATUS_OK)
        status = ask_say(_("Sales or marketing?"), 0);
    if (status == STATUS_OK)
        status = say_out(str_text(&lines));
    str_free(&lines);
    return status;
}

enum status bank_preview_scenario(const struct bank *bank, int scenario)
{
    const struct scenario *shown = &bank->scenarios[scenario];
    enum status status = ask_say("", 0);
    if (status == STATUS_OK)
        status = ask_say(_("These are the cards, each with what it says after a miss:"), 0);
    if (status == STATUS_OK)
        status = ask_say("", 0);
    for (int i = 0; i < shown->count && status == STATUS_OK; i++)
        status = bank_preview_activity(bank, shown->first + i);
    if (status == STATUS_OK && *shown->together)
        status = ask_say(shown->together, 0);
    return status;
}

/* --- giveaways ------------------------------------------------------------------------------- */

/* One is much longer than the other. */
static enum status say_lengths(const struct bank *bank, const struct scenario *scenario)
{
    size_t length[SIDE_COUNT] = {0};
    for (int i = scenario->first; i < scenario->first + scenario->count; i++)
        length[bank->activities[i].side] = text_length(bank->activities[i].text);
    size_t sales = length[SIDE_SALES], marketing = length[SIDE_MARKETING];
    size_t longer = sales > marketing ? sales : marketing;
    size_t shorter = sales > marketing ? marketing : sales;
    if (longer < shorter + LENGTH_LEAST || longer * 100 < shorter * LENGTH_PER_CENT)
        return STATUS_OK;
    struct str line = {0};
    str_addf(&line,
             _("Length gives it away: sales has %zu characters, marketing %zu.  Make them about "
               "as long."),
             sales, marketing);
    enum status status = ask_say(str_text(&line), 0);
    str_free(&line);
    return status;
}

/* Whether the activity has the word with this spelling. */
static bool has_word(const struct words *words, int activity, const char *spelling)
{
    for (size_t i = words->first[activity]; i < words->first[activity + 1]; i++) {
        if (strcmp(words->spellings.text[words->tokens[i]], spelling) == 0)
            return true;
    }
    return false;
}

/* Words of the activity that nearly always stand on its side of the bank. */
static enum status say_words(const struct bank *bank, int activity, const struct words *words,
                             const struct giveaways *giveaways)
{
    enum side side = bank->activities[activity].side;
    enum status status = STATUS_OK;
    for (size_t i = 0; i < giveaways->len && status == STATUS_OK; i++) {
        const struct giveaway *giveaway = &giveaways->items[i];
        if (giveaway_side(giveaway->activities) != side ||
            !has_word(words, activity, giveaway->word))
            continue;
        struct str line = {0};
        int all = giveaway->activities[SIDE_SALES] + giveaway->activities[SIDE_MARKETING];
        str_addf(&line,
                 side == SIDE_SALES
                     /* TRANSLATORS: a word, activities with it that are sales, all activities with
                        it. */
                     ? _("The word “%s” gives sales away: %d of the %d activities with it are "
                         "sales.  Try another word.")
                     /* TRANSLATORS: a word, activities with it that are marketing, all activities
                        with it. */
                     : _("The word “%s” gives marketing away: %d of the %d activities with it are "
                         "marketing.  Try another word."),
                 giveaway->word, giveaway->activities[side], all);
        status = ask_say(str_text(&line), 0);
        str_free(&line);
    }
    return status;
}

/* A text that names its own side. */
static enum status say_side_named(const struct bank *bank, int activity, const struct words *words)
{
    static const char *const names[SIDE_COUNT][3] = {{"sales", "sell", "selling"},
                                                     {"marketing", "market", "markets"}};
    enum side side = bank->activities[activity].side;
    enum status status = STATUS_OK;
    for (size_t i = 0; i < ARRAY_LEN(names[side]) && status == STATUS_OK; i++) {
        if (!has_word(words, activity, names[side][i]))
            continue;
        struct str line = {0};
        str_addf(&line, _("The word “%s” names the answer.  Try to do without it."),
                 names[side][i]);
        status = ask_say(str_text(&line), 0);
        str_free(&line);
    }
    return status;
}

/* An activity that the bank has already, but for a word. */
static enum status say_duplicates(const struct bank *bank, const struct scenario *scenario,
                                  const struct near_duplicates *found)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; i < found->len && status == STATUS_OK; i++) {
        int activity = found->items[i].activity;
        if (activity < scenario->first || activity >= scenario->first + scenario->count)
            continue;
        struct str line = {0};
        /* TRANSLATORS: the text of an activity, and the place of the other one, FILE:LINE. */
        str_addf(&line, _("“%s” is nearly what the bank asks already, in %s."),
                 bank->activities[activity].text, bank->activities[found->items[i].earlier].ref);
        status = ask_say(str_text(&line), 0);
        str_free(&line);
    }
    return status;
}

enum status bank_preview_giveaways(const struct bank *bank, const struct draft *draft, int scenario)
{
    const struct scenario *shown = &bank->scenarios[scenario];
    struct quality quality;
    struct words words = {0};
    quality_measure(bank, draft, &quality);
    words_of(bank, &words);
    enum status status = say_lengths(bank, shown);
    for (int i = shown->first; i < shown->first + shown->count && status == STATUS_OK; i++) {
        status = say_words(bank, i, &words, &quality.giveaways);
        if (status == STATUS_OK)
            status = say_side_named(bank, i, &words);
    }
    if (status == STATUS_OK)
        status = say_duplicates(bank, shown, &quality.near_duplicates);
    words_free(&words);
    quality_free(&quality);
    return status;
}
