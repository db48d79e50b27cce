/* From rows of runs and events, which are foreign, to records; and from records to arrays.  team.
 */
#ifndef SMQ_TEAM_TEAM_ROW_H
#define SMQ_TEAM_TEAM_ROW_H

#include "core/shared_run.h"
#include "core/str.h"
#include "team/team_db.h"

/* Reads a row of team_sql_runs, for a session of this code; texts are copied into the arena, and
 * the run has no events yet.  False when the row is nothing we would have written: *fault
 * (constant, translated) says what is off in it. */
bool team_row_run(const struct team_rows *rows, int row, const char *code, struct arena *arena,
                  struct shared_run *out, const char **fault);
/* Reads a row of team_sql_events as the event that comes at `sequence` of its run; as above. */
bool team_row_event(const struct team_rows *rows, int row, int sequence, struct arena *arena,
                    struct event *out, const char **fault);

/* Sixteen lower-case hexadecimal digits. */
enum { TEAM_HEX_SIZE = 17 };
void team_row_hex(char out[TEAM_HEX_SIZE], uint64_t number);

/* The arrays of team_sql_add_events, in the order of its parameters. */
enum { TEAM_ARRAYS = 11 };
struct team_arrays {
    struct str columns[TEAM_ARRAYS];
};
/* Appends one event. */
void team_arrays_add(struct team_arrays *arrays, const struct event *event);
/* Closes the arrays, adds them to the arguments, from which they are borrowed. */
void team_arrays_end(struct team_arrays *arrays, struct team_args *args);
/* Empties them for other events. */
void team_arrays_free(struct team_arrays *arrays);

#endif
