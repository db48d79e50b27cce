/* Small text files as a whole: reading foreign ones with care, replacing our own. */
#include "io/text_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/text.h"
#include "io/folder.h"
#include "io/replace.h"

enum { SHOWN_MAX = 120, READ_BYTES = 16 * 1024, NEW_MODE = 0666 };

static bool fail(struct err *e, enum status status, const char *path, const char *why)
{
    struct str shown = {0};
    text_show(&shown, path, SHOWN_MAX);
    if (status == STATUS_CANT_CREATE)
        err_set(e, status, _("%s cannot be written: %s."), str_text(&shown), why);
    else
        /* TRANSLATORS: a file, and what the system says. */
        err_set(e, status, _("%s cannot be read: %s."), str_text(&shown), why);
    str_free(&shown);
    return false;
}

/* --- reading --------------------------------------------------------------------------------- */

bool text_file_read_open(int fd, size_t most, struct str *out)
{
    char bytes[READ_BYTES];
    size_t before = out->len;
    ssize_t got = 1;
    while (got > 0 && out->len - before <= most) {
        got = read(fd, bytes, sizeof bytes);
        if (got > 0)
            str_addn(out, bytes, (size_t)got);
        else if (got < 0 && errno == EINTR)
            got = 1;
    }
    return got >= 0;
}

bool text_file_read(const char *path, struct str *out, struct err *e)
{
    /* without O_NONBLOCK a FIFO would wait for its writer */
    int fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (fd < 0)
        return fail(e, STATUS_NO_INPUT, path, strerror(errno));
    struct stat st;
    size_t before = out->len;
    bool good = true;
    if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode))
        good = fail(e, STATUS_NO_INPUT, path, _("it is not a regular file"));
    else if (!text_file_read_open(fd, TEXT_FILE_BYTES_MAX, out))
        good = fail(e, STATUS_IO, path, strerror(errno));
    else if (out->len - before > TEXT_FILE_BYTES_MAX)
        good = fail(e, STATUS_NO_INPUT, path, _("it is larger than 16 MB"));
    close(fd);
    return good;
}

/* --- replacing ------------------------------------------------------------------------------- */

bool text_file_target(const char *path, struct str *out, bool *exists, struct err *e)
{
    struct stat st;
    *exists = lstat(path, &st) == 0;
    if (!*exists) {
        str_add(out, path);
        return true;
    }
    char *real = realpath(path, NULL);
    if (!real)
        return fail(e, STATUS_CANT_CREATE, path, strerror(errno));
    str_add(out, real);
    free(real);
    return true;
}

static bool make_folder_of(const char *path, struct err *e)
{
    struct str folder = {0};
    const char *slash = strrchr(path, '/');
    bool made = true;
    if (slash && slash != path) {
        str_addn(&folder, path, (size_t)(slash - path));
        made = folder_make(folder.data) || fail(e, STATUS_CANT_CREATE, path, strerror(errno));
    }
    str_free(&folder);
    return made;
}

/* The rights a new file gets. */
static mode_t new_mode(void)
{
    mode_t mask = umask(0);
    umask(mask);
    return NEW_MODE & ~mask;
}

bool text_file_replace(const char *path, const char *bytes, size_t len, struct err *e)
{
    struct stat st;
    bool exists = stat(path, &st) == 0;
    struct replace r;
    if ((!exists && !make_folder_of(path, e)) || !replace_start(&r, path, e))
        return false;
    fchmod(fileno(r.file), exists ? st.st_mode & 07777 : new_mode());
    fwrite(bytes, 1, len, r.file);
    return replace_end(&r, true, e); /* which looks for errors of fwrite */
}
