/* Checks single texts of a draft: presence, length, characters, the shape of ids.  core. */
#ifndef SMQ_CORE_DRAFT_FIELD_H
#define SMQ_CORE_DRAFT_FIELD_H

#include "core/draft.h"

enum need { NEED_NOT, NEED_WARN, NEED_MUST };

/* Complains about a missing (at `owner`), empty or over-long text (`max` characters) and about
 * characters that may not be shown.  `key` is its name in the file. */
void draft_field_text(const struct draft_text *field, struct place owner, const char *key,
                      enum need need, int max, struct faults *faults);
/* The same for an id, which is BANK_ID_MAX of [a-z0-9_-].  Whether it is there and well-formed. */
bool draft_field_id(const struct draft_text *field, struct place owner, const char *key,
                    enum need need, struct faults *faults);
/* Appends a foreign text so that it is fit for a complaint: shown, and cut when long. */
void draft_field_quote(struct str *out, const char *foreign);

#endif
