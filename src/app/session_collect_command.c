/* The command `smquiz session collect`: taking results in, and merging those of others. */
#include "app/session_collect_command.h"

#include "app/say.h"
#include "app/session_found.h"
#include "app/session_merge.h"
#include "core/session_report_notes.h"
#include "io/share_folder.h"

struct collecting {
    struct session_found found;
    struct share_collected taken;
    struct faults warnings; /* of taking in */
    struct session_merge merge;
};

/* Takes the spool in.  What it refuses stays there, and is complained about when everything is read
 * afterwards. */
static bool take_in(struct collecting *c, struct err *e)
{
    struct faults refused = {0};
    if (share_is_uri(str_text(&c->found.place.where)))
        return true; /* a database has nothing to take in */
    bool taken = share_folder_collect(c->found.place.share, c->found.file.session.code, &c->taken,
                                      &refused, e);
    for (size_t i = 0; i < refused.len; i++) {
        const struct fault *fault = &refused.items[i];
        if (fault->severity == FAULT_WARNING)
            faults_add(&c->warnings, FAULT_WARNING, fault->place, "%s", fault->text);
    }
    faults_free(&refused);
    return taken;
}

static bool collect(struct collecting *c, const struct options *options, struct err *e)
{
    bool good =
        take_in(c, e) && session_merge_start(&c->merge, &c->found.place, &c->found.file.session, e);
    for (size_t i = 1; i < options->operand_count && good; i++)
        good = session_merge_path(&c->merge, options->operands[i], e);
    return good;
}

/* ---- what there is to say ---- */

/* Two people may well have one name; whether they are two is for the trainer to know. */
static void say_namesakes(const struct collecting *c, const struct session_people *people,
                          struct str *out)
{
    for (size_t i = 0; i < people->len; i++) {
        const struct person *person = &people->items[i];
        if (person->of_name == 0)
            continue;
        if (c->found.file.session.names)
            str_addf(out,
                     /* TRANSLATORS: two at least; the name. */
                     ngettext("%d person calls themselves “%s”.\n",
                              "%d people call themselves “%s”; they are kept apart. Ask whether "
                              "they are one.\n",
                              (unsigned long)person->of_name),
                     person->of_name, person->name);
        else
            str_addf(out,
                     /* TRANSLATORS: two at least. */
                     ngettext("%d person has that name.\n",
                              "%d people have the same name; they are kept apart.\n",
                              (unsigned long)person->of_name),
                     person->of_name);
    }
}

/* Says a note of the report, where there is one. */
static void say_note(void (*words)(const struct session_people *, struct str *),
                     const struct session_people *people, struct str *out)
{
    size_t len = out->len;
    words(people, out);
    if (out->len > len)
        str_addc(out, '\n');
}

/* Whether nothing proves whose any result is. */
static bool is_unproven(const struct shared_runs *runs)
{
    for (size_t i = 0; i < runs->len; i++)
        if (*runs->items[i].owner)
            return false;
    return runs->len > 0;
}

/* `people` have answered something. */
static void say_counts(const struct collecting *c, int people, struct str *out)
{
    const struct session_merge *merge = &c->merge;
    int open = 0;
    for (size_t i = 0; i < merge->runs.len; i++)
        open += !shared_run_complete(&merge->runs.items[i]);
    str_addf(out, ngettext("%zu result is here.\n", "%zu results are here.\n", merge->runs.len),
             merge->runs.len);
    str_addf(
        out,
        ngettext("%d person has answered.\n", "%d people have answered.\n", (unsigned long)people),
        people);
    /* TRANSLATORS: how many results. */
    str_addf(out, _("%d taken in now, %d repeated, %d not ended, %zu refused.\n"),
             c->taken.taken + merge->added, merge->repeated, open, merge->refused.errors);
}

static enum status say(const struct collecting *c)
{
    const struct shared_runs *runs = &c->merge.runs;
    struct session_people people;
    struct str text = {0};
    session_people_make(&people, &c->found.file.session, runs->items, runs->len, true);
    say_namesakes(c, &people, &text);
    say_note(report_note_same_again, &people, &text);
    say_note(report_note_silent, &people, &text);
    if (is_unproven(&c->merge.runs))
        str_add(&text, _("Names are as people gave them: nothing here proves who is who.\n"));
    say_counts(c, (int)people.len, &text);
    enum status status = say_out(str_text(&text));
    session_people_free(&people);
    str_free(&text);
    return status;
}

enum status session_collect_command(const struct options *options, const char *program)
{
    struct collecting c = {0};
    struct err e = {0};
    bool good = session_found_open(options, program, &c.found, &e) && collect(&c, options, &e);
    say_faults(&c.warnings);
    say_faults(&c.merge.refused);
    enum status status = good ? say(&c) : e.status;
    if (!good)
        say_error(e.text);
    else if (status == STATUS_OK && c.merge.refused.errors)
        status = STATUS_DATA;
    session_merge_free(&c.merge);
    session_found_close(&c.found);
    faults_free(&c.warnings);
    return status;
}
