/* The runs of sessions in folders. */
#include "io/share_folder_runs.h"

#include <errno.h>
#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/text.h"
#include "io/replace.h"
#include "io/result_file.h"
#include "io/result_folder.h"
#include "io/share_folder.h"
#include "io/share_folder_place.h"

enum { SHOWN_MAX = 120 };

static const struct share_folder *place_of(struct share *s)
{
    return (const struct share_folder *)(const void *)s;
}

static void join(struct str *out, const struct str *folder, int64_t uid, const char *run_id)
{
    str_addf(out, "%s/", str_text(folder));
    result_folder_name(out, uid, run_id);
}

/* ---- putting a run there ---- */

/* Whether the name is free or ours.  Only where nobody may replace what is others' it matters who
 * was there first. */
static bool may_take(const struct str *folder, const char *path, struct err *e)
{
    struct stat st, above;
    struct str shown = {0};
    if (lstat(path, &st) != 0 || st.st_uid == geteuid() || stat(str_text(folder), &above) != 0 ||
        !(above.st_mode & S_ISVTX))
        return true;
    text_show(&shown, path, SHOWN_MAX);
    err_set(e, STATUS_NO_PERMISSION,
            _("Your result cannot be shared: somebody else has put a file called %s there. Tell "
              "the trainer."),
            str_text(&shown));
    str_free(&shown);
    return false;
}

/* What the run is to what we have there already; what cannot be read is replaced. */
static enum merged compare(const char *path, const struct shared_run *run)
{
    struct arena arena = {0};
    struct shared_runs both = {0};
    struct shared_run there;
    struct stat st;
    enum merged merged = MERGED_NEW;
    if (lstat(path, &st) == 0 && st.st_uid == geteuid() && st.st_nlink == 1 &&
        result_folder_own(path, run->run.session, &arena, &there)) {
        shared_runs_add(&both, &there);
        merged = shared_runs_add(&both, run);
    }
    shared_runs_free(&both);
    arena_free(&arena);
    return merged;
}

static bool write_run(const char *path, const struct shared_run *run, struct err *e)
{
    struct str text = {0};
    bool done =
        result_file_write(&text, run, e) && replace_text_mode(path, &text, SESSION_RESULT_MODE, e);
    str_free(&text);
    return done;
}

/* Makes the results' folder; that it cannot be is not that the session is missing. */
static bool make_results(const struct session_folder *folder, struct err *e)
{
    if (session_folder_make_results(folder))
        return true;
    session_folder_fail(str_text(&folder->results), errno, e);
    if (e->status == STATUS_NO_INPUT)
        e->status = STATUS_CANT_CREATE;
    return false;
}

/* Where everybody may add, only who owns the folder adds what others are said to have answered;
 * from anybody else it would be refused when it is read. */
static bool may_add(const struct session_folder *folder, const struct shared_run *run,
                    struct err *e)
{
    struct stat st;
    return run->source == SOURCE_PLAYED || stat(str_text(&folder->results), &st) != 0 ||
           st.st_uid == geteuid() || !(st.st_mode & S_ISVTX && st.st_mode & S_IWOTH) ||
           err_set(e, STATUS_NO_PERMISSION,
                   _("Only the trainer, whose folder it is, types results in or counts hands."));
}

static bool put(const struct session_folder *folder, const struct shared_run *run, struct err *e)
{
    struct str path = {0};
    if (!make_results(folder, e) || !may_add(folder, run, e))
        return false;
    join(&path, &folder->results, (int64_t)geteuid(), run->run.id);
    enum merged merged = compare(path.data, run);
    bool done = merged == MERGED_SAME;
    if (merged == MERGED_CONFLICT)
        err_set(e, STATUS_DATA, _("A run of yours is there already and says something else."));
    else if (!done)
        done = may_take(&folder->results, path.data, e) && write_run(path.data, run, e);
    str_free(&path);
    return done;
}

bool share_folder_push(struct share *s, const struct shared_run *run, int *stored, struct err *e)
{
    struct session_folder folder;
    char code[SESSION_CODE_SIZE];
    *stored = 0;
    if (!share_folder_find(place_of(s), run->run.session, &folder, code, e))
        return false;
    bool done = put(&folder, run, e);
    session_folder_free(&folder);
    if (done)
        *stored = (int)run->count;
    return done;
}

/* ---- reading ---- */

/* A user whose files were met. */
struct user {
    int64_t uid;
    const char *name;
};

struct gathering {
    struct shared_runs runs;
    struct arena names;
    struct user *users;
    size_t user_count, user_cap;
    struct faults *refused;
};

/* The user's login, kept as long as the gathering; one look-up a user. */
static const char *login_of(struct gathering *g, int64_t uid)
{
    struct str number = {0};
    for (size_t i = 0; i < g->user_count; i++)
        if (g->users[i].uid == uid)
            return g->users[i].name;
    const struct passwd *entry = getpwuid((uid_t)uid);
    str_addf(&number, "uid %lld", (long long)uid);
    const char *name = entry && *entry->pw_name ? entry->pw_name : number.data;
    g->users = xgrow(g->users, g->user_count, &g->user_cap, sizeof *g->users);
    g->users[g->user_count++] = (struct user){uid, arena_copy(&g->names, name, strlen(name))};
    str_free(&number);
    return g->users[g->user_count - 1].name;
}

static enum merged merge(struct gathering *g, const struct result_found *found)
{
    struct shared_run run = *found->run;
    run.owner = found->proven ? login_of(g, found->uid) : "";
    enum merged merged = shared_runs_add(&g->runs, &run);
    if (merged == MERGED_CONFLICT) {
        struct str path = {0};
        str_addf(&path, "%s/%s", found->folder, found->name);
        faults_add(g->refused, FAULT_ERROR, (struct place){path.data, 0},
                   _("it contradicts another file of the same run"));
        str_free(&path);
    }
    return merged;
}

static bool gather(const struct result_found *found, void *context)
{
    merge(context, found);
    return true;
}

/* Whether owners prove nothing: one user brought what several people played.  What was typed in
 * says nothing about that. */
static bool proves_nothing(const struct gathering *g)
{
    const struct shared_run *first = NULL;
    bool several = false;
    for (size_t i = 0; i < g->runs.len; i++) {
        const struct shared_run *run = &g->runs.items[i];
        if (run->source != SOURCE_PLAYED || !*run->owner)
            continue;
        if (first && strcmp(run->owner, first->owner) != 0)
            return false;
        several = several || (first && strcmp(run->learner.id, first->learner.id) != 0);
        first = first ? first : run;
    }
    return several;
}

static void gathering_free(struct gathering *g)
{
    shared_runs_free(&g->runs);
    arena_free(&g->names);
    free(g->users);
}

/* Reads what was taken in, which counts first, then the spool; and what was taken in once more, for
 * a file may have moved there meanwhile. */
static bool read_both(const struct session_folder *folder, const char *code, struct gathering *g,
                      struct err *e)
{
    struct faults again = {0}, *refused = g->refused;
    const char *collected = str_text(&folder->collected), *results = str_text(&folder->results);
    bool read = result_folder_each(collected, RESULT_COLLECTED, code, gather, g, refused, e) &&
                result_folder_each(results, RESULT_SPOOL, code, gather, g, refused, e);
    g->refused = &again; /* all of it was said the first time */
    read = read && result_folder_each(collected, RESULT_COLLECTED, code, gather, g, &again, e);
    g->refused = refused;
    faults_free(&again);
    return read;
}

bool share_folder_each_run(struct share *s, const char *code, shared_run_fn *fn, void *context,
                           struct faults *refused, struct err *e)
{
    struct session_folder folder;
    char found[SESSION_CODE_SIZE];
    struct gathering g = {.refused = refused};
    if (!share_folder_find(place_of(s), code, &folder, found, e))
        return false;
    bool read = read_both(&folder, found, &g, e);
    if (!read && e->status == STATUS_NO_PERMISSION)
        err_set(e, STATUS_NO_PERMISSION,
                _("Only the trainer can see the results of this session."));
    bool unproven = proves_nothing(&g), more = read;
    for (size_t i = 0; i < g.runs.len && more; i++) {
        if (unproven)
            g.runs.items[i].owner = "";
        more = fn(&g.runs.items[i], context);
    }
    gathering_free(&g);
    session_folder_free(&folder);
    return read;
}

/* ---- collecting ---- */

struct collecting {
    struct gathering known; /* of collected/, and what has been added */
    const struct session_folder *folder;
    struct share_collected *out;
    struct err *e; /* what stopped it */
    bool failed;
};

/* Copies the file whole, and removes it when that is safe on the disk. */
static bool take_in(struct collecting *c, const struct result_found *found)
{
    struct str to = {0}, from = {0};
    join(&to, &c->folder->collected, found->uid, found->run->run.id);
    str_addf(&from, "%s/%s", found->folder, found->name);
    bool done = replace_text_mode(to.data, found->bytes, S_IRUSR | S_IWUSR, c->e);
    if (done && unlink(from.data) != 0)
        faults_add(c->known.refused, FAULT_WARNING, (struct place){from.data, 0},
                   _("it was taken in and could not be removed here: %s"), strerror(errno));
    str_free(&to);
    str_free(&from);
    return done;
}

static bool collect_one(const struct result_found *found, void *context)
{
    struct collecting *c = context;
    if (merge(&c->known, found) == MERGED_CONFLICT)
        return true;
    if (!shared_run_complete(found->run)) {
        c->out->open++;
        return true;
    }
    c->failed = !take_in(c, found);
    if (!c->failed)
        c->out->taken++;
    return !c->failed;
}

static bool make_collected(const struct session_folder *folder, struct err *e)
{
    const char *path = str_text(&folder->collected);
    return session_folder_make(path, SESSION_COLLECTED_MODE) || session_folder_fail(path, errno, e);
}

bool share_folder_collect(struct share *share, const char *code, struct share_collected *out,
                          struct faults *refused, struct err *e)
{
    struct session_folder folder;
    char found[SESSION_CODE_SIZE];
    struct faults known = {0}; /* complaints about collected/ come when it is read for itself */
    *out = (struct share_collected){0};
    if (!share_folder_find(place_of(share), code, &folder, found, e))
        return false;
    struct collecting c = {.known.refused = &known, .folder = &folder, .out = out, .e = e};
    bool done = make_collected(&folder, e) &&
                result_folder_each(str_text(&folder.collected), RESULT_COLLECTED, found, gather,
                                   &c.known, &known, e);
    c.known.refused = refused;
    done = done && result_folder_each(str_text(&folder.results), RESULT_SPOOL, found, collect_one,
                                      &c, refused, e);
    gathering_free(&c.known);
    faults_free(&known);
    session_folder_free(&folder);
    return done && !c.failed;
}

bool share_folder_keep(struct share *share, const struct shared_run *run, struct err *e)
{
    struct session_folder folder;
    char code[SESSION_CODE_SIZE];
    struct str path = {0}, text = {0};
    if (!share_folder_find(place_of(share), run->run.session, &folder, code, e))
        return false;
    join(&path, &folder.collected, -1, run->run.id);
    bool done = make_collected(&folder, e) && result_file_write(&text, run, e) &&
                replace_text_mode(path.data, &text, S_IRUSR | S_IWUSR, e);
    str_free(&path);
    str_free(&text);
    session_folder_free(&folder);
    return done;
}
