/* Sessions in PostgreSQL, against the suite of every place. */
#include "io/share_suite.h"

#include "interop/team_world.h"

/* The player is a trainer too: the suite has one add what was typed in. */
static int set_up(void **state)
{
    struct share_place *p = calloc(1, sizeof *p);
    sql(ADMIN, "DELETE FROM smquiz.event; DELETE FROM smquiz.run; DELETE FROM smquiz.learner;"
               "DELETE FROM smquiz.session");
    if (!p)
        return -1;
    p->trainer = open_as(TINA);
    p->player = open_as(TINA);
    p->owner = TINA;
    *state = p;
    return 0;
}

static int tear_down(void **state)
{
    struct share_place *p = *state;
    p->trainer->ops->close(p->trainer);
    p->player->ops->close(p->player);
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
