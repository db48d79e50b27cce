/* Sessions in a folder: the files in it, and what may be wrong with them. */
#include "io/share_spot.h"

/* ---- what is made ---- */

static void rights_do_not_depend_on_the_umask(void **state)
{
    struct spot *s = *state;
    struct made_run made;
    char path[PATH_SIZE];
    make_run(&made, 1, "Anna", 3);
    mode_t mask = umask(0777);
    suite_push(&s->p, &made.shared);
    umask(mask);
    assert_int_equal(mode_of(s->session), 0755);
    assert_int_equal(mode_of(s->results), 03733);
    join(path, s->session, "session.cfg");
    assert_int_equal(mode_of(path), 0644);
    join(path, s->session, "open");
    assert_int_equal(mode_of(path), 0644);
    name_of(path, s->results, (long)geteuid(), &made);
    assert_int_equal(mode_of(path), 0640);
    collect(s);
    assert_int_equal(mode_of(s->collected), 0700);
    assert_false(exists(path));
    name_of(path, s->collected, (long)geteuid(), &made);
    assert_int_equal(mode_of(path), 0600);
}

static void a_sessions_own_folder_is_a_place(void **state)
{
    struct spot *s = *state;
    char path[PATH_SIZE];
    struct str text = {0};
    struct share_state open;
    struct err e = {0};
    struct made_run made;
    int stored = 0;
    struct share *share = share_open(s->session, &e);
    assert_non_null(share);
    assert_true(share->ops->fetch(share, "", &text, &open, &e));
    assert_true(share->ops->fetch(share, MADE_SESSION, &text, &open, &e));
    assert_false(share->ops->fetch(share, SECOND_SESSION, &text, &open, &e));
    assert_int_equal(e.status, STATUS_NO_INPUT);
    make_run(&made, 1, "Anna", 3);
    assert_true(share->ops->push(share, &made.shared, &stored, &e));
    assert_int_equal(stored, 4);
    assert_int_equal(suite_list(share, 0).count, 1);
    share->ops->close(share);
    struct suite_runs taken = suite_read(&s->p, MADE_SESSION, 0);
    assert_int_equal(taken.runs.len, 1);
    suite_runs_free(&taken);
    str_free(&text);
    join(path, s->folder, "not there");
    assert_null(share_open(path, &e));
    assert_int_equal(e.status, STATUS_NO_INPUT);
}

static void a_sessions_file_alone_is_a_place(void **state)
{
    struct spot *s = *state;
    char from[PATH_SIZE], alone[PATH_SIZE], file[PATH_SIZE], path[PATH_SIZE];
    struct str text = {0};
    struct share_state open = {0};
    struct err e = {0};
    struct made_run made;
    int stored = 0;
    char *bytes;
    join(from, s->session, "session.cfg");
    size_t len = slurp(from, &bytes);
    join(alone, s->folder, "stick");
    assert_int_equal(mkdir(alone, 0700), 0);
    write_text(alone, "sales or marketing.cfg", bytes, len);
    join(file, alone, "sales or marketing.cfg");
    struct share *share = share_open(file, &e);
    assert_non_null(share);
    assert_true(share->ops->fetch(share, "", &text, &open, &e));
    assert_string_equal(text.data, bytes);
    assert_true(open.self_paced);
    make_run(&made, 1, "Anna", 3);
    assert_true(share->ops->push(share, &made.shared, &stored, &e));
    join(path, alone, "results");
    assert_int_equal(mode_of(path), 03733);
    made.run->session = SECOND_SESSION;
    assert_false(share->ops->push(share, &made.shared, &stored, &e));
    assert_int_equal(e.status, STATUS_NO_INPUT);
    struct suite_runs taken = read_from(share);
    assert_int_equal(taken.runs.len, 1);
    suite_runs_free(&taken);
    e = (struct err){0};
    assert_true(share->ops->open_part(share, "", PART_PRACTICE, &e));
    assert_false(suite_state(share, "").self_paced);
    assert_int_equal(suite_state(share, "").open, PART_PRACTICE);
    share->ops->close(share);
    str_free(&text);
    free(bytes);
}

static void nobody_opens_parts_where_the_opener_is_missing(void **state)
{
    struct spot *s = *state;
    static const char *const nonsense[] = {"", "later\n", "before practice\n", "\n"};
    char path[PATH_SIZE];
    join(path, s->session, "open");
    for (size_t i = 0; i < ARRAY_LEN(nonsense); i++) {
        struct str text = {0};
        struct share_state open;
        struct err e = {0};
        write_text(s->session, "open", nonsense[i], strlen(nonsense[i]));
        assert_false(s->p.player->ops->fetch(s->p.player, MADE_SESSION, &text, &open, &e));
        assert_int_equal(e.status, STATUS_DATA);
        str_free(&text);
    }
    write_text(s->session, "open", "after", 5); /* as an editor may leave it */
    assert_int_equal(suite_state(s->p.player, MADE_SESSION).open, PART_AFTER);
    assert_int_equal(unlink(path), 0);
    assert_true(suite_state(s->p.player, MADE_SESSION).self_paced);
}

static void a_disk_that_is_pulled_out_is_away(void **state)
{
    struct spot *s = *state;
    char there[PATH_SIZE], away[PATH_SIZE];
    struct made_run made;
    struct err e = {0};
    int stored = -1;
    join(there, s->folder, "disk");
    join(away, s->folder, "away");
    struct share *share = share_folder_make(there, &e);
    assert_non_null(share);
    assert_int_equal(rename(there, away), 0);
    make_run(&made, 1, "Anna", 3);
    assert_false(share->ops->push(share, &made.shared, &stored, &e));
    assert_int_equal(e.status, STATUS_TRY_LATER);
    assert_int_equal(stored, 0);
    share->ops->close(share);
}

static void folders_with_another_name_are_no_session(void **state)
{
    struct spot *s = *state;
    char renamed[PATH_SIZE], empty[PATH_SIZE];
    join(renamed, s->folder, "another-name-here");
    join(empty, s->folder, "empty");
    assert_int_equal(mkdir(empty, 0700), 0);
    assert_int_equal(suite_list(s->p.player, 0).count, 1);
    assert_int_equal(rename(s->session, renamed), 0);
    assert_int_equal(suite_list(s->p.player, 0).count, 0);
}

/* ---- what may lie in it ---- */

static void copies_are_merged_and_the_rest_is_refused_by_name(void **state)
{
    struct spot *s = *state;
    struct made_run made, other;
    char path[PATH_SIZE], trap[PATH_SIZE], twice[PATH_SIZE];
    make_run(&made, 1, "Anna", 5);
    made.shared.count = 3;
    write_made(s->results, "shorter.jsonl", &made);
    made.shared.count = 6;
    suite_push(&s->p, &made.shared);
    write_made(s->results, "a copy of it (1).jsonl", &made);
    write_made(s->results, ".on-its-way", &made);

    name_of(path, s->results, (long)geteuid(), &made);
    char *bytes;
    size_t len = slurp(path, &bytes);
    write_text(s->results, "cut.jsonl", bytes, len - 1);
    free(bytes);
    join(trap, s->results, "link.jsonl");
    assert_int_equal(symlink(path, trap), 0);
    join(trap, s->results, "fifo.jsonl");
    assert_int_equal(mkfifo(trap, 0600), 0);
    join(trap, s->results, "folder.jsonl");
    assert_int_equal(mkdir(trap, 0700), 0);
    write_text(s->results, "notes.txt", "Remember the milk.\n", 19);
    write_text(s->results, "newer.jsonl", "{\"smquiz\":\"result\",\"version\":2}\n", 32);
    make_run(&other, 2, "Berta", 3);
    other.run->session = SECOND_SESSION;
    write_made(s->results, "other.jsonl", &other);
    make_run(&other, 1, "Anna", 5);
    other.events[2].choice = SIDE_SALES;
    write_made(s->results, "says-else.jsonl", &other);
    make_run(&other, 3, "Clara", 2);
    write_made(s->results, "linked.jsonl", &other);
    join(path, s->results, "linked.jsonl");
    join(twice, s->results, "twice.jsonl");
    assert_int_equal(link(path, twice), 0);

    struct suite_runs taken = read_from(s->p.trainer);
    assert_int_equal(taken.runs.len, 1);
    suite_same(&taken.runs.items[0], &made.shared);
    assert_string_equal(taken.runs.items[0].owner, login()); /* of a copy that proves it */
    is_refused(&taken, "/cut.jsonl", "cut short");
    is_refused(&taken, "/link.jsonl", "it is a link");
    is_refused(&taken, "/fifo.jsonl", "no plain file");
    is_refused(&taken, "/folder.jsonl", "no plain file");
    is_refused(&taken, "/notes.txt", "no result");
    is_refused(&taken, "/newer.jsonl", "newer smquiz");
    is_refused(&taken, "/other.jsonl", "another session, " SECOND_SESSION);
    is_refused(&taken, "/says-else.jsonl", "contradicts");
    is_refused(&taken, "/linked.jsonl", "another name");
    is_refused(&taken, "/twice.jsonl", "another name");
    assert_int_equal(taken.refused.len, 10);
    suite_runs_free(&taken);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLACED(rights_do_not_depend_on_the_umask),
        PLACED(a_sessions_own_folder_is_a_place),
        PLACED(a_sessions_file_alone_is_a_place),
        PLACED(nobody_opens_parts_where_the_opener_is_missing),
        PLACED(a_disk_that_is_pulled_out_is_away),
        PLACED(folders_with_another_name_are_no_session),
        PLACED(copies_are_merged_and_the_rest_is_refused_by_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
