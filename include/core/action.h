/* Everything a user can do, in one table: name, keys, help.  core.
 * The key map, the help screen, plain mode's words, scripts and the manual's check all come from
 * SMQ_ACTIONS. */
#ifndef SMQ_CORE_ACTION_H
#define SMQ_CORE_ACTION_H

#include "core/base.h"

/* Where a key is pressed: the same key may mean different things in different places. */
enum context {
    CONTEXT_MENU = 1, /* a list to choose from */
    CONTEXT_CARD = 2,
    CONTEXT_VERDICT = 4,
    CONTEXT_PAGE = 8,    /* intro, rule, reveal, help: something to read */
    CONTEXT_RESULT = 16, /* the end of a run */
    CONTEXT_FAILED = 32, /* an answer could not be stored */
    CONTEXT_TYPING = 64, /* a line of text is typed; keys are characters there */
    CONTEXT_LEARN = 128, /* a page of the primer or the field guide */
    CONTEXT_BOARD = 256, /* several cards to move to their sides */
    CONTEXT_CLUE = 512,  /* what gave it away? */
    CONTEXT_PROGRESS = 1024,
    CONTEXT_LEAVING = 2048, /* an exam: hand in, pause, or go on? */
    CONTEXT_HANDS = 4096,   /* hands are counted: digits are typed, letters are keys */
    CONTEXT_SHOW = 8192,    /* another page of a show on a projector */
    CONTEXT_WATCH = 16384,  /* a page of the live board */
    CONTEXT_ALL = 32767
};
#define CONTEXT_RUN (CONTEXT_CARD | CONTEXT_VERDICT)
#define CONTEXT_SORTING (CONTEXT_CARD | CONTEXT_BOARD)
#define CONTEXT_PAGED (CONTEXT_LEARN | CONTEXT_PROGRESS)
#define CONTEXT_SHOWING (CONTEXT_HANDS | CONTEXT_SHOW)
#define CONTEXT_TURNED (CONTEXT_PAGED | CONTEXT_SHOWING | CONTEXT_WATCH)
#define CONTEXT_NOT_TYPING (CONTEXT_ALL & ~CONTEXT_TYPING)

/* X(ID, name, keys, contexts, help): keys are blank-separated, by key_from_name; the first is the
 * one shown. */
#define SMQ_ACTIONS(X)                                                                            \
    X(SALES, "sales", "s Left", CONTEXT_SORTING, N_("sort the card into sales"))                  \
    X(MARKETING, "marketing", "m Right", CONTEXT_SORTING, N_("sort the card into marketing"))     \
    X(UNSURE, "not-sure", "Space", CONTEXT_RUN | CONTEXT_BOARD | CONTEXT_CLUE,                    \
      N_("not sure (before answering); on, after a hit"))                                         \
    X(STRIKE, "strike-out", "u", CONTEXT_RUN,                                                     \
      N_("strike the last answer out: it counts for nothing"))                                    \
    X(TAKE_BACK, "take-back", "u", CONTEXT_SHOWING,                                               \
      N_("take the hands of this card back, to count them anew"))                                 \
    X(FLAG, "flag", "!", CONTEXT_RUN, N_("flag a card that seems wrong, with a reason"))          \
    X(NEXT, "next", "Enter", CONTEXT_ALL, N_("go on, or choose what is marked"))                  \
    X(UP, "up", "Up k", CONTEXT_NOT_TYPING, N_("move up"))                                        \
    X(DOWN, "down", "Down j", CONTEXT_NOT_TYPING, N_("move down"))                                \
    X(PAGE_UP, "page-up", "PageUp b", CONTEXT_NOT_TYPING, N_("a page back"))                      \
    X(PAGE_DOWN, "page-down", "PageDown f", CONTEXT_NOT_TYPING, N_("a page on"))                  \
    X(AGAIN, "again", "a", CONTEXT_RESULT, N_("practise the misses again"))                       \
    X(FIGURES, "figures", "d", CONTEXT_RESULT | CONTEXT_PROGRESS, N_("the figures in detail"))    \
    X(PREVIOUS, "previous-page", "Left", CONTEXT_TURNED, N_("the page before"))                   \
    X(FOLLOWING, "next-page", "Right", CONTEXT_TURNED, N_("the next page"))                       \
    X(PRACTISE, "practise", "t", CONTEXT_PAGED, N_("practise what the page tells"))               \
    X(CLOCK, "clock", "c", CONTEXT_CARD, N_("show or hide the clock of a timed run"))             \
    X(HAND_IN, "hand-in", "x", CONTEXT_LEAVING, N_("hand in as it is"))                           \
    X(PAUSE, "pause", "z", CONTEXT_LEAVING, N_("leave for now; a clock runs on"))                 \
    X(RETRY, "retry", "r", CONTEXT_FAILED, N_("when storing failed: try again"))                  \
    X(UNSAVED, "go-on-unsaved", "w", CONTEXT_FAILED,                                              \
      N_("when storing failed: go on without saving"))                                            \
    X(REPEAT, "repeat", "r", CONTEXT_RUN | CONTEXT_BOARD | CONTEXT_CLUE, N_("show this again"))   \
    X(PLAIN, "plain", "p", CONTEXT_PAGE, N_("plain mode: lines for a screen reader, remembered")) \
    X(HELP, "help", "? h F1", CONTEXT_NOT_TYPING, N_("show or leave this help"))                  \
    X(REDRAW, "redraw", "Ctrl-L", CONTEXT_ALL, N_("draw the screen anew"))                        \
    X(QUIT, "quit", "q Esc", CONTEXT_ALL, N_("end the run, or leave"))

enum action {
    ACTION_NONE,
#define X(id, name, keys, contexts, help) ACTION_##id,
    SMQ_ACTIONS(X)
#undef X
        ACTION_CHOOSE, /* an item of a list, by number or click; no key of its own */
    ACTION_PLACE,      /* several cards of a board at once, as a line of text; no key either */
    ACTION_COUNT
};

struct action_info {
    const char *name; /* for scripts, the settings file and the manual */
    const char *keys;
    unsigned contexts; /* of enum context */
    const char *help;  /* untranslated; pass through _() */
};

/* The table's row; `action` must be one of the table. */
const struct action_info *action_info(enum action action);
/* Where the action means something among lines, where nothing moves, scrolls or is marked. */
unsigned action_lines(enum action action);
/* Where a line of text names the action: where a key does it, and where it is done among lines
 * alone, which takes no key from a person. */
unsigned action_words(enum action action);
/* The action of this name, or ACTION_NONE. */
enum action action_from_name(const char *name);

/* Keys: a Unicode code point, or one of these above them. */
enum {
    KEY_LEFT_ARROW = 0x110000,
    KEY_RIGHT_ARROW,
    KEY_UP_ARROW,
    KEY_DOWN_ARROW,
    KEY_PAGE_BACK,
    KEY_PAGE_ON,
    KEY_HELP_F1,
    KEY_RUBOUT /* Backspace, whatever the terminal sends for it */
};
enum { KEY_RETURN = '\r', KEY_ESCAPE = 0x1b, KEY_CTRL_L = 0x0c };

/* The key of a name of `len` bytes: any single character, or Left, Right, Up, Down, PageUp,
 * PageDown, Enter, Space, Esc, F1, Ctrl-L, Backspace; 0 when there is none. */
uint32_t key_from_name(const char *name, size_t len);
/* The name of a key that has one of those; NULL for a character. */
const char *name_of_key(uint32_t key);
/* What `key` as a line of text does in `context` by the table, whatever a person has changed;
 * letters in either case.  ACTION_NONE when nothing, and for every character in CONTEXT_TYPING. */
enum action action_from_key(uint32_t key, unsigned context);

#endif
