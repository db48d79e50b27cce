/* Somebody who plays at a terminal whatever comes, and tells how it went:
 *     at_terminal FAIL=… [word of the command]…
 * starts the program with that in its environment, answers cards, goes on, tries again what was not
 * saved, and at the first start asks for plain lines when the command is "remember".  It prints
 *     ended exit N | ended signal N | stuck
 *     restored yes | no
 *     shown N      verdicts seen
 *     stored N     answers in the store
 *     result yes | no  whether the result was seen
 *     settings N   bytes of the settings file, and whether it says plain
 *     what stands on the screen */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "pty/play.h"

enum {
    MOST_STEPS = 60,
    MOST_LINES = 12,
    MOST_WAITS = 3,
    CARDS = 3,
    SCREEN_SIZE = 65536,
    PATH_SIZE = 6000
};
enum { LINE_SIZE = 256 };

/* What a screen asks for: words on it, and the keys for them.  The first that fits counts. */
static const struct habit {
    const char *words, *keys;
} habits[] = {
    {"is not saved yet", "r"},
    {"Answers cannot be kept", "\r"},
    {"Press p for plain lines", "p"},
    {"space: not sure", "s"},
    {"Enter: next", "\r"},
    {"of 3 right.", "q"},
};

struct player {
    struct screen *s;
    bool leaves; /* once plain lines are there, as wished */
    bool result;
    int steps;
    char before[SCREEN_SIZE]; /* what was acted on last, so that nothing is done twice */
};

/* Whether the last line that is not empty is a prompt of plain lines. */
static bool prompts(struct screen *s)
{
    const char *last = "";

    for (const char *at = screen_text(s); at != NULL; at = strchr(at, '\n')) {
        at += *at == '\n';
        if (*at != '\n' && *at != '\0')
            last = at;
    }
    return last[0] == '>' && strcspn(last, "\n") <= 2;
}

/* The keys for what is on the screen, NULL for nothing that asks for any. */
static const char *keys_for(const struct player *player)
{
    bool leaves = player->leaves || player->steps >= MOST_LINES ||
                  screen_find(player->s, "Enter to go on", NULL, NULL);

    if (!screen_is_full(player->s))
        return !prompts(player->s) ? NULL : leaves ? "q\n" : "s\n";
    for (size_t i = 0; i < sizeof habits / sizeof *habits; i++)
        if (screen_find(player->s, habits[i].words, NULL, NULL))
            return habits[i].keys;
    return NULL;
}

static bool asks_anew(struct screen *s, const void *arg)
{
    const struct player *player = arg;

    return keys_for(player) != NULL && strcmp(screen_text(s), player->before) != 0;
}

/* Words of every verdict, in UTF-8 and in ASCII. */
static const char *const verdicts[] = {"✓ Sales.", "✓ Marketing.", "+ Sales.", "+ Marketing.",
                                       " You said "};

static bool is_judged(struct screen *s)
{
    for (size_t i = 0; i < sizeof verdicts / sizeof *verdicts; i++)
        if (screen_find(s, verdicts[i], NULL, NULL))
            return true;
    return false;
}

/* The number of the card whose verdict shows in full screen, 0 for none. */
static int verdict(struct screen *s)
{
    char progress[LINE_SIZE];

    for (int i = 1; i <= CARDS; i++) {
        snprintf(progress, sizeof progress, "%d of %d", i, CARDS);
        if (screen_find(s, progress, NULL, NULL) && is_judged(s))
            return i;
    }
    return 0;
}

/* Verdicts in plain lines. */
static int count_lines(struct screen *s)
{
    size_t len;
    int count = 0;
    const char *output = screen_output(s, &len);

    for (const char *end = output == NULL ? NULL : strchr(output, '\n'); end != NULL;
         end = strchr(end + 1, '\n'))
        count += strncmp(end + 1, "Right: ", 7) == 0 || strncmp(end + 1, "Wrong. ", 7) == 0;
    return count;
}

/* Plays to the end; returns how many verdicts were seen. */
static int play_it(struct player *player)
{
    bool seen[CARDS + 1] = {false};
    int shown = 0;

    for (int waits = 0; player->steps < MOST_STEPS && waits < MOST_WAITS;) {
        if (!screen_await(player->s, asks_anew, player)) {
            player->before[0] = '\0'; /* the keys came at a bad moment: once more */
            waits++;
            continue;
        }
        screen_settle(player->s);
        if (keys_for(player) == NULL)
            continue;
        snprintf(player->before, sizeof player->before, "%s", screen_text(player->s));
        seen[screen_is_full(player->s) ? verdict(player->s) : 0] = true;
        player->result = player->result || screen_find(player->s, "of 3 right.", NULL, NULL);
        screen_send(player->s, keys_for(player));
        player->steps++;
    }
    for (int i = 1; i <= CARDS; i++)
        shown += seen[i];
    return shown + count_lines(player->s);
}

static void tell_settings(const struct play *play)
{
    char path[PATH_SIZE], line[LINE_SIZE];
    long bytes = 0;
    bool plain = false;

    snprintf(path, sizeof path, "%s/config/smquiz/smquiz.cfg", play->home);
    FILE *file = fopen(path, "r");
    while (file != NULL && fgets(line, sizeof line, file) != NULL) {
        bytes += (long)strlen(line);
        plain = plain || strcmp(line, "plain = true;\n") == 0;
    }
    if (file != NULL)
        fclose(file);
    printf("settings %ld %s\n", bytes, plain ? "plain" : "full");
}

static void tell_end(struct screen *s)
{
    int status;

    if (!screen_await_end(s, &status))
        puts("stuck");
    else if (WIFSIGNALED(status))
        printf("ended signal %d\n", WTERMSIG(status));
    else
        printf("ended exit %d\n", WEXITSTATUS(status));
    printf("restored %s\n", screen_modes_restored(s) && !screen_is_full(s) ? "yes" : "no");
}

int main(int argc, char **argv)
{
    static struct player player;
    struct play play = play_default();
    char words[LINE_SIZE] = "";

    player.leaves = argc > 2 && strcmp(argv[2], "remember") == 0;
    for (int i = 2; i < argc && !player.leaves; i++)
        snprintf(words + strlen(words), sizeof words - strlen(words), " %s", argv[i]);
    play.extra = argc > 1 ? argv[1] : NULL;
    play_command(&play, words);
    player.s = play.screen;
    int shown = play_it(&player);
    tell_end(play.screen);
    printf("shown %d\nstored %d\n", shown, play_stored_answers(&play));
    printf("result %s\n", player.result ? "yes" : "no");
    tell_settings(&play);
    puts(screen_text(play.screen));
    play_end(&play);
    return 0;
}
