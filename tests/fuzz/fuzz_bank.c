/* Feeds the bank loader any bytes: it must neither crash nor print what could act on a terminal,
 * and a bank it accepts must hold together.  libFuzzer's entry. */
#include "fuzz.h"
#include "io/bank_file.h"

static void check_text(const char *text, size_t max)
{
    must_be_kept(text);
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
    must_complain_in_lines(&faults);
    bank_free(bank);
    faults_free(&faults);
    return 0;
}
