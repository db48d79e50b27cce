/* Where things lie: the XDG base directories, the shipped bank, the house layers.  io.
 * Reads the environment: HOME, XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_STATE_HOME, XDG_CONFIG_DIRS,
 * SMQUIZ_BANK.  An empty variable is unset; a relative folder in an XDG variable is ignored, as the
 * specification says.  Nothing is made, and nothing but the bank's folders and
 * modules is looked for. */
#ifndef SMQ_IO_PATHS_H
#define SMQ_IO_PATHS_H

#include "core/err.h"
#include "core/str.h"

/* `struct path_list l = {0}` is an empty one; the owner calls path_list_free. */
struct path_list {
    char **items;
    size_t len, cap;
};

void path_list_add(struct path_list *list, const char *path);
void path_list_free(struct path_list *list);

/* The user's own folders for smquiz. */
enum paths_kind { PATHS_CONFIG, PATHS_DATA, PATHS_STATE };

/* Appends the folder, e.g. "/home/anna/.config/smquiz".  False and *e (STATUS_CONFIG) when there is
 * neither an XDG variable nor a home. */
bool paths_user(enum paths_kind kind, struct str *out, struct err *e);

/* Appends the log's file, "$XDG_DATA_HOME/smquiz/smquiz.db"; fails as paths_user does. */
bool paths_store(struct str *out, struct err *e);

/* Appends the user's settings file, "$XDG_CONFIG_HOME/smquiz/smquiz.cfg"; fails as paths_user. */
bool paths_settings(struct str *out, struct err *e);
/* Appends a path written in a settings file: "~/…" lies in the home folder, another relative one in
 * the folder of the settings file. */
void paths_resolve(const char *settings_file, const char *path, struct str *out);
/* Adds the system's settings files ("/etc/xdg/smquiz/smquiz.cfg"; one for each folder of
 * XDG_CONFIG_DIRS), those that count more first; they need not exist. */
void paths_system_settings(struct path_list *out);

/* Adds the default bank, in the order to merge it: the shipped one, then the bank.d folders that
 * exist, the system's before the user's.  The shipped bank is SMQUIZ_BANK when set; the folder
 * "questions" of the source tree when the program runs from the build folder in it; else the
 * installed one.  `program` is argv[0] (NULL is fine). */
void paths_bank(const char *program, struct path_list *out);

/* Appends where a loadable module of ours, e.g. "smquiz-team.so", lies: in the build folder, when
 * the program runs from it or from a folder in it, else where it is installed.  The module need not
 * be there. */
void paths_module(const char *name, struct str *out);

/* Appends the folder of the catalogs of translated sentences, as bindtextdomain takes it: "locale"
 * in the build folder, when the program runs from it or from a folder in it, else the installed
 * one.  It need not be there. */
void paths_messages(struct str *out);

#endif
