/* Plays a run of any mode over a small bank as the bytes say: after every move the game is whole,
 * what is shown is what any terminal may be given, and the log brings the run back as it was.
 * libFuzzer's entry. */
#include "play.h"
#include "session_fixture.h"

enum { OWN_PLAN = 1, OF_SESSION = 2 };

/* The cards of a session's part, as joining it fixes them. */
static void plan_session(struct player *p)
{
    struct session session = fixture_session(p->stage.table.bank);
    bool practice = p->rules.mode == MODE_PRACTICE;
    enum form form = bytes_below(&p->bytes, 2) ? FORM_B : FORM_A;
    const struct session_items *items = practice ? &session.practice : &session.forms[form];
    memcpy(p->plan, items->activities, (size_t)items->count * sizeof *p->plan);
    p->plan_count = items->count;
    p->rules.length = items->count;
    p->rules.pass = p->rules.mode == MODE_AFTER ? session.pass : 0;
    p->rules.nameless = bytes_below(&p->bytes, 2);
    p->stage.scene.result_code = "";
}

/* The rules of a run, and where they are fixed its cards. */
static void choose_rules(struct player *p, bool small_bank)
{
    enum mode mode = (enum mode)bytes_below(&p->bytes, MODE_COUNT);
    unsigned how = bytes_next(&p->bytes);
    p->rules = rules_default(mode);
    p->rules.no_clues = how & 1;
    p->rules.adaptive = how & 2;
    p->rules.minutes = (int)(how >> 2 & 3);
    p->rules.length = 1 + (int)bytes_below(&p->bytes, 30);
    if (mode == MODE_TODAY)
        p->rules.day = 20000 + (int)bytes_next(&p->bytes);
    bool of_session = mode == MODE_BEFORE || mode == MODE_AFTER || mode == MODE_PRACTICE;
    if (small_bank && of_session && how & 16) {
        plan_session(p);
    } else if (rules_allow(&p->rules, p->stage.table.bank, 0) && how & 32) {
        p->plan_count = 2;
        p->plan[1] = 1;
    } else if (mode != MODE_CLIMB && mode != MODE_TODAY && how & 64) {
        p->rules.level = 1 + (int)bytes_below(&p->bytes, BANK_LEVEL_MAX);
    }
    p->seed = bytes_next(&p->bytes);
}

static void start(struct player *p)
{
    struct table *t = &p->stage.table;
    for (unsigned past = bytes_below(&p->bytes, 8); past > 0; past--)
        history_add(&t->history, (struct past){.activity = (int)bytes_next(&p->bytes) %
                                                           t->bank->activity_count});
    game_start(&t->game, &p->rules, p->seed, p->plan_count ? p->plan : NULL, p->plan_count, t->bank,
               &t->history, t->now);
    must(game_fault(t) == NULL);
}

/* Whether a run comes back just as it is: what was not stored does not, nor a board's cards that
 * only lie at a side. */
static bool can_come_back(const struct player *p)
{
    const struct game *game = &p->stage.table.game;
    bool between =
        game->phase == PHASE_CARD || game->phase == PHASE_VERDICT || game->phase == PHASE_CLUE;
    return between && !game->unsaved && !p->strikes_climb && p->log.count > 0 &&
           p->log.count == game->sequence;
}

/* The log so far makes the same game. */
static void come_back(struct player *p)
{
    struct table *t = &p->stage.table;
    struct game back = log_bring_back(t, &p->rules, p->seed, p->plan_count ? p->plan : NULL,
                                      p->plan_count, &p->log, p->log.count);
    log_go_on(&back, t, &t->game);
    must(log_fault(&t->game, &back) == NULL);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct player *p = xcalloc(1, sizeof *p);
    play_init(p, data, size);
    choose_rules(p, size > 0 && !(data[0] & 1));
    start(p);
    p->whole = true;
    for (int i = 0; i < PLAY_INPUTS_MAX && p->bytes.left > 0 && !p->left; i++) {
        int stored = p->log.count;
        play_once(p);
        if (p->log.count > stored && can_come_back(p))
            come_back(p);
    }
    play_show(p, 80, 24);
    play_free(p);
    free(p);
    return 0;
}
