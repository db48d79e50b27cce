/* Everything there is to show at one moment: what both renderers draw from.  core.
 * The game is what a resumed run restores; the cursor is what may be lost. */
#ifndef SMQ_CORE_SCENE_H
#define SMQ_CORE_SCENE_H

#include "core/game.h"
#include "core/keymap.h"
#include "core/live_board.h"
#include "core/menu.h"
#include "core/show.h"
#include "core/text.h"

enum overlay { OVERLAY_NONE, OVERLAY_HELP, OVERLAY_FLAG, OVERLAY_LEAVE };

enum screen {
    SCREEN_MENU,
    SCREEN_PRIMER,
    SCREEN_GUIDE,
    SCREEN_PROGRESS,
    SCREEN_SHOW,
    SCREEN_WATCH
};

enum { CURSOR_REPLY_SIZE = 256 };

struct cursor {
    enum overlay overlay;
    int selected; /* item of the menu, card of the board, piece of the clue question (-1: none yet)
                   */
    int scroll;  /* first row shown of what is longer than the screen; the view keeps it in range */
    bool unsure; /* the "? not sure" tag on the open card */
    bool more;   /* rows are left below: the view says so */
    int slide;   /* how many steps of its way the judged card has still to slide; 0 at rest */
    bool figures; /* the figures in detail show in place of the sentences */
    bool told;    /* the notice about the last move has been read: something was typed since */
    char reply[CURSOR_REPLY_SIZE];  /* why the last input meant nothing, translated; or "" */
    char typed[EVENT_NOTE_MAX + 1]; /* the reason being typed in OVERLAY_FLAG, or hands */
};

struct scene {
    const struct bank *bank;
    const struct game *game;       /* NULL while a menu shows */
    const struct menu *menu;       /* NULL while anything else shows */
    enum screen screen;            /* what shows when no game does; pages at cursor.selected */
    const struct session *session; /* SCREEN_SHOW and SCREEN_WATCH; else NULL */
    const struct show *show;       /* SCREEN_SHOW */
    const struct watch *watch;     /* SCREEN_WATCH */
    const struct history *history; /* what the learner answered, finished runs of today too */
    struct now now;                /* when the scene is shown, for clocks */
    bool clock;                    /* the clock of a timed run shows */
    bool streaks;                  /* so many right in a row get a quiet mark */
    struct cursor cursor;
    const char *failure;     /* why storing failed (PHASE_, SHOW_NOT_STORED); else "" */
    bool unkept;             /* nothing is saved: --no-save, or the player's choice */
    bool lines;              /* shown as lines: words where a frame has symbols and keys */
    const char *result_code; /* of a run of a session: its code once it is over, "" before; NULL
                                outside sessions */
    bool at_end;             /* nobody is there to answer: input has ended, or is no terminal */
    enum charset charset;
    const struct keymap *keys; /* the person's; NULL only where `lines` */
};

/* Whether it is one of the screens read page by page. */
bool scene_paged(const struct scene *scene);
/* Whether the verdict on a right answer shows. */
bool scene_after_hit(const struct scene *scene);
/* Whether the result offers to practise the misses again, and the figures behind it: a sealed one
 * tells nothing, and in a session nothing leads away from it. */
bool scene_offers_misses(const struct scene *scene);
bool scene_offers_figures(const struct scene *scene);
/* Whether leaving the run asks first: a test is handed in, a run of a session gone on with. */
bool scene_asks_leaving(const struct scene *scene);
/* What keys mean now: one of enum context. */
unsigned scene_context(const struct scene *scene);
/* The key to show for an action, as it is now: the person's own, and among lines the table's. */
struct key_label scene_key(const struct scene *scene, enum action action);

#endif
