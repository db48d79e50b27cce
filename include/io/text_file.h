/* Small text files as a whole: reading foreign ones with care, replacing our own.  io. */
#ifndef SMQ_IO_TEXT_FILE_H
#define SMQ_IO_TEXT_FILE_H

#include "core/err.h"
#include "core/str.h"

enum { TEXT_FILE_BYTES_MAX = 16 * 1024 * 1024 };

/* Appends the bytes of the file at `path`.  False and *e (STATUS_NO_INPUT: it cannot be opened, is
 * no regular file, or is larger than TEXT_FILE_BYTES_MAX; STATUS_IO). */
bool text_file_read(const char *path, struct str *out, struct err *e);
/* Appends what there is to read at an open file: all of it, or some bytes more than `most`, so that
 * the length tells whether it was too much.  False and errno when it cannot be read. */
bool text_file_read_open(int fd, size_t most, struct str *out);
/* Appends where `path` leads to when it is a symlink, else `path` itself, and tells whether there
 * is something.  False and *e (STATUS_CANT_CREATE) when a symlink leads nowhere. */
bool text_file_target(const char *path, struct str *out, bool *exists, struct err *e);
/* Writes the file at `path`, no symlink, whole or not at all: with the mode of the one that was
 * there, or what the umask leaves to a new one, whose folder is made (0700) when missing.  False
 * and *e (STATUS_CANT_CREATE, STATUS_IO). */
bool text_file_replace(const char *path, const char *bytes, size_t len, struct err *e);

#endif
