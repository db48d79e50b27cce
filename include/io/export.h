/* Answers out to machines: one row an answer, CSV or JSON, or xAPI statements.  io.
 * JSON is an object {"version": 1, "answers": [one object an answer]} in ASCII, yes and no are true
 * and false, 64-bit numbers texts of 16 hexadecimal digits; CSV is that of RFC 4180 with every text
 * quoted, yes and no are 1 and 0, and a text a spreadsheet would take for a formula begins with '.
 * xAPI is one array of statements (io/answer_xapi.h).
 * Everything is in the C locale and untranslated; columns are those of the manual. */
#ifndef SMQ_IO_EXPORT_H
#define SMQ_IO_EXPORT_H

#include "io/store.h"

enum export_format { EXPORT_CSV, EXPORT_JSON, EXPORT_XAPI };

/* The name of a format as --format takes it; NULL behind the last. */
const char *export_format_name(size_t format);

/* Writes the answers of the learner (all for NULL) to the file `path`, "-" for standard output.
 * A file is written beside itself and renamed, so that it is whole or not there.  False and *e on
 * failure (STATUS_CANT_CREATE, STATUS_IO, or the store's). */
bool export_answers(struct store *store, const char *learner_id, enum export_format format,
                    const char *path, struct err *e);

#endif
