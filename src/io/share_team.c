/* Sessions in PostgreSQL: opening the module that can. */
#include "io/share_team.h"

#include <dlfcn.h>
#include <string.h>
#include <sys/stat.h>

#include "core/text.h"
#include "io/paths.h"

#define MODULE "smquiz-team.so"

#ifndef SMQ_VERSION
#define SMQ_VERSION ""
#endif

static bool fail_missing(const char *path, struct err *e)
{
    struct str shown = {0};
    text_show(&shown, path, 0);
    err_set(e, STATUS_UNAVAILABLE,
            _("PostgreSQL takes the module %s, which is not there; install the package "
              "smquiz-team, or build smquiz where libpq and its headers are (libpq-dev)."),
            str_text(&shown));
    str_free(&shown);
    return false;
}

static bool fail_load(const char *path, struct err *e)
{
    const char *why = dlerror();
    struct str shown = {0};
    text_show(&shown, why ? why : path, 0);
    err_set(e, STATUS_UNAVAILABLE,
            _("The module for PostgreSQL cannot be loaded (%s); is its library, libpq, installed?"),
            str_text(&shown));
    str_free(&shown);
    return false;
}

/* The handle is kept by nobody: the module stays until the program ends, as the libraries under it
 * want. */
static const struct team_ops *load(const char *path, struct err *e)
{
    union {
        void *symbol;
        team_ops_fn *hand_out;
    } found = {NULL}; /* C has no cast from a pointer to data */
    struct stat st;
    bool there = stat(path, &st) == 0;
    void *module = there ? dlopen(path, RTLD_NOW | RTLD_LOCAL) : NULL;
    found.symbol = module ? dlsym(module, TEAM_OPS_SYMBOL) : NULL;
    if (!there)
        fail_missing(path, e);
    else if (!found.symbol)
        fail_load(path, e);
    return found.symbol ? found.hand_out() : NULL;
}

const struct team_ops *share_team_module(struct err *e)
{
    struct str path = {0};
    paths_module(MODULE, &path);
    const struct team_ops *ops = load(str_text(&path), e);
    if (ops && strcmp(ops->version, SMQ_VERSION) != 0) {
        ops = NULL;
        err_set(e, STATUS_UNAVAILABLE,
                _("The module for PostgreSQL is of another version of smquiz; install the same "
                  "version of both."));
    }
    str_free(&path);
    return ops;
}

struct share *share_team_open(const char *uri, struct err *e)
{
    const struct team_ops *ops = share_team_module(e);
    return ops ? ops->share(uri, e) : NULL;
}
