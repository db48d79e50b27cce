/* Where the things of a session lie in a folder, and its small files. */
#include "io/session_folder.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/text.h"
#include "io/conf.h"
#include "io/replace.h"
#include "io/text_file.h"

enum { SHOWN_MAX = 120 };
#define CLOSED "none"

void session_folder_init(struct session_folder *folder, const char *file)
{
    const char *slash = strrchr(file, '/');
    size_t len = slash ? (size_t)(slash - file) + 1 : 0;
    struct str *const beside[] = {&folder->open, &folder->results, &folder->collected};
    static const char *const names[] = {"open", "results", "collected"};
    *folder = (struct session_folder){0};
    str_add(&folder->file, file);
    for (size_t i = 0; i < ARRAY_LEN(beside); i++) {
        str_addn(beside[i], file, len);
        str_add(beside[i], names[i]);
    }
}

void session_folder_free(struct session_folder *folder)
{
    str_free(&folder->file);
    str_free(&folder->open);
    str_free(&folder->results);
    str_free(&folder->collected);
}

bool session_folder_code(const char *text)
{
    size_t len = strlen(text);
    return len > 0 && len < SESSION_CODE_SIZE && strspn(text, "abcdefghijklmnopqrstuvwxyz-") == len;
}

bool session_folder_fail(const char *path, int error, struct err *e)
{
    struct str shown = {0};
    text_show(&shown, path, SHOWN_MAX);
    switch (error) {
    case ENOENT:
    case ENOTDIR:
        err_set(e, STATUS_NO_INPUT, _("%s is not there."), str_text(&shown));
        break;
    case EACCES:
    case EPERM:
    case EROFS:
        err_set(e, STATUS_NO_PERMISSION, _("%s is closed to you."), str_text(&shown));
        break;
    case EIO:
    case ENXIO:
    case ENODEV:
    case ESTALE:
    case ETIMEDOUT:
    case ENOTCONN:
    case EHOSTDOWN:
    case EHOSTUNREACH:
    case ENETUNREACH:
        /* TRANSLATORS: a place (a file, a folder or a database), and what the system or the server
           says. */
        err_set(e, STATUS_TRY_LATER, _("%s cannot be reached now (%s)."), str_text(&shown),
                strerror(error));
        break;
    default:
        /* TRANSLATORS: a place (a file, a folder or a database), and what the system or the server
           says. */
        err_set(e, STATUS_IO, _("%s cannot be used: %s."), str_text(&shown), strerror(error));
        break;
    }
    str_free(&shown);
    return false;
}

/* ---- the session's file ---- */

static void copy_text(const struct conf_node *group, const char *key, char *out, size_t size)
{
    const struct conf_node *node = conf_member(group, key);
    const char *text = node ? conf_string(node) : NULL;
    if (text && strlen(text) < size)
        memcpy(out, text, strlen(text) + 1);
}

void session_folder_head(const char *path, struct session_head *head)
{
    struct conf *conf = NULL;
    struct faults ignored = {0};
    *head = (struct session_head){0};
    if (conf_read(path, &conf, &ignored) == STATUS_OK) {
        const struct conf_node *group = conf_member(conf_root(conf), "session");
        if (group) {
            copy_text(group, "code", head->code, sizeof head->code);
            copy_text(group, "title", head->title, sizeof head->title);
        }
    }
    if (!session_folder_code(head->code))
        head->code[0] = '\0';
    conf_free(conf);
    faults_free(&ignored);
}

/* ---- which part is open ---- */

/* The part of a line like "before\n"; false when it says nothing we know. */
static bool read_part(const char *text, struct share_state *state)
{
    char word[16] = "";
    size_t len = strcspn(text, "\r\n");
    if (len == 0 || len >= sizeof word)
        return false;
    memcpy(word, text, len);
    state->open = part_from_id(word);
    return state->open != PART_NONE || strcmp(word, CLOSED) == 0;
}

bool session_folder_state(const struct session_folder *folder, struct share_state *state,
                          struct err *e)
{
    struct stat st;
    struct str text = {0};
    const char *path = str_text(&folder->open);
    *state = (struct share_state){.open = PART_NONE};
    if (lstat(path, &st) != 0) {
        state->self_paced = errno == ENOENT;
        return state->self_paced || session_folder_fail(path, errno, e);
    }
    bool read = text_file_read(path, &text, e);
    if (read && !read_part(str_text(&text), state)) {
        struct str shown = {0};
        text_show(&shown, path, SHOWN_MAX);
        read = err_set(e, STATUS_DATA, _("%s does not say which part is open."), str_text(&shown));
        str_free(&shown);
    }
    str_free(&text);
    return read;
}

bool session_folder_open_part(const struct session_folder *folder, enum part part, struct err *e)
{
    struct str text = {0};
    str_addf(&text, "%s\n", part == PART_NONE ? CLOSED : part_id(part));
    bool written = replace_text_mode(str_text(&folder->open), &text, SESSION_FILE_MODE, e);
    str_free(&text);
    return written;
}

/* ---- folders ---- */

bool session_folder_make(const char *path, unsigned mode)
{
    if (mkdir(path, S_IRWXU) != 0)
        return errno == EEXIST;
    if (chmod(path, (mode_t)mode) != 0)
        errno = 0; /* a file system without modes */
    return true;
}

bool session_folder_make_results(const struct session_folder *folder)
{
    struct stat st;
    const char *path = str_text(&folder->results);
    if (stat(path, &st) == 0) {
        errno = ENOTDIR;
        return S_ISDIR(st.st_mode);
    }
    if (errno != ENOENT)
        return false;
    bool mine = stat(str_text(&folder->file), &st) == 0 && st.st_uid == geteuid();
    return session_folder_make(path, mine ? SESSION_SPOOL_MODE : SESSION_MEETING_MODE);
}
