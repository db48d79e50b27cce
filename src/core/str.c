/* A growing string: the one text builder. */
#include "core/str.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory_out.h"
#include "core/xmalloc.h"

enum { FIRST_CAP = 64 };

void str_reserve(struct str *s, size_t more)
{
    if (more >= SIZE_MAX / 2 - s->len)
        memory_out();
    size_t need = s->len + more + 1;
    if (need <= s->cap)
        return;
    size_t cap = s->cap < FIRST_CAP ? FIRST_CAP : s->cap * 2;
    s->cap = cap < need ? need : cap;
    s->data = xrealloc(s->data, s->cap, 1);
}

void str_addn(struct str *s, const char *bytes, size_t len)
{
    str_reserve(s, len);
    if (len > 0)
        memcpy(s->data + s->len, bytes, len);
    s->len += len;
    s->data[s->len] = '\0';
}

void str_add(struct str *s, const char *text)
{
    str_addn(s, text, strlen(text));
}

void str_addc(struct str *s, char byte)
{
    str_addn(s, &byte, 1);
}

void str_add_digits(struct str *s, int64_t number, int digits)
{
    str_reserve(s, (size_t)digits);
    for (int i = digits; i > 0; i--, number /= 10)
        s->data[s->len + (size_t)i - 1] = (char)('0' + number % 10);
    s->len += (size_t)digits;
    s->data[s->len] = '\0';
}

void str_addv(struct str *s, const char *format, va_list values)
{
    va_list again;
    va_copy(again, values);
    str_reserve(s, 0);
    int len = vsnprintf(s->data + s->len, s->cap - s->len, format, again);
    va_end(again);
    if (len >= 0 &&
        (size_t)len >= s->cap - s->len) { /* it has to be written anew, into more room */
        str_reserve(s, (size_t)len);
        len = vsnprintf(s->data + s->len, (size_t)len + 1, format, values);
    }
    if (len > 0)
        s->len += (size_t)len;
    s->data[s->len] = '\0';
}

void str_addf(struct str *s, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    str_addv(s, format, values);
    va_end(values);
}

void str_clear(struct str *s)
{
    s->len = 0;
    if (s->data != NULL)
        s->data[0] = '\0';
}

const char *str_text(const struct str *s)
{
    return s->data == NULL ? "" : s->data;
}

void str_free(struct str *s)
{
    free(s->data);
    *s = (struct str){0};
}
