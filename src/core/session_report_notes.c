/* What is to be known of a session's figures: on whose word the names rest, what was left out. */
#include "core/session_report_notes.h"

/* On whose word the names rest; "" when there is nobody. */
static void note_names(const struct session_report *report, struct str *out)
{
    const struct session_people *people = &report->people;
    if (people->len > 0 && people->verified == 0)
        str_add(out, report->names ? _("Names are as typed; nobody has verified them.")
                                   : _("Who took part is as people said; nobody has verified it."));
    else if ((size_t)people->verified < people->len)
        str_addf(out,
                 _("The system proves the login of %d of %zu people; the others are as typed."),
                 people->verified, people->len);
}

static void note_namesakes(const struct session_report *report, struct str *out)
{
    int count = report->people.namesakes;
    if (count > 0)
        str_addf(out,
                 report->names
                     ? ngettext("%d person typed a name that somebody else typed too; they have "
                                "numbers: ask whether they are the same.",
                                "%d people typed a name that somebody else typed too; they have "
                                "numbers: ask whether they are the same.",
                                (unsigned long)count)
                     : ngettext("%d person typed a name that somebody else typed too; they count "
                                "one by one.",
                                "%d people typed a name that somebody else typed too; they count "
                                "one by one.",
                                (unsigned long)count),
                 count);
}

static void note_repeated(const struct session_report *report, struct str *out)
{
    int count = report->people.repeated;
    if (count > 0)
        str_addf(out,
                 ngettext("%d run is of somebody who did the part twice; of those played the "
                          "first complete one counts, of those typed in the last.",
                          "%d runs are of people who did a part twice; of those played the "
                          "first complete one counts, of those typed in the last.",
                          (unsigned long)count),
                 count);
}

void report_note_same_again(const struct session_people *people, struct str *out)
{
    if (people->same_again > 0)
        str_addf(out,
                 ngettext("%d result that was typed in had come by itself too; it counts once.",
                          "%d results that were typed in had come by themselves too; they count "
                          "once.",
                          (unsigned long)people->same_again),
                 people->same_again);
}

static void note_same_again(const struct session_report *report, struct str *out)
{
    report_note_same_again(&report->people, out);
}

void report_note_silent(const struct session_people *people, struct str *out)
{
    if (people->silent > 0)
        str_addf(out,
                 ngettext("%d person began and answered nothing, and is not counted.",
                          "%d people began and answered nothing, and are not counted.",
                          (unsigned long)people->silent),
                 people->silent);
}

static void note_silent(const struct session_report *report, struct str *out)
{
    report_note_silent(&report->people, out);
}

static void note_left_out(const struct session_report *report, struct str *out)
{
    size_t count = report->left_out + (size_t)report->people.elsewhere;
    if (count > 0)
        str_addf(out,
                 ngettext("%zu result is left out: it could not be read, was refused, or is of "
                          "no part of this session.",
                          "%zu results are left out: they could not be read, were refused, or "
                          "are of no part of this session.",
                          count),
                 count);
}

static void note_rekeyed(const struct session_report *report, struct str *out)
{
    int count = report->people.rekeyed;
    if (count > 0)
        str_addf(out,
                 ngettext("%d answer was given while its card had another key than in the "
                          "session's file; it is graded by the key of its time.",
                          "%d answers were given while their cards had another key than in the "
                          "session's file; they are graded by the key of their time.",
                          (unsigned long)count),
                 count);
}

bool report_notes(const struct session_report *report, int n, struct str *out)
{
    static void (*const notes[])(const struct session_report *, struct str *) = {
        note_names,  note_namesakes, note_repeated, note_same_again,
        note_silent, note_left_out,  note_rekeyed,
    };
    for (size_t i = 0; i < ARRAY_LEN(notes); i++) {
        struct str note = {0};
        notes[i](report, &note);
        bool found = note.len > 0 && n-- == 0;
        if (found)
            str_add(out, str_text(&note));
        str_free(&note);
        if (found)
            return true;
    }
    return false;
}
