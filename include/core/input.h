/* What a front end hands to the loop: one thing the user did, or that happened.  core. */
#ifndef SMQ_CORE_INPUT_H
#define SMQ_CORE_INPUT_H

#include "core/action.h"

enum input_kind {
    INPUT_TIMEOUT, /* nothing within the time given */
    INPUT_ACTION,  /* `action`, with `item`, `sure` and `text` where they apply */
    INPUT_KEY,     /* a character typed in CONTEXT_ENTERING: `key` (KEY_RUBOUT too) */
    INPUT_RESIZE,  /* the screen has another size now */
    INPUT_END,     /* end of input (plain mode): end the run with its summary */
    INPUT_HANGUP,  /* the terminal is gone: leave at once, the run stays resumable */
    INPUT_SIGNAL,  /* SIGINT, SIGTERM, SIGHUP or SIGQUIT: leave, die by `signal` */
    INPUT_UNKNOWN  /* a line or key that means nothing here; `text` as typed */
};

enum { INPUT_TEXT_SIZE = 512 };

struct input {
    enum input_kind kind;
    enum action action;
    int item;     /* ACTION_CHOOSE: which, from 0 */
    bool unsure;  /* ACTION_SALES, ACTION_MARKETING: a "?" followed (plain mode) */
    uint32_t key; /* INPUT_KEY, and INPUT_UNKNOWN where keys are pressed, not lines typed */
    int signal;
    char text[INPUT_TEXT_SIZE]; /* ACTION_FLAG in plain mode: the reason, else "" */
};

/* Reads one line as plain mode and scripts write it: "s", "m?", "sales", "u", "r", "h", "q",
 * "! reason", a number (ACTION_CHOOSE), an action's name; an empty line is ACTION_NEXT.  Letters
 * in either case, blanks around ignored.  What means nothing in `context` is INPUT_UNKNOWN, and so
 * is every line but an empty one in CONTEXT_TYPING: `text` is what was typed.  `text` is foreign
 * (show it through text_show), trimmed, and cut to INPUT_TEXT_SIZE. */
struct input input_from_line(const char *line, unsigned context);

#endif
