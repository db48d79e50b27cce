/* How a day's puzzle went, as a line to paste into a chat. */
#include "core/today_line.h"

#include "core/calendar.h"
#include "core/game_query.h"
#include "core/today.h"

/* The card that asked this activity, or NULL when none did. */
static const struct card *card_of(const struct game *game, int activity)
{
    for (int i = 0; i < game->card_count; i++)
        if (game->cards[i].activity == activity)
            return &game->cards[i];
    return NULL;
}

void today_line(struct str *out, const struct bank *bank, const struct game *game, int64_t day)
{
    const char *setting = today_setting(bank, game->plan, game->plan_count);
    struct str marks = {0};
    int right = 0;
    for (int i = 0; i < game->plan_count; i++) {
        const struct card *card = card_of(game, game->plan[i]);
        str_add(&marks, i ? " " : "");
        if (!card || !card->answered || card->struck) {
            str_addc(&marks, '.');
            continue;
        }
        struct graded graded = game_graded(game, bank, card);
        if (score_right(&graded))
            str_addf(&marks, "%d", i + 1);
        else
            str_addc(&marks, 'x');
        right += score_right(&graded);
    }
    str_add(out, "smquiz today ");
    calendar_write(out, day);
    if (*setting)
        str_addf(out, " (%s)", setting);
    str_addf(out, ": %d of %d [%s]", right, game->plan_count, str_text(&marks));
    str_free(&marks);
}
