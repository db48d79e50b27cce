/* To be built. */
#include "io/share_team.h"

struct share *share_team_open(const char *uri, struct err *e)
{
    (void)uri;
    err_set(e, STATUS_SOFTWARE, "not built yet");
    return NULL;
}
