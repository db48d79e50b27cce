/* Banks made of nothing but texts, for tests of what counts and compares words. */
#ifndef SMQ_TESTS_QUALITY_FIXTURE_H
#define SMQ_TESTS_QUALITY_FIXTURE_H

#include "bank_fixture.h"
#include "core/words.h"

/* Adds an activity to the draft's last scenario: "s words" for sales, "m words" for marketing, in
 * capitals when it is dropped.  Its text stands on a line of its own: 100 + its index. */
static inline void texts_activity(struct draft *d, const char *written)
{
    struct draft_scenario *scenario = &d->scenarios[d->scenario_count - 1];
    struct place place = {"texts.cfg", 100 + (int)d->activity_count};
    bool sales = written[0] == 's' || written[0] == 'S';
    d->activities =
        xgrow(d->activities, d->activity_count, &d->activity_cap, sizeof *d->activities);
    struct draft_activity *activity = &d->activities[d->activity_count++];
    *activity = (struct draft_activity){
        .place = place,
        .id = fixture_text(d, "a%d", scenario->count),
        .side = fixture_text(d, "%s", side_id(sales ? SIDE_SALES : SIDE_MARKETING)),
        .text = fixture_text(d, "%s", written + 2)};
    activity->text.place = place;
    scenario->count++;
    if (written[0] != 'S' && written[0] != 'M')
        return;
    d->overrides = xgrow(d->overrides, d->override_count, &d->override_cap, sizeof *d->overrides);
    d->overrides[d->override_count++] = (struct draft_override){
        .place = place,
        .activity = fixture_text(d, "%s/%s", scenario->id.text, activity->id.text),
        .drop = true};
}

/* Adds a scenario of `principle` with these activities. */
static inline void texts_scenario_of(struct draft *d, int principle, const char *const *activities,
                                     size_t count)
{
    char id[32];
    snprintf(id, sizeof id, "scene%zu", d->scenario_count);
    fixture_scenario(d, id, principle, 1, "food", "");
    for (size_t i = 0; i < count; i++)
        texts_activity(d, activities[i]);
}

/* The same of principle 0, the activities as arguments. */
#define TEXTS_SCENARIO(draft, ...)                                  \
    texts_scenario_of(draft, 0, (const char *const[]){__VA_ARGS__}, \
                      ARRAY_LEN(((const char *const[]){__VA_ARGS__})))

#endif
