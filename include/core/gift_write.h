/* Writes a bank's activities as GIFT, the text format of Moodle.  core; pure. */
#ifndef SMQ_CORE_GIFT_WRITE_H
#define SMQ_CORE_GIFT_WRITE_H

#include "core/bank.h"
#include "core/str.h"

/* Appends a choice between the sides' names for each activity that is asked, overrides applied: the
 * title is "scenario/activity", the text the situation and, a paragraph later, the activity, the
 * feedback of both answers the clue in quotes, the general feedback the reason.  A category a
 * principle, "bank/principle".  Lines "// key: value" (exchange_key) say the rest, and one more the
 * id and tags that Moodle reads; gift_read takes all of it back. */
void gift_write(const struct bank *bank, struct str *out);

#endif
