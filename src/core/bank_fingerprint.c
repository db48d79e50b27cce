/* One number for a bank's content: a hash over its fields in a fixed order. */
#include "core/bank_fingerprint.h"

#include "core/hash.h"

/* Numbers are hashed byte by byte, so that every machine gets the same. */
static uint64_t hash_number(uint64_t hash, int number)
{
    uint32_t value = (uint32_t)number;
    unsigned char bytes[4] = {(unsigned char)(value & 0xff), (unsigned char)(value >> 8 & 0xff),
                              (unsigned char)(value >> 16 & 0xff), (unsigned char)(value >> 24)};
    return hash_bytes(hash, bytes, sizeof bytes);
}

static uint64_t hash_texts(uint64_t hash, const char *const *texts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        hash = hash_text(hash, texts[i]);
    return hash;
}
#define HASH_TEXTS(hash, ...)                            \
    hash_texts(hash, (const char *const[]){__VA_ARGS__}, \
               ARRAY_LEN(((const char *const[]){__VA_ARGS__})))

static uint64_t hash_activity(uint64_t hash, const struct activity *a)
{
    hash = HASH_TEXTS(hash, a->id, a->text, a->cue, a->why, a->source);
    hash = hash_number(hash, (int)a->side);
    hash = hash_number(hash, a->principle);
    return hash_number(hash, a->dropped);
}

static uint64_t hash_scenario(uint64_t hash, const struct bank *bank, const struct scenario *s)
{
    hash = HASH_TEXTS(hash, s->id, s->situation, s->setting, s->together);
    hash = hash_number(hash, s->principle);
    hash = hash_number(hash, s->level);
    hash = hash_number(hash, s->count);
    for (int i = s->first; i < s->first + s->count; i++)
        hash = hash_activity(hash, &bank->activities[i]);
    return hash;
}

static uint64_t hash_bank(const struct bank *bank)
{
    uint64_t hash =
        HASH_TEXTS(HASH_START, bank->id, bank->title, bank->language, bank->license,
                   bank->side_name[SIDE_SALES], bank->side_name[SIDE_MARKETING],
                   bank->side_definition[SIDE_SALES], bank->side_definition[SIDE_MARKETING]);
    hash = hash_number(hash, bank->question_count);
    for (int i = 0; i < bank->question_count; i++)
        hash = HASH_TEXTS(hash, bank->questions[i].id, bank->questions[i].title);
    hash = hash_number(hash, bank->principle_count);
    for (int i = 0; i < bank->principle_count; i++) {
        const struct principle *p = &bank->principles[i];
        hash = HASH_TEXTS(hash, p->id, p->title, p->rule, p->looks[SIDE_SALES],
                          p->looks[SIDE_MARKETING], p->mixup, p->source);
        hash = hash_number(hash, p->question);
    }
    hash = hash_number(hash, bank->scenario_count);
    for (int i = 0; i < bank->scenario_count; i++)
        hash = hash_scenario(hash, bank, &bank->scenarios[i]);
    hash = hash_number(hash, bank->discussion_count);
    for (int i = 0; i < bank->discussion_count; i++) {
        const struct discussion *d = &bank->discussions[i];
        hash = HASH_TEXTS(hash, d->id, d->activity, d->for_side[SIDE_SALES],
                          d->for_side[SIDE_MARKETING], d->depends);
    }
    return hash;
}

uint64_t bank_fingerprint(const struct bank *bank)
{
    if (*bank->fingerprint == 0)
        *bank->fingerprint = hash_bank(bank);
    return *bank->fingerprint;
}
