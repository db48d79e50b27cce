/* Folders of our own.  io. */
#ifndef SMQ_IO_FOLDER_H
#define SMQ_IO_FOLDER_H

#include "core/base.h"

/* Makes the folder and what is missing above it; what it makes is open to its owner only (0700),
 * whatever the umask says.  False and errno on failure; a folder that is there already is fine. */
bool folder_make(const char *path);

#endif
