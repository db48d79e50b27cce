/* UTF-8 text as a reader and a terminal see it: widths, lines, grapheme clusters.  core; over
 * libunistring.  Including this also brings text_examine.h (faults, text_show) and text_adapt.h.
 * All strings are NUL-terminated UTF-8 unless a length is given; all widths are terminal columns
 * by uc_width (so they do not depend on the locale), at most 2 for one grapheme cluster. */
#ifndef SMQ_CORE_TEXT_H
#define SMQ_CORE_TEXT_H

#include "core/text_adapt.h"
#include "core/text_examine.h"

/* Columns the text takes; control characters count 0. */
int text_width(const char *text);
/* The same for `len` bytes of `text`. */
int text_widthn(const char *text, size_t len);
/* Characters as a reader counts them (extended grapheme clusters, UAX #29). */
size_t text_length(const char *text);

/* One line of a wrapped text: `len` bytes from `start`, `cols` columns wide, without the blanks at
 * the line's end. */
struct text_line {
    const char *start;
    size_t len;
    int cols;
};
/* Breaks `text` into lines of at most `cols` columns (>= 2) at newlines and at the places of
 * UAX #14, inside a word only when it is wider than a line.  Fills at most `max` lines and returns
 * how many there are in all (which may be more than max); an empty text has none. */
size_t text_wrap(const char *text, int cols, struct text_line *lines, size_t max);

/* How many bytes of `text` fit into `cols` columns, never splitting a grapheme cluster. */
size_t text_clip(const char *text, int cols);
/* How many bytes of `text` fit into `max` bytes, never splitting a UTF-8 character. */
size_t text_prefix(const char *text, size_t max);
/* The byte length of the grapheme cluster that `text` starts with; 0 at its end. */
size_t text_cluster(const char *text);
/* The same, looking at no more than `len` bytes of `text`. */
size_t text_clustern(const char *text, size_t len);

#endif
