/* Golden files: what was approved once, compared with what is there now; UPDATE=1 writes them anew,
 * and SHOWN=folder keeps what is there now in a folder and compares nothing. */
#ifndef SMQ_TESTS_GOLDEN_H
#define SMQ_TESTS_GOLDEN_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/str.h"

/* Appends the bytes of a file that must be there. */
static inline void golden_read(const char *path, struct str *out)
{
    char bytes[4096];
    size_t got;
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    while ((got = fread(bytes, 1, sizeof bytes, file)) > 0)
        str_addn(out, bytes, got);
    fclose(file);
}

static inline void golden_write(const char *path, const struct str *shown)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(str_text(shown), 1, shown->len, file), shown->len);
    assert_int_equal(fclose(file), 0);
}

static inline void golden_compare(const char *path, const struct str *shown)
{
    struct str golden = {0};
    if (getenv("SHOWN")) {
        str_addf(&golden, "%s/%s", getenv("SHOWN"), strrchr(path, '/') + 1);
        golden_write(str_text(&golden), shown);
        str_free(&golden);
        return;
    }
    if (getenv("UPDATE"))
        golden_write(path, shown);
    golden_read(path, &golden);
    if (strcmp(str_text(&golden), str_text(shown)) != 0)
        print_message("# %s differs; shown was:\n%s\n", path, str_text(shown));
    assert_string_equal(str_text(shown), str_text(&golden));
    assert_int_equal(shown->len, golden.len);
    str_free(&golden);
}

#endif
