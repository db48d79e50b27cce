/* Where things lie: XDG folders from the environment, the bank from the program's own place. */
#include "io/paths.h"

#include <limits.h>
#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/xmalloc.h"

#ifndef SMQ_DATADIR
#define SMQ_DATADIR "/usr/local/share"
#endif
#ifndef SMQ_LIBDIR
#define SMQ_LIBDIR "/usr/local/lib"
#endif
#ifndef SMQ_LOCALEDIR
#define SMQ_LOCALEDIR "/usr/local/share/locale"
#endif

void path_list_add(struct path_list *list, const char *path)
{
    list->items = xgrow(list->items, list->len, &list->cap, sizeof *list->items);
    size_t size = strlen(path) + 1;
    list->items[list->len] = xcalloc(size, 1);
    memcpy(list->items[list->len], path, size);
    list->len++;
}

void path_list_free(struct path_list *list)
{
    for (size_t i = 0; i < list->len; i++)
        free(list->items[i]);
    free(list->items);
    *list = (struct path_list){0};
}

/* An absolute folder from the environment, or NULL. */
static const char *absolute_env(const char *name)
{
    const char *value = getenv(name);
    return value && value[0] == '/' ? value : NULL;
}

static const char *home(void)
{
    const char *home = absolute_env("HOME");
    if (home)
        return home;
    const struct passwd *user = getpwuid(getuid());
    return user && user->pw_dir && user->pw_dir[0] == '/' ? user->pw_dir : NULL;
}

bool paths_user(enum paths_kind kind, struct str *out, struct err *e)
{
    static const struct {
        const char *variable, *below_home;
    } places[] = {
        [PATHS_CONFIG] = {"XDG_CONFIG_HOME", "/.config"},
        [PATHS_DATA] = {"XDG_DATA_HOME", "/.local/share"},
        [PATHS_STATE] = {"XDG_STATE_HOME", "/.local/state"},
    };
    const char *base = absolute_env(places[kind].variable);
    const char *own = base ? base : home();
    if (!own)
        return err_set(e, STATUS_CONFIG,
                       _("There is no home folder to keep things in; set HOME or %s to one."),
                       places[kind].variable);
    str_addf(out, "%s%s/smquiz", own, base ? "" : places[kind].below_home);
    return true;
}

bool paths_store(struct str *out, struct err *e)
{
    if (!paths_user(PATHS_DATA, out, e))
        return false;
    str_add(out, "/smquiz.db");
    return true;
}

bool paths_settings(struct str *out, struct err *e)
{
    if (!paths_user(PATHS_CONFIG, out, e))
        return false;
    str_add(out, "/smquiz.cfg");
    return true;
}

void paths_resolve(const char *settings_file, const char *path, struct str *out)
{
    const char *slash = strrchr(settings_file, '/');
    const char *own = strncmp(path, "~/", 2) == 0 ? home() : NULL;
    if (own) {
        str_add(out, own);
        path++; /* the ~ */
    } else if (path[0] != '/' && slash) {
        str_addn(out, settings_file, (size_t)(slash - settings_file) + 1);
    }
    str_add(out, path);
}

/* Adds what is called `name` for each of the system's configuration folders. */
static void add_system(struct path_list *out, const char *name)
{
    const char *dirs = getenv("XDG_CONFIG_DIRS");
    if (!dirs || !*dirs)
        dirs = "/etc/xdg";
    while (*dirs) {
        size_t len = strcspn(dirs, ":");
        if (*dirs == '/') {
            struct str path = {0};
            str_addn(&path, dirs, len);
            str_add(&path, name);
            path_list_add(out, path.data);
            str_free(&path);
        }
        dirs += len + (dirs[len] == ':');
    }
}

void paths_system_settings(struct path_list *out)
{
    add_system(out, "/smquiz/smquiz.cfg");
}

static bool is_folder(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* The program's own path; NULL when that cannot be told without trusting PATH or the current
 * folder.  Caller frees. */
static char *own_path(const char *program)
{
    char *real = realpath("/proc/self/exe", NULL);
    if (!real && program && strchr(program, '/'))
        real = realpath(program, NULL);
    return real;
}

/* Cuts the last part of a path off; false when there is none. */
static bool go_up(char *path)
{
    char *slash = strrchr(path, '/');
    if (slash)
        *slash = '\0';
    return slash;
}

/* Appends the folder over the one the program lies in; false when that cannot be told. */
static bool over_program(const char *program, struct str *out)
{
    char *real = own_path(program);
    if (!real)
        return false;
    go_up(real);
    go_up(real);
    str_add(out, real);
    free(real);
    return true;
}

/* Whether a folder is the top of our source tree.  One that has something merely called "questions"
 * is not: somebody may keep such a folder beside ~/bin. */
static bool is_tree(const char *folder)
{
    struct str mark = {0};
    struct stat st;
    str_addf(&mark, "%s/questions/00-core.cfg", folder);
    bool found = stat(mark.data, &st) == 0 && S_ISREG(st.st_mode);
    str_free(&mark);
    return found;
}

/* Appends the bank of the source tree, when the program lies in a folder of that tree. */
static bool tree_bank(const char *program, struct str *out)
{
    struct str tree = {0};
    bool found = over_program(program, &tree) && is_tree(str_text(&tree));
    if (found)
        str_addf(out, "%s/questions", tree.data);
    str_free(&tree);
    return found;
}

static void add_shipped(const char *program, struct path_list *out)
{
    const char *chosen = getenv("SMQUIZ_BANK");
    struct str tree = {0};
    if (chosen && *chosen)
        path_list_add(out, chosen);
    else if (tree_bank(program, &tree))
        path_list_add(out, tree.data);
    else
        path_list_add(out, SMQ_DATADIR "/smquiz/questions");
    str_free(&tree);
}

void paths_bank(const char *program, struct path_list *out)
{
    struct path_list system = {0};
    struct str user = {0};
    struct err ignored = {0};
    add_shipped(program, out);
    add_system(&system, "/smquiz/bank.d");
    for (size_t i = system.len; i > 0; i--) { /* what counts more is merged later */
        if (is_folder(system.items[i - 1]))
            path_list_add(out, system.items[i - 1]);
    }
    if (paths_user(PATHS_CONFIG, &user, &ignored)) {
        str_add(&user, "/bank.d");
        if (is_folder(user.data))
            path_list_add(out, user.data);
    }
    path_list_free(&system);
    str_free(&user);
}

/* Appends the folder of the source tree that the program was built into. */
static bool build_folder(struct str *out)
{
    char *folder = own_path(NULL);
    struct str tree = {0};
    bool found = false;
    while (folder && !found && go_up(folder) && *folder) {
        str_clear(&tree);
        str_add(&tree, folder);
        found = go_up(tree.data) && is_tree(tree.data);
    }
    if (found)
        str_add(out, folder);
    str_free(&tree);
    free(folder);
    return found;
}

void paths_module(const char *name, struct str *out)
{
    if (!build_folder(out))
        str_add(out, SMQ_LIBDIR "/smquiz");
    str_addf(out, "/%s", name);
}

void paths_messages(struct str *out)
{
    if (build_folder(out))
        str_add(out, "/locale");
    else
        str_add(out, SMQ_LOCALEDIR);
}
