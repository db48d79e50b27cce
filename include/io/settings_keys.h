/* The group "keys" of the settings files: which keys do what.  io. */
#ifndef SMQ_IO_SETTINGS_KEYS_H
#define SMQ_IO_SETTINGS_KEYS_H

#include "core/fault.h"
#include "core/keymap.h"
#include "io/conf.h"

/* `struct key_settings k = {0}` gives nothing. */
struct key_settings {
    struct keymap given;               /* an action without keys was not given */
    struct place places[ACTION_COUNT]; /* where each was; the file's name is borrowed */
};

/* Reads the group `node` of the file `path`, which *out borrows; what is off in it becomes an
 * error in `faults`. */
void settings_keys_read(struct key_settings *out, const struct conf_node *node, const char *path,
                        struct faults *faults);
/* Gives *over the actions that it does not give and `under` does. */
void settings_keys_merge(struct key_settings *over, const struct key_settings *under);
/* The table's keys, changed by what is given.  False when that cannot be: each action whose keys
 * cannot stand beside the others' (keymap_check) is an error in `faults` at its place. */
bool settings_keys_apply(const struct key_settings *given, struct keymap *out,
                         struct faults *faults);

#endif
