/* A bank loaded in a thread of its own, so that the store can be read meanwhile.  io; the only file
 * that includes pthread.h.  What is loaded is handed over when the thread has ended; nothing is
 * shared before. */
#ifndef SMQ_IO_BANK_AHEAD_H
#define SMQ_IO_BANK_AHEAD_H

#include "io/bank_file.h"

struct bank_ahead;

/* Begins to load these layers, which must live until bank_ahead_finish. */
struct bank_ahead *bank_ahead_start(const struct bank_layer *layers, size_t count) NODISCARD;
/* Waits for it and frees: the rest is as with bank_load. */
struct bank *bank_ahead_finish(struct bank_ahead *ahead, struct faults *faults,
                               struct err *e) NODISCARD;

#endif
