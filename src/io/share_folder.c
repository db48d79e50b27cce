/* To be built. */
#include "io/share_folder.h"

struct share *share_folder_open(const char *path, struct err *e)
{
    (void)path;
    err_set(e, STATUS_SOFTWARE, "not built yet");
    return NULL;
}

struct share *share_folder_make(const char *path, struct err *e)
{
    return share_folder_open(path, e);
}
