/* The field guide: how much of a principle's page a learner has filled by playing.  core. */
#ifndef SMQ_CORE_FIELD_GUIDE_H
#define SMQ_CORE_FIELD_GUIDE_H

#include "core/progress.h"

enum {
    FIELD_GUIDE_LOOKS = 3, /* counted answers that bring what it looks like on each side */
    FIELD_GUIDE_MIXUP = 5  /* and why people mix it up; a miss made good brings that as well */
};

/* What stands on the page of a principle that was met, besides its title and rule. */
struct field_guide {
    bool looks, mixup, all; /* all: the rest, for it is mastered */
};

struct field_guide field_guide_of(const struct progress_principle *principle);
/* Fills `activities` (by side) with two of one scenario of the principle that the learner was both
 * asked, those of the newest answer; false when there are none. */
bool field_guide_contrast(const struct bank *bank, const struct history *history, int principle,
                          int activities[SIDE_COUNT]);

#endif
