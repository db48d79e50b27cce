/* Every bank in tests/bank/broken must be refused with exactly the complaints beside it.
 * NAME.cfg, or the folder NAME, is the bank; NAME.expected has the exit status on its first line
 * and then what faults_write says. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/xmalloc.h"
#include "io/bank_file.h"
#include "unit/golden.h"

#define FOLDER "tests/bank/broken"
#define SUFFIX ".expected"
enum { LIMIT_S = 20 };

/* What loading the bank at `path` comes to, in the form of an expected file. */
static void load(const char *path, struct str *out)
{
    const struct bank_layer layer = {path, false};
    struct faults faults = {0};
    struct err e = {0};
    struct bank *bank = bank_load(&layer, 1, NULL, &faults, &e);
    assert_true((bank == NULL) == (e.status != STATUS_OK));
    assert_true((bank == NULL) == (faults.errors > 0));
    str_addf(out, "%d\n", (int)e.status);
    faults_write(&faults, out);
    faults_free(&faults);
    bank_free(bank);
}

static void complains_as_expected(void **state)
{
    const char *name = *state;
    struct str path = {0}, expected = {0}, got = {0};
    struct stat status;
    str_addf(&path, FOLDER "/%s" SUFFIX, name);
    golden_read(str_text(&path), &expected);
    str_clear(&path);
    str_addf(&path, FOLDER "/%s.cfg", name);
    if (stat(str_text(&path), &status) != 0) {
        str_clear(&path);
        str_addf(&path, FOLDER "/%s", name);
    }
    alarm(LIMIT_S); /* a hang ends the program */
    load(str_text(&path), &got);
    alarm(0);
    assert_string_equal(str_text(&got), str_text(&expected));
    str_free(&path);
    str_free(&expected);
    str_free(&got);
}

int main(void)
{
    struct CMUnitTest *tests = NULL;
    size_t count = 0, cap = 0;
    DIR *folder = opendir(FOLDER);
    if (folder == NULL) {
        fputs("run this from the top of the tree\n", stderr);
        return 1;
    }
    for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
        size_t len = strlen(entry->d_name), suffix_len = strlen(SUFFIX);
        if (len <= suffix_len || strcmp(entry->d_name + len - suffix_len, SUFFIX) != 0)
            continue;
        struct str name = {0};
        str_addn(&name, entry->d_name, len - suffix_len);
        tests = xgrow(tests, count, &cap, sizeof *tests);
        tests[count++] = (struct CMUnitTest){
            .name = name.data, .test_func = complains_as_expected, .initial_state = name.data};
    }
    closedir(folder);
    /* the function behind the macro, which wants an array of fixed length */
    int failed = _cmocka_run_group_tests("broken banks", tests, count, NULL, NULL);
    for (size_t i = 0; i < count; i++)
        free(tests[i].initial_state);
    free(tests);
    return count == 0 ? 1 : failed;
}
