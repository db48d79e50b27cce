/* Choosing a principle by the pairs it decides. */
#include "app/bank_by_example.h"

#include "app/ask.h"
#include "core/content.h"

enum { INDENT = 2 };

/* The sales activity of a pair that the principle decides, or -1. */
static int find_example(const struct bank *bank, int principle)
{
    for (int i = 0; bank && i < bank->activity_count; i++) {
        const struct activity *activity = &bank->activities[i];
        if (activity->side != SIDE_SALES || activity->principle != principle || activity->dropped)
            continue;
        int sibling = bank_sibling(bank, i);
        if (sibling >= 0 && bank->activities[sibling].principle == principle)
            return i;
    }
    return -1;
}

/* Shows one principle: its number, its title, and a pair that it decides, or else its rule. */
static enum status show_principle(const struct draft *now, const struct bank *bank, int principle)
{
    struct str line = {0};
    int example = find_example(bank, principle);
    str_addf(&line, "%d. %s", principle + 1, now->principles[principle].title.text);
    enum status status = ask_say(str_text(&line), 0);
    for (int side = 0; side < SIDE_COUNT && status == STATUS_OK && example >= 0; side++) {
        int activity = side == SIDE_SALES ? example : bank_sibling(bank, example);
        str_clear(&line);
        /* TRANSLATORS: a name, or what something is for, and what belongs to it. */
        str_addf(&line, _("%s: %s"), content_side_word((enum side)side),
                 bank->activities[activity].text);
        status = ask_say(str_text(&line), INDENT);
    }
    if (example < 0 && status == STATUS_OK)
        status = ask_say(now->principles[principle].rule.text, INDENT);
    str_free(&line);
    return status;
}

static bool check_principle(const char *answer, const void *context, struct str *why)
{
    const struct draft *now = context;
    int most = (int)now->principle_count;
    if (ask_number(answer, most) > 0)
        return true;
    str_addf(why, _("Once more, please: a number from 1 to %d."), most);
    return false;
}

enum status bank_by_example(const struct draft *now, const struct bank *bank, int *principle)
{
    struct str question = {0}, answer = {0};
    enum status status = ask_say("", 0);
    if (status == STATUS_OK)
        status = ask_say(_("What tells the two apart?  Look for the pair that yours is like:"), 0);
    for (size_t i = 0; i < now->principle_count && status == STATUS_OK; i++)
        status = show_principle(now, bank, (int)i);
    str_addf(&question, _("Type its number, from 1 to %d."), (int)now->principle_count);
    if (status == STATUS_OK)
        status = ask_line(str_text(&question), check_principle, now, &answer);
    if (status == STATUS_OK)
        *principle = ask_number(str_text(&answer), (int)now->principle_count) - 1;
    str_free(&question);
    str_free(&answer);
    return status;
}
