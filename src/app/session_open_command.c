/* The command `smquiz session open`: which part may be played now. */
#include "app/session_open_command.h"

#include <string.h>
#include <unistd.h>

#include "app/ask.h"
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

/* Whether opening the part closes a later one. */
static bool is_back(enum part part, enum part was_open)
{
    return was_open != PART_NONE && part < was_open;
}

/* Appends that a later part is not open any more, and how it is opened again. */
static void add_closed(const char *name, enum part closed, struct str *out)
{
    /* TRANSLATORS: the word for a part on the command line, how the session is named there, and the
       word again; the second line is to be typed: it stays as it is. */
    str_addf(out, _("This has closed %s. To go back:\n  smquiz session open %s %s\n"),
             part_id(closed), name, part_id(closed));
}

static enum status tell(const struct options *options, const struct session_place *place,
                        enum part part, enum part was_open)
{
    struct str out = {0}, name = {0};
    session_place_name(options, place, &name);
    if (part == PART_NONE) {
        str_addf(&out,
                 /* TRANSLATORS: the session's code, and the word for a part on the command line. */
                 _("All parts of %s are done.\nThe part %s stays open for whoever comes late.\n"),
                 place->code, part_id(was_open));
        /* TRANSLATORS: the second line is to be typed: it stays as it is. */
        str_addf(&out, _("What has come of it:\n  smquiz session report %s\n"), str_text(&name));
    } else {
        str_addf(&out,
                 /* TRANSLATORS: the word for a part on the command line, the session's code, and
                    how the session is named. The second line is typed as it stands. */
                 _("Open now: %s, in the session %s. People type:\n  smquiz session join %s\n"),
                 part_id(part), place->code, str_text(&name));
        if (is_back(part, was_open))
            add_closed(str_text(&name), was_open, &out);
    }
    str_free(&name);
    enum status status = say_out(str_text(&out));
    str_free(&out);
    return status;
}

struct begun {
    const char *part;
    bool any;
};

static bool look_at_run(const struct shared_run *run, void *context)
{
    struct begun *begun = context;
    begun->any = begun->any || strcmp(run->run.part, begun->part) == 0;
    return !begun->any;
}

/* Whether somebody has begun the part that is open; where that cannot be read, nobody has. */
static bool was_begun(const struct session_found *found)
{
    struct begun begun = {.part = part_id(found->state.open)};
    struct faults refused = {0};
    struct err ignored;
    struct share *share = found->place.share;
    (void)share->ops->each_run(share, found->place.code, look_at_run, &begun, &refused, &ignored);
    faults_free(&refused);
    return begun.any;
}

/* Asks whoever sits at a terminal before a part is closed that people are in; *go what they say. */
static enum status confirm(const struct session_found *found, enum part part, bool *go)
{
    struct str question = {0};
    enum part open = found->state.open;
    *go = true;
    if (!is_back(part, open) || isatty(STDIN_FILENO) != 1 || !was_begun(found))
        return STATUS_OK;
    str_addf(
        &question,
        /* TRANSLATORS: words for parts on the command line: the one that is open, and the other. */
        _("Open now: %s, and people have begun it. Close it, and open %s instead? Type y or "
          "n."),
        part_id(open), part_id(part));
    enum status status = ask_yes(str_text(&question), go);
    str_clear(&question);
    str_addf(&question, _("%s stays open."), part_id(open));
    if (status == STATUS_OK && !*go)
        status = ask_say(str_text(&question), 0);
    str_free(&question);
    return status;
}

static bool open_part(struct session_found *found, const struct options *options, struct err *e)
{
    const struct session_place *place = &found->place;
    enum part part = PART_NONE;
    bool go;
    if (!find_part(options, &found->file.session, &found->state, &part, e))
        return false;
    enum status status = confirm(found, part, &go);
    if (status == STATUS_NO_INPUT)
        return err_set(e, status, _("The question was not answered; nothing was changed."));
    if (status == STATUS_OK && go && part != PART_NONE &&
        !place->share->ops->open_part(place->share, place->code, part, e))
        return false;
    if (status == STATUS_OK && go)
        status = tell(options, place, part, found->state.open);
    return status == STATUS_OK || err_set(e, STATUS_IO, _("Standard output cannot be written."));
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
