/* Everything a user can do: look-ups in the one table of actions, names of keys. */
#include "core/action.h"

#include <string.h>
#include <unistr.h>

#include "core/text_examine.h"

static const struct action_info actions[] = {
#define X(id, name, keys, contexts, help) {name, keys, contexts, help},
    SMQ_ACTIONS(X)
#undef X
};

static const struct {
    const char *name;
    uint32_t key;
} key_names[] = {
    {"Left", KEY_LEFT_ARROW},  {"Right", KEY_RIGHT_ARROW},
    {"Up", KEY_UP_ARROW},      {"Down", KEY_DOWN_ARROW},
    {"PageUp", KEY_PAGE_BACK}, {"PageDown", KEY_PAGE_ON},
    {"Enter", KEY_RETURN},     {"Space", ' '},
    {"Esc", KEY_ESCAPE},       {"F1", KEY_HELP_F1},
    {"Ctrl-L", KEY_CTRL_L},    {"Backspace", KEY_RUBOUT},
};

const struct action_info *action_info(enum action action)
{
    return &actions[action - 1];
}

unsigned action_lines(enum action action)
{
    unsigned all = action_info(action)->contexts;
    switch (action) {
    case ACTION_UP:
    case ACTION_DOWN:
    case ACTION_REDRAW:
    case ACTION_PLAIN:
        return 0;
    case ACTION_UNSURE:
        return CONTEXT_CARD;
    case ACTION_PAGE_UP:
    case ACTION_PAGE_DOWN:
        return CONTEXT_PAGED | CONTEXT_SHOWING;
    case ACTION_PREVIOUS:
    case ACTION_FOLLOWING:
        return all & ~(unsigned)CONTEXT_WATCH;
    case ACTION_REPEAT: /* a frame of these stands there anyway */
        return CONTEXT_NOT_TYPING & ~(unsigned)CONTEXT_FAILED;
    default:
        return all;
    }
}

unsigned action_words(enum action action)
{
    return action_info(action)->contexts | action_lines(action);
}

enum action action_from_name(const char *name)
{
    for (size_t i = 0; i < ARRAY_LEN(actions); i++)
        if (strcmp(actions[i].name, name) == 0)
            return (enum action)(i + 1);
    return ACTION_NONE;
}

uint32_t key_from_name(const char *name, size_t len)
{
    for (size_t i = 0; i < ARRAY_LEN(key_names); i++)
        if (strlen(key_names[i].name) == len && memcmp(key_names[i].name, name, len) == 0)
            return key_names[i].key;
    ucs4_t key = 0;
    if (len == 0 || u8_mbtoucr(&key, (const uint8_t *)name, len) != (int)len)
        return 0;
    return key != ' ' && text_character_fault(key) == TEXT_OK ? key : 0;
}

const char *name_of_key(uint32_t key)
{
    for (size_t i = 0; i < ARRAY_LEN(key_names); i++)
        if (key_names[i].key == key)
            return key_names[i].name;
    return NULL;
}

static bool is_bound(const struct action_info *info, uint32_t key)
{
    for (const char *name = info->keys; *name != '\0';) {
        size_t len = strcspn(name, " ");
        if (key_from_name(name, len) == key)
            return true;
        name += len;
        name += strspn(name, " ");
    }
    return false;
}

enum action action_from_key(uint32_t key, unsigned context)
{
    bool is_character = key >= ' ' && key < KEY_LEFT_ARROW;
    if (key == 0 || ((context & CONTEXT_TYPING) && is_character))
        return ACTION_NONE;
    if (key >= 'A' && key <= 'Z')
        key += 'a' - 'A';
    for (size_t i = 0; i < ARRAY_LEN(actions); i++)
        if ((action_words((enum action)(i + 1)) & context) && is_bound(&actions[i], key))
            return (enum action)(i + 1);
    return ACTION_NONE;
}
