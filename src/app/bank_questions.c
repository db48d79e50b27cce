/* The questions of `smquiz bank add`, and a scenario made of the answers. */
#include "app/bank_questions.h"

#include <string.h>

#include "app/ask.h"
#include "app/bank_by_example.h"
#include "core/draft_field.h"
#include "core/slug.h"

enum { SETTINGS_SHOWN_MAX = 30 };

/* --- checking answers ------------------------------------------------------------------------ */

/* What a text must be. */
struct expected {
    const char *key;      /* what complaints call it */
    int max;              /* characters */
    bool may_be_empty;    /* Enter: none */
    const char *piece_of; /* it must be a piece of this; NULL: need not */
    const char *unlike;   /* it must not be this; NULL: may be anything */
};

/* The first complaint that the rules of the bank have about a text; an invisible character, only
 * warned of in a file, was surely not meant by somebody who types. */
static bool check_field(const char *answer, const struct expected *expected, struct str *why)
{
    struct faults faults = {0};
    struct place nowhere = {"", 0};
    struct draft_text field = {.text = answer, .place = nowhere};
    draft_field_text(&field, nowhere, expected->key, NEED_MUST, expected->max, &faults);
    bool good = faults.len == 0;
    if (!good)
        str_addf(why, _("Once more, please: %s."), faults.items[0].text);
    faults_free(&faults);
    return good;
}

static bool check_text(const char *answer, const void *context, struct str *why)
{
    const struct expected *expected = context;
    if (*answer == '\0' && expected->may_be_empty)
        return true;
    if (!check_field(answer, expected, why))
        return false;
    if (expected->piece_of && strstr(expected->piece_of, answer) == NULL) {
        str_addf(why,
                 _("Once more, please: the clue must be a piece of the text, letter by "
                   "letter.  The text is: %s"),
                 expected->piece_of);
        return false;
    }
    if (expected->unlike && strcmp(expected->unlike, answer) == 0) {
        str_add(why, _("Once more, please: this is the text of the other activity."));
        return false;
    }
    return true;
}

static bool check_level(const char *answer, const void *context, struct str *why)
{
    (void)context;
    if (*answer == '\0' || ask_number(answer, BANK_LEVEL_MAX) > 0)
        return true;
    str_add(why, _("Once more, please: 1, 2 or 3, or Enter alone for 1."));
    return false;
}

static bool check_setting(const char *answer, const void *context, struct str *why)
{
    static const struct expected expected = {.key = "setting", .max = BANK_ID_MAX};
    struct str id = {0};
    (void)context;
    if (*answer == '\0')
        return true;
    slug_add(&id, answer, BANK_ID_MAX, 1);
    bool good = id.len > 0;
    if (!good)
        str_add(why, _("Once more, please: a word with letters a to z or digits."));
    str_free(&id);
    return good && check_field(answer, &expected, why);
}

/* --- asking ---------------------------------------------------------------------------------- */

static enum status ask_situation(const struct bank *bank, struct bank_answers *out)
{
    static const struct expected expected = {.key = "situation", .max = BANK_SITUATION_MAX};
    struct str question = {0};
    str_addf(
        &question,
        _("The situation: type one sentence that sets the scene for both activities, of at most "
          "%d characters.  For example: “%s”"),
        BANK_SITUATION_MAX,
        bank ? bank->scenarios[0].situation : _("A robotics firm has a stand at a trade fair."));
    enum status status = ask_line(str_text(&question), check_text, &expected, &out->situation);
    str_free(&question);
    return status;
}

static enum status ask_text(enum side side, struct bank_answers *out)
{
    struct expected expected = {.key = "text", .max = BANK_ACTIVITY_MAX};
    struct str question = {0};
    if (side == SIDE_MARKETING)
        expected.unlike = str_text(&out->text[SIDE_SALES]);
    str_addf(
        &question,
        side == SIDE_SALES
            ? _("The sales activity: type one deed, as in “Agreeing on the delivery date with a "
                "visitor who wants two arms”, of at most %d characters, without a full stop.")
            : _("The marketing activity: type one as like the other as can be, in what is "
                "done, with what, and in length; only the clue differs.  At most %d "
                "characters."),
        BANK_ACTIVITY_MAX);
    enum status status = ask_line(str_text(&question), check_text, &expected, &out->text[side]);
    str_free(&question);
    return status;
}

static enum status ask_reasons(enum side side, struct bank_answers *out)
{
    struct expected cue = {
        .key = "cue", .max = BANK_ACTIVITY_MAX, .piece_of = str_text(&out->text[side])};
    struct expected why = {.key = "why", .max = BANK_WHY_MAX};
    struct str question = {0};
    str_addf(&question,
             side == SIDE_SALES
                 ? _("Type the clue that makes it sales, copied letter by letter from: %s")
                 : _("Type the clue that makes it marketing, copied letter by letter from: %s"),
             str_text(&out->text[side]));
    enum status status = ask_line(str_text(&question), check_text, &cue, &out->cue[side]);
    str_clear(&question);
    str_addf(&question,
             side == SIDE_SALES
                 ? _("Type why that makes it sales, in a sentence of at most %d characters.")
                 : _("Type why that makes it marketing, in a sentence of at most %d characters."),
             BANK_WHY_MAX);
    if (status == STATUS_OK)
        status = ask_line(str_text(&question), check_text, &why, &out->why[side]);
    str_free(&question);
    return status;
}

static enum status ask_level(struct bank_answers *out)
{
    struct str answer = {0};
    enum status status = ask_line(_("How tricky is it? Type 1 for everyday, 2 for worth a second "
                                    "look, 3 for tricky, or Enter alone for 1."),
                                  check_level, NULL, &answer);
    out->level = *str_text(&answer) ? ask_number(str_text(&answer), BANK_LEVEL_MAX) : 1;
    str_free(&answer);
    return status;
}

static enum status ask_setting(const struct bank *bank, struct bank_answers *out)
{
    struct str question = {0}, settings = {0}, answer = {0};
    int shown = 0;
    for (int i = 0; bank && i < bank->scenario_count && shown < SETTINGS_SHOWN_MAX; i++) {
        if (!bank_brings_setting(bank, i))
            continue;
        str_addf(&settings, "%s%s", shown ? ", " : "", bank->scenarios[i].setting);
        shown++;
    }
    if (shown == SETTINGS_SHOWN_MAX)
        str_add(&settings, ", …");
    if (shown)
        /* TRANSLATORS: %s are ids of trades and places, such as "food, health". */
        str_addf(&question,
                 _("Trades and places in use: %s\n"
                   "Type the trade or place in a word, or Enter alone for none."),
                 str_text(&settings));
    else
        str_add(&question, _("Type the trade or place in a word, or Enter alone for none."));
    str_free(&settings);
    enum status status = ask_line(str_text(&question), check_setting, NULL, &answer);
    slug_add(&out->setting, str_text(&answer), BANK_ID_MAX, 1);
    str_free(&question);
    str_free(&answer);
    return status;
}

static enum status ask_together(struct bank_answers *out)
{
    static const struct expected expected = {
        .key = "together", .max = BANK_WHY_MAX, .may_be_empty = true};
    struct str question = {0};
    str_addf(
        &question,
        _("How did the two need each other here? Type a sentence of at most %d characters, shown "
          "when both are solved, or Enter alone for none."),
        BANK_WHY_MAX);
    enum status status = ask_line(str_text(&question), check_text, &expected, &out->together);
    str_free(&question);
    return status;
}

enum status bank_questions_ask(const struct draft *now, const struct bank *bank,
                               struct bank_answers *out)
{
    *out = (struct bank_answers){0};
    enum status status = ask_situation(bank, out);
    for (int side = 0; side < SIDE_COUNT && status == STATUS_OK; side++)
        status = ask_text((enum side)side, out);
    if (status == STATUS_OK)
        status = bank_by_example(now, bank, &out->principle);
    for (int side = 0; side < SIDE_COUNT && status == STATUS_OK; side++)
        status = ask_reasons((enum side)side, out);
    if (status == STATUS_OK)
        status = ask_level(out);
    if (status == STATUS_OK)
        status = ask_setting(bank, out);
    return status == STATUS_OK ? ask_together(out) : status;
}

void bank_answers_free(struct bank_answers *answers)
{
    str_free(&answers->situation);
    for (int side = 0; side < SIDE_COUNT; side++) {
        str_free(&answers->text[side]);
        str_free(&answers->cue[side]);
        str_free(&answers->why[side]);
    }
    str_free(&answers->setting);
    str_free(&answers->together);
}
