/* Finding sessions in a folder. */
#include "io/share_folder_place.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "core/text.h"
#include "core/xmalloc.h"

enum { SHOWN_MAX = 120, NAMED_MAX = 10 };
#define SESSION_FILE "session.cfg"

static int64_t ms_of(const struct stat *st)
{
    return (int64_t)st->st_mtime * 1000;
}

/* ---- listing ---- */

/* Looks whether FOLDER/NAME is a session of that code. */
static bool look_at(const struct share_folder *place, const char *name, struct listed_session *out)
{
    struct str path = {0};
    struct stat st;
    *out = (struct listed_session){0};
    if (!session_folder_code(name))
        return false;
    str_addf(&path, "%s/%s/%s", str_text(&place->path), name, SESSION_FILE);
    bool there = stat(path.data, &st) == 0;
    if (there) {
        session_folder_head(path.data, &out->head);
        out->created_utc_ms = ms_of(&st);
    }
    str_free(&path);
    return there && strcmp(out->head.code, name) == 0;
}

static int newest_first(const void *a, const void *b)
{
    const struct listed_session *left = a, *right = b;
    if (left->created_utc_ms != right->created_utc_ms)
        return left->created_utc_ms > right->created_utc_ms ? -1 : 1;
    return strcmp(left->head.code, right->head.code);
}

static bool list_single(const struct share_folder *place, struct listed_session **out,
                        size_t *count, struct err *e)
{
    struct stat st;
    if (stat(str_text(&place->path), &st) != 0)
        return session_folder_fail(str_text(&place->path), errno, e);
    *out = xcalloc(1, sizeof **out);
    **out = (struct listed_session){place->head, ms_of(&st)};
    *count = 1;
    return true;
}

bool share_folder_list(const struct share_folder *place, struct listed_session **out, size_t *count,
                       struct err *e)
{
    struct listed_session *list = NULL, one;
    size_t cap = 0, found = 0;
    *count = 0;
    *out = NULL;
    if (place->single)
        return list_single(place, out, count, e);
    DIR *dir = opendir(str_text(&place->path));
    if (!dir)
        return session_folder_fail(str_text(&place->path), errno, e);
    for (struct dirent *entry; (entry = readdir(dir));) {
        if (!look_at(place, entry->d_name, &one))
            continue;
        list = xgrow(list, found, &cap, sizeof *list);
        list[found++] = one;
    }
    closedir(dir);
    if (found > 1)
        qsort(list, found, sizeof *list, newest_first);
    *out = list;
    *count = found;
    return true;
}

/* ---- finding ---- */

static bool no_session(const struct share_folder *place, const char *code, struct err *e)
{
    struct str shown = {0}, shown_code = {0};
    text_show(&shown, str_text(&place->path), SHOWN_MAX);
    text_show(&shown_code, code, SHOWN_MAX);
    if (*code)
        /* TRANSLATORS: a session's code, and a place. */
        err_set(e, STATUS_NO_INPUT, _("There is no session %s in %s."), str_text(&shown_code),
                str_text(&shown));
    else
        err_set(e, STATUS_NO_INPUT, _("There is no session in %s."), str_text(&shown));
    str_free(&shown);
    str_free(&shown_code);
    return false;
}

/* The failure "which one?", naming the newest. */
static bool several(const struct listed_session *list, size_t count, struct err *e)
{
    struct str codes = {0};
    for (size_t i = 0; i < count && i < NAMED_MAX; i++)
        str_addf(&codes, "%s%s", i ? ", " : "", list[i].head.code);
    /* TRANSLATORS: codes with a comma between two, and "…" where there are more, or nothing. */
    err_set(e, STATUS_USAGE, _("Which session? There are several: %s%s."), str_text(&codes),
            count > NAMED_MAX ? ", …" : "");
    str_free(&codes);
    return false;
}

/* The code of the only session there is. */
static bool find_only(const struct share_folder *place, char code[SESSION_CODE_SIZE], struct err *e)
{
    struct listed_session *list;
    size_t count;
    if (!share_folder_list(place, &list, &count, e))
        return false;
    bool found = count == 1;
    if (found)
        memcpy(code, list[0].head.code, SESSION_CODE_SIZE);
    else if (count == 0)
        no_session(place, "", e);
    else
        several(list, count, e);
    free(list);
    return found;
}

static bool find_single(const struct share_folder *place, const char *code,
                        struct session_folder *out, char found[SESSION_CODE_SIZE], struct err *e)
{
    if (*code && strcmp(code, place->head.code) != 0)
        return no_session(place, code, e);
    memcpy(found, place->head.code, SESSION_CODE_SIZE);
    session_folder_init(out, str_text(&place->path));
    return true;
}

bool share_folder_find(const struct share_folder *place, const char *code,
                       struct session_folder *out, char found[SESSION_CODE_SIZE], struct err *e)
{
    struct str file = {0};
    struct stat st;
    if (place->single)
        return find_single(place, code, out, found, e);
    if (*code && !session_folder_code(code))
        return no_session(place, code, e);
    if (*code)
        memcpy(found, code, strlen(code) + 1);
    else if (!find_only(place, found, e))
        return false;
    str_addf(&file, "%s/%s/%s", str_text(&place->path), found, SESSION_FILE);
    bool there = stat(file.data, &st) == 0;
    int error = errno;
    if (there)
        session_folder_init(out, file.data);
    str_free(&file);
    if (!there && (error == ENOENT || error == ENOTDIR))
        return stat(str_text(&place->path), &st) == 0
                   ? no_session(place, code, e)
                   : session_folder_fail(str_text(&place->path), ESTALE,
                                         e); /* a stick pulled out */
    return there || session_folder_fail(str_text(&place->path), error, e);
}
