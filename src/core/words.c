/* The words of a bank's activities as numbers: lower-cased through libunistring, numbered through a
 * table. */
#include "core/words.h"

#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <unistr.h>

#include "core/hash.h"
#include "core/memory_out.h"
#include "core/str.h"

enum { FIRST_SLOTS = 1024 };

static int *slot_of(const struct words *words, const char *bytes, size_t len)
{
    uint64_t slot = hash_bytes(HASH_START, bytes, len);
    for (;; slot++) {
        int *at = &words->slots[slot & (words->slot_count - 1)];
        if (*at == 0)
            return at;
        const char *there = words->spelling[*at - 1];
        if (strncmp(there, bytes, len) == 0 && there[len] == '\0')
            return at;
    }
}

/* Doubles the table, so that it stays at most half full and every search ends. */
static void grow(struct words *words)
{
    words->slot_count = words->slot_count == 0 ? FIRST_SLOTS : 2 * words->slot_count;
    free(words->slots);
    words->slots = xcalloc(words->slot_count, sizeof *words->slots);
    for (size_t i = 0; i < words->count; i++)
        *slot_of(words, words->spelling[i], strlen(words->spelling[i])) = (int)i + 1;
}

static void add_word(struct words *words, const char *bytes, size_t len)
{
    if (2 * words->count >= words->slot_count)
        grow(words);
    int *slot = slot_of(words, bytes, len);
    if (*slot == 0) {
        words->spelling =
            xgrow(words->spelling, words->count, &words->cap, sizeof *words->spelling);
        words->spelling[words->count++] = arena_copy(&words->arena, bytes, len);
        *slot = (int)words->count;
    }
    words->tokens =
        xgrow(words->tokens, words->token_count, &words->token_cap, sizeof *words->tokens);
    words->tokens[words->token_count++] = *slot - 1;
}

/* What a character is to a word. */
enum part { PART_NONE, PART_APOSTROPHE, PART_WORD };

static enum part part_of(ucs4_t c)
{
    if (c == '\'')
        return PART_APOSTROPHE;
    if (c < 0x80)
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? PART_WORD : PART_NONE;
    return uc_is_general_category_withtable(c, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_M |
                                                   UC_CATEGORY_MASK_N)
               ? PART_WORD
               : PART_NONE;
}

static void split(struct words *words, const char *lower, size_t len)
{
    size_t start = len, end = 0; /* of the word so far; none while start is len */
    for (size_t i = 0, step; i <= len; i += step) {
        ucs4_t c = 0;
        step = 1;
        if (i < len) {
            int size = u8_mbtouc(&c, (const uint8_t *)lower + i, len - i);
            step = size > 0 ? (size_t)size : 1;
        }
        enum part part = part_of(c);
        if (part == PART_WORD) {
            start = start < len ? start : i;
            end = i + step;
        } else if (start < len && (part == PART_NONE || end < i)) {
            add_word(words, lower + start, end - start);
            start = len;
        }
    }
}

/* A typographic apostrophe is an apostrophe. */
static void plain_apostrophes(const char *text, struct str *out)
{
    static const char curly[] = "\xe2\x80\x99"; /* U+2019 */
    for (const char *at; (at = strstr(text, curly)) != NULL; text = at + sizeof curly - 1) {
        str_addn(out, text, (size_t)(at - text));
        str_addc(out, '\'');
    }
    str_add(out, text);
}

void words_read(struct words *words, const char *text)
{
    struct str plain = {0};
    size_t len = 0;
    plain_apostrophes(text, &plain);
    uint8_t *lower =
        u8_tolower((const uint8_t *)str_text(&plain), plain.len, NULL, UNINORM_NFC, NULL, &len);
    if (lower == NULL)
        memory_out(); /* bank texts are well-formed */
    split(words, (const char *)lower, len);
    free(lower);
    str_free(&plain);
}

void words_of(const struct bank *bank, struct words *words)
{
    words->first = xcalloc((size_t)bank->activity_count + 1, sizeof *words->first);
    for (int i = 0; i < bank->activity_count; i++) {
        words->first[i] = words->token_count;
        if (!bank->activities[i].dropped)
            words_read(words, bank->activities[i].text);
    }
    words->first[bank->activity_count] = words->token_count;
}

void words_free(struct words *words)
{
    free(words->spelling);
    free(words->slots);
    free(words->tokens);
    free(words->first);
    arena_free(&words->arena);
    *words = (struct words){0};
}
