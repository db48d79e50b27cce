/* Screens out of a file, drawn by the shortest means: what the floor programs share.
 * The file is a row of 32-bit numbers: for each screen whether something durable comes before it,
 * how many rows it changes, and for each of these its number, how many pieces it has, and for each
 * of these column, foreground, background (-1: as usual), attributes, how many characters, and the
 * characters; then where the cursor is and whether it shows. */
#ifndef SMQ_TESTS_BENCH_FLOOR_SCREENS_H
#define SMQ_TESTS_BENCH_FLOOR_SCREENS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SCREEN_BOLD = 1, SCREEN_UNDERLINE = 2, SCREEN_REVERSE = 4 };

struct screens;

/* Reads the file; NULL when it cannot be read. */
struct screens *screens_read(const char *path);
/* Starts curses, as any program with colours and keys does. */
void screens_start(struct screens *s);
/* Whether there is another screen, and whether something durable comes before it. */
bool screens_more(const struct screens *s, bool *durable);
/* Draws the next screen. */
void screens_draw(struct screens *s);
/* Waits for a key. */
void screens_key(void);

#endif
