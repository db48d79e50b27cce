/* Making a file that must not be there yet. */
#include "io/create.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "core/text.h"

enum { SHOWN_MAX = 120, NEW_MODE = 0666 };

static bool fail(const char *path, int error, enum status status, struct err *e)
{
    struct str shown = {0};
    text_show(&shown, path, SHOWN_MAX);
    if (error == EEXIST)
        err_set(e, status, _("%s is there already; it was not touched.  Give a name that is free."),
                str_text(&shown));
    else
        /* TRANSLATORS: a file, and what the system says. */
        err_set(e, status, _("%s could not be written: %s."), str_text(&shown), strerror(error));
    str_free(&shown);
    return false;
}

/* False and errno when not all of it could be written. */
static bool write_all(int fd, const char *bytes, size_t len)
{
    while (len > 0) {
        ssize_t written = write(fd, bytes, len);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        bytes += written;
        len -= (size_t)written;
    }
    return fsync(fd) == 0;
}

static int open_new(const char *path)
{
    return open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOCTTY | O_CLOEXEC, NEW_MODE);
}

bool create_check(const char *path, struct err *e)
{
    int fd = open_new(path);
    if (fd < 0)
        return fail(path, errno, STATUS_CANT_CREATE, e);
    close(fd);
    return unlink(path) == 0 || fail(path, errno, STATUS_CANT_CREATE, e);
}

bool create_file(const char *path, const char *bytes, size_t len, struct err *e)
{
    int fd = open_new(path);
    if (fd < 0)
        return fail(path, errno, STATUS_CANT_CREATE, e);
    bool ok = write_all(fd, bytes, len);
    int error = errno;
    if (close(fd) != 0 && ok) {
        ok = false;
        error = errno;
    }
    if (ok)
        return true;
    unlink(path);
    return fail(path, error, STATUS_IO, e);
}
