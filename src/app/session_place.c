/* Finding the session that a command names. */
#include "app/session_place.h"

#include <string.h>
#include <sys/stat.h>

#include "core/session_code.h"
#include "core/shell_word.h"
#include "core/text.h"
#include "io/paths.h"
#include "io/share_folder.h"
#include "io/share_queue.h"

/* Where codes are looked for and new sessions go; *own when it is the default. */
static bool home_of(const struct options *options, const struct preferences *preferences,
                    struct str *out, bool *own, struct err *e)
{
    const char *team = options->team ? options->team : preferences->settings.team;
    *own = !team;
    if (team) {
        str_add(out, team);
        return true;
    }
    if (!paths_user(PATHS_DATA, out, e))
        return false;
    str_add(out, "/sessions");
    return true;
}

bool session_place_home(const struct options *options, const struct preferences *preferences,
                        struct session_place *place, struct err *e)
{
    *place = (struct session_place){0};
    if (home_of(options, preferences, &place->where, &place->own, e))
        place->share = share_is_uri(str_text(&place->where))
                           ? share_open(str_text(&place->where), e)
                           : share_folder_make(str_text(&place->where), e);
    if (!place->share)
        session_place_close(place);
    return place->share != NULL;
}

/* Whether the operand names a place by itself. */
static bool is_place(const char *operand)
{
    struct stat st;
    return share_is_uri(operand) || strchr(operand, '/') || stat(operand, &st) == 0;
}

/* The code that the last name of a path is, where it is one: so are the folders of sessions called.
 */
static void take_code(const char *path, char code[SESSION_CODE_SIZE])
{
    struct str name = {0};
    struct err ignored;
    size_t len = strlen(path);
    while (len > 0 && path[len - 1] == '/')
        len--;
    size_t from = len;
    while (from > 0 && path[from - 1] != '/')
        from--;
    str_addn(&name, path + from, len - from);
    if (share_is_uri(path) || !session_code_read(str_text(&name), code, &ignored))
        code[0] = '\0';
    str_free(&name);
}

bool session_place_open(const struct options *options, const struct preferences *preferences,
                        struct session_place *place, struct err *e)
{
    const char *operand = options->operand_count ? options->operands[0] : "";
    bool found;
    *place = (struct session_place){0};
    if (*operand && is_place(operand)) {
        str_add(&place->where, operand);
        found = true;
    } else {
        found = (!*operand || session_code_read(operand, place->code, e)) &&
                home_of(options, preferences, &place->where, &place->own, e);
    }
    if (found)
        place->share = share_open(str_text(&place->where), e);
    if (found && !place->share && !*place->code)
        take_code(operand, place->code);
    if (found && !place->share && place->own && e->status == STATUS_NO_INPUT)
        err_set(e, STATUS_NO_INPUT,
                _("No session is known here. Give the folder or the file it lies in, or set "
                  "“team” in the settings."));
    return place->share != NULL;
}

bool session_place_read(struct session_place *place, struct session_file *file,
                        struct share_state *state, struct faults *faults, struct err *e)
{
    struct str text = {0}, shown = {0};
    *file = (struct session_file){0};
    text_show(&shown, str_text(&place->where), 0);
    bool ok = place->share->ops->fetch(place->share, place->code, &text, state, e) &&
              session_file_read(str_text(&shown), str_text(&text), text.len, file, faults, e);
    if (ok)
        memcpy(place->code, file->session.code, sizeof place->code);
    str_free(&text);
    str_free(&shown);
    return ok;
}

void session_place_let_go(struct session_place *place)
{
    if (place->share)
        place->share->ops->close(place->share);
    place->share = NULL;
}

void session_place_close(struct session_place *place)
{
    session_place_let_go(place);
    str_free(&place->where);
}

void session_place_name(const struct options *options, const struct session_place *place,
                        struct str *out)
{
    const char *where = str_text(&place->where);
    bool named = options->operand_count && strcmp(options->operands[0], where) == 0;
    bool uri = share_is_uri(where);
    struct str whole = {0}; /* so that it can be typed from anywhere */
    share_queue_place(where, &whole);
    shell_word_add(out, named && !uri ? str_text(&whole) : place->code);
    if ((options->team && !named) || (named && uri)) {
        str_add(out, " --team ");
        shell_word_add(out, str_text(&whole));
    }
    str_free(&whole);
}
