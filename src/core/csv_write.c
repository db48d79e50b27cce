/* Cells of CSV, guarded against being taken for formulas. */
#include "core/csv_write.h"

#include <string.h>

/* Whether a spreadsheet could take the text for a formula, now or after an apostrophe is gone. */
static bool needs_guard(const char *text)
{
    char first = text[strspn(text, " '")];
    return first != '\0' && strchr("=+-@\t\r\n", first);
}

void csv_add_cell(struct str *out, const char *text)
{
    str_addc(out, '"');
    if (needs_guard(text))
        str_addc(out, '\'');
    for (const char *at = text; *at; at++) {
        if (*at == '"')
            str_addc(out, '"');
        str_addc(out, *at);
    }
    str_addc(out, '"');
}

const char *csv_without_guard(const char *text)
{
    return text[0] == '\'' && needs_guard(text + 1) ? text + 1 : text;
}
