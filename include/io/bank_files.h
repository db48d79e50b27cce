/* The files of a bank's layers, read each for itself; then those of one language put together.  io.
 * A bank may be there in several languages: a file that gives both `id` and `language` of its bank
 * names one.  When the files name several, those of one are played, with the files that give no
 * language; those of other languages are as if they were not there. */
#ifndef SMQ_IO_BANK_FILES_H
#define SMQ_IO_BANK_FILES_H

#include "core/draft.h"
#include "core/err.h"

/* One layer of a bank; later layers add to, and override, earlier ones. */
struct bank_layer {
    const char *path; /* a file, or a folder of *.cfg files, taken in byte order of their names */
    bool optional;    /* that there is nothing at the path, or no *.cfg in it, is no fault */
};

/* A text to be taken instead of what is on disk at `path`, e.g. before it is written there. */
struct bank_text {
    const char *path; /* a file as realpath names it, or one that is not there yet */
    const char *bytes;
    size_t len;
    bool read; /* set when a layer has the file */
};

/* One file, or what is wrong with the folder that should have it. */
struct bank_part {
    int layer;
    enum status status;
    struct draft draft; /* without place and memory; empty once it is put together with others */
    struct faults faults;
    const char *title, *language; /* as it gives them for its bank, or NULL */
    bool named;                   /* gives the id of its bank */
    bool instead;                 /* was a bank_text */
    bool played;                  /* set by bank_files_join */
    size_t scenarios, activities, overrides;
};

/* `struct bank_files f = {0}` has none; the owner calls bank_files_free. */
struct bank_files {
    struct bank_part *items; /* in the order to merge */
    size_t len, cap;
    struct arena arena; /* their texts */
    struct arena names; /* the file names of their faults, one memory for thousands of files */
    const char *first;  /* the path of the first file or folder, or NULL */
};

/* Reads one layer.  `number` is its place, 0 first.  `instead` may be NULL.  Whatever is wrong is
 * kept with the parts. */
void bank_files_read(struct bank_files *files, const struct bank_layer *layer, int number,
                     struct bank_text *instead);
/* Reads `count` layers, the first as number 0.  Where none is there, the first one's path, which
 * must outlive the files, is that of the first file. */
void bank_files_read_layers(struct bank_files *files, const struct bank_layer *layers,
                            size_t count);
/* The languages that the files name, each once in the order met.  The caller frees the array; the
 * texts live as long as the files, or the draft they are joined into. */
const char **bank_files_languages(const struct bank_files *files, size_t *count) NODISCARD;
/* Puts what is played into *draft (empty before), the texts with it; once only.  `wanted` are
 * languages as core/language.h has them, or NULL; when none of them is there, the first one is
 * played.  STATUS_OK: all of it was read, though not checked for content.  STATUS_DATA or
 * STATUS_NO_INPUT: some of it could not be read or opened, and `faults` has every such fault. */
enum status bank_files_join(struct bank_files *files, const char *wanted, struct draft *draft,
                            struct faults *faults) NODISCARD;
void bank_files_free(struct bank_files *files);

#endif
