/* What a run left behind: in the store, and in the folder of a session. */
#include "pty/kept.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PATH_SIZE = 6000, COPY_SIZE = 65536, LINE_SIZE = 16384, PATIENCE_MS = 20000 };

static bool complain(const char *path, const char *what)
{
    fprintf(stderr, "kept: %s: %s\n", path, what);
    return false;
}

/* Takes the next event in; false when it is not the next one, or one too many. */
static bool take_event(struct kept *out, const char *run, const char *id, long sequence,
                       const char *kind, const char *choice)
{
    bool same_run = out->events == 0 || strcmp(run, out->run) == 0;

    if (out->events == KEPT_MOST || sequence != out->events + 1 || !same_run ||
        strlen(run) >= KEPT_ID || strlen(id) >= KEPT_ID)
        return false;
    for (int i = 0; i < out->events; i++)
        if (strcmp(out->ids[i], id) == 0)
            return false;
    memcpy(out->run, run, strlen(run));
    memcpy(out->ids[out->events++], id, strlen(id));
    if (strcmp(kind, "answer") == 0)
        out->choices[out->answers++] = choice[0];
    out->ends += strcmp(kind, "end") == 0;
    return true;
}

/* --- the store -------------------------------------------------------------------------------- */

static const char *text(sqlite3_stmt *statement, int column)
{
    const unsigned char *value = sqlite3_column_text(statement, column);

    return value == NULL ? "" : (const char *)value;
}

/* The first value of what the statement gives; "" when it gives none. */
static bool first_is(sqlite3 *db, const char *sql, const char *expected)
{
    sqlite3_stmt *statement = NULL;
    bool is = false;

    if (sqlite3_prepare_v2(db, sql, -1, &statement, NULL) == SQLITE_OK) {
        int code = sqlite3_step(statement);
        is = (code == SQLITE_ROW || code == SQLITE_DONE) &&
             strcmp(text(statement, 0), expected) == 0;
    }
    sqlite3_finalize(statement);
    return is;
}

static bool read_events(sqlite3 *db, struct kept *out)
{
    sqlite3_stmt *events = NULL;
    int code = sqlite3_prepare_v2(
        db, "SELECT run, id, sequence, kind, choice FROM event ORDER BY run, sequence", -1, &events,
        NULL);
    bool good = code == SQLITE_OK;

    while (good && (code = sqlite3_step(events)) == SQLITE_ROW)
        good = take_event(out, text(events, 0), text(events, 1),
                          (long)sqlite3_column_int(events, 2), text(events, 3), text(events, 4));
    sqlite3_finalize(events);
    return good && code == SQLITE_DONE;
}

bool kept_in_store(const char *path, struct kept *out)
{
    sqlite3 *db = NULL;
    const char *wrong = NULL;
    FILE *there = fopen(path, "r");

    *out = (struct kept){0};
    if (there == NULL) /* not so far yet */
        return true;
    fclose(there);
    if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK ||
        sqlite3_busy_timeout(db, PATIENCE_MS) != SQLITE_OK)
        wrong = sqlite3_errmsg(db);
    else if (!first_is(db, "PRAGMA integrity_check", "ok"))
        wrong = "it is damaged";
    else if (!first_is(db, "PRAGMA foreign_key_check", ""))
        wrong = "something refers to what is not there";
    else if (!first_is(db, "SELECT count(*) FROM sqlite_schema WHERE name = 'event'", "0") &&
             !read_events(db, out))
        wrong = "its events are not those of one run, each once";
    if (wrong != NULL)
        complain(path, wrong);
    sqlite3_close(db);
    return wrong == NULL;
}

/* --- files ------------------------------------------------------------------------------------ */

/* The value behind `"name":` in a line of ours, where no text has quotes in it. */
static void field(const char *line, const char *name, char *out, size_t size)
{
    char key[64];

    snprintf(key, sizeof key, "\"%s\":", name);
    const char *at = strstr(line, key);
    out[0] = '\0';
    if (at == NULL)
        return;
    at += strlen(key);
    at += *at == '"';
    snprintf(out, size, "%.*s", (int)strcspn(at, "\",}"), at);
}

bool kept_in_file(const char *path, struct kept *out)
{
    char line[LINE_SIZE], run[KEPT_ID], id[KEPT_ID], sequence[16], kind[16], choice[16];
    FILE *file = fopen(path, "r");
    bool good = file != NULL && fgets(line, sizeof line, file) != NULL;

    *out = (struct kept){0};
    const char *head = good ? strstr(line, "\"run\":{") : NULL;
    good = head != NULL;
    if (good)
        field(head, "id", run, sizeof run);
    while (good && fgets(line, sizeof line, file) != NULL) {
        field(line, "id", id, sizeof id);
        field(line, "sequence", sequence, sizeof sequence);
        field(line, "kind", kind, sizeof kind);
        field(line, "choice", choice, sizeof choice);
        good = take_event(out, run, id, strtol(sequence, NULL, 10), kind, choice);
    }
    if (file != NULL)
        fclose(file);
    return good || complain(path, "it is not there, or not as one run, each event once");
}

/* What is not there is none to copy. */
static bool copy_file(const char *from, const char *to)
{
    char bytes[COPY_SIZE];
    size_t len;
    FILE *in = fopen(from, "r"), *copy = NULL;

    if (in == NULL)
        return true;
    copy = fopen(to, "w");
    while (copy != NULL && (len = fread(bytes, 1, sizeof bytes, in)) > 0)
        fwrite(bytes, 1, len, copy);
    bool good = copy != NULL && !ferror(in) && !ferror(copy);
    fclose(in);
    return copy != NULL && fclose(copy) == 0 && good;
}

bool kept_copy(const char *from, const char *to)
{
    static const char *const endings[] = {"", "-wal", "-journal"};
    char source[PATH_SIZE], target[PATH_SIZE];

    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        snprintf(source, sizeof source, "%s%s", from, endings[i]);
        snprintf(target, sizeof target, "%s%s", to, endings[i]);
        remove(target);
        if (!copy_file(source, target))
            return complain(from, "it cannot be copied");
    }
    snprintf(target, sizeof target, "%s-shm", to);
    remove(target);
    return true;
}
