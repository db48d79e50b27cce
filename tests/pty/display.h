/* The picture a terminal makes of a program's output, by libvterm. */
#ifndef SMQ_TESTS_PTY_DISPLAY_H
#define SMQ_TESTS_PTY_DISPLAY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct display;

struct display *display_open(int cols, int rows);
void display_close(struct display *d);
/* Takes output in; what the terminal answers goes into `answer` (at most `size` bytes). */
size_t display_feed(struct display *d, const char *bytes, size_t len, char *answer, size_t size);
void display_resize(struct display *d, int cols, int rows);
/* Whether the text stands in some row; *x and *y, when not NULL, receive its first cell. */
bool display_find(struct display *d, const char *text, int *x, int *y);
/* All rows as text, blanks at the ends cut; valid until the next call. */
const char *display_text(struct display *d);

enum { DISPLAY_CELL_SIZE = 32, DISPLAY_COLOR_DEFAULT = -1, DISPLAY_COLOR_RGB = 0x1000000 };

/* A cell as it is drawn. */
struct display_cell {
    char text[DISPLAY_CELL_SIZE]; /* UTF-8; "" for a blank one */
    int cols;                     /* 1 or 2; 0 right of a wide one */
    /* Of the 256, or DISPLAY_COLOR_RGB + 0xrrggbb, or DISPLAY_COLOR_DEFAULT. */
    int32_t ink, paper;
    bool bold, underline, reverse; /* this libvterm knows of no dim one */
};

/* The cell in column x of row y. */
void display_cell(struct display *d, int x, int y, struct display_cell *cell);
/* Whether the second screen shows. */
bool display_is_full(const struct display *d);
/* Where the cursor is; false when it is hidden. */
bool display_cursor(const struct display *d, int *x, int *y);
/* Whether what is written next would be without colours and other attributes. */
bool display_pen_is_plain(const struct display *d);
/* The bytes an arrow key sends in the present mode: direction is one of "ABCD" as in the
 * terminal's own language (up, down, right, left). */
size_t display_arrow(struct display *d, char direction, char *bytes, size_t size);
/* Whether these bytes switched a private mode of the terminal on ("\033[?…h") and not off again;
 * for the modes that this libvterm does not tell of. */
bool display_mode_is_on(const char *output, int mode);

#endif
