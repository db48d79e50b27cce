/* What the kernel tells of the terminal: its size, and whether there is anything to read. */
#include "ui/tty.h"

#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { USUAL_ROWS = 24, USUAL_COLS = 80 };

bool tty_size(int *cols, int *rows)
{
    struct winsize window;

    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &window) != 0)
        return false;
    *cols = window.ws_col > 0 ? window.ws_col : USUAL_COLS;
    *rows = window.ws_row > 0 ? window.ws_row : USUAL_ROWS;
    return true;
}

int tty_waiting(void)
{
    int bytes = 0;

    return ioctl(STDIN_FILENO, FIONREAD, &bytes) == 0 ? bytes : 0;
}

bool tty_gone(int waiting)
{
    struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};

    if (waiting > 0)
        return tty_waiting() == waiting;
    return poll(&input, 1, 0) > 0 && tty_waiting() == 0;
}
