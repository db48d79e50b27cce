/* From keys and clicks to input, the same for every front end that shows frames. */
#include "ui/keys.h"

#include <string.h>
#include <unistr.h>

enum { FIRST_PRINTABLE = 0x20, DELETE = 0x7f, LAST_C1 = 0x9f, LAST_CODE_POINT = 0x10ffff };

static bool is_printable(uint32_t key)
{
    return (key >= FIRST_PRINTABLE && key < DELETE) || (key > LAST_C1 && key <= LAST_CODE_POINT);
}

struct input keys_input(uint32_t key, unsigned context)
{
    struct input input = {.kind = INPUT_UNKNOWN, .key = key};

    if (context == CONTEXT_TYPING && (is_printable(key) || key == KEY_RUBOUT)) {
        input.kind = INPUT_KEY;
        return input;
    }
    input.action = action_from_key(key == '\n' ? KEY_RETURN : key, context);
    if (input.action != ACTION_NONE)
        input.kind = INPUT_ACTION;
    else if (is_printable(key))
        u8_uctomb((uint8_t *)input.text, key, INPUT_TEXT_SIZE - 1);
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
