/* Vets the bytes of a libconfig file before libconfig sees them.  core; pure.
 * libconfig's parser is slow on some shapes, wraps large numbers, follows @include, drops what
 * follows an unclosed comment and knows one message, "syntax error"; what passes here is harmless
 * and well-formed. */
#ifndef SMQ_CORE_CONF_SCAN_H
#define SMQ_CORE_CONF_SCAN_H

#include "core/fault.h"

enum {
    CONF_BYTES_MAX = 16 * 1024 * 1024,
    CONF_VALUES_MAX = 600000,  /* numbers, texts, groups and lists, in all */
    CONF_MEMBERS_MAX = 64,     /* named settings in one group: libconfig searches them one by one */
    CONF_ELEMENTS_MAX = 65536, /* in one list: libconfig grows lists by 16 elements at a time */
    CONF_TEXT_MAX = 16384,     /* bytes of one text, quotes too: libconfig grows it by 64 bytes */
    CONF_DEPTH_MAX = 16        /* groups and lists in one another */
};

/* Adds the faults of `len` bytes (without a byte order mark) to `faults` under the name `file`:
 * every line with characters that may not be there, up to a limit; otherwise the first thing that
 * cannot be read.  True when there is none. */
bool conf_scan(const char *bytes, size_t len, const char *file, struct faults *faults);

#endif
