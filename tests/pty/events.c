/* What can happen to a program on a terminal, and what must come of it on every screen. */
#include "pty/events.h"

#include <signal.h>
#include <sys/wait.h>

enum {
    MOST_CPU_MS = 500,    /* of a program that mostly waits; sanitizers and coverage included */
    DRAWN_CPU_MS = 10000, /* of one that had to draw a million cells, several times */
    WATCH_MS = 300,
    WATCH_CPU_MS = 30, /* a clock may tick, a folder be looked at */
    STORM = 40,
    MOST_COLS = 500,
    MOST_ROWS = 200
};

/* --- how it ends ------------------------------------------------------------------------------ */

/* What was answered is in the store, and a run that was cut short can go on. */
static const char *check_kept(struct play *play, const struct place *place)
{
    int stored = play_stored_answers(play);

    if ((stored < 0 ? 0 : stored) != place->answers)
        return "the store does not hold what was answered";
    if (!place->goes_on)
        return NULL;
    bool alone = play->ignore_hangup;
    play_stop(play);
    play->ignore_hangup = false;
    play_command(play, "practice -n 4");
    bool offered = screen_wait_text(play->screen, "A run is not finished");
    play->ignore_hangup = alone;
    return offered ? NULL : "the run is not offered to go on";
}

static const char *check_died_within(struct play *play, const struct place *place,
                                     int signal_number, long most_cpu_ms)
{
    int status;

    if (!screen_wait_end(play->screen, &status))
        return "it does not end";
    if (!WIFSIGNALED(status) || WTERMSIG(status) != signal_number)
        return "it does not end by the signal";
    if (screen_cpu_ms(play->screen) > most_cpu_ms)
        return "it burnt processor time";
    const char *leftover = screen_leftover(play->screen);
    return leftover != NULL ? leftover : check_kept(play, place);
}

static const char *check_died(struct play *play, const struct place *place, int signal_number)
{
    return check_died_within(play, place, signal_number, MOST_CPU_MS);
}

static const char *dies(struct play *play, const struct place *place, int signal_number)
{
    screen_signal(play->screen, signal_number);
    return check_died(play, place, signal_number);
}

static const char *dies_by_key(struct play *play, const struct place *place, int signal_number)
{
    screen_send(play->screen, signal_number == SIGINT ? "\003" : "\034");
    return check_died(play, place, signal_number);
}

/* The terminal is as it may be, but nothing is lost. */
static const char *is_killed(struct play *play, const struct place *place, int signal_number)
{
    int status;

    screen_signal(play->screen, signal_number);
    if (!screen_wait_end(play->screen, &status))
        return "it does not end";
    return check_kept(play, place);
}

/* The window is closed.  Whether the signal or the end of input is noticed first is all the same.
 */
static const char *is_left(struct play *play, const struct place *place, int signal_number)
{
    int status;

    screen_hang_up(play->screen);
    if (!screen_wait_end(play->screen, &status))
        return "it does not end";
    if (WIFSIGNALED(status) && (play->ignore_hangup || WTERMSIG(status) != signal_number))
        return "it ends by another signal";
    if (screen_cpu_ms(play->screen) > MOST_CPU_MS)
        return "it burnt processor time";
    return check_kept(play, place);
}

/* Where the charset has nothing but ASCII, or is not to be known. */
static const char *writes_ascii(struct play *play, const struct place *place, int signal_number)
{
    size_t len;
    const char *output = screen_output(play->screen, &len);

    for (size_t i = 0; i < len; i++)
        if ((unsigned char)output[i] >= 0x80)
            return "it writes what is not ASCII";
    return dies(play, place, signal_number);
}

/* --- how it goes on --------------------------------------------------------------------------- */

/* It is there as before, and leaves when it is asked to. */
static const char *check_lives_within(struct play *play, const struct place *place,
                                      long most_cpu_ms)
{
    if (!place_answers(play, place))
        return "it does not answer any more";
    if (!screen_is_full(play->screen) || screen_is_cooked(play->screen))
        return "the screen is not its own any more";
    screen_signal(play->screen, SIGTERM);
    return check_died_within(play, place, SIGTERM, most_cpu_ms);
}

static const char *check_lives(struct play *play, const struct place *place)
{
    return check_lives_within(play, place, MOST_CPU_MS);
}

/* The same after it had to draw much: then what counts is that it is at rest. */
static const char *check_rests(struct play *play, const struct place *place)
{
    if (!place_answers(play, place))
        return "it does not answer after that";
    if (screen_idle_cpu_ms(play->screen, WATCH_MS) > WATCH_CPU_MS)
        return "it burns processor time after that";
    return check_lives_within(play, place, DRAWN_CPU_MS);
}

static const char *lives(struct play *play, const struct place *place, int signal_number)
{
    screen_signal(play->screen, signal_number);
    return check_lives(play, place);
}

static const char *waits_without_burning(struct play *play, const struct place *place,
                                         int signal_number)
{
    (void)signal_number;
    if (screen_idle_cpu_ms(play->screen, WATCH_MS) > WATCH_CPU_MS)
        return "it burns processor time while it waits";
    return check_lives(play, place);
}

/* Stopped so that it knows: the shell finds the terminal as it left it. */
static const char *check_stopped(struct play *play)
{
    if (!screen_wait_stopped(play->screen))
        return "it does not stop";
    return screen_leftover(play->screen);
}

static const char *stops(struct play *play, const struct place *place, int signal_number)
{
    if (signal_number == 0)
        screen_send(play->screen, "\032"); /* Ctrl-Z */
    else
        screen_signal(play->screen, signal_number);
    const char *fault = check_stopped(play);
    if (fault != NULL)
        return fault;
    screen_continue(play->screen);
    if (!screen_wait_text(play->screen, place->mark))
        return "continued, it does not draw itself anew";
    return check_lives(play, place);
}

/* Stopped the hard way, it cannot give the terminal back; the shell helps itself. */
static const char *is_stopped(struct play *play, const struct place *place, int signal_number)
{
    screen_signal(play->screen, signal_number);
    if (!screen_wait_stopped(play->screen))
        return "it does not stop";
    screen_set_cooked(play->screen);
    screen_continue(play->screen);
    return check_lives(play, place);
}

/* Ctrl-Z, bg, fg: in the background it must neither write nor read nor set anything. */
static const char *goes_to_the_background(struct play *play, const struct place *place,
                                          int signal_number)
{
    size_t before, after;

    (void)signal_number;
    screen_send(play->screen, "\032");
    const char *fault = check_stopped(play);
    if (fault != NULL)
        return fault;
    screen_output(play->screen, &before);
    screen_continue_in_background(play->screen);
    fault = check_stopped(play);
    if (fault != NULL)
        return fault;
    screen_output(play->screen, &after);
    if (after != before)
        return "it writes from the background";
    screen_continue(play->screen);
    return check_lives(play, place);
}

/* As "kill %1" does with a stopped job: it must not hang on a terminal that is not its own. */
static const char *dies_in_the_background(struct play *play, const struct place *place,
                                          int signal_number)
{
    screen_send(play->screen, "\032");
    const char *fault = check_stopped(play);
    if (fault != NULL)
        return fault;
    screen_signal(play->screen, signal_number);
    screen_continue_in_background(play->screen);
    return check_died(play, place, signal_number);
}

/* The same for one that was sent on its way in the background, and stopped there. */
static const char *dies_stopped_in_the_background(struct play *play, const struct place *place,
                                                  int signal_number)
{
    screen_send(play->screen, "\032");
    const char *fault = check_stopped(play);
    if (fault != NULL)
        return fault;
    screen_continue_in_background(play->screen);
    fault = check_stopped(play);
    if (fault != NULL)
        return fault;
    screen_signal(play->screen, signal_number);
    screen_continue_in_background(play->screen);
    return check_died(play, place, signal_number);
}

/* --- sizes ------------------------------------------------------------------------------------ */

/* Sizes all over, keys that change nothing in between. */
static const char *weathers_a_storm(struct play *play, const struct place *place, int signal_number)
{
    static const char *const keys[] = {"\f", "%", "\033[27;9;999~", "\033[1;9R", "\033[200~"};

    (void)signal_number;
    for (int i = 0; i < STORM; i++) {
        bool extreme = i % 8 < 2;
        int most = i % 2, cols = extreme ? (most ? MOST_COLS : 1) : 1 + i * 7919 % MOST_COLS,
            rows = extreme ? (most ? MOST_ROWS : 1) : 1 + i * 104729 % MOST_ROWS;
        screen_resize(play->screen, cols, rows);
        screen_send(play->screen, keys[(size_t)i % (sizeof keys / sizeof keys[0])]);
    }
    screen_resize(play->screen, play->cols, play->rows);
    return check_rests(play, place);
}

static const char *stands_absurd_sizes(struct play *play, const struct place *place,
                                       int signal_number)
{
    static const int sizes[][2] = {{0, 0},         {1, 1},         {1000, 1000}, {1001, 1001},
                                   {32767, 32767}, {65535, 65535}, {65535, 1},   {1, 65535}};

    (void)signal_number;
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        size_t before;

        screen_drain(play->screen);
        screen_output(play->screen, &before);
        screen_claim_size(play->screen, sizes[i][0], sizes[i][1]);
        if (!screen_wait_output(play->screen, before, 1))
            return "it does not draw itself at that size";
    }
    screen_resize(play->screen, play->cols, play->rows);
    return check_rests(play, place);
}

static const struct event events[] = {
    {"SIGINT", dies, SIGINT, 0},
    {"SIGTERM", dies, SIGTERM, 0},
    {"SIGHUP", dies, SIGHUP, 0},
    {"SIGQUIT", dies, SIGQUIT, 0},
    {"Ctrl-C", dies_by_key, SIGINT, 0},
    {"Ctrl-\\", dies_by_key, SIGQUIT, 0},
    {"SIGABRT", dies, SIGABRT, 0},
    {"SIGSEGV", dies, SIGSEGV, 0},
    {"SIGBUS", dies, SIGBUS, 0},
    {"SIGFPE", dies, SIGFPE, 0},
    {"SIGILL", dies, SIGILL, 0},
    {"SIGTRAP", dies, SIGTRAP, 0},
    {"SIGSYS", dies, SIGSYS, 0},
    {"SIGXCPU", dies, SIGXCPU, 0},
    {"SIGALRM", dies, SIGALRM, 0},
    {"SIGVTALRM", dies, SIGVTALRM, 0},
    {"SIGPROF", dies, SIGPROF, 0},
    {"SIGUSR1", dies, SIGUSR1, 0},
    {"SIGUSR2", dies, SIGUSR2, 0},
#ifdef SIGPOLL
    {"SIGPOLL", dies, SIGPOLL, 0},
#endif
#ifdef SIGSTKFLT
    {"SIGSTKFLT", dies, SIGSTKFLT, 0},
#endif
#ifdef SIGPWR
    {"SIGPWR", dies, SIGPWR, 0},
#endif
    {"SIGKILL", is_killed, SIGKILL, 0},
    {"SIGPIPE", lives, SIGPIPE, 0},
    {"SIGXFSZ", lives, SIGXFSZ, 0},
    {"SIGWINCH", lives, SIGWINCH, 0},
    {"SIGCONT", lives, SIGCONT, 0},
    {"SIGCHLD", lives, SIGCHLD, 0},
    {"SIGURG", lives, SIGURG, 0},
    {"SIGHUP, ignored", lives, SIGHUP, IGNORING_HANGUP},
    {"Ctrl-Z, fg", stops, 0, 0},
    {"SIGTSTP, fg", stops, SIGTSTP, 0},
    {"SIGSTOP, fg", is_stopped, SIGSTOP, 0},
    {"SIGTTIN, fg", is_stopped, SIGTTIN, 0},
    {"SIGTTOU, fg", is_stopped, SIGTTOU, 0},
    {"Ctrl-Z, bg, fg", goes_to_the_background, 0, 0},
    {"Ctrl-Z, kill", dies_in_the_background, SIGTERM, 0},
    {"Ctrl-Z, bg, kill", dies_stopped_in_the_background, SIGTERM, 0},
    {"Ctrl-Z, bg, window closed", dies_stopped_in_the_background, SIGHUP, 0},
    {"the window closed", is_left, SIGHUP, 0},
    {"the window closed, SIGHUP ignored", is_left, SIGHUP, IGNORING_HANGUP},
    {"a storm of sizes", weathers_a_storm, 0, 0},
    {"absurd sizes", stands_absurd_sizes, 0, 0},
    {"in the locale C", writes_ascii, SIGTERM, IN_C},
    {"in ISO 8859-1", writes_ascii, SIGTERM, IN_LATIN1},
    {"in no locale there is", writes_ascii, SIGTERM, IN_NO_LOCALE},
    {"on a vt100", dies, SIGTERM, ON_VT100},
    {"on the console of Linux", dies, SIGTERM, ON_LINUX},
    {"nothing", waits_without_burning, 0, LONG_WATCHED},
};

const struct event *events_all(size_t *count)
{
    *count = sizeof events / sizeof events[0];
    return events;
}
