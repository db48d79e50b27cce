/* The result code of a game that is over. */
#include "core/result_code_game.h"

#include "core/typed_run.h"

void result_code_of_game(const struct session *session, enum part part, enum form first,
                         const char *learner_id, const struct game *game, struct result_code *out)
{
    const struct session_items *items = session_items(session, part, first);
    char shared_id[UUID_SIZE];
    session_learner_id(session, learner_id, shared_id);
    *out = (struct result_code){
        .part = part,
        .form = part == PART_PRACTICE ? FORM_A : session_form(part, first),
        .learner_tag = result_code_learner_tag(shared_id),
    };
    for (int i = 0; i < items->count; i++) {
        out->answers[i].choice = SIDE_NONE;
        for (int j = 0; j < game->card_count; j++) {
            const struct card *card = &game->cards[j];
            if (card->activity != items->activities[i] || !card->answered || card->struck)
                continue;
            out->answers[i].choice = card->choice;
            out->answers[i].sure = card->sure;
        }
    }
}
