/* Keeping the result of a run in a file: --card. */
#include "app/result_card_file.h"

#include <string.h>

#include "core/calendar.h"
#include "core/game_query.h"
#include "core/result_card_game.h"
#include "core/result_card_svg.h"
#include "io/create.h"

static bool is_picture(const char *path)
{
    static const char ending[] = ".svg";
    size_t len = strlen(path);
    return len >= strlen(ending) && strcmp(path + len - strlen(ending), ending) == 0;
}

void result_card_file_write(struct app *app, const struct game *game)
{
    if (!app->card || !game_answered(game))
        return;
    struct now now = app_now(app);
    struct str result = {0}, note = {0}, text = {0};
    struct result_card card = {.name = app->learner.name,
                               .mode = _(mode_info(game->rules.mode)->title),
                               .day = calendar_local_day(now.utc_ms, now.utc_offset_min),
                               .bank = app->bank};
    result_card_of_game(game, app->bank, card.day, &result, &note);
    card.result = str_text(&result);
    card.note = str_text(&note);
    if (is_picture(app->card))
        result_card_svg(&text, &card);
    else
        result_card_text(&text, &card, app->scene.charset);
    create_file(app->card, text.data, text.len, &app->card_failure);
    app->card = NULL;
    str_free(&result);
    str_free(&note);
    str_free(&text);
}
