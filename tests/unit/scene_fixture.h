/* Scenes for tests: a game at a table brought to some phase, or a menu of three items. */
#ifndef SMQ_TESTS_SCENE_FIXTURE_H
#define SMQ_TESTS_SCENE_FIXTURE_H

#include <stdio.h>

#include "core/interpret.h"
#include "game_fixture.h"

/* The keys nobody has changed. */
static inline const struct keymap *table_keys(void)
{
    static struct keymap keys;
    keys = keymap_default();
    return &keys;
}

static inline struct scene scene_of(const struct table *t)
{
    return (struct scene){
        .bank = t->bank, .game = &t->game, .failure = "The disk is full.", .keys = table_keys()};
}

/* Puts the reply to an input into the cursor. */
static inline void scene_set_reply(struct scene *scene, const char *sentence)
{
    snprintf(scene->cursor.reply, sizeof scene->cursor.reply, "%s", sentence);
}

/* A menu of three items; free with menu_free. */
static inline struct menu menu_of_three(void)
{
    struct menu menu = {0};
    str_add(&menu.title, "Sales or marketing?");
    str_add(&menu.heading, "Good to see you.\nWhat shall it be?");
    menu_add(&menu, 7, "Practice", "cards one at a time");
    menu_add(&menu, 8, "First six", "");
    menu_add(&menu, 9, "Leave", "until tomorrow");
    return menu;
}

/* Starts a run and plays it into this phase; at the verdict the answer was right or not. */
static inline void table_bring_to(struct table *t, enum phase phase, bool right)
{
    bool first = phase == PHASE_INTRO || phase == PHASE_RULE;
    table_init(t, fixture_bank());
    if (phase == PHASE_PRINCIPLE || phase == PHASE_BOARD || phase == PHASE_CLUE) {
        table_start_at(t, phase);
        return;
    }
    table_start(t, first ? MODE_FIRST : MODE_PRACTICE, 0, 3);
    if (phase == PHASE_RULE)
        table_move(t, MOVE_NEXT);
    while (phase == PHASE_RULE && t->game.phase == PHASE_CARD)
        table_answer(t, right, true);
    if (phase == PHASE_VERDICT || phase == PHASE_RESULT)
        table_answer(t, right, true);
    if (phase == PHASE_STORING || phase == PHASE_NOT_STORED)
        table_answer_unstored(t, right, true);
    if (phase == PHASE_NOT_STORED)
        table_move(t, MOVE_NOT_STORED);
    if (phase == PHASE_RESULT) {
        table_move(t, MOVE_END);
        table_move(t, MOVE_STORED);
    }
}

static inline struct intent do_action(struct scene *scene, enum action action)
{
    return interpret(scene, &(struct input){.kind = INPUT_ACTION, .action = action});
}

#endif
