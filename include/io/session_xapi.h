/* A session's answers as xAPI statements (io/xapi.h), for a learning record store.  io.
 * One JSON array, a statement a line: of each run that counts (core/session_people.h)
 * "initialized", "answered" for each answer that counts, "completed" when it was gone through,
 * "passed" or "failed" for the test after when there is a mark, and "terminated" when it ended.
 * - Statements have the same ids whenever they are made: an answer's is that of its event, the
 *   others are UUIDv5 of the run's id and the verb.
 * - The key is always that of the time of the answer, and a card in another wording is another
 *   activity: the hash of the wording is part of its id.
 * - All statements of a run bear the moment it began and none a duration: people were told that
 *   nobody sees how long they took.
 * - An actor is a pseudonym; with names one that is the same in all sessions, and the name.
 * Hands counted in the room are nobody's, and not in it. */
#ifndef SMQ_IO_SESSION_XAPI_H
#define SMQ_IO_SESSION_XAPI_H

#include "core/session_report.h"

/* Appends the array and a newline. */
void session_xapi(const struct session_report *report, struct str *out);

#endif
