/* Showing an author what a scenario will look like, and what gives it away.  app. */
#ifndef SMQ_APP_BANK_PREVIEW_H
#define SMQ_APP_BANK_PREVIEW_H

#include "core/draft.h"
#include "core/err.h"

/* Shows every card of the scenario as the game does in lines, each with the verdict after a miss.
 * STATUS_OK or STATUS_IO. */
enum status bank_preview_scenario(const struct bank *bank, int scenario);
/* The same for one activity's card. */
enum status bank_preview_activity(const struct bank *bank, int activity);
/* Says what would let a reader sort the scenario's activities without understanding them; nothing
 * when nothing would.  The bank was built of the draft.  STATUS_OK or STATUS_IO. */
enum status bank_preview_giveaways(const struct bank *bank, const struct draft *draft,
                                   int scenario);

#endif
