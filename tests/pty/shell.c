/* The process that stands in for the shell: leads the session and watches one program. */
#include "pty/shell.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

enum { LAST_SIGNAL = 31, EXIT_CANNOT_RUN = 127, MS_PER_SECOND = 1000, US_PER_MS = 1000 };

static volatile pid_t program; /* for the handler */

/* As shells do: who was started here is told that the terminal is gone. */
static void pass_on(int signal_number)
{
    if (program > 0)
        kill(-program, signal_number);
}

static void set_action(int signal_number, void (*handler)(int))
{
    struct sigaction action = {.sa_handler = handler};

    sigemptyset(&action.sa_mask);
    sigaction(signal_number, &action, NULL);
}

/* What comes between fork() and the program's own actions waits for them. */
static void hold_signals(int how)
{
    sigset_t all;

    sigfillset(&all);
    sigprocmask(how, &all, NULL);
}

/* Leads a standard stream where it shall go. */
static void lead(int stream, const char *where, int flags)
{
    if (where == NULL)
        return;
    close(stream); /* open() then gives the lowest number, which is this one */
    if (*where != '\0' && open(where, flags) != stream)
        _exit(EXIT_CANNOT_RUN);
}

/* The program's side of the fork: its own group, in the foreground, signals as they come. */
static _Noreturn void run_program(const struct screen_setup *setup)
{
    struct rlimit no_core = {0, 0};

    setpgid(0, 0);
    if (!setup->in_background)
        tcsetpgrp(STDIN_FILENO, getpid()); /* SIGTTOU is ignored here still */
    lead(STDOUT_FILENO, setup->output, O_WRONLY);
    lead(STDIN_FILENO, setup->input, O_RDONLY);
    /* whoever runs the tests may ignore some, as a shell does for its background jobs; cmocka
     * catches some */
    for (int signal_number = 1; signal_number <= LAST_SIGNAL; signal_number++)
        set_action(signal_number, SIG_DFL);
    set_action(SIGHUP, setup->ignore_hangup ? SIG_IGN : SIG_DFL);
    hold_signals(SIG_UNBLOCK);
    setrlimit(RLIMIT_CORE, &no_core);
    execve(setup->argv[0], (char *const *)setup->argv, (char *const *)setup->env);
    _exit(EXIT_CANNOT_RUN);
}

static long cpu_ms(const struct rusage *usage)
{
    return (usage->ru_utime.tv_sec + usage->ru_stime.tv_sec) * MS_PER_SECOND +
           (usage->ru_utime.tv_usec + usage->ru_stime.tv_usec) / US_PER_MS;
}

/* Tells of every stop and of the end; the terminal is ours meanwhile. */
static void watch(int reports, int commands)
{
    struct shell_report report = {.pid = program};
    struct rusage usage;
    char command;

    for (;;) {
        pid_t pid = wait4(program, &report.status, WUNTRACED, &usage);

        if (pid < 0 && errno == EINTR)
            continue;
        if (pid < 0)
            return;
        tcsetpgrp(STDIN_FILENO, getpgrp());
        report.cpu_ms = cpu_ms(&usage);
        if (write(reports, &report, sizeof report) != sizeof report)
            return;
        if (read(commands, &command, 1) != 1 || !WIFSTOPPED(report.status))
            return;
        if (command == SHELL_FOREGROUND)
            tcsetpgrp(STDIN_FILENO, program);
        kill(-program, SIGCONT);
    }
}

void shell_run(const struct screen_setup *setup, int slave, int reports, int commands)
{
    setsid();
    ioctl(slave, TIOCSCTTY, 0);
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        dup2(slave, fd);
    if (slave > STDERR_FILENO)
        close(slave);
    set_action(SIGTTOU, SIG_IGN);
    set_action(SIGHUP, setup->ignore_hangup ? SIG_IGN : pass_on);

    hold_signals(SIG_BLOCK);
    program = fork();
    if (program == 0)
        run_program(setup);
    hold_signals(SIG_UNBLOCK);
    setpgid(program, program); /* whoever is first */
    struct shell_report report = {.pid = program, .started = true};
    if (write(reports, &report, sizeof report) == sizeof report)
        watch(reports, commands);
    kill(-program, SIGKILL);
    _exit(0);
}
