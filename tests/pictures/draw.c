/* Draws the pictures of the program: real screens of the real program, in a pseudo-terminal, at a
 * time and after a past that are always the same.
 *   draw FOLDER [NAME…]
 * Without names all of them, and the README.md that shows them.  SMQUIZ is the program; to be run
 * from the top of the tree. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/xmalloc.h"
#include "io/text_file.h"
#include "pictures/past.h"
#include "pictures/scenes.h"
#include "pictures/svg.h"
#include "pty/play.h"

enum { ROWS = 24, PATH_SIZE = 1000, USAGE = 64 };
/* 2025-11-28, 10:30 in UTC. */
#define NOW "1764325800000"
#define MEANS_NOTHING "y"

static void fail(const char *name, const char *what)
{
    fprintf(stderr, "pictures: %s: %s\n", name, what);
    exit(1);
}

static void write_file(const char *folder, const char *name, const char *ending,
                       const struct str *text)
{
    char path[PATH_SIZE];
    struct err e = {0};
    snprintf(path, sizeof path, "%s/%s%s", folder, name, ending);
    if (!text_file_replace(path, str_text(text), text->len, &e))
        fail(name, e.text);
}

/* --- one picture ----------------------------------------------------------------------------- */

/* The settings a trainer has, so that nothing on the screen names a folder of this computer. */
static void write_settings(const struct play *play)
{
    char path[PATH_SIZE];
    struct str text = {0};
    struct err e = {0};
    snprintf(path, sizeof path, "%s/config/smquiz/smquiz.cfg", play->home);
    str_addf(&text,
             "learner = \"" PAST_LEARNER
             "\";\nclues = false;\nmotion = false;\nteam = \"%s/team\";\n",
             play->home);
    if (!text_file_replace(path, str_text(&text), text.len, &e))
        fail("settings", e.text);
    str_free(&text);
}

static void make_past(struct play *play, enum past past)
{
    char path[PATH_SIZE];
    int64_t now = strtoll(NOW, NULL, 10);
    play_make_home(play);
    write_settings(play);
    snprintf(path, sizeof path, past == PAST_LEARNED ? "%s/data/smquiz/smquiz.db" : "%s/team",
             play->home);
    switch (past) {
    case PAST_NOBODY:
        break;
    case PAST_LEARNED:
        past_practise(path, now);
        break;
    case PAST_ROOM:
        past_session(path, PART_PRACTICE, true, now);
        break;
    case PAST_DONE:
        past_session(path, PART_NONE, false, now);
        break;
    }
}

static bool has_rung(struct screen *screen, const void *arg)
{
    size_t len;
    const char *output = screen_output(screen, &len);
    (void)arg;
    return len > 0 && output[len - 1] == '\a';
}

/* Waits until the whole frame is there: a key that means nothing rings the bell behind it.  What
 * only writes is there when it has ended. */
static bool wait_whole(struct play *play)
{
    int status;
    if (!screen_is_full(play->screen))
        return screen_wait_end(play->screen, &status) && status == 0;
    screen_send(play->screen, MEANS_NOTHING);
    return screen_wait(play->screen, has_rung, NULL);
}

static bool take_steps(struct play *play, const struct scene_picture *scene)
{
    bool there = true;
    for (int i = 0; there && i < SCENE_STEPS && scene->steps[i].text; i++) {
        there = screen_wait_text(play->screen, scene->steps[i].text);
        screen_send(play->screen, scene->steps[i].keys);
    }
    return there && screen_wait_text(play->screen, scene->mark) && wait_whole(play);
}

/* How many of the rows are drawn; 0 when what comes behind them is not there. */
static int rows_drawn(const struct play *play, const struct scene_picture *scene)
{
    const char *text = screen_text(play->screen);
    int rows = 0;
    if (!scene->until)
        return play->rows;
    while (rows < play->rows && strncmp(text, scene->until, strlen(scene->until)) != 0) {
        text += strcspn(text, "\n") + 1;
        rows++;
    }
    return rows < play->rows ? rows - 1 : 0; /* without the empty one between */
}

static bool draw(const struct play *play, const struct scene_picture *scene, struct str *out)
{
    struct picture picture = {.title = scene->alt,
                              .cols = play->cols,
                              .rows = rows_drawn(play, scene),
                              .cursor_x = -1,
                              .cursor_y = -1};
    bool there = picture.rows > 0;
    struct display_cell *cells = xcalloc((size_t)(picture.cols * play->rows), sizeof *cells);
    for (int y = 0; y < picture.rows; y++)
        for (int x = 0; x < picture.cols; x++)
            screen_cell(play->screen, x, y, &cells[y * picture.cols + x]);
    picture.cells = cells;
    if (scene->cursor)
        there &= screen_cursor(play->screen, &picture.cursor_x, &picture.cursor_y);
    if (there)
        svg_write(&picture, out);
    free(cells);
    return there;
}

static void take_picture(const char *folder, const struct scene_picture *scene)
{
    struct play play = play_default();
    struct str svg = {0};
    play.bank = PAST_BANK;
    play.rows = scene->rows > 0 ? scene->rows : ROWS;
    make_past(&play, scene->past);
    play_words(&play, scene->command);
    bool drawn = take_steps(&play, scene) && draw(&play, scene, &svg);
    play_end(&play);
    if (!drawn)
        fail(scene->name, "the way there is another one now, or what is to be seen");
    write_file(folder, scene->name, ".svg", &svg);
    str_free(&svg);
}

/* --- all of them ----------------------------------------------------------------------------- */

static void write_readme(const char *folder)
{
    struct str text = {0};
    str_add(&text, "# Screens\n\nScreens of the program as a terminal has them. `make screenshots` "
                   "draws them anew; nobody\ndraws them by hand.\n");
    for (size_t i = 0; i < scene_picture_count; i++) {
        const struct scene_picture *scene = &scene_pictures[i];
        str_addf(&text, "\n## %s\n\n%s\n\n![%s](%s.svg)\n", scene->title, scene->caption,
                 scene->alt, scene->name);
    }
    write_file(folder, "README", ".md", &text);
    str_free(&text);
}

static bool is_asked(const char *name, char **names)
{
    bool asked = *names == NULL;
    for (; *names; names++)
        asked |= strcmp(*names, name) == 0;
    return asked;
}

int main(int argc, char **argv)
{
    if (argc < 2)
        return USAGE;
    signal(SIGPIPE, SIG_IGN);
    if (setenv("SMQUIZ_NOW", NOW, 1) != 0 || setenv("TZ", "UTC0", 1) != 0)
        fail("the clock", "it cannot be stopped");
    for (size_t i = 0; i < scene_picture_count; i++)
        if (is_asked(scene_pictures[i].name, argv + 2))
            take_picture(argv[1], &scene_pictures[i]);
    if (argc == 2)
        write_readme(argv[1]);
    return 0;
}
