/* The words of a bank's activities as numbers: lower-cased through libunistring, numbered. */
#include "core/words.h"

#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <unistr.h>

#include "core/memory_out.h"
#include "core/str.h"

static void add_word(struct words *words, const char *bytes, size_t len)
{
    words->tokens =
        xgrow(words->tokens, words->token_count, &words->token_cap, sizeof *words->tokens);
    words->tokens[words->token_count++] = numbering_of(&words->spellings, bytes, len);
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
    free(words->tokens);
    free(words->first);
    numbering_free(&words->spellings);
    *words = (struct words){0};
}
