/* From files to the immutable bank: reads layers of files and folders, checks and builds.  io. */
#ifndef SMQ_IO_BANK_FILE_H
#define SMQ_IO_BANK_FILE_H

#include "core/bank.h"
#include "core/draft.h"
#include "core/err.h"

/* One layer of a bank; later layers add to, and override, earlier ones. */
struct bank_layer {
    const char *path; /* a file, or a folder of *.cfg files, taken in byte order of their names */
    bool optional;    /* that there is nothing at the path, or no *.cfg in it, is no fault */
};

/* Reads one layer into the draft.  `number` is the layer's place, 0 first.  STATUS_OK: all of it
 * was read, though not checked for content.  STATUS_DATA or STATUS_NO_INPUT: some of it could not
 * be read or opened, and `faults` has every such fault. */
enum status bank_file_read(const struct bank_layer *layer, int number, struct draft *draft,
                           struct faults *faults) NODISCARD;

/* A text to be taken instead of what is on disk at `path`, e.g. before it is written there. */
struct bank_text {
    const char *path; /* a file as realpath names it, or one that is not there yet */
    const char *bytes;
    size_t len;
    bool read; /* set when a layer has the file */
};
/* The same as bank_file_read with `instead` taken for its file. */
enum status bank_file_read_with(const struct bank_layer *layer, int number,
                                struct bank_text *instead, struct draft *draft,
                                struct faults *faults) NODISCARD;

/* The bank that `count` layers make together, or NULL when there is any error: `faults` then has
 * all of them, sorted, and *e status STATUS_DATA (STATUS_NO_INPUT when something could not be
 * opened) with a sentence that counts them.  Warnings are in `faults` either way.  Caller frees
 * with bank_free. */
struct bank *bank_load(const struct bank_layer *layers, size_t count, struct faults *faults,
                       struct err *e) NODISCARD;
/* The same, with what was read left in *draft (empty before) for those who need places: records of
 * bank and draft have the same indexes, overrides excepted.  Free it with draft_free either way;
 * the layers' paths must outlive it. */
struct bank *bank_load_draft(const struct bank_layer *layers, size_t count, struct draft *draft,
                             struct faults *faults, struct err *e) NODISCARD;
/* The same as bank_load of one file's bytes from memory, which complaints call `name`. */
struct bank *bank_load_bytes(const char *name, const char *bytes, size_t len, struct faults *faults,
                             struct err *e) NODISCARD;

#endif
