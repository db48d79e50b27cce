/* What a program has left behind at its terminal. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pty/screen_inside.h"

const char *screen_leftover(struct screen *s)
{
    static const int clicks[] = {9, 1000, 1002, 1003, 1005, 1006, 1015};
    char up[16] = "";
    int x, y;

    for (size_t i = 0; i < sizeof clicks / sizeof clicks[0]; i++)
        if (display_mode_is_on(s->output, clicks[i]))
            return "clicks are still reported";
    if (display_mode_is_on(s->output, 2004))
        return "pasting is still bracketed";
    if (screen_is_full(s))
        return "the second screen still shows";
    if (!screen_cursor(s, &x, &y))
        return "the cursor is hidden";
    if (!display_pen_is_plain(s->display))
        return "attributes are still set";
    if (display_arrow(s->display, 'A', up, sizeof up) != 3 || memcmp(up, "\033[A", 3) != 0)
        return "arrow keys still send the sequences of applications";
    return screen_modes_restored(s) ? NULL : "the terminal's settings are not those from before";
}

bool screen_modes_restored(struct screen *s)
{
    struct termios now;

    return tcgetattr(s->master, &now) == 0 && now.c_iflag == s->before.c_iflag &&
           now.c_oflag == s->before.c_oflag && now.c_cflag == s->before.c_cflag &&
           now.c_lflag == s->before.c_lflag &&
           memcmp(now.c_cc, s->before.c_cc, sizeof now.c_cc) == 0;
}

bool screen_is_cooked(struct screen *s)
{
    struct termios now;

    return tcgetattr(s->master, &now) == 0 && (now.c_lflag & ICANON) != 0 &&
           (now.c_lflag & ECHO) != 0;
}

void screen_set_cooked(struct screen *s)
{
    if (tcsetattr(s->master, TCSANOW, &s->before) != 0) {
        perror("pty: tcsetattr");
        abort();
    }
}
