/* The short code a run of a session ends with: all its choices, fit to be read aloud and typed in.
 * core.
 * Crockford's base 32 with its check symbol (D. Crockford, "Base 32", 2002 ff.: the number modulo
 * 37; one wrong symbol, or two neighbours in each other's place, always change it), in groups of
 * four: a spare digit that keeps the check among the 32 symbols, so that it can be read aloud, a
 * tag of the session, the part and form, a tag of the learner, and each card's choice and whether
 * it was sure, in the order of the session's items.  With the check 11 symbols for 8 cards, 12 for
 * 10, 13 for 12, 18 for 24. */
#ifndef SMQ_CORE_RESULT_CODE_H
#define SMQ_CORE_RESULT_CODE_H

#include "core/session.h"
#include "core/str.h"

enum {
    RESULT_CODE_LEARNER_BITS = 14,
    RESULT_CODE_SYMBOLS_MAX = 64 /* with the check symbol, without hyphens */
};

struct result_code {
    enum part part;
    enum form form;       /* of the test that was asked; FORM_A for practice */
    unsigned learner_tag; /* RESULT_CODE_LEARNER_BITS of a hash of the learner's id */
    struct {
        enum side choice; /* SIDE_NONE: not answered, or struck out */
        bool sure;
    } answers[SESSION_ITEMS_MAX]; /* as many as the part's items */
};

/* The tag of a learner of this id. */
unsigned result_code_learner_tag(const char *learner_id);
/* What a run of the session comes to, from its events; those of other activities are passed over.
 * False when the run's part is none of the session's. */
bool result_code_of_run(const struct session *session, const struct run *run,
                        const struct event *events, size_t count, struct result_code *out);
/* Appends the code as it is shown: "K7QX-9M2B-0HJT-4". */
void result_code_write(struct str *out, const struct session *session,
                       const struct result_code *code);
/* Reads a code as people type it: either case, hyphens and blanks anywhere, o for 0, i and l for
 * 1.  False and *e (STATUS_DATA, a sentence) when a symbol is mistyped, or it is of another
 * session. */
bool result_code_read(const char *text, const struct session *session, struct result_code *out,
                      struct err *e);

#endif
