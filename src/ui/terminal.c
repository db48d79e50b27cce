/* Signals, and the terminal given back on every way out.
 * The one file with file-scope state: a signal handler has no other way to be told anything.  All
 * of it is set before the handlers can need it, or is a sig_atomic_t. */
#include "ui/terminal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

enum { LEAVE_SIZE = 512, CRASH_STACK_SIZE = 65536, MS_PER_SECOND = 1000, NS_PER_MS = 1000000 };

static volatile sig_atomic_t asked;       /* the signal that wants us to leave, 0 for none */
static volatile sig_atomic_t changed;     /* a new size, or continued */
static volatile sig_atomic_t stop_asked;  /* Ctrl-Z */
static volatile sig_atomic_t full_screen; /* whether there is something to restore */
static int wake_read = -1, wake_write = -1;
static pid_t owner; /* a forked child must not touch the terminal */
static struct termios saved;
static bool saved_valid;
static char leave_bytes[LEAVE_SIZE];
static size_t leave_len;
static char crash_stack[CRASH_STACK_SIZE]; /* SIGSEGV may mean that the usual stack is full */

/* The shell has the terminal while we are in the background: its settings are not ours to set. */
static bool in_background(void)
{
    pid_t foreground = tcgetpgrp(STDIN_FILENO);

    return foreground > 0 && foreground != getpgrp();
}

/* Only calls that are safe in a signal handler. */
void terminal_restore(void)
{
    if (!full_screen || getpid() != owner || in_background())
        return;
    full_screen = 0;
    /* An orphan in the background would be stopped or refused; blocked, it just goes through. */
    sigset_t ttou, before;
    sigemptyset(&ttou);
    sigaddset(&ttou, SIGTTOU);
    sigprocmask(SIG_BLOCK, &ttou, &before);
    for (size_t done = 0; done < leave_len;) {
        ssize_t n = write(STDOUT_FILENO, leave_bytes + done, leave_len - done);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            break;
        done += (size_t)n;
    }
    if (saved_valid)
        while (tcsetattr(STDIN_FILENO, TCSADRAIN, &saved) != 0 && errno == EINTR)
            ;
    sigprocmask(SIG_SETMASK, &before, NULL);
}

static void wake(void)
{
    int before = errno;
    ssize_t ignored = write(wake_write, "!", 1); /* a full pipe wakes just as well */

    (void)ignored;
    errno = before;
}

/* Restores and dies by the signal: its action is the default again (SA_RESETHAND). */
static void on_crash(int signal_number)
{
    terminal_restore();
    raise(signal_number);
}

static void on_request(int signal_number)
{
    /* Asked twice: whatever keeps us from leaving, stop waiting for it.  In the background: a
     * terminal that is not ours would stop us on the way out, again and again. */
    if (asked != 0 || in_background()) {
        struct sigaction standard = {.sa_handler = SIG_DFL};
        sigset_t this_one;

        sigaction(signal_number, &standard, NULL);
        sigemptyset(&this_one);
        sigaddset(&this_one, signal_number);
        sigprocmask(SIG_UNBLOCK, &this_one, NULL);
        on_crash(signal_number);
    }
    asked = signal_number;
    wake();
}

static void on_change(int signal_number)
{
    (void)signal_number;
    changed = 1;
    wake();
}

static void on_stop(int signal_number)
{
    (void)signal_number;
    stop_asked = 1;
    wake();
}

static const int requests[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};

static void handle(int signal_number, void (*handler)(int), int flags)
{
    struct sigaction action = {.sa_handler = handler, .sa_flags = flags};

    sigemptyset(&action.sa_mask);
    sigaction(signal_number, &action, NULL);
}

static void open_wake_pipe(void)
{
    int ends[2];

    if (pipe(ends) != 0)
        return; /* poll() still ends by EINTR; only a signal just before it would wait */
    for (int i = 0; i < 2; i++) {
        fcntl(ends[i], F_SETFL, O_NONBLOCK);
        fcntl(ends[i], F_SETFD, FD_CLOEXEC);
    }
    wake_read = ends[0];
    wake_write = ends[1];
}

void terminal_guard(void)
{
    static const int crashes[] = {
        SIGSEGV,   SIGABRT, SIGBUS,    SIGFPE,  SIGILL,  SIGSYS,  SIGTRAP,
        SIGXCPU,   SIGALRM, SIGVTALRM, SIGPROF, SIGUSR1, SIGUSR2,
#ifdef SIGPOLL
        SIGPOLL,
#endif
#ifdef SIGSTKFLT
        SIGSTKFLT,
#endif
#ifdef SIGPWR
        SIGPWR,
#endif
    };
    stack_t stack = {.ss_sp = crash_stack, .ss_size = sizeof crash_stack};

    if (owner == 0) {
        open_wake_pipe();
        atexit(terminal_restore);
    }
    owner = getpid();
    sigaltstack(&stack, NULL);
    for (size_t i = 0; i < ARRAY_LEN(requests); i++) {
        struct sigaction before;
        /* Ignored by nohup or by a shell's "&": it stays so. */
        if (sigaction(requests[i], NULL, &before) == 0 && before.sa_handler != SIG_IGN)
            handle(requests[i], on_request, 0);
    }
    for (size_t i = 0; i < ARRAY_LEN(crashes); i++)
        handle(crashes[i], on_crash, (int)(SA_ONSTACK | SA_RESETHAND | SA_NODEFER));
    /* Ours, not the one of curses: a size that changes just before poll() must wake it too. */
    handle(SIGWINCH, on_change, SA_RESTART);
    handle(SIGCONT, on_change, SA_RESTART);
    handle(SIGPIPE, SIG_IGN, 0);
    handle(SIGXFSZ, SIG_IGN, 0);
}

void terminal_release(void)
{
    for (size_t i = 0; i < ARRAY_LEN(requests); i++) {
        struct sigaction before;
        if (sigaction(requests[i], NULL, &before) == 0 && before.sa_handler == on_request)
            handle(requests[i], SIG_DFL, 0);
    }
}

void terminal_full_screen(const char *leave)
{
    full_screen = 0;
    if (leave == NULL)
        return;
    leave_len = strlen(leave);
    if (leave_len > sizeof leave_bytes)
        leave_len = sizeof leave_bytes;
    memcpy(leave_bytes, leave, leave_len);
    saved_valid = tcgetattr(STDIN_FILENO, &saved) == 0;
    full_screen = 1;
}

void terminal_await_foreground(void)
{
    while (in_background()) {
        changed = 0;
        raise(SIGTTOU); /* as the first setting of a mode would do */
        if (changed == 0)
            return; /* nothing stopped us: the signal is ignored, or nobody could continue us */
    }
}

/* Ours, not the one of curses, which draws inside the handler and loses what comes meanwhile. */
void terminal_catch_stop(bool on)
{
    struct sigaction before;

    if (sigaction(SIGTSTP, NULL, &before) == 0 && before.sa_handler != SIG_IGN)
        handle(SIGTSTP, on ? on_stop : SIG_DFL, SA_RESTART);
}

void terminal_stop(void)
{
    terminal_catch_stop(false);
    raise(SIGTSTP); /* returns when we are continued, or at once where nobody could do that */
    terminal_catch_stop(true);
    stop_asked = 0;
    changed = 0; /* the caller draws everything anew, being continued or not */
}

int terminal_signal(void)
{
    return asked;
}

static int64_t mono_ms(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * MS_PER_SECOND + t.tv_nsec / NS_PER_MS;
}

static void drain_wake_pipe(void)
{
    char bytes[64];

    while (wake_read >= 0 && read(wake_read, bytes, sizeof bytes) > 0)
        ;
}

enum terminal_event terminal_wait(int fd, int timeout_ms)
{
    int64_t end = timeout_ms < 0 ? 0 : mono_ms() + timeout_ms;

    for (;;) {
        struct pollfd fds[2] = {{.fd = fd, .events = POLLIN}, {.fd = wake_read, .events = POLLIN}};
        int64_t left = timeout_ms < 0 ? -1 : end - mono_ms();

        if (timeout_ms >= 0 && left < 0)
            left = 0;
        int ready = poll(fds, ARRAY_LEN(fds), (int)left);
        if (ready > 0 && fds[1].revents != 0)
            drain_wake_pipe(); /* before the flags: what comes after this wakes again */
        if (asked != 0)
            return TERMINAL_SIGNALLED;
        if (stop_asked != 0)
            return TERMINAL_STOP_ASKED;
        if (changed != 0) {
            changed = 0;
            return TERMINAL_CHANGED;
        }
        if (ready > 0 && fds[0].revents != 0)
            return TERMINAL_READABLE;
        if (ready == 0 && left == 0)
            return TERMINAL_TIMEOUT;
        if (ready < 0 && errno != EINTR)
            return TERMINAL_READABLE; /* reading will tell what is wrong */
    }
}

void terminal_die_by(int signal_number)
{
    sigset_t this_one;

    terminal_restore();
    fflush(stdout);
    handle(signal_number, SIG_DFL, 0);
    sigemptyset(&this_one);
    sigaddset(&this_one, signal_number);
    sigprocmask(SIG_UNBLOCK, &this_one, NULL);
    raise(signal_number);
    _exit(128 + signal_number); /* as shells write it; only where the signal is blocked for good */
}
