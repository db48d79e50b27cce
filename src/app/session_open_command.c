/* The command `smquiz session open`: which part may be played now. */
#include "app/session_open_command.h"

#include <string.h>

#include "app/option_values.h"
#include "app/say.h"
#include "app/session_found.h"

/* "before and after", the parts there are. */
static void add_parts(const struct session *session, struct str *out)
{
    const char *ids[PART_COUNT];
    int count = 0;
    for (int part = 0; part < PART_COUNT; part++)
        if (session->has[part])
            ids[count++] = part_id((enum part)part);
    /* TRANSLATORS: the words that name the parts of a session on the command line. */
    if (count == 3)
        /* TRANSLATORS: the words that name the parts of a session on the command line. */
        str_addf(out, _("%s, %s and %s"), ids[0], ids[1], ids[2]);
    else if (count == 2)
        /* TRANSLATORS: the words that name the parts of a session on the command line. */
        str_addf(out, _("%s and %s"), ids[0], ids[1]);
    else
        str_add(out, count ? ids[0] : "");
}

/* Which part is meant: the one named, or the next. */
static bool find_part(const struct options *options, const struct session *session,
                      const struct share_state *state, enum part *part, struct err *e)
{
    const char *named = options->operand_count > 1 ? options->operands[1] : NULL;
    struct str parts = {0};
    bool found = true;
    *part = named ? part_from_id(named) : session_next_part(session, state->open);
    add_parts(session, &parts);
    if (state->self_paced)
        found = err_set(e, STATUS_USAGE,
                        _("Nobody opens the parts of this session: everyone goes on alone."));
    else if (named && *part == PART_NONE)
        /* TRANSLATORS: what was typed, and a list such as "before and after". */
        found = err_set(e, STATUS_USAGE, _("“%s” is no part; this session has %s."),
                        option_shown(named).text, str_text(&parts));
    else if (named && !session->has[*part])
        /* TRANSLATORS: a part's word, and a list such as "before and after". */
        found = err_set(e, STATUS_USAGE, _("This session has no part “%s”; it has %s."), named,
                        str_text(&parts));
    str_free(&parts);
    return found;
}

static enum status tell(const struct options *options, const struct session_place *place,
                        enum part part, enum part was_open)
{
    struct str out = {0}, name = {0};
    session_place_name(options, place, &name);
    if (part == PART_NONE) {
        /* TRANSLATORS: the session's code, and the word for a part on the command line. */
        str_addf(&out, _("All parts of %s are done; %s stays open for who comes late.\n"),
                 place->code, part_id(was_open));
        /* TRANSLATORS: the second line is to be typed: it stays as it is. */
        str_addf(&out, _("What has come of it:\n  smquiz session report %s\n"), str_text(&name));
    } else {
        /* TRANSLATORS: the word for a part on the command line, the session's code, and where it
         * is; the second line is to be typed: it stays as it is. */
        str_addf(&out,
                 /* TRANSLATORS: the word for a part on the command line, the session's code, and
                    where it is. The second line is typed as it stands. */
                 _("Open now: %s, in the session %s. People type:\n  smquiz session join %s\n"),
                 part_id(part), place->code, str_text(&name));
    }
    str_free(&name);
    enum status status = say_out(str_text(&out));
    str_free(&out);
    return status;
}

static bool open_part(struct session_found *found, const struct options *options, struct err *e)
{
    const struct session_place *place = &found->place;
    enum part part = PART_NONE;
    bool done =
        find_part(options, &found->file.session, &found->state, &part, e) &&
        (part == PART_NONE || place->share->ops->open_part(place->share, place->code, part, e));
    if (done && tell(options, place, part, found->state.open) != STATUS_OK)
        done = err_set(e, STATUS_IO, _("Standard output cannot be written."));
    return done;
}

enum status session_open_command(const struct options *options, const char *program)
{
    struct session_found found;
    struct err e = {0};
    bool done = session_found_open(options, program, &found, &e) && open_part(&found, options, &e);
    if (!done)
        say_error(e.text);
    session_found_close(&found);
    return done ? STATUS_OK : e.status;
}
