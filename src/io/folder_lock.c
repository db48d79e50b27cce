/* One writer at a time in a folder, by flock on the folder itself. */
#include "io/folder_lock.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "core/str.h"
#include "core/text.h"
#include "io/folder.h"

enum { SHOWN_MAX = 120 };

static bool fail(const char *path, enum status status, int error, struct err *e)
{
    struct str shown = {0};
    text_show(&shown, path, SHOWN_MAX);
    /* TRANSLATORS: a file, and what the system says. */
    err_set(e, status, _("%s cannot be written: %s."), str_text(&shown), strerror(error));
    str_free(&shown);
    return false;
}

/* Opens the folder of `path`, made when missing; -1 and errno. */
static int open_folder(const char *path)
{
    struct str folder = {0};
    const char *slash = strrchr(path, '/');
    if (slash)
        str_addn(&folder, path, slash == path ? 1 : (size_t)(slash - path));
    else
        str_add(&folder, ".");
    int fd = open(str_text(&folder), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0 && errno == ENOENT && folder_make(folder.data))
        fd = open(str_text(&folder), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    int error = errno;
    str_free(&folder);
    errno = error;
    return fd;
}

bool folder_lock_take(struct folder_lock *lock, const char *path, struct err *e)
{
    lock->fd = open_folder(path);
    if (lock->fd < 0)
        return fail(path, STATUS_CANT_CREATE, errno, e);
    int locked;
    do
        locked = flock(lock->fd, LOCK_EX);
    while (locked != 0 && errno == EINTR);
    if (locked == 0)
        return true;
    int error = errno;
    folder_lock_release(lock);
    /* some network file systems have no locks; the last two are one number on some systems */
    return error == ENOLCK || error == EOPNOTSUPP || error == ENOTSUP ||
           fail(path, STATUS_IO, error, e);
}

void folder_lock_release(struct folder_lock *lock)
{
    if (lock->fd >= 0)
        close(lock->fd);
    lock->fd = -1;
}
