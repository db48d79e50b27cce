/* Putting a new session where it is to lie. */
#include "app/session_publish.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "core/session_code.h"
#include "core/session_write.h"
#include "core/shell_word.h"
#include "core/text.h"
#include "io/create.h"
#include "io/session_file.h"
#include "io/share_folder.h"

enum { TRIES = 100 }; /* of codes */

/* Whether both lists name the same cards. */
static bool same_items(const struct session *a, const struct session_items *of_a,
                       const struct session *b, const struct session_items *of_b)
{
    if (of_a->count != of_b->count)
        return false;
    for (int i = 0; i < of_a->count; i++) {
        const struct activity *x = &a->bank->activities[of_a->activities[i]];
        const struct activity *y = &b->bank->activities[of_b->activities[i]];
        if (strcmp(x->ref, y->ref) != 0 || x->side != y->side || x->wording != y->wording)
            return false;
    }
    return true;
}

/* Writes the session as text and reads it back: nobody is to be sent a file that cannot be. */
static bool write_text(const struct session *session, struct str *text, struct faults *faults,
                       struct err *e)
{
    struct session_file file;
    session_write(text, session);
    bool good = session_file_read(session->code, text->data, text->len, &file, faults, e);
    if (good && !(same_items(session, &session->forms[FORM_A], &file.session,
                             &file.session.forms[FORM_A]) &&
                  same_items(session, &session->forms[FORM_B], &file.session,
                             &file.session.forms[FORM_B]) &&
                  same_items(session, &session->practice, &file.session, &file.session.practice)))
        good =
            err_set(e, STATUS_SOFTWARE, _("The session's file does not come out as it was made."));
    session_file_free(&file);
    return good;
}

/* A path as it can be typed from anywhere; as it is when it cannot be found. */
static void add_whole_path(struct str *out, const char *path)
{
    char *whole = realpath(path, NULL);
    str_add(out, whole ? whole : path);
    free(whole);
}

/* Says how the session in this place is named from now on. */
static void name_it(const struct options *options, const struct preferences *preferences,
                    const char *folder, const struct session_place *place, const char *code,
                    struct session_named *named)
{
    const char *where = str_text(&place->where);
    bool uri = share_is_uri(where);
    bool by_settings = !folder && !options->team;
    struct str whole = {0}, in = {0}, path = {0};
    if (uri)
        str_add(&whole, where);
    else
        add_whole_path(&whole, where);
    str_addf(&in, "%s/%s", str_text(&whole), code);
    text_show(&named->where, str_text(uri ? &whole : &in), 0);
    if (uri) {
        str_addf(&path, "%s --team ", code);
        shell_word_add(&path, where);
    } else {
        shell_word_add(&path, str_text(&in));
    }
    str_add(&named->operand, by_settings ? code : str_text(&path));
    if (by_settings && preferences->settings.team)
        str_add(&named->path, str_text(&path));
    if (!by_settings || preferences->settings.team)
        str_add(&named->setting, str_text(&whole));
    if (!by_settings) {
        str_add(&named->team, "--team ");
        shell_word_add(&named->team, str_text(&whole));
    }
    str_free(&whole);
    str_free(&in);
    str_free(&path);
}

static bool open_place(const struct options *options, const struct preferences *preferences,
                       const char *folder, struct session_place *place, struct err *e)
{
    if (!folder)
        return session_place_home(options, preferences, place, e);
    *place = (struct session_place){.share = share_folder_make(folder, e)};
    str_add(&place->where, folder);
    if (!place->share)
        session_place_close(place);
    return place->share != NULL;
}

bool session_publish_folder(const char *path)
{
    struct stat st;
    if (stat(path, &st) == 0)
        return S_ISDIR(st.st_mode);
    size_t len = strlen(path);
    while (len > 1 && path[len - 1] == '/')
        len--;
    while (len > 0 && path[len - 1] != '/')
        len--;
    struct str parent = {0};
    str_addn(&parent, path, len);
    bool there = stat(parent.len ? str_text(&parent) : ".", &st) == 0 && S_ISDIR(st.st_mode);
    str_free(&parent);
    return there;
}

bool session_publish(const struct options *options, const struct preferences *preferences,
                     const char *folder, struct session *session, struct rng *rng,
                     struct session_named *named, struct faults *faults, struct err *e)
{
    struct session_place place;
    struct str text = {0};
    bool done = false, written = true;
    *named = (struct session_named){0};
    if (!open_place(options, preferences, folder, &place, e))
        return false;
    for (int i = 0; i < TRIES && !done && written; i++) {
        str_clear(&text);
        session_code_make(session->code, rng);
        written = write_text(session, &text, faults, e);
        done = written && place.share->ops->publish(place.share, session, &text, e);
        if (!done && e->status != STATUS_CANT_CREATE) /* which a code that is taken is */
            break;
    }
    if (done)
        name_it(options, preferences, folder, &place, session->code, named);
    session_place_close(&place);
    str_free(&text);
    return done;
}

bool session_publish_file(const char *path, struct session *session, struct rng *rng,
                          struct session_named *named, struct faults *faults, struct err *e)
{
    struct str text = {0};
    *named = (struct session_named){0};
    session_code_make(session->code, rng);
    bool done = write_text(session, &text, faults, e) && create_file(path, text.data, text.len, e);
    text_show(&named->where, path, 0);
    if (!strchr(path, '/')) /* so that it is a path and no code */
        str_add(&named->operand, "./");
    shell_word_add(&named->operand, path);
    str_free(&text);
    return done;
}

void session_named_free(struct session_named *named)
{
    str_free(&named->operand);
    str_free(&named->path);
    str_free(&named->team);
    str_free(&named->setting);
    str_free(&named->where);
}
