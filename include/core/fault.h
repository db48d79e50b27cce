/* A list of complaints about input files, all of them at once.  core.
 * `struct faults f = {0}` is an empty list; the owner calls faults_free. */
#ifndef SMQ_CORE_FAULT_H
#define SMQ_CORE_FAULT_H

#include "core/str.h"
#include "core/xmalloc.h"

enum severity { FAULT_ERROR, FAULT_WARNING };

/* Where something was written: a file's name (borrowed) and a line, 0 when the whole file is
 * meant. */
struct place {
    const char *file;
    int line;
};

struct fault {
    enum severity severity;
    struct place place;
    char *text; /* a finished sentence, foreign text in it already made showable */
};

/* Nobody reads more: a file made to have a million faults fills neither memory nor screen. */
enum { FAULTS_MAX = 5000 /* of each severity that are kept; all are counted */ };

struct faults {
    struct fault *items;
    size_t len, cap;
    struct arena names; /* the file names in the items' places */
    size_t errors, warnings;
};

/* Adds one complaint (printf format, already translated), with a copy of the file's name; only
 * counts it when there are FAULTS_MAX of its kind.  Texts from files must have gone through
 * text_show first. */
void faults_add(struct faults *f, enum severity severity, struct place place, const char *format,
                ...) PRINTF_LIKE(4, 5);
/* Adds all complaints of `from` behind those of `to`. */
void faults_join(struct faults *to, const struct faults *from);
/* Orders by file (in the order files first appear in the list) and line, keeping the order of
 * complaints about one line. */
void faults_sort(struct faults *f);
/* Appends "FILE:LINE: error: sentence\n" for each (or "FILE: error: …" when there is no line); the
 * words error and warning stay in English, editors look for them.  File names are shown through
 * text_show.  A last line tells how many were only counted. */
void faults_write(const struct faults *f, struct str *out);
void faults_free(struct faults *f);

#endif
