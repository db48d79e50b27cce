/* What a result card says of a finished run. */
#include "core/result_card_game.h"

#include "core/calendar.h"
#include "core/content_ending.h"
#include "core/game_query.h"

/* A run that its player ended; an exam is handed in then, and its result says what was open. */
static void add_early_end(struct str *note, const struct game *game)
{
    int answered = game_answered(game), length = game_length(game);
    if (!game->quit || game->rules.mode == MODE_EXAM)
        return;
    if (length)
        str_addf(note,
                 ngettext("Ended early, after %d card of %d.", "Ended early, after %d cards of %d.",
                          (unsigned long)answered),
                 answered, length);
    else
        str_addf(note,
                 ngettext("Ended early, after %d card.", "Ended early, after %d cards.",
                          (unsigned long)answered),
                 answered);
}

static void add_other_day(struct str *note, const struct game *game, int64_t day)
{
    struct str date = {0};
    if (game->rules.mode != MODE_TODAY || game->rules.day == day)
        return;
    calendar_write(&date, game->rules.day);
    str_add(note, note->len ? " " : "");
    str_addf(note, _("The puzzle of %s."), str_text(&date));
    str_free(&date);
}

void result_card_of_game(const struct game *game, const struct bank *bank, int64_t day,
                         struct str *result, struct str *note)
{
    struct summary summary;
    summary_of(game, bank, &summary);
    ending_sentence(result, game, bank, &summary);
    add_early_end(note, game);
    add_other_day(note, game, day);
}
