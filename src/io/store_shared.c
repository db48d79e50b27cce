/* How far runs are at the places where sessions are shared, in the log's SQLite file. */
#include "io/store_shared.h"

#include <limits.h>

#include "io/store_schema.h"

bool store_shared_up_to(struct db *db, const char *run_id, const char *place, int *sequence,
                        struct err *e)
{
    bool row = false;
    struct db_query q = db_prepare(db, store_sql_shared);
    db_bind_text(&q, run_id);
    db_bind_text(&q, place);
    *sequence = 0;
    bool ok = db_step(&q, &row, e);
    if (ok && row) {
        int64_t wide = db_number(&q);
        ok = (wide >= 0 && wide <= INT_MAX) || db_damaged(db, e);
        *sequence = ok ? (int)wide : 0;
    }
    db_finish(&q);
    return ok;
}

bool store_shared_keep(struct db *db, const char *run_id, const char *place, int sequence,
                       struct err *e)
{
    bool row;
    if (!store_valid_shared(run_id, place, sequence, e) || !db_begin(db, e))
        return false;
    struct db_query q = db_prepare(db, store_sql_keep_shared);
    db_bind_text(&q, run_id);
    db_bind_text(&q, place);
    db_bind_number(&q, sequence);
    bool ok = db_step(&q, &row, e);
    db_finish(&q);
    return db_end(db, ok, e);
}
