/* What strangers put into texts, and what they make of whole files. */
#ifndef SMQ_TESTS_HOSTILE_PAYLOAD_H
#define SMQ_TESTS_HOSTILE_PAYLOAD_H

#include "core/rng.h"
#include "core/str.h"

/* A text that means harm, to be put where a text may stand. */
struct payload {
    const char *name;
    const char *bytes;
    size_t len;
};
extern const struct payload payloads[];
extern const size_t payload_count;

/* How a format writes characters otherwise than as they are. */
enum writing { WRITING_PLAIN, WRITING_CONF, WRITING_JSON };

/* Appends the payload as it is, or as escapes of the format: \xHH in a configuration file, \uHHHH
 * in JSON (a byte that is no UTF-8 as it is). */
void payload_write(const struct payload *payload, enum writing writing, struct str *out);

/* What happens to a whole file: `whole` is a good one, what comes of it is appended. */
struct mishap {
    const char *name;
    void (*make)(const struct str *whole, struct rng *rng, struct str *out);
};
/* By chance: cut off, bytes changed, doubled or lost; and fixed ones that any reader may be given.
 */
extern const struct mishap mishaps[];
extern const size_t mishap_count;

#endif
