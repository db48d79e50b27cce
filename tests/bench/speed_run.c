/* One run of a program in a fresh pseudo-terminal of 80 x 24, measured. */
#if defined(__linux__) && !defined(_XOPEN_SOURCE)
#define _XOPEN_SOURCE 700 /* posix_openpt */
#endif
#include "bench/speed_run.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

enum {
    SILENCE_MS = 15,
    LEARNING_SILENCE_MS = 300,
    DEADLINE_MS = 10000,
    READ_SIZE = 65536,
    CHUNKS_MAX = 1024,
    CANNOT_EXEC = 127
};

/* Output that came at once. */
struct chunk {
    size_t end; /* in the frame's output */
    double ms;
};

struct run {
    int master;
    int slave; /* held open until the program surely has it, -1 afterwards */
    pid_t child;
    struct terminal *terminal;
    char *output;           /* of the frame that is being waited for */
    size_t len, shown, cap; /* shown: what the terminal has got of it */
    struct chunk chunks[CHUNKS_MAX];
    size_t chunk_count;
    bool gone; /* the other side was closed */
};

static double mono_ms(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static _Noreturn void become(const struct run_setup *setup, int master, const char *slave_name)
{
    setsid();
    int slave = open(slave_name, O_RDWR);
    if (slave < 0)
        _exit(CANNOT_EXEC);
#ifdef TIOCSCTTY
    ioctl(slave, TIOCSCTTY, 0);
#endif
    close(master);
    dup2(slave, STDIN_FILENO);
    dup2(slave, STDOUT_FILENO);
    dup2(slave, STDERR_FILENO);
    if (slave > STDERR_FILENO)
        close(slave);
    execvp(setup->argv[0], (char *const *)(const void *)setup->argv);
    _exit(CANNOT_EXEC);
}

/* Returns when it began, or -1. */
static double start(struct run *run, const struct run_setup *setup)
{
    struct winsize size = {.ws_col = PICTURE_COLS, .ws_row = PICTURE_ROWS};

    run->master = posix_openpt(O_RDWR | O_NOCTTY);
    if (run->master < 0 || grantpt(run->master) != 0 || unlockpt(run->master) != 0)
        return -1;
    const char *name = ptsname(run->master);
    run->slave = name == NULL ? -1 : open(name, O_RDWR | O_NOCTTY);
    if (run->slave < 0 || ioctl(run->slave, TIOCSWINSZ, &size) != 0)
        return -1;
    fcntl(run->slave, F_SETFD, FD_CLOEXEC);
    fcntl(run->master, F_SETFL, O_NONBLOCK);
    double began_ms = mono_ms();
    run->child = fork();
    if (run->child == 0)
        become(setup, run->master, name);
    return run->child < 0 ? -1 : began_ms;
}

/* Takes what output there is. */
static void take(struct run *run)
{
    ssize_t got;

    do {
        if (run->cap - run->len < READ_SIZE) {
            run->cap = run->len + 2 * (size_t)READ_SIZE;
            run->output = realloc(run->output, run->cap);
            if (run->output == NULL)
                abort();
        }
        got = read(run->master, run->output + run->len, READ_SIZE);
        if (got > 0) {
            run->chunk_count -= run->chunk_count == CHUNKS_MAX;
            run->len += (size_t)got;
            run->chunks[run->chunk_count++] = (struct chunk){run->len, mono_ms()};
        }
    } while (got > 0);
    run->gone = run->gone || got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR);
}

/* Reads until the program has been silent for so long after it said something. */
static void read_until_silent(struct run *run, int silence_ms, double deadline_ms)
{
    struct pollfd fd = {.fd = run->master, .events = POLLIN};

    while (!run->gone && mono_ms() < deadline_ms) {
        int ready =
            poll(&fd, 1, run->len > run->shown ? silence_ms : (int)(deadline_ms - mono_ms()) + 1);

        if (ready == 0 && run->len > run->shown)
            return;
        if (ready > 0)
            take(run);
    }
}

static void complain(const struct picture *expected, const struct picture *there)
{
    fprintf(stderr, "This was expected:\n");
    picture_print(expected, stderr);
    fprintf(stderr, "This is there:\n");
    picture_print(there, stderr);
}

/* Waits until the picture shows (learning: for silence alone, and keeps what shows then). */
static bool wait_frame(struct run *run, struct picture *picture, bool learn)
{
    double deadline_ms = mono_ms() + DEADLINE_MS;
    static struct picture now;

    do {
        read_until_silent(run, learn ? LEARNING_SILENCE_MS : SILENCE_MS, deadline_ms);
        terminal_feed(run->terminal, run->output + run->shown, run->len - run->shown);
        run->shown = run->len;
        terminal_picture(run->terminal, &now);
        if (learn)
            *picture = now;
        if (run->len > 0 && picture_same(&now, picture))
            return true;
    } while (!run->gone && mono_ms() < deadline_ms);
    complain(picture, &now);
    return false;
}

/* When the text came to stand on the screen, by showing the first frame's output again, piece by
 * piece. */
static double text_ms(const struct run *run, const char *text)
{
    struct terminal *terminal = terminal_open();
    static struct picture now;
    size_t i = 0, at = 0;

    for (; i < run->chunk_count; i++) {
        terminal_feed(terminal, run->output + at, run->chunks[i].end - at);
        at = run->chunks[i].end;
        terminal_picture(terminal, &now);
        if (picture_has(&now, text))
            break;
    }
    terminal_close(terminal);
    return run->chunks[i < run->chunk_count ? i : run->chunk_count - 1].ms;
}

/* From now on the other side is gone when the program is. */
static void let_go(struct run *run)
{
    if (run->slave >= 0)
        close(run->slave);
    run->slave = -1;
}

/* Ends the program and takes its peak memory.  Somebody must read meanwhile what it still says. */
static void finish(struct run *run, struct run_figures *out)
{
    struct rusage usage = {0};
    double deadline_ms = mono_ms() + DEADLINE_MS;

    let_go(run);
    if (run->child > 0) {
        kill(-run->child, SIGTERM); /* it leads a group of its own */
        while (!run->gone && mono_ms() < deadline_ms) {
            struct pollfd fd = {.fd = run->master, .events = POLLIN};

            run->len = run->shown = 0;
            if (poll(&fd, 1, DEADLINE_MS) > 0)
                take(run);
        }
        kill(-run->child, SIGKILL); /* gone already, unless it would not go */
        while (wait4(run->child, NULL, 0, &usage) < 0 && errno == EINTR)
            ;
    }
    close(run->master);
#ifdef __APPLE__
    out->peak_kb = (double)usage.ru_maxrss / 1024;
#else
    out->peak_kb = (double)usage.ru_maxrss;
#endif
    out->work_ms = (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e3 +
                   (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e3;
    terminal_close(run->terminal);
    free(run->output);
}

/* Types a key (NULL: none) and waits for what comes of it. */
static bool frame(struct run *run, const char *key, struct picture *picture, bool learn)
{
    size_t len = key == NULL ? 0 : strlen(key);

    run->len = run->shown = run->chunk_count = 0;
    return (key == NULL || write(run->master, key, len) == (ssize_t)len) &&
           wait_frame(run, picture, learn);
}

bool run_measure(const struct run_setup *setup, struct picture *pictures, bool learn,
                 struct run_figures *out)
{
    static struct run run;
    double began_ms;
    bool ok;

    run = (struct run){.terminal = terminal_open(), .slave = -1};
    *out = (struct run_figures){0};
    began_ms = start(&run, setup);
    ok = began_ms >= 0;
    for (int i = 0; ok && i < setup->frames; i++) {
        if (i > 0)
            began_ms = mono_ms();
        ok = frame(&run, i > 0 ? setup->keys[i - 1] : NULL, &pictures[i], learn);
        if (!ok)
            break;
        out->ms[i] = run.chunks[run.chunk_count - 1].ms - began_ms;
        out->bytes[i] = (double)run.len;
        if (i == 0)
            out->seen_ms = text_ms(&run, setup->seen) - began_ms;
        let_go(&run);
    }
    finish(&run, out);
    return ok;
}
