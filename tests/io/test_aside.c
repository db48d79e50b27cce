/* Questions answered by a process of its own: answered, hanging, dying, dropped. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "io/aside.h"

enum { LONG_MS = 10000, SHORT_MS = 50 };

struct answer {
    int number;
    char text[100];
};

static void twice(void *context, void *answer)
{
    struct answer *out = answer;
    out->number = 2 * *(const int *)context;
    memcpy(out->text, "told", 5);
}

/* As a server does that never says anything. */
static void hang(void *context, void *answer)
{
    (void)context;
    (void)answer;
    for (;;)
        pause();
}

static void die(void *context, void *answer)
{
    (void)context;
    (void)answer;
    raise(SIGKILL);
}

static void an_answer_comes(void **state)
{
    (void)state;
    struct aside aside = {0};
    for (int number = 1; number < 4; number++) {
        struct answer answer = {0};
        assert_true(aside_ask(&aside, twice, &number, &answer, sizeof answer, LONG_MS));
        assert_int_equal(answer.number, 2 * number);
        assert_string_equal(answer.text, "told");
        assert_int_equal(aside.pid, 0);
    }
}

static void who_hangs_holds_nobody_up(void **state)
{
    (void)state;
    struct aside aside = {0};
    struct answer answer = {.number = 7};
    assert_false(aside_ask(&aside, hang, NULL, &answer, sizeof answer, SHORT_MS));
    int64_t pid = aside.pid;
    assert_true(pid > 0);
    assert_false(aside_ask(&aside, hang, NULL, &answer, sizeof answer, 0));
    assert_int_equal(aside.pid, pid); /* the same one is waited for */
    assert_int_equal(answer.number, 7);
    aside_drop(&aside);
    assert_int_equal(aside.pid, 0);
    assert_int_equal(kill((pid_t)pid, 0), -1); /* it is gone, and was waited for */
    aside_drop(&aside);
}

static void who_dies_gives_no_answer(void **state)
{
    (void)state;
    struct aside aside = {0};
    struct answer answer = {.number = 7};
    assert_false(aside_ask(&aside, die, NULL, &answer, sizeof answer, LONG_MS));
    assert_int_equal(aside.pid, 0);
    int number = 4;
    assert_true(aside_ask(&aside, twice, &number, &answer, sizeof answer, LONG_MS));
    assert_int_equal(answer.number, 8);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_answer_comes),
        cmocka_unit_test(who_hangs_holds_nobody_up),
        cmocka_unit_test(who_dies_gives_no_answer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
