/* The terminal comes back, whatever happens.  ui.
 * Remembers the terminal's settings, catches signals (a flag and a pipe for those that ask us to
 * leave; a careful handler for those that mean a crash), and restores on every way out but
 * SIGKILL. */
#ifndef SMQ_UI_TERMINAL_H
#define SMQ_UI_TERMINAL_H

#include "core/base.h"

/* Installs the handlers; call it before curses.  SIGPIPE and SIGXFSZ are ignored; SIGHUP keeps
 * being ignored where it was (nohup). */
void terminal_guard(void);
/* The front end is closed: who asks us to leave from now on ends us at once.  What was asked before
 * stays in terminal_signal(). */
void terminal_release(void);
/* Started in the background: stops until the terminal is ours, so that what is remembered of its
 * settings is not what the shell's line editor has made of them. */
void terminal_await_foreground(void);
/* Says how to leave full-screen mode by plain bytes (exit string of the terminal), for the crash
 * handler and atexit, and remembers standard input's terminal settings; NULL when full screen is
 * over.  Copied. */
void terminal_full_screen(const char *leave);
/* Whether Ctrl-Z is reported by terminal_wait (full screen) or stops at once (lines).  Where
 * SIGTSTP is ignored it stays so. */
void terminal_catch_stop(bool on);
/* Stops the process, the terminal being given back already; returns when it is continued, or at
 * once where nobody could do that.  Then the modes, the size and the whole screen are to be set. */
void terminal_stop(void);
/* The signal that asked us to leave (SIGINT, SIGTERM, SIGHUP, SIGQUIT), 0 for none. */
int terminal_signal(void);
/* What ended a wait. */
enum terminal_event {
    TERMINAL_READABLE,   /* input, its end, or a hang-up: reading tells which */
    TERMINAL_TIMEOUT,    /* nothing within the time given */
    TERMINAL_SIGNALLED,  /* terminal_signal() says which */
    TERMINAL_STOP_ASKED, /* Ctrl-Z: give the terminal back, then call terminal_stop */
    TERMINAL_CHANGED     /* another size, or continued after a stop: draw everything anew */
};
/* Waits for `fd` and for signals, at most `timeout_ms` (-1: for ever, 0: not at all).  A signal
 * that came before the call counts; TERMINAL_CHANGED is told once. */
enum terminal_event terminal_wait(int fd, int timeout_ms);
/* Restores the saved settings and leaves full screen now, if it is on; harmless to call twice. */
void terminal_restore(void);
/* Ends by the signal that asked for it, so that the parent sees it (terminal already restored). */
void terminal_die_by(int signal);

#endif
