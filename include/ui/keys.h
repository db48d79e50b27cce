/* From keys and clicks to input, the same for every front end that shows frames.  ui. */
#ifndef SMQ_UI_KEYS_H
#define SMQ_UI_KEYS_H

#include "core/frame.h"
#include "core/input.h"
#include "core/keymap.h"

/* What a key (a code point or one of core/action.h) means to this person in `context`: an
 * action; where text is typed, a character that may stand in a text; in a menu, 1 to 9 choose that
 * item, be it there or not; else INPUT_UNKNOWN, with the character as text. */
struct input keys_input(const struct keymap *keys, uint32_t key, unsigned context);
/* What a click on a cell means: an action with its item, or INPUT_UNKNOWN. */
struct input keys_click(const struct frame *frame, int x, int y);
/* Reads one code point of UTF-8 at `text`, which is not at its end, into *key; returns the bytes
 * it takes (1 and U+FFFD where it is ill-formed). */
size_t keys_from_utf8(const char *text, uint32_t *key);

#endif
