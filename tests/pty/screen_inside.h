/* What a screen is made of, for the files that make it. */
#ifndef SMQ_TESTS_PTY_SCREEN_INSIDE_H
#define SMQ_TESTS_PTY_SCREEN_INSIDE_H

#include <termios.h>

#include "pty/display.h"
#include "pty/screen.h"
#include "pty/shell.h"

struct screen {
    int master, reports, commands;
    pid_t shell;
    struct shell_report last; /* what the shell told last */
    bool ended, unseen;
    struct termios before;
    struct display *display;
    int cols, rows;
    char *output; /* all bytes so far */
    size_t output_len, output_cap;
};

#endif
