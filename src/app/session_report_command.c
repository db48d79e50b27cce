/* The command `smquiz session report`. */
#include "app/session_report_command.h"

#include "app/say.h"
#include "app/session_place.h"
#include "io/replace.h"
#include "io/session_report_formats.h"

/* Everything that was read; what the report is made of. */
struct reading {
    struct preferences preferences;
    struct session_place place;
    struct session_file file;
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
    struct share_state state;
    struct faults faults = {0};
    bool good = preferences_read(options, program, &reading->preferences, &faults, e);
    say_faults(&faults);
    faults_free(&faults);
    if (!good || !session_place_open(options, &reading->preferences, &reading->place, e))
        return false;
    good = session_place_read(&reading->place, &reading->file, &state, &faults, e);
    if (!good) /* warnings about a session that can be read were for whoever made it */
        say_faults(&faults);
    faults_free(&faults);
    struct share *share = reading->place.share;
    good = good && share->ops->each_run(share, reading->place.code, take_run, reading,
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
    bool written = replace_text(options->output ? options->output : "-", &text, e);
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
        bool names = reading.file.session.names && !options->anonymous;
        session_report_make(&report, &reading.file.session, reading.runs.items, reading.runs.len,
                            names, reading.refused.errors);
        good = write_report(options, &report, &e);
        session_report_free(&report);
    }
    if (!good)
        say_error(e.text);
    shared_runs_free(&reading.runs);
    faults_free(&reading.refused);
    session_file_free(&reading.file);
    session_place_close(&reading.place);
    preferences_free(&reading.preferences);
    return good ? STATUS_OK : e.status;
}
