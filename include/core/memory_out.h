/* What happens when memory has run out.  core.
 * The program's own answer is in app/say, which the linker takes before this archive's: the core
 * cannot print, and nothing here is registered that could be changed. */
#ifndef SMQ_CORE_MEMORY_OUT_H
#define SMQ_CORE_MEMORY_OUT_H

#include "core/base.h"

/* Ends the program: with a sentence and STATUS_NO_MEMORY where a person sees it (app/say), by
 * abort() in whatever else the core is linked into.  Alone in its file, so that it can be left
 * out. */
_Noreturn void memory_out(void);

#endif
