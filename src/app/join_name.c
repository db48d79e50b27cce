/* The name under which somebody takes part in a session. */
#include "app/join_name.h"

#include <string.h>
#include <unistd.h>

#include "app/ask.h"
#include "app/standing.h"
#include "core/person_name.h"
#include "io/store_sqlite.h"

static bool check_name(const char *answer, const void *context, struct str *why)
{
    struct err e = {0};
    bool may_be_empty = context != NULL;
    if ((may_be_empty && !*answer) || learner_name_valid(answer, &e))
        return true;
    str_add(why, e.text);
    return false;
}

/* Looking for somebody who is called so. */
struct namesake {
    const struct session *session;
    const char *typed;
    struct str name; /* as it was typed when they began */
};

static bool note_namesake(const struct run_log *log, const struct learner *learner, void *context)
{
    struct namesake *namesake = context;
    bool same = person_name_compare(learner->name, namesake->typed) == 0 &&
                standing_counts(namesake->session, &log->run);
    if (same && (!namesake->name.len || strcmp(learner->name, namesake->typed) == 0)) {
        str_clear(&namesake->name);
        str_add(&namesake->name, learner->name);
    }
    return true;
}

/* Hands over every run of the session's code on this computer; false when they cannot be read.  A
 * store that cannot be read says so when it is opened for playing. */
static bool each_run(const struct join_name *j, run_fn *fn, void *context)
{
    struct err ignored;
    struct store *store = store_sqlite_open(str_text(&j->preferences->store), STORE_READ,
                                            STORE_PATIENCE_PERSON_MS, &ignored);
    if (!store)
        return false;
    bool read = store->ops->each_session_run(store, j->session->code, NULL, fn, context, &ignored);
    store->ops->close(store);
    return read;
}

/* Whether somebody of this name has begun the session on this computer already; it becomes the name
 * as they have typed it. */
static bool has_begun(const struct join_name *j, struct str *name)
{
    struct namesake namesake = {j->session, str_text(name), {0}};
    bool begun = each_run(j, note_namesake, &namesake) && namesake.name.len > 0;
    if (begun) {
        str_clear(name);
        str_add(name, str_text(&namesake.name));
    }
    str_free(&namesake.name);
    return begun;
}

/* A question whether somebody is the one who has begun. */
struct same_question {
    const char *name;
    bool enter_is_yes;
};

/* Whether a text is an answer to it: y or n, or the name once more, for yes. */
static bool check_same(const char *answer, const void *context, struct str *why)
{
    const struct same_question *question = context;
    if (ask_is(answer, true) || ask_is(answer, false) || (question->enter_is_yes && !*answer) ||
        person_name_compare(answer, question->name) == 0)
        return true;
    /* TRANSLATORS: the letters stay as they are; %s is a name. */
    str_addf(why, _("Please type y or n, or %s once more for y."), question->name);
    return false;
}

static enum status ask_same(const char *sentence, struct same_question question, bool *same)
{
    struct str answer = {0};
    enum status status = ask_line(sentence, check_same, &question, &answer);
    *same = status == STATUS_OK && !ask_is(str_text(&answer), false);
    str_free(&answer);
    return status;
}

/* Asks for a name until it is a new one, or the person says that they are the one who has it. */
static enum status ask_name(const struct join_name *j, const char *question,
                            const void *may_be_empty, struct str *name)
{
    for (;;) {
        struct str sentence = {0};
        bool same = true;
        enum status status = ask_line(question, check_name, may_be_empty, name);
        if (status == STATUS_OK && name->len && has_begun(j, name)) {
            str_addf(&sentence,
                     /* TRANSLATORS: the letters stay as they are; %s is a name. */
                     _("%s has begun here already. Is that you? Type y, or n for another name."),
                     str_text(name));
            status =
                ask_same(str_text(&sentence), (struct same_question){str_text(name), false}, &same);
            str_free(&sentence);
        }
        if (status != STATUS_OK || same)
            return status;
        ask_say(_("Then please take another name, so that nobody's answers are mixed up."), 0);
    }
}

struct begun {
    const struct session *session;
    struct learner first;
    size_t learners;
};

static bool note_learner(const struct run_log *log, const struct learner *learner, void *context)
{
    struct begun *begun = context;
    if (!standing_counts(begun->session, &log->run))
        return true;
    if (!begun->learners || person_name_compare(begun->first.name, learner->name) != 0)
        begun->learners++;
    if (begun->learners == 1)
        begun->first = *learner;
    return true;
}

/* The only person who has begun the session on this computer; false when there is none or several.
 */
static bool only_one(const struct join_name *j, struct str *name)
{
    struct begun begun = {.session = j->session};
    bool found = each_run(j, note_learner, &begun) && begun.learners == 1;
    if (found)
        str_add(name, begun.first.name);
    return found;
}

/* Whether it is the one who has begun here that goes on; somebody else may. */
static enum status ask_going_on(const char *name, bool *same)
{
    struct str question = {0};
    /* TRANSLATORS: the letter stays as it is; %s is a name. */
    str_addf(&question, _("Go on as %s? Enter alone means yes; type n for another name."), name);
    enum status status = ask_same(str_text(&question), (struct same_question){name, true}, same);
    str_free(&question);
    return status;
}

/* Asks what the trainer is to call them; the name they have here will do. */
static enum status ask_shown_name(const struct join_name *j, struct str *name)
{
    struct str question = {0};
    str_addf(&question, _("Which name shall the trainer see? Type a name, or Enter alone for %s."),
             j->preferences->learner);
    enum status status = ask_name(j, str_text(&question), j, name);
    str_free(&question);
    if (status == STATUS_OK && !name->len)
        str_add(name, j->preferences->learner);
    return status;
}

/* The name of whoever sits at a computer of their own. */
static enum status find_own_name(const struct join_name *j, struct str *name)
{
    enum status status = STATUS_OK;
    bool asks = j->session->names && isatty(STDIN_FILENO);
    bool same = only_one(j, name);
    if (same && asks)
        status = ask_going_on(str_text(name), &same);
    if (status == STATUS_OK && !same && asks) {
        str_clear(name);
        status = ask_shown_name(j, name);
    }
    if (!name->len)
        str_add(name, j->preferences->learner);
    return status;
}

/* The name of the command line; whoever has begun is the same person in either case. */
static void take_given_name(const struct join_name *j, struct str *name)
{
    str_add(name, j->options->name);
    (void)has_begun(j, name);
}

enum status join_name_find(const struct join_name *j, bool *none)
{
    const struct options *options = j->options;
    struct str name = {0};
    enum status status = STATUS_OK;
    if (options->hot_seat)
        status = ask_name(j,
                          _("Whose turn is it? Type a name, or Enter alone when everyone has had "
                            "theirs."),
                          j, &name);
    else if (options->name)
        take_given_name(j, &name);
    else if (options->guest)
        status = ask_name(j, _("What is your name? Type it."), NULL, &name);
    else
        status = find_own_name(j, &name);
    *none = status == STATUS_NO_INPUT || !name.len;
    if (status == STATUS_OK && name.len)
        memcpy(j->preferences->learner, name.data, name.len + 1);
    str_free(&name);
    return status == STATUS_NO_INPUT ? STATUS_OK : status;
}
