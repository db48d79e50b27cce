/* The process that stands in for the shell: leads the session and watches one program. */
#ifndef SMQ_TESTS_PTY_SHELL_H
#define SMQ_TESTS_PTY_SHELL_H

#include "pty/screen.h"

/* Commands, one byte each: how a stopped program goes on. */
enum { SHELL_FOREGROUND = 'f', SHELL_BACKGROUND = 'b' };

/* What the shell tells: once at the start (the pid), then for each stop and for the end. */
struct shell_report {
    pid_t pid;
    int status; /* as waitpid gives it; 0 at the start */
    long cpu_ms;
    bool started; /* the first report */
};

/* Runs the program on the terminal `slave`; never returns.  `reports` receives struct
 * shell_report; after a stop it waits for a byte from `commands`, whose end ends everything. */
_Noreturn void shell_run(const struct screen_setup *setup, int slave, int reports, int commands);

#endif
