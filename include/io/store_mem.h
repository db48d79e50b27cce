/* The log in memory: for --no-save, tests and replay.  io.  Gone when closed. */
#ifndef SMQ_IO_STORE_MEM_H
#define SMQ_IO_STORE_MEM_H

#include "io/store.h"

/* An empty store; cannot fail.  Close with ops->close. */
struct store *store_mem_open(void) NODISCARD;

#endif
