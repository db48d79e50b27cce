/* Writes banks of any size: invented scenarios in the shape and the lengths of the shipped bank. */
#include "bench/growth_bank.h"

#include <string.h>

#include "core/bank.h"
#include "core/rng.h"

enum { PRINCIPLES = 16, SETTINGS = 12, QUESTIONS = 4, SCENARIO_ACTIVITIES = 4 };

static const char *const words[] = {
    "a",         "the",      "for",      "with",      "of",      "to",       "and",      "one",
    "about",     "buyer",    "audience", "price",     "letter",  "hotel",    "bakery",   "offer",
    "market",    "customer", "stand",    "newspaper", "rye",     "drawing",  "meeting",  "survey",
    "agrees",    "writing",  "asking",   "showing",   "posting", "counting", "director", "cook",
    "household", "district", "voucher",  "contract",  "Friday",  "twelve",   "three",    "hundred",
    "before",    "after",    "whose",    "which",     "kitchen", "hospital", "software", "radio"};

/* Appends words up to `len` bytes, at least one. */
static void add_words(struct str *out, struct rng *rng, size_t len)
{
    size_t start = out->len;
    const char *word = words[rng_below(rng, ARRAY_LEN(words))];
    while (out->len == start || out->len - start + strlen(word) + 1 <= len) {
        if (out->len > start)
            str_addc(out, ' ');
        str_add(out, word);
        word = words[rng_below(rng, ARRAY_LEN(words))];
    }
}

/* A member with a text of `least` to `most` bytes. */
static void add_text(struct str *out, struct rng *rng, const char *name, unsigned least,
                     unsigned most)
{
    str_addf(out, "%s = \"", name);
    add_words(out, rng, least + rng_below(rng, most - least + 1));
    str_add(out, ".\"; ");
}

static void add_head(struct str *out, struct rng *rng)
{
    str_add(out, "bank = { id = \"grown\"; title = \"Grown\"; language = \"en\"; "
                 "license = \"CC0-1.0\"; };\nsides = {\n  sales = { name = \"Sales\"; ");
    add_text(out, rng, "definition", 200, 300);
    str_add(out, "};\n  marketing = { name = \"Marketing\"; ");
    add_text(out, rng, "definition", 200, 300);
    str_add(out, "};\n};\nquestions = (");
    for (int i = 0; i < QUESTIONS; i++)
        str_addf(out, "%s\n  { id = \"question-%d\"; title = \"Question %d?\"; }", i ? "," : "", i,
                 i);
    str_add(out, "\n);\nprinciples = (");
    for (int i = 0; i < PRINCIPLES; i++) {
        str_addf(out, "%s\n  { id = \"principle-%d\"; question = \"question-%d\"; ", i ? "," : "",
                 i, i % QUESTIONS);
        add_text(out, rng, "title", 30, 50);
        add_text(out, rng, "rule", 60, 120);
        add_text(out, rng, "sales", 60, 120);
        add_text(out, rng, "marketing", 60, 120);
        add_text(out, rng, "mixup", 60, 120);
        add_text(out, rng, "source", 30, 60);
        str_add(out, "}");
    }
    str_add(out, "\n);\n");
}

/* An activity; its cue is the beginning of its text, two in three have a source. */
static void add_activity(struct str *out, struct rng *rng, int number)
{
    struct str text = {0};
    add_words(&text, rng, 55 + rng_below(rng, 40));
    str_addf(out, "%s      { id = \"act-%d\"; side = \"%s\";\n        text = \"%s\";\n",
             number ? ",\n" : "", number, side_id((enum side)(number % SIDE_COUNT)),
             str_text(&text));
    str_addf(out, "        cue = \"%.*s\";\n        ", (int)(text.len / 3), str_text(&text));
    add_text(out, rng, "why", 60, 90);
    if (rng_below(rng, 3) > 0)
        str_addf(out, "\n        source = \"O*NET 41-%u.00/%u\"; ", 1000 + rng_below(rng, 9000),
                 rng_below(rng, 99999));
    str_add(out, "}");
    str_free(&text);
}

static void add_scenario(struct str *out, struct rng *rng, int number, int activities)
{
    str_addf(out, "  {\n    id = \"scenario-%d\";\n    ", number);
    add_text(out, rng, "situation", 60, 90);
    str_addf(out, "\n    principle = \"principle-%d\"; level = %d; setting = \"setting-%d\";\n    ",
             number % PRINCIPLES, 1 + number % BANK_LEVEL_MAX, number % SETTINGS);
    add_text(out, rng, "together", 80, 120);
    str_add(out, "\n    activities = (\n");
    for (int i = 0; i < activities; i++)
        add_activity(out, rng, i);
    str_add(out, "\n    );\n  }");
}

bool growth_bank_file(struct str *out, int activities, int number, uint64_t seed)
{
    struct rng rng = rng_seeded(seed + (uint64_t)number);
    int first = number * GROWTH_FILE_ACTIVITIES, end = first + GROWTH_FILE_ACTIVITIES;
    if (first >= activities)
        return false;
    if (number == 0)
        add_head(out, &rng);
    str_add(out, "scenarios = (\n");
    for (int at = first; at < end && at < activities; at += SCENARIO_ACTIVITIES) {
        str_add(out, at > first ? ",\n" : "");
        add_scenario(out, &rng, at / SCENARIO_ACTIVITIES, SCENARIO_ACTIVITIES);
    }
    str_add(out, "\n);\n");
    return true;
}
