/* The sorted list of ids: finding, and telling duplicates. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/id_index.h"

static void finds_what_was_added_and_nothing_else(void **state)
{
    (void)state;
    static const char *const ids[] = {"pear", "apple", "plum", "fig", ""};
    struct id_index index = {0};
    assert_int_equal(id_index_find(&index, "apple"), -1);
    for (int i = 0; i < (int)ARRAY_LEN(ids); i++)
        id_index_add(&index, ids[i], i, (struct place){"a.cfg", i});
    id_index_sort(&index);
    for (int i = 0; i < (int)ARRAY_LEN(ids); i++)
        assert_int_equal(id_index_find(&index, ids[i]), i);
    assert_int_equal(id_index_find(&index, "a"), -1);
    assert_int_equal(id_index_find(&index, "zebra"), -1);
    id_index_free(&index);
    assert_null(index.entries);
}

static void the_first_of_equals_is_the_first_item(void **state)
{
    (void)state;
    struct id_index index = {0};
    id_index_add(&index, "b", 2, (struct place){"a.cfg", 20});
    id_index_add(&index, "a", 1, (struct place){"a.cfg", 10});
    id_index_add(&index, "b", 0, (struct place){"a.cfg", 5});
    id_index_add(&index, "b", 7, (struct place){"a.cfg", 70});
    id_index_sort(&index);
    assert_int_equal(id_index_find(&index, "b"), 0);
    int duplicates = 0;
    for (size_t n = 0; n < index.len; n++) {
        const struct id_entry *first = id_index_first(&index, n);
        duplicates += first != &index.entries[n];
        assert_int_equal(first->place.line, index.entries[n].id[0] == 'a' ? 10 : 5);
    }
    assert_int_equal(duplicates, 2);
    id_index_free(&index);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_what_was_added_and_nothing_else),
        cmocka_unit_test(the_first_of_equals_is_the_first_item),
    };
    return cmocka_run_group_tests_name("id_index", tests, NULL, NULL);
}
