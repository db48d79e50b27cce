/* How loading, progress and reports grow with what there is: banks of 500, 5,000 and 50,000
 * activities, stores of a thousand and a million answers.  SMQUIZ is the program, SEED=n other
 * texts, ONLY=banks|progress|reports; prints a line a benchmark and ends with a failure only when
 * one could not be measured. */
#include <errno.h>
#include <libconfig.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bench/growth_bank.h"
#include "bench/growth_pairs.h"
#include "bench/growth_store.h"
#include "io/bank_file.h"

enum { FILES_MAX = 16 };

/* A bank on disk and the same bytes in memory. */
struct grown {
    char folder[512];
    struct str files[FILES_MAX];
    int count, activities;
};

static bool write_file(const char *path, const struct str *text)
{
    FILE *file = fopen(path, "w");
    bool good = file && fwrite(text->data, 1, text->len, file) == text->len;
    if (file && fclose(file) != 0)
        good = false;
    if (!good)
        perror(path);
    return good;
}

static bool grow(struct grown *g, const char *folder, int activities, uint64_t seed)
{
    g->activities = activities;
    snprintf(g->folder, sizeof g->folder, "%s/bank-%d", folder, activities);
    bool good = mkdir(g->folder, 0700) == 0;
    while (good && g->count < FILES_MAX &&
           growth_bank_file(&g->files[g->count], activities, g->count, seed)) {
        char path[600];
        snprintf(path, sizeof path, "%s/%02d.cfg", g->folder, g->count);
        good = write_file(path, &g->files[g->count++]);
    }
    return good;
}

static void forget(struct grown *g)
{
    for (int i = 0; i < g->count; i++) {
        char path[600];
        snprintf(path, sizeof path, "%s/%02d.cfg", g->folder, i);
        unlink(path);
        str_free(&g->files[i]);
    }
    rmdir(g->folder);
}

/* The whole way from files to a bank, with every check. */
static bool load(void *context)
{
    const struct grown *g = context;
    const struct bank_layer layer = {g->folder, false};
    struct faults faults = {0};
    struct err e = {0};
    struct bank *bank = bank_load(&layer, 1, NULL, &faults, &e);
    bool good = bank && bank->activity_count == g->activities && faults.len == 0;
    if (!good) {
        struct str text = {0};
        faults_write(&faults, &text);
        fprintf(stderr, "%.2000s%s\n", str_text(&text), e.text);
        str_free(&text);
    }
    bank_free(bank);
    faults_free(&faults);
    return good;
}

/* The floor: libconfig alone over the same bytes. */
static bool parse(void *context)
{
    const struct grown *g = context;
    bool good = true;
    for (int i = 0; good && i < g->count; i++) {
        config_t config;
        config_init(&config);
        good = config_read_string(&config, str_text(&g->files[i])) == CONFIG_TRUE;
        config_destroy(&config);
    }
    return good;
}

static bool time_load(void *context, double *ms)
{
    return growth_time_apart(load, context, ms);
}

static bool time_parse(void *context, double *ms)
{
    return growth_time_apart(parse, context, ms);
}

static bool bench_banks(const char *folder, uint64_t seed)
{
    static const int sizes[] = {500, 5000, 50000};
    double ms[ARRAY_LEN(sizes)] = {0};
    bool good = true;
    for (size_t i = 0; i < ARRAY_LEN(sizes); i++) {
        struct grown g = {0};
        char name[64];
        snprintf(name, sizeof name, "a bank of %d activities: loading it", sizes[i]);
        struct growth_pair pair = {name, time_load, time_parse, &g, &g, 1.4};
        good = grow(&g, folder, sizes[i], seed) && growth_compare(&pair, &ms[i]) && good;
        forget(&g);
    }
    printf("%-44s %9.2f us %9.2f us %9.2f us\n", "  each activity of the three",
           ms[0] * 1e3 / sizes[0], ms[1] * 1e3 / sizes[1], ms[2] * 1e3 / sizes[2]);
    return good;
}

/* Whether the part of this name is asked for. */
static bool wanted(const char *part)
{
    const char *only = getenv("ONLY");
    return !only || !*only || strcmp(only, part) == 0;
}

int main(void)
{
    const char *tmp = getenv("TMPDIR"), *seed = getenv("SEED"), *program = getenv("SMQUIZ");
    char folder[256];
    snprintf(folder, sizeof folder, "%s/smquiz-growth-XXXXXX", tmp && *tmp ? tmp : "/tmp");
    if (!program || !mkdtemp(folder)) {
        fprintf(stderr, "growth: %s\n", program ? strerror(errno) : "SMQUIZ names the program");
        return 1;
    }
    bool good = true;
    growth_head();
    if (wanted("banks"))
        good = bench_banks(folder, seed ? strtoull(seed, NULL, 10) : 1) && good;
    if (wanted("progress") || wanted("reports"))
        good = growth_stores(program, folder, wanted("progress"), wanted("reports")) && good;
    rmdir(folder);
    return good ? 0 : 1;
}
