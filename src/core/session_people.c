/* Who took part in a session: from its runs to people and their answers that count. */
#include "core/session_people.h"

#include <stdlib.h>
#include <string.h>

#include "core/hash.h"
#include "core/person_name.h"
#include "core/session_entry.h"
#include "core/text_examine.h"

/* --- people ---------------------------------------------------------------------------------- */

static struct person *add_person(struct session_people *people, size_t *cap, const char *learner,
                                 const char *owner)
{
    people->items = xgrow(people->items, people->len, cap, sizeof *people->items);
    struct person *person = &people->items[people->len++];
    *person = (struct person){.learner = learner, .owner = owner, .nth = 1, .typed_in = true};
    return person;
}

static void count_answer(struct session_people *people, struct person_part *part,
                         const struct event *event, int activity)
{
    const struct activity *now = &people->session->bank->activities[activity];
    const struct graded graded = {.keyed = event->keyed,
                                  .choice = event->choice,
                                  .sure = event->sure,
                                  .first_time = true,
                                  .mode = MODE_PRACTICE};
    tally_add(&part->tally, &graded);
    part->answers[part->count++] = (struct person_answer){event, activity};
    people->rekeyed += event->wording == now->wording && event->keyed != now->side;
}

/* The run counts: the person's answers in it are taken in. */
static void take_run(struct session_people *people, struct person *person,
                     const struct session_entry *entry)
{
    const struct session *session = people->session;
    const struct session_items *items = session_entry_items(session, entry);
    const struct event *answers[SESSION_ITEMS_MAX];
    struct person_part *part = &person->parts[entry->part];
    size_t count = session_entry_answers(session, entry, answers);
    *part = (struct person_part){
        .run = entry->run,
        .complete = entry->worth > 1,
        .cards = items->count,
        .answers = arena_alloc(&people->arena, (count + 1) * sizeof *part->answers)};
    for (int i = 0; i < items->count; i++)
        if (answers[i])
            count_answer(people, part, answers[i], items->activities[i]);
    if (!*entry->owner)
        person->owner = "";
    person->typed_in = person->typed_in && shared_run_typed(entry->run);
}

static void add_entry(struct session_people *people, struct person *person,
                      const struct session_entry *entry)
{
    const struct person_part *part = &person->parts[entry->part];
    if (!part->run) {
        take_run(people, person, entry);
        return;
    }
    const struct session_entry counts = {.run = part->run, .part = entry->part};
    bool begun = entry->overtaken && shared_run_typed(part->run);
    if (begun && !person->begun)
        person->begun = entry->run;
    if (begun ||
        (shared_run_typed(entry->run) && session_entry_same(people->session, entry, &counts)))
        people->same_again++;
    else
        people->repeated++;
}

/* Whether one run says better than the other who somebody is and when they began: what was typed in
 * has the time of the typing. */
static bool says_better(const struct shared_run *run, const struct shared_run *other)
{
    if (shared_run_typed(run) != shared_run_typed(other))
        return shared_run_typed(other);
    if (run->run.started_utc_ms != other->run.started_utc_ms)
        return run->run.started_utc_ms < other->run.started_utc_ms;
    return strcmp(run->run.id, other->run.id) < 0;
}

/* The earliest of the person's runs that count, or that a code of them went beyond. */
static const struct shared_run *first_run(const struct person *person)
{
    const struct shared_run *first = person->begun;
    for (int i = 0; i < PART_COUNT; i++) {
        const struct shared_run *run = person->parts[i].run;
        if (run && (!first || says_better(run, first)))
            first = run;
    }
    return first;
}

static int by_start(const void *a, const void *b)
{
    const struct person *x = a, *y = b;
    if (x->started_utc_ms != y->started_utc_ms)
        return x->started_utc_ms < y->started_utc_ms ? -1 : 1;
    return strcmp(first_run(x)->run.id, first_run(y)->run.id);
}

/* The only proven owner among a learner's entries, or NULL when there is none, or several. */
static const char *only_owner(const struct session_entry *entries, size_t count)
{
    const char *owner = NULL;
    for (size_t i = 0; i < count; i++) {
        if (*entries[i].owner && owner && strcmp(entries[i].owner, owner) != 0)
            return NULL;
        if (*entries[i].owner)
            owner = entries[i].owner;
    }
    return owner ? owner : "";
}

/* Gives each person of a learner, from `first` on, the runs that are theirs; those that answer
 * nothing and have an owner of their own go to the first. */
static void add_runs(struct session_people *people, size_t first,
                     const struct session_entry *entries, size_t count)
{
    for (size_t i = first; i < people->len; i++)
        people->items[i].runs =
            arena_alloc(&people->arena, count * sizeof(const struct shared_run *));
    for (size_t i = 0; i < count; i++) {
        struct person *person = &people->items[first];
        for (size_t at = first; at < people->len && people->len - first > 1; at++)
            if (strcmp(people->items[at].owner, entries[i].owner) == 0)
                person = &people->items[at];
        person->runs[person->run_count++] = entries[i].run;
    }
}

/* One learner's entries, the best first: one person, or one for each proven owner. */
static void add_learner(struct session_people *people, size_t *cap,
                        const struct session_entry *entries, size_t count)
{
    const char *only = only_owner(entries, count);
    size_t first = people->len;
    for (size_t i = 0; i < count; i++) {
        const char *owner = only ? only : entries[i].owner;
        size_t at = first;
        if (entries[i].worth == 0)
            continue; /* it would not count for anything */
        while (at < people->len && strcmp(people->items[at].owner, owner) != 0)
            at++;
        if (only && first < people->len)
            at = first;
        struct person *person = at < people->len
                                    ? &people->items[at]
                                    : add_person(people, cap, entries[i].learner, owner);
        add_entry(people, person, &entries[i]);
    }
    add_runs(people, first, entries, count);
    for (size_t i = first; i < people->len; i++)
        people->items[i].started_utc_ms = first_run(&people->items[i])->run.started_utc_ms;
    qsort(people->items + first, people->len - first, sizeof *people->items, by_start);
    for (size_t i = first; i < people->len; i++)
        people->items[i].nth = (int)(i - first) + 1;
}

static void add_silent(struct session_people *people, const struct session_entry *entries,
                       size_t count)
{
    people->silent++;
    for (size_t i = 0; i < count; i++)
        people->silent_runs[people->silent_len++] = entries[i].run;
}

static void add_entries(struct session_people *people, const struct session_entry *entries,
                        size_t count)
{
    size_t cap = 0;
    for (size_t i = 0, next; i < count; i = next) {
        size_t good = 0;
        for (next = i; next < count && strcmp(entries[next].learner, entries[i].learner) == 0;)
            good += entries[next++].worth > 0;
        if (good > 0)
            add_learner(people, &cap, entries + i, next - i);
        else
            add_silent(people, entries + i, next - i);
    }
}

/* --- what they are called -------------------------------------------------------------------- */

static int by_name(const void *a, const void *b)
{
    const struct person *x = a, *y = b;
    int order = strcmp(x->key, y->key);
    return order ? order : by_start(a, b);
}

static int by_lot(const void *a, const void *b)
{
    const struct person *x = a, *y = b;
    if (x->lot != y->lot)
        return x->lot < y->lot ? -1 : 1;
    return by_start(a, b);
}

static const char *kept(struct session_people *people, struct str *text)
{
    const char *copy = arena_copy(&people->arena, str_text(text), text->len);
    str_clear(text);
    return copy;
}

/* Gives everybody the name they typed, and those of one name numbers. */
static void name_people(struct session_people *people)
{
    struct str text = {0};
    for (size_t i = 0; i < people->len; i++) {
        struct person *person = &people->items[i];
        person->own_name = first_run(person)->learner.name;
        text_show(&text, *person->own_name ? person->own_name : _("(no name)"), 0);
        person->name = kept(people, &text);
        person_name_key(person->name, &text);
        person->key = kept(people, &text);
    }
    qsort(people->items, people->len, sizeof *people->items, by_name);
    for (size_t i = 0, next; i < people->len; i = next) {
        struct person *first = &people->items[i];
        for (next = i + 1; next < people->len && strcmp(people->items[next].key, first->key) == 0;
             next++) {
            str_addf(&text, "%s (%zu)", people->items[next].name, next - i + 1);
            people->items[next].name = kept(people, &text);
        }
        first->of_name = next - i > 1 ? (int)(next - i) : 0;
        people->namesakes += first->of_name;
    }
    str_free(&text);
}

/* Numbers in an order that neither names nor times have to do with. */
static void number_people(struct session_people *people)
{
    struct str text = {0};
    for (size_t i = 0; i < people->len; i++) {
        struct person *person = &people->items[i];
        unsigned char nth = (unsigned char)person->nth;
        person->lot = hash_text(HASH_START, people->session->code);
        person->lot = hash_text(person->lot, person->learner);
        person->lot = hash_bytes(person->lot, &nth, 1);
    }
    qsort(people->items, people->len, sizeof *people->items, by_lot);
    for (size_t i = 0; i < people->len; i++) {
        str_addf(&text, _("Person %zu"), i + 1);
        people->items[i].name = kept(people, &text);
    }
    str_free(&text);
}

static void look_at_owners(struct session_people *people)
{
    for (size_t i = 0; i < people->len; i++) {
        struct person *person = &people->items[i];
        people->verified += *person->owner != '\0';
        for (size_t j = 0; j < people->len && !person->owner_shared; j++)
            person->owner_shared =
                j != i && *person->owner && strcmp(people->items[j].owner, person->owner) == 0;
    }
}

/* --- all of it ------------------------------------------------------------------------------- */

/* The part of this session that a run is of; PART_NONE when it is of none. */
static enum part part_of(const struct session *session, const struct shared_run *run)
{
    enum part part = part_from_id(run->run.part);
    return strcmp(run->run.session, session->code) == 0 && part != PART_NONE && session->has[part]
               ? part
               : PART_NONE;
}

static int by_id(const void *a, const void *b)
{
    const struct shared_run *const *x = a, *const *y = b;
    return strcmp((*x)->run.id, (*y)->run.id);
}

void session_people_make(struct session_people *people, const struct session *session,
                         const struct shared_run *runs, size_t count, bool names)
{
    struct session_entry *entries = xcalloc(count + 1, sizeof *entries);
    size_t len = 0;
    *people = (struct session_people){.session = session};
    people->hands = xcalloc(count + 1, sizeof *people->hands);
    people->silent_runs = xcalloc(count + 1, sizeof *people->silent_runs);
    for (size_t i = 0; i < count; i++) {
        const struct shared_run *run = &runs[i];
        enum part part = part_of(session, run);
        if (run->source == SOURCE_ROOM && strcmp(run->run.session, session->code) == 0)
            people->hands[people->hands_len++] = run;
        else if (part == PART_NONE)
            people->elsewhere++;
        else
            entries[len++] = session_entry_of(session, run, part);
    }
    qsort(people->hands, people->hands_len, sizeof *people->hands, by_id);
    session_entries_match(session, entries, len);
    add_entries(people, entries, len);
    free(entries);
    look_at_owners(people);
    if (people->len > 0)
        name_people(people);
    if (people->len > 0 && !names)
        number_people(people);
}

void session_people_free(struct session_people *people)
{
    free(people->items);
    free(people->hands);
    free(people->silent_runs);
    arena_free(&people->arena);
    *people = (struct session_people){0};
}
