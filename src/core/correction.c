/* Which corrected keys a learner has still to be told of, and what to say. */
#include "core/correction.h"

#include <stdlib.h>

#include "core/rekey.h"

/* What the learner was told last of an activity. */
struct last_told {
    enum side side; /* SIDE_NONE: nothing yet */
    int64_t utc_ms;
};

static struct last_told *last_told(const struct bank *bank, const struct told *told, size_t count)
{
    struct last_told *last = xcalloc((size_t)bank->activity_count, sizeof *last);
    for (int i = 0; i < bank->activity_count; i++)
        last[i].side = SIDE_NONE;
    for (size_t i = 0; i < count; i++) {
        int activity = bank_find_logged(bank, told[i].activity);
        if (activity < 0)
            continue;
        struct last_told *known = &last[activity];
        if (known->side == SIDE_NONE || told[i].utc_ms >= known->utc_ms)
            *known = (struct last_told){.side = told[i].side, .utc_ms = told[i].utc_ms};
    }
    return last;
}

/* Whether the answer is graded by another side than the one the learner knows of. */
static bool is_news(const struct past *past, const struct bank *bank, const struct last_told *last)
{
    if (!score_counts(&past->graded) || !rekey_holds(bank, past->activity, past->wording))
        return false;
    const struct last_told *told = &last[past->activity];
    bool known = told->side != SIDE_NONE && told->utc_ms >= past->utc_ms;
    return past->graded.keyed != (known ? told->side : past->keyed_then);
}

void corrections_find(struct corrections *out, const struct bank *bank,
                      const struct history *history, const struct told *told, size_t count)
{
    struct last_told *last = last_told(bank, told, count);
    int *answers = xcalloc((size_t)bank->activity_count, sizeof *answers);
    for (size_t i = 0; i < history->len; i++) {
        if (is_news(&history->items[i], bank, last))
            answers[history->items[i].activity]++;
    }
    for (int i = 0; i < bank->activity_count; i++) {
        if (!answers[i])
            continue;
        out->items = xgrow(out->items, out->len, &out->cap, sizeof *out->items);
        out->items[out->len++] = (struct correction){.activity = i, .answers = answers[i]};
        out->answers += answers[i];
    }
    free(answers);
    free(last);
}

static void say_card(const struct bank *bank, const struct activity *activity, struct str *out)
{
    str_addf(out, "\n\n%s\n", bank->scenarios[activity->scenario].situation);
    /* TRANSLATORS: the text of a card. */
    str_addf(out, _("“%s”"), activity->text);
    str_add(out, "\n");
    str_add(out, activity->side == SIDE_SALES
                     ? _("Until now this counted as marketing; from now on it is sales.")
                     : _("Until now this counted as sales; from now on it is marketing."));
    str_addf(out, "%s%s", *activity->why ? " " : "", activity->why);
}

void corrections_say(const struct corrections *corrections, const struct bank *bank,
                     struct str *out)
{
    unsigned long answers = (unsigned long)corrections->answers;
    str_addf(out,
             ngettext("%lu of your answers was scored anew: the bank's author corrected its key.",
                      "%lu of your answers were scored anew: the bank's author corrected their "
                      "key.",
                      answers),
             answers);
    for (size_t i = 0; i < corrections->len; i++)
        say_card(bank, &bank->activities[corrections->items[i].activity], out);
}

void corrections_free(struct corrections *corrections)
{
    free(corrections->items);
    *corrections = (struct corrections){0};
}
