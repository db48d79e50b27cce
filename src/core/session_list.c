/* The list of sessions in sentences. */
#include "core/session_list.h"

#include "core/calendar.h"
#include "core/page.h"

enum { INDENT = 2 };

/* What can be done with the session now. */
static const char *state_sentence(const struct session_row *row)
{
    if (!row->read)
        return _("It cannot be read.");
    return session_open_sentence(row->self_paced, row->open);
}

static void add_parts(const struct session_row *row, struct page *page)
{
    struct str parts = {0};
    for (int part = 0; part < PART_COUNT; part++)
        if (row->has[part])
            str_addf(&parts, "%s%s", parts.len ? ", " : "", part_id((enum part)part));
    page_addf(page, ROLE_TEXT, _("Parts: %s."), str_text(&parts))->indent = INDENT;
    str_free(&parts);
}

static void add_session(const struct session_row *row, struct page *page)
{
    struct str code = {0}, title = {0}, day = {0};
    text_show(&code, row->code, 0);
    text_show(&title, row->title, 0);
    calendar_write(&day, row->day);
    page_add(page, ROLE_STRONG, str_text(&code));
    if (title.len)
        page_add(page, ROLE_TEXT, str_text(&title))->indent = INDENT;
    page_add(page, ROLE_TEXT, state_sentence(row))->indent = INDENT;
    if (row->read)
        add_parts(row, page);
    page_addf(page, ROLE_TEXT, _("Made on %s."), str_text(&day))->indent = INDENT;
    str_free(&code);
    str_free(&title);
    str_free(&day);
}

void session_list_write(const struct session_row *rows, size_t count, int cols, struct str *out)
{
    struct page page;
    page_init(&page, CHARSET_UTF8);
    for (size_t i = 0; i < count; i++)
        add_session(&rows[i], &page);
    page_tell(&page, cols, out);
    page_free(&page);
}
