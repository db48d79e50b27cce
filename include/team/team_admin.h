/* Looking after the team's database: its roles and tables, and the people in it.  team. */
#ifndef SMQ_TEAM_TEAM_ADMIN_H
#define SMQ_TEAM_TEAM_ADMIN_H

#include "io/team_ops.h"
#include "team/team_db.h"
#include "team/team_schema.h"

/* Whether the tables are there and of the ladder's newest version.  False and *e: STATUS_NO_INPUT
 * when there are none, STATUS_UNAVAILABLE when they are older or newer, STATUS_NO_PERMISSION when
 * the caller was never let in. */
bool team_admin_current(struct team_db *db, const struct team_schema *schema, struct err *e);

/* struct team_ops (io/team_ops.h), over a ladder. */
bool team_admin_init(struct team_db *db, const struct team_schema *schema,
                     struct team_change *change, struct err *e);
bool team_admin_migrate(struct team_db *db, const struct team_schema *schema,
                        struct team_change *change, struct err *e);
bool team_admin_status(struct team_db *db, const struct team_schema *schema,
                       struct team_status *status, struct err *e);
bool team_admin_has_role(struct team_db *db, const char *name, bool *there, struct err *e);
bool team_admin_enrol(struct team_db *db, const char *name, const char *password, bool trainer,
                      struct err *e);
void team_admin_pgpass_line(const struct team_db *db, const char *name, const char *password,
                            struct str *line);
void team_admin_address_for(const struct team_db *db, const char *name, struct str *address);

#endif
