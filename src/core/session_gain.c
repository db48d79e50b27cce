/* The gain from before to after over people who went through both forms. */
#include "core/session_gain.h"

#include <math.h>

#include "core/student.h"

enum { POINTS = 100 };

static const double upper = 0.975; /* of a 95 % interval */

/* Right answers after less those before, in points. */
static double difference(const struct person *person)
{
    double points[PART_COUNT] = {0};
    for (int part = 0; part < PART_COUNT; part++)
        if (person->parts[part].cards > 0)
            points[part] =
                POINTS * (double)person->parts[part].tally.right / person->parts[part].cards;
    return points[PART_AFTER] - points[PART_BEFORE];
}

static bool did_both(const struct person *person)
{
    return person->parts[PART_BEFORE].complete && person->parts[PART_AFTER].complete;
}

/* Whoever had the same cards twice says nothing of the training: they had met them. */
static bool had_same_form(const struct session *session, const struct person *person)
{
    return session_form_of(session, &person->parts[PART_BEFORE].run->run) ==
           session_form_of(session, &person->parts[PART_AFTER].run->run);
}

static bool is_pair(const struct session *session, const struct person *person)
{
    return did_both(person) && !had_same_form(session, person);
}

static void count_person(const struct session *session, const struct person *person,
                         struct report_gain *gain)
{
    gain->people++;
    gain->began_with[session_form_of(session, &person->parts[PART_BEFORE].run->run)]++;
    for (int i = 0; i < PART_COUNT; i++) {
        const struct person_part *part = &person->parts[i];
        gain->right[i] += part->tally.right;
        gain->cards[i] += part->cards;
        gain->met[i] += report_met_mark(session, (enum part)i, part);
    }
}

void session_gain(const struct session_people *people, struct report_gain *out)
{
    double sum = 0, squares = 0;
    *out = (struct report_gain){0};
    for (size_t i = 0; i < people->len; i++) {
        const struct person *person = &people->items[i];
        out->same_form += did_both(person) && had_same_form(people->session, person);
        if (!is_pair(people->session, person))
            continue;
        double points = difference(person);
        count_person(people->session, person, out);
        out->better += points > 0;
        out->worse += points < 0;
        sum += points;
    }
    if (out->people == 0)
        return;
    out->points = sum / out->people;
    for (size_t i = 0; i < people->len; i++) {
        double from_mean = difference(&people->items[i]) - out->points;
        if (is_pair(people->session, &people->items[i]))
            squares += from_mean * from_mean;
    }
    double half = NAN;
    if (out->people > 1)
        half = student_quantile(upper, out->people - 1) *
               sqrt(squares / (out->people - 1) / out->people);
    out->low = out->points - half;
    out->high = out->points + half;
    out->told = out->people >= REPORT_GAIN_PEOPLE && half <= REPORT_GAIN_WIDEST;
}
