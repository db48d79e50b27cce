/* What may be wrong with a foreign text, and how to show it all the same.  core. */
#ifndef SMQ_CORE_TEXT_EXAMINE_H
#define SMQ_CORE_TEXT_EXAMINE_H

#include "core/str.h"

/* What is wrong with a foreign text, the worst first; TEXT_OK when nothing. */
enum text_fault {
    TEXT_OK,
    TEXT_ILL_FORMED, /* not UTF-8 */
    TEXT_CONTROL,    /* C0 (newline and tab too), DEL, C1, U+2028, U+2029 */
    TEXT_BIDI,       /* bidirectional controls: U+061C, U+200E/F, U+202A-E, U+2066-9 */
    TEXT_FORBIDDEN,  /* tags, hangul fillers, noncharacters, private use */
    TEXT_MARKS,      /* more than four combining marks on one character */
    TEXT_INVISIBLE   /* soft hyphen, zero-width characters, variation selectors: a warning */
};

/* Examines `len` bytes and names the worst fault in them.  *at, when not NULL, receives the byte
 * offset of the first fault of that kind. */
enum text_fault text_examine(const char *bytes, size_t len, size_t *at);
/* How many of `len` bytes are printable ASCII before the first that is not: where nothing is wrong,
 * and a byte is a character. */
size_t text_plain(const char *bytes, size_t len);
/* What is wrong with one Unicode character by itself: never TEXT_ILL_FORMED or TEXT_MARKS. */
enum text_fault text_character_fault(uint32_t character);
/* A translated phrase for a fault, e.g. "a control character"; NULL for TEXT_OK. */
const char *text_fault_name(enum text_fault fault);

/* Appends foreign text so that nothing in it can act on a terminal: anything text_examine names as
 * a fault becomes \u{1b} (or \x{ff} for a byte that is not UTF-8), and after `max` characters
 * comes "…" (max 0: no limit; each \u{…} counts as one). */
void text_show(struct str *out, const char *foreign, size_t max);

#endif
