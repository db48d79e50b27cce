/* The one function of the module smquiz-team.so: what it can do. */
#include "team/team.h"

#include <stdlib.h>

#include "core/xmalloc.h"
#include "team/team_admin.h"
#include "team/team_share.h"

/* All else is hidden; a compiler without this exports more, which nobody asks for. */
#if defined(__GNUC__)
#define EXPORTED __attribute__((visibility("default")))
#else
#define EXPORTED
#endif

struct team {
    struct team_db *db;
};

static struct team *connect_team(const char *uri, struct err *e)
{
    struct team_db *db = team_db_open(uri, e);
    if (!db)
        return NULL;
    struct team *team = xcalloc(1, sizeof *team);
    team->db = db;
    return team;
}

static bool init(struct team *team, struct team_change *change, struct err *e)
{
    return team_admin_init(team->db, team_schema(), change, e);
}

static bool migrate(struct team *team, struct team_change *change, struct err *e)
{
    return team_admin_migrate(team->db, team_schema(), change, e);
}

static bool status(struct team *team, struct team_status *status, struct err *e)
{
    return team_admin_status(team->db, team_schema(), status, e);
}

static bool has_role(struct team *team, const char *name, bool *there, struct err *e)
{
    return team_admin_has_role(team->db, name, there, e);
}

static bool needs_password(const struct team *team)
{
    struct team_link link = team_db_link(team->db);
    return !link.socket || link.password;
}

static void pgpass_line(const struct team *team, const char *name, const char *password,
                        struct str *line)
{
    team_admin_pgpass_line(team->db, name, password, line);
}

static void address_for(const struct team *team, const char *name, struct str *address)
{
    team_admin_address_for(team->db, name, address);
}

static bool enrol(struct team *team, const char *name, const char *password, bool trainer,
                  struct err *e)
{
    return team_admin_enrol(team->db, name, password, trainer, e);
}

static void close_team(struct team *team)
{
    team_db_close(team->db);
    free(team);
}

EXPORTED const struct team_ops *smquiz_team_ops(void)
{
    static const struct team_ops ops = {
        .version = SMQ_VERSION,
        .share = team_share_open,
        .connect = connect_team,
        .init = init,
        .migrate = migrate,
        .status = status,
        .has_role = has_role,
        .needs_password = needs_password,
        .pgpass_line = pgpass_line,
        .address_for = address_for,
        .enrol = enrol,
        .close = close_team,
    };
    return &ops;
}
