/* A scenario made of a person's answers: ids from words, records in a draft. */
#include "app/bank_scenario.h"

#include <string.h>

#include "core/slug.h"

/* Long enough to be understood, short enough for a number behind and to be typed. */
enum { SCENARIO_ID_MAX = 24, ACTIVITY_ID_MAX = 20, LEAST_LETTERS = 4 };

static bool is_taken(const struct draft *taken, const char *id)
{
    for (size_t i = 0; i < taken->scenario_count; i++) {
        const char *other = taken->scenarios[i].id.text;
        if (other && strcmp(other, id) == 0)
            return true;
    }
    return false;
}

/* An id of the situation's words, with a number behind when it is taken. */
static void scenario_id(const struct bank_answers *answers, const struct draft *taken,
                        struct str *id)
{
    slug_add(id, str_text(&answers->situation), SCENARIO_ID_MAX, LEAST_LETTERS);
    if (id->len == 0)
        str_add(id, "scenario");
    size_t len = id->len;
    for (int n = 2; is_taken(taken, str_text(id)); n++) {
        id->len = len;
        str_addf(id, "-%d", n);
    }
}

/* An id of the clue's words, which set the two apart; the second may not be called as the first. */
static void activity_id(const struct bank_answers *answers, enum side side, const char *other,
                        struct str *id)
{
    slug_add(id, str_text(&answers->cue[side]), ACTIVITY_ID_MAX, LEAST_LETTERS);
    if (id->len == 0)
        str_add(id, side_id(side));
    if (strcmp(str_text(id), other) == 0)
        str_add(id, "-2");
}

/* What was answered as a field; NULL for what was left out. */
static struct draft_text field(const struct str *answer, struct place place)
{
    if (answer->len == 0)
        return (struct draft_text){0};
    return (struct draft_text){.text = str_text(answer), .place = place};
}

static struct draft_text kept(struct draft *draft, const char *text, struct place place)
{
    return (struct draft_text){.text = arena_copy(&draft->arena, text, strlen(text)),
                               .place = place};
}

static void add_activities(const struct bank_answers *answers, struct place place,
                           struct draft *out)
{
    struct str id = {0};
    const char *first_id = "";
    for (int side = 0; side < SIDE_COUNT; side++) {
        str_clear(&id);
        activity_id(answers, (enum side)side, first_id, &id);
        out->activities = xgrow(out->activities, out->activity_count, &out->activity_cap,
                                sizeof *out->activities);
        struct draft_activity *activity = &out->activities[out->activity_count++];
        *activity = (struct draft_activity){
            .place = place,
            .id = kept(out, str_text(&id), place),
            .side = kept(out, side_id((enum side)side), place),
            .text = field(&answers->text[side], place),
            .cue = field(&answers->cue[side], place),
            .why = field(&answers->why[side], place),
        };
        first_id = activity->id.text;
    }
    str_free(&id);
}

void bank_scenario_add(const struct bank_answers *answers, const char *principle,
                       const struct draft *taken, const char *file, struct draft *out)
{
    struct place place = {arena_copy(&out->arena, file, strlen(file)), 0};
    struct str id = {0};
    scenario_id(answers, taken, &id);
    struct draft_scenario scenario = {
        .place = place,
        .id = kept(out, str_text(&id), place),
        .situation = field(&answers->situation, place),
        .principle = kept(out, principle, place),
        .setting = field(&answers->setting, place),
        .together = field(&answers->together, place),
        .level = answers->level,
        .level_place = place,
        .first = (int)out->activity_count,
        .count = SIDE_COUNT,
        .layer = 1,
    };
    add_activities(answers, place, out);
    out->scenarios =
        xgrow(out->scenarios, out->scenario_count, &out->scenario_cap, sizeof *out->scenarios);
    out->scenarios[out->scenario_count++] = scenario;
    str_free(&id);
}
