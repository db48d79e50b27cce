/* Typing results in, line by line. */
#include "app/enter.h"

#include <stdlib.h>
#include <string.h>

#include "core/near_names.h"
#include "core/person_name.h"
#include "core/session_enter.h"
#include "core/session_entry.h"
#include "core/session_people.h"
#include "core/text.h"
#include "core/typed_run.h"

static bool know(const struct shared_run *run, void *context)
{
    (void)shared_runs_add(context, run);
    return true;
}

bool enter_begin(struct entering *entering, struct share *share, const struct session *session,
                 struct err *e)
{
    struct faults refused = {0}; /* what cannot be read is for those who collect */
    struct err failure = {0};
    *entering = (struct entering){.share = share, .session = session};
    bool read =
        share->ops->each_run(share, session->code, know, &entering->known, &refused, &failure);
    faults_free(&refused);
    if (read || failure.status != STATUS_TRY_LATER)
        return true; /* who may only add may do that */
    *e = failure;
    return false;
}

void enter_end(struct entering *entering)
{
    shared_runs_free(&entering->known);
}

/* Whether the run that a result code is of has come by itself, too. */
static bool was_played(const struct entering *entering, const struct result_line *line,
                       const struct shared_run *run)
{
    const struct session *session = entering->session;
    const struct session_entry typed = session_entry_of(session, run, line->result.part);
    for (size_t i = 0; line->source == SOURCE_CODE && i < entering->known.len; i++) {
        const struct shared_run *there = &entering->known.items[i];
        if (there->source != SOURCE_PLAYED || !shared_run_complete(there) ||
            strcmp(there->run.part, run->run.part) != 0 ||
            result_code_learner_tag(there->run.learner) != line->result.learner_tag)
            continue;
        const struct session_entry played = session_entry_of(session, there, typed.part);
        if (session_entry_same(session, &played, &typed))
            return true;
    }
    return false;
}

/* What is known of a run that was typed. */
struct likeness {
    bool same;      /* it is there, and nothing was typed after it that counts instead */
    bool other;     /* somebody of that id has another result of the same part */
    bool known;     /* somebody of that id or name has a result of any part */
    int typed;      /* how many results of that part were typed in for somebody of that id */
    bool same_form; /* somebody of that id or name had this form in the other test */
};

/* Whether a run is of the person whose line was typed, as far as id or name tell. */
static bool is_theirs(const struct shared_run *there, const struct shared_run *run)
{
    return strcmp(there->run.learner, run->run.learner) == 0 ||
           person_name_compare(there->learner.name, run->learner.name) == 0;
}

static bool has_run(const struct person *person, const struct shared_run *run)
{
    for (size_t i = 0; i < person->run_count; i++)
        if (strcmp(person->runs[i]->run.id, run->run.id) == 0)
            return true;
    return false;
}

/* Whether the result of that test that counts has the form: the one of the person of the run, or
 * where that person has none, those of all others. */
static bool people_had_form(const struct session_people *people, enum part other, enum form form,
                            const struct shared_run *run)
{
    bool some = false, all = true;
    for (size_t i = 0; i < people->len; i++) {
        const struct person *person = &people->items[i];
        const struct shared_run *counts = person->parts[other].run;
        if (!counts)
            continue;
        bool same = session_form_of(people->session, &counts->run) == form;
        if (has_run(person, run))
            return same;
        some = true;
        all = all && same;
    }
    return some && all;
}

/* Whether whoever the run is of, or is called like them, had its form in the other test. */
static bool had_same_form(const struct entering *entering, const struct result_code *result,
                          const struct shared_run *run)
{
    enum part other = result->part == PART_BEFORE ? PART_AFTER : PART_BEFORE;
    struct session_people people;
    size_t count = 0;
    if (result->part == PART_PRACTICE)
        return false;
    struct shared_run *theirs = xcalloc(entering->known.len + 1, sizeof *theirs);
    for (size_t i = 0; i < entering->known.len; i++)
        if (is_theirs(&entering->known.items[i], run))
            theirs[count++] = entering->known.items[i];
    theirs[count++] = *run;
    session_people_make(&people, entering->session, theirs, count, true);
    bool had = people_had_form(&people, other, result->form, run);
    session_people_free(&people);
    free(theirs);
    return had;
}

static struct likeness liken(const struct entering *entering, enum part part,
                             const struct shared_run *run)
{
    const struct session *session = entering->session;
    const struct session_entry typed = session_entry_of(session, run, part);
    struct session_entry counts = {0};
    struct likeness found = {0};
    for (size_t i = 0; i < entering->known.len; i++) {
        const struct shared_run *there = &entering->known.items[i];
        bool theirs = strcmp(there->run.learner, run->run.learner) == 0;
        found.known = found.known || is_theirs(there, run);
        if (!theirs || strcmp(there->run.part, run->run.part) != 0)
            continue;
        found.other = true;
        if (!shared_run_typed(there))
            continue;
        found.typed++;
        const struct session_entry entry = session_entry_of(session, there, part);
        if (!counts.run || session_entry_order(&entry, &counts) < 0)
            counts = entry;
    }
    found.same = counts.run && session_entry_same(session, &counts, &typed);
    return found;
}

static bool is_known(const struct entering *entering, const char *id)
{
    for (size_t i = 0; i < entering->known.len; i++)
        if (strcmp(entering->known.items[i].run.id, id) == 0)
            return true;
    return false;
}

/* Makes the run of a line; of one that was corrected since, another one. */
static struct likeness make_run(const struct entering *entering, const struct result_line *line,
                                struct now now, struct arena *arena, struct shared_run *run)
{
    const struct session *session = entering->session;
    typed_run_make(session, line->name, line->source, &line->result, 0, now, arena, run);
    struct likeness likeness = liken(entering, line->result.part, run);
    for (int round = likeness.typed; !likeness.same && is_known(entering, run->run.id); round++)
        typed_run_make(session, line->name, line->source, &line->result, round, now, arena, run);
    likeness.same_form = !likeness.same && had_same_form(entering, &line->result, run);
    return likeness;
}

static bool push(struct entering *entering, const struct shared_run *run)
{
    int stored = 0;
    if (!entering->share->ops->push(entering->share, run, &stored, &entering->e))
        return false;
    if (stored < (int)run->count)
        return err_set(&entering->e, STATUS_IO, _("The result was not kept at its place."));
    (void)shared_runs_add(&entering->known, run);
    return true;
}

static void add_sentence(struct str *reply, const char *sentence)
{
    str_addc(reply, ' ');
    str_add(reply, sentence);
}

/* "Anna", or where no name is kept "Anna (sheet 4FZ)", for whoever types to see both. */
static void add_who(const struct result_line *line, const struct shared_run *run, struct str *out)
{
    if (*line->name && strcmp(line->name, run->learner.name) != 0) {
        text_show(out, line->name, 0);
        str_addf(out, " (%s)", run->learner.name);
    } else {
        text_show(out, run->learner.name, 0);
    }
}

/* "Anna, Before: 9 of 10 right." */
static void add_result(const struct entering *entering, const struct result_line *line,
                       const struct shared_run *run, struct str *reply)
{
    const struct session *session = entering->session;
    const struct result_code *result = &line->result;
    const struct session_items *items =
        result->part == PART_PRACTICE ? &session->practice : &session->forms[result->form];
    struct str who = {0};
    int right = 0;
    for (size_t i = 0; i < run->count; i++)
        right +=
            run->events[i].kind == EVENT_ANSWER && run->events[i].choice == run->events[i].keyed;
    add_who(line, run, &who);
    str_addf(
        reply,
        /* TRANSLATORS: a name, a part of the session, and how many cards were right. */
        ngettext("%s, %s: %d of %d right.", "%s, %s: %d of %d right.", (unsigned long)items->count),
        str_text(&who), part_title(result->part), right, items->count);
    str_free(&who);
}

/* The name is new, and was perhaps another before. */
static void add_stranger(const struct entering *entering, const struct result_line *line,
                         struct str *reply)
{
    const char *names[NEAR_NAMES_MAX];
    struct str list = {0};
    int count = entering->session->names ? near_names(&entering->known, line->name, names) : 0;
    add_sentence(reply, _("Nobody of that name has a result yet: is it spelt as before?"));
    for (int i = 0; i < count; i++) {
        str_add(&list, i ? ", " : "");
        text_show(&list, names[i], 0);
    }
    if (count) {
        str_addc(reply, ' ');
        /* TRANSLATORS: %s are names, as in Anna, Hanna. */
        str_addf(
            reply,
            ngettext("The nearest name is %s.", "The nearest names are %s.", (unsigned long)count),
            str_text(&list));
    }
    str_free(&list);
}

static void add_same_form(const struct result_line *line, const struct shared_run *run,
                          struct str *reply)
{
    static const char letters[FORM_COUNT] = {'A', 'B'};
    enum form form = line->result.form;
    struct str who = {0};
    text_show(&who, *line->name ? line->name : run->learner.name, 0);
    str_addc(reply, ' ');
    str_addf(reply,
             line->result.part == PART_AFTER
                 /* TRANSLATORS: a name, and the letters of two forms of a test, A and B. */
                 ? _("%s had form %c before, too: is it %c on the sheet?")
                 /* TRANSLATORS: a name, and the letters of two forms of a test, A and B. */
                 : _("%s had form %c after, too: is it %c on the sheet?"),
             str_text(&who), letters[form], letters[form_other(form)]);
    str_free(&who);
}

/* What is strange about a result that is new. */
static void add_doubts(const struct entering *entering, const struct result_line *line,
                       const struct likeness *likeness, const struct shared_run *run,
                       struct str *reply)
{
    bool stranger = !likeness->known && entering->known.len > 0 &&
                    line->result.part == PART_AFTER && entering->session->has[PART_BEFORE];
    if (likeness->other)
        add_sentence(reply, _("The same name has another result of this part; of those typed in, "
                              "the last one counts."));
    else if (stranger)
        add_stranger(entering, line, reply);
    if (likeness->same_form)
        add_same_form(line, run, reply);
}

/* Puts the run of a line where it belongs, and says so. */
static enum entered keep(struct entering *entering, const struct result_line *line, struct now now,
                         struct arena *arena, struct str *reply)
{
    struct shared_run run;
    struct likeness likeness = make_run(entering, line, now, arena, &run);
    bool again = likeness.same || was_played(entering, line, &run);
    add_result(entering, line, &run, reply);
    if (again) {
        add_sentence(reply, _("It is there already."));
        return ENTERED_AGAIN;
    }
    add_doubts(entering, line, &likeness, &run, reply);
    if (push(entering, &run))
        return ENTERED_NEW;
    str_clear(reply);
    str_add(reply, entering->e.text);
    return ENTERED_LOST;
}

enum entered enter_line(struct entering *entering, const char *line, struct now now,
                        struct str *reply)
{
    struct arena arena = {0};
    struct result_line read;
    enum entered entered = ENTERED_REFUSED;
    bool found;
    entering->e = (struct err){0};
    if (!session_enter_read(entering->session, line, &read, &found, &entering->e)) {
        str_add(reply, entering->e.text);
    } else if (!found) {
        entered = ENTERED_NOTHING;
    } else {
        entered = keep(entering, &read, now, &arena, reply);
    }
    arena_free(&arena);
    entering->counts[entered]++;
    return entered;
}

void enter_sum(const struct entering *entering, struct str *out)
{
    const int *counts = entering->counts;
    str_addf(out,
             ngettext("%d result was taken.", "%d results were taken.",
                      (unsigned long)counts[ENTERED_NEW]),
             counts[ENTERED_NEW]);
    if (counts[ENTERED_AGAIN]) {
        str_addc(out, '\n');
        str_addf(out,
                 ngettext("%d was there already.", "%d were there already.",
                          (unsigned long)counts[ENTERED_AGAIN]),
                 counts[ENTERED_AGAIN]);
    }
    if (counts[ENTERED_REFUSED]) {
        str_addc(out, '\n');
        str_addf(out,
                 ngettext("%d line was refused above: what was not typed again since is missing.",
                          "%d lines were refused above: what was not typed again since is missing.",
                          (unsigned long)counts[ENTERED_REFUSED]),
                 counts[ENTERED_REFUSED]);
    }
}
