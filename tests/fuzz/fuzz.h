/* What all fuzz targets share: libFuzzer's entry, what must hold, and that a complaint is text any
 * terminal may be given. */
#ifndef SMQ_TESTS_FUZZ_H
#define SMQ_TESTS_FUZZ_H

#include <stdlib.h>
#include <string.h>

#include "core/err.h"
#include "core/fault.h"
#include "core/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Ends the program when something does not hold: libFuzzer keeps the input. */
static inline void must(bool holds)
{
    if (!holds)
        abort();
}

/* One line of text that any terminal may be given. */
static inline void must_be_shown(const char *text, size_t len)
{
    must(text_examine(text, len, NULL) == TEXT_OK);
}

/* A text that may be kept: what shows it leaves out what is invisible. */
static inline void must_be_kept(const char *text)
{
    enum text_fault fault = text_examine(text, strlen(text), NULL);
    must(fault == TEXT_OK || fault == TEXT_INVISIBLE);
}

/* Lines of text that any terminal may be given; returns how many. */
static inline size_t must_be_lines(const char *text)
{
    size_t lines = 0;
    for (; *text != '\0'; lines++) {
        size_t len = strcspn(text, "\n");
        must_be_shown(text, len);
        must(text[len] == '\n');
        text += len + 1;
    }
    return lines;
}

/* A complaint of one sentence. */
static inline void must_complain(const struct err *e)
{
    must(e->status != STATUS_OK && *e->text);
    must_be_shown(e->text, strlen(e->text));
}

/* Complaints, one a line. */
static inline void must_complain_in_lines(const struct faults *faults)
{
    struct str said = {0};
    faults_write(faults, &said);
    size_t all = faults->errors + faults->warnings;
    must(faults->len <= all && (faults->len == all || all > FAULTS_MAX));
    must(must_be_lines(str_text(&said)) == faults->len + (faults->len < all));
    str_free(&said);
}

#endif
