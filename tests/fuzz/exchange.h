/* What the fuzz targets of exchange formats share: what a reader takes must come out as a bank file
 * that can be read. */
#ifndef SMQ_TESTS_FUZZ_EXCHANGE_H
#define SMQ_TESTS_FUZZ_EXCHANGE_H

#include "core/bank_write.h"
#include "core/conf_scan.h"
#include "core/conf_text.h"
#include "core/exchange_gather.h"
#include "fuzz.h"
#include "io/bank_file.h"

typedef void exchange_reader(const char *bytes, size_t len, const char *file,
                             const char *const names[SIDE_COUNT], struct exchange *out,
                             struct faults *faults);

static const char exchange_frame[] =
    "bank = { id = \"fuzz\"; title = \"Fuzz\"; };\n"
    "sides = { sales = { name = \"Sales\"; }; marketing = { name = \"Marketing\"; }; };\n"
    "principles = ( { id = \"p\"; title = \"P\"; rule = \"R\"; } );\n";

/* Scenarios follow one another, have both sides, and everything in them a name and a place. */
static inline void check_draft(const struct draft *add)
{
    int next = 0;
    for (size_t i = 0; i < add->scenario_count; i++) {
        const struct draft_scenario *s = &add->scenarios[i];
        int sides[SIDE_COUNT + 1] = {0};
        must(s->first == next && s->count >= SIDE_COUNT);
        must(s->id.text != NULL && s->principle.text != NULL && s->place.line > 0);
        for (int n = s->first; n < s->first + s->count; n++) {
            const struct draft_activity *a = &add->activities[n];
            must(a->id.text != NULL && *a->text.text != '\0' && a->place.line > 0);
            sides[side_from_id(a->side.text)]++;
        }
        must(sides[SIDE_SALES] > 0 && sides[SIDE_MARKETING] > 0 && sides[SIDE_NONE] == 0);
        next += s->count;
    }
    must((size_t)next == add->activity_count);
}

/* The records as a bank file: it can be read, and has all of them unless it has faults. */
static inline void check_written(const struct draft *add)
{
    struct str text = {0};
    struct faults faults = {0};
    struct err e = {0};
    bank_write(exchange_frame, strlen(exchange_frame), add, &text);
    must(conf_scan(text.data, text.len, "new", &faults));
    struct bank *bank = bank_load_bytes("new", text.data, text.len, &faults, &e);
    must(bank == NULL || ((size_t)bank->scenario_count == add->scenario_count &&
                          (size_t)bank->activity_count == add->activity_count));
    bank_free(bank);
    faults_free(&faults);
    str_free(&text);
}

static inline void check_exchange(exchange_reader *read, const uint8_t *data, size_t size)
{
    const char *bytes = size == 0 ? "" : (const char *)data;
    static const char *const names[SIDE_COUNT] = {"Sales", "Marketing"};
    struct exchange items = {0};
    struct draft known = {0}, add = {0};
    struct faults faults = {0};
    if (conf_text_check(bytes, size, "fuzz", &faults)) {
        read(bytes, size, "fuzz", names, &items, &faults);
        exchange_gather(&items, &known, "p", &add, &faults);
        must(items.refused == 0 || faults.errors > 0);
    }
    if (faults.errors == 0) {
        check_draft(&add);
        check_written(&add);
    }
    must_complain_in_lines(&faults);
    faults_free(&faults);
    draft_free(&add);
    exchange_free(&items);
}

#endif
