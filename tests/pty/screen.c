/* A program in a pseudo-terminal of its own, and the screen a person would see. */
#if defined(__linux__) && !defined(_XOPEN_SOURCE)
#define _XOPEN_SOURCE 700 /* posix_openpt */
#endif
#include "pty/screen.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "pty/screen_inside.h"

enum {
    DEADLINE_MS = 10000,
    SETTLED_MS = 15,
    MS_PER_SECOND = 1000,
    US_PER_MS = 1000,
    NS_PER_US = 1000,
    NS_PER_MS = 1000000,
    READ_SIZE = 4096,
    CLICK_SIZE = 40,
};

static _Noreturn void give_up(const char *what)
{
    fprintf(stderr, "pty: %s: %s\n", what, strerror(errno));
    abort();
}

static void *checked(void *memory)
{
    if (memory == NULL)
        give_up("memory");
    return memory;
}

static long long mono_ms(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (long long)t.tv_sec * MS_PER_SECOND + t.tv_nsec / NS_PER_MS;
}

/* --- starting and ending -------------------------------------------------------------------- */

/* As a shell's line editor has them while a job runs in the background. */
static void set_editing(const struct screen *s, int terminal)
{
    struct termios editing = s->before;

    editing.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
    editing.c_iflag &= ~(tcflag_t)ICRNL;
    if (tcsetattr(terminal, TCSANOW, &editing) != 0)
        give_up("tcsetattr");
}

static int open_slave(struct screen *s, const struct screen_setup *setup)
{
    int cols = setup->told_cols == 0 ? s->cols : setup->told_cols,
        rows = setup->told_rows == 0 ? s->rows : setup->told_rows;
    struct winsize size = {.ws_col = (unsigned short)cols, .ws_row = (unsigned short)rows};

    s->master = posix_openpt(O_RDWR | O_NOCTTY);
    if (s->master < 0 || grantpt(s->master) != 0 || unlockpt(s->master) != 0)
        give_up("posix_openpt");
    int slave = open(ptsname(s->master), O_RDWR | O_NOCTTY);
    if (slave < 0 || ioctl(slave, TIOCSWINSZ, &size) != 0 || tcgetattr(slave, &s->before) != 0)
        give_up("the terminal");
    fcntl(s->master, F_SETFD, FD_CLOEXEC);
    fcntl(s->master, F_SETFL, O_NONBLOCK);
    return slave;
}

/* Takes the next report; false when the shell and the program are both gone. */
static bool take_report(struct screen *s)
{
    ssize_t n;

    do
        n = read(s->reports, &s->last, sizeof s->last);
    while (n < 0 && errno == EINTR);
    if (n != sizeof s->last)
        s->ended = true;
    else if (!s->last.started && !WIFSTOPPED(s->last.status))
        s->ended = true;
    return n == sizeof s->last;
}

struct screen *screen_open(const struct screen_setup *setup)
{
    struct screen *s = checked(calloc(1, sizeof *s));
    int reports[2], commands[2];

    s->cols = setup->cols;
    s->rows = setup->rows;
    s->unseen = setup->unseen;
    s->display = display_open(s->cols, s->rows);
    int slave = open_slave(s, setup);
    if (setup->in_background)
        set_editing(s, slave);
    if (pipe(reports) != 0 || pipe(commands) != 0)
        give_up("pipe");
    s->reports = reports[0];
    s->commands = commands[1];
    fcntl(s->reports, F_SETFD, FD_CLOEXEC);
    fcntl(s->commands, F_SETFD, FD_CLOEXEC);
    fflush(NULL);
    s->shell = fork();
    if (s->shell < 0)
        give_up("fork");
    if (s->shell == 0) {
        close(s->master);
        close(s->reports);
        close(s->commands);
        shell_run(setup, slave, reports[1], commands[0]);
    }
    close(slave);
    close(reports[1]);
    close(commands[0]);
    if (!take_report(s))
        give_up("the shell");
    return s;
}

void screen_close(struct screen *s)
{
    if (!s->ended)
        kill(s->last.pid, SIGKILL);
    close(s->commands);
    close(s->reports);
    if (s->master >= 0)
        close(s->master);
    kill(s->shell, SIGKILL);
    while (waitpid(s->shell, NULL, 0) < 0 && errno == EINTR)
        ;
    display_close(s->display);
    free(s->output);
    free(s);
}

/* --- waiting -------------------------------------------------------------------------------- */

static void write_all(struct screen *s, const char *bytes, size_t len)
{
    while (len > 0) {
        ssize_t n = write(s->master, bytes, len);

        if (n < 0 && errno != EINTR && errno != EAGAIN)
            return; /* the program is gone; waiting will tell */
        if (n > 0) {
            bytes += n;
            len -= (size_t)n;
        }
    }
}

static void take_output(struct screen *s)
{
    char bytes[READ_SIZE];
    ssize_t n;

    while ((n = read(s->master, bytes, sizeof bytes)) > 0) {
        size_t len = (size_t)n;

        if (s->output_len + len + 1 > s->output_cap) {
            s->output_cap = 2 * (s->output_len + len + 1);
            s->output = checked(realloc(s->output, s->output_cap));
        }
        memcpy(s->output + s->output_len, bytes, len);
        s->output_len += len;
        s->output[s->output_len] = '\0';
        if (s->unseen)
            continue;
        char answer[READ_SIZE];
        write_all(s, answer, display_feed(s->display, bytes, len, answer, sizeof answer));
    }
}

/* Waits for output or a report; false at the deadline. */
static bool wait_more(struct screen *s, long long deadline)
{
    struct pollfd fds[2] = {{.fd = s->reports, .events = POLLIN},
                            {.fd = s->master, .events = POLLIN}};
    long long left = deadline - mono_ms();

    if (left <= 0)
        return false;
    if (poll(fds, 2, (int)left) < 0)
        return errno == EINTR;
    if (s->master >= 0)
        take_output(s);
    if (fds[0].revents != 0)
        take_report(s);
    return true;
}

static void print_screen(struct screen *s, const char *what)
{
    fprintf(stderr, "pty: %s; the screen (%d x %d):\n%s\n", what, s->cols, s->rows, screen_text(s));
}

bool screen_await(struct screen *s, bool (*holds)(struct screen *s, const void *arg),
                  const void *arg)
{
    long long deadline = mono_ms() + DEADLINE_MS;

    screen_drain(s);
    while (!holds(s, arg))
        if (s->ended || !wait_more(s, deadline))
            return false;
    return true;
}

struct wanted {
    size_t bytes;
};

static bool has_written(struct screen *s, const void *arg)
{
    const struct wanted *wanted = arg;

    return s->output_len >= wanted->bytes;
}

bool screen_wait_output(struct screen *s, size_t before, size_t more)
{
    return screen_wait(s, has_written, &(struct wanted){before + more});
}

bool screen_wait(struct screen *s, bool (*holds)(struct screen *s, const void *arg),
                 const void *arg)
{
    bool held = screen_await(s, holds, arg);

    if (!held)
        print_screen(s, s->ended ? "the program ended" : "waited in vain");
    return held;
}

void screen_settle(struct screen *s)
{
    struct pollfd more = {.fd = s->master, .events = POLLIN};

    while (!s->ended && poll(&more, 1, SETTLED_MS) > 0 && (more.revents & POLLIN) != 0)
        take_output(s);
}

static bool has_text(struct screen *s, const void *text)
{
    return screen_find(s, text, NULL, NULL);
}

bool screen_wait_text(struct screen *s, const char *text)
{
    bool found = screen_wait(s, has_text, text);

    if (!found)
        fprintf(stderr, "pty: looked for: %s\n", text);
    return found;
}

void screen_drain(struct screen *s)
{
    if (s->master >= 0)
        take_output(s);
}

bool screen_wait_stopped(struct screen *s)
{
    long long deadline = mono_ms() + DEADLINE_MS;

    while (s->last.started || !WIFSTOPPED(s->last.status))
        if (s->ended || !wait_more(s, deadline))
            return false;
    screen_drain(s);
    return true;
}

static void command(struct screen *s, char what)
{
    s->last.started = true;
    if (write(s->commands, &what, 1) != 1)
        give_up("the shell");
}

void screen_continue(struct screen *s)
{
    command(s, SHELL_FOREGROUND);
}

void screen_continue_in_background(struct screen *s)
{
    command(s, SHELL_BACKGROUND);
}

bool screen_await_end(struct screen *s, int *status)
{
    long long deadline = mono_ms() + DEADLINE_MS;

    while (!s->ended)
        if (!wait_more(s, deadline))
            return false;
    screen_drain(s);
    *status = s->last.status;
    return true;
}

bool screen_wait_end(struct screen *s, int *status)
{
    bool ended = screen_await_end(s, status);

    if (!ended)
        print_screen(s, "the program did not end");
    return ended;
}

/* --- what there is to see ------------------------------------------------------------------- */

bool screen_find(struct screen *s, const char *text, int *x, int *y)
{
    return display_find(s->display, text, x, y);
}

const char *screen_text(struct screen *s)
{
    return display_text(s->display);
}

void screen_cell(struct screen *s, int x, int y, struct display_cell *cell)
{
    display_cell(s->display, x, y, cell);
}

bool screen_is_full(const struct screen *s)
{
    return display_is_full(s->display);
}

bool screen_cursor(const struct screen *s, int *x, int *y)
{
    return display_cursor(s->display, x, y);
}

const char *screen_output(struct screen *s, size_t *len)
{
    *len = s->output_len;
    return s->output;
}

/* --- what a person does --------------------------------------------------------------------- */

void screen_send(struct screen *s, const char *bytes)
{
    write_all(s, bytes, strlen(bytes));
}

void screen_arrow(struct screen *s, char direction)
{
    char bytes[READ_SIZE];

    write_all(s, bytes, display_arrow(s->display, direction, bytes, sizeof bytes));
}

/* By hand: this libvterm takes only the first mode of the "\033[?1006;1000h" that asks for clicks
 * (1000) in the form with plain numbers (1006). */
bool screen_click(struct screen *s, int x, int y)
{
    static const char asked[] = "\033[?1006;1000h";
    char press_and_release[2 * CLICK_SIZE];

    screen_drain(s);
    if (s->output == NULL || strstr(s->output, asked) == NULL)
        return false;
    snprintf(press_and_release, sizeof press_and_release, "\033[<0;%d;%dM\033[<0;%d;%dm", x + 1,
             y + 1, x + 1, y + 1);
    screen_send(s, press_and_release);
    return true;
}

/* The screen is one size, and the kernel told that it is another. */
static void set_size(struct screen *s, int cols, int rows, int told_cols, int told_rows)
{
    struct winsize size = {.ws_col = (unsigned short)told_cols,
                           .ws_row = (unsigned short)told_rows};

    screen_drain(s); /* drawn for the old size */
    s->cols = cols;
    s->rows = rows;
    display_resize(s->display, cols, rows);
    if (ioctl(s->master, TIOCSWINSZ, &size) != 0)
        give_up("TIOCSWINSZ");
}

void screen_resize(struct screen *s, int cols, int rows)
{
    set_size(s, cols, rows, cols, rows);
}

void screen_claim_size(struct screen *s, int cols, int rows)
{
    set_size(s, 80, 24, cols, rows);
}

void screen_signal(struct screen *s, int signal_number)
{
    if (kill(s->last.pid, signal_number) != 0 && errno != ESRCH)
        give_up("kill"); /* one that ended by itself is for the wait to tell */
}

static long long mono_us(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (long long)t.tv_sec * MS_PER_SECOND * US_PER_MS + t.tv_nsec / NS_PER_US;
}

void screen_pass(struct screen *s, long us, size_t bytes)
{
    long long until = mono_us() + us;
    size_t enough = s->output_len + bytes;

    for (long long left = us; left > 0 && s->output_len < enough && !s->ended;
         left = until - mono_us())
        if (left > US_PER_MS)
            wait_more(s, mono_ms() + left / US_PER_MS);
        else
            screen_drain(s); /* poll knows whole milliseconds only */
}

bool screen_kill(struct screen *s)
{
    int status = 0;

    if (!s->ended && kill(s->last.pid, SIGKILL) != 0 && errno != ESRCH)
        give_up("kill");
    return screen_wait_end(s, &status) && WIFSIGNALED(status);
}

void screen_hang_up(struct screen *s)
{
    close(s->master);
    s->master = -1;
}

long screen_cpu_ms(const struct screen *s)
{
    return s->last.cpu_ms;
}

/* The processor time of the running program so far. */
static long cpu_so_far_ms(const struct screen *s)
{
#if defined(_POSIX_CPUTIME) && _POSIX_CPUTIME >= 0
    clockid_t clock;
    struct timespec t;

    if (clock_getcpuclockid(s->last.pid, &clock) == 0 && clock_gettime(clock, &t) == 0)
        return t.tv_sec * MS_PER_SECOND + t.tv_nsec / NS_PER_MS;
#endif
    (void)s;
    return 0;
}

long screen_idle_cpu_ms(struct screen *s, int ms)
{
    long long deadline = mono_ms() + ms;
    long before = cpu_so_far_ms(s);

    while (!s->ended && wait_more(s, deadline))
        ;
    return cpu_so_far_ms(s) - before;
}
