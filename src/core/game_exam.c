/* The exam that a game is: how it stands, and whether it is decided. */
#include "core/game_exam.h"

#include "core/exam_plan.h"

struct exam game_exam(const struct game *game, const struct bank *bank, bool over)
{
    struct exam_rules wished = {
        .adaptive = game->rules.adaptive,
        .length = game->rules.length,
        .pass = game->rules.pass ? game->rules.pass : exam_default_pass(game->rules.length),
    };
    struct exam_rules rules = exam_rules_of_plan(&wished, bank, game->plan, game->plan_count);
    struct exam exam = exam_begin(&rules);
    for (int i = 0; i < game->card_count; i++) {
        const struct card *card = &game->cards[i];
        const struct activity *activity = &bank->activities[card->activity];
        if (card->answered)
            exam_add(&exam, activity->side, card->choice, activity->principle);
    }
    if (over)
        exam_end(&exam);
    return exam;
}
