/* The people of a session whose names are nearest to one that may be mistyped. */
#include "core/near_names.h"

#include <string.h>

#include "core/near.h"
#include "core/person_name.h"

enum { BYTES_APART = 2, ONE_OF = 3 /* bytes of a long name */ };

static bool begins_so(const char *name, const char *start)
{
    size_t len = strlen(start);
    return len > 0 && strncmp(name, start, len) == 0 && name[len] == ' ';
}

/* How far two folded names are apart; -1 when neither may be meant by the other. */
static int distance_of(const char *a, const char *b)
{
    int len = (int)strlen(a);
    int most = len / ONE_OF > BYTES_APART ? len / ONE_OF : BYTES_APART;
    if (begins_so(a, b) || begins_so(b, a))
        return 1;
    int distance = near_distance(a, b);
    return distance <= most && distance < len ? distance : -1;
}

/* Puts a name among those found, in order; what is there or comes behind the last is dropped. */
static int put(const char *found[NEAR_NAMES_MAX], int distances[NEAR_NAMES_MAX], int count,
               const char *name, int distance)
{
    int at = count;
    for (int i = 0; i < count; i++)
        if (person_name_compare(found[i], name) == 0)
            return count;
    while (at > 0 && distances[at - 1] > distance)
        at--;
    if (at == NEAR_NAMES_MAX)
        return count;
    if (count < NEAR_NAMES_MAX)
        count++;
    for (int i = count - 1; i > at; i--) {
        found[i] = found[i - 1];
        distances[i] = distances[i - 1];
    }
    found[at] = name;
    distances[at] = distance;
    return count;
}

int near_names(const struct shared_runs *runs, const char *name, const char *found[NEAR_NAMES_MAX])
{
    int distances[NEAR_NAMES_MAX], count = 0;
    struct str typed = {0}, there = {0};
    person_name_fold(name, &typed);
    for (size_t i = 0; i < runs->len; i++) {
        const struct shared_run *run = &runs->items[i];
        str_clear(&there);
        person_name_fold(run->learner.name, &there);
        int distance = distance_of(str_text(&typed), str_text(&there));
        if (run->source != SOURCE_ROOM && distance >= 0)
            count = put(found, distances, count, run->learner.name, distance);
    }
    str_free(&typed);
    str_free(&there);
    return count;
}
