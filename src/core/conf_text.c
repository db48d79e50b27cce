/* Finds lines with characters that no settings file may hold. */
#include "core/conf_text.h"

#include <string.h>

#include "core/text.h"

enum { SHOWN_LINES_MAX = 20, QUOTE_BYTES_MAX = 160, QUOTE_MAX = 40 };

void conf_text_quote(struct str *out, const char *bytes, size_t len)
{
    char piece[QUOTE_BYTES_MAX + 1];
    size_t cut = len < QUOTE_BYTES_MAX ? len : QUOTE_BYTES_MAX;
    memcpy(piece, bytes, cut);
    piece[cut] = '\0';
    text_show(out, piece, QUOTE_MAX);
}

static int count_lines(const char *bytes, size_t len)
{
    int lines = 1;
    const char *at = bytes, *end = bytes + len;
    while ((at = memchr(at, '\n', (size_t)(end - at))) != NULL) {
        at++;
        lines++;
    }
    return lines;
}

/* Whether a line with a fault is clean all the same: tabs and carriage returns part its pieces. */
static bool check_pieces(const char *line, size_t len, struct place place, struct faults *faults)
{
    const char *end = line + len;
    for (const char *at = line; at < end;) {
        const char *stop = at;
        while (stop < end && *stop != '\t' && *stop != '\r')
            stop++;
        size_t offset = 0;
        enum text_fault fault = text_examine(at, (size_t)(stop - at), &offset);
        if (fault != TEXT_OK && fault != TEXT_INVISIBLE) {
            struct str rest = {0};
            conf_text_quote(&rest, at + offset, (size_t)(stop - at) - offset);
            /* TRANSLATORS: a kind of character, such as "a control character", and the text up to
               it. */
            faults_add(faults, FAULT_ERROR, place, _("the line contains %s, here: %s"),
                       text_fault_name(fault), str_text(&rest));
            str_free(&rest);
            return false;
        }
        at = stop + 1;
    }
    return true;
}

static bool check_line(const char *line, size_t len, struct place place, struct faults *faults)
{
    return text_examine(line, len, NULL) == TEXT_OK || check_pieces(line, len, place, faults);
}

bool conf_text_check(const char *bytes, size_t len, const char *file, struct faults *faults)
{
    const char *nul = memchr(bytes, '\0', len);
    if (nul != NULL) {
        int line = count_lines(bytes, (size_t)(nul - bytes));
        faults_add(faults, FAULT_ERROR, (struct place){file, line},
                   _("a NUL byte stands here: this is no text file"));
        return false;
    }
    int bad_lines = 0, line = 0;
    const char *end = bytes + len;
    for (const char *at = bytes; at < end;) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        if (stop == NULL)
            stop = end;
        struct place place = {file, ++line};
        if (!check_line(at, (size_t)(stop - at), place, faults) && ++bad_lines == SHOWN_LINES_MAX) {
            faults_add(faults, FAULT_ERROR, place,
                       _("the check for such characters stops after %d lines"), bad_lines);
            return false;
        }
        at = stop + 1;
    }
    return bad_lines == 0;
}
