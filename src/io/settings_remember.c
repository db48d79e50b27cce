/* Remembering plain mode in the user's settings file, leaving all else in it as it is. */
#include "io/settings_remember.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/conf_scan.h"
#include "core/conf_token.h"
#include "core/text.h"
#include "core/xmalloc.h"
#include "io/conf.h"
#include "io/folder.h"
#include "io/replace.h"
#include "io/text_file.h"

enum { SHOWN_MAX = 120 };

static bool fail(struct err *e, enum status status, const char *path, const char *why)
{
    struct str shown = {0};
    text_show(&shown, path, SHOWN_MAX);
    /* TRANSLATORS: a file, and what the system says. */
    err_set(e, status, _("Plain mode could not be remembered in %s: %s."), shown.data, why);
    str_free(&shown);
    return false;
}

/* Appends the file's bytes and tells its mode. */
static bool read_whole(const char *path, struct str *text, mode_t *mode, struct err *e)
{
    struct stat st;
    int fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (fd < 0)
        return fail(e, STATUS_CANT_CREATE, path, strerror(errno));
    bool ok = fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_size <= CONF_BYTES_MAX;
    ok = ok && text_file_read_open(fd, CONF_BYTES_MAX, text) && text->len <= CONF_BYTES_MAX;
    close(fd);
    if (!ok)
        return fail(e, STATUS_IO, path, _("it is no file that can be read"));
    *mode = st.st_mode & 07777;
    return true;
}

/* Finds the value of the top setting "plain"; false when there is none that is a single word. */
static bool find_plain(const struct str *text, size_t *start, size_t *len)
{
    static const char mark[] =
        "\xef\xbb\xbf"; /* a byte order mark, which the lexer does not know */
    enum { NAME_LEN = 5, MARK_LEN = 3 };
    size_t skip = strncmp(str_text(text), mark, MARK_LEN) == 0 ? MARK_LEN : 0;
    struct conf_lexer lexer;
    enum conf_token token;
    int depth = 0;
    conf_lexer_start(&lexer, str_text(text) + skip, text->len - skip);
    while ((token = conf_lexer_next(&lexer)) != CONF_TOKEN_END && token < CONF_TOKEN_INCLUDE) {
        depth += (token == CONF_TOKEN_OPEN) - (token == CONF_TOKEN_CLOSE);
        if (depth > 0 || token != CONF_TOKEN_NAME || lexer.len != NAME_LEN ||
            memcmp(lexer.start, "plain", NAME_LEN) != 0)
            continue;
        if (conf_lexer_next(&lexer) != CONF_TOKEN_EQUALS)
            return false;
        token = conf_lexer_next(&lexer);
        *start = (size_t)(lexer.start - str_text(text));
        *len = lexer.len;
        return token == CONF_TOKEN_BOOL || token == CONF_TOKEN_STRING || token == CONF_TOKEN_NUMBER;
    }
    return false;
}

/* Appends the old text with plain mode switched on in it. */
static void switch_on(const struct str *old, struct str *out)
{
    size_t start, len;
    if (find_plain(old, &start, &len)) {
        str_addn(out, old->data, start);
        str_add(out, "true");
        str_addn(out, old->data + start + len, old->len - start - len);
        return;
    }
    str_addn(out, str_text(old), old->len);
    if (out->len > 0 && out->data[out->len - 1] != '\n')
        str_addc(out, '\n');
    str_add(out, "plain = true;\n");
}

/* Whether a settings file with this text says "plain = true" and has no fault. */
static bool says_plain(const struct str *text)
{
    struct conf *conf = NULL;
    struct faults faults = {0};
    bool plain = false;
    if (conf_parse("", str_text(text), text->len, &conf, &faults) == STATUS_OK) {
        const struct conf_node *node = conf_member(conf_root(conf), "plain");
        plain = node && conf_bool(node, &plain) && plain;
        conf_free(conf);
    }
    faults_free(&faults);
    return plain;
}

static bool write_whole(const char *path, const struct str *text, mode_t mode, struct err *e)
{
    struct replace r;
    if (!replace_start(&r, path, e))
        return false;
    fchmod(fileno(r.file), mode);
    fwrite(text->data, 1, text->len, r.file);
    return replace_end(&r, true, e); /* which looks for errors of fwrite */
}

static bool make_folder_of(const char *path, struct err *e)
{
    struct str folder = {0};
    const char *slash = strrchr(path, '/');
    bool ok = true;
    if (slash && slash != path) {
        str_addn(&folder, path, (size_t)(slash - path));
        ok = folder_make(folder.data) || fail(e, STATUS_CANT_CREATE, path, strerror(errno));
    }
    str_free(&folder);
    return ok;
}

bool settings_remember_plain(const char *path, struct err *e)
{
    struct stat st;
    struct str old = {0}, text = {0};
    mode_t mode = S_IRUSR | S_IWUSR;
    bool exists = lstat(path, &st) == 0;
    char *target = exists ? realpath(path, NULL) : NULL;
    bool ok = exists ? target != NULL || fail(e, STATUS_CANT_CREATE, path, strerror(errno))
                     : make_folder_of(path, e);
    if (ok && exists)
        ok = read_whole(target, &old, &mode, e);
    if (ok) {
        switch_on(&old, &text);
        ok = says_plain(&text) ||
             fail(e, STATUS_CONFIG, path, _("the file has faults; mend it and try again"));
    }
    ok = ok && write_whole(target ? target : path, &text, mode, e);
    free(target);
    str_free(&old);
    str_free(&text);
    return ok;
}
