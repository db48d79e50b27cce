/* The command `smquiz session print`: tick sheets and their key. */
#include "app/session_print_command.h"

#include "app/part_list.h"
#include "app/say.h"
#include "app/session_found.h"
#include "core/tick_sheet_html.h"
#include "core/tick_sheet_text.h"

/* Chooses the parts and forms that the options name, or all there are. */
static bool choose(const struct options *options, struct tick_sheet *sheet, struct err *e)
{
    if (!part_list_read(options->parts, sheet->parts, e))
        return false;
    for (int part = 0; options->parts && part < PART_COUNT; part++)
        if (sheet->parts[part] && !sheet->session->has[part])
            return err_set(e, STATUS_USAGE, _("This session has no part “%s”."),
                           part_id((enum part)part));
    for (int form = 0; form < FORM_COUNT; form++)
        sheet->forms[form] = !options->form_given || options->form == (enum form)form;
    return true;
}

/* The first is text, in what the terminal can show. */
static const struct {
    const char *name;
    void (*write)(const struct tick_sheet *sheet, struct str *out);
} formats[] = {{"text", NULL}, {"html", tick_sheet_html}};

const char *session_print_format(size_t row)
{
    return row < ARRAY_LEN(formats) ? formats[row].name : NULL;
}

static bool print(const struct options *options, const struct session_found *found, struct err *e)
{
    struct str name = {0}, text = {0};
    session_place_name(options, &found->place, &name);
    struct tick_sheet sheet = {.session = &found->file.session, .name = str_text(&name)};
    bool good = choose(options, &sheet, e);
    if (good && formats[options->format_row].write)
        formats[options->format_row].write(&sheet, &text);
    else if (good)
        tick_sheet_text(&sheet, options->output ? CHARSET_UTF8 : say_charset(), &text);
    good = good && say_into(options->output, &text, e);
    str_free(&name);
    str_free(&text);
    return good;
}

enum status session_print_command(const struct options *options, const char *program)
{
    struct session_found found;
    struct err e = {0};
    bool good = session_found_open(options, program, &found, &e) && print(options, &found, &e);
    if (!good)
        say_error(e.text);
    session_found_close(&found);
    return good ? STATUS_OK : e.status;
}
