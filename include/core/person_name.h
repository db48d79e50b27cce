/* The names people call themselves by, compared.  core; pure. */
#ifndef SMQ_CORE_PERSON_NAME_H
#define SMQ_CORE_PERSON_NAME_H

#include "core/str.h"

/* Moves *start and *end together over what may stand around a name and is no part of it: blanks,
 * stops and hyphens. */
void person_name_trim(const char **start, const char **end);
/* Appends a name as it is compared in sessions: case, ways to write an accent, how many blanks
 * there are, and what stands around it left aside.  What is no UTF-8 is taken as it is. */
void person_name_fold(const char *name, struct str *out);
/* The order of two names so compared; 0 when they are the same. */
int person_name_compare(const char *a, const char *b);
/* Appends what stands for a name where many are compared: the order of two is what strcmp says of
 * theirs. */
void person_name_key(const char *name, struct str *out);

#endif
