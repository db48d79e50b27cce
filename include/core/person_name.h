/* The names people call themselves by, compared.  core; pure. */
#ifndef SMQ_CORE_PERSON_NAME_H
#define SMQ_CORE_PERSON_NAME_H

#include "core/str.h"

/* Appends a name as it is compared in sessions: case, ways to write an accent, and how many blanks
 * there are left aside.  What is no UTF-8 is taken as it is. */
void person_name_fold(const char *name, struct str *out);
/* The order of two names so compared; 0 when they are the same. */
int person_name_compare(const char *a, const char *b);

#endif
