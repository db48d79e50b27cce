/* Reads the files of layers each for itself, and joins those of the language that is played. */
#include "io/bank_files.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "core/language.h"
#include "core/xmalloc.h"
#include "io/bank_tree.h"
#include "io/conf.h"

/* A part to be filled in; until end_part it has the memory for names that all parts share. */
static struct bank_part *begin_part(struct bank_files *files, int layer)
{
    files->items = xgrow(files->items, files->len, &files->cap, sizeof *files->items);
    struct bank_part *part = &files->items[files->len++];
    *part = (struct bank_part){.layer = layer, .faults.names = files->names};
    return part;
}

static void end_part(struct bank_files *files, struct bank_part *part)
{
    files->names = part->faults.names;
    part->faults.names = (struct arena){0};
}

static bool is_same_file(const char *path, const char *other)
{
    char *real = realpath(path, NULL);
    bool same = strcmp(real ? real : path, other) == 0;
    free(real);
    return same;
}

/* Its texts go into the memory of all. */
static void read_tree(struct bank_files *files, struct bank_part *part, const struct conf *conf,
                      const char *path)
{
    struct draft *draft = &part->draft;
    draft->arena = files->arena;
    bank_tree_read(conf_root(conf), path, part->layer, draft, &part->faults);
    files->arena = draft->arena;
    draft->arena = (struct arena){0};
    part->title = draft->title.text;
    part->language = draft->language.text;
    part->named = draft->id.text != NULL;
    part->scenarios = draft->scenario_count;
    part->activities = draft->activity_count;
    part->overrides = draft->override_count;
}

static void read_file(struct bank_files *files, const char *path, int layer,
                      struct bank_text *instead)
{
    struct conf *conf = NULL;
    struct bank_part *part = begin_part(files, layer);
    if (instead && is_same_file(path, instead->path)) {
        part->status = conf_parse(path, instead->bytes, instead->len, &conf, &part->faults);
        part->instead = instead->read = true;
    } else {
        part->status = conf_read(path, &conf, &part->faults);
    }
    if (part->status == STATUS_OK)
        read_tree(files, part, conf, path);
    end_part(files, part);
    conf_free(conf);
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

static void add_failure(struct bank_files *files, const struct bank_layer *layer, int number,
                        const char *why)
{
    struct bank_part *part = begin_part(files, number);
    faults_add(&part->faults, FAULT_ERROR, (struct place){layer->path, 0}, "%s", why);
    part->status = STATUS_NO_INPUT;
    end_part(files, part);
}

static void read_folder(struct bank_files *files, const struct bank_layer *layer, int number,
                        struct bank_text *instead)
{
    struct names names = {0};
    if (!list_folder(layer->path, &names)) {
        struct str why = {0};
        str_addf(&why, _("cannot open: %s"), strerror(errno));
        add_failure(files, layer, number, str_text(&why));
        str_free(&why);
    } else if (names.len == 0 && !layer->optional) {
        add_failure(files, layer, number, _("the folder has no file whose name ends in \".cfg\""));
    }
    for (size_t i = 0; i < names.len; i++)
        read_file(files, names.items[i], number, instead);
    names_free(&names);
}

void bank_files_read(struct bank_files *files, const struct bank_layer *layer, int number,
                     struct bank_text *instead)
{
    struct stat status;
    bool found = stat(layer->path, &status) == 0;
    if (!found && layer->optional && (errno == ENOENT || errno == ENOTDIR))
        return;
    if (files->first == NULL)
        files->first = arena_copy(&files->arena, layer->path, strlen(layer->path));
    if (found && S_ISDIR(status.st_mode))
        read_folder(files, layer, number, instead);
    else
        read_file(files, layer->path, number, instead); /* which says why when it is not there */
}

void bank_files_read_layers(struct bank_files *files, const struct bank_layer *layers, size_t count)
{
    for (size_t i = 0; i < count; i++)
        bank_files_read(files, &layers[i], (int)i, NULL);
    if (files->first == NULL)
        files->first = count > 0 ? layers[0].path : "";
}

/* --- languages ------------------------------------------------------------------------------- */

const char **bank_files_languages(const struct bank_files *files, size_t *count)
{
    const char **languages = xcalloc(files->len, sizeof *languages);
    *count = 0;
    for (size_t i = 0; i < files->len; i++) {
        const struct bank_part *part = &files->items[i];
        if (part->named && part->language && language_named(part->language) &&
            language_choose(part->language, languages, *count) < 0)
            languages[(*count)++] = part->language;
    }
    return languages;
}

/* Marks what is played: everything, when there is nothing to choose from. */
static void choose(struct bank_files *files, const char *wanted)
{
    size_t count;
    const char **languages = bank_files_languages(files, &count);
    int best = language_choose(wanted, languages, count);
    for (size_t i = 0; i < files->len; i++) {
        struct bank_part *part = &files->items[i];
        part->played = count < 2 || !part->language || !language_named(part->language) ||
                       language_same(part->language, languages[best < 0 ? 0 : best]);
    }
    free(languages);
}

/* Of two outcomes the one to report: what cannot be opened weighs more than what is wrong. */
static enum status worse(enum status a, enum status b)
{
    if (a == STATUS_NO_INPUT || b == STATUS_NO_INPUT)
        return STATUS_NO_INPUT;
    return a != STATUS_OK ? a : b;
}

enum status bank_files_join(struct bank_files *files, const char *wanted, struct draft *draft,
                            struct faults *faults)
{
    enum status status = STATUS_OK;
    bool first = true;
    choose(files, wanted);
    for (size_t i = 0; i < files->len; i++) {
        struct bank_part *part = &files->items[i];
        if (!part->played)
            continue;
        status = worse(status, part->status);
        faults_join(faults, &part->faults);
        if (first) { /* mostly there is no other, and it may be large */
            *draft = part->draft;
            part->draft = (struct draft){0};
        } else {
            draft_append(draft, &part->draft);
            draft_free(&part->draft);
        }
        first = false;
    }
    draft->arena = files->arena;
    draft->place.file = files->first;
    files->arena = (struct arena){0};
    return status;
}

void bank_files_free(struct bank_files *files)
{
    for (size_t i = 0; i < files->len; i++) {
        draft_free(&files->items[i].draft);
        faults_free(&files->items[i].faults);
    }
    free(files->items);
    arena_free(&files->arena);
    arena_free(&files->names);
    *files = (struct bank_files){0};
}
