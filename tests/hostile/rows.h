/* A store whose rows somebody else wrote: with sqlite3 itself, past all that the tables check. */
#ifndef SMQ_TESTS_HOSTILE_ROWS_H
#define SMQ_TESTS_HOSTILE_ROWS_H

#include "payload.h"

/* Adds the rows that nothing has led to yet, so that every table has one. */
void rows_complete(const char *path);
/* How many places there are in a row: names, rules, activities, reasons, ids, numbers, … */
int rows_places(void);
/* Writes the payload's bytes into that place of the store at `path`, which has an open run. */
void rows_write(const char *path, int place, const struct payload *payload);

/* Stores that are well formed and mean harm: values as large as they may be, of other types, rows
 * without end. */
struct rows_heavy {
    const char *name;
    void (*make)(const char *path);
};
extern const struct rows_heavy rows_heavies[];
extern const size_t rows_heavy_count;

#endif
