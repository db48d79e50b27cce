/* Answers out to machines: the columns once, then as CSV or as JSON. */
#include "io/export.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "core/csv_write.h"
#include "core/moment.h"
#include "io/json_doc.h"
#include "io/replace.h"

enum { VERSION = 1 };

/* One row on its way out; the first of CSV is the header. */
struct writing {
    enum export_format format;
    FILE *file;
    struct str line;
    struct json_doc *object; /* JSON: the row; NULL for CSV */
    bool header;             /* CSV: names are written, not values */
    size_t rows;
};

/* ---- cells ---- */

static void start_cell(struct writing *w)
{
    if (w->line.len > 0)
        str_addc(&w->line, ',');
}

static void put_text(struct writing *w, const char *name, const char *text)
{
    if (w->object) {
        json_doc_put_text(w->object, name, text);
        return;
    }
    start_cell(w);
    csv_add_foreign(&w->line, w->header ? name : text);
}

static void put_number(struct writing *w, const char *name, int64_t number)
{
    if (w->object) {
        json_doc_put_number(w->object, name, number);
    } else if (w->header) {
        put_text(w, name, "");
    } else {
        start_cell(w);
        str_addf(&w->line, "%" PRId64, number);
    }
}

/* Yes or no: 1 or 0 in CSV, true or false in JSON. */
static void put_flag(struct writing *w, const char *name, bool flag)
{
    if (w->object)
        json_doc_put_truth(w->object, name, flag);
    else
        put_number(w, name, flag);
}

static void put_hash(struct writing *w, const char *name, uint64_t hash)
{
    char digits[17];
    snprintf(digits, sizeof digits, "%016" PRIx64, hash);
    put_text(w, name, digits);
}

static void put_moment(struct writing *w, const char *name, int64_t utc_ms)
{
    struct str moment = {0};
    moment_write(&moment, utc_ms);
    put_text(w, name, str_text(&moment));
    str_free(&moment);
}

/* ---- rows ---- */

/* The columns, in the order of the manual. */
static void put_columns(struct writing *w, const struct answer_row *row)
{
    const struct run *run = row->run;
    const struct event *event = row->event;
    put_text(w, "learner", row->learner_name);
    put_text(w, "learner_id", run->learner);
    put_text(w, "run", run->id);
    put_text(w, "mode", run->mode);
    put_hash(w, "seed", run->seed);
    put_text(w, "bank", run->bank);
    put_hash(w, "fingerprint", run->fingerprint);
    put_text(w, "session", run->session);
    put_text(w, "part", run->part);
    put_moment(w, "run_started", run->started_utc_ms);
    put_number(w, "sequence", event->sequence);
    put_text(w, "answer_id", event->id);
    put_text(w, "activity", event->activity);
    put_hash(w, "wording", event->wording);
    put_text(w, "keyed", side_id(event->keyed));
    put_text(w, "choice", side_id(event->choice));
    put_flag(w, "right", event->choice == event->keyed);
    put_flag(w, "sure", event->sure);
    put_flag(w, "struck", row->struck);
    put_flag(w, "flagged", row->flagged);
    put_text(w, "flag_note", row->flag_note);
    put_number(w, "elapsed_ms", event->elapsed_ms);
    put_moment(w, "time", event->utc_ms);
    put_number(w, "utc_offset_min", event->utc_offset_min);
}

static bool write_csv_row(struct writing *w, const struct answer_row *row)
{
    str_clear(&w->line);
    put_columns(w, row);
    str_add(&w->line, "\r\n");
    return fwrite(w->line.data, 1, w->line.len, w->file) == w->line.len;
}

/* One object a line; in ASCII, so that nothing in it can act on a terminal. */
static bool write_json_row(struct writing *w, const struct answer_row *row)
{
    w->object = json_doc_object();
    put_columns(w, row);
    fputs(w->rows++ > 0 ? ",\n" : "\n", w->file);
    bool ok = json_doc_write(w->object, w->file);
    json_doc_free(w->object);
    w->object = NULL;
    return ok;
}

static bool write_row(const struct answer_row *row, void *context)
{
    struct writing *w = context;
    return w->format == EXPORT_CSV ? write_csv_row(w, row) : write_json_row(w, row);
}

static void write_head(struct writing *w)
{
    static const struct run no_run = {
        .mode = "", .rules = "", .bank = "", .items = "", .session = "", .part = ""};
    static const struct event no_event = {.activity = "", .note = ""};
    const struct answer_row nothing = {
        .run = &no_run, .learner_name = "", .event = &no_event, .flag_note = ""};
    if (w->format == EXPORT_JSON) {
        fprintf(w->file, "{\"version\":%d,\"answers\":[", VERSION);
        return;
    }
    w->header = true;
    write_csv_row(w, &nothing);
    w->header = false;
}

bool export_answers(struct store *store, const char *learner_id, enum export_format format,
                    const char *path, struct err *e)
{
    struct replace out;
    if (!replace_start(&out, path, e))
        return false;
    struct writing w = {.format = format, .file = out.file};
    write_head(&w);
    bool ok = store->ops->each_answer(store, learner_id, write_row, &w, e);
    if (format == EXPORT_JSON)
        fputs(w.rows > 0 ? "\n]}\n" : "]}\n", w.file);
    str_free(&w.line);
    return replace_end(&out, ok, e); /* which looks for errors of writing */
}
