/* Copies of the sessions one has joined. */
#include "app/joined.h"

#include "core/session_write.h"
#include "io/paths.h"
#include "io/text_file.h"

/* Appends where the copy of this code lies; false when there is no place for it. */
static bool copy_path(const char *code, struct str *out)
{
    struct err ignored;
    if (!*code || !paths_user(PATHS_DATA, out, &ignored))
        return false;
    str_addf(out, "/joined/%s.cfg", code);
    return true;
}

void joined_keep(const struct session *session)
{
    struct str path = {0}, text = {0};
    struct err ignored;
    if (copy_path(session->code, &path)) {
        session_write(&text, session);
        (void)text_file_replace(str_text(&path), str_text(&text), text.len, &ignored);
    }
    str_free(&path);
    str_free(&text);
}

bool joined_find(const char *code, struct session_file *file)
{
    struct str path = {0}, text = {0};
    struct faults faults = {0};
    struct err ignored = {0};
    *file = (struct session_file){0};
    bool found =
        copy_path(code, &path) && text_file_read(str_text(&path), &text, &ignored) &&
        session_file_read(str_text(&path), str_text(&text), text.len, file, &faults, &ignored);
    faults_free(&faults);
    str_free(&path);
    str_free(&text);
    return found;
}
