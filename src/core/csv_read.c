/* Reads CSV cell by cell: a small state machine over RFC 4180. */
#include "core/csv_read.h"

#include <string.h>

/* The separator that the first line has most often outside quotes; the comma when it has none. */
static char guess_separator(const char *at, const char *end)
{
    static const char separators[] = ",;\t";
    size_t counts[sizeof separators] = {0}, best = 0;
    bool quoted = false;
    for (; at < end && (quoted || (*at != '\n' && *at != '\r')); at++) {
        const char *found = *at ? strchr(separators, *at) : NULL;
        if (*at == '"')
            quoted = !quoted;
        else if (found && !quoted)
            counts[found - separators]++;
    }
    for (size_t i = 1; separators[i]; i++) {
        if (counts[i] > counts[best])
            best = i;
    }
    return separators[best];
}

void csv_start(struct csv_reader *reader, const char *bytes, size_t len)
{
    static const char mark[] = "\xef\xbb\xbf";
    size_t skip = len >= strlen(mark) && memcmp(bytes, mark, strlen(mark)) == 0 ? strlen(mark) : 0;
    *reader = (struct csv_reader){.at = bytes + skip, .end = bytes + len, .line = 1};
    reader->separator = guess_separator(reader->at, reader->end);
}

/* Takes what ends a cell: a separator or the end of the row. */
static enum csv_token end_cell(struct csv_reader *reader)
{
    if (reader->at < reader->end && *reader->at == reader->separator) {
        reader->at++;
        reader->in_row = true;
        return CSV_CELL;
    }
    reader->in_row = false;
    if (reader->at < reader->end && *reader->at == '\r')
        reader->at++;
    if (reader->at < reader->end && *reader->at == '\n')
        reader->at++;
    reader->line++;
    return CSV_LAST_CELL;
}

static bool at_cell_end(const struct csv_reader *reader)
{
    char c = reader->at < reader->end ? *reader->at : '\n';
    return c == reader->separator || c == '\n' || c == '\r';
}

static enum csv_token read_quoted(struct csv_reader *reader)
{
    for (reader->at++; reader->at < reader->end; reader->at++) {
        if (*reader->at == '"') {
            reader->at++;
            if (reader->at == reader->end || *reader->at != '"')
                return at_cell_end(reader) ? end_cell(reader) : CSV_AFTER_QUOTE;
        } else if (*reader->at == '\n') {
            reader->line++;
        }
        str_addc(&reader->cell, *reader->at);
    }
    return CSV_OPEN_QUOTE;
}

enum csv_token csv_next(struct csv_reader *reader)
{
    str_clear(&reader->cell);
    reader->cell_line = reader->line;
    if (reader->at == reader->end && !reader->in_row)
        return CSV_END;
    if (reader->at < reader->end && *reader->at == '"')
        return read_quoted(reader);
    for (; !at_cell_end(reader); reader->at++) {
        if (*reader->at == '"')
            return CSV_STRAY_QUOTE;
        str_addc(&reader->cell, *reader->at);
    }
    return end_cell(reader);
}

void csv_end(struct csv_reader *reader)
{
    str_free(&reader->cell);
}
