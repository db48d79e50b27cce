/* A growing string: the one text builder.  core.
 * `struct str s = {0}` is an empty one; data is NULL until something is added, and NUL-terminated
 * from then on.  The owner calls str_free. */
#ifndef SMQ_CORE_STR_H
#define SMQ_CORE_STR_H

#include <stdarg.h>

#include "core/base.h"

struct str {
    char *data;
    size_t len; /* bytes, without the NUL */
    size_t cap;
};

void str_add(struct str *s, const char *text);
void str_addn(struct str *s, const char *bytes, size_t len);
void str_addc(struct str *s, char byte);
/* Appends a number in decimal, its last `digits` of them, zeros too; many times faster than printf.
 */
void str_add_digits(struct str *s, int64_t number, int digits);
/* Appends in printf format (the C library's locale rules apply: no %f in machine output). */
void str_addf(struct str *s, const char *format, ...) PRINTF_LIKE(2, 3);
/* The same for functions that take such values themselves. */
void str_addv(struct str *s, const char *format, va_list values) PRINTF_LIKE(2, 0);
/* Makes room for `more` bytes and the NUL behind them, for those who fill in data and len
 * themselves. */
void str_reserve(struct str *s, size_t more);
/* Empties without freeing. */
void str_clear(struct str *s);
/* The text, "" when nothing was ever added; borrowed until the next change. */
const char *str_text(const struct str *s);
void str_free(struct str *s);

#endif
