/* Ids made from words: lower case, ASCII, short. */
#include "core/slug.h"

#include "core/text_adapt.h"

/* The letter or digit in lower case, '\0' for what parts words. */
static char letter_of(char c)
{
    if (c >= 'A' && c <= 'Z')
        return (char)(c - 'A' + 'a');
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : '\0';
}

/* Takes the next word from *at, apostrophes left out ("buyer's" is one word); false at the end. */
static bool next_word(const char **at, struct str *word)
{
    str_clear(word);
    while (**at && !letter_of(**at))
        ++*at;
    for (; letter_of(**at) || **at == '\''; ++*at) {
        if (**at != '\'')
            str_addc(word, letter_of(**at));
    }
    return word->len > 0;
}

/* Appends the words of at least `least` letters that fit. */
static void add_words(struct str *out, const char *ascii, size_t max, size_t least)
{
    size_t start = out->len;
    struct str word = {0};
    while (next_word(&ascii, &word)) {
        size_t used = out->len - start;
        if (word.len < least)
            continue;
        if (used == 0) {
            str_addn(out, word.data, word.len < max ? word.len : max);
        } else if (used + 1 + word.len <= max) {
            str_addc(out, '-');
            str_add(out, word.data);
        } else {
            break;
        }
    }
    str_free(&word);
}

void slug_add(struct str *out, const char *text, size_t max, size_t least)
{
    struct str ascii = {0};
    size_t start = out->len;
    text_adapt(&ascii, text, CHARSET_ASCII);
    add_words(out, str_text(&ascii), max, least);
    if (out->len == start)
        add_words(out, str_text(&ascii), max, 1);
    str_free(&ascii);
}
