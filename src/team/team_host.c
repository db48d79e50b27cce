/* Whether a database is on this computer. */
#include "team/team_host.h"

#include <arpa/inet.h>
#include <string.h>
#include <strings.h>

enum { ADDRESS_MAX = 64, LOOPBACK_NET = 127 };

bool team_host_socket(const char *host)
{
    return !*host || *host == '/' || *host == '@';
}

/* A name like "127.example.org" is none of this computer. */
static bool is_loopback(const char *host)
{
    struct in_addr four;
    struct in6_addr six;
    if (strcasecmp(host, "localhost") == 0)
        return true;
    if (inet_pton(AF_INET, host, &four) == 1)
        return ntohl(four.s_addr) >> 24 == LOOPBACK_NET;
    return inet_pton(AF_INET6, host, &six) == 1 && memcmp(&six, &in6addr_loopback, sizeof six) == 0;
}

static bool one_local(const char *host, size_t len)
{
    char copy[ADDRESS_MAX] = "";
    if (len && (*host == '/' || *host == '@'))
        return true;
    if (len >= sizeof copy)
        return false;
    memcpy(copy, host, len);
    return len == 0 || is_loopback(copy);
}

bool team_host_local(const char *hosts)
{
    while (hosts && *hosts) {
        size_t len = strcspn(hosts, ",");
        if (!one_local(hosts, len))
            return false;
        hosts += len + (hosts[len] == ',');
    }
    return true;
}
