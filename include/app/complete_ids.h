/* Ids for completion: of the bank that would be played, of the sessions of one's own.  app.  Looks,
 * never writes, never says anything: where something is off, there is nothing. */
#ifndef SMQ_APP_COMPLETE_IDS_H
#define SMQ_APP_COMPLETE_IDS_H

#include "app/candidates.h"
#include "app/usage.h"

/* Adds what there is of this kind (principles, settings, activities, sessions), by what the options
 * say of bank, settings file and place of sessions.  `program` is argv[0]. */
void complete_ids_add(struct candidates *c, enum value_kind kind, const struct options *options,
                      const char *program);

#endif
