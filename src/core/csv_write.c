/* Cells of CSV, guarded against being taken for formulas. */
#include "core/csv_write.h"

#include <string.h>

#include "core/text.h"

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
    for (const char *quote; (quote = strchr(text, '"')) != NULL; text = quote + 1) {
        str_addn(out, text, (size_t)(quote - text) + 1);
        str_addc(out, '"');
    }
    str_add(out, text);
    str_addc(out, '"');
}

void csv_add_foreign(struct str *out, const char *text)
{
    struct str shown = {0};
    enum text_fault fault = text_examine(text, strlen(text), NULL);
    if (fault == TEXT_INVISIBLE)
        str_add(&shown, text);
    else if (fault != TEXT_OK)
        text_show(&shown, text, 0);
    text_drop_invisible(&shown);
    csv_add_cell(out, fault == TEXT_OK ? text : str_text(&shown));
    str_free(&shown);
}

const char *csv_without_guard(const char *text)
{
    return text[0] == '\'' && needs_guard(text + 1) ? text + 1 : text;
}
