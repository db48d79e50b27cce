/* Sessions in a folder: the files in it, and what may be wrong with them. */
#include "io/share_suite.h"

#include <fcntl.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include "io/result_file.h"
#include "io/session_folder.h"
#include "io/share_folder.h"
#include "io/store_place.h"

/* A session in a folder of its own. */
struct spot {
    struct share_place p; /* first, so that the suite's helpers take it */
    void *folder;
    char session[PATH_SIZE], results[PATH_SIZE], collected[PATH_SIZE];
};

static int set_up(void **state)
{
    struct spot *s = calloc(1, sizeof *s);
    struct err e = {0};
    mode_t mask = umask(077); /* which must not matter */
    if (!s || make_place(&s->folder) != 0)
        return -1;
    s->p.trainer = share_folder_make(s->folder, &e);
    s->p.player = share_folder_open(s->folder, &e);
    suite_start(&s->p);
    umask(mask);
    join(s->session, s->folder, MADE_SESSION);
    join(s->results, s->session, "results");
    join(s->collected, s->session, "collected");
    *state = s;
    return 0;
}

static int tear_down(void **state)
{
    struct spot *s = *state;
    s->p.trainer->ops->close(s->p.trainer);
    s->p.player->ops->close(s->p.player);
    remove_place(&s->folder);
    free(s);
    return 0;
}

/* ---- helpers ---- */

static void name_of(char out[PATH_SIZE], const char *folder, long uid, const struct made_run *made)
{
    assert_in_range(snprintf(out, PATH_SIZE, "%s/%ld-%s.jsonl", folder, uid, made->run->id), 0,
                    PATH_SIZE - 1);
}

static void write_text(const char *folder, const char *name, const char *text, size_t len)
{
    char path[PATH_SIZE];
    join(path, folder, name);
    spill(path, text, len);
}

/* Puts the run's file somewhere under any name. */
static void write_made(const char *folder, const char *name, const struct made_run *made)
{
    struct str text = {0};
    struct err e = {0};
    assert_true(result_file_write(&text, &made->shared, &e));
    write_text(folder, name, text.data, text.len);
    str_free(&text);
}

static struct suite_runs read_from(struct share *share)
{
    struct suite_runs taken = {0};
    struct err e = {0};
    bool read = share->ops->each_run(share, MADE_SESSION, suite_take, &taken, &taken.refused, &e);
    assert_string_equal(e.text, "");
    assert_true(read);
    return taken;
}

/* Whether the file of this name is complained about with these words. */
static void is_refused(const struct suite_runs *taken, const char *name, const char *words)
{
    size_t tail = strlen(name);
    for (size_t i = 0; i < taken->refused.len; i++) {
        const struct fault *fault = &taken->refused.items[i];
        size_t len = strlen(fault->place.file);
        if (len >= tail && strcmp(fault->place.file + len - tail, name) == 0) {
            assert_non_null(strstr(fault->text, words));
            return;
        }
    }
    print_error("not refused: %s\n", name);
    fail();
}

static struct share_collected collect(struct spot *s)
{
    struct share_collected out;
    struct faults refused = {0};
    struct err e = {0};
    bool done = share_folder_collect(s->p.trainer, MADE_SESSION, &out, &refused, &e);
    assert_string_equal(e.text, "");
    assert_true(done);
    faults_free(&refused);
    return out;
}

static const char *login(void)
{
    const struct passwd *entry = getpwuid(geteuid());
    return entry ? entry->pw_name : "";
}

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
    assert_null(share_open("/nowhere/at/all", &e));
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

#define PLACED(test)                         \
    {                                        \
#test, test, set_up, tear_down, NULL \
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
