/* Small banks for tests, built as a reader would build them: a draft, then bank_build. */
#ifndef SMQ_TESTS_BANK_FIXTURE_H
#define SMQ_TESTS_BANK_FIXTURE_H

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/bank_build.h"
#include "core/rng.h"

/* A text in printf format, kept in the draft. */
PRINTF_LIKE(2, 3)
static inline struct draft_text fixture_text(struct draft *draft, const char *format, ...)
{
    char text[512];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    return (struct draft_text){.text = arena_copy(&draft->arena, text, strlen(text)),
                               .place = {"fixture.cfg", 1}};
}

/* An empty bank "test" with its two sides and the principles p0 … */
static inline struct draft fixture_draft(int principles)
{
    struct draft d = {.place = {"fixture.cfg", 1}};
    d.id = fixture_text(&d, "test");
    d.title = fixture_text(&d, "A bank for tests");
    d.side_name[SIDE_SALES] = fixture_text(&d, "Sales");
    d.side_name[SIDE_MARKETING] = fixture_text(&d, "Marketing");
    for (int i = 0; i < principles; i++) {
        d.principles =
            xgrow(d.principles, d.principle_count, &d.principle_cap, sizeof *d.principles);
        d.principles[d.principle_count++] = (struct draft_principle){
            .place = {"fixture.cfg", 2},
            .id = fixture_text(&d, "p%d", i),
            .title = fixture_text(&d, "Principle number %d", i),
            .rule = fixture_text(&d, "The rule of principle %d in one sentence.", i)};
    }
    return d;
}

static inline void fixture_activity(struct draft *d, const char *scenario, int number, char side)
{
    bool sales = side == 's' || side == 'S';
    d->activities =
        xgrow(d->activities, d->activity_count, &d->activity_cap, sizeof *d->activities);
    d->activities[d->activity_count++] = (struct draft_activity){
        .place = {"fixture.cfg", 4},
        .id = fixture_text(d, "a%d", number),
        .side = fixture_text(d, "%s", side_id(sales ? SIDE_SALES : SIDE_MARKETING)),
        .text = fixture_text(d, "Writing number %d of %s to %s", number, scenario,
                             sales ? "one buyer" : "an audience"),
        .cue = fixture_text(d, "%s", sales ? "one buyer" : "an audience"),
        .why = fixture_text(d, "Because %s reads number %d of %s.", sales ? "he" : "everybody",
                            number, scenario)};
    if (side != 'S' && side != 'M')
        return;
    d->overrides = xgrow(d->overrides, d->override_count, &d->override_cap, sizeof *d->overrides);
    d->overrides[d->override_count++] =
        (struct draft_override){.place = {"fixture.cfg", 5},
                                .activity = fixture_text(d, "%s/a%d", scenario, number),
                                .drop = true};
}

/* Adds a scenario with one activity a letter: s sales, m marketing, in capitals when dropped. */
static inline void fixture_scenario(struct draft *d, const char *id, int principle, int level,
                                    const char *setting, const char *sides)
{
    int first = (int)d->activity_count;
    for (int i = 0; sides[i]; i++)
        fixture_activity(d, id, i, sides[i]);
    d->scenarios = xgrow(d->scenarios, d->scenario_count, &d->scenario_cap, sizeof *d->scenarios);
    d->scenarios[d->scenario_count++] =
        (struct draft_scenario){.place = {"fixture.cfg", 3},
                                .id = fixture_text(d, "%s", id),
                                .situation = fixture_text(d, "The situation called %s.", id),
                                .principle = fixture_text(d, "p%d", principle),
                                .setting = fixture_text(d, "%s", setting),
                                .together = fixture_text(d, "Together they made %s.", id),
                                .level = level,
                                .level_place = {"fixture.cfg", 3},
                                .first = first,
                                .count = (int)d->activity_count - first};
}

/* Makes the bank and frees the draft; free the bank with bank_free. */
static inline struct bank *fixture_finish(struct draft *draft)
{
    struct bank *bank = bank_build(draft);
    draft_free(draft);
    return bank;
}

/* Eight scenarios of two to four activities, four principles, three settings, two dropped. */
static inline struct bank *fixture_bank(void)
{
    struct draft d = fixture_draft(4);
    fixture_scenario(&d, "fair", 0, 1, "events", "sm");
    fixture_scenario(&d, "letter", 0, 2, "food", "smm");
    fixture_scenario(&d, "call", 1, 1, "events", "smsm");
    fixture_scenario(&d, "web", 1, 3, "trade", "ms");
    fixture_scenario(&d, "stand", 2, 1, "events", "mSs");
    fixture_scenario(&d, "price", 2, 2, "food", "sm");
    fixture_scenario(&d, "visit", 3, 1, "trade", "smM");
    fixture_scenario(&d, "poster", 3, 3, "food", "ms");
    return fixture_finish(&d);
}

/* One to `most` scenarios of two to four activities, some of them dropped. */
static inline struct bank *fixture_random(struct rng *rng, uint32_t most)
{
    static const char *const settings[] = {"events", "food", "trade"};
    int principles = 1 + (int)rng_below(rng, 5);
    struct draft d = fixture_draft(principles);
    int count = 1 + (int)rng_below(rng, most);
    for (int i = 0; i < count; i++) {
        char id[16], sides[5] = "sm";
        size_t len = 2 + rng_below(rng, 3);
        for (size_t j = 2; j < len; j++)
            sides[j] = "smSM"[rng_below(rng, 4)];
        if (len > 2 && rng_below(rng, 4) == 0)
            sides[0] = 'S';
        snprintf(id, sizeof id, "scene%d", i);
        fixture_scenario(&d, id, (int)rng_below(rng, (uint32_t)principles),
                         1 + (int)rng_below(rng, BANK_LEVEL_MAX),
                         settings[rng_below(rng, ARRAY_LEN(settings))], sides);
    }
    return fixture_finish(&d);
}

#endif
