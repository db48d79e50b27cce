/* The floor of reports over a whole store: a loop that steps the same rows, runs and the events of
 * each, with SQLite and reads the same columns, each as what it is.  Prints how many it read.
 *   floor_rows STORE */
#include <inttypes.h>
#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>

#include "io/store_schema.h"

enum { USAGE = 64 };

/* Which columns of the two statements are texts (t) and which numbers (n). */
static const char run_columns[] = "ttttttttttnnt", event_columns[] = "ttntttttnnnnt";

/* Something made of all that was read, so that it is read. */
struct sum {
    int64_t rows;
    uint64_t values;
};

static void read_columns(sqlite3_stmt *stmt, const char *columns, struct sum *sum)
{
    for (int i = 0; columns[i]; i++) {
        if (columns[i] == 'n')
            sum->values += (uint64_t)sqlite3_column_int64(stmt, i);
        else
            sum->values += *sqlite3_column_text(stmt, i);
    }
    sum->rows++;
}

static int read_all(sqlite3 *db, struct sum *sum)
{
    sqlite3_stmt *runs = NULL, *events = NULL;
    int code = sqlite3_prepare_v2(db, store_sql_runs, -1, &runs, NULL);
    if (code == SQLITE_OK)
        code = sqlite3_prepare_v2(db, store_sql_events, -1, &events, NULL);
    while (code == SQLITE_OK && (code = sqlite3_step(runs)) == SQLITE_ROW) {
        read_columns(runs, run_columns, sum);
        sqlite3_bind_text(events, 1, (const char *)sqlite3_column_text(runs, 0), -1, SQLITE_STATIC);
        while ((code = sqlite3_step(events)) == SQLITE_ROW)
            read_columns(events, event_columns, sum);
        code = sqlite3_reset(events);
    }
    sqlite3_finalize(events);
    sqlite3_finalize(runs);
    return code;
}

int main(int argc, char **argv)
{
    sqlite3 *db = NULL;
    struct sum sum = {0};
    if (argc != 2)
        return USAGE;
    int code = sqlite3_open_v2(argv[1], &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL);
    if (code == SQLITE_OK)
        code = read_all(db, &sum);
    if (code != SQLITE_DONE)
        fprintf(stderr, "floor_rows: %s\n", sqlite3_errstr(code));
    printf("%" PRId64 " rows, %" PRIu64 "\n", sum.rows, sum.values);
    sqlite3_close(db);
    return code != SQLITE_DONE;
}
