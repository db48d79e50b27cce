/* What strangers put into texts, and what they make of whole files. */
#include "payload.h"

#include <string.h>
#include <unistr.h>

enum { MB = 1024 * 1024 };

#define TEXT(name, bytes)              \
    {                                  \
        name, bytes, sizeof(bytes) - 1 \
    }
const struct payload payloads[] = {
    TEXT("a title for the terminal", "\033]0;owned\007"),
    TEXT("colours", "red \033[31m\033[2J\033[H"),
    TEXT("a question to the terminal", "\033[c\033P$q\"p\033\\"),
    TEXT("a lone escape at the end", "Anna\033"),
    TEXT("C1 as characters", "\302\23331m \302\2350;x\302\234"),
    TEXT("C1 as bytes", "\23331m \2350;x\234"),
    TEXT("cursor tricks", "abc\b\b\bxyz\rover\v\f\t"),
    TEXT("bell and shifts", "\a\016\017\177"),
    TEXT("a newline", "first\nsecond"),
    TEXT("bidirectional override", "ab\342\200\256cba"),
    TEXT("bidirectional isolates", "\342\201\246x\342\201\251\342\201\247"),
    TEXT("bidirectional marks", "\330\234\342\200\216\342\200\217"),
    TEXT("no width", "a\342\200\213b\342\200\214c\342\200\215d\342\201\240e"),
    TEXT("marks of byte order", "\357\273\277a\357\273\277"),
    TEXT("soft hyphens", "mar\302\255ket"),
    TEXT("variation selectors", "a\357\270\217b\357\270\216"),
    TEXT("tags", "\363\240\201\201\363\240\201\277"),
    TEXT("fillers", "\343\205\244\341\205\237\357\276\240"),
    TEXT("separators", "a\342\200\250b\342\200\251c\302\205d"),
    TEXT("a pile of marks", "a\314\201\314\202\314\203\314\204\314\205\314\206\314\207\314\210"),
    TEXT("no character and private use", "\357\277\277\357\267\220\356\200\200"),
    TEXT("an end that is missing", "a\342\202"),
    TEXT("longer than need be", "\300\257\340\200\257\360\200\200\257"),
    TEXT("surrogates", "\355\240\200\355\260\200"),
    TEXT("beyond Unicode", "\364\220\200\200\370\210\200\200\200\377\376"),
    TEXT("formats", "%s%n%08x%99999999d %1$s"),
    TEXT("a formula", "=1+1;@SUM(A1)"),
    TEXT("markup", "</title><script>alert(1)</script>\"'&]]>"),
    TEXT("a shell", "$(touch owned)`id`;|&"),
    TEXT("SQL", "'; DROP TABLE run; --"),
    /* out of every folder, to where nobody can make anything: some of these are files to write */
    TEXT("a path", "../../../../../../../../../../dev/null/at/all"),
    TEXT("an include", "\n@include \"/etc/passwd\"\n"),
    TEXT("a sign alone", "\""),
    TEXT("a backslash at the end", "x\\"),
};
const size_t payload_count = sizeof payloads / sizeof *payloads;

static void write_character(uint32_t character, enum writing writing, struct str *out)
{
    uint8_t bytes[6];
    int len = u8_uctomb(bytes, character, sizeof bytes);
    if (writing == WRITING_CONF) {
        for (int i = 0; i < len; i++)
            str_addf(out, "\\x%02x", (unsigned)bytes[i]);
    } else if (character < 0x10000) {
        str_addf(out, "\\u%04x", (unsigned)character);
    } else {
        str_addf(out, "\\u%04x\\u%04x", (unsigned)(0xd800 + ((character - 0x10000) >> 10)),
                 (unsigned)(0xdc00 + ((character - 0x10000) & 0x3ff)));
    }
}

void payload_write(const struct payload *payload, enum writing writing, struct str *out)
{
    if (writing == WRITING_PLAIN)
        str_addn(out, payload->bytes, payload->len);
    for (size_t i = 0; i < payload->len && writing != WRITING_PLAIN;) {
        ucs4_t character;
        int len = u8_mbtoucr(&character, (const uint8_t *)payload->bytes + i, payload->len - i);
        if (len > 0)
            write_character(character, writing, out);
        else if (writing == WRITING_CONF)
            str_addf(out, "\\x%02x", (unsigned)(unsigned char)payload->bytes[i]);
        else
            str_addc(out, payload->bytes[i]);
        i += len > 0 ? (size_t)len : 1;
    }
}

/* ---- whole files ---- */

static void repeat(struct str *out, const char *text, size_t bytes)
{
    for (size_t len = strlen(text), done = 0; done < bytes; done += len)
        str_addn(out, text, len);
}

static void cut_off(const struct str *whole, struct rng *rng, struct str *out)
{
    str_addn(out, str_text(whole), rng_below(rng, (uint32_t)whole->len));
}

static void changed(const struct str *whole, struct rng *rng, struct str *out)
{
    size_t start = out->len;
    str_addn(out, str_text(whole), whole->len);
    for (uint32_t i = 1 + rng_below(rng, 8); i > 0; i--)
        out->data[start + rng_below(rng, (uint32_t)whole->len)] = (char)rng_below(rng, 256);
}

/* A piece of it is moved to another place, and so doubled or lost. */
static void moved(const struct str *whole, struct rng *rng, struct str *out)
{
    size_t a = rng_below(rng, (uint32_t)whole->len), b = rng_below(rng, (uint32_t)whole->len);
    str_addn(out, str_text(whole), a);
    str_addn(out, str_text(whole) + b, whole->len - b);
}

static void empty(const struct str *whole, struct rng *rng, struct str *out)
{
    (void)whole, (void)rng, (void)out;
}

static void nul_amid(const struct str *whole, struct rng *rng, struct str *out)
{
    size_t at = rng_below(rng, (uint32_t)whole->len);
    str_addn(out, str_text(whole), at);
    str_addn(out, "\0", 1);
    str_addn(out, str_text(whole) + at, whole->len - at);
}

static void noise(const struct str *whole, struct rng *rng, struct str *out)
{
    (void)whole;
    for (int i = 0; i < 4096; i++)
        str_addc(out, (char)rng_below(rng, 256));
}

static void two_bytes_a_character(const struct str *whole, struct rng *rng, struct str *out)
{
    (void)rng;
    str_addn(out, "\377\376", 2);
    for (size_t i = 0; i < whole->len; i++) {
        str_addc(out, whole->data[i]);
        str_addn(out, "\0", 1);
    }
}

#define REPEATED(name, text, megabytes)                                         \
    static void name(const struct str *whole, struct rng *rng, struct str *out) \
    {                                                                           \
        (void)rng;                                                              \
        str_addn(out, str_text(whole), whole->len);                             \
        repeat(out, text, (size_t)(megabytes)*MB);                              \
    }
REPEATED(too_large, "x", 17)
REPEATED(as_large_as_may_be, "# a comment that goes on and on\n", 15)
REPEATED(newlines, "\n", 15)
REPEATED(blanks, " ", 15)
REPEATED(wrong_bytes, "\377\n", 15)
REPEATED(escapes, "\033[31m\n", 15)
REPEATED(brackets, "(", 2)
REPEATED(braces, "{", 2)
REPEATED(squares, "[", 15)
REPEATED(quotes, "\"", 15)
REPEATED(pairs, "\"\" ", 15)
REPEATED(commas, ",", 15)
REPEATED(colons, "::", 15)
REPEATED(keys, "a = 1; ", 2)
REPEATED(backslashes, "\\", 15)
REPEATED(open_comments, "/*", 15)
REPEATED(carriage_returns, "\r", 15)
REPEATED(equals, "=", 15)
REPEATED(digits, "9", 15)

const struct mishap mishaps[] = {
    {"cut off", cut_off},
    {"cut off elsewhere", cut_off},
    {"bytes changed", changed},
    {"other bytes changed", changed},
    {"a piece moved", moved},
    {"a NUL amid it", nul_amid},
    {"empty", empty},
    {"noise", noise},
    {"two bytes a character", two_bytes_a_character},
    {"17 MB too many", too_large},
    {"15 MB of comments", as_large_as_may_be},
    {"15 MB of newlines", newlines},
    {"15 MB of blanks", blanks},
    {"15 MB of wrong bytes", wrong_bytes},
    {"15 MB of escape sequences", escapes},
    {"2 MB of brackets", brackets},
    {"2 MB of braces", braces},
    {"15 MB of square brackets", squares},
    {"15 MB of quotation marks", quotes},
    {"15 MB of empty texts", pairs},
    {"15 MB of commas", commas},
    {"15 MB of colons", colons},
    {"2 MB of the same key", keys},
    {"15 MB of backslashes", backslashes},
    {"15 MB of comments not closed", open_comments},
    {"15 MB of carriage returns", carriage_returns},
    {"15 MB of equals signs", equals},
    {"15 MB of digits", digits},
};
const size_t mishap_count = sizeof mishaps / sizeof *mishaps;
