/* Ids for completion. */
#include "app/complete_ids.h"

#include <stdlib.h>

#include "app/bank_layers.h"
#include "app/session_place.h"

/* Every setting once, in the order of the bank. */
static void add_settings(struct candidates *c, const struct bank *bank)
{
    for (int i = 0; i < bank->scenario_count; i++)
        if (bank_brings_setting(bank, i))
            candidates_add(c, bank->scenarios[i].setting, "");
}

static void add_of_bank(struct candidates *c, enum value_kind kind, const struct bank *bank)
{
    switch (kind) {
    case VALUE_SETTINGS:
        add_settings(c, bank);
        break;
    case VALUE_ACTIVITY:
        for (int i = 0; i < bank->activity_count; i++)
            candidates_add(c, bank->activities[i].ref, bank->activities[i].text);
        break;
    default:
        for (int i = 0; i < bank->principle_count; i++)
            candidates_add(c, bank->principles[i].id, bank->principles[i].title);
        break;
    }
}

static void add_from_bank(struct candidates *c, enum value_kind kind,
                          const struct preferences *preferences)
{
    struct bank_layer *layers = bank_layers_played(preferences);
    struct faults ignored = {0};
    struct err e;
    struct bank *bank =
        bank_load(layers, preferences->bank.len, str_text(&preferences->languages), &ignored, &e);
    if (bank)
        add_of_bank(c, kind, bank);
    bank_free(bank);
    faults_free(&ignored);
    free(layers);
}

static bool add_session(const struct share_session *session, void *context)
{
    candidates_add(context, session->code, session->title);
    return true;
}

/* Those of a folder: a database may be far away. */
static void add_sessions(struct candidates *c, const struct options *options,
                         const struct preferences *preferences)
{
    const char *team = options->team ? options->team : preferences->settings.team;
    struct session_place place = {0};
    struct err ignored;
    if (team && share_is_uri(team))
        return;
    if (session_place_open(options, preferences, &place, &ignored))
        place.share->ops->each_session(place.share, add_session, c, &ignored);
    session_place_close(&place);
}

void complete_ids_add(struct candidates *c, enum value_kind kind, const struct options *options,
                      const char *program)
{
    struct preferences preferences;
    struct faults ignored = {0};
    struct err e;
    if (preferences_read(options, program, &preferences, &ignored, &e)) {
        if (kind == VALUE_SESSION)
            add_sessions(c, options, &preferences);
        else
            add_from_bank(c, kind, &preferences);
    }
    faults_free(&ignored);
    preferences_free(&preferences);
}
