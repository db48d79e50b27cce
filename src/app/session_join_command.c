/* The command `smquiz session join`. */
#include "app/session_join_command.h"

#include "app/front.h"
#include "app/join.h"
#include "app/join_name.h"
#include "app/joined.h"
#include "app/opening.h"
#include "app/say.h"
#include "app/session_place.h"
#include "app/session_share.h"
#include "io/aside.h"
#include "io/clock.h"
#include "io/entropy.h"
#include "io/share_queue.h"
#include "ui/terminal.h"

/* How often a waiting learner's screen looks whether the next part is open: a folder costs nothing,
 * a database a connection. */
enum { LOOK_FOLDER_MS = 1000, LOOK_DATABASE_MS = 4000, LOOK_PATIENCE_MS = 500 };

static bool check_given_name(const struct options *options, struct err *e)
{
    return !options->name || learner_name_valid(options->name, e);
}

/* Everything about one command. */
struct joining {
    const struct options *options;
    struct preferences preferences;
    struct session_place place; /* closed; opened anew for every look */
    struct session_file file;
    struct share_state state;
    bool away;          /* the place cannot be reached */
    struct aside aside; /* who looks at a database */
    struct session_share share;
};

static struct now system_clock(void *context)
{
    (void)context;
    return clock_now();
}

/* The server is away, or a folder is gone: what was begun can be finished all the same, from the
 * copy kept of it. */
static bool open_copy(struct joining *j, struct err *e)
{
    bool gone = e->status == STATUS_NO_INPUT && !j->place.own;
    if ((e->status != STATUS_TRY_LATER && !gone) || !joined_find(j->place.code, &j->file))
        return false;
    say_error(e->text);
    say_error(
        _("The session cannot be reached now. Your answers are kept on this computer, and are "
          "sent when it can."));
    *e = (struct err){0};
    j->away = true;
    j->state = (struct share_state){.open = PART_NONE};
    return true;
}

/* Finds the session and reads it. */
static bool open_session(struct joining *j, struct faults *faults, struct err *e)
{
    if (!session_place_open(j->options, &j->preferences, &j->place, e))
        return open_copy(j, e);
    bool read = session_place_read(&j->place, &j->file, &j->state, faults, e);
    session_place_let_go(&j->place);
    if (read && !j->place.own && !j->state.self_paced)
        joined_keep(&j->file.session);
    return read || open_copy(j, e);
}

/* What a look at the place finds. */
struct sight {
    bool seen;
    struct share_state state;
    struct err e;
};

static void look_now(void *context, void *answer)
{
    const struct joining *j = context;
    struct sight *sight = answer;
    struct str text = {0};
    struct share *share = share_open(str_text(&j->place.where), &sight->e);
    sight->seen = share && share->ops->fetch(share, j->place.code, &text, &sight->state, &sight->e);
    if (share)
        share->ops->close(share);
    str_free(&text);
}

/* A database that hangs holds up nobody: it is asked by a process of its own, and what it says late
 * is taken the next time. */
static enum join_look look(void *context, struct share_state *state, struct err *e)
{
    struct joining *j = context;
    struct sight sight = {0};
    if (!share_is_uri(str_text(&j->place.where)))
        look_now(j, &sight);
    else if (!aside_ask(&j->aside, look_now, j, &sight, sizeof sight, LOOK_PATIENCE_MS))
        return JOIN_LOOK_NOT_YET;
    if (sight.seen)
        *state = sight.state;
    else
        *e = sight.e;
    return sight.seen ? JOIN_LOOK_SEEN : JOIN_LOOK_AWAY;
}

/* --- playing --------------------------------------------------------------------------------- */

/* The codes of the parts that are done, for who has to read them out. */
static void add_codes(const struct join *join, struct str *out)
{
    bool any = false;
    for (int part = 0; part < PART_COUNT; part++) {
        if (!join->code[part].len)
            continue;
        if (!any)
            str_add(out, _("If the trainer asks for your codes, read these out:\n"));
        str_add(out, "  ");
        str_addf(out, _("%s: %s"), part_title((enum part)part), str_text(&join->code[part]));
        str_addc(out, '\n');
        any = true;
    }
}

/* How it goes on at a hot seat: somebody else may have left amid a part that is open. */
static void add_next_turn(const struct joining *j, const struct join *join, struct str *out)
{
    if (join->state.self_paced || join->state.open == join->waiting)
        /* TRANSLATORS: %s is the name of the one who has left. */
        str_addf(out, _("Left for now. To go on from here, type the name %s again."),
                 j->preferences.learner);
    else if (join->unreached)
        /* TRANSLATORS: %s is the name of the one whose turn it was. */
        str_addf(out,
                 _("The session cannot be reached now. To go on later, type the name %s again."),
                 j->preferences.learner);
    else
        str_add(out, _("The next part is not open yet."));
}

/* How it goes on. */
static void add_way_on(const struct joining *j, const struct join *join, struct str *out)
{
    struct str title = {0}, name = {0};
    text_show(&title, j->file.session.title, 0);
    session_place_name(j->options, &j->place, &name);
    if (join->over)
        str_addf(out, _("That was all of “%s”. Thank you."), str_text(&title));
    else if (j->options->hot_seat)
        add_next_turn(j, join, out);
    else if (join->unreached)
        str_addf(out,
                 _("The session cannot be reached now. To go on later:\n"
                   "  smquiz session join %s"),
                 str_text(&name));
    else
        str_addf(out,
                 join->state.self_paced || join->state.open == join->waiting
                     ? _("Left for now. To go on:\n  smquiz session join %s")
                     : _("The next part is not open yet. To go on then:\n  smquiz session join %s"),
                 str_text(&name));
    str_add(out, "\n");
    str_free(&title);
    str_free(&name);
}

/* What there is to say when the screen is closed: how it goes on, and where the answers are.  The
 * status of saying it. */
static enum status say_ending(const struct joining *j, const struct join *join, bool played)
{
    struct str text = {0};
    add_way_on(j, join, &text);
    if (played && join->state.self_paced && session_share_sent(&j->share))
        str_add(&text, _("Your answers lie in the folder results beside the session's file.\n"
                         "Give the trainer that folder.\n"));
    else if (played)
        session_share_tell(&j->share, &text);
    if (join->state.self_paced || !session_share_sent(&j->share))
        add_codes(join, &text);
    enum status status = say_out(str_text(&text));
    str_free(&text);
    return status;
}

/* What an earlier time has left here, cut off or with the place away, goes out without being asked
 * for. */
static void send_left(struct joining *j, struct app *app)
{
    struct str key = {0};
    struct err ignored; /* who cannot read the store is told when it comes to the parts */
    int left = 0;
    share_queue_place(str_text(&j->place.where), &key);
    if (share_queue_left(app->store, str_text(&key), j->place.code, &left, &ignored) && left) {
        session_share_start(app);
        j->share.used = !j->options->hot_seat; /* where it may be somebody else's */
    }
    str_free(&key);
}

static struct app app_of(struct joining *j)
{
    return (struct app){
        .bank = j->file.bank,
        .ids = rng_seeded(entropy_seed()),
        .seeds = rng_seeded(entropy_seed()),
        .now = system_clock,
        .share = session_share_start,
        .share_rest = session_share_rest,
        .share_context = &j->share,
        .scene = {.bank = j->file.bank,
                  .streaks = j->preferences.streaks,
                  .clock = j->preferences.clock},
    };
}

static struct join join_of(struct joining *j)
{
    return (struct join){
        .session = &j->file.session,
        .state = j->state,
        .look = look,
        .look_context = j,
        .look_ms = share_is_uri(str_text(&j->place.where)) ? LOOK_DATABASE_MS : LOOK_FOLDER_MS,
        .form_given = j->options->form_given,
        .form = j->options->form,
        .wait = !j->options->hot_seat,
        .away = j->away,
        .unreached = j->away,
    };
}

/* Everything on the screen; *leave when there is no store and the person would not play without. */
static enum outcome play(struct joining *j, struct app *app, struct join *join, bool *leave)
{
    struct opening opening = {.preferences = &j->preferences, .interactive = app->interactive};
    enum outcome outcome = opening_run(app, &opening, leave);
    if (app->scene.unkept) /* there is nothing to send */
        app->share = NULL;
    if (outcome != OUTCOME_DONE || *leave)
        return outcome;
    if (app->share)
        send_left(j, app);
    outcome = join_run(app, join);
    j->away = join->away;
    return outcome;
}

static enum status run(struct joining *j, struct err *e)
{
    struct app app = app_of(j);
    struct join join = join_of(j);
    bool leave = false;
    j->share.used = false;
    if (!front_open(&app, &j->preferences, e))
        return e->status;
    enum outcome outcome = play(j, &app, &join, &leave);
    bool written = front_close(&app);
    if (app.store)
        app.store->ops->close(app.store);
    session_share_finish(&j->share);
    enum status said = STATUS_OK;
    if (outcome == OUTCOME_DONE && written && !leave)
        said = say_ending(j, &join, j->share.used);
    for (int part = 0; part < PART_COUNT; part++)
        str_free(&join.code[part]);
    if (outcome == OUTCOME_FAILED)
        *e = app.err;
    else if (!written)
        err_set(e, STATUS_IO, _("Standard output cannot be written."));
    app_release(&app);
    if (terminal_signal() != 0) /* also one that came too late to be noticed on the screen */
        terminal_die_by(terminal_signal());
    return said == STATUS_OK ? e->status : said;
}

/* One person, or at a hot seat one after the other. */
static enum status take_turns(struct joining *j, struct err *e)
{
    enum status status = STATUS_OK;
    const struct join_name name = {j->options, &j->preferences, &j->file.session};
    bool none = false;
    do {
        struct err ignored; /* what was open last stays so, as far as anybody here knows */
        status = join_name_find(&name, &none);
        if (j->options->hot_seat && !none && look(j, &j->state, &ignored) == JOIN_LOOK_SEEN)
            j->away = false;
        if (status == STATUS_OK && !none)
            status = run(j, e);
    } while (status == STATUS_OK && !none && j->options->hot_seat);
    return status;
}

enum status session_join_command(const struct options *options, const char *program)
{
    struct joining j = {.options = options};
    struct faults faults = {0};
    struct err e = {0};
    enum status status;
    if (preferences_read(options, program, &j.preferences, &faults, &e) &&
        check_given_name(options, &e) && open_session(&j, &faults, &e)) {
        session_share_init(&j.share, options, &j.preferences, &j.place, program);
        if (options->guest)
            str_clear(&j.preferences.remember); /* it would be remembered for everyone */
        status = take_turns(&j, &e);
        if (status == STATUS_OK && j.away)
            status = STATUS_TRY_LATER;
        aside_drop(&j.aside);
    } else {
        status = e.status;
        say_faults(&faults);
    }
    if (*e.text)
        say_error(e.text);
    session_file_free(&j.file);
    session_place_close(&j.place);
    preferences_free(&j.preferences);
    faults_free(&faults);
    return status;
}
