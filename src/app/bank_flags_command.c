/* The command `smquiz bank flags`: what players flagged, for the author. */
#include "app/bank_flags_command.h"

#include "app/bank_layers.h"
#include "app/say.h"
#include "core/flag_lines.h"
#include "core/flag_sheet.h"
#include "io/flag_json.h"
#include "io/store_sqlite.h"
#include "ui/tty.h"

enum { DEFAULT_COLS = 80, LEAST_COLS = 20 };

static bool add_flag(const struct run *run, const struct event *event, void *context)
{
    (void)run;
    flag_report_add(context, event);
    return true;
}

static bool add_answer(const struct answer_row *row, void *context)
{
    struct flag_report *report = context;
    const struct event *event = row->event;
    struct graded answer = {
        .keyed = event->keyed, .choice = event->choice, .sure = event->sure, .struck = row->struck};
    if (mode_from_id(row->run->mode, &answer.mode))
        first_answers_add(&report->first, row->learner_name,
                          bank_find_logged(report->bank, event->activity), event->wording, &answer);
    return true;
}

static bool gather(const char *path, struct flag_report *report, struct err *e)
{
    struct store *store = store_sqlite_open(path, STORE_READ, STORE_PATIENCE_SCRIPT_MS, e);
    if (!store)
        return false;
    bool done = store->ops->each_flag(store, add_flag, add_answer, report, e);
    store->ops->close(store);
    flag_report_finish(report);
    return done;
}

/* The lines for a person: as wide as the terminal, and in what it can show, when they go to one. */
static void add_lines(const struct flag_report *report, bool to_file, struct str *out)
{
    int cols, rows;
    if (to_file || !tty_size(&cols, &rows) || cols < LEAST_COLS || cols > TTY_MOST_CELLS)
        cols = DEFAULT_COLS;
    flag_lines(report, to_file ? CHARSET_UTF8 : say_charset(), cols, out);
}

/* The first is lines for a person, which depend on where they go. */
static const struct {
    const char *name;
    void (*write)(const struct flag_report *report, struct str *out);
} formats[] = {{"text", NULL}, {"csv", flag_sheet}, {"json", flag_json}};

const char *bank_flags_format(size_t row)
{
    return row < ARRAY_LEN(formats) ? formats[row].name : NULL;
}

static bool write_report(const struct options *options, const struct flag_report *report,
                         struct err *e)
{
    struct str text = {0};
    if (formats[options->format_row].write)
        formats[options->format_row].write(report, &text);
    else
        add_lines(report, options->output != NULL, &text);
    bool written = say_into(options->output, &text, e);
    str_free(&text);
    return written;
}

enum status bank_flags_command(const struct options *options, const char *program)
{
    struct bank_layers layers;
    struct err e = {0};
    struct bank *bank = bank_layers_read(options, program, &layers, NULL, &e);
    bool good = false;
    if (bank) {
        struct flag_report report;
        flag_report_init(&report, bank);
        good = gather(str_text(&layers.preferences.store), &report, &e) &&
               write_report(options, &report, &e);
        flag_report_free(&report);
    }
    if (!good)
        say_error(e.text);
    bank_free(bank);
    bank_layers_free(&layers);
    return good ? STATUS_OK : e.status;
}
