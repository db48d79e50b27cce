/* Writing a file whole or not at all. */
#include "io/replace.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/text.h"
#include "io/entropy.h"

enum { SHOWN_MAX = 120, NAME_TRIES = 16 };

static bool fail(const struct replace *r, enum status status, int error, struct err *e)
{
    struct str shown = {0};
    text_show(&shown, str_text(&r->target), SHOWN_MAX);
    if (strcmp(shown.data, "-") == 0)
        err_set(e, status, _("The output could not be written whole (%s)."), strerror(error));
    else
        err_set(e, status,
                /* TRANSLATORS: a file, and what the system says. */
                _("%s could not be written (%s); make room or make its folder writable, "
                  "or name another file."),
                shown.data, strerror(error));
    str_free(&shown);
    return false;
}

/* Opens a new hidden file beside the target under a name nobody can foresee. */
static int open_beside(struct replace *r)
{
    int fd = -1;
    const char *slash = strrchr(r->target.data, '/');
    size_t folder = slash ? (size_t)(slash - r->target.data) + 1 : 0;
    for (int i = 0; i < NAME_TRIES && fd < 0; i++) {
        str_clear(&r->temporary);
        str_addn(&r->temporary, r->target.data, folder);
        str_addf(&r->temporary, ".%s.%016llx", r->target.data + folder,
                 (unsigned long long)entropy_seed());
        fd = open(r->temporary.data, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
        if (fd < 0 && errno != EEXIST)
            break;
    }
    return fd;
}

bool replace_start(struct replace *r, const char *path, struct err *e)
{
    *r = (struct replace){.file = stdout};
    str_add(&r->target, path ? path : "-");
    if (strcmp(r->target.data, "-") == 0)
        return true;
    int fd = open_beside(r);
    r->file = fd < 0 ? NULL : fdopen(fd, "w");
    if (r->file)
        return true;
    fail(r, STATUS_CANT_CREATE, errno, e);
    if (fd >= 0) {
        close(fd);
        unlink(r->temporary.data);
    }
    str_free(&r->temporary);
    str_free(&r->target);
    return false;
}

/* Makes the new name survive a power cut; a folder that cannot be synced is no failure. */
static void sync_folder(const struct replace *r)
{
    struct str folder = {0};
    const char *slash = strrchr(r->target.data, '/');
    if (slash)
        str_addn(&folder, r->target.data, (size_t)(slash - r->target.data) + 1);
    else
        str_add(&folder, ".");
    int fd = open(folder.data, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd >= 0) {
        fsync(fd);
        close(fd);
    }
    str_free(&folder);
}

/* Puts the written file in place. */
static bool put_in_place(struct replace *r)
{
    bool ok = !ferror(r->file) && fflush(r->file) == 0 && fsync(fileno(r->file)) == 0;
    int error = errno;
    if (fclose(r->file) != 0 && ok) {
        ok = false;
        error = errno;
    }
    if (ok) {
        ok = rename(r->temporary.data, r->target.data) == 0;
        error = errno;
    }
    if (ok)
        sync_folder(r);
    else
        unlink(r->temporary.data);
    errno = error;
    return ok;
}

bool replace_end(struct replace *r, bool ok, struct err *e)
{
    bool done = false;
    errno = 0;
    if (r->file == stdout) {
        done = fflush(stdout) == 0 && !ferror(stdout);
    } else if (ok) {
        done = put_in_place(r);
    } else {
        fclose(r->file);
        unlink(r->temporary.data);
    }
    if (ok && !done)
        fail(r, STATUS_IO, errno ? errno : EIO, e);
    str_free(&r->temporary);
    str_free(&r->target);
    return ok && done;
}

bool replace_text(const char *path, const struct str *text, struct err *e)
{
    struct replace r;
    if (!replace_start(&r, path, e))
        return false;
    fwrite(str_text(text), 1, text->len, r.file);
    return replace_end(&r, true, e); /* which looks for errors of fwrite */
}

bool replace_text_mode(const char *path, const struct str *text, unsigned mode, struct err *e)
{
    struct replace r;
    if (!replace_start(&r, path, e))
        return false;
    if (r.file != stdout && fchmod(fileno(r.file), (mode_t)mode) != 0)
        errno = 0; /* a file system without modes */
    fwrite(str_text(text), 1, text->len, r.file);
    return replace_end(&r, true, e);
}
