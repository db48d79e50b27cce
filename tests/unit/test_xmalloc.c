/* Allocation and arenas: zeroed, aligned, growing; an impossible size ends the program. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/xmalloc.h"

static void nothing_is_not_null(void **state)
{
    (void)state;
    void *none = xcalloc(0, 8);
    assert_non_null(none);
    none = xrealloc(none, 0, 0);
    assert_non_null(none);
    free(none);
}

static void grows_and_keeps(void **state)
{
    (void)state;
    int *items = NULL;
    size_t cap = 0;
    for (size_t len = 0; len < 10000; len++) {
        items = xgrow(items, len, &cap, sizeof *items);
        assert_true(cap > len);
        items[len] = (int)len * 3;
    }
    for (size_t i = 0; i < 10000; i++)
        assert_int_equal(items[i], (int)i * 3);
    assert_true(cap <= 20000);
    free(items);
}

static void overflow_aborts(void **state)
{
    (void)state;
    pid_t child = fork();
    if (child == 0) {
        struct rlimit none = {0};
        setrlimit(RLIMIT_CORE, &none);
        free(xrealloc(NULL, SIZE_MAX / 2, 4));
        _exit(0);
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT);
}

static void arena_is_zeroed_aligned_and_apart(void **state)
{
    (void)state;
    struct arena a = {0};
    unsigned char *blocks[300];
    size_t sizes[300];
    for (size_t i = 0; i < 300; i++) {
        sizes[i] = i % 50 == 49 ? 200000 : i * 37 % 1000 + 1;
        char *text = arena_copy(&a, "spoils alignment", i % 16);
        assert_int_equal(strlen(text), i % 16);
        blocks[i] = arena_alloc(&a, sizes[i]);
        assert_int_equal((uintptr_t)blocks[i] % _Alignof(max_align_t), 0);
        for (size_t j = 0; j < sizes[i]; j++)
            assert_int_equal(blocks[i][j], 0);
        memset(blocks[i], (int)(i % 255) + 1, sizes[i]);
    }
    for (size_t i = 0; i < 300; i++)
        for (size_t j = 0; j<sizes[i]; j += sizes[i]> 1 ? sizes[i] - 1 : 1)
            assert_int_equal(blocks[i][j], i % 255 + 1);
    arena_free(&a);
    assert_null(a.head);
    assert_string_equal(arena_copy(&a, "usable again", 6), "usable");
    assert_string_equal(arena_copy(&a, NULL, 0), "");
    arena_free(&a);
    arena_free(&a);
}

static void arenas_join(void **state)
{
    (void)state;
    struct arena a = {0}, b = {0}, none = {0};
    char *first = arena_copy(&a, "first", 5), *second = arena_copy(&b, "second", 6);
    memset(arena_alloc(&b, 200000), 'x', 200000);
    arena_join(&a, &none);
    arena_join(&a, &b);
    assert_null(b.head);
    arena_join(&none, &a);
    assert_null(a.head);
    assert_string_equal(first, "first");
    assert_string_equal(second, "second");
    assert_string_equal(arena_copy(&none, "third", 5), "third");
    arena_free(&none);
    arena_free(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_not_null), cmocka_unit_test(grows_and_keeps),
        cmocka_unit_test(overflow_aborts),     cmocka_unit_test(arena_is_zeroed_aligned_and_apart),
        cmocka_unit_test(arenas_join),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
