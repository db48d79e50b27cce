/* Brings back a run from a log that anybody may have written, as the store lets it through: any
 * mode, rules, cards and events.  It must neither crash nor show what could act on a terminal, and
 * can be played on.  libFuzzer's entry. */
#include "io/store.h"
#include "play.h"

/* An activity of the bank, or one it has not. */
static const char *activity_name(struct player *p, struct str *name, char between)
{
    const struct bank *bank = p->stage.table.bank;
    int number = (int)bytes_next(&p->bytes) % (bank->activity_count + 1);
    const char *ref = number < bank->activity_count ? bank->activities[number].ref : "gone/a0";
    if (between == ':')
        str_add(name, "test:");
    else if (name->len > 0)
        str_addc(name, between);
    str_add(name, ref);
    return ref;
}

/* The cards a run says it has, as app/record reads them. */
static void read_plan(struct player *p)
{
    const struct bank *bank = p->stage.table.bank;
    int count = (int)bytes_next(&p->bytes) * 3;
    for (int i = 0; i < count && p->plan_count < GAME_CARDS_MAX; i++) {
        struct str ref = {0};
        int activity = bank_find_activity(bank, activity_name(p, &ref, ' '));
        if (activity >= 0)
            p->plan[p->plan_count++] = activity;
        str_free(&ref);
    }
}

static bool read_rules(struct player *p)
{
    char line[RULES_LIST_SIZE];
    enum mode mode = (enum mode)bytes_below(&p->bytes, MODE_COUNT);
    p->seed = bytes_four(&p->bytes);
    bytes_line(&p->bytes, line, sizeof line);
    return rules_read(line, mode, &p->rules);
}

static bool read_event(struct player *p, int sequence, struct event *event)
{
    struct str name = {0};
    struct err e = {0};
    unsigned what = bytes_next(&p->bytes);
    *event = (struct event){.sequence = sequence,
                            .kind = (enum event_kind)(what % (EVENT_END + 1)),
                            .activity = "",
                            .keyed = (enum side)(what >> 2 & 1),
                            .choice = (enum side)((what >> 3) % (SIDE_COUNT + 1)),
                            .sure = what & 64,
                            .note = ""};
    uint64_t bits = (uint64_t)bytes_four(&p->bytes) << (bytes_next(&p->bytes) % 40);
    event->elapsed_ms = event->kind == EVENT_ANSWER ? (int64_t)bits : 0;
    event->utc_ms = p->stage.table.now.utc_ms + (int64_t)bytes_four(&p->bytes);
    if (event->kind == EVENT_END)
        event->keyed = SIDE_NONE;
    else
        activity_name(p, &name, ':');
    event->activity = arena_copy(&p->stage.texts, str_text(&name), name.len);
    str_free(&name);
    struct rng rng = rng_seeded((uint64_t)sequence);
    uuid7(event->id, 0, &rng);
    uuid7(event->run, 0, &rng);
    return store_valid(NULL, NULL, event, &e);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct player *p = xcalloc(1, sizeof *p);
    struct table *t = &p->stage.table;
    play_init(p, data, size);
    bool planned = bytes_below(&p->bytes, 2);
    if (read_rules(p)) {
        if (planned)
            read_plan(p);
        unsigned count = bytes_next(&p->bytes) * 4;
        struct event *events = xcalloc(count + 1, sizeof *events);
        size_t kept = 0;
        for (unsigned i = 0; i < count && p->bytes.left > 0; i++)
            kept += read_event(p, (int)kept + 1, &events[kept]);
        game_start(&t->game, &p->rules, p->seed, planned ? p->plan : NULL, p->plan_count, t->bank,
                   &t->history, t->now);
        game_resume(&t->game, t->bank, &t->history, events, kept, t->now.utc_ms, t->now);
        play_show(p, 80, 24);
        for (int i = 0; i < PLAY_INPUTS_MAX && p->bytes.left > 0 && !p->left; i++)
            play_once(p);
        play_show(p, 80, 24);
        free(events);
    }
    play_free(p);
    free(p);
    return 0;
}
