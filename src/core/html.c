/* Pieces of HTML. */
#include "core/html.h"

#include "core/xml_text.h"

void html_element(struct str *out, const char *tag, const char *attributes, const char *text)
{
    str_addf(out, "<%s%s%s>", tag, *attributes ? " " : "", attributes);
    xml_add_foreign(out, text);
    str_addf(out, "</%s>\n", tag);
}

void html_number(struct str *out, int number)
{
    str_addf(out, "<td class=\"n\">%d</td>\n", number);
}

void html_table_start(struct str *out, const char *caption, const char *const *heads, size_t count,
                      size_t numbers, size_t numbers_end)
{
    /* where it is wider than the window, keys scroll it */
    str_add(out, "<div class=\"wide\" role=\"group\" tabindex=\"0\" aria-label=\"");
    xml_add_foreign(out, caption);
    str_add(out, "\"><table>\n");
    html_element(out, "caption", "", caption);
    str_add(out, "<thead><tr>\n");
    for (size_t i = 0; i < count; i++)
        html_element(out, "th",
                     i >= numbers && i < numbers_end ? "scope=\"col\" class=\"n\""
                                                     : "scope=\"col\"",
                     heads[i]);
    str_add(out, "</tr></thead>\n<tbody>\n");
}

void html_table_end(struct str *out)
{
    str_add(out, "</tbody></table></div>\n");
}
