/* Numbers below zero, for the eye and for the ear.  core; pure.
 * Each function appends a number, rounded by its size; one that comes to 0 has no sign.  One below
 * zero has a real minus sign, or with `words` the word, which is read aloud where a sign is not. */
#ifndef SMQ_CORE_NUMBER_H
#define SMQ_CORE_NUMBER_H

#include "core/str.h"

/* "12", "−12" or "minus 12". */
void number_whole(struct str *out, double value, bool words);
/* "0.25", "−0.25" or "minus 0.25". */
void number_hundredths(struct str *out, double value, bool words);
/* What is won or lost, so that a win has a sign, too: "+2", "−2" or "minus 2". */
void number_net(struct str *out, int value, bool words);

#endif
