/* The front-end interface.  ui.
 * A front end shows what view made and hands back what the user did; it knows no rule of the game
 * and no store.  It takes either frames or lines, and says which. */
#ifndef SMQ_UI_UI_H
#define SMQ_UI_UI_H

#include "core/err.h"
#include "core/frame.h"
#include "core/input.h"
#include "core/keymap.h"
#include "core/text.h"

struct ui {
    const struct ui_ops *ops;
};

struct ui_ops {
    bool takes_lines; /* view_lines for this one (show_frame may be NULL), else view_frame */
    /* Columns and rows to lay out for; rows 0 when lines simply follow each other. */
    void (*size)(struct ui *ui, int *cols, int *rows);
    /* Draws the whole frame; returns when it is handed to the terminal. */
    void (*show_frame)(struct ui *ui, const struct frame *frame);
    /* Writes finished lines (each ends in a newline); `context` is what the next input means. */
    void (*show_lines)(struct ui *ui, const char *lines, unsigned context);
    /* Waits for input, at most `timeout_ms` (-1: for ever, 0: only what is there). */
    struct input (*next)(struct ui *ui, int timeout_ms);
    void (*bell)(struct ui *ui);
    /* Gives the terminal back as it was and frees; the pointer is dead afterwards. */
    void (*close)(struct ui *ui);
};

enum ui_color { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };

struct ui_options {
    enum ui_color color;       /* COLOR_AUTO obeys NO_COLOR, which the caller has looked up: */
    bool no_color_in_env;      /* NO_COLOR is set and not empty */
    bool mouse;                /* report clicks */
    enum charset charset;      /* what the locale can show */
    const char *theme;         /* "dark", "light", "mono", "high-contrast"; NULL: the default */
    const struct keymap *keys; /* borrowed while the front end is open; lines do without */
};

#endif
