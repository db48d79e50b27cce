/* Files that must be new: written whole, never over anything, and a check that leaves nothing. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "io/create.h"

enum { PATH_SIZE = 512 };

struct place {
    char folder[PATH_SIZE], file[PATH_SIZE + 16];
};

static int make_place(void **state)
{
    struct place *p = calloc(1, sizeof *p);
    const char *tmp = getenv("TMPDIR");
    snprintf(p->folder, sizeof p->folder, "%s/smquiz-create-XXXXXX", tmp && *tmp ? tmp : "/tmp");
    if (!mkdtemp(p->folder))
        return -1;
    snprintf(p->file, sizeof p->file, "%s/card.svg", p->folder);
    *state = p;
    return 0;
}

static int remove_place(void **state)
{
    struct place *p = *state;
    unlink(p->file);
    int left = rmdir(p->folder); /* fails when anything else is there */
    free(p);
    return left;
}

static void assert_content(const char *path, const char *expected)
{
    char found[64] = "";
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    assert_int_equal(fread(found, 1, sizeof found - 1, file), strlen(expected));
    fclose(file);
    assert_string_equal(found, expected);
}

static void a_new_file_is_written_whole(void **state)
{
    struct place *p = *state;
    struct err e = {0};
    assert_true(create_check(p->file, &e));
    assert_int_equal(unlink(p->file), -1); /* the check left nothing */
    assert_true(create_file(p->file, "anna", 4, &e));
    assert_content(p->file, "anna");
}

static void what_is_there_is_left_alone(void **state)
{
    struct place *p = *state;
    struct err e = {0}, same = {0};
    assert_true(create_file(p->file, "first", 5, &e));
    assert_false(create_check(p->file, &e));
    assert_int_equal(e.status, STATUS_CANT_CREATE);
    assert_non_null(strstr(e.text, "card.svg is there already"));
    assert_false(create_file(p->file, "second", 6, &same));
    assert_string_equal(e.text, same.text);
    assert_content(p->file, "first");
}

static void a_symlink_that_leads_nowhere_is_there_too(void **state)
{
    struct place *p = *state;
    struct err e = {0};
    assert_int_equal(symlink("nowhere", p->file), 0);
    assert_false(create_check(p->file, &e));
    assert_false(create_file(p->file, "anna", 4, &e));
    struct stat found;
    assert_int_equal(lstat(p->file, &found), 0);
    assert_true(S_ISLNK(found.st_mode));
}

static void a_folder_that_is_not_there_is_said(void **state)
{
    struct place *p = *state;
    struct err e = {0};
    char path[sizeof p->file + 16];
    snprintf(path, sizeof path, "%s/card.txt", p->file);
    assert_false(create_check(path, &e));
    assert_int_equal(e.status, STATUS_CANT_CREATE);
    assert_non_null(strstr(e.text, "could not be written"));
    assert_false(create_check("", &e));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_new_file_is_written_whole, make_place, remove_place),
        cmocka_unit_test_setup_teardown(what_is_there_is_left_alone, make_place, remove_place),
        cmocka_unit_test_setup_teardown(a_symlink_that_leads_nowhere_is_there_too, make_place,
                                        remove_place),
        cmocka_unit_test_setup_teardown(a_folder_that_is_not_there_is_said, make_place,
                                        remove_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
