/* The files a stranger may hand over, good but for one place in them. */
#ifndef SMQ_TESTS_HOSTILE_WORLD_H
#define SMQ_TESTS_HOSTILE_WORLD_H

#include "payload.h"

enum kind { KIND_BANK, KIND_GIFT, KIND_CSV, KIND_SESSION, KIND_RESULT, KIND_SETTINGS, KIND_COUNT };

/* A file that is well formed and still means harm: huge, deep or quadratic. */
struct heavy {
    const char *name;
    enum kind kind;
    void (*make)(struct str *out);
};
extern const struct heavy heavies[];
extern const size_t heavy_count;

const char *kind_name(enum kind kind);
/* How the kind writes characters as escapes; WRITING_PLAIN when it cannot. */
enum writing kind_writing(enum kind kind);
/* In how many places of a file of this kind a stranger's text may stand. */
int world_places(enum kind kind);
/* Appends a file of the kind with the payload in one of its places; payload NULL: a good file. */
void world_file(enum kind kind, int place, const struct payload *payload, enum writing writing,
                struct str *out);

#endif
