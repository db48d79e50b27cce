/* What learners were told about corrected keys, in the log's SQLite file. */
#include "io/store_told.h"

#include <string.h>

#include "io/store_schema.h"

static bool add(struct db *db, const struct told *told, struct err *e)
{
    bool row;
    struct db_query q = db_prepare(db, store_sql_add_told);
    db_bind_text(&q, told->learner);
    db_bind_text(&q, told->activity);
    db_bind_text(&q, side_id(told->side));
    db_bind_number(&q, told->utc_ms);
    bool ok = db_step(&q, &row, e);
    db_finish(&q);
    return ok;
}

bool store_told_append(struct db *db, const struct told *told, size_t count, struct err *e)
{
    for (size_t i = 0; i < count; i++) {
        if (!store_valid_told(&told[i], e))
            return false;
    }
    if (!db_begin(db, e))
        return false;
    bool ok = true;
    for (size_t i = 0; i < count && ok; i++)
        ok = add(db, &told[i], e);
    return db_end(db, ok, e);
}

/* Reads the current row; its text is borrowed until the next step.  False when the file is damaged.
 */
static bool read_told(struct db_query *q, struct told *told, struct err *e)
{
    struct err ignored = {0};
    const char *learner = db_text(q);
    *told = (struct told){0};
    if (strlen(learner) == sizeof told->learner - 1)
        memcpy(told->learner, learner, sizeof told->learner);
    told->activity = db_text(q);
    told->side = side_from_id(db_text(q));
    told->utc_ms = db_number(q);
    return store_valid_told(told, &ignored) || db_damaged(q->db, e);
}

bool store_told_each(struct db *db, const char *learner_id, told_fn *fn, void *context,
                     struct err *e)
{
    struct db_query q = db_prepare(db, store_sql_told);
    bool ok = true, row = false, more = true;
    db_bind_text(&q, learner_id);
    while (more && (ok = db_step(&q, &row, e)) && row) {
        struct told told;
        ok = read_told(&q, &told, e);
        more = ok && fn(&told, context);
    }
    db_finish(&q);
    return ok;
}
