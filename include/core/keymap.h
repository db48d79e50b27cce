/* Which keys do what, for one person: the table of core/action.h, changed by the settings.  core.
 * A keymap is a plain value. */
#ifndef SMQ_CORE_KEYMAP_H
#define SMQ_CORE_KEYMAP_H

#include "core/action.h"
#include "core/err.h"
#include "core/str.h"

enum { KEYMAP_KEYS_MAX = 4 };

/* Where a digit from 1 to 9 chooses an item of a list, and so can mean nothing else. */
#define CONTEXT_NUMBERED (CONTEXT_MENU | CONTEXT_CLUE | CONTEXT_PROGRESS)
/* Where Enter and Esc keep and cancel unless they are bound otherwise there. */
#define CONTEXT_ENTERING (CONTEXT_TYPING | CONTEXT_HANDS)

/* Whether `key` is text in this context, and so can mean nothing else: any character where a line
 * is typed; digits, blanks, commas and slashes where hands are counted. */
bool keymap_types(uint32_t key, unsigned context);

struct keymap {
    /* By action, in the order they were given, letters in lower case; 0 behind the last. */
    uint32_t keys[ACTION_COUNT][KEYMAP_KEYS_MAX];
};

/* The keys of the table. */
struct keymap keymap_default(void);
/* Replaces all keys of `action` (one of the table) by `keys`: names as key_from_name takes them,
 * blanks between.  False, *e filled and the keymap as it was, when there is none, one is unknown,
 * or there are more than KEYMAP_KEYS_MAX.  What other actions have is keymap_check's business. */
bool keymap_bind(struct keymap *map, enum action action, const char *keys, struct err *e);
/* Whether the keys of `action` can stand beside those of all others: no key it shares with another
 * action in a context of both, no digit where digits choose, and for "next" and "quit" a key in
 * every context, so that nobody locks themself in.  False: *e names the actions. */
bool keymap_check(const struct keymap *map, enum action action, struct err *e);

/* What `key` does in `context`; letters in either case.  What is typed there (keymap_types) does
 * nothing, and in CONTEXT_ENTERING Enter and Esc keep and cancel unless they are bound otherwise.
 * ACTION_NONE when nothing. */
enum action keymap_action(const struct keymap *map, uint32_t key, unsigned context);

/* A key as the screen shows it: "s", "←", and translated "space", "Enter". */
struct key_label {
    char text[32];
};
struct key_label keymap_label(uint32_t key);
/* The first key of `action` that works in `context`; "" when none does. */
struct key_label keymap_shown(const struct keymap *map, enum action action, unsigned context);
/* Appends the names of all keys of `action`, as the settings file has them: "s, Left". */
void keymap_names(const struct keymap *map, enum action action, struct str *out);

#endif
