/* Sessions in a folder: whose a result is, and taking results in. */
#include "io/share_spot.h"

/* ---- whose it is ---- */

static void one_user_with_several_people_proves_nothing(void **state)
{
    struct spot *s = *state;
    struct made_run anna, berta;
    make_run(&anna, 1, "Anna", 3);
    suite_push(&s->p, &anna.shared);
    struct suite_runs taken = suite_read(&s->p, MADE_SESSION, 0);
    assert_string_equal(taken.runs.items[0].owner, login());
    suite_runs_free(&taken);
    make_run(&berta, 2, "Berta", 3);
    suite_push(&s->p, &berta.shared);
    for (int round = 0; round < 2; round++) { /* in the spool, then collected */
        taken = suite_read(&s->p, MADE_SESSION, 0);
        assert_int_equal(taken.runs.len, 2);
        assert_string_equal(taken.runs.items[0].owner, "");
        assert_string_equal(taken.runs.items[1].owner, "");
        suite_runs_free(&taken);
        collect(s);
    }
}

/* What was proven when it was collected stays so, as long as nobody else may write there. */
static void collected_names_prove_while_the_folder_is_closed(void **state)
{
    struct spot *s = *state;
    struct made_run anna, berta, clara;
    char path[PATH_SIZE];
    assert_int_equal(mkdir(s->collected, 0700), 0);
    make_run(&anna, 1, "Anna", 3);
    make_run(&berta, 2, "Berta", 3);
    make_run(&clara, 3, "Clara", 3);
    name_of(path, "", 4000004242, &anna);
    write_made(s->collected, path + 1, &anna);
    name_of(path, "", 4000004243, &berta);
    write_made(s->collected, path + 1, &berta);
    struct err e = {0};
    assert_true(share_folder_keep(s->p.trainer, &clara.shared, &e));
    for (int open = 0; open < 2; open++) {
        struct suite_runs taken = suite_read(&s->p, MADE_SESSION, 0);
        assert_int_equal(taken.runs.len, 3);
        assert_string_equal(taken.runs.items[0].owner, open ? "" : "uid 4000004242");
        assert_string_equal(taken.runs.items[1].owner, open ? "" : "uid 4000004243");
        assert_string_equal(taken.runs.items[2].learner.name, "Clara");
        assert_string_equal(taken.runs.items[2].owner, "");
        suite_runs_free(&taken);
        assert_int_equal(chmod(s->collected, 0770), 0);
    }
}

/* As a stick brings it whose file system knows no owners: nothing is refused for its name. */
static void without_a_spool_names_of_others_are_no_forgery(void **state)
{
    struct spot *s = *state;
    struct made_run anna, berta;
    char path[PATH_SIZE];
    make_run(&anna, 1, "Anna", 3);
    make_run(&berta, 2, "Berta", 3);
    assert_int_equal(chmod(s->results, 0755), 0);
    name_of(path, "", 501, &anna);
    write_made(s->results, path + 1, &anna);
    name_of(path, "", 502, &berta);
    write_made(s->results, path + 1, &berta);
    struct suite_runs taken = suite_read(&s->p, MADE_SESSION, 0);
    assert_int_equal(taken.runs.len, 2);
    assert_string_equal(taken.runs.items[0].owner, "");
    assert_string_equal(taken.runs.items[1].owner, "");
    suite_runs_free(&taken);
    assert_int_equal(collect(s).taken, 2);
    taken = suite_read(&s->p, MADE_SESSION, 0);
    assert_int_equal(taken.runs.len, 2);
    suite_runs_free(&taken);
}

/* ---- taking in ---- */

static void only_what_has_ended_is_taken_in(void **state)
{
    struct spot *s = *state;
    struct made_run anna, berta;
    char open[PATH_SIZE], done[PATH_SIZE], kept[PATH_SIZE];
    make_run(&anna, 1, "Anna", 3);
    make_run(&berta, 2, "Berta", 3);
    berta.shared.count = 2;
    suite_push(&s->p, &anna.shared);
    suite_push(&s->p, &berta.shared);
    name_of(done, s->results, (long)geteuid(), &anna);
    name_of(kept, s->collected, (long)geteuid(), &anna);
    name_of(open, s->results, (long)geteuid(), &berta);
    char *before, *after;
    size_t len = slurp(done, &before);
    struct share_collected out = collect(s);
    assert_int_equal(out.taken, 1);
    assert_int_equal(out.open, 1);
    assert_false(exists(done));
    assert_true(exists(open));
    assert_int_equal(slurp(kept, &after), len);
    assert_memory_equal(before, after, len);

    /* as if it had been stopped between copying and removing */
    spill(done, before, len);
    berta.shared.count = 4;
    suite_push(&s->p, &berta.shared);
    struct suite_runs taken = suite_read(&s->p, MADE_SESSION, 0);
    assert_int_equal(taken.runs.len, 2);
    suite_runs_free(&taken);
    assert_int_equal(collect(s).taken, 2);
    assert_false(exists(done));
    assert_false(exists(open));
    taken = suite_read(&s->p, MADE_SESSION, 0);
    assert_int_equal(taken.runs.len, 2);
    suite_runs_free(&taken);
    free(before);
    free(after);
}

static void what_contradicts_is_not_taken_in(void **state)
{
    struct spot *s = *state;
    struct made_run anna, other;
    char path[PATH_SIZE];
    make_run(&anna, 1, "Anna", 3);
    suite_push(&s->p, &anna.shared);
    collect(s);
    make_run(&other, 1, "Anna", 3);
    other.events[0].choice = SIDE_MARKETING;
    name_of(path, "", (long)geteuid(), &other);
    write_made(s->results, path + 1, &other);
    assert_int_equal(collect(s).taken, 0);
    name_of(path, s->results, (long)geteuid(), &other);
    assert_true(exists(path));
    struct suite_runs taken = read_from(s->p.trainer);
    assert_int_equal(taken.runs.len, 1);
    assert_int_equal(taken.runs.items[0].events[0].choice, SIDE_SALES);
    assert_int_equal(taken.refused.len, 1);
    suite_runs_free(&taken);
}

/* A run that came by mail first, and then by its player's own push. */
static void a_proven_copy_says_whose_it_is(void **state)
{
    struct spot *s = *state;
    struct made_run anna;
    struct err e = {0};
    make_run(&anna, 1, "Anna", 3);
    assert_true(share_folder_keep(s->p.trainer, &anna.shared, &e));
    struct suite_runs taken = suite_read(&s->p, MADE_SESSION, 0);
    assert_string_equal(taken.runs.items[0].owner, "");
    suite_runs_free(&taken);
    suite_push(&s->p, &anna.shared);
    collect(s);
    taken = suite_read(&s->p, MADE_SESSION, 0);
    assert_int_equal(taken.runs.len, 1);
    assert_string_equal(taken.runs.items[0].owner, login());
    suite_runs_free(&taken);
}

static void a_damaged_file_of_ours_is_written_anew(void **state)
{
    struct spot *s = *state;
    struct made_run anna;
    char path[PATH_SIZE];
    make_run(&anna, 1, "Anna", 3);
    suite_push(&s->p, &anna.shared);
    name_of(path, s->results, (long)geteuid(), &anna);
    spill(path, "{\"smquiz\":", 10);
    suite_push(&s->p, &anna.shared);
    struct suite_runs taken = suite_read(&s->p, MADE_SESSION, 0);
    assert_int_equal(taken.runs.len, 1);
    suite_runs_free(&taken);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLACED(one_user_with_several_people_proves_nothing),
        PLACED(collected_names_prove_while_the_folder_is_closed),
        PLACED(without_a_spool_names_of_others_are_no_forgery),
        PLACED(only_what_has_ended_is_taken_in),
        PLACED(what_contradicts_is_not_taken_in),
        PLACED(a_proven_copy_says_whose_it_is),
        PLACED(a_damaged_file_of_ours_is_written_anew),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
