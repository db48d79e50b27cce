/* What the word at the cursor may become, one line each, for the shells' completion.  app; pure. */
#ifndef SMQ_APP_CANDIDATES_H
#define SMQ_APP_CANDIDATES_H

#include "core/text.h"

struct candidates {
    const char *typed; /* the word at the cursor so far, whole; borrowed */
    struct str before; /* what of it stands before the value, e.g. "--principle=a," */
    size_t list;       /* where in it a list with commas begins, e.g. 12; no matter without one */
    enum charset charset; /* what the locale can show */
    struct str lines;     /* "WORD\tDESCRIPTION\n", the tab only with a description */
    size_t count;
};

/* Adds `value` behind what stands before it, when the whole begins with what was typed.  What is in
 * the list already is left out, and what cannot be written to a terminal as it is.  `description`
 * may be foreign; "" for none. */
void candidates_add(struct candidates *c, const char *value, const char *description);
/* Adds the wish that the shell offer paths instead: "\tWHICH\tBEFORE\n". */
void candidates_add_paths(struct candidates *c, const char *which);
void candidates_free(struct candidates *c);

#endif
