/* One failure as a value: an exit status and a finished sentence. */
#include "core/err.h"

#include <stdarg.h>
#include <string.h>

#include "core/text.h"

bool err_set(struct err *e, enum status status, const char *format, ...)
{
    struct str text = {0}; /* apart from *e, whose old text may be among the values */
    va_list values;
    va_start(values, format);
    str_addv(&text, format, values);
    va_end(values);
    size_t len = text_prefix(str_text(&text), sizeof e->text - 1);
    memcpy(e->text, str_text(&text), len);
    e->text[len] = '\0';
    e->status = status;
    str_free(&text);
    return false;
}
