/* The command `smquiz session report`. */
#include "app/session_report_command.h"

#include "app/say.h"
#include "app/session_found.h"
#include "io/session_report_formats.h"

/* Everything that was read; what the report is made of. */
struct reading {
    struct session_found found;
    struct shared_runs runs;
    struct faults refused; /* results that are left out */
};

static bool take_run(const struct shared_run *run, void *context)
{
    struct reading *reading = context;
    if (shared_runs_add(&reading->runs, run) == MERGED_CONFLICT)
        faults_add(&reading->refused, FAULT_ERROR, (struct place){run->run.id, 0},
                   _("another result of this id says something else; this one is left out"));
    return true;
}

/* Reads the settings, the session and its runs. */
static bool read_session(const struct options *options, const char *program,
                         struct reading *reading, struct err *e)
{
    if (!session_found_open(options, program, &reading->found, e))
        return false;
    const struct session_place *place = &reading->found.place;
    bool good = place->share->ops->each_run(place->share, place->code, take_run, reading,
                                            &reading->refused, e);
    say_faults(&reading->refused);
    return good;
}

static bool write_report(const struct options *options, const struct session_report *report,
                         struct err *e)
{
    struct str text = {0};
    session_report_write(report, options->format_row,
                         options->output ? CHARSET_UTF8 : say_charset(), &text);
    bool written = say_into(options->output, &text, e);
    str_free(&text);
    return written;
}

enum status session_report_command(const struct options *options, const char *program)
{
    struct reading reading = {0};
    struct err e = {0};
    bool good = read_session(options, program, &reading, &e);
    if (good) {
        struct session_report report;
        const struct session *session = &reading.found.file.session;
        session_report_make(&report, session, reading.runs.items, reading.runs.len,
                            session->names && !options->anonymous, reading.refused.errors);
        good = write_report(options, &report, &e);
        session_report_free(&report);
    }
    if (!good)
        say_error(e.text);
    shared_runs_free(&reading.runs);
    faults_free(&reading.refused);
    session_found_close(&reading.found);
    return good ? STATUS_OK : e.status;
}
