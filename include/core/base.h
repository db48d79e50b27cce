/* Small things every layer needs: attributes, array length, gettext marks.  core; no functions. */
#ifndef SMQ_CORE_BASE_H
#define SMQ_CORE_BASE_H

#include <libintl.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define ARRAY_LEN(a) (sizeof(a) / sizeof((a)[0]))

/* _() translates at run time; N_() only marks a sentence in a table for the translators. */
#define _(text) gettext(text)
#define N_(text) text

#if defined(__GNUC__)
#define NODISCARD __attribute__((warn_unused_result))
#define PRINTF_LIKE(string, first) __attribute__((format(printf, string, first)))
#else
#define NODISCARD
#define PRINTF_LIKE(string, first)
#endif

/* One moment, read outside core and handed in: monotonic and wall-clock milliseconds, and the
 * wall clock's offset from UTC in minutes east. */
struct now {
    int64_t mono_ms;
    int64_t utc_ms;
    int utc_offset_min;
};

#endif
