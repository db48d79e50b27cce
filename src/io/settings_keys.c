/* The group "keys" of the settings files: which keys do what. */
#include "io/settings_keys.h"

#include <string.h>

#include "core/text.h"

enum { SHOWN_MAX = 40 };

static void read_action(struct key_settings *out, const struct conf_node *node, struct place place,
                        struct faults *faults)
{
    struct err e = {0};
    struct str shown = {0};
    const char *name = conf_name(node), *keys = conf_string(node);
    enum action action = action_from_name(name);
    if (action == ACTION_NONE) {
        text_show(&shown, name, SHOWN_MAX);
        faults_add(faults, FAULT_ERROR, place, _("keys: there is no action '%s'"),
                   str_text(&shown));
    } else if (!keys) {
        faults_add(faults, FAULT_ERROR, place, "%s: %s", name,
                   _("this is a text in quotation marks"));
    } else if (!keymap_bind(&out->given, action, keys, &e)) {
        faults_add(faults, FAULT_ERROR, place, "%s: %s", name, e.text);
    } else {
        out->places[action] = place;
    }
    str_free(&shown);
}

void settings_keys_read(struct key_settings *out, const struct conf_node *node, const char *path,
                        struct faults *faults)
{
    if (conf_type(node) != CONF_GROUP) {
        faults_add(faults, FAULT_ERROR, (struct place){path, conf_line(node)}, "%s: %s",
                   conf_name(node), _("this is a group in braces, such as { quit = \"q\"; }"));
        return;
    }
    for (int i = 0; i < conf_count(node); i++) {
        const struct conf_node *member = conf_at(node, i);
        read_action(out, member, (struct place){path, conf_line(member)}, faults);
    }
}

void settings_keys_merge(struct key_settings *over, const struct key_settings *under)
{
    for (int i = ACTION_NONE + 1; i < ACTION_CHOOSE; i++) {
        if (over->given.keys[i][0])
            continue;
        memcpy(over->given.keys[i], under->given.keys[i], sizeof over->given.keys[i]);
        over->places[i] = under->places[i];
    }
}

bool settings_keys_apply(const struct key_settings *given, struct keymap *out,
                         struct faults *faults)
{
    bool good = true;
    *out = keymap_default();
    for (int i = ACTION_NONE + 1; i < ACTION_CHOOSE; i++)
        if (given->given.keys[i][0])
            memcpy(out->keys[i], given->given.keys[i], sizeof out->keys[i]);
    for (int i = ACTION_NONE + 1; i < ACTION_CHOOSE; i++) {
        struct err e = {0};
        if (!given->given.keys[i][0] || keymap_check(out, (enum action)i, &e))
            continue;
        faults_add(faults, FAULT_ERROR, given->places[i], "%s: %s",
                   action_info((enum action)i)->name, e.text);
        good = false;
    }
    return good;
}
