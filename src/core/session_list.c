/* The list of sessions in columns. */
#include "core/session_list.h"

#include <stdlib.h>

#include "core/calendar.h"
#include "core/text.h"

enum { GAP = 2, CODE_SHOWN_MAX = 40 };

/* Appends a text and blanks up to the next column. */
static void add_cell(struct str *out, const char *text, int width)
{
    str_addf(out, "%s%*s", text, width - text_width(text) + GAP, "");
}

static void add_parts(const struct session_row *row, struct str *out)
{
    bool first = true;
    if (!row->read)
        str_add(out, _("cannot be read"));
    for (int part = 0; part < PART_COUNT && row->read; part++) {
        bool open = !row->self_paced && row->open == (enum part)part;
        if (!row->has[part])
            continue;
        str_addf(out, "%s%s%s%s", first ? "" : " ", open ? "[" : "", part_id((enum part)part),
                 open ? "]" : "");
        first = false;
    }
    if (row->read && !row->self_paced && row->open == PART_NONE)
        str_add(out, _(" (none open)"));
    if (row->read && row->self_paced)
        str_add(out, _(" (self-paced)"));
}

void session_list_write(const struct session_row *rows, size_t count, struct str *out)
{
    struct str *codes = xcalloc(count, sizeof *codes), *parts = xcalloc(count, sizeof *parts);
    int code_width = 0, parts_width = 0;
    for (size_t i = 0; i < count; i++) {
        text_show(&codes[i], rows[i].code, CODE_SHOWN_MAX);
        add_parts(&rows[i], &parts[i]);
        int code = text_width(str_text(&codes[i])), part = text_width(str_text(&parts[i]));
        code_width = code > code_width ? code : code_width;
        parts_width = part > parts_width ? part : parts_width;
    }
    for (size_t i = 0; i < count; i++) {
        add_cell(out, str_text(&codes[i]), code_width);
        calendar_write(out, rows[i].day);
        str_addf(out, "%*s", GAP, "");
        add_cell(out, str_text(&parts[i]), parts_width);
        text_show(out, rows[i].title, 0);
        str_addc(out, '\n');
        str_free(&codes[i]);
        str_free(&parts[i]);
    }
    free(codes);
    free(parts);
}
