/* A learner's earlier answers as the log has them, before a bank says what they are.  app.
 * They are read while the bank is still being loaded.  `struct earlier e = {0}` holds none. */
#ifndef SMQ_APP_EARLIER_H
#define SMQ_APP_EARLIER_H

#include "core/history.h"
#include "core/numbering.h"
#include "io/store.h"

struct earlier {
    struct numbering names; /* of banks and activities */
    struct earlier_run *runs;
    size_t run_count, run_cap;
    struct earlier_answer *answers; /* run by run */
    size_t len, cap;
};

/* Reads the answers of the learner's runs, but for those of the run `except` (NULL: none), in the
 * order of time, into the empty *out.  False and *e when the store fails.  Free with earlier_free
 * either way. */
bool earlier_read(struct earlier *out, struct store *store, const char *learner_id,
                  const char *except, struct err *e);
/* Makes the empty *history of them: what is asked still, graded by the keys of today.  Runs of
 * modes that this program does not know are passed over. */
void earlier_history(const struct earlier *earlier, const struct bank *bank,
                     struct history *history);
void earlier_free(struct earlier *earlier);

#endif
