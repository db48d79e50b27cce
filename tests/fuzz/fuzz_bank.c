/* Feeds the bank loader any bytes: it must neither crash nor print what could act on a terminal,
 * and a bank it accepts must hold together.  libFuzzer's entry; start it on tests/bank/good,
 * tests/bank/broken and questions as corpus. */
#include <stdlib.h>
#include <string.h>

#include "core/text.h"
#include "io/bank_file.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool holds)
{
    if (!holds)
        abort();
}

/* Complaints are lines of text that any terminal may be given. */
static void check_complaints(const struct faults *faults)
{
    struct str said = {0};
    faults_write(faults, &said);
    size_t lines = 0;
    for (const char *line = str_text(&said); *line != '\0'; lines++) {
        size_t len = strcspn(line, "\n");
        enum text_fault fault = text_examine(line, len, NULL);
        must(fault == TEXT_OK);
        must(line[len] == '\n');
        line += len + 1;
    }
    must(lines == faults->len);
    must(faults->len == faults->errors + faults->warnings);
    str_free(&said);
}

static void check_text(const char *text, size_t max)
{
    enum text_fault fault = text_examine(text, strlen(text), NULL);
    must(fault == TEXT_OK || fault == TEXT_INVISIBLE);
    must(text_length(text) <= max);
}

static void check_bank(const struct bank *bank)
{
    int sides[SIDE_COUNT] = {0};
    must(bank->activity_count > 0);
    check_text(bank->title, BANK_TITLE_MAX);
    for (int i = 0; i < bank->activity_count; i++) {
        const struct activity *a = &bank->activities[i];
        const struct scenario *s = &bank->scenarios[a->scenario];
        must(bank_find_activity(bank, a->ref) == i);
        must(i >= s->first && i < s->first + s->count);
        must(a->side != SIDE_NONE);
        must(a->principle >= 0 && a->principle < bank->principle_count);
        must(s->level >= 1 && s->level <= BANK_LEVEL_MAX);
        check_text(a->text, BANK_ACTIVITY_MAX);
        check_text(a->why, BANK_WHY_MAX);
        check_text(s->situation, BANK_SITUATION_MAX);
        sides[a->side] += !a->dropped;
        int sibling = bank_sibling(bank, i);
        must(sibling < 0 || (bank->activities[sibling].side != a->side &&
                             bank->activities[sibling].scenario == a->scenario));
    }
    must(sides[SIDE_SALES] + sides[SIDE_MARKETING] > 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct faults faults = {0};
    struct err e = {0};
    const char *bytes = size == 0 ? "" : (const char *)data;
    struct bank *bank = bank_load_bytes("fuzz.cfg", bytes, size, &faults, &e);
    must((bank == NULL) == (faults.errors > 0));
    must((bank == NULL) == (e.status != STATUS_OK));
    if (bank != NULL)
        check_bank(bank);
    check_complaints(&faults);
    bank_free(bank);
    faults_free(&faults);
    return 0;
}
