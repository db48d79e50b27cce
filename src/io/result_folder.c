/* Results in a folder: what may be taken for one, and whose it is. */
#include "io/result_folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/uuid.h"
#include "io/result_file.h"
#include "io/session_folder.h"
#include "io/text_file.h"

enum { UID_DIGITS_MAX = 10 };
#define SUFFIX ".jsonl"
#define UNPROVEN "unproven"

void result_folder_name(struct str *out, int64_t uid, const char *run_id)
{
    if (uid >= 0)
        str_addf(out, "%lld-%s%s", (long long)uid, run_id, SUFFIX);
    else
        str_addf(out, "%s-%s%s", UNPROVEN, run_id, SUFFIX);
}

/* A folder being read. */
struct folder {
    int fd;
    const char *path;
    enum result_folder_kind kind;
    bool spool;   /* everybody may add, nobody may touch what is others': owners mean something */
    bool trusted; /* only its owner may write there */
    uid_t owner;
    const char *code;
    result_fn *fn;
    void *context;
    struct faults *refused;
};

/* Complains about a file; always false. */
static bool refuse(const struct folder *folder, const char *name, int line, const char *why)
{
    struct str path = {0};
    if (*folder->path)
        str_addf(&path, "%s/", folder->path);
    str_add(&path, name);
    faults_add(folder->refused, FAULT_ERROR, (struct place){path.data, line}, "%s", why);
    str_free(&path);
    return false;
}

/* Whether the open file may be read at all: a plain one, under one name. */
static bool check_kind(const struct folder *folder, const char *name, const struct stat *st)
{
    if (!S_ISREG(st->st_mode))
        return refuse(folder, name, 0, _("it is no plain file"));
    if (folder->spool && st->st_nlink != 1)
        return refuse(folder, name, 0,
                      _("it is there under another name too, which somebody may have made to "
                        "deceive"));
    return st->st_size <= RESULT_FILE_BYTES_MAX ||
           refuse(folder, name, 0, _("it is larger than 8 MB, so it is no result of smquiz"));
}

/* Opens and reads a file; no link is followed and no FIFO waited for. */
static bool slurp(const struct folder *folder, const char *name, struct str *bytes, struct stat *st)
{
    int flags = O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC;
    if (folder->fd != AT_FDCWD) /* a file that was named by the trainer may be a link */
        flags |= O_NOFOLLOW;
    int fd = openat(folder->fd, name, flags);
    if (fd < 0 && errno == ENOENT && folder->fd != AT_FDCWD)
        return false; /* taken in just now: it lies in the other folder */
    if (fd < 0)
        return refuse(folder, name, 0, errno == ELOOP ? _("it is a link") : strerror(errno));
    bool good = fstat(fd, st) == 0 && check_kind(folder, name, st);
    if (good && !text_file_read_open(fd, RESULT_FILE_BYTES_MAX, bytes))
        good = refuse(folder, name, 0, strerror(errno));
    close(fd);
    return good;
}

/* Whether the file is called as the run's file of that user would be. */
static bool is_called(const char *name, int64_t uid, const char *run_id)
{
    struct str expected = {0};
    result_folder_name(&expected, uid, run_id);
    bool same = strcmp(expected.data, name) == 0;
    str_free(&expected);
    return same;
}

/* The number of the user in a file's name; -1 when there is none. */
static int64_t uid_of(const char *name)
{
    size_t digits = strspn(name, "0123456789");
    return digits > 0 && digits <= UID_DIGITS_MAX && name[digits] == '-' ? strtoll(name, NULL, 10)
                                                                         : -1;
}

/* Finds out whose the result is.  Where owners mean something, nobody but the folder's owner may
 * have brought files under other names. */
static bool prove(const struct folder *folder, const struct stat *st, struct result_found *found)
{
    const char *run_id = found->run->run.id;
    if (folder->kind == RESULT_COLLECTED) {
        found->uid = uid_of(found->name);
        found->proven =
            folder->trusted && found->uid >= 0 && is_called(found->name, found->uid, run_id);
    } else if (folder->kind == RESULT_SPOOL) {
        found->uid = (int64_t)st->st_uid;
        found->proven = is_called(found->name, found->uid, run_id);
        if (!found->proven && folder->spool && st->st_uid != folder->owner)
            return refuse(folder, found->name, 0,
                          uid_of(found->name) == found->uid
                              ? _("its name is not that of the run in it")
                              : _("its name says that it is from another user than it is"));
    }
    if (folder->kind == RESULT_SPOOL && folder->spool && st->st_uid != folder->owner &&
        found->run->source != SOURCE_PLAYED)
        return refuse(folder, found->name, 0,
                      _("only the trainer types results in or counts hands, and it is from "
                        "another user"));
    if (!found->proven)
        found->uid = -1;
    return true;
}

/* Reads one file and hands it out; *more is what the receiver says.  False when it is refused. */
static bool hand_out(const struct folder *folder, const char *name, bool *more)
{
    struct stat st = {0};
    struct arena arena = {0};
    struct str bytes = {0};
    struct shared_run run;
    struct err why = {0};
    int line = 0;
    bool good = slurp(folder, name, &bytes, &st);
    if (good &&
        !result_file_read(str_text(&bytes), bytes.len, folder->code, &arena, &run, &line, &why))
        good = refuse(folder, name, line, why.text);
    if (good) {
        struct result_found found = {
            .run = &run, .folder = folder->path, .name = name, .bytes = &bytes};
        good = prove(folder, &st, &found);
        if (good)
            *more = folder->fn(&found, folder->context);
    }
    arena_free(&arena);
    str_free(&bytes);
    return good;
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The names in a folder, in order; the caller frees each and the list. */
static char **names_in(DIR *dir, size_t *count)
{
    char **names = NULL;
    size_t cap = 0;
    *count = 0;
    for (struct dirent *entry; (entry = readdir(dir));) {
        if (entry->d_name[0] == '.')
            continue;
        size_t size = strlen(entry->d_name) + 1;
        names = xgrow(names, *count, &cap, sizeof *names);
        names[*count] = xcalloc(size, 1);
        memcpy(names[(*count)++], entry->d_name, size);
    }
    if (*count > 1)
        qsort(names, *count, sizeof *names, by_name);
    return names;
}

static bool ends_in(const char *name, const char *suffix)
{
    size_t len = strlen(name), tail = strlen(suffix);
    return len > tail && strcmp(name + len - tail, suffix) == 0;
}

static void hand_out_all(const struct folder *folder, DIR *dir)
{
    size_t count;
    bool more = true;
    char **names = names_in(dir, &count);
    for (size_t i = 0; i < count; i++) {
        /* elsewhere there may be anything; in our own folders it is suspicious */
        if (more && (folder->kind != RESULT_ELSEWHERE || ends_in(names[i], SUFFIX)))
            hand_out(folder, names[i], &more);
        free(names[i]);
    }
    free(names);
}

bool result_folder_each(const char *path, enum result_folder_kind kind, const char *code,
                        result_fn *fn, void *context, struct faults *refused, struct err *e)
{
    struct stat st;
    int fd = open(path, O_RDONLY | O_DIRECTORY | O_NONBLOCK | O_CLOEXEC);
    DIR *dir = fd < 0 ? NULL : fdopendir(fd);
    if (!dir && errno == ENOENT)
        return true;
    if (!dir || fstat(fd, &st) != 0) {
        session_folder_fail(path, errno, e);
        if (dir)
            closedir(dir);
        else if (fd >= 0)
            close(fd);
        return false;
    }
    bool closed = (st.st_mode & (S_IWGRP | S_IWOTH)) == 0;
    const struct folder folder = {
        .fd = fd,
        .path = path,
        .kind = kind,
        .spool = kind == RESULT_SPOOL && (st.st_mode & S_ISVTX) && (st.st_mode & S_IWOTH),
        .trusted = closed && (st.st_uid == geteuid() || geteuid() == 0),
        .owner = st.st_uid,
        .code = code,
        .fn = fn,
        .context = context,
        .refused = refused,
    };
    hand_out_all(&folder, dir);
    closedir(dir);
    return true;
}

bool result_folder_file(const char *path, const char *code, result_fn *fn, void *context,
                        struct faults *refused)
{
    bool more;
    const struct folder folder = {
        .fd = AT_FDCWD,
        .path = "",
        .kind = RESULT_ELSEWHERE,
        .code = code,
        .fn = fn,
        .context = context,
        .refused = refused,
    };
    return hand_out(&folder, path, &more);
}

bool result_folder_own(const char *path, const char *code, struct arena *arena,
                       struct shared_run *run)
{
    struct faults ignored = {0};
    struct err why;
    struct stat st;
    struct str bytes = {0};
    int line;
    const struct folder folder = {
        .fd = AT_FDCWD, .path = "", .kind = RESULT_ELSEWHERE, .refused = &ignored};
    bool good = lstat(path, &st) == 0 && S_ISREG(st.st_mode) && slurp(&folder, path, &bytes, &st) &&
                result_file_read(str_text(&bytes), bytes.len, code, arena, run, &line, &why);
    str_free(&bytes);
    faults_free(&ignored);
    return good;
}
