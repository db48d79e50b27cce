/* The file of one shared run: written by us, read as if by an enemy. */
#include "io/result_file.h"

#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/session.h"
#include "core/text.h"
#include "io/json_doc.h"
#include "io/store.h"

enum { VERSION = 1, HASH_DIGITS = 16, SHOWN_MAX = 60, FIRST_EVENT_LINE = 2 };
#define MARK "result"

/* ---- writing ---- */

static void put_hash(struct json_doc *object, const char *key, uint64_t hash)
{
    char digits[HASH_DIGITS + 1];
    snprintf(digits, sizeof digits, "%016" PRIx64, hash);
    json_doc_put_text(object, key, digits);
}

static void write_line(struct str *out, struct json_doc *doc)
{
    json_doc_line(doc, out);
    str_addc(out, '\n');
    json_doc_free(doc);
}

static struct json_doc *run_doc(const struct run *run)
{
    struct json_doc *doc = json_doc_object();
    json_doc_put_text(doc, "id", run->id);
    json_doc_put_text(doc, "mode", run->mode);
    json_doc_put_text(doc, "rules", run->rules);
    put_hash(doc, "seed", run->seed);
    json_doc_put_text(doc, "bank", run->bank);
    put_hash(doc, "fingerprint", run->fingerprint);
    json_doc_put_text(doc, "items", run->items);
    json_doc_put_text(doc, "session", run->session);
    json_doc_put_text(doc, "part", run->part);
    json_doc_put_number(doc, "started", run->started_utc_ms);
    json_doc_put_number(doc, "utc_offset_min", run->utc_offset_min);
    return doc;
}

static void write_header(struct str *out, const struct shared_run *run)
{
    struct json_doc *doc = json_doc_object(), *learner = json_doc_object();
    json_doc_put_text(learner, "id", run->learner.id);
    json_doc_put_text(learner, "name", run->learner.name);
    json_doc_put_text(doc, "smquiz", MARK);
    json_doc_put_number(doc, "version", VERSION);
    json_doc_put_text(doc, "source", source_id(run->source));
    json_doc_put_number(doc, "events", (int64_t)run->count);
    json_doc_put(doc, "learner", learner);
    json_doc_put(doc, "run", run_doc(&run->run));
    write_line(out, doc);
}

static void write_event(struct str *out, const struct event *event)
{
    struct json_doc *doc = json_doc_object();
    json_doc_put_text(doc, "id", event->id);
    json_doc_put_number(doc, "sequence", event->sequence);
    json_doc_put_text(doc, "kind", event_kind_id(event->kind));
    json_doc_put_text(doc, "activity", event->activity);
    put_hash(doc, "wording", event->wording);
    json_doc_put_text(doc, "keyed", side_id(event->keyed));
    json_doc_put_text(doc, "choice", side_id(event->choice));
    json_doc_put_truth(doc, "sure", event->sure);
    json_doc_put_number(doc, "time", event->utc_ms);
    json_doc_put_number(doc, "utc_offset_min", event->utc_offset_min);
    json_doc_put_text(doc, "note", event->note);
    write_line(out, doc);
}

bool result_file_write(struct str *out, const struct shared_run *run, struct err *e)
{
    size_t before = out->len;
    if (run->count <= RESULT_FILE_EVENTS_MAX) {
        write_header(out, run);
        for (size_t i = 0; i < run->count; i++)
            write_event(out, &run->events[i]);
    }
    return (run->count <= RESULT_FILE_EVENTS_MAX && out->len - before <= RESULT_FILE_BYTES_MAX) ||
           err_set(e, STATUS_DATA, _("A run is too long to be shared."));
}

/* ---- reading ---- */

struct reading {
    const char *next, *end; /* what is still to be read */
    int line;
    struct arena *arena;
    struct err *e;
};

static bool refuse(const struct reading *r, const char *key)
{
    return err_set(r->e, STATUS_DATA, _("“%s” is missing here or cannot be so"), key);
}

/* Parses the next line; NULL and the error when there is none or it is no JSON. */
static struct json_doc *next_line(struct reading *r)
{
    const char *start = r->next;
    const char *newline = start < r->end ? memchr(start, '\n', (size_t)(r->end - start)) : NULL;
    r->line++;
    if (!newline) {
        err_set(r->e, STATUS_DATA,
                start == r->end ? _("it was cut short: lines are missing at its end")
                                : _("it was cut short in the middle of this line"));
        return NULL;
    }
    r->next = newline + 1;
    struct json_doc *doc = json_doc_parse(start, (size_t)(newline - start));
    if (!doc)
        err_set(r->e, STATUS_DATA, _("this line is damaged"));
    return doc;
}

static bool read_text(const struct reading *r, const struct json_doc *object, const char *key,
                      const char **out)
{
    const char *text = json_doc_text(object, key);
    enum text_fault fault = text ? text_examine(text, strlen(text), NULL) : TEXT_ILL_FORMED;
    if (fault != TEXT_OK && fault != TEXT_INVISIBLE) /* some people's scripts need the latter */
        return refuse(r, key);
    *out = arena_copy(r->arena, text, strlen(text));
    return true;
}

static bool read_id(const struct reading *r, const struct json_doc *object, const char *key,
                    char out[UUID_SIZE])
{
    const char *text = json_doc_text(object, key);
    if (!text || !uuid_valid(text))
        return refuse(r, key);
    memcpy(out, text, UUID_SIZE);
    return true;
}

static bool read_hash(const struct reading *r, const struct json_doc *object, const char *key,
                      uint64_t *out)
{
    const char *text = json_doc_text(object, key);
    if (!text || strlen(text) != HASH_DIGITS || strspn(text, "0123456789abcdef") != HASH_DIGITS)
        return refuse(r, key);
    *out = strtoull(text, NULL, 16);
    return true;
}

static bool read_number(const struct reading *r, const struct json_doc *object, const char *key,
                        int64_t least, int64_t most, int64_t *out)
{
    return (json_doc_number(object, key, out) && *out >= least && *out <= most) || refuse(r, key);
}

static bool read_int(const struct reading *r, const struct json_doc *object, const char *key,
                     int least, int most, int *out)
{
    int64_t wide = 0;
    bool read = read_number(r, object, key, least, most, &wide);
    *out = (int)wide;
    return read;
}

/* Minutes east; store_valid has the limits. */
static bool read_offset(const struct reading *r, const struct json_doc *object, int *out)
{
    return read_int(r, object, "utc_offset_min", INT_MIN, INT_MAX, out);
}

static bool read_side(const struct reading *r, const struct json_doc *object, const char *key,
                      enum side *out)
{
    const char *text = json_doc_text(object, key);
    *out = text ? side_from_id(text) : SIDE_NONE;
    return (text && (*out != SIDE_NONE || !*text)) || refuse(r, key);
}

static bool read_learner(const struct reading *r, const struct json_doc *header,
                         struct learner *learner)
{
    struct err ignored;
    const struct json_doc *object = json_doc_member(header, "learner");
    const char *name = json_doc_text(object, "name");
    if (!object)
        return refuse(r, "learner");
    if (!name || !learner_name_valid(name, &ignored))
        return refuse(r, "name");
    memcpy(learner->name, name, strlen(name) + 1);
    return read_id(r, object, "id", learner->id);
}

/* Whether the run is of a session, and of this one. */
static bool check_session(const struct reading *r, const struct shared_run *shared,
                          const char *code)
{
    const struct run *run = &shared->run;
    size_t len = strlen(run->session);
    if (len == 0 || len >= SESSION_CODE_SIZE ||
        strspn(run->session, "abcdefghijklmnopqrstuvwxyz-") != len)
        return refuse(r, "session");
    if (*code && strcmp(run->session, code) != 0)
        return err_set(r->e, STATUS_DATA, _("it is of another session, %s"), run->session);
    /* hands counted in a room may be of no part */
    bool no_part = !*run->part && shared->source == SOURCE_ROOM;
    return no_part || part_from_id(run->part) != PART_NONE || refuse(r, "part");
}

static bool read_run(const struct reading *r, const struct json_doc *header,
                     struct shared_run *shared)
{
    struct err ignored;
    struct run *run = &shared->run;
    const struct json_doc *object = json_doc_member(header, "run");
    memcpy(run->learner, shared->learner.id, UUID_SIZE);
    if (!object)
        return refuse(r, "run");
    return read_id(r, object, "id", run->id) && read_text(r, object, "mode", &run->mode) &&
           read_text(r, object, "rules", &run->rules) && read_hash(r, object, "seed", &run->seed) &&
           read_text(r, object, "bank", &run->bank) &&
           read_hash(r, object, "fingerprint", &run->fingerprint) &&
           read_text(r, object, "items", &run->items) &&
           read_text(r, object, "session", &run->session) &&
           read_text(r, object, "part", &run->part) &&
           read_number(r, object, "started", 0, SHARED_TIME_MS_MAX, &run->started_utc_ms) &&
           read_offset(r, object, &run->utc_offset_min) &&
           (store_valid(NULL, run, NULL, &ignored) || refuse(r, "run"));
}

/* Whether it is a result at all, and of a version we know. */
static bool know_version(const struct reading *r, const struct json_doc *header)
{
    const char *mark = json_doc_text(header, "smquiz");
    int64_t version = 0;
    if (!mark || strcmp(mark, MARK) != 0)
        return err_set(r->e, STATUS_DATA, _("it is no result of smquiz"));
    if (!read_number(r, header, "version", 1, INT64_MAX, &version))
        return false;
    return version == VERSION ||
           err_set(r->e, STATUS_DATA,
                   _("it was written by a newer smquiz; that version can read it"));
}

static bool read_header(struct reading *r, const char *code, struct shared_run *out)
{
    static const char start[] = "{\"smquiz\":";
    struct json_doc *header = json_doc_parse(r->next, strcspn(r->next, "\n"));
    int count = 0;
    /* what is no JSON is none of ours either, unless it looks like the beginning of one */
    bool good = (!header && strncmp(r->next, start, strlen(start)) == 0) || know_version(r, header);
    json_doc_free(header);
    header = good ? next_line(r) : NULL;
    if (!header)
        return false;
    const char *source = json_doc_text(header, "source");
    good = ((source && source_from_id(source, &out->source)) || refuse(r, "source")) &&
           read_int(r, header, "events", 0, RESULT_FILE_EVENTS_MAX, &count) &&
           read_learner(r, header, &out->learner) && read_run(r, header, out) &&
           check_session(r, out, code);
    out->count = (size_t)count;
    json_doc_free(header);
    return good;
}

static bool read_event(struct reading *r, const struct shared_run *shared, int sequence,
                       struct event *event)
{
    struct err ignored;
    struct json_doc *doc = next_line(r);
    if (!doc)
        return false;
    const char *kind = json_doc_text(doc, "kind");
    memcpy(event->run, shared->run.id, UUID_SIZE);
    bool good =
        read_id(r, doc, "id", event->id) &&
        read_int(r, doc, "sequence", sequence, sequence, &event->sequence) &&
        ((kind && event_kind_from_id(kind, &event->kind)) || refuse(r, "kind")) &&
        read_text(r, doc, "activity", &event->activity) &&
        read_hash(r, doc, "wording", &event->wording) &&
        read_side(r, doc, "keyed", &event->keyed) && read_side(r, doc, "choice", &event->choice) &&
        (json_doc_truth(doc, "sure", &event->sure) || refuse(r, "sure")) &&
        read_number(r, doc, "time", 0, SHARED_TIME_MS_MAX, &event->utc_ms) &&
        read_offset(r, doc, &event->utc_offset_min) && read_text(r, doc, "note", &event->note) &&
        (store_valid(NULL, NULL, event, &ignored) || refuse(r, "event"));
    json_doc_free(doc);
    return good;
}

static int by_id(const void *a, const void *b)
{
    const char *const *one = a, *const *other = b;
    return strcmp(*one, *other);
}

/* Whether every id stands once; the line of one that does not. */
static bool check_ids(struct reading *r, const struct event *events, size_t count)
{
    const char *twice = NULL;
    const char **ids = xcalloc(count + 1, sizeof *ids);
    for (size_t i = 0; i < count; i++)
        ids[i] = events[i].id;
    qsort(ids, count, sizeof *ids, by_id);
    for (size_t i = 1; i < count && !twice; i++)
        twice = strcmp(ids[i - 1], ids[i]) == 0 ? ids[i] : NULL;
    for (size_t i = 0; i < count && twice; i++)
        if (strcmp(events[i].id, twice) == 0)
            r->line = (int)i + FIRST_EVENT_LINE;
    bool good = !twice || refuse(r, "id");
    free(ids);
    return good;
}

static bool read_all(struct reading *r, const char *code, struct shared_run *out)
{
    if (!read_header(r, code, out))
        return false;
    out->events = arena_alloc(r->arena, (out->count ? out->count : 1) * sizeof *out->events);
    for (size_t i = 0; i < out->count; i++) {
        if (!read_event(r, out, (int)i + 1, &out->events[i]))
            return false;
        if (i > 0 && out->events[i - 1].kind == EVENT_END) /* nothing comes after the end */
            return refuse(r, "kind");
    }
    if (!check_ids(r, out->events, out->count))
        return false;
    r->line = 0;
    return r->next == r->end ||
           err_set(r->e, STATUS_DATA, _("it has more lines than it says at its beginning"));
}

bool result_file_read(const char *bytes, size_t len, const char *code, struct arena *arena,
                      struct shared_run *out, int *line, struct err *e)
{
    struct str text = {0}; /* with a NUL behind, and so without one in it */
    *out = (struct shared_run){.owner = ""};
    *line = 0;
    if (len > RESULT_FILE_BYTES_MAX)
        return err_set(e, STATUS_DATA, _("it is larger than 8 MB, so it is no result of smquiz"));
    if (len == 0)
        return err_set(e, STATUS_DATA, _("it is empty"));
    if (memchr(bytes, '\0', len))
        return err_set(e, STATUS_DATA, _("it is no result of smquiz"));
    str_addn(&text, bytes, len);
    struct reading r = {.next = text.data, .end = text.data + len, .arena = arena, .e = e};
    bool good = read_all(&r, code, out);
    if (!good)
        *line = r.line;
    str_free(&text);
    return good;
}
