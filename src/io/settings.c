/* The settings files: read with every fault named, merged, and one setting remembered. */
#include "io/settings.h"

#include <errno.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "core/event.h"
#include "core/language.h"
#include "core/text.h"
#include "core/xmalloc.h"
#include "io/conf.h"
#include "io/share.h"

/* Where a complaint goes, and about what. */
struct reading {
    const char *path;
    struct faults *faults;
};

static void complain(const struct reading *r, const struct conf_node *node, const char *sentence)
{
    faults_add(r->faults, FAULT_ERROR, (struct place){r->path, conf_line(node)}, "%s: %s",
               conf_name(node), sentence);
}

static char *copy_text(const char *text)
{
    size_t size = strlen(text) + 1;
    char *copy = xcalloc(size, 1);
    memcpy(copy, text, size);
    return copy;
}

static void read_switch(const struct reading *r, const struct conf_node *node, void *out)
{
    bool on = false;
    if (conf_bool(node, &on))
        *(enum setting_switch *)out = on ? SETTING_ON : SETTING_OFF;
    else
        complain(r, node, _("this is true or false"));
}

/* The text of a setting or a list's element, fit to be used; NULL after a complaint. */
static const char *read_text(const struct reading *r, const struct conf_node *node,
                             const struct conf_node *key)
{
    const char *text = conf_string(node);
    if (!text || !*text) {
        complain(r, key, _("this is a text in quotation marks"));
        return NULL;
    }
    enum text_fault fault = text_examine(text, strlen(text), NULL);
    if (fault == TEXT_OK || fault == TEXT_INVISIBLE)
        return text;
    complain(r, key, text_fault_name(fault));
    return NULL;
}

static void read_color(const struct reading *r, const struct conf_node *node, void *out)
{
    const char *text = read_text(r, node, node);
    if (!text)
        return;
    if (strcmp(text, "auto") == 0 || strcmp(text, "always") == 0 || strcmp(text, "never") == 0)
        *(char **)out = copy_text(text);
    else
        complain(r, node, _("this is \"auto\", \"always\" or \"never\""));
}

/* Which themes there are is not known here: the line is kept for who knows. */
static void read_theme(const struct reading *r, const struct conf_node *node, void *out)
{
    struct settings *settings = out;
    const char *text = read_text(r, node, node);
    settings->theme = text ? copy_text(text) : NULL;
    settings->theme_line = conf_line(node);
}

static void read_language(const struct reading *r, const struct conf_node *node, void *out)
{
    const char *text = read_text(r, node, node);
    if (text && language_valid(text))
        *(char **)out = copy_text(text);
    else if (text)
        complain(r, node, _("this is a language such as \"de\" or \"de-AT\""));
}

static void read_learner(const struct reading *r, const struct conf_node *node, void *out)
{
    struct err e = {0};
    const char *text = read_text(r, node, node);
    if (text && learner_name_valid(text, &e))
        *(char **)out = copy_text(text);
    else if (text)
        complain(r, node, e.text);
}

static void read_store(const struct reading *r, const struct conf_node *node, void *out)
{
    const char *text = read_text(r, node, node);
    struct str resolved = {0};
    if (text) {
        paths_resolve(r->path, text, &resolved);
        *(char **)out = resolved.data;
    }
}

/* A database is named as it is, a folder like any other path. */
static void read_team(const struct reading *r, const struct conf_node *node, void *out)
{
    const char *text = read_text(r, node, node);
    if (text && share_is_uri(text))
        *(char **)out = copy_text(text);
    else if (text)
        read_store(r, node, out);
}

static void add_bank(const struct reading *r, const struct conf_node *node,
                     const struct conf_node *key, struct path_list *out)
{
    const char *text = read_text(r, node, key);
    struct str resolved = {0};
    if (text) {
        paths_resolve(r->path, text, &resolved);
        path_list_add(out, resolved.data);
    }
    str_free(&resolved);
}

static void read_bank(const struct reading *r, const struct conf_node *node, void *out)
{
    enum conf_type type = conf_type(node);
    if (type != CONF_LIST && type != CONF_ARRAY) {
        add_bank(r, node, node, out);
        return;
    }
    for (int i = 0; i < conf_count(node); i++)
        add_bank(r, conf_at(node, i), node, out);
}

static void read_keys(const struct reading *r, const struct conf_node *node, void *out)
{
    settings_keys_read(out, node, r->path, r->faults);
}

/* Every setting: how it is read, and into what of struct settings. */
static const struct {
    const char *name;
    void (*read)(const struct reading *r, const struct conf_node *node, void *out);
    size_t offset;
} known[] = {
    {"plain", read_switch, offsetof(struct settings, plain)},
    {"motion", read_switch, offsetof(struct settings, motion)},
    {"mouse", read_switch, offsetof(struct settings, mouse)},
    {"streaks", read_switch, offsetof(struct settings, streaks)},
    {"clues", read_switch, offsetof(struct settings, clues)},
    {"clock", read_switch, offsetof(struct settings, clock)},
    {"color", read_color, offsetof(struct settings, color)},
    {"theme", read_theme, 0},
    {"language", read_language, offsetof(struct settings, language)},
    {"learner", read_learner, offsetof(struct settings, learner)},
    {"store", read_store, offsetof(struct settings, store)},
    {"team", read_team, offsetof(struct settings, team)},
    {"bank", read_bank, offsetof(struct settings, bank)},
    {"keys", read_keys, offsetof(struct settings, keys)},
};

static void read_setting(const struct reading *r, const struct conf_node *node,
                         struct settings *out)
{
    const char *name = conf_name(node);
    for (size_t i = 0; i < ARRAY_LEN(known); i++) {
        if (strcmp(known[i].name, name) == 0) {
            known[i].read(r, node, (char *)out + known[i].offset);
            return;
        }
    }
    faults_add(r->faults, FAULT_WARNING, (struct place){r->path, conf_line(node)},
               _("smquiz knows no setting '%s'"), name);
}

/* What a file that was read gives, by how its reading ended. */
static enum status read_conf(struct settings *settings, const struct reading *r, struct conf *conf,
                             enum status status, size_t errors)
{
    if (status == STATUS_NO_INPUT)
        return status;
    const struct conf_node *root = conf ? conf_root(conf) : NULL;
    for (int i = 0; root && i < conf_count(root); i++)
        read_setting(r, conf_at(root, i), settings);
    conf_free(conf);
    return r->faults->errors == errors ? STATUS_OK : STATUS_CONFIG;
}

enum status settings_read(struct settings *settings, const char *path, bool required,
                          struct faults *faults)
{
    struct stat st;
    struct conf *conf = NULL;
    const struct reading r = {.path = path, .faults = faults};
    if (!required && stat(path, &st) != 0 && (errno == ENOENT || errno == ENOTDIR))
        return STATUS_OK;
    size_t errors = faults->errors;
    enum status status = conf_read(path, &conf, faults);
    return read_conf(settings, &r, conf, status, errors);
}

enum status settings_parse(struct settings *settings, const char *path, const char *bytes,
                           size_t len, struct faults *faults)
{
    struct conf *conf = NULL;
    const struct reading r = {.path = path, .faults = faults};
    size_t errors = faults->errors;
    enum status status = conf_parse(path, bytes, len, &conf, faults);
    return read_conf(settings, &r, conf, status, errors);
}

static void merge_text(char **over, const char *under)
{
    if (!*over && under)
        *over = copy_text(under);
}

static void merge_switch(enum setting_switch *over, enum setting_switch under)
{
    if (*over == SETTING_UNSET)
        *over = under;
}

void settings_merge(struct settings *over, const struct settings *under)
{
    merge_switch(&over->plain, under->plain);
    merge_switch(&over->motion, under->motion);
    merge_switch(&over->mouse, under->mouse);
    merge_switch(&over->streaks, under->streaks);
    merge_switch(&over->clues, under->clues);
    merge_switch(&over->clock, under->clock);
    settings_keys_merge(&over->keys, &under->keys);
    merge_text(&over->color, under->color);
    merge_text(&over->theme, under->theme);
    merge_text(&over->language, under->language);
    merge_text(&over->learner, under->learner);
    merge_text(&over->store, under->store);
    merge_text(&over->team, under->team);
    for (size_t i = 0, had = over->bank.len; had == 0 && i < under->bank.len; i++)
        path_list_add(&over->bank, under->bank.items[i]);
}

void settings_free(struct settings *settings)
{
    free(settings->color);
    free(settings->theme);
    free(settings->language);
    free(settings->learner);
    free(settings->store);
    free(settings->team);
    path_list_free(&settings->bank);
    *settings = (struct settings){0};
}
