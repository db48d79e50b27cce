/* The command `smquiz session push`: what this computer still has for a session. */
#include "app/session_push_command.h"

#include <string.h>
#include <sys/stat.h>

#include "app/say.h"
#include "app/session_place.h"
#include "core/text.h"
#include "io/folder_lock.h"
#include "io/share_queue.h"
#include "io/store_sqlite.h"

/* One push: where to, and of which sessions. */
struct pushing {
    struct session_place place;
    bool open;         /* the place is */
    bool told;         /* somebody has said where it is */
    struct str key;    /* the place's name in the store */
    const char *code;  /* NULL for all sessions */
    struct err failed; /* to open the place */
};

/* "3 results were sent.  1 is left."  The status of saying it. */
static enum status say_sent(const struct share_pushed *pushed, bool by_name)
{
    struct str line = {0};
    if (pushed->sent)
        str_addf(
            &line,
            ngettext("%d result was sent.", "%d results were sent.", (unsigned long)pushed->sent),
            pushed->sent);
    if (pushed->left) {
        str_add(&line, line.len ? " " : "");
        str_addf(&line,
                 ngettext("%d result is still here.", "%d results are still here.",
                          (unsigned long)pushed->left),
                 pushed->left);
    } else if (!pushed->sent) {
        str_add(&line, _("There is nothing to send."));
    }
    if (pushed->elsewhere && !by_name) {
        str_addc(&line, ' ');
        str_addf(&line,
                 ngettext("%d result belongs to a session at another place; name that place to "
                          "send it.",
                          "%d results belong to sessions at other places; name the place to send "
                          "them.",
                          (unsigned long)pushed->elsewhere),
                 pushed->elsewhere);
    }
    str_add(&line, "\n");
    enum status status = say_out(str_text(&line));
    str_free(&line);
    return status;
}

struct listing {
    int count;
    char code[SESSION_CODE_SIZE];
};

static bool note_code(const struct share_session *session, void *context)
{
    struct listing *listing = context;
    if (strlen(session->code) < sizeof listing->code)
        memcpy(listing->code, session->code, strlen(session->code) + 1);
    return ++listing->count < 2;
}

/* Says why a session that lies where it was named does not tell its code; always false. */
static bool fail_unread(const struct pushing *p, struct err *e)
{
    struct str text = {0}, shown = {0};
    struct share_state state;
    if (p->place.share->ops->fetch(p->place.share, "", &text, &state, e)) {
        text_show(&shown, str_text(&p->place.where), 0);
        err_set(e, STATUS_DATA, _("%s does not say which session it is."), str_text(&shown));
    }
    str_free(&text);
    str_free(&shown);
    return false;
}

/* A place that was named and has one session means that one. */
static bool find_code(struct pushing *p, struct err *e)
{
    struct listing listing = {0};
    struct err ignored;
    struct share *share = p->place.share;
    if (!share->ops->each_session(share, note_code, &listing, &ignored) || listing.count != 1)
        return true;
    memcpy(p->place.code, listing.code, sizeof listing.code);
    return *listing.code || fail_unread(p, e);
}

/* Pushes from an open store.  A place that cannot be opened matters only when something is left. */
static bool push(struct pushing *p, struct store *store, struct share_pushed *pushed, struct err *e)
{
    if (!share_queue_left(store, str_text(&p->key), p->code, &pushed->left, e))
        return false;
    if (pushed->left == 0)
        return true;
    if (p->open)
        return share_queue_push(store, p->place.share, str_text(&p->key), p->code, pushed, e);
    *e = p->failed;
    if (e->status == STATUS_NO_INPUT && p->told) /* a disk that is not there now */
        e->status = STATUS_TRY_LATER;
    return false;
}

/* The same under a lock: two at once would send everything twice. */
static bool push_from(struct pushing *p, const char *path, struct share_pushed *pushed,
                      struct err *e)
{
    struct stat st;
    struct folder_lock lock;
    if (stat(path, &st) != 0)
        return true; /* nobody has played here yet */
    if (!folder_lock_take(&lock, path, e))
        return false;
    struct store *store = store_sqlite_open(path, STORE_WRITE, STORE_PATIENCE_SCRIPT_MS, e);
    bool done = store && push(p, store, pushed, e);
    if (store)
        store->ops->close(store);
    folder_lock_release(&lock);
    return done;
}

static bool run(const struct options *options, const struct preferences *preferences, struct err *e)
{
    struct pushing p = {0};
    struct share_pushed pushed = {0};
    enum status said = STATUS_OK;
    p.open = session_place_open(options, preferences, &p.place, &p.failed);
    bool known = p.place.where.len > 0;
    p.told = options->operand_count || options->team || preferences->settings.team;
    bool done = false, named = options->operand_count > 0;
    bool found = !p.open || !named || *p.place.code || find_code(&p, e); /* else *e says why not */
    if (found && known) {
        share_queue_place(str_text(&p.place.where), &p.key);
        p.code = *p.place.code ? p.place.code : NULL;
        done = push_from(&p, str_text(&preferences->store), &pushed, e);
        if (done || pushed.sent || (pushed.left && p.told))
            said = say_sent(&pushed, named);
    } else if (found) {
        *e = p.failed;
    }
    str_free(&p.key);
    session_place_close(&p.place);
    if (done && said != STATUS_OK) /* which is told already */
        *e = (struct err){.status = said};
    return done && said == STATUS_OK;
}

enum status session_push_command(const struct options *options, const char *program)
{
    struct preferences preferences;
    struct faults faults = {0};
    struct err e = {0};
    bool done = preferences_read(options, program, &preferences, &faults, &e) &&
                run(options, &preferences, &e);
    say_faults(&faults);
    if (!done && *e.text)
        say_error(e.text);
    preferences_free(&preferences);
    faults_free(&faults);
    return done ? STATUS_OK : e.status;
}
