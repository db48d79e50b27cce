/* Makes the immutable bank of a draft.  core. */
#ifndef SMQ_CORE_BANK_BUILD_H
#define SMQ_CORE_BANK_BUILD_H

#include "core/draft.h"

/* The bank of a draft that draft_check found no error in; overrides applied.  The draft may be
 * freed afterwards.  Caller frees with bank_free. */
struct bank *bank_build(const struct draft *draft) NODISCARD;
/* The same without copying: the bank takes over the texts in the draft's arena, and the draft is
 * good for nothing but draft_free. */
struct bank *bank_build_last(struct draft *draft) NODISCARD;

#endif
