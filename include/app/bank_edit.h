/* Adding to a bank's file, for `bank add`, `bank fix` and `bank import`: finds the file, reads the
 * whole bank, and replaces the file only when the whole bank with the new text is right.  app. */
#ifndef SMQ_APP_BANK_EDIT_H
#define SMQ_APP_BANK_EDIT_H

#include "app/preferences.h"
#include "core/draft.h"

struct bank_edit {
    struct preferences preferences;
    struct str file;   /* to write to: --into, or "…/smquiz/bank.d/house.cfg" */
    struct str target; /* where that leads when it is a symlink */
    bool exists;       /* whether the file is there already */
    bool several;      /* there are banks of several languages, of which `now` is one */
    bool alone;        /* it is a bank of its own, not a layer over the bank that is played */
    struct draft now;  /* the whole bank as it is, unchecked: one without scenarios is fine here */
};

/* Finds the file and reads the whole bank: the one that would be played (-b, settings, default),
 * with the file over it when it is no part of it.  A file that sets "bank" itself and is no part of
 * what is played is taken alone, unless -b says over what it lies.  False when something cannot be
 * read: *e has the sentence, `faults` the complaints (about the settings on success too).  End with
 * bank_edit_close either way. */
bool bank_edit_open(const struct options *options, const char *program, struct bank_edit *edit,
                    struct faults *faults, struct err *e);

/* Checks the whole bank as it was opened, with the records of `add`, and writes nothing: for the
 * complaints about records beside others that are refused anyway.  False and *e as below. */
bool bank_edit_check(struct bank_edit *edit, const struct draft *add, struct faults *faults,
                     struct err *e);

/* Writes the scenarios (with their activities) and overrides of `add` into the file, see
 * core/bank_write.h; the file is read anew for it, under a lock from reading to replacing, so
 * that of several at once none loses what another wrote.  The whole bank with the records is
 * checked first, so that complaints name the places in `add`, and for an id that is taken both
 * places; then the new text is read back and checked in its turn.  A new file begins with a line of
 * comment.  False when nothing was written: `faults` then has every error, sorted, and *e
 * (STATUS_DATA, STATUS_NO_INPUT, STATUS_CANT_CREATE, STATUS_IO) a sentence. */
bool bank_edit_save(struct bank_edit *edit, const struct draft *add, struct faults *faults,
                    struct err *e);

void bank_edit_close(struct bank_edit *edit);

#endif
