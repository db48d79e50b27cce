/* A short text as words, and where phrases may be cut out of it. */
#include "core/phrase.h"

#include <string.h>
#include <unictype.h>
#include <unistr.h>

/* Blank-separated, with a blank at both ends, so that " word " is found as it stands. */
static const char naming[] =
    " a an the this these those each every some any no all both another his its their our your my "
    "which what how whether who whom whose why ";
static const char opening[] =
    " about above across after against along among around as at before behind below beside between "
    "beyond by during for from in inside into near on onto outside over past per round since "
    "through to toward towards under until upon with within without "
    "so that if because while when where though although unless once till ";
static const char weak[] =
    " i you he she it we they me him her us them one himself herself itself themselves there here "
    "is are was were be been being am has have had do does did can could may might must shall "
    "should will would not up down out off away very too just only also then still even ";

static bool listed(const char *list, const char *word, size_t len)
{
    char padded[16] = " ";
    if (len + 2 >= sizeof padded)
        return false;
    for (size_t i = 0; i < len; i++)
        padded[i + 1] = (char)(word[i] >= 'A' && word[i] <= 'Z' ? word[i] - 'A' + 'a' : word[i]);
    memcpy(padded + len + 1, " ", 2);
    return strstr(list, padded) != NULL;
}

static bool has_letter(const char *word, size_t len)
{
    for (size_t i = 0; i < len;) {
        ucs4_t c;
        i += (size_t)u8_mbtouc(&c, (const uint8_t *)word + i, len - i);
        if (uc_is_general_category_withtable(c, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_N))
            return true;
    }
    return false;
}

/* How many bytes of a quotation mark or bracket begin (or, from the end, finish) the word; 0 when
 * none does. */
static size_t mark_at(const char *word, size_t len, bool at_end, const char *const *marks)
{
    for (; *marks; marks++) {
        size_t size = strlen(*marks);
        if (size < len && memcmp(at_end ? word + len - size : word, *marks, size) == 0)
            return size;
    }
    return 0;
}

/* Whether it ends in "'s" or "s'", with a plain or a typographic apostrophe. */
static bool owns(const char *word, size_t len)
{
    static const char *const endings[] = {"'s", "s'", "\xe2\x80\x99s", "s\xe2\x80\x99", NULL};
    return mark_at(word, len, true, endings) > 0;
}

static enum word_kind kind_of(const char *word, size_t len, bool english)
{
    if (!has_letter(word, len))
        return WORD_JOINS;
    if (!english)
        return WORD_CONTENT;
    return listed(" of than ", word, len)      ? WORD_LINKS
           : listed(" and or but ", word, len) ? WORD_JOINS
           : listed(naming, word, len)         ? WORD_NAMES
           : listed(opening, word, len)        ? WORD_OPENS
           : listed(weak, word, len)           ? WORD_WEAK
           : owns(word, len)                   ? WORD_OWNS
                                               : WORD_CONTENT;
}

static const char *const opening_marks[] = {
    "'", "\"", "(", "\xe2\x80\x98", "\xe2\x80\x9c", "\xe2\x80\x9e", "\xc2\xab", NULL};
static const char *const closing_marks[] = {
    "'", "\"", ")", "\xe2\x80\x99", "\xe2\x80\x9d", "\xe2\x80\x9c", "\xc2\xbb", NULL};

static bool is_stop(char byte)
{
    return byte != '\0' && strchr(",;:.!?", byte) != NULL;
}

bool phrase_read(const char *text, const char *language, struct phrase_text *out)
{
    bool english = *language == '\0' || strncmp(language, "en", 2) == 0, quote = false;
    *out = (struct phrase_text){.text = text, .english = english};
    for (const char *at = text; *(at += strspn(at, " "));) {
        size_t all = strcspn(at, " "), len = all;
        if (out->count == PHRASE_WORDS_MAX)
            return false;
        while (len > 1 && is_stop(at[len - 1]))
            len--;
        size_t open = mark_at(at, len, false, opening_marks);
        size_t close = mark_at(at + open, len - open, true, closing_marks);
        quote = (quote || open > 0) && close == 0;
        out->words[out->count++] = (struct phrase_word){
            .start = (size_t)(at - text),
            .end = (size_t)(at - text) + len,
            .kind = kind_of(at + open, len - open - close, english),
            .stop = len < all || (close > 0 && is_stop(at[len - close - 1])),
            .quote = quote,
        };
        at += all;
    }
    return true;
}

bool phrase_begins(const struct phrase_text *t, int word)
{
    enum word_kind kind = t->words[word].kind;
    if (kind == WORD_LINKS || kind == WORD_JOINS)
        return false;
    if (word == 0 || t->words[word - 1].stop || t->words[word - 1].kind == WORD_JOINS)
        return true;
    enum word_kind before = t->words[word - 1].kind;
    return (kind == WORD_OPENS || kind == WORD_NAMES) && before != WORD_OPENS &&
           before != WORD_NAMES && before != WORD_LINKS;
}

bool phrase_ends(const struct phrase_text *t, int word)
{
    const struct phrase_word *w = &t->words[word];
    if (w->kind != WORD_CONTENT)
        return false;
    return word + 1 == t->count || w->stop || w[1].kind == WORD_JOINS || phrase_begins(t, word + 1);
}

static char lower(char byte)
{
    return (char)(byte >= 'A' && byte <= 'Z' ? byte - 'A' + 'a' : byte);
}

/* Endings are at most three letters long; of short words one letter, so that "car" is not "care"
 * with another one. */
bool phrase_akin(const struct phrase_text *t, int one, int other)
{
    const struct phrase_word *a = &t->words[one], *b = &t->words[other];
    if (a->kind != WORD_CONTENT || b->kind != WORD_CONTENT)
        return false;
    size_t a_len = a->end - a->start, b_len = b->end - b->start, same = 0;
    while (same < a_len && same < b_len &&
           lower(t->text[a->start + same]) == lower(t->text[b->start + same]))
        same++;
    size_t ending = same >= 4 ? 3 : same >= 3 ? 1 : 0;
    return same > 0 && a_len - same <= ending && b_len - same <= ending;
}
