/* Remembering a choice in the user's settings file.  io. */
#ifndef SMQ_IO_SETTINGS_REMEMBER_H
#define SMQ_IO_SETTINGS_REMEMBER_H

#include "core/err.h"

/* Writes "plain = true;" into the settings file at `path`: makes it (0600, its folder 0700) when
 * missing, else changes or adds only that setting and keeps all else to the letter.  A symlink is
 * followed to the file it leads to.  False and *e (STATUS_CONFIG when the file has faults,
 * STATUS_CANT_CREATE, STATUS_IO). */
bool settings_remember_plain(const char *path, struct err *e);

#endif
