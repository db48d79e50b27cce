/* Without motion the program writes when a key is pressed, and never by itself: a screen reader is
 * not interrupted, and whoever is disturbed by what moves is left in peace. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "pty/play.h"

/* Longer than the second after which a clock would move. */
enum { PEACE_MS = 1200 };

/* A screen, and a key there that changes it. */
struct scene {
    const char *name, *words;
    const char *before; /* what stands there when the key may be pressed; */
    const char *first;  /* keys pressed before */
    const char *key, *after;
};

static const struct scene scenes[] = {
    {"the first start", "--seed 1", "At a party", "", "\r", "1 of 4"},
    {"practice", "practice -n 4 --seed 1", "New to you", "\r", "s", "The clue:"},
    {"climb", "climb --seed 1", "step 0", "", "s", "The clue:"},
    {"sort", "sort --seed 3 -b tests/screens/board.cfg", "s m: move", "", "s", "1 of "},
    {"sprint without a clock", "sprint --seed 1 --no-clock", "Not now", "\r", "s", "right"},
    {"exam without a clock", "exam -n 4 --minutes 5 --no-clock --seed 1", "Not now", "\r", "s",
     "2 of 4"},
};

static bool shows_after(struct screen *s, const void *arg)
{
    const struct scene *scene = arg;

    return screen_find(s, scene->after, NULL, NULL) || screen_find(s, "✗ that was", NULL, NULL);
}

static bool left_before(struct screen *s, const void *arg)
{
    return !screen_find(s, arg, NULL, NULL);
}

static void it_is_still_between_keys(void **state)
{
    const struct scene *scene = *state;
    struct play play = play_default();
    size_t before, after;

    play_command(&play, scene->words);
    assert_true(screen_wait_text(play.screen, scene->before));
    if (scene->first[0] != '\0') {
        screen_send(play.screen, scene->first);
        assert_true(screen_wait(play.screen, left_before, scene->before));
    }
    screen_send(play.screen, scene->key);
    assert_true(screen_wait(play.screen, shows_after, scene));
    screen_settle(play.screen);
    screen_output(play.screen, &before);
    screen_idle_cpu_ms(play.screen, PEACE_MS);
    screen_drain(play.screen);
    screen_output(play.screen, &after);
    play_end(&play);
    assert_int_equal(before, after);
}

int main(void)
{
    enum { SCENES = sizeof scenes / sizeof scenes[0] };
    struct CMUnitTest tests[SCENES];

    for (size_t i = 0; i < SCENES; i++)
        tests[i] = (struct CMUnitTest){.name = scenes[i].name,
                                       .test_func = it_is_still_between_keys,
                                       .initial_state = (void *)(uintptr_t)&scenes[i]};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
