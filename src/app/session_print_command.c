/* The command `smquiz session print`: tick sheets and their key. */
#include "app/session_print_command.h"

#include <string.h>

#include "app/say.h"
#include "app/session_place.h"
#include "core/tick_sheet_html.h"
#include "core/tick_sheet_text.h"
#include "io/replace.h"

/* Reads "before,practice", or takes what the session has. */
static bool choose_parts(const char *list, struct tick_sheet *sheet, struct err *e)
{
    struct str id = {0}, shown = {0};
    bool good = true;
    for (int part = 0; part < PART_COUNT; part++)
        sheet->parts[part] = !list;
    while (list && good) {
        size_t len = strcspn(list, ",");
        str_clear(&id);
        str_addn(&id, list, len);
        enum part part = part_from_id(str_text(&id));
        text_show(&shown, str_text(&id), 0);
        if (part == PART_NONE)
            good =
                err_set(e, STATUS_USAGE, _("--parts takes before, practice and after, not “%s”."),
                        str_text(&shown));
        else if (!sheet->session->has[part])
            good = err_set(e, STATUS_USAGE, _("This session has no part “%s”."), part_id(part));
        else
            sheet->parts[part] = true;
        list = list[len] ? list + len + 1 : NULL;
    }
    str_free(&id);
    str_free(&shown);
    return good;
}

static bool print(const struct options *options, const struct session *session, struct err *e)
{
    struct tick_sheet sheet = {.session = session};
    struct str text = {0};
    if (!choose_parts(options->parts, &sheet, e))
        return false;
    for (int form = 0; form < FORM_COUNT; form++)
        sheet.forms[form] = !options->form_given || options->form == (enum form)form;
    if (strcmp(options->format, "html") == 0)
        tick_sheet_html(&sheet, &text);
    else
        tick_sheet_text(&sheet, options->output ? CHARSET_UTF8 : say_charset(), &text);
    bool written = replace_text(options->output ? options->output : "-", &text, e);
    str_free(&text);
    return written;
}

enum status session_print_command(const struct options *options, const char *program)
{
    struct preferences preferences = {0};
    struct session_place place = {0};
    struct session_file file = {0};
    struct share_state state;
    struct faults faults = {0};
    struct err e = {0};
    bool good = preferences_read(options, program, &preferences, &faults, &e) &&
                session_place_open(options, &preferences, &place, &e) &&
                session_place_read(&place, &file, &state, &faults, &e);
    if (!good)
        say_faults(&faults);
    good = good && print(options, &file.session, &e);
    if (!good)
        say_error(e.text);
    session_file_free(&file);
    session_place_close(&place);
    preferences_free(&preferences);
    faults_free(&faults);
    return good ? STATUS_OK : e.status;
}
