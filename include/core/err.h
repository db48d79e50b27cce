/* One failure as a value: an exit status and a finished, translated sentence.  core.
 * A function that can fail takes a `struct err *`, returns false and fills it; on success it
 * leaves it alone.  Nothing below app prints or exits. */
#ifndef SMQ_CORE_ERR_H
#define SMQ_CORE_ERR_H

#include "core/base.h"

/* The exit statuses smquiz uses: those of sysexits.h, named here because that header is not
 * everywhere.  The manual's EXIT STATUS lists them. */
enum status {
    STATUS_OK = 0,
    STATUS_FAILED = 1,       /* the answer is no (an exam failed with --exit-code) */
    STATUS_USAGE = 64,       /* the command line is off */
    STATUS_DATA = 65,        /* a bank or an import has faults */
    STATUS_NO_INPUT = 66,    /* an input cannot be opened */
    STATUS_UNAVAILABLE = 69, /* a service is missing */
    STATUS_SOFTWARE = 70,    /* a mistake of ours */
    STATUS_NO_MEMORY = 71,   /* the system has none left */
    STATUS_CANT_CREATE = 73, /* an output or store cannot be made or opened */
    STATUS_IO = 74,          /* reading or writing failed on the way */
    STATUS_TRY_LATER = 75,   /* somebody else holds it; later may work */
    STATUS_NO_PERMISSION = 77,
    STATUS_CONFIG = 78 /* the settings file is off */
};

struct err {
    enum status status;
    char text[512]; /* a finished sentence without newline; "" while nothing failed */
};

/* Fills *e with a status and a sentence (printf format, already translated; cut at the buffer's
 * end on a character boundary).  Always returns false, so that a caller can
 * `return err_set(e, …)`. */
bool err_set(struct err *e, enum status status, const char *format, ...) PRINTF_LIKE(3, 4);

#endif
