/* A program in a pseudo-terminal of its own, and the screen a person would see.
 * A small process stands in for the shell: it leads the session, has the program in a process
 * group of its own, hands the terminal over and takes it back, so that job control and hang-ups
 * are as they are in life.  libvterm is the screen.  Nothing here sleeps: every wait is for bytes
 * or for the program's end, with a deadline. */
#ifndef SMQ_TESTS_PTY_SCREEN_H
#define SMQ_TESTS_PTY_SCREEN_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "pty/display.h"

struct screen;

struct screen_setup {
    const char *const *argv; /* ends in NULL; argv[0] is the path */
    const char *const *env;  /* "NAME=value", ends in NULL; the whole environment */
    int cols, rows;
    int told_cols, told_rows; /* what the window says instead, unless 0 */
    bool unseen;              /* no screen is kept: libvterm does not stand everything */
    bool ignore_hangup;       /* as nohup does */
    bool in_background; /* as "&" does: the terminal stays with the "shell" and its line editor */
    /* Where its standard input and output lead: NULL is the terminal, "" is closed, else a file. */
    const char *input, *output;
};

/* Starts the program; ends the test when that fails. */
struct screen *screen_open(const struct screen_setup *setup);
/* Kills what still runs and frees. */
void screen_close(struct screen *s);

/* Waits until the predicate holds; false at the deadline or when the program ended before, and
 * then the screen stands on standard error. */
bool screen_wait(struct screen *s, bool (*holds)(struct screen *s, const void *arg),
                 const void *arg);
/* The same without a word, for those who count on the program's end. */
bool screen_await(struct screen *s, bool (*holds)(struct screen *s, const void *arg),
                  const void *arg);
/* Waits until nothing more comes for a moment: the picture is whole, as far as one can tell. */
void screen_settle(struct screen *s);
/* Waits until the text stands in some row. */
bool screen_wait_text(struct screen *s, const char *text);
/* Waits until the program has written `more` bytes than `before`; false as screen_wait. */
bool screen_wait_output(struct screen *s, size_t before, size_t more);
/* Takes what output there is now, without waiting. */
void screen_drain(struct screen *s);
/* Whether the text stands in some row now; *x and *y, when not NULL, receive its first cell. */
bool screen_find(struct screen *s, const char *text, int *x, int *y);
/* All rows as text, blanks at the ends cut; valid until the next call. */
const char *screen_text(struct screen *s);
/* Everything the program wrote. */
const char *screen_output(struct screen *s, size_t *len);
/* The cell in column x of row y. */
void screen_cell(struct screen *s, int x, int y, struct display_cell *cell);
/* Whether the program has switched to the second screen. */
bool screen_is_full(const struct screen *s);
/* Where the cursor is; false when it is hidden. */
bool screen_cursor(const struct screen *s, int *x, int *y);

void screen_send(struct screen *s, const char *bytes);
/* An arrow key: 'A' up, 'B' down, 'C' right, 'D' left. */
void screen_arrow(struct screen *s, char direction);
/* Presses and lets go of the first button; false when the program did not ask for clicks. */
bool screen_click(struct screen *s, int x, int y);
/* Another window size; the program gets its SIGWINCH from the kernel. */
void screen_resize(struct screen *s, int cols, int rows);
/* The window says this size, as serial lines say 0 x 0, while 80 x 24 are there. */
void screen_claim_size(struct screen *s, int cols, int rows);
/* Sends a signal to the program. */
void screen_signal(struct screen *s, int signal_number);
/* Lets a moment pass that was drawn by chance, not one that is waited for: at most so much time,
 * and at most until so many more bytes were written or the program ended. */
void screen_pass(struct screen *s, long us, size_t bytes);
/* SIGKILL, and what was still on its way to the screen; false when the program had ended before. */
bool screen_kill(struct screen *s);
/* Closes the window: the terminal is gone. */
void screen_hang_up(struct screen *s);

/* Waits until the program is stopped (and the "shell" has the terminal back). */
bool screen_wait_stopped(struct screen *s);
/* Brings the stopped program to the foreground again. */
void screen_continue(struct screen *s);
/* Lets it go on in the background, the terminal staying with the "shell". */
void screen_continue_in_background(struct screen *s);
/* Waits for the program's end; *status as waitpid gives it. */
bool screen_wait_end(struct screen *s, int *status);
/* The same without a word. */
bool screen_await_end(struct screen *s, int *status);
/* The processor time the ended program took. */
long screen_cpu_ms(const struct screen *s);
/* Leaves the running program alone for so long; the processor time it took meanwhile, 0 where the
 * system does not tell. */
long screen_idle_cpu_ms(struct screen *s, int ms);
/* What is not as a shell needs it after the program's end, NULL when all is: the terminal's
 * settings, the second screen, the cursor, keys, clicks, pasting and attributes. */
const char *screen_leftover(struct screen *s);
/* Whether the terminal's settings are those from before the program started. */
bool screen_modes_restored(struct screen *s);
/* Whether lines are read as lines and echoed, as a shell wants it. */
bool screen_is_cooked(struct screen *s);
/* Sets them so, as a shell does when a program was stopped the hard way. */
void screen_set_cooked(struct screen *s);

#endif
