/* Work in a thread of its own, so that something else can be done meanwhile.  io; the only file
 * that includes pthread.h.  Whatever the work touches is its alone until it is finished. */
#ifndef SMQ_IO_MEANWHILE_H
#define SMQ_IO_MEANWHILE_H

#include "core/base.h"

struct meanwhile;

/* Begins work(context). */
struct meanwhile *meanwhile_start(void (*work)(void *context), void *context) NODISCARD;
/* Waits until it is done, and frees.  Where no thread was to be had it is done here. */
void meanwhile_finish(struct meanwhile *m);

#endif
