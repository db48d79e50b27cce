/* A session with real cards, and runs of it, for the tests of its report. */
#ifndef SMQ_TESTS_REPORT_FIXTURE_H
#define SMQ_TESTS_REPORT_FIXTURE_H

#include "bank_fixture.h"
#include "core/bank_fingerprint.h"
#include "core/session.h"
#include "core/shared_run.h"

struct fixture_card {
    const char *side, *text, *cue, *why;
};

static inline void fixture_card(struct draft *d, const char *id, const struct fixture_card *card)
{
    d->activities =
        xgrow(d->activities, d->activity_count, &d->activity_cap, sizeof *d->activities);
    d->activities[d->activity_count++] =
        (struct draft_activity){.place = {"fixture.cfg", 4},
                                .id = fixture_text(d, "%s", id),
                                .side = fixture_text(d, "%s", card->side),
                                .text = fixture_text(d, "%s", card->text),
                                .cue = fixture_text(d, "%s", card->cue),
                                .why = fixture_text(d, "%s", card->why)};
}

/* A scenario of two cards: "one" is sales, "many" is marketing. */
static inline void fixture_pair(struct draft *d, const char *id, int principle,
                                const char *situation, struct fixture_card one,
                                struct fixture_card many)
{
    int first = (int)d->activity_count;
    fixture_card(d, "one", &one);
    fixture_card(d, "many", &many);
    d->scenarios = xgrow(d->scenarios, d->scenario_count, &d->scenario_cap, sizeof *d->scenarios);
    d->scenarios[d->scenario_count++] =
        (struct draft_scenario){.place = {"fixture.cfg", 3},
                                .id = fixture_text(d, "%s", id),
                                .situation = fixture_text(d, "%s", situation),
                                .principle = fixture_text(d, "p%d", principle),
                                .setting = fixture_text(d, "trade"),
                                .together = fixture_text(d, "Each needed the other."),
                                .level = 1,
                                .level_place = {"fixture.cfg", 3},
                                .first = first,
                                .count = 2};
}

#define SALES(text, cue, why)   \
    (struct fixture_card)       \
    {                           \
        "sales", text, cue, why \
    }
#define MARKETING(text, cue, why)   \
    (struct fixture_card)           \
    {                               \
        "marketing", text, cue, why \
    }

static inline void fixture_scenes(struct draft *d)
{
    fixture_pair(d, "bakery", 0, "A bakery opens a second shop.",
                 SALES("Calling the hotel next door about its breakfast rolls", "the hotel",
                       "One buyer is worked towards an order."),
                 MARKETING("Putting a poster with the opening day at the bus stop",
                           "at the bus stop", "It speaks to everybody who waits there."));
    fixture_pair(d, "robots", 0, "A robotics firm has a stand at a trade fair.",
                 SALES("Showing the engineer of a car maker what the arm lifts", "the engineer",
                       "Somebody with a plan is told what he needs to decide."),
                 MARKETING("Drafting the headline that makes passers-by stop", "passers-by",
                           "Nobody's order is worked on; the crowd is."));
    fixture_pair(d, "gym", 1, "A gym has room for more members.",
                 SALES("Asking a visitor what she wants to be able to do", "a visitor",
                       "The answer goes into the offer made to her."),
                 MARKETING("Asking two hundred members why they came", "two hundred members",
                           "The answers make a picture of a group."));
    fixture_pair(d, "bikes", 1, "A bicycle maker plans next year's range.",
                 SALES("Finding out which wheels one courier firm needs", "one courier firm",
                       "What one customer needs goes into one offer."),
                 MARKETING("Counting which colours towns bought last year", "towns",
                           "Plans are made for a market."));
    fixture_pair(d, "papers", 2, "A publisher has a magazine for gardeners.",
                 SALES("Ringing a garden centre to renew its advert", "a garden centre",
                       "A customer with a name renews."),
                 MARKETING("Writing to every reader with a gift for the tenth year", "every reader",
                           "The whole base gets a reason to stay."));
    fixture_pair(d, "water", 2, "A firm rents out water coolers.",
                 SALES("Offering one office a second cooler", "one office",
                       "Another order from one customer."),
                 MARKETING("Starting a points card for all offices", "all offices",
                           "A scheme is for the whole base."));
}

/* Six scenarios, three principles. */
static inline struct bank *report_bank(void)
{
    static const char *const titles[] = {"One known buyer, or an audience?",
                                         "One customer's needs, or a market's?",
                                         "One customer, or the customer base?"};
    struct draft d = fixture_draft(3);
    d.title = fixture_text(&d, "Sales or marketing?");
    d.language = fixture_text(&d, "en");
    for (int i = 0; i < 3; i++) {
        d.principles[i].title = fixture_text(&d, "%s", titles[i]);
        d.principles[i].mixup =
            fixture_text(&d, "The medium is the same on both sides; principle %d says which.", i);
    }
    fixture_scenes(&d);
    return fixture_finish(&d);
}

static inline void report_items(const struct bank *bank, struct session_items *items,
                                const char *const *refs)
{
    for (items->count = 0; refs[items->count]; items->count++) {
        int activity = bank_find_activity(bank, refs[items->count]);
        if (activity < 0)
            abort();
        items->activities[items->count] = activity;
    }
}

/* Two forms of four cards and a practice of four; three right answers pass. */
static inline struct session report_session(const struct bank *bank)
{
    static const char *const a[] = {"bakery/one", "bakery/many", "gym/one", "gym/many", NULL},
                             *const b[] = {"papers/one", "papers/many", "water/one", "water/many",
                                           NULL},
                             *const practice[] = {"robots/one", "robots/many", "bikes/one",
                                                  "bikes/many", NULL};
    struct session session = {.bank = bank,
                              .code = "maple-tango-river",
                              .title = "New hires, November",
                              .has = {true, true, true},
                              .names = true,
                              .pass = 3,
                              .minutes = 45,
                              .people = 12};
    report_items(bank, &session.forms[FORM_A], a);
    report_items(bank, &session.forms[FORM_B], b);
    report_items(bank, &session.practice, practice);
    return session;
}

/* --- runs ------------------------------------------------------------------------------------ */

/* Runs under construction; texts live in the arena. */
struct report_runs {
    struct arena arena;
    const struct session *session;
    struct shared_run items[2000];
    size_t count;
    int serial; /* makes ids */
};

static inline void report_id(char id[UUID_SIZE], int kind, int number)
{
    snprintf(id, UUID_SIZE, "019ac0de-%04x-7000-8000-%012x", (unsigned)kind, (unsigned)number);
}

static const int64_t report_start_ms = 1763978400000; /* 2025-11-24, 10:00 UTC */

static inline const char *report_text(struct report_runs *runs, const char *text)
{
    return arena_copy(&runs->arena, text, strlen(text));
}

/* Adds an event to the run added last. */
static inline struct event *report_event(struct report_runs *runs, enum event_kind kind,
                                         int activity)
{
    struct shared_run *run = &runs->items[runs->count - 1];
    const struct bank *bank = runs->session->bank;
    struct event *event = &run->events[run->count++];
    char name[80] = "";
    if (activity >= 0)
        snprintf(name, sizeof name, "%s:%s", bank->id, bank->activities[activity].ref);
    *event = (struct event){.sequence = (int)run->count,
                            .kind = kind,
                            .activity = report_text(runs, name),
                            .wording = activity >= 0 ? bank->activities[activity].wording : 0,
                            .keyed = activity >= 0 ? bank->activities[activity].side : SIDE_NONE,
                            .choice = SIDE_NONE,
                            .utc_ms = run->run.started_utc_ms,
                            .note = kind == EVENT_END ? "done" : ""};
    report_id(event->id, 0xe, ++runs->serial);
    memcpy(event->run, run->run.id, UUID_SIZE);
    return event;
}

/* Adds a run without events: of learner number `person`, who is called `name`. */
static inline struct shared_run *report_run(struct report_runs *runs, const char *owner,
                                            const char *name, int person, enum part part)
{
    struct shared_run *run = &runs->items[runs->count++];
    const struct session *session = runs->session;
    *run = (struct shared_run){.owner = report_text(runs, owner)};
    run->events = arena_alloc(&runs->arena, 200 * sizeof *run->events);
    report_id(run->learner.id, 0xa, person);
    snprintf(run->learner.name, sizeof run->learner.name, "%s", name);
    run->run = (struct run){.mode = part_id(part),
                            .rules = "",
                            .bank = session->bank->id,
                            .fingerprint = bank_fingerprint(session->bank),
                            .session = session->code,
                            .part = part_id(part),
                            .started_utc_ms = report_start_ms + (int64_t)60000 * runs->serial};
    report_id(run->run.id, 0xb, ++runs->serial);
    memcpy(run->run.learner, run->learner.id, UUID_SIZE);
    const struct session_items *items =
        session_items(session, part, session_first_form(run->learner.id));
    run->run.items = report_text(runs, session->bank->activities[items->activities[0]].ref);
    return run;
}

/* Adds a complete run that answers the part's cards as `marks` say: r right, w wrong, the same in
 * capitals for not sure, - not answered. */
static inline struct shared_run *report_answers(struct report_runs *runs, const char *owner,
                                                const char *name, int person, enum part part,
                                                const char *marks)
{
    struct shared_run *run = report_run(runs, owner, name, person, part);
    const struct session *session = runs->session;
    const struct session_items *items =
        session_items(session, part, session_first_form(run->learner.id));
    for (int i = 0; marks[i]; i++) {
        if (marks[i] == '-')
            continue;
        struct event *event = report_event(runs, EVENT_ANSWER, items->activities[i]);
        bool right = marks[i] == 'r' || marks[i] == 'R';
        event->sure = marks[i] == 'r' || marks[i] == 'w';
        event->choice = right ? event->keyed : side_other(event->keyed);
    }
    report_event(runs, EVENT_END, -1);
    return run;
}

/* Adds a run of hands: for each card of the practice so many for sales and so many for marketing.
 */
static inline void report_hands(struct report_runs *runs, int const counts[][SIDE_COUNT], int cards)
{
    struct shared_run *run = report_run(runs, "trainer", "maple-tango-river", 999, PART_PRACTICE);
    run->source = SOURCE_ROOM;
    run->run.mode = SHARED_MODE_ROOM;
    for (int i = 0; i < cards; i++)
        for (int side = 0; side < SIDE_COUNT; side++)
            for (int j = 0; j < counts[i][side]; j++) {
                struct event *event =
                    report_event(runs, EVENT_ANSWER, runs->session->practice.activities[i]);
                event->choice = (enum side)side;
                event->sure = true;
            }
    report_event(runs, EVENT_END, -1);
}

/* A day with eight people, two of one name, one with a name that means harm, and hands. */
static inline void report_day(struct report_runs *runs)
{
    static const struct {
        const char *owner, *name;
        const char *marks[PART_COUNT];
    } people[] = {
        {"anna", "Anna", {"rwRw", "rwrr", "rrrw"}},   {"ben", "Ben", {"wWrr", "rwrw", "rrrr"}},
        {"hall", "Anna", {"rwww", "rwRr", "rrrr"}},   {"hall", "Cy", {"rRrw", "rwwR", "rrwr"}},
        {"dora", "Dora", {"wwwr", "rwrr", "rrrr"}},   {"", "Émile", {"rrww", "rwrW", "rrrw"}},
        {"", "=cmd|'<b>&\"", {"rwrw", "rrrr", NULL}}, {"hall", "Greta", {"rwrr", NULL, "rrrr"}},
    };
    static const int hands[][SIDE_COUNT] = {{9, 1}, {4, 6}, {7, 3}, {2, 8}};
    for (size_t i = 0; i < ARRAY_LEN(people); i++)
        for (int part = 0; part < PART_COUNT; part++)
            if (people[i].marks[part])
                report_answers(runs, people[i].owner, people[i].name, (int)i + 1, (enum part)part,
                               people[i].marks[part]);
    report_hands(runs, hands, 4);
}

#endif
