/* Whatever strangers put into banks, sessions, results, stores, names, arguments and the
 * environment: the program ends soon, with little memory and a status of the manual, says why in
 * lines that name the file and the line where there is one, and nothing that could act on a
 * terminal comes out of it, on a screen or in a file.  Prints TAP; SMQUIZ is the program.  In `make
 * check` by chance (SEED=n repeats), with HOSTILE=all everything there is. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "rows.h"
#include "stage.h"

enum { TRIES = 3, SMALL_MISHAPS = 9 };

struct trial {
    struct stage_folder stage;
    struct rng rng;
    bool all;
};

static const char *name_of_bad(enum kind kind)
{
    static const char *const names[KIND_COUNT] = {"bad.cfg", "bad.gift",  "bad.csv",
                                                  "bad.cfg", "bad.jsonl", "bad.cfg"};
    return names[kind];
}

/* Tries the entry with a file of these bytes. */
static bool try_file(struct trial *t, const struct entry *entry, const char *name,
                     const struct str *bytes, const char *what, bool names_its_place)
{
    struct attempt attempt = {.entry = entry, .names_its_place = names_its_place};
    str_add(&attempt.what, what);
    str_add(&attempt.name, name);
    stage_write(&t->stage, name, bytes);
    stage_reset(&t->stage, &attempt);
    bool good = stage_try(&t->stage, &attempt);
    str_free(&attempt.what);
    str_free(&attempt.name);
    return good;
}

/* What is good is taken: else the entry asks nothing. */
static bool try_good(struct trial *t, const struct entry *entry)
{
    struct attempt attempt = {.entry = entry, .is_good = true};
    struct str bytes = {0};
    str_add(&attempt.what, "a good one");
    if (entry->inlet == INLET_FILE) {
        str_add(&attempt.name, name_of_bad(entry->kind));
        world_file(entry->kind, -1, NULL, WRITING_PLAIN, &bytes);
        stage_write(&t->stage, str_text(&attempt.name), &bytes);
    }
    stage_reset(&t->stage, &attempt);
    bool good = stage_try(&t->stage, &attempt);
    str_free(&attempt.what);
    str_free(&attempt.name);
    str_free(&bytes);
    return good;
}

static bool try_payload_in_file(struct trial *t, const struct entry *entry, int place,
                                const struct payload *payload, enum writing writing)
{
    struct str bytes = {0}, what = {0};
    world_file(entry->kind, place, payload, writing, &bytes);
    str_addf(&what, "%s%s in place %d of the %s", payload->name,
             writing == WRITING_PLAIN ? "" : " as escapes", place, kind_name(entry->kind));
    bool good =
        try_file(t, entry, name_of_bad(entry->kind), &bytes, what.data, entry->kind != KIND_RESULT);
    str_free(&bytes);
    str_free(&what);
    return good;
}

static bool try_payload_in_store(struct trial *t, const struct entry *entry, int place,
                                 const struct payload *payload)
{
    struct attempt attempt = {.entry = entry};
    struct str path = {0};
    str_addf(&attempt.what, "%s in place %d of a row", payload->name, place);
    stage_reset(&t->stage, &attempt);
    stage_store(&t->stage, &path);
    rows_write(path.data, place, payload);
    bool good = stage_try(&t->stage, &attempt);
    str_free(&path);
    str_free(&attempt.what);
    return good;
}

/* The payload as a word, a line or a variable, or in a name of a good file. */
static bool try_payload_as_text(struct trial *t, const struct entry *entry,
                                const struct payload *payload)
{
    struct attempt attempt = {.entry = entry};
    struct str good_file = {0};
    str_add(&attempt.what, payload->name);
    str_addn(&attempt.text, payload->bytes, payload->len);
    if (entry->inlet == INLET_NAME) {
        for (size_t i = 0; i < payload->len; i++)
            str_addc(&attempt.name, payload->bytes[i] == '/' ? '_' : payload->bytes[i]);
        world_file(entry->kind, -1, NULL, WRITING_PLAIN, &good_file);
        stage_write(&t->stage, attempt.name.data, &good_file);
    }
    stage_reset(&t->stage, &attempt);
    bool good = stage_try(&t->stage, &attempt);
    str_free(&good_file);
    str_free(&attempt.what);
    str_free(&attempt.text);
    str_free(&attempt.name);
    return good;
}

static bool try_payload(struct trial *t, const struct entry *entry, int place,
                        const struct payload *payload, enum writing writing)
{
    if (entry->inlet == INLET_FILE)
        return try_payload_in_file(t, entry, place, payload, writing);
    if (entry->inlet == INLET_STORE)
        return try_payload_in_store(t, entry, place, payload);
    return try_payload_as_text(t, entry, payload);
}

static int places_of(const struct entry *entry)
{
    return entry->inlet == INLET_FILE    ? world_places(entry->kind)
           : entry->inlet == INLET_STORE ? rows_places()
                                         : 1;
}

static bool can_escape(const struct entry *entry)
{
    return entry->inlet == INLET_FILE && kind_writing(entry->kind) != WRITING_PLAIN;
}

/* Every payload in every place in every writing. */
static bool try_all_payloads(struct trial *t, const struct entry *entry)
{
    bool good = true;
    for (int place = 0; place < places_of(entry); place++) {
        for (size_t i = 0; i < payload_count; i++) {
            good = try_payload(t, entry, place, &payloads[i], WRITING_PLAIN) && good;
            if (can_escape(entry))
                good =
                    try_payload(t, entry, place, &payloads[i], kind_writing(entry->kind)) && good;
        }
    }
    return good;
}

static bool try_some_payloads(struct trial *t, const struct entry *entry)
{
    bool good = true;
    for (int i = 0; i < TRIES; i++) {
        int place = (int)rng_below(&t->rng, (uint32_t)places_of(entry));
        const struct payload *payload = &payloads[rng_below(&t->rng, (uint32_t)payload_count)];
        bool escaped = can_escape(entry) && rng_below(&t->rng, 2);
        good = try_payload(t, entry, place, payload,
                           escaped ? kind_writing(entry->kind) : WRITING_PLAIN) &&
               good;
    }
    return good;
}

static bool try_mishap(struct trial *t, const struct entry *entry, const struct mishap *mishap)
{
    struct str whole = {0}, bytes = {0};
    world_file(entry->kind, -1, NULL, WRITING_PLAIN, &whole);
    mishap->make(&whole, &t->rng, &bytes);
    bool good = try_file(t, entry, name_of_bad(entry->kind), &bytes, mishap->name, false);
    str_free(&whole);
    str_free(&bytes);
    return good;
}

static bool try_heavy(struct trial *t, const struct entry *entry, const struct heavy *heavy)
{
    struct str bytes = {0};
    heavy->make(&bytes);
    bool good = try_file(t, entry, name_of_bad(entry->kind), &bytes, heavy->name, false);
    str_free(&bytes);
    return good;
}

static bool try_heavy_rows(struct trial *t, const struct entry *entry,
                           const struct rows_heavy *heavy)
{
    struct attempt attempt = {.entry = entry};
    struct str path = {0};
    str_add(&attempt.what, heavy->name);
    stage_reset(&t->stage, &attempt);
    stage_store(&t->stage, &path);
    heavy->make(path.data);
    bool good = stage_try(&t->stage, &attempt);
    str_free(&path);
    str_free(&attempt.what);
    return good;
}

/* Whole files gone wrong, and heavy ones: `first` says that no entry before took such files. */
static bool try_files(struct trial *t, const struct entry *entry, bool first)
{
    bool good = true;
    for (size_t i = 0; i < mishap_count && entry->inlet == INLET_FILE; i++)
        if (t->all ||
            (i < SMALL_MISHAPS ? rng_below(&t->rng, 6) == 0 : first && rng_below(&t->rng, 10) == 0))
            good = try_mishap(t, entry, &mishaps[i]) && good;
    for (size_t i = 0; i < heavy_count && entry->inlet == INLET_FILE; i++)
        if (heavies[i].kind == entry->kind && (t->all || (first && rng_below(&t->rng, 4) == 0)))
            good = try_heavy(t, entry, &heavies[i]) && good;
    for (size_t i = 0; i < rows_heavy_count && entry->inlet == INLET_STORE; i++)
        if (t->all || (first && rng_below(&t->rng, 8) == 0))
            good = try_heavy_rows(t, entry, &rows_heavies[i]) && good;
    return good;
}

static bool is_first(const struct entry *entry)
{
    for (const struct entry *before = entries; before < entry; before++)
        if (before->inlet == entry->inlet && before->kind == entry->kind)
            return false;
    return true;
}

int main(void)
{
    struct trial t = {0};
    const char *seed = getenv("SEED"), *how = getenv("HOSTILE"), *program = getenv("SMQUIZ");
    const char *only = getenv("ONLY"); /* entries with these words in them */
    uint64_t number = seed ? strtoull(seed, NULL, 10) : (uint64_t)time(NULL);
    int failed = 0, count = 0;
    if (!program) {
        fputs("SMQUIZ is not set: run make check\n", stderr);
        return 1;
    }
    printf("# SEED=%llu\n", (unsigned long long)number);
    t.rng = rng_seeded(number);
    t.all = how && strcmp(how, "all") == 0;
    stage_open(&t.stage, program);
    for (size_t i = 0; i < entry_count; i++) {
        const struct entry *entry = &entries[i];
        if (only && !strstr(entry->commands, only))
            continue;
        bool good = t.all ? try_all_payloads(&t, entry) : try_some_payloads(&t, entry);
        if (entry->inlet == INLET_FILE || entry->inlet == INLET_STORE)
            good = try_good(&t, entry) && good;
        good = try_files(&t, entry, is_first(entry)) && good;
        printf("%s %d - %s%s%s\n", good ? "ok" : "not ok", ++count, entry->commands,
               entry->inlet == INLET_VARIABLE ? " with " : "",
               entry->inlet == INLET_VARIABLE ? entry->detail : "");
        fflush(stdout);
        failed += !good;
    }
    printf("1..%d\n# %d tries; the longest took %.2f s (%s), the largest %ld MB (%s)\n", count,
           t.stage.tries, t.stage.worst_seconds, str_text(&t.stage.slowest),
           t.stage.worst_kb / 1024, str_text(&t.stage.largest));
    stage_close(&t.stage);
    return failed != 0;
}
