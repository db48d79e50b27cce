/* The bank of an edit, checked and built.  app. */
#ifndef SMQ_APP_BANK_WHOLE_H
#define SMQ_APP_BANK_WHOLE_H

#include "core/draft.h"
#include "core/err.h"

/* The bank that the draft makes, or NULL: when the draft has errors, *e (STATUS_DATA) has a
 * sentence and `faults` every error; when it has no activities yet and is right otherwise, *e is
 * untouched.  Caller frees with bank_free. */
struct bank *bank_whole(const struct draft *draft, struct faults *faults, struct err *e) NODISCARD;

#endif
