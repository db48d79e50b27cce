/* Reading the values of options.  app. */
#ifndef SMQ_APP_OPTION_VALUES_H
#define SMQ_APP_OPTION_VALUES_H

#include "app/usage.h"

enum { OPTION_SHOWN_MAX = 40 };

/* What was typed, safe to print and not too long, as a value. */
struct shown {
    char text[4 * OPTION_SHOWN_MAX + 1];
};
struct shown option_shown(const char *typed);

/* The words a kind of value knows, those of a list one by one: the row-th; NULL behind the last,
 * and for kinds that know none. */
const char *option_word(enum value_kind kind, size_t row);

/* Puts an option and its argument (NULL when it takes none) into *out.  False and *e
 * (STATUS_USAGE) when the argument is not what the option takes. */
bool option_take(enum option_id option, const char *argument, struct options *out, struct err *e);

#endif
