/* From keys and clicks to input, the same for every front end that shows frames. */
#include "ui/keys.h"

#include <string.h>
#include <unistr.h>

#include "core/text.h"

/* Writes the key as text; false for what is no character, or none that is harmless in a text. */
static bool key_to_text(uint32_t key, char *text, size_t size)
{
    int len = u8_uctomb((uint8_t *)text, key, (ptrdiff_t)size - 1);

    if (len <= 0)
        len = 0;
    text[len] = '\0';
    if (len == 0)
        return false;
    enum text_fault fault = text_examine(text, (size_t)len, NULL);
    return fault == TEXT_OK || fault == TEXT_INVISIBLE;
}

struct input keys_input(const struct keymap *keys, uint32_t key, unsigned context)
{
    struct input input = {.kind = INPUT_UNKNOWN, .key = key};
    bool character = key_to_text(key, input.text, sizeof input.text);

    if (!character)
        input.text[0] = '\0';
    if (keymap_types(key, context) && (character || key == KEY_RUBOUT)) {
        input.kind = INPUT_KEY;
        return input;
    }
    if ((context & CONTEXT_NUMBERED) && key >= '1' && key <= '9') {
        input.action = ACTION_CHOOSE;
        input.item = (int)(key - '1');
    } else {
        input.action = keymap_action(keys, key == '\n' ? KEY_RETURN : key, context);
    }
    if (input.action != ACTION_NONE) {
        input.kind = INPUT_ACTION;
        input.text[0] = '\0';
    }
    return input;
}

struct input keys_click(const struct frame *frame, int x, int y)
{
    struct input input = {.kind = INPUT_UNKNOWN};

    input.action = frame_action_at(frame, x, y, &input.item);
    if (input.action != ACTION_NONE)
        input.kind = INPUT_ACTION;
    return input;
}

size_t keys_from_utf8(const char *text, uint32_t *key)
{
    ucs4_t code_point;
    int len = u8_mbtouc(&code_point, (const uint8_t *)text, strlen(text));

    *key = code_point;
    return len > 0 ? (size_t)len : 1;
}
