/* What may never come out of the program, told by a decoder of its own: no code is shared with what
 * it judges. */
#ifndef SMQ_TESTS_HOSTILE_SCAN_H
#define SMQ_TESTS_HOSTILE_SCAN_H

#include <stddef.h>

/* What some formats need besides newlines: the ends of lines in CSV, tabs between cells, form feeds
 * between sheets of paper; and what is kept as it was written, for whatever shows it leaves it out:
 * soft hyphens, marks of byte order and what has no width, in banks. */
enum { SCAN_CRLF = 1, SCAN_TAB = 2, SCAN_PAGES = 4, SCAN_KEPT = 8 };

/* Says what in `len` bytes could act on a terminal or hide something: bytes that are no UTF-8,
 * controls but newline, bidirectional controls, what has no width, tags and fillers.  *at is where.
 * NULL when there is nothing. */
const char *scan(const char *bytes, size_t len, unsigned allowed, size_t *at);

#endif
