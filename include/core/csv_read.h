/* Reads CSV by RFC 4180, with comma, semicolon or tab, cell by cell.  core; pure.
 * `struct csv_reader r = {0}` and csv_start; the owner calls csv_end. */
#ifndef SMQ_CORE_CSV_READ_H
#define SMQ_CORE_CSV_READ_H

#include "core/str.h"

enum csv_token {
    CSV_CELL,        /* a cell, more of the row to come */
    CSV_LAST_CELL,   /* the last cell of its row; a row has at least one */
    CSV_END,         /* nothing more */
    CSV_OPEN_QUOTE,  /* a quote that is never closed; nothing after it can be read */
    CSV_AFTER_QUOTE, /* text behind a closing quote; nothing after it can be read */
    CSV_STRAY_QUOTE  /* a quote in a cell without quotes; nothing after it can be read */
};

struct csv_reader {
    const char *at, *end;
    char separator;
    int line;        /* of `at`, from 1 */
    int cell_line;   /* where the last cell begins */
    bool in_row;     /* more of a row must come, be it an empty cell at the very end */
    struct str cell; /* the last cell, quotes taken off; has no NUL in it unless the file had */
};

/* Begins with `len` bytes (which stay the caller's); a byte order mark is passed over.  The
 * separator is the one that is most frequent on the first line, outside quotes. */
void csv_start(struct csv_reader *reader, const char *bytes, size_t len);
enum csv_token csv_next(struct csv_reader *reader);
void csv_end(struct csv_reader *reader);

#endif
