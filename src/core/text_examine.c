/* What may be wrong with a foreign text, and how to show it all the same. */
#include "core/text_examine.h"

#include <string.h>
#include <unictype.h>
#include <unigbrk.h>
#include <unistr.h>

enum { MARKS_MAX = 4 };

/* Format characters that editors and word processors leave in honest texts: dropped at display.
 * What else Unicode calls ignorable (tags, fillers, deprecated formats) has no business here. */
static bool is_pasted_format(ucs4_t c)
{
    return c == 0xad || c == 0x34f || c == 0x17b4 || c == 0x17b5 || (c >= 0x180b && c <= 0x180f) ||
           (c >= 0x200b && c <= 0x200d) || (c >= 0x2060 && c <= 0x2064) ||
           (c >= 0xfe00 && c <= 0xfe0f) || c == 0xfeff || (c >= 0xe0100 && c <= 0xe01ef);
}

enum text_fault text_character_fault(uint32_t c)
{
    if (c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029)
        return TEXT_CONTROL;
    if (c < 0x300)
        return c == 0xad ? TEXT_INVISIBLE : TEXT_OK;
    if (uc_is_property_bidi_control(c))
        return TEXT_BIDI;
    if (is_pasted_format(c))
        return TEXT_INVISIBLE;
    if (uc_is_property_default_ignorable_code_point(c) || uc_is_property_not_a_character(c) ||
        uc_is_property_private_use(c) || (c >= 0xfff9 && c <= 0xfffb))
        return TEXT_FORBIDDEN;
    return TEXT_OK;
}

/* The same in a text: *marks counts the combining marks on the present character.  Characters that
 * are dropped at display do not part marks from it. */
static enum text_fault fault_in_text(ucs4_t c, int *marks)
{
    enum text_fault fault = text_character_fault(c);
    if (fault == TEXT_INVISIBLE)
        return fault;
    if (fault != TEXT_OK || c < 0x300 || !uc_is_general_category(c, UC_CATEGORY_M)) {
        *marks = 0;
        return fault;
    }
    return ++*marks > MARKS_MAX ? TEXT_MARKS : TEXT_OK;
}

/* Eight bytes at a time for as long as they are plain. */
size_t text_plain(const char *bytes, size_t len)
{
    const uint64_t ones = UINT64_C(0x0101010101010101);
    size_t run = 0;
    for (; len - run >= sizeof(uint64_t); run += sizeof(uint64_t)) {
        uint64_t eight;
        memcpy(&eight, bytes + run, sizeof eight);
        /* a top bit appears for bytes from 0x80, for 0x7f, and for bytes below 0x20 */
        if ((eight | (eight + ones) | (eight - 0x20 * ones)) & 0x80 * ones)
            break;
    }
    while (run < len && bytes[run] >= 0x20 && bytes[run] < 0x7f)
        run++;
    return run;
}

enum text_fault text_examine(const char *bytes, size_t len, size_t *at)
{
    enum text_fault worst = TEXT_OK;
    size_t worst_at = 0;
    int marks = 0;
    for (size_t i = 0; i < len;) {
        size_t plain = text_plain(bytes + i, len - i);
        if (plain > 0) {
            i += plain;
            marks = 0;
            continue;
        }
        ucs4_t c;
        int length = u8_mbtoucr(&c, (const uint8_t *)bytes + i, len - i);
        enum text_fault fault = length < 0 ? TEXT_ILL_FORMED : fault_in_text(c, &marks);
        if (fault != TEXT_OK && (worst == TEXT_OK || fault < worst)) {
            worst = fault;
            worst_at = i;
        }
        if (length < 0)
            break;
        i += (size_t)length;
    }
    if (at != NULL && worst != TEXT_OK)
        *at = worst_at;
    return worst;
}

const char *text_fault_name(enum text_fault fault)
{
    switch (fault) {
    case TEXT_OK:
        break;
    case TEXT_ILL_FORMED:
        return _("a byte that is not UTF-8");
    case TEXT_CONTROL:
        return _("a control character");
    case TEXT_BIDI:
        return _("a bidirectional control");
    case TEXT_FORBIDDEN:
        return _("a character that may not be shown");
    case TEXT_MARKS:
        return _("more than four combining marks on one character");
    case TEXT_INVISIBLE:
        return _("an invisible character");
    }
    return NULL;
}

void text_show(struct str *out, const char *foreign, size_t max)
{
    size_t len = strlen(foreign), count = 0;
    ucs4_t before = 0; /* the character this one may join; 0 at the start and after an escape */
    int marks = 0;
    for (size_t i = 0, step; i < len; i += step) {
        ucs4_t c = 0;
        int length = u8_mbtoucr(&c, (const uint8_t *)foreign + i, len - i);
        enum text_fault fault = length < 0 ? TEXT_ILL_FORMED : fault_in_text(c, &marks);
        step = length < 0 ? 1 : (size_t)length;
        bool joins = fault == TEXT_OK && before != 0 && !uc_is_grapheme_break(before, c);
        if (!joins && max > 0 && count == max) {
            str_add(out, "…");
            return;
        }
        count += !joins;
        before = fault == TEXT_OK ? c : 0;
        if (fault == TEXT_OK)
            str_addn(out, foreign + i, step);
        else if (fault == TEXT_ILL_FORMED)
            str_addf(out, "\\x{%02x}", (unsigned)(unsigned char)foreign[i]);
        else
            str_addf(out, "\\u{%lx}", (unsigned long)c);
    }
}
