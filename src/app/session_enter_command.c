/* The command `smquiz session enter`: results typed in, a line a person. */
#include "app/session_enter_command.h"

#include <unistd.h>

#include "app/ask.h"
#include "app/enter.h"
#include "app/say.h"
#include "app/session_found.h"
#include "core/tick_line.h"
#include "core/tick_sheet.h"
#include "io/clock.h"

/* An example for a sheet of the session's first part. */
static void add_example(const struct session *session, struct str *out)
{
    struct tick_sheet sheet = {session, session->code, {true, true, true}, {true, true}};
    struct tick_page pages[TICK_SHEET_PAGES_MAX];
    if (tick_sheet_pages(&sheet, pages) > 0)
        tick_line_example(pages[0].part, pages[0].form, pages[0].items->count, out);
}

static enum status explain(const struct session *session)
{
    struct str text = {0}, title = {0};
    text_show(&title, session->title, 0);
    str_addf(
        &text,
        _("Results of “%s”, a line a person: the name and a result code, or a tick sheet as in "
          "the example, where blanks between the letters do not count. An empty line ends."),
        str_text(&title));
    enum status status = ask_say(str_text(&text), 0);
    str_clear(&text);
    add_example(session, &text);
    if (status == STATUS_OK)
        status = ask_say(str_text(&text), 2);
    str_free(&text);
    str_free(&title);
    return status;
}

/* Says what became of a line: at a terminal right below it, else faults with their line. */
static enum status tell(enum entered entered, const struct str *reply, bool terminal, int number)
{
    enum status status = STATUS_OK;
    struct str line = {0};
    if (entered == ENTERED_NOTHING)
        return status;
    if (terminal) {
        status = ask_say(str_text(reply), 2);
    } else if (entered == ENTERED_REFUSED || entered == ENTERED_LOST) {
        str_addf(&line, _("line %d: %s"), number, str_text(reply));
        say_error(str_text(&line));
    } else {
        str_addf(&line, "%s\n", str_text(reply));
        status = say_out(str_text(&line));
    }
    str_free(&line);
    return status;
}

static enum status take_lines(struct entering *entering, bool terminal)
{
    struct str line = {0};
    enum status status = STATUS_OK;
    enum entered entered = ENTERED_NOTHING;
    bool more = true;
    int64_t typed_utc_ms = 0;
    for (int number = 1; more && status == STATUS_OK && entered != ENTERED_LOST; number++) {
        struct str reply = {0};
        status = ask_next(&line);
        more = status == STATUS_OK && !(terminal && !line.len);
        if (more) {
            struct now now = clock_now_after(&typed_utc_ms); /* the last of one person counts */
            entered = enter_line(entering, str_text(&line), now, &reply);
            status = tell(entered, &reply, terminal, number);
        }
        str_free(&reply);
    }
    str_free(&line);
    return status == STATUS_NO_INPUT ? STATUS_OK : status;
}

/* What came of all of it, and the status that stands for it. */
static enum status conclude(const struct entering *entering)
{
    struct str sum = {0};
    enter_sum(entering, &sum);
    enum status status = ask_say(str_text(&sum), 0);
    str_free(&sum);
    if (entering->counts[ENTERED_LOST]) {
        say_error(_("Type this line again later, and those behind it. What was typed before is "
                    "there; to type it again changes nothing."));
        return entering->e.status;
    }
    return entering->counts[ENTERED_REFUSED] ? STATUS_DATA : status;
}

static enum status enter(const struct session_place *place, const struct session *session,
                         struct err *e)
{
    struct entering entering;
    bool terminal = isatty(STDIN_FILENO) == 1;
    enum status status = STATUS_OK;
    if (!enter_begin(&entering, place->share, session, e)) {
        status = e->status;
    } else {
        if (terminal)
            status = explain(session);
        if (status == STATUS_OK)
            status = take_lines(&entering, terminal);
        if (status == STATUS_OK)
            status = conclude(&entering);
    }
    enter_end(&entering);
    return status;
}

enum status session_enter_command(const struct options *options, const char *program)
{
    struct session_found found;
    struct err e = {0};
    enum status status = STATUS_SOFTWARE;
    if (session_found_open(options, program, &found, &e))
        status = enter(&found.place, &found.file.session, &e);
    if (*e.text) {
        say_error(e.text);
        status = e.status;
    }
    if (e.status == STATUS_TRY_LATER)
        say_error(_("Nothing was read; the same lines can be typed again later."));
    session_found_close(&found);
    return status;
}
