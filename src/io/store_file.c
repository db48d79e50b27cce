/* The place of the log's file: folders made, owner and modes checked, symlinks refused. */
#include "io/store_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#if defined(__linux__)
#include <sys/vfs.h>
#elif defined(__APPLE__) || defined(__FreeBSD__) || defined(__OpenBSD__) || defined(__DragonFly__)
#include <sys/mount.h>
#include <sys/param.h>
#elif defined(__NetBSD__)
#include <sys/statvfs.h>
#endif

#include "io/folder.h"

enum {
    SHOWN_MAX = 120, /* characters of a file's name in a sentence */
    OTHERS_WRITE = S_IWGRP | S_IWOTH,
    OTHERS_ANY = S_IRWXG | S_IRWXO
};

/* The sentence for a system call that failed on the way to the file. */
static bool system_err(struct err *e, const struct store_file *file, bool make, int error)
{
    const char *shown = str_text(&file->shown);
    enum status status = make ? STATUS_CANT_CREATE : STATUS_NO_INPUT;
    switch (error) {
    case ENOENT:
        if (make)
            break;
        return err_set(e, status,
                       _("There are no saved results at %s; check the name, or play first."),
                       shown);
    case EACCES:
    case EPERM:
    case EROFS:
        return err_set(e, status,
                       make ? _("%s cannot be made: its folder is read-only for you; make it "
                                "writable, or name another file with --store.")
                            : _("%s cannot be read: its folder is closed to you; ask its owner "
                                "for a copy, or name another file with --store."),
                       shown);
    case ENOSPC:
    case EDQUOT:
        return err_set(e, STATUS_IO,
                       _("%s cannot be made: the disk is full; make room, or name a file on "
                         "another disk with --store."),
                       shown);
    case ENOTDIR:
        return err_set(e, status,
                       _("%s cannot be reached: a part of its path is a file, not a folder; name "
                         "another file with --store."),
                       shown);
    default:
        break;
    }
    /* TRANSLATORS: a file, and what the system says. */
    return err_set(e, status, _("%s cannot be reached (%s); name another file with --store."),
                   shown, strerror(error));
}

/* A file system that only this machine writes, where processes can share memory: what WAL needs. */
static bool is_local(const char *folder)
{
#if defined(__linux__)
    static const unsigned long remote[] = {
        0x6969,     /* NFS */
        0x517b,     /* SMB */
        0xff534d42, /* CIFS */
        0xfe534d42, /* SMB2 */
        0x65735546, /* FUSE */
        0x01021997, /* 9P */
        0x5346414f, /* AFS */
        0x00c36400, /* Ceph */
        0x73757245, /* Coda */
        0x0bd00bd0, /* Lustre */
        0x47504653, /* GPFS */
        0x01161970, /* GFS2 */
        0x7461636f, /* OCFS2 */
        0x786f4256, /* VirtualBox shared folder */
    };
    struct statfs fs;
    if (statfs(folder, &fs) != 0)
        return false;
    for (size_t i = 0; i < ARRAY_LEN(remote); i++) {
        if (((unsigned long)fs.f_type & 0xffffffffUL) == remote[i])
            return false;
    }
    return true;
#elif defined(MNT_LOCAL)
    struct statfs fs;
    return statfs(folder, &fs) == 0 && (fs.f_flags & MNT_LOCAL) != 0;
#elif defined(ST_LOCAL)
    struct statvfs fs;
    return statvfs(folder, &fs) == 0 && (fs.f_flag & ST_LOCAL) != 0;
#else
    (void)folder;
    return false;
#endif
}

/* Whether the folder is one that only we can write; when only reading, its owner may be another. */
static bool folder_is_safe(struct store_file *file, const char *folder, bool make, struct err *e)
{
    struct stat st;
    if (stat(folder, &st) != 0)
        return system_err(e, file, make, errno);
    enum status status = make ? STATUS_CANT_CREATE : STATUS_NO_INPUT;
    const char *shown = str_text(&file->shown);
    if (!S_ISDIR(st.st_mode))
        return system_err(e, file, make, ENOTDIR);
    if (st.st_mode & OTHERS_WRITE)
        return err_set(e, status,
                       _("%s lies in a folder that other users can write, so what is saved there "
                         "is not safe; take that right away with 'chmod go-w' on the folder, or "
                         "name another file with --store."),
                       shown);
    if (make && st.st_uid != geteuid())
        return err_set(e, status,
                       _("%s lies in a folder of another user; name a file in a folder of your "
                         "own with --store."),
                       shown);
    return true;
}

/* Makes an empty file that only we can read.  Only a new file is ever opened here: closing one that
 * SQLite has open in this process would drop SQLite's locks on it. */
static bool make_file(const char *path)
{
    int fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (fd < 0)
        return errno == EEXIST; /* another process was faster */
    bool ok = fchmod(fd, S_IRUSR | S_IWUSR) == 0;
    int error = errno;
    ok = close(fd) == 0 && ok;
    errno = error;
    return ok;
}

static bool file_is_safe(struct store_file *file, bool make, struct err *e)
{
    const char *path = str_text(&file->path);
    const char *shown = str_text(&file->shown);
    enum status status = make ? STATUS_CANT_CREATE : STATUS_NO_INPUT;
    struct stat st;
    int got = lstat(path, &st);
    if (got != 0 && errno == ENOENT && make) {
        if (!make_file(path))
            return system_err(e, file, make, errno);
        got = lstat(path, &st);
    }
    if (got != 0)
        return system_err(e, file, make, errno);
    if (S_ISLNK(st.st_mode))
        return err_set(e, status,
                       _("%s is a symbolic link, which is not followed for safety; name the file "
                         "itself with --store."),
                       shown);
    if (S_ISDIR(st.st_mode))
        return err_set(e, status, _("%s is a folder; name a file with --store."), shown);
    if (!S_ISREG(st.st_mode))
        return err_set(e, status, _("%s is not a regular file; name another file with --store."),
                       shown);
    if (!make)
        return true;
    if (st.st_uid != geteuid())
        return err_set(e, status,
                       _("%s belongs to another user; name a file of your own with --store."),
                       shown);
    if ((st.st_mode & OTHERS_ANY) && chmod(path, st.st_mode & S_IRWXU) != 0)
        return system_err(e, file, make, errno);
    return true;
}

/* SQLite takes over what it finds in files with these endings, so they must be of the one whose
 * file it is: in a folder that others could write once, somebody may have left one. */
static bool beside_is_safe(struct store_file *file, bool make, struct err *e)
{
    static const char *const endings[] = {"-journal", "-wal", "-shm"};
    struct str beside = {0};
    struct stat st, of;
    bool safe = lstat(str_text(&file->path), &st) == 0 || system_err(e, file, make, errno);
    for (size_t i = 0; safe && i < ARRAY_LEN(endings); i++) {
        str_clear(&beside);
        str_addf(&beside, "%s%s", str_text(&file->path), endings[i]);
        if (lstat(str_text(&beside), &of) == 0 && (!S_ISREG(of.st_mode) || of.st_uid != st.st_uid))
            safe = err_set(e, make ? STATUS_CANT_CREATE : STATUS_NO_INPUT,
                           /* TRANSLATORS: two files. */
                           _("%s has a file %s beside it that another user has put there; take "
                             "that file away, and look whether the results are as they were."),
                           str_text(&file->shown), endings[i]);
    }
    str_free(&beside);
    return safe;
}

bool store_file_prepare(struct store_file *file, const char *path, bool make, struct err *e)
{
    *file = (struct store_file){0};
    text_show(&file->shown, path, SHOWN_MAX);
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    if (!*name || strcmp(name, ".") == 0 || strcmp(name, "..") == 0)
        return err_set(e, make ? STATUS_CANT_CREATE : STATUS_NO_INPUT,
                       _("'%s' is a folder; name a file with --store."), str_text(&file->shown));
    struct str folder = {0};
    if (slash)
        str_addn(&folder, path, slash == path ? 1 : (size_t)(slash - path));
    else
        str_add(&folder, ".");
    char *real = NULL;
    bool ok = (!make || folder_make(folder.data)) && (real = realpath(folder.data, NULL));
    if (!ok)
        system_err(e, file, make, errno);
    ok = ok && folder_is_safe(file, real, make, e);
    if (ok) {
        str_add(&file->path, real);
        if (strcmp(real, "/") != 0)
            str_addc(&file->path, '/');
        str_add(&file->path, name);
        file->local = is_local(real);
        ok = file_is_safe(file, make, e) && beside_is_safe(file, make, e);
    }
    free(real);
    str_free(&folder);
    return ok;
}

void store_file_release(struct store_file *file)
{
    str_free(&file->path);
    str_free(&file->shown);
}

bool store_file_is_there(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0;
}
