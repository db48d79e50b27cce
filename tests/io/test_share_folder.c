/* Sessions in a folder, against the suite of every place. */
#include "io/share_suite.h"

#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include "io/share_folder.h"
#include "io/store_place.h"

static int set_up(void **state)
{
    struct share_place *p = calloc(1, sizeof *p);
    struct err e = {0};
    if (!p || make_place(&p->own) != 0)
        return -1;
    p->trainer = share_folder_make(p->own, &e);
    p->player = share_folder_open(p->own, &e);
    const struct passwd *entry = getpwuid(geteuid());
    p->owner = entry ? entry->pw_name : NULL;
    *state = p;
    return p->trainer && p->player ? 0 : -1;
}

static int tear_down(void **state)
{
    struct share_place *p = *state;
    p->trainer->ops->close(p->trainer);
    p->player->ops->close(p->player);
    remove_place(&p->own);
    free(p);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        SHARE_SUITE(set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
