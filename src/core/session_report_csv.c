/* The people of a session's report for spreadsheets and gradebooks. */
#include "core/session_report_csv.h"

#include "core/csv_write.h"
#include "core/moment.h"

/* The part whose result is the grade. */
static enum part graded_part(const struct session *session)
{
    return session->has[PART_AFTER]    ? PART_AFTER
           : session->has[PART_BEFORE] ? PART_BEFORE
                                       : PART_PRACTICE;
}

static void add_counts(struct str *out, const struct person_part *part)
{
    if (part->run)
        str_addf(out, ",%d,%d", part->tally.right, part->cards);
    else
        str_add(out, ",,");
}

/* Appends ",83.33"; the point is one in every locale. */
static void add_percent(struct str *out, const struct person_part *part)
{
    enum { HUNDREDTHS = 10000, OF_ONE = 100 };
    str_addc(out, ',');
    if (!part->complete || part->cards == 0)
        return;
    int value = (2 * HUNDREDTHS * part->tally.right + part->cards) / (2 * part->cards);
    str_addf(out, "%d", value / OF_ONE);
    if (value % OF_ONE)
        str_addf(out, ".%02d", value % OF_ONE);
}

static void add_person(struct str *out, const struct session_report *report,
                       const struct person *person)
{
    const struct session *session = report->session;
    const struct person_part *graded = &person->parts[graded_part(session)];
    enum part decisive = session_report_decisive(session);
    bool known = report->names && *person->owner && !person->owner_shared;
    csv_add_foreign(out, known ? person->owner : "");
    str_addc(out, ',');
    csv_add_foreign(out, person->name);
    str_addc(out, ',');
    moment_write(out, person->started_utc_ms);
    for (int part = 0; part < PART_COUNT; part++)
        add_counts(out, &person->parts[part]);
    add_percent(out, graded);
    str_addc(out, ',');
    if (decisive != PART_NONE && person->parts[decisive].complete)
        str_addf(out, "%d", report_met_mark(session, decisive, &person->parts[decisive]));
    str_addf(out, ",%d\r\n", *person->owner && !person->owner_shared);
}

void session_report_csv(const struct session_report *report, struct str *out)
{
    str_add(out, "username,name,started,before_correct,before_total,practice_correct,"
                 "practice_total,after_correct,after_total,percent,passed,verified\r\n");
    for (size_t i = 0; i < report->people.len; i++)
        add_person(out, report, &report->people.items[i]);
}
