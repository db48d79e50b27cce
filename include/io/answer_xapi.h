/* Answers of one's own store as xAPI statements (io/xapi.h), for a learning record store.  io.
 * A statement "answered" for each answer that was not struck out, outside sessions: those of a
 * session are told by its report, with the same ids but without times, and no record store takes
 * both.
 * - The id of a statement is that of the answer, whenever it is made; its registration is the run.
 * - The key is that of the time of the answer, and a card in another wording is another activity:
 * the hash of the wording is part of its id.  Its text is not told: the bank may be another by now.
 * - The person goes by a pseudonym, the one of sessions with names, and the store's name. */
#ifndef SMQ_IO_ANSWER_XAPI_H
#define SMQ_IO_ANSWER_XAPI_H

#include "core/str.h"
#include "io/store.h"

/* Appends the statement of an answer to an array that is being written, a line each; `any` tells
 * that it is not the first.  False, and nothing appended, when the answer has none. */
bool answer_xapi(const struct answer_row *row, bool any, struct str *out);

#endif
