/* Killed at any moment (SIGKILL), no answer that the screen acknowledged is lost, none is there
 * twice, the store is sound, and the run goes on where it was.  Runs of practice, of the exam and
 * of a session that is shared in a folder live and die again and again, until each is finished: in
 * starting, between the keys, on the way from a key to its frame, in going on, in ending, and in
 * sending to the trainer.  KILLS says how many in all (50); the moments are drawn from a seed that
 * is printed, and SMQUIZ_TEST_SEED repeats it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <dirent.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "pty/dice.h"
#include "pty/kept.h"
#include "pty/play.h"
#include "pty/sight.h"

enum {
    KILLS = 50,
    CARDS = 6,
    NEVER = -1,
    MOST_DEATHS = 4, /* of one run */
    MOST_BYTES = 1500,
    FIRST_GUESS_US = 10000,
    PLACE_SIZE = 1000,
    FOLDER_SIZE = 1300,
    PATH_SIZE = 1500,
    US_PER_SECOND = 1000000,
    NS_PER_US = 1000,
    WIDE = 200
};

/* When a kill came. */
enum moment { AT_START, AT_RESUME, AT_KEY, AT_REST, AT_END, AT_PUSH, MOMENTS };
static const char *const moment_names[] = {"starting",     "going on", "from key to frame",
                                           "between keys", "ending",   "pushing"};

struct kind {
    const char *name, *command;
    bool sealed; /* no verdicts before the end: the next card is what acknowledges an answer */
    bool session;
};

struct trial {
    const struct kind *kind;
    uint64_t dice;
    int quota; /* of kills */
    int kills, at[MOMENTS], lives, shown, surplus;
    long took_us[MOMENTS];    /* what was waited for last time: how far ahead a moment may lie */
    struct play trainer;      /* whose place it is */
    char folder[FOLDER_SIZE]; /* of the session */
};

/* One run, from its first start to its last end. */
struct life {
    struct trial *trial;
    struct play play;
    char command[PATH_SIZE];
    char sent[CARDS + 1]; /* what was answered last to each card, from 1 */
    int shown;            /* answers that were acknowledged */
    bool result;          /* so was the end */
    bool away;            /* a session's results cannot be sent before it is over */
    bool sworn;           /* kept is what the store had at the last kill */
    struct kept kept;
};

static long long now_us(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (long long)t.tv_sec * US_PER_SECOND + t.tv_nsec / NS_PER_US;
}

/* --- what follows what ------------------------------------------------------------------------ */

/* Whether one sight follows the other: a frame half drawn may show something of both. */
static bool follows(const struct kind *kind, struct seen from, struct seen to)
{
    bool next = to.sight == SIGHT_CARD && to.number == from.number + 1;
    bool over = to.sight == SIGHT_RESULT && from.number == CARDS;

    switch (from.sight) {
    case SIGHT_NONE:
        return to.sight != SIGHT_NONE;
    case SIGHT_MENU:
        return to.sight != SIGHT_NONE && to.sight != SIGHT_MENU;
    case SIGHT_RULE:
        return to.sight == SIGHT_CARD;
    case SIGHT_CARD:
        return kind->sealed ? next || over : to.sight == SIGHT_VERDICT && to.number == from.number;
    case SIGHT_VERDICT:
        return next || over || to.sight == SIGHT_RULE;
    case SIGHT_RESULT:
        break;
    }
    return false;
}

struct expected {
    const struct kind *kind;
    struct seen from;
};

static bool has_followed(struct screen *s, const void *arg)
{
    const struct expected *expected = arg;

    return follows(expected->kind, expected->from, sight_look(s, CARDS));
}

/* --- living and dying ------------------------------------------------------------------------- */

/* Takes down what the new sight says about the answers so far: after a kill, that they are those
 * which were kept. */
static void note(struct life *life, struct seen seen)
{
    bool counts = seen.sight == SIGHT_CARD || seen.sight == SIGHT_VERDICT;
    int answered = seen.sight == SIGHT_RESULT ? CARDS
                   : !counts                  ? life->shown
                                              : seen.number - (seen.sight == SIGHT_CARD);

    if (life->sworn && (counts || seen.sight == SIGHT_RESULT)) {
        assert_int_equal(answered, life->kept.answers);
        life->sworn = false;
    }
    life->trial->shown += answered > life->shown ? answered - life->shown : 0;
    life->shown = answered > life->shown ? answered : life->shown;
    life->result = life->result || seen.sight == SIGHT_RESULT;
}

static void press(struct life *life, struct seen seen)
{
    const char *key = "\r";

    if (seen.sight == SIGHT_CARD) {
        key = dice_draw(&life->trial->dice, 2) ? "s" : "m";
        life->sent[seen.number] = key[0];
    }
    screen_send(life->play.screen, key);
}

static enum moment moment_of(const struct life *life, struct seen seen)
{
    bool waits = seen.sight == SIGHT_NONE || seen.sight == SIGHT_MENU;

    if (seen.sight == SIGHT_RESULT)
        return AT_END;
    return !waits ? AT_KEY : life->kept.answers > 0 ? AT_RESUME : AT_START;
}

/* Kills it: at once, which behind a frame is the moment that trusts the frame most, or somewhere in
 * the time that the last one of these moments took, or within the bytes of a frame. */
static void die(struct life *life, enum moment moment)
{
    struct trial *trial = life->trial;
    long us = (long)dice_draw(&trial->dice, (uint64_t)trial->took_us[moment] * 5 / 4 + 1);
    size_t bytes =
        dice_draw(&trial->dice, 2) ? SIZE_MAX / 2 : (size_t)dice_draw(&trial->dice, MOST_BYTES);

    if (dice_draw(&trial->dice, 3) != 0)
        screen_pass(life->play.screen, us, bytes);
    bool killed = screen_kill(life->play.screen);
    trial->kills += killed;
    trial->at[moment] += killed; /* else it had ended by itself */
}

/* When a life is to be cut short: after so many actions (0 is the start, the others are keys),
 * before what they lead to shows or, resting, behind it; or at its very end. */
struct death {
    int actions; /* NEVER: it lives on */
    bool resting, at_end;
};

static struct death draw_death(struct life *life)
{
    uint64_t *dice = &life->trial->dice, keys = life->trial->kind->sealed ? 1 : 2;
    uint64_t most = keys * (uint64_t)(CARDS - life->shown) + 2;
    struct death death = {.actions = NEVER, .resting = dice_draw(dice, 4) == 0};

    if (dice_draw(dice, 6) == 0)
        death.at_end = true;
    else
        death.actions = dice_draw(dice, 4) == 0 ? 0 : (int)dice_draw(dice, most);
    return death;
}

/* Plays from the start of the program to its end or its death. */
static void play_until(struct life *life, struct death death)
{
    struct trial *trial = life->trial;
    struct seen seen = {SIGHT_NONE, 0};
    struct screen *s;
    int status;

    long long began = now_us();
    play_command(&life->play, life->command);
    s = life->play.screen;
    for (int action = 0;; action++) {
        enum moment moment = moment_of(life, seen);
        bool now = action == death.actions || (death.at_end && moment == AT_END);
        if (now && !death.resting) {
            die(life, moment);
            if (follows(trial->kind, seen, sight_look(s, CARDS)))
                note(life, sight_look(s, CARDS));
            return;
        }
        if (seen.sight == SIGHT_RESULT) {
            assert_true(screen_wait_end(s, &status));
            assert_int_equal(status, 0);
        } else {
            assert_true(screen_wait(s, has_followed, &(struct expected){trial->kind, seen}));
        }
        trial->took_us[moment] = (long)(now_us() - began);
        if (seen.sight == SIGHT_RESULT)
            return;
        seen = sight_look(s, CARDS);
        note(life, seen);
        now = action == death.actions || (death.at_end && seen.sight == SIGHT_RESULT);
        if (now && death.resting) {
            die(life, AT_REST);
            return;
        }
        began = now_us();
        press(life, seen);
    }
}

static void store_path(const struct life *life, char *out)
{
    snprintf(out, PATH_SIZE, "%s/data/smquiz/smquiz.db", life->play.home);
}

/* What is in the store now is what was acknowledged, and at most the one answer more that was on
 * its way.  Where nobody else writes, a copy is read, so that the program has to recover by itself.
 */
static void check_kept(struct life *life)
{
    char store[PATH_SIZE], path[PATH_SIZE];

    play_stop(&life->play);
    store_path(life, store);
    snprintf(path, sizeof path, "%s/copy.db", life->play.home);
    if (!life->trial->kind->session)
        assert_true(kept_copy(store, path));
    assert_true(kept_in_store(life->trial->kind->session ? store : path, &life->kept));

    const struct kept *kept = &life->kept;
    assert_true(kept->answers >= life->shown);
    assert_true(kept->answers <= life->shown + 1);
    assert_true(kept->ends >= (int)life->result);
    assert_true(kept->ends <= (kept->answers == CARDS));
    assert_int_equal(kept->events, kept->answers + kept->ends);
    assert_memory_equal(kept->choices, life->sent + 1, (size_t)kept->answers);
    life->trial->surplus += kept->answers - life->shown;
    life->shown = kept->answers;
    life->result = kept->ends > 0;
    life->sworn = true;
}

/* --- sessions --------------------------------------------------------------------------------- */

/* Runs a command to its end; `says`, when not NULL, is what it is to say. */
static void command(struct play *play, const char *words, const char *says)
{
    int status;

    play_stop(play);
    play_words(play, words);
    assert_true(screen_wait_end(play->screen, &status));
    assert_int_equal(status, 0);
    if (says != NULL && !screen_find(play->screen, says, NULL, NULL))
        fail_msg("this was not said: %s\n%s", says, screen_text(play->screen));
    play_stop(play);
}

/* A session in a place of its own, its first part open. */
static void make_session(struct trial *trial)
{
    char words[PATH_SIZE], place[PLACE_SIZE];

    trial->trainer = play_default();
    trial->trainer.cols = WIDE;
    command(&trial->trainer, "--version", NULL); /* so that there is a home */
    snprintf(place, sizeof place, "%s/place", trial->trainer.home);
    assert_int_equal(mkdir(place, 0700), 0);
    snprintf(words, sizeof words,
             "session new -b questions --title Kill -n %d --parts before --names --team %s", CARDS,
             place);
    command(&trial->trainer, words, NULL);
    DIR *dir = opendir(place);
    assert_non_null(dir);
    for (struct dirent *entry; (entry = readdir(dir)) != NULL;)
        if (entry->d_name[0] != '.')
            snprintf(trial->folder, sizeof trial->folder, "%s/%s", place, entry->d_name);
    closedir(dir);
    snprintf(words, sizeof words, "session open %s", trial->folder);
    command(&trial->trainer, words, NULL);
}

/* Takes the place for results away, or brings it back. */
static void take_away(const struct trial *trial, bool away)
{
    char there[PATH_SIZE], elsewhere[PATH_SIZE];

    snprintf(there, sizeof there, "%s/results", trial->folder);
    snprintf(elsewhere, sizeof elsewhere, "%s/elsewhere", trial->folder);
    if (!away)
        assert_int_equal(remove(there), 0);
    assert_int_equal(away ? rename(there, elsewhere) : rename(elsewhere, there), 0);
    if (!away)
        return;
    FILE *in_the_way = fopen(there, "w");
    assert_non_null(in_the_way);
    fclose(in_the_way);
}

/* Sends what was not sent yet, though it dies of it now and then: then all of it is there, once. */
static void check_pushed(struct life *life)
{
    struct trial *trial = life->trial;
    char words[PATH_SIZE], path[PATH_SIZE];
    struct kept there;

    snprintf(words, sizeof words, "session push %s", trial->folder);
    if (life->away)
        take_away(trial, false);
    while (trial->kills < trial->quota && dice_draw(&trial->dice, life->away ? 2 : 4) == 0) {
        play_words(&life->play, words);
        die(life, AT_PUSH);
        play_stop(&life->play);
    }
    if (dice_draw(&trial->dice,
                  2)) /* which sends by itself, and may leave it to a push that goes on */
        command(&life->play, life->command, "That was all of “Kill”.");
    long long began = now_us();
    command(&life->play, words, NULL);
    trial->took_us[AT_PUSH] = (long)(now_us() - began);
    store_path(life, path);
    assert_true(kept_in_store(path, &life->kept));
    snprintf(path, sizeof path, "%s/results/%ld-%s.jsonl", trial->folder, (long)geteuid(),
             life->kept.run);
    assert_true(kept_in_file(path, &there));
    assert_memory_equal(&there, &life->kept, sizeof there);
}

/* The trainer has everybody's run, and nobody's twice. */
static void check_collected(struct trial *trial)
{
    char words[PATH_SIZE], says[128];

    snprintf(words, sizeof words, "session collect %s", trial->folder);
    snprintf(says, sizeof says, "%d taken in now, 0 repeated, 0 not ended, 0 refused.",
             trial->lives);
    command(&trial->trainer, words, says);
    snprintf(says, sizeof says, "%d %s answered.", trial->lives,
             trial->lives == 1 ? "person has" : "people have");
    command(&trial->trainer, words, says);
    play_end(&trial->trainer);
}

/* --- the trial -------------------------------------------------------------------------------- */

static void live(struct trial *trial)
{
    struct life life = {.trial = trial, .play = play_default()};
    int deaths = 1 + (int)dice_draw(&trial->dice, MOST_DEATHS);

    trial->lives++;
    snprintf(life.command, sizeof life.command, "%s", trial->kind->command);
    if (trial->kind->session) {
        life.away = dice_draw(&trial->dice, 2) == 0;
        if (life.away)
            take_away(trial, true);
        snprintf(life.command, sizeof life.command, "session join %s --name L%d", trial->folder,
                 trial->lives);
    }
    while (!life.result && deaths-- > 0 && trial->kills < trial->quota) {
        play_until(&life, draw_death(&life));
        check_kept(&life);
    }
    if (!life.result) {
        play_until(&life, (struct death){.actions = NEVER});
        check_kept(&life);
    }
    assert_int_equal(life.kept.answers, CARDS);
    assert_int_equal(life.kept.ends, 1);
    if (trial->kind->session)
        check_pushed(&life);
    play_end(&life.play);
}

static void nothing_acknowledged_is_lost(void **state)
{
    struct trial *trial = *state;
    long long began = now_us();

    for (int i = 0; i < MOMENTS; i++)
        trial->took_us[i] = FIRST_GUESS_US;
    if (trial->kind->session)
        make_session(trial);
    while (trial->kills < trial->quota)
        live(trial);
    if (trial->kind->session)
        check_collected(trial);
    print_message("%s: %d kills of %d runs in %.1f s:", trial->kind->name, trial->kills,
                  trial->lives, (double)(now_us() - began) / US_PER_SECOND);
    for (int i = 0; i < MOMENTS; i++)
        print_message(" %d %s%s", trial->at[i], moment_names[i], i + 1 < MOMENTS ? "," : "\n");
    print_message("%s: %d answers acknowledged, none lost, none doubled; %d more kept\n",
                  trial->kind->name, trial->shown, trial->surplus);
}

int main(void)
{
    static const struct kind kinds[] = {
        {"practice", "practice -n 6", false, false},
        {"exam", "exam -n 6", true, false},
        {"session", NULL, true, true},
    };
    enum { KINDS = sizeof kinds / sizeof *kinds };
    const char *given = getenv("KILLS");
    int kills = given != NULL ? atoi(given) : KILLS;
    uint64_t seed = dice_seed();
    struct trial trials[KINDS];
    struct CMUnitTest tests[KINDS];

    print_message("seed %" PRIu64 "\n", seed);
    for (int i = 0; i < KINDS; i++) {
        trials[i] = (struct trial){.kind = &kinds[i],
                                   .dice = seed + (uint64_t)i,
                                   .quota = kills / KINDS + (i < kills % KINDS)};
        tests[i] = (struct CMUnitTest){.name = kinds[i].name,
                                       .test_func = nothing_acknowledged_is_lost,
                                       .initial_state = &trials[i]};
    }
    return cmocka_run_group_tests(tests, NULL, NULL);
}
