/* A result card for tests: a passed exam, and texts of random characters. */
#ifndef SMQ_TESTS_CARD_FIXTURE_H
#define SMQ_TESTS_CARD_FIXTURE_H

#include "core/result_card.h"
#include "core/rng.h"

enum { CARD_DAY = 20780 };

static inline struct bank card_bank(void)
{
    static uint64_t fingerprint = UINT64_C(0x3f2a9c1d00000000);
    return (struct bank){.id = "core",
                         .title = "Sales or marketing?",
                         .side_name = {"Sales", "Marketing"},
                         .fingerprint = &fingerprint};
}

static inline struct result_card card_of_anna(const struct bank *bank)
{
    return (struct result_card){.name = "Anna Berg",
                                .mode = "Exam",
                                .day = CARD_DAY,
                                .result = "Passed: 18 of 20 right; it takes 16.",
                                .note = "Taken in 14 minutes.",
                                .bank = bank};
}

/* Fills `text` with at most `most` characters of all widths, some of them XML's own. */
static inline void card_random_text(struct rng *rng, struct str *text, uint32_t most)
{
    static const char *const characters[] = {"a", "i", "W", " ", "ß",  "山", "é", "e\xcc\x81",
                                             "<", ">", "&", "'", "\"", "👩",  "€", "-"};
    str_clear(text);
    str_add(text, "x");
    for (uint32_t i = rng_below(rng, most); i > 0; i--)
        str_add(text, characters[rng_below(rng, ARRAY_LEN(characters))]);
}

#endif
