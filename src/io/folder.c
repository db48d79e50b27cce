/* Folders of our own: made with what is missing above them. */
#include "io/folder.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "core/str.h"

bool folder_make(const char *path)
{
    struct stat st;
    if (stat(path, &st) == 0)
        return true;
    struct str part = {0};
    bool ok = true;
    for (const char *at = path; ok && *at;) {
        size_t len = strspn(at, "/");
        len += strcspn(at + len, "/");
        str_addn(&part, at, len);
        at += len;
        if (stat(part.data, &st) == 0)
            continue;
        if (mkdir(part.data, S_IRWXU) == 0)
            ok = chmod(part.data, S_IRWXU) == 0;
        else
            ok = errno == EEXIST;
    }
    int error = errno;
    str_free(&part);
    errno = error;
    return ok;
}
