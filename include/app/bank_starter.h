/* The bank that `smquiz bank new` writes: small, whole, and explained line by line.  app. */
#ifndef SMQ_APP_BANK_STARTER_H
#define SMQ_APP_BANK_STARTER_H

#include "core/str.h"

/* Appends the bank's text, with `id` as its id; comments are translated. */
void bank_starter_write(struct str *out, const char *id);

#endif
