/* What counts in the end: flags before environment before the user's settings before the
 * system's.  app. */
#ifndef SMQ_APP_PREFERENCES_H
#define SMQ_APP_PREFERENCES_H

#include "app/options.h"
#include "core/event.h"
#include "core/keymap.h"
#include "io/settings.h"

struct preferences {
    struct settings settings; /* flags merged over the files; texts are its own */
    enum ui_color color;
    const char *theme; /* NULL: the default */
    bool plain, motion, mouse;
    bool streaks;         /* mark five right in a row */
    bool clues;           /* ask "What gave it away?" */
    bool clock;           /* show the clock of a timed run */
    struct keymap keys;   /* what the table's keys have become */
    struct str languages; /* wanted, as core/language.h has them */
    struct str store;     /* path of the log */
    struct str remember;  /* the settings file that remembers choices; "" when there is none */
    char learner[LEARNER_NAME_MAX * 4 + 1];
    struct path_list system_files; /* the settings of keys borrow their names from here */
    struct path_list bank;         /* in the order to merge */
    int required_banks; /* the first so many must be there; the rest is the house layer */
};

/* Reads the settings files and works out what counts.  False on failure: *e has the sentence, and
 * `faults` the complaints about settings files (warnings also on success).  Free with
 * preferences_free either way. */
bool preferences_read(const struct options *options, const char *program, struct preferences *out,
                      struct faults *faults, struct err *e);
void preferences_free(struct preferences *preferences);

#endif
