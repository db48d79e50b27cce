/* The curses floor: draws one screen, and at each key the next.
 *   floor_curses SCREENS */
#include <locale.h>

#include "bench/floor_screens.h"

int main(int argc, char **argv)
{
    bool durable;
    struct screens *s = argc == 2 ? screens_read(argv[1]) : NULL;
    if (s == NULL)
        return 1;
    setlocale(LC_ALL, "");
    screens_start(s);
    while (screens_more(s, &durable)) {
        screens_draw(s);
        screens_key();
    }
    return 0;
}
