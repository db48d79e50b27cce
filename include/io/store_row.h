/* Rows of the log's SQLite file, column by column.  io.
 * The file is foreign: what is read is examined.  Each reads on from the column that is next. */
#ifndef SMQ_IO_STORE_ROW_H
#define SMQ_IO_STORE_ROW_H

#include "io/db.h"
#include "io/store.h"

/* A copy of the text, living in the arena. */
const char *store_row_text(struct db_query *q, struct arena *arena);
/* An id; false when it has not the length of one. */
bool store_row_id(struct db_query *q, char id[UUID_SIZE]);
/* A number in a range; false, and *number is `least`, when it is outside. */
bool store_row_int(struct db_query *q, int least, int most, int *number);
/* The word of a side, or "" for none; false for anything else. */
bool store_row_side(struct db_query *q, enum side *side);
/* The columns of a run, in the order of its fields; false when they are not valid. */
bool store_row_run(struct db_query *q, struct run *run, struct arena *arena);
/* The same of an event. */
bool store_row_event(struct db_query *q, struct event *event, struct arena *arena);
/* Those that a history is made of, as store_sql_past_runs and store_sql_past_events give them; the
 * rest is "" or 0. */
bool store_row_past_run(struct db_query *q, struct run *run, struct arena *arena);
bool store_row_past_event(struct db_query *q, struct event *event, struct arena *arena);

/* Binds the columns of a run, and of an event, as the next parameters. */
void store_row_put_run(struct db_query *q, const struct run *run);
void store_row_put_event(struct db_query *q, const struct event *event);

#endif
