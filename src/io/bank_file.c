/* Reads layers of bank files and folders into a draft, and makes the bank of it. */
#include "io/bank_file.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "core/bank_build.h"
#include "core/draft_check.h"
#include "core/xmalloc.h"
#include "io/bank_tree.h"
#include "io/conf.h"

/* Of two outcomes the one to report: what cannot be opened weighs more than what is wrong. */
static enum status worse(enum status a, enum status b)
{
    if (a == STATUS_NO_INPUT || b == STATUS_NO_INPUT)
        return STATUS_NO_INPUT;
    return a != STATUS_OK ? a : b;
}

/* Where records go, and what is to be taken for a file (or NULL). */
struct reading {
    int number;
    struct bank_text *instead;
    struct draft *draft;
    struct faults *faults;
};

static bool is_same_file(const char *path, const char *other)
{
    char *real = realpath(path, NULL);
    bool same = strcmp(real ? real : path, other) == 0;
    free(real);
    return same;
}

static enum status read_file(const char *path, struct reading *r)
{
    struct conf *conf = NULL;
    struct bank_text *instead = r->instead;
    enum status status;
    if (instead && is_same_file(path, instead->path)) {
        status = conf_parse(path, instead->bytes, instead->len, &conf, r->faults);
        instead->read = true;
    } else {
        status = conf_read(path, &conf, r->faults);
    }
    if (status == STATUS_OK)
        bank_tree_read(conf_root(conf), path, r->number, r->draft, r->faults);
    conf_free(conf);
    return status;
}

/* --- folders --------------------------------------------------------------------------------- */

struct names {
    char **items;
    size_t len, cap;
};

static void names_free(struct names *names)
{
    for (size_t i = 0; i < names->len; i++)
        free(names->items[i]);
    free(names->items);
}

static int by_bytes(const void *a, const void *b)
{
    const char *const *left = a, *const *right = b;
    return strcmp(*left, *right);
}

static bool is_bank_name(const char *name)
{
    size_t len = strlen(name);
    return name[0] != '.' && len > 4 && strcmp(name + len - 4, ".cfg") == 0;
}

/* Lists the *.cfg files of a folder as paths in the order of their names; errno and false when it
 * cannot be read. */
static bool list_folder(const char *path, struct names *names)
{
    DIR *folder = opendir(path);
    if (folder == NULL)
        return false;
    const char *slash = path[strlen(path) - 1] == '/' ? "" : "/";
    struct dirent *entry;
    errno = 0;
    while ((entry = readdir(folder)) != NULL) {
        if (is_bank_name(entry->d_name)) {
            struct str whole = {0};
            str_addf(&whole, "%s%s%s", path, slash, entry->d_name);
            names->items = xgrow(names->items, names->len, &names->cap, sizeof *names->items);
            names->items[names->len++] = whole.data;
        }
        errno = 0;
    }
    int error = errno;
    closedir(folder);
    if (names->len > 1)
        qsort(names->items, names->len, sizeof *names->items, by_bytes);
    errno = error;
    return error == 0;
}

static enum status read_folder(const struct bank_layer *layer, struct reading *r)
{
    struct names names = {0};
    enum status status = STATUS_OK;
    if (!list_folder(layer->path, &names)) {
        faults_add(r->faults, FAULT_ERROR, (struct place){layer->path, 0}, _("cannot open: %s"),
                   strerror(errno));
        status = STATUS_NO_INPUT;
    } else if (names.len == 0 && !layer->optional) {
        faults_add(r->faults, FAULT_ERROR, (struct place){layer->path, 0},
                   _("the folder has no file whose name ends in \".cfg\""));
        status = STATUS_NO_INPUT;
    }
    for (size_t i = 0; i < names.len; i++)
        status = worse(status, read_file(names.items[i], r));
    names_free(&names);
    return status;
}

/* --- layers ---------------------------------------------------------------------------------- */

enum status bank_file_read_with(const struct bank_layer *layer, int number,
                                struct bank_text *instead, struct draft *draft,
                                struct faults *faults)
{
    struct reading r = {number, instead, draft, faults};
    struct stat status;
    bool found = stat(layer->path, &status) == 0;
    if (!found && layer->optional && (errno == ENOENT || errno == ENOTDIR))
        return STATUS_OK;
    if (draft->place.file == NULL)
        draft->place.file = arena_copy(&draft->arena, layer->path, strlen(layer->path));
    if (found && S_ISDIR(status.st_mode))
        return read_folder(layer, &r);
    return read_file(layer->path, &r); /* which says why when it is not there */
}

enum status bank_file_read(const struct bank_layer *layer, int number, struct draft *draft,
                           struct faults *faults)
{
    return bank_file_read_with(layer, number, NULL, draft, faults);
}

static enum status read_layers(const struct bank_layer *layers, size_t count, struct draft *draft,
                               struct faults *faults)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; i < count; i++)
        status = worse(status, bank_file_read(&layers[i], (int)i, draft, faults));
    if (draft->place.file == NULL) /* nothing but optional layers, none there */
        draft->place.file = count > 0 ? layers[0].path : "";
    return status;
}

/* Whether what was read is good; content is not looked at when some of it is lacking. */
static bool check(enum status status, const struct draft *draft, struct faults *faults,
                  struct err *e)
{
    if (status == STATUS_OK)
        draft_check(draft, faults);
    faults_sort(faults);
    if (status == STATUS_OK && faults->errors == 0)
        return true;
    return err_set(e, status == STATUS_OK ? STATUS_DATA : status,
                   ngettext("The bank has %zu error.", "The bank has %zu errors.", faults->errors),
                   faults->errors);
}

struct bank *bank_load_draft(const struct bank_layer *layers, size_t count, struct draft *draft,
                             struct faults *faults, struct err *e)
{
    enum status status = read_layers(layers, count, draft, faults);
    return check(status, draft, faults, e) ? bank_build(draft) : NULL;
}

struct bank *bank_load(const struct bank_layer *layers, size_t count, struct faults *faults,
                       struct err *e)
{
    struct draft draft = {0};
    enum status status = read_layers(layers, count, &draft, faults);
    struct bank *bank = check(status, &draft, faults, e) ? bank_build_last(&draft) : NULL;
    draft_free(&draft);
    return bank;
}

struct bank *bank_load_bytes(const char *name, const char *bytes, size_t len, struct faults *faults,
                             struct err *e)
{
    struct draft draft = {0};
    struct conf *conf = NULL;
    enum status status = conf_parse(name, bytes, len, &conf, faults);
    draft.place.file = arena_copy(&draft.arena, name, strlen(name));
    if (status == STATUS_OK)
        bank_tree_read(conf_root(conf), name, 0, &draft, faults);
    conf_free(conf);
    struct bank *bank = check(status, &draft, faults, e) ? bank_build_last(&draft) : NULL;
    draft_free(&draft);
    return bank;
}
