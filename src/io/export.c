/* Answers out to machines: the columns once, then each format there is. */
#include "io/export.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "core/csv_write.h"
#include "core/moment.h"
#include "io/answer_xapi.h"
#include "io/json_doc.h"
#include "io/replace.h"

enum { HEX_DIGITS = 16 };

struct writing;

/* One format: how a row is written, and what stands around all of them. */
struct format {
    const char *name;
    bool (*write)(struct writing *w, const struct answer_row *row);
    const char *head, *tail;   /* NULL: a row of the columns' names; nothing */
    const char *between, *end; /* of cells, and behind the last of a row; NULL: it has no cells */
};

/* One row on its way out; the first of cells is the header. */
struct writing {
    const struct format *format;
    FILE *file;
    struct str line, moment;
    struct str run_cells; /* cells: those of the run `run`, the same for all its answers */
    char run[UUID_SIZE];
    struct json_doc *object; /* JSON: the row; else NULL */
    bool header;             /* cells: names are written, not values */
    size_t rows;
};

/* ---- cells ---- */

static void start_cell(struct writing *w)
{
    if (w->line.len > 0)
        str_add(&w->line, w->format->between);
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
    if (w->object) {
        json_doc_put_truth(w->object, name, flag);
    } else if (w->header) {
        put_text(w, name, "");
    } else {
        start_cell(w);
        str_addc(&w->line, flag ? '1' : '0');
    }
}

static void put_hash(struct writing *w, const char *name, uint64_t hash)
{
    char digits[HEX_DIGITS + 1] = "";
    for (int i = HEX_DIGITS; i > 0; i--, hash >>= 4)
        digits[i - 1] = "0123456789abcdef"[hash & 0xf];
    put_text(w, name, digits);
}

static void put_moment(struct writing *w, const char *name, int64_t utc_ms)
{
    str_clear(&w->moment);
    moment_write(&w->moment, utc_ms);
    put_text(w, name, str_text(&w->moment));
}

/* ---- rows ---- */

/* The columns, in the order of the manual: first those of the run. */
static void put_run(struct writing *w, const struct answer_row *row)
{
    const struct run *run = row->run;
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
}

static void put_answer(struct writing *w, const struct answer_row *row)
{
    const struct event *event = row->event;
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

static bool write_cells(struct writing *w, const struct answer_row *row)
{
    str_clear(&w->line);
    if (w->run_cells.len > 0 && strcmp(w->run, row->run->id) == 0) {
        str_addn(&w->line, str_text(&w->run_cells), w->run_cells.len);
    } else {
        put_run(w, row);
        str_clear(&w->run_cells);
        str_addn(&w->run_cells, str_text(&w->line), w->line.len);
        memcpy(w->run, row->run->id, UUID_SIZE);
    }
    put_answer(w, row);
    str_add(&w->line, w->format->end);
    return fwrite(w->line.data, 1, w->line.len, w->file) == w->line.len;
}

/* One object a line; in ASCII, so that nothing in it can act on a terminal. */
static bool write_json_row(struct writing *w, const struct answer_row *row)
{
    w->object = json_doc_object();
    put_run(w, row);
    put_answer(w, row);
    str_clear(&w->line);
    str_add(&w->line, w->rows++ > 0 ? ",\n" : "\n");
    json_doc_line(w->object, &w->line);
    json_doc_free(w->object);
    w->object = NULL;
    return fwrite(w->line.data, 1, w->line.len, w->file) == w->line.len;
}

static bool write_statement(struct writing *w, const struct answer_row *row)
{
    str_clear(&w->line);
    w->rows += answer_xapi(row, w->rows > 0, &w->line);
    return fwrite(str_text(&w->line), 1, w->line.len, w->file) == w->line.len;
}

static const struct format formats[] = {
    [EXPORT_CSV] = {.name = "csv", .write = write_cells, .between = ",", .end = "\r\n"},
    [EXPORT_JSON] = {.name = "json",
                     .write = write_json_row,
                     .head = "{\"version\":1,\"answers\":[",
                     .tail = "]}\n"},
    [EXPORT_XAPI] = {.name = "xapi", .write = write_statement, .head = "[", .tail = "]\n"},
};

const char *export_format_name(size_t format)
{
    return format < ARRAY_LEN(formats) ? formats[format].name : NULL;
}

/* ---- the whole ---- */

static bool write_row(const struct answer_row *row, void *context)
{
    struct writing *w = context;
    return w->format->write(w, row);
}

static void write_head(struct writing *w)
{
    static const struct run no_run = {
        .mode = "", .rules = "", .bank = "", .items = "", .session = "", .part = ""};
    static const struct event no_event = {.activity = "", .note = ""};
    const struct answer_row nothing = {
        .run = &no_run, .learner_name = "", .event = &no_event, .flag_note = ""};
    if (w->format->head) {
        fputs(w->format->head, w->file);
        return;
    }
    w->header = true;
    write_cells(w, &nothing);
    w->header = false;
}

static void write_tail(struct writing *w)
{
    if (!w->format->tail)
        return;
    if (w->rows > 0)
        fputc('\n', w->file);
    fputs(w->format->tail, w->file);
}

bool export_answers(struct store *store, const char *learner_id, enum export_format format,
                    const char *path, struct err *e)
{
    struct replace out;
    if (!replace_start(&out, path, e))
        return false;
    struct writing w = {.format = &formats[format], .file = out.file};
    write_head(&w);
    bool ok = store->ops->each_answer(store, learner_id, write_row, &w, e);
    write_tail(&w);
    str_free(&w.line);
    str_free(&w.moment);
    str_free(&w.run_cells);
    return replace_end(&out, ok, e); /* which looks for errors of writing */
}
