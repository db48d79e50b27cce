/* Which keys do what, for one person: the table of actions, changed by the settings. */
#include "core/keymap.h"

#include <string.h>
#include <unicase.h>
#include <unistr.h>

#include "core/text.h"

enum { SHOWN_MAX = 40 };

static bool is_character(uint32_t key)
{
    return key >= ' ' && key < KEY_LEFT_ARROW;
}

bool keymap_types(uint32_t key, unsigned context)
{
    if (context & CONTEXT_TYPING)
        return is_character(key) || key == KEY_RUBOUT;
    if (!(context & CONTEXT_HANDS))
        return false;
    return (key >= '0' && key <= '9') || key == ' ' || key == ',' || key == '/' ||
           key == KEY_RUBOUT;
}

/* A letter's two cases are one key. */
static uint32_t fold(uint32_t key)
{
    return is_character(key) ? uc_tolower(key) : key;
}

/* Whether an action can hear this key in `context`, or it is taken as text or number before. */
static bool is_heard(uint32_t key, unsigned context)
{
    if (keymap_types(key, context))
        return false;
    return !(context & CONTEXT_NUMBERED) || key < '1' || key > '9';
}

static bool has_key(const uint32_t *keys, uint32_t key)
{
    for (int i = 0; i < KEYMAP_KEYS_MAX && keys[i]; i++)
        if (keys[i] == key)
            return true;
    return false;
}

struct keymap keymap_default(void)
{
    struct keymap map = {0};
    struct err none; /* the table's own keys are all good: a test holds that */
    for (int action = ACTION_NONE + 1; action < ACTION_CHOOSE; action++)
        keymap_bind(&map, (enum action)action, action_info((enum action)action)->keys, &none);
    return map;
}

static bool refuse_key(const char *name, size_t len, struct err *e)
{
    struct str piece = {0}, shown = {0};
    str_addn(&piece, name, len);
    text_show(&shown, str_text(&piece), SHOWN_MAX);
    err_set(e, STATUS_CONFIG,
            _("There is no key “%s”: a key is one character, or Left, Right, Up, Down, PageUp, "
              "PageDown, Enter, Space, Esc, F1, Ctrl-L or Backspace."),
            str_text(&shown));
    str_free(&piece);
    str_free(&shown);
    return false;
}

bool keymap_bind(struct keymap *map, enum action action, const char *keys, struct err *e)
{
    uint32_t bound[KEYMAP_KEYS_MAX] = {0};
    int count = 0;
    for (size_t len; *(keys += strspn(keys, " ")); keys += len) {
        len = strcspn(keys, " ");
        uint32_t key = fold(key_from_name(keys, len));
        if (!key)
            return refuse_key(keys, len, e);
        if (has_key(bound, key))
            continue;
        if (count == KEYMAP_KEYS_MAX)
            return err_set(e, STATUS_CONFIG, _("An action has four keys at most."));
        bound[count++] = key;
    }
    if (!count)
        return err_set(e, STATUS_CONFIG, _("An action needs at least one key."));
    memcpy(map->keys[action], bound, sizeof bound);
    return true;
}

/* A key both actions would hear in some context of both; 0 when there is none. */
static uint32_t shared_key(const struct keymap *map, enum action one, enum action other)
{
    unsigned both = action_info(one)->contexts & action_info(other)->contexts;
    for (int i = 0; i < KEYMAP_KEYS_MAX && map->keys[one][i]; i++)
        for (unsigned context = 1; context && context <= both; context <<= 1)
            if ((both & context) && is_heard(map->keys[one][i], context) &&
                has_key(map->keys[other], map->keys[one][i]))
                return map->keys[one][i];
    return 0;
}

static bool check_digits(const struct keymap *map, enum action action, struct err *e)
{
    const struct action_info *info = action_info(action);
    for (int i = 0; i < KEYMAP_KEYS_MAX; i++) {
        uint32_t key = map->keys[action][i];
        if (key >= '1' && key <= '9' && (info->contexts & CONTEXT_NUMBERED))
            return err_set(e, STATUS_CONFIG,
                           _("“%s” cannot have the key %c: where there is a list, it chooses an "
                             "item."),
                           info->name, (char)key);
    }
    return true;
}

bool keymap_check(const struct keymap *map, enum action action, struct err *e)
{
    const struct action_info *info = action_info(action);
    for (int i = ACTION_NONE + 1; i < ACTION_CHOOSE; i++) {
        enum action other = (enum action)i;
        uint32_t key = other == action ? 0 : shared_key(map, action, other);
        if (key)
            /* TRANSLATORS: the names of two actions as the settings have them, and a key. */
            return err_set(e, STATUS_CONFIG, _("“%s” and “%s” would share the key %s."), info->name,
                           action_info(other)->name, keymap_label(key).text);
    }
    if (!check_digits(map, action, e))
        return false;
    if ((action == ACTION_NEXT || action == ACTION_QUIT) &&
        !keymap_shown(map, action, CONTEXT_TYPING).text[0])
        return err_set(e, STATUS_CONFIG, _("“%s” would have no key left where a line is typed."),
                       info->name);
    return true;
}

enum action keymap_action(const struct keymap *map, uint32_t key, unsigned context)
{
    key = fold(key);
    if (!key || !is_heard(key, context))
        return ACTION_NONE;
    for (int i = ACTION_NONE + 1; i < ACTION_CHOOSE; i++)
        if ((action_info((enum action)i)->contexts & context) && has_key(map->keys[i], key))
            return (enum action)i;
    if (!(context & CONTEXT_ENTERING))
        return ACTION_NONE;
    return key == KEY_RETURN ? ACTION_NEXT : key == KEY_ESCAPE ? ACTION_QUIT : ACTION_NONE;
}

struct key_label keymap_label(uint32_t key)
{
    struct key_label label = {""};
    const char *name = key == KEY_LEFT_ARROW    ? "←"
                       : key == KEY_RIGHT_ARROW ? "→"
                       : key == KEY_UP_ARROW    ? "↑"
                       : key == KEY_DOWN_ARROW  ? "↓"
                       : key == ' '             ? _("space")
                       : key == KEY_RETURN      ? _("Enter")
                                                : name_of_key(key);
    if (name)
        memcpy(label.text, name, text_prefix(name, sizeof label.text - 1));
    else
        u8_uctomb((uint8_t *)label.text, key, sizeof label.text - 1);
    return label;
}

struct key_label keymap_shown(const struct keymap *map, enum action action, unsigned context)
{
    static const uint32_t fixed[] = {KEY_RETURN, KEY_ESCAPE};
    for (int i = 0; i < KEYMAP_KEYS_MAX && map->keys[action][i]; i++)
        if (keymap_action(map, map->keys[action][i], context) == action)
            return keymap_label(map->keys[action][i]);
    for (size_t i = 0; i < ARRAY_LEN(fixed); i++)
        if (keymap_action(map, fixed[i], context) == action)
            return keymap_label(fixed[i]);
    return (struct key_label){""};
}

void keymap_names(const struct keymap *map, enum action action, struct str *out)
{
    for (int i = 0; i < KEYMAP_KEYS_MAX && map->keys[action][i]; i++) {
        uint32_t key = map->keys[action][i];
        const char *name = name_of_key(key);
        str_addf(out, "%s%s", i ? ", " : "", name ? name : keymap_label(key).text);
    }
}
