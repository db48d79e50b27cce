/* The file of one shared run, as JSON Lines: a header, then one line an event.  io.
 *   {"smquiz":"result","version":1,"source":"played","events":21,"learner":{…},"run":{…}}
 *   {"id":"…","sequence":1,"kind":"answer","activity":"…","wording":"…","keyed":"sales", …}
 * Hashes are 16 hexadecimal digits and times milliseconds since 1970; how long an answer took is
 * not written.  A run that has ended has an event of kind "end" as its last line. */
#ifndef SMQ_IO_RESULT_FILE_H
#define SMQ_IO_RESULT_FILE_H

#include "core/shared_run.h"
#include "core/str.h"

/* Hands counted in a room are an event each: 500 people, 40 cards. */
enum { RESULT_FILE_BYTES_MAX = 8 * 1024 * 1024, RESULT_FILE_EVENTS_MAX = RUN_EVENTS_MAX };

/* Appends the file of a run.  False and *e (STATUS_DATA) when it is beyond the limits. */
bool result_file_write(struct str *out, const struct shared_run *run, struct err *e);
/* Reads `len` bytes that anybody may have written, of a run of the session `code` (of any session
 * for ""); everything in *out lives in `arena`, the owner is "".  False and *e (STATUS_DATA) when
 * the file is none, was cut short, comes from a newer smquiz, belongs to another session, or says
 * what cannot be: a phrase that fits behind the file's name, and in *line the line that is meant, 0
 * for all of it. */
bool result_file_read(const char *bytes, size_t len, const char *code, struct arena *arena,
                      struct shared_run *out, int *line, struct err *e);

#endif
