/* The gain from before to after over people who went through both forms.  core; pure. */
#ifndef SMQ_CORE_SESSION_GAIN_H
#define SMQ_CORE_SESSION_GAIN_H

#include "core/session_report.h"

/* Who begins with which form is decided by a bit of the learner's id, so what makes one form harder
 * raises as many gains as it lowers.  Who had the same form twice, on the wrong sheet, is left out.
 */
void session_gain(const struct session_people *people, struct report_gain *out);

#endif
