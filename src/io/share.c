/* Which kind of place it is, and opening it. */
#include "io/share.h"

#include <string.h>

#include "io/share_folder.h"
#include "io/share_team.h"

bool share_is_uri(const char *where)
{
    return strncmp(where, "postgresql://", 13) == 0 || strncmp(where, "postgres://", 11) == 0;
}

struct share *share_open(const char *where, struct err *e)
{
    return share_is_uri(where) ? share_team_open(where, e) : share_folder_open(where, e);
}
