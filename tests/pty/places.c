/* The screens of the program, each with the way to it. */
#include "pty/places.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

enum { TINY_COLS = 20, TINY_ROWS = 5, BIG_COLS = 80, BIG_ROWS = 24, PATH_SIZE = 1000 };

#define CARD_OPEN "space: not sure"
#define RULE "New to you: "
#define TOO_SMALL "smquiz needs"
#define BOARD "tests/screens/board.cfg"

const struct place places[PLACE_COUNT] = {
    {"first start", "--seed 1", .mark = "At a party", .focus = "Using a screen reader?"},
    {"first card", "--seed 1", {{"At a party", "\r"}}, .mark = CARD_OPEN},
    {"first insight",
     "--seed 1",
     {{"At a party", "\r"}, {"1 of 4", "s"}, {"2 of 4", "s"}, {"3 of 4", "s"}, {"4 of 4", "s"}},
     .mark = "That was not always easy",
     .focus = "That was not always easy",
     .answers = 4},
    {"menu", "--no-save", .mark = "Practice", .focus = "▸ Practice"},
    {"menu of one who played",
     "--seed 1",
     {{"At a party", "\r"}, {"1 of 4", "s"}, {"2 of 4", "q"}, {"Enter: done", "\r"}},
     .mark = "Practice",
     .focus = "▸ Practice",
     .answers = 1},
    {"choice of a principle",
     "--no-save",
     {{"Practice", "2"}},
     .mark = "Which one do you",
     .focus = "▸ One buyer"},
    {"rule", "practice -n 4 --seed 1", .mark = RULE, .focus = RULE},
    {"card", "practice -n 4 --seed 1", {{RULE, "\r"}}, .mark = CARD_OPEN},
    {"verdict",
     "practice -n 4 --seed 1",
     {{RULE, "\r"}, {CARD_OPEN, "m"}},
     .mark = "The clue:",
     .focus = "✓ Marketing. The clue:",
     .answers = 1,
     .goes_on = true},
    {"clue question",
     "practice -n 4 --seed 1",
     {{RULE, "\r"}, {CARD_OPEN, "m"}},
     .mark = "What gave it away?",
     .focus = "✓ Right. What gave it away?",
     .answers = 1,
     .clues = true,
     .goes_on = true},
    {"reason for a flag",
     "practice -n 4 --seed 1",
     {{RULE, "\r"}, {CARD_OPEN, "!ab"}},
     .mark = "What seems wrong? ab",
     .focus = "What seems wrong? ab"},
    {"offer to go on",
     "practice -n 4 --seed 1",
     {{RULE, "\r"}, {CARD_OPEN, "m"}, {"The clue:", ""}},
     .then = "practice",
     .mark = "Start anew",
     .focus = "▸ Continue",
     .answers = 1,
     .goes_on = true},
    {"result",
     "practice -n 4 --seed 1",
     {{RULE, "\r"}, {CARD_OPEN, "m"}, {"The clue:", "q"}},
     .mark = "of 1 right.",
     .focus = "1 of 1 right.",
     .answers = 1},
    {"figures of a result",
     "practice -n 4 --seed 1",
     {{RULE, "\r"}, {CARD_OPEN, "m"}, {"The clue:", "q"}, {"of 1 right.", "d"}},
     .mark = "The figures",
     .focus = "The figures",
     .answers = 1},
    {"sort board", "sort --seed 3", .mark = "s m: move", .bank = BOARD},
    {"announced exam", "exam -n 4 --seed 1", .mark = "Not now", .focus = "▸ Begin"},
    {"exam card",
     "exam -n 4 --seed 1",
     {{"Not now", "\r"}, {"1 of 4", "s"}},
     .mark = "2 of 4",
     .answers = 1},
    {"exam result",
     "exam -n 4 --seed 1",
     {{"Not now", "\r"}, {"1 of 4", "s"}, {"2 of 4", "s"}, {"3 of 4", "s"}, {"4 of 4", "s"}},
     .mark = "Not passed",
     .focus = "Not passed",
     .answers = 4},
    {"sprint", "sprint --seed 1", {{"Not now", "\r"}}, .mark = CARD_OPEN},
    {"help",
     "practice -n 4 --seed 1",
     {{RULE, "\r"}, {CARD_OPEN, "?"}},
     .mark = "Enter: back",
     .focus = "Sales works a particular"},
    {"primer",
     "learn",
     {{"So you do sales?", "\r"}},
     .mark = "What sales is",
     .focus = "Working one buyer"},
    {"field guide", "guide", .mark = "Who receives it?", .focus = "This one has not come"},
    {"progress of nobody", "progress", .mark = "Your progress", .focus = "Nothing here yet"},
    {"progress",
     "practice -n 4 --seed 1",
     {{RULE, "\r"}, {CARD_OPEN, "m"}, {"The clue:", ""}},
     .then = "progress",
     .mark = "1 of 4",
     .focus = "0 of 2 principles yours",
     .answers = 1},
    {"session begins", "session join", .mark = "Begin", .focus = "▸ Begin", .session = true},
    {"session waits",
     "session join",
     {{"Begin", "\r"}},
     .mark = "Look again",
     .focus = "▸ Look again",
     .session = true},
    {"session show", "session show", .mark = "Hands up", .session = true},
    {"hands typed",
     "session show",
     {{"Hands up", "7 4"}},
     .mark = "7 4",
     .focus = "Hands, sales first: 7 4",
     .session = true},
    {"session watch", "session watch", .mark = "0 people so far", .focus = "Room", .session = true},
    {"answers cannot be kept", "--store /dev/null/log.db", .mark = "Play without saving",
     .focus = "▸ Try again"},
    {"window too small", "practice -n 4 --seed 1", .mark = TOO_SMALL, .focus = "smquiz needs",
     .tiny = true},
};

/* Makes a session in a folder of the home; *words is how to take part by this command. */
static bool make_session(struct play *play, const char *command, char *words, size_t size)
{
    char folder[PATH_SIZE];
    int status;

    play_make_home(play);
    snprintf(folder, sizeof folder, "%s/team", play->home);
    mkdir(folder, 0700);
    const char *arguments[] = {"session", "new",          "--title", "Room", "-n", "2",
                               "--parts", "before,after", "--team",  folder, NULL};
    memcpy(play->arguments, arguments, sizeof arguments);
    play_start(play);
    bool made = screen_wait_end(play->screen, &status) && status == 0;
    const char *code = screen_text(play->screen);
    snprintf(words, size, "%s %.*s --team %s", command, (int)strcspn(code, "\n"), code, folder);
    play_stop(play);
    return made;
}

static bool take_steps(struct play *play, const struct place *place)
{
    for (size_t i = 0; i < PLACE_STEPS && place->steps[i].text != NULL; i++) {
        if (!screen_wait_text(play->screen, place->steps[i].text))
            return false;
        screen_send(play->screen, place->steps[i].keys);
    }
    return true;
}

/* Ends the program and starts it with other words. */
static bool start_again(struct play *play, const char *words)
{
    int status;

    screen_signal(play->screen, SIGTERM);
    bool ended = screen_wait_end(play->screen, &status);
    play_stop(play);
    play_command(play, words);
    return ended;
}

bool place_start(struct play *play, const struct place *place, const char *input,
                 const char *output)
{
    char words[2 * PATH_SIZE];

    play->clues = place->clues;
    play->input = play->output = NULL; /* for a session to be made */
    play->bank = place->bank != NULL ? place->bank : "tests/bank/small.cfg";
    if (place->tiny) {
        play->cols = TINY_COLS;
        play->rows = TINY_ROWS;
    }
    snprintf(words, sizeof words, "%s", place->command);
    if (place->session && !make_session(play, place->command, words, sizeof words))
        return false;
    play->input = input;
    play->output = output;
    play_command(play, words);
    return true;
}

bool place_go(struct play *play, const struct place *place)
{
    return place_start(play, place, NULL, NULL) && take_steps(play, place) &&
           (place->then == NULL || start_again(play, place->then)) &&
           screen_wait_text(play->screen, place->mark);
}

bool place_answers(struct play *play, const struct place *place)
{
    int cols = place->tiny ? BIG_COLS : TINY_COLS, rows = place->tiny ? BIG_ROWS : TINY_ROWS;

    screen_resize(play->screen, cols, rows);
    if (!screen_wait_text(play->screen, place->tiny ? RULE : TOO_SMALL))
        return false;
    screen_resize(play->screen, play->cols, play->rows);
    return screen_wait_text(play->screen, place->mark);
}
