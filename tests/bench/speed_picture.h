/* What a terminal of 80 x 24 shows, cell by cell with its colours, by libvterm. */
#ifndef SMQ_TESTS_BENCH_SPEED_PICTURE_H
#define SMQ_TESTS_BENCH_SPEED_PICTURE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

enum { PICTURE_COLS = 80, PICTURE_ROWS = 24, PICTURE_CHARS = 6 };

struct picture_cell {
    uint32_t chars[PICTURE_CHARS]; /* ends in 0; none for the right half of a wide character */
    int32_t front, back;           /* -1: as usual */
    int32_t attributes;            /* of bench/floor_screens.h */
    int32_t width;
};

struct picture {
    struct picture_cell cells[PICTURE_ROWS][PICTURE_COLS];
    int cursor_x, cursor_y;
    bool cursor_shows;
};

struct terminal;

struct terminal *terminal_open(void);
void terminal_close(struct terminal *t);
/* Takes a program's output in. */
void terminal_feed(struct terminal *t, const char *bytes, size_t len);
void terminal_picture(struct terminal *t, struct picture *out);

/* Whether both show the same; where the cursor is does not count while it is hidden. */
bool picture_same(const struct picture *a, const struct picture *b);
/* Whether the (ASCII) text stands in some row. */
bool picture_has(const struct picture *p, const char *text);
/* The rows as text, for complaints. */
void picture_print(const struct picture *p, FILE *out);
/* Appends to a file for the floors what has to be drawn to get from `before` (NULL: an empty
 * screen) to `p`; false when it cannot be written. */
bool picture_write(const struct picture *p, const struct picture *before, bool durable, FILE *out);

#endif
