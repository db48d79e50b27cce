/* Screens out of a file, drawn by the shortest means: what the floor programs share. */
#include "bench/floor_screens.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#ifndef NCURSES_WIDECHAR
#define NCURSES_WIDECHAR 1
#endif
#ifndef _XOPEN_SOURCE_EXTENDED
#define _XOPEN_SOURCE_EXTENDED 1
#endif
#include <curses.h>

enum { PAIRS_MAX = 32, PIECE_MAX = 1024 };

struct screens {
    const int32_t *at, *end;
    int pairs;
    int32_t colors[PAIRS_MAX][2];
    int32_t words[]; /* the whole file */
};

struct screens *screens_read(const char *path)
{
    struct stat status;
    int fd = open(path, O_RDONLY);
    if (fd < 0 || fstat(fd, &status) != 0)
        return NULL;
    size_t bytes = (size_t)status.st_size;
    struct screens *s = malloc(sizeof *s + bytes);
    if (s == NULL || read(fd, s->words, bytes) != (ssize_t)bytes)
        return NULL;
    close(fd);
    s->pairs = 0;
    s->at = s->words;
    s->end = s->words + bytes / sizeof *s->words;
    return s;
}

void screens_start(struct screens *s)
{
    (void)s;
    initscr();
    cbreak();
    noecho();
    nonl();
    keypad(stdscr, TRUE);
    start_color();
    use_default_colors();
}

bool screens_more(const struct screens *s, bool *durable)
{
    *durable = s->at < s->end && s->at[0] != 0;
    return s->at < s->end;
}

static int32_t take(struct screens *s)
{
    return *s->at++;
}

/* The pair of these colours, made when it is first asked for. */
static short pair_of(struct screens *s, int32_t front, int32_t back)
{
    if (front < 0 && back < 0)
        return 0;
    for (int i = 0; i < s->pairs; i++)
        if (s->colors[i][0] == front && s->colors[i][1] == back)
            return (short)(i + 1);
    if (s->pairs == PAIRS_MAX)
        abort();
    s->colors[s->pairs][0] = front;
    s->colors[s->pairs][1] = back;
    s->pairs++;
    init_pair((short)s->pairs, (short)front, (short)back);
    return (short)s->pairs;
}

static void draw_piece(struct screens *s, int y)
{
    wchar_t text[PIECE_MAX];
    int x = take(s);
    int32_t front = take(s), back = take(s), looks = take(s);
    int len = take(s);
    attr_t attributes = (looks & SCREEN_BOLD ? A_BOLD : 0) |
                        (looks & SCREEN_UNDERLINE ? A_UNDERLINE : 0) |
                        (looks & SCREEN_REVERSE ? A_REVERSE : 0);

    if (len > PIECE_MAX)
        abort();
    for (int i = 0; i < len; i++)
        text[i] = (wchar_t)take(s);
    attr_set(attributes, pair_of(s, front, back), NULL);
    mvaddnwstr(y, x, text, len);
}

void screens_draw(struct screens *s)
{
    take(s); /* whether something durable came before */
    for (int32_t rows = take(s); rows > 0; rows--) {
        int y = take(s);

        attr_set(A_NORMAL, 0, NULL);
        move(y, 0);
        clrtoeol();
        for (int32_t pieces = take(s); pieces > 0; pieces--)
            draw_piece(s, y);
    }
    int y = take(s), x = take(s);
    curs_set(take(s));
    move(y, x);
    refresh();
}

void screens_key(void)
{
    getch();
}
