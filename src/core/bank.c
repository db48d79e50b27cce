/* Finds things in the bank, and frees it. */
#include "core/bank.h"

#include <stdlib.h>
#include <string.h>

#include "core/hash.h"

int bank_find_activity(const struct bank *bank, const char *ref)
{
    for (uint64_t slot = hash_text(HASH_START, ref);; slot++) {
        int activity = bank->by_ref[slot & bank->by_ref_mask];
        if (activity < 0 || strcmp(bank->activities[activity].ref, ref) == 0)
            return activity;
    }
}

int bank_find_logged(const struct bank *bank, const char *name)
{
    size_t len = strlen(bank->id);
    if (strncmp(name, bank->id, len) != 0 || name[len] != ':')
        return -1;
    return bank_find_activity(bank, name + len + 1);
}

int bank_find_principle(const struct bank *bank, const char *id)
{
    for (int i = 0; i < bank->principle_count; i++) {
        if (strcmp(bank->principles[i].id, id) == 0)
            return i;
    }
    return -1;
}

bool bank_has_setting(const struct bank *bank, const char *setting)
{
    for (int i = 0; i < bank->scenario_count; i++) {
        if (strcmp(bank->scenarios[i].setting, setting) == 0)
            return true;
    }
    return false;
}

bool bank_brings_setting(const struct bank *bank, int scenario)
{
    const char *setting = bank->scenarios[scenario].setting;
    for (int i = 0; i < scenario; i++) {
        if (strcmp(bank->scenarios[i].setting, setting) == 0)
            return false;
    }
    return *setting != '\0';
}

int bank_sibling(const struct bank *bank, int activity)
{
    const struct activity *one = &bank->activities[activity];
    const struct scenario *scenario = &bank->scenarios[one->scenario];
    for (int step = 1; step < scenario->count; step++) {
        int other = scenario->first + (activity - scenario->first + step) % scenario->count;
        if (bank->activities[other].side != one->side && !bank->activities[other].dropped)
            return other;
    }
    return -1;
}

const char *bank_clue(const struct activity *activity)
{
    return activity->overruled ? "" : activity->cue;
}

const char *side_id(enum side side)
{
    switch (side) {
    case SIDE_SALES:
        return "sales";
    case SIDE_MARKETING:
        return "marketing";
    case SIDE_NONE:
        break;
    }
    return "";
}

enum side side_from_id(const char *id)
{
    if (strcmp(id, "sales") == 0)
        return SIDE_SALES;
    return strcmp(id, "marketing") == 0 ? SIDE_MARKETING : SIDE_NONE;
}

enum side side_other(enum side side)
{
    switch (side) {
    case SIDE_SALES:
        return SIDE_MARKETING;
    case SIDE_MARKETING:
        return SIDE_SALES;
    case SIDE_NONE:
        break;
    }
    return SIDE_NONE;
}

void bank_free(struct bank *bank)
{
    if (bank == NULL)
        return;
    arena_free(&bank->arena);
    free(bank);
}
