/* Escaping for XML, SVG and HTML. */
#include "core/xml_text.h"

#include <string.h>

#include "core/text_adapt.h"

void xml_addn(struct str *out, const char *text, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        switch (text[i]) {
        case '&':
            str_add(out, "&amp;");
            break;
        case '<':
            str_add(out, "&lt;");
            break;
        case '>':
            str_add(out, "&gt;");
            break;
        case '"':
            str_add(out, "&quot;");
            break;
        case '\'':
            str_add(out, "&#39;");
            break;
        default:
            str_addc(out, text[i]);
        }
    }
}

void xml_add(struct str *out, const char *text)
{
    xml_addn(out, text, strlen(text));
}

void xml_add_foreign(struct str *out, const char *text)
{
    struct str adapted = {0};
    text_adapt(&adapted, text, CHARSET_UTF8);
    xml_addn(out, str_text(&adapted), adapted.len);
    str_free(&adapted);
}
