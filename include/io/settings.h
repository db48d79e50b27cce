/* The settings files, in libconfig's format.  io.
 * Keys: plain, motion, mouse, streaks, clues, clock (true or false), color ("auto", "always",
 * "never"), theme, language, learner, store, team (texts), bank (a text or a list of texts), keys
 * (a group of actions).  Which source counts more is app's business. */
#ifndef SMQ_IO_SETTINGS_H
#define SMQ_IO_SETTINGS_H

#include "core/err.h"
#include "core/fault.h"
#include "io/paths.h"
#include "io/settings_keys.h"

enum setting_switch { SETTING_UNSET, SETTING_OFF, SETTING_ON };

/* `struct settings s = {0}` gives nothing; the owner calls settings_free.  A text is NULL and the
 * bank's list empty when not given; all are the settings' own. */
struct settings {
    enum setting_switch plain, motion, mouse;
    enum setting_switch streaks, clues, clock;
    char *color, *theme, *language, *learner;
    int theme_line;        /* of the file, for who knows what themes there are */
    char *store;           /* resolved (paths_resolve) */
    char *team;            /* a database as written, or a folder resolved */
    struct path_list bank; /* resolved */
    struct key_settings keys;
};

/* Fills what the file at `path` gives into *settings (empty before).  A missing file gives nothing,
 * and is a fault only when `required`.  Unknown keys are warnings, wrong values errors in `faults`.
 * The keys borrow `path` as their place.  STATUS_OK, STATUS_NO_INPUT (cannot be opened) or
 * STATUS_CONFIG. */
enum status settings_read(struct settings *settings, const char *path, bool required,
                          struct faults *faults) NODISCARD;
/* The same for `len` bytes from memory that a file at `path` would have. */
enum status settings_parse(struct settings *settings, const char *path, const char *bytes,
                           size_t len, struct faults *faults) NODISCARD;
/* Gives *over what it does not give and `under` does. */
void settings_merge(struct settings *over, const struct settings *under);
void settings_free(struct settings *settings);

#endif
