/* Whether a database is on this computer.  team; pure. */
#ifndef SMQ_TEAM_TEAM_HOST_H
#define SMQ_TEAM_TEAM_HOST_H

#include "core/base.h"

/* Whether every host of a comma-separated list, as PostgreSQL's library takes it, is a socket or
 * this computer itself: "" and folders are sockets, then there are "localhost", 127.0.0.0/8 and
 * ::1.  NULL is an empty list. */
bool team_host_local(const char *hosts);
/* Whether the host is a socket: "", a folder, or a name that begins with "@". */
bool team_host_socket(const char *host);

#endif
