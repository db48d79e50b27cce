/* From rows of runs and events to records, and back: everything read is looked at twice. */
#include "team/team_row.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/session.h"
#include "core/text.h"

enum { HEX_DIGITS = TEAM_HEX_SIZE - 1 };

/* ---- reading ---- */

/* One row being read, column by column; the first fault stays. */
struct reader {
    const struct team_rows *rows;
    int row, column;
    struct arena *arena;
    const char *fault;
};

static void complain(struct reader *r, const char *fault)
{
    if (!r->fault)
        r->fault = fault;
}

static const char *next(struct reader *r)
{
    return team_rows_text(r->rows, r->row, r->column++);
}

/* A text of at most `max` bytes that may be shown; "" only when it may be empty. */
static const char *read_text(struct reader *r, size_t max, bool may_be_empty)
{
    const char *text = next(r);
    size_t len = strlen(text);
    if (len > max)
        complain(r, N_("a text is too long"));
    else if (len == 0 && !may_be_empty)
        complain(r, N_("a text is missing"));
    else if (text_examine(text, len, NULL) != TEXT_OK)
        complain(r, N_("a text has characters that cannot be shown"));
    return arena_copy(r->arena, text, len);
}

static void read_uuid(struct reader *r, char out[UUID_SIZE])
{
    const char *text = next(r);
    memset(out, 0, UUID_SIZE);
    if (strlen(text) == UUID_SIZE - 1 && uuid_valid(text))
        memcpy(out, text, UUID_SIZE);
    else
        complain(r, N_("an id is none"));
}

static int64_t read_number(struct reader *r, int64_t least, int64_t most)
{
    int64_t number = 0;
    if (!team_rows_number(r->rows, r->row, r->column++, &number) || number < least || number > most)
        complain(r, N_("a number is out of range"));
    return number;
}

static uint64_t read_hex(struct reader *r)
{
    const char *text = next(r);
    if (strlen(text) != HEX_DIGITS || strspn(text, "0123456789abcdef") != HEX_DIGITS)
        complain(r, N_("a number is out of range"));
    return strtoull(text, NULL, 16);
}

static enum side read_side(struct reader *r)
{
    const char *text = next(r);
    enum side side = side_from_id(text);
    if (side == SIDE_NONE && *text)
        complain(r, N_("a side is neither sales nor marketing"));
    return side;
}

static void read_learner(struct reader *r, struct learner *learner)
{
    struct err ignored;
    read_uuid(r, learner->id);
    const char *name = next(r);
    if (learner_name_valid(name, &ignored))
        memcpy(learner->name, name, strlen(name) + 1);
    else
        complain(r, N_("nobody can be called so"));
}

/* The texts' limits are those of the tables, which are wider than those of the program. */
enum { OWNER_MAX = 63, WORD_MAX = 128, NAME_MAX_BYTES = 256, RULES_MAX = 16384, ITEMS_MAX = 65536 };

bool team_row_run(const struct team_rows *rows, int row, const char *code, struct arena *arena,
                  struct shared_run *out, const char **fault)
{
    struct reader r = {.rows = rows, .row = row, .arena = arena};
    struct run *run = &out->run;
    *out = (struct shared_run){.source = SOURCE_PLAYED};
    out->owner = read_text(&r, OWNER_MAX, false);
    if (!source_from_id(next(&r), &out->source))
        complain(&r, N_("it came in a way that is not known"));
    read_learner(&r, &out->learner);
    read_uuid(&r, run->id);
    read_uuid(&r, run->learner);
    run->mode = read_text(&r, WORD_MAX, false);
    run->rules = read_text(&r, RULES_MAX, true);
    run->seed = read_hex(&r);
    run->bank = read_text(&r, WORD_MAX, false);
    run->fingerprint = read_hex(&r);
    run->items = read_text(&r, ITEMS_MAX, true);
    run->session = read_text(&r, SESSION_CODE_SIZE, false);
    run->part = read_text(&r, WORD_MAX, true);
    run->started_utc_ms = read_number(&r, 0, SHARED_TIME_MS_MAX);
    run->utc_offset_min = (int)read_number(&r, -UTC_OFFSET_MAX, UTC_OFFSET_MAX);
    if (strcmp(run->learner, out->learner.id) != 0)
        complain(&r, N_("it is of another person"));
    if (strcmp(run->session, code) != 0)
        complain(&r, N_("it is of another session"));
    if (*run->part && part_from_id(run->part) == PART_NONE)
        complain(&r, N_("there is no such part"));
    *fault = r.fault;
    return !r.fault;
}

bool team_row_event(const struct team_rows *rows, int row, int sequence, struct arena *arena,
                    struct event *out, const char **fault)
{
    struct reader r = {.rows = rows, .row = row, .arena = arena};
    *out = (struct event){.sequence = sequence};
    read_uuid(&r, out->id);
    read_uuid(&r, out->run);
    if (read_number(&r, 1, INT32_MAX) != sequence)
        complain(&r, N_("an event is missing"));
    if (!event_kind_from_id(next(&r), &out->kind))
        complain(&r, N_("an event is of a kind that is not known"));
    out->activity = read_text(&r, NAME_MAX_BYTES, out->kind == EVENT_END);
    out->wording = read_hex(&r);
    out->keyed = read_side(&r);
    out->choice = read_side(&r);
    if (out->kind == EVENT_ANSWER && (out->keyed == SIDE_NONE || out->choice == SIDE_NONE))
        complain(&r, N_("an answer has no side"));
    out->sure = strcmp(next(&r), "t") == 0;
    out->utc_ms = read_number(&r, 0, SHARED_TIME_MS_MAX);
    out->utc_offset_min = (int)read_number(&r, -UTC_OFFSET_MAX, UTC_OFFSET_MAX);
    out->note = read_text(&r, EVENT_NOTE_MAX, true);
    *fault = r.fault;
    return !r.fault;
}

/* ---- writing ---- */

void team_row_hex(char out[TEAM_HEX_SIZE], uint64_t number)
{
    snprintf(out, TEAM_HEX_SIZE, "%016" PRIx64, number);
}

/* An element of an array as PostgreSQL writes them, always quoted. */
static void add_quoted(struct str *array, const char *text)
{
    str_add(array, array->len ? ",\"" : "{\"");
    for (; *text; text++) {
        if (*text == '"' || *text == '\\')
            str_addc(array, '\\');
        str_addc(array, *text);
    }
    str_addc(array, '"');
}

static void add_number(struct str *array, int64_t number)
{
    str_addf(array, "%s%" PRId64, array->len ? "," : "{", number);
}

void team_arrays_add(struct team_arrays *arrays, const struct event *event)
{
    char hex[TEAM_HEX_SIZE];
    struct str *column = arrays->columns;
    team_row_hex(hex, event->wording);
    add_quoted(column++, event->id);
    add_number(column++, event->sequence);
    add_quoted(column++, event_kind_id(event->kind));
    add_quoted(column++, event->activity);
    add_quoted(column++, hex);
    add_quoted(column++, side_id(event->keyed));
    add_quoted(column++, side_id(event->choice));
    add_quoted(column++, event->sure ? "t" : "f");
    add_number(column++, event->utc_ms);
    add_number(column++, event->utc_offset_min);
    add_quoted(column, event->note);
}

void team_arrays_end(struct team_arrays *arrays, struct team_args *args)
{
    for (int i = 0; i < TEAM_ARRAYS; i++) {
        str_addc(&arrays->columns[i], '}');
        args->values[args->count++] = arrays->columns[i].data;
    }
}

void team_arrays_free(struct team_arrays *arrays)
{
    for (int i = 0; i < TEAM_ARRAYS; i++)
        str_free(&arrays->columns[i]);
}
