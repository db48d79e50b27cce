/* Text as the terminal's character set can show it; the table of what stands for what in ASCII. */
#include "core/text_adapt.h"

#include <stdlib.h>
#include <string.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>

#include "core/text_examine.h"

/* Beyond what Unicode's own decomposition gives (accents off, ligatures apart, "½" as "1/2"). */
struct stand_in {
    uint32_t first, last; /* a range of characters that are written alike */
    const char *ascii;
};

/* In the order of the characters, for bsearch. */
static const struct stand_in stand_ins[] = {
    {0x00a1, 0x00a1, "!"},   {0x00a2, 0x00a2, "c"},   {0x00a3, 0x00a3, "GBP"},
    {0x00a4, 0x00a4, "*"},   {0x00a5, 0x00a5, "JPY"}, {0x00a6, 0x00a6, "|"},
    {0x00a7, 0x00a7, "S"},   {0x00a8, 0x00a8, "\""},  {0x00a9, 0x00a9, "(c)"},
    {0x00ab, 0x00ab, "\""},  {0x00ac, 0x00ac, "-"},   {0x00ae, 0x00ae, "(R)"},
    {0x00af, 0x00af, "-"},   {0x00b0, 0x00b0, "deg"}, {0x00b1, 0x00b1, "+/-"},
    {0x00b4, 0x00b4, "'"},   {0x00b5, 0x00b5, "u"},   {0x00b6, 0x00b6, "P"},
    {0x00b7, 0x00b7, "."},   {0x00b8, 0x00b8, ","},   {0x00bb, 0x00bb, "\""},
    {0x00bf, 0x00bf, "?"},   {0x00c6, 0x00c6, "AE"},  {0x00d0, 0x00d0, "D"},
    {0x00d7, 0x00d7, "x"},   {0x00d8, 0x00d8, "O"},   {0x00de, 0x00de, "Th"},
    {0x00df, 0x00df, "ss"},  {0x00e6, 0x00e6, "ae"},  {0x00f0, 0x00f0, "d"},
    {0x00f7, 0x00f7, "/"},   {0x00f8, 0x00f8, "o"},   {0x00fe, 0x00fe, "th"},
    {0x0110, 0x0110, "D"},   {0x0111, 0x0111, "d"},   {0x0126, 0x0126, "H"},
    {0x0127, 0x0127, "h"},   {0x0131, 0x0131, "i"},   {0x0138, 0x0138, "k"},
    {0x0141, 0x0141, "L"},   {0x0142, 0x0142, "l"},   {0x014a, 0x014a, "N"},
    {0x014b, 0x014b, "n"},   {0x0152, 0x0152, "OE"},  {0x0153, 0x0153, "oe"},
    {0x0166, 0x0166, "T"},   {0x0167, 0x0167, "t"},   {0x02bc, 0x02bc, "'"},
    {0x1e9e, 0x1e9e, "SS"},  {0x2010, 0x2013, "-"},   {0x2014, 0x2015, "--"},
    {0x2016, 0x2016, "||"},  {0x2017, 0x2017, "_"},   {0x2018, 0x201b, "'"},
    {0x201c, 0x201f, "\""},  {0x2020, 0x2021, "+"},   {0x2022, 0x2022, "*"},
    {0x2023, 0x2023, ">"},   {0x2032, 0x2032, "'"},   {0x2033, 0x2033, "\""},
    {0x2039, 0x203a, "'"},   {0x203b, 0x203b, "*"},   {0x2044, 0x2044, "/"},
    {0x20ac, 0x20ac, "EUR"}, {0x2190, 0x2190, "<-"},  {0x2191, 0x2191, "^"},
    {0x2192, 0x2192, "->"},  {0x2193, 0x2193, "v"},   {0x2194, 0x2194, "<->"},
    {0x2195, 0x2195, "|"},   {0x21b5, 0x21b5, "<-'"}, {0x21d0, 0x21d0, "<="},
    {0x21d2, 0x21d2, "=>"},  {0x21d4, 0x21d4, "<=>"}, {0x2212, 0x2212, "-"},
    {0x2217, 0x2217, "*"},   {0x2219, 0x2219, "."},   {0x2248, 0x2248, "~"},
    {0x2260, 0x2260, "!="},  {0x2264, 0x2264, "<="},  {0x2265, 0x2265, ">="},
    {0x22c5, 0x22c5, "."},   {0x23ce, 0x23ce, "<-'"}, {0x2500, 0x2501, "-"},
    {0x2502, 0x2503, "|"},   {0x2504, 0x2505, "-"},   {0x2506, 0x2507, "|"},
    {0x2508, 0x2509, "-"},   {0x250a, 0x250b, "|"},   {0x250c, 0x254b, "+"},
    {0x254c, 0x254d, "-"},   {0x254e, 0x254f, "|"},   {0x2550, 0x2550, "="},
    {0x2551, 0x2551, "|"},   {0x2552, 0x2570, "+"},   {0x2571, 0x2571, "/"},
    {0x2572, 0x2572, "\\"},  {0x2573, 0x2573, "X"},   {0x2574, 0x2574, "-"},
    {0x2575, 0x2575, "|"},   {0x2576, 0x2576, "-"},   {0x2577, 0x2577, "|"},
    {0x2578, 0x2578, "-"},   {0x2579, 0x2579, "|"},   {0x257a, 0x257a, "-"},
    {0x257b, 0x257b, "|"},   {0x257c, 0x257c, "-"},   {0x257d, 0x257d, "|"},
    {0x257e, 0x257e, "-"},   {0x257f, 0x257f, "|"},   {0x2580, 0x2580, "-"},
    {0x2581, 0x2581, "_"},   {0x2582, 0x2582, "."},   {0x2583, 0x2584, "-"},
    {0x2585, 0x2586, "="},   {0x2587, 0x258b, "#"},   {0x258c, 0x2590, "="},
    {0x2591, 0x2591, "."},   {0x2592, 0x2592, ":"},   {0x2593, 0x2593, "+"},
    {0x2594, 0x2594, "-"},   {0x2595, 0x2595, "|"},   {0x2596, 0x259f, "#"},
    {0x25a0, 0x25a0, "#"},   {0x25a1, 0x25a1, "."},   {0x25aa, 0x25aa, "*"},
    {0x25ab, 0x25ab, "."},   {0x25b2, 0x25b5, "^"},   {0x25b6, 0x25bb, ">"},
    {0x25bc, 0x25bf, "v"},   {0x25c0, 0x25c5, "<"},   {0x25c6, 0x25c6, "*"},
    {0x25c7, 0x25c7, "o"},   {0x25cb, 0x25cb, "o"},   {0x25cf, 0x25cf, "*"},
    {0x25e6, 0x25e6, "o"},   {0x2605, 0x2606, "*"},   {0x2610, 0x2610, "[ ]"},
    {0x2611, 0x2612, "[x]"}, {0x2713, 0x2714, "+"},   {0x2715, 0x2718, "x"},
    {0x2794, 0x2794, "->"},  {0x279c, 0x279c, "->"},
};

static int by_range(const void *key, const void *item)
{
    uint32_t c = *(const uint32_t *)key;
    const struct stand_in *range = item;
    return c < range->first ? -1 : c > range->last;
}

/* Appends one character that is ASCII or stands in the table; false when it is neither. */
static bool add_known(struct str *out, uint32_t c)
{
    if (c < 0x80) {
        str_addc(out, (char)c);
        return true;
    }
    const struct stand_in *found =
        bsearch(&c, stand_ins, ARRAY_LEN(stand_ins), sizeof stand_ins[0], by_range);
    if (found != NULL)
        str_add(out, found->ascii);
    return found != NULL;
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Appends the decomposition of one character, accents left out; false, and nothing added, when
 * some part of it has no ASCII.  A mark may go only from a letter: struck through, "<" is no "<".
 */
static bool add_decomposed(struct str *out, uint32_t c)
{
    ucs4_t parts[32];
    size_t count = ARRAY_LEN(parts); /* the longest decomposition has 18 */
    if (u32_normalize(UNINORM_NFKD, &c, 1, parts, &count) != parts)
        return false;
    struct str ascii = {0};
    bool known = count > 0;
    for (size_t i = 0; known && i < count; i++) {
        if (uc_is_general_category(parts[i], UC_CATEGORY_M))
            known = ascii.len > 0 && is_letter(ascii.data[ascii.len - 1]);
        else
            known = add_known(&ascii, parts[i]);
    }
    if (known)
        str_add(out, str_text(&ascii));
    str_free(&ascii);
    return known;
}

static void add_ascii(struct str *out, uint32_t c)
{
    if (uc_is_general_category(c, UC_CATEGORY_M))
        return; /* an accent written apart from its letter */
    if (!add_known(out, c) && !add_decomposed(out, c))
        str_addc(out, '?');
}

void text_adapt(struct str *out, const char *text, enum charset charset)
{
    size_t len = strlen(text);
    for (size_t i = 0, step; i < len; i += step) {
        step = text_plain(text + i, len - i);
        if (step > 0) {
            str_addn(out, text + i, step);
            continue;
        }
        ucs4_t c = 0;
        int length = u8_mbtoucr(&c, (const uint8_t *)text + i, len - i);
        step = length < 0 ? 1 : (size_t)length;
        enum text_fault fault = length < 0 ? TEXT_ILL_FORMED : text_character_fault(c);
        if (fault == TEXT_INVISIBLE)
            continue;
        if (fault != TEXT_OK && c != '\n')
            str_add(out, charset == CHARSET_ASCII ? "?" : "\xef\xbf\xbd"); /* U+FFFD */
        else if (charset == CHARSET_ASCII)
            add_ascii(out, c);
        else
            str_addn(out, text + i, step);
    }
}

void text_drop_invisible(struct str *text)
{
    size_t kept = 0;
    for (size_t i = 0, step; i < text->len; i += step) {
        ucs4_t c = 0;
        int length = u8_mbtoucr(&c, (const uint8_t *)text->data + i, text->len - i);
        step = length < 0 ? 1 : (size_t)length;
        if (length >= 0 && text_character_fault(c) == TEXT_INVISIBLE)
            continue;
        memmove(text->data + kept, text->data + i, step);
        kept += step;
    }
    if (text->len > 0)
        text->data[kept] = '\0';
    text->len = kept;
}
