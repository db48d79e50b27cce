/* Sessions in a folder: the place itself. */
#include "io/share_folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/hash.h"
#include "core/text.h"
#include "io/folder.h"
#include "io/near_path.h"
#include "io/replace.h"
#include "io/share_folder_place.h"
#include "io/share_folder_runs.h"
#include "io/text_file.h"

enum { PLACE_MODE = 0755 }; /* of a folder of sessions: participants pass through it */

enum { SHOWN_MAX = 120 };

static struct share_folder *place_of(struct share *s)
{
    return (struct share_folder *)(void *)s;
}

/* ---- making a session ---- */

static bool fail_taken(const char *path, struct err *e)
{
    struct str shown = {0};
    text_show(&shown, path, SHOWN_MAX);
    err_set(e, STATUS_CANT_CREATE, _("%s is there already; it was not touched."), str_text(&shown));
    str_free(&shown);
    return false;
}

/* Fills a new folder; the session's file comes last, because it makes the folder a session. */
static bool fill(const struct session_folder *folder, const struct str *text, struct err *e)
{
    const char *results = str_text(&folder->results);
    if (!session_folder_make(results, SESSION_SPOOL_MODE))
        return session_folder_fail(results, errno, e);
    return session_folder_open_part(folder, PART_NONE, e) &&
           replace_text_mode(str_text(&folder->file), text, SESSION_FILE_MODE, e);
}

static void take_away(const struct session_folder *folder, const char *path)
{
    unlink(str_text(&folder->file));
    unlink(str_text(&folder->open));
    rmdir(str_text(&folder->results));
    rmdir(path);
}

static bool folder_publish(struct share *s, const struct session *session, const struct str *text,
                           struct err *e)
{
    const struct share_folder *place = place_of(s);
    struct str path = {0}, file = {0};
    if (place->single || !session_folder_code(session->code))
        return fail_taken(str_text(&place->path), e);
    str_addf(&path, "%s/%s", str_text(&place->path), session->code);
    str_addf(&file, "%s/session.cfg", path.data);
    struct session_folder folder;
    session_folder_init(&folder, file.data);
    bool made = mkdir(path.data, S_IRWXU) == 0;
    bool done = made;
    if (!made)
        done =
            errno == EEXIST ? fail_taken(path.data, e) : session_folder_fail(path.data, errno, e);
    done = done && fill(&folder, text, e);
    if (done && chmod(path.data, SESSION_FOLDER_MODE) != 0)
        errno = 0; /* a file system without modes */
    if (made && !done)
        take_away(&folder, path.data);
    session_folder_free(&folder);
    str_free(&path);
    str_free(&file);
    return done;
}

/* ---- reading it ---- */

static bool folder_fetch(struct share *s, const char *code, struct str *text,
                         struct share_state *state, struct err *e)
{
    struct session_folder folder;
    char found[SESSION_CODE_SIZE];
    if (!share_folder_find(place_of(s), code, &folder, found, e))
        return false;
    bool read =
        text_file_read(str_text(&folder.file), text, e) && session_folder_state(&folder, state, e);
    session_folder_free(&folder);
    return read;
}

static bool folder_open_part(struct share *s, const char *code, enum part part, struct err *e)
{
    struct session_folder folder;
    char found[SESSION_CODE_SIZE];
    if (!share_folder_find(place_of(s), code, &folder, found, e))
        return false;
    bool opened = session_folder_open_part(&folder, part, e);
    session_folder_free(&folder);
    return opened;
}

/* The state of a listed session; one that cannot be read shows as closed. */
static struct share_state state_of(struct share *s, const char *code)
{
    struct session_folder folder;
    struct share_state state = {.open = PART_NONE};
    struct err ignored;
    char found[SESSION_CODE_SIZE];
    if (share_folder_find(place_of(s), code, &folder, found, &ignored)) {
        session_folder_state(&folder, &state, &ignored);
        session_folder_free(&folder);
    }
    return state;
}

static bool folder_each_session(struct share *s, share_session_fn *fn, void *context, struct err *e)
{
    struct listed_session *list;
    size_t count;
    bool more = true;
    if (!share_folder_list(place_of(s), &list, &count, e))
        return false;
    for (size_t i = 0; i < count && more; i++) {
        const struct share_session session = {
            .code = list[i].head.code,
            .title = list[i].head.title,
            .state = state_of(s, list[i].head.code),
            .created_utc_ms = list[i].created_utc_ms,
        };
        more = fn(&session, context);
    }
    free(list);
    return true;
}

/* ---- whether it changed ---- */

/* How one thing looks: what is replaced by renaming has another inode. */
static uint64_t sight_of(const char *name, const struct stat *st)
{
    uint64_t sight = hash_text(HASH_START, name);
    sight = hash_bytes(sight, &st->st_mtime, sizeof st->st_mtime);
    sight = hash_bytes(sight, &st->st_size, sizeof st->st_size);
    return hash_bytes(sight, &st->st_ino, sizeof st->st_ino);
}

static uint64_t sight_of_file(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 ? sight_of(path, &st) : 0;
}

/* The sum over a folder's entries, so that their order does not matter.  A folder that is closed to
 * us looks always the same. */
static uint64_t sight_of_folder(const char *path)
{
    uint64_t sight = 0;
    struct stat st;
    DIR *dir = opendir(path);
    if (!dir)
        return 0;
    for (struct dirent *entry; (entry = readdir(dir));)
        if (entry->d_name[0] != '.' &&
            fstatat(dirfd(dir), entry->d_name, &st, AT_SYMLINK_NOFOLLOW) == 0)
            sight += sight_of(entry->d_name, &st);
    closedir(dir);
    return sight;
}

static bool folder_changed(struct share *s, const char *code, bool *changed, struct err *e)
{
    struct share_folder *place = place_of(s);
    struct session_folder folder;
    char found[SESSION_CODE_SIZE] = "";
    if (!share_folder_find(place, code, &folder, found, e))
        return false;
    uint64_t sight = sight_of_file(str_text(&folder.file)) * 31 +
                     sight_of_file(str_text(&folder.open)) * 7 +
                     sight_of_folder(str_text(&folder.results)) +
                     sight_of_folder(str_text(&folder.collected)) * 3;
    session_folder_free(&folder);
    *changed = !place->has_looked || place->sight != sight || strcmp(place->looked, found) != 0;
    memcpy(place->looked, found, sizeof place->looked);
    place->sight = sight;
    place->has_looked = true;
    return true;
}

/* ---- opening ---- */

static void folder_close(struct share *s)
{
    struct share_folder *place = place_of(s);
    str_free(&place->path);
    free(place);
}

static struct share *open_place(const char *path, bool single)
{
    static const struct share_ops ops = {
        .publish = folder_publish,
        .fetch = folder_fetch,
        .open_part = folder_open_part,
        .each_session = folder_each_session,
        .push = share_folder_push,
        .each_run = share_folder_each_run,
        .changed = folder_changed,
        .close = folder_close,
    };
    struct share_folder *place = xcalloc(1, sizeof *place);
    place->share.ops = &ops;
    place->single = single;
    str_add(&place->path, path);
    if (single)
        session_folder_head(path, &place->head);
    return &place->share;
}

/* Says that the path is not there, and which one may have been meant; it may be a disk that is away
 * all the same, so that the status stays. */
static void fail_missing(const char *path, int error, struct err *e)
{
    struct str near = {0}, shown = {0}, meant = {0};
    session_folder_fail(path, error, e);
    if (e->status == STATUS_NO_INPUT && near_path(path, &near)) {
        text_show(&shown, path, SHOWN_MAX);
        text_show(&meant, str_text(&near), SHOWN_MAX);
        /* TRANSLATORS: a path, and one like it that is there. */
        err_set(e, STATUS_NO_INPUT, _("%s is not there. Did you mean %s?"), str_text(&shown),
                str_text(&meant));
    }
    str_free(&near);
    str_free(&shown);
    str_free(&meant);
}

struct share *share_folder_open(const char *path, struct err *e)
{
    struct stat st;
    if (stat(path, &st) != 0) {
        fail_missing(path, errno, e);
        return NULL;
    }
    if (!S_ISDIR(st.st_mode))
        return open_place(path, true);
    struct str file = {0};
    str_addf(&file, "%s/session.cfg", path);
    bool single = stat(file.data, &st) == 0;
    struct share *share = open_place(single ? file.data : path, single);
    str_free(&file);
    return share;
}

struct share *share_folder_make(const char *path, struct err *e)
{
    struct stat st;
    bool there = stat(path, &st) == 0;
    if (!folder_make(path) || (!there && chmod(path, PLACE_MODE) != 0)) {
        session_folder_fail(path, errno, e);
        return NULL;
    }
    return share_folder_open(path, e);
}
