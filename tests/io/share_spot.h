/* A session in a folder of its own, for tests of the files in it. */
#ifndef SMQ_TESTS_SHARE_SPOT_H
#define SMQ_TESTS_SHARE_SPOT_H

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

static inline int set_up(void **state)
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

static inline int tear_down(void **state)
{
    struct spot *s = *state;
    s->p.trainer->ops->close(s->p.trainer);
    s->p.player->ops->close(s->p.player);
    remove_place(&s->folder);
    free(s);
    return 0;
}

/* ---- helpers ---- */

static inline void name_of(char out[PATH_SIZE], const char *folder, long uid,
                           const struct made_run *made)
{
    assert_in_range(snprintf(out, PATH_SIZE, "%s/%ld-%s.jsonl", folder, uid, made->run->id), 0,
                    PATH_SIZE - 1);
}

static inline void write_text(const char *folder, const char *name, const char *text, size_t len)
{
    char path[PATH_SIZE];
    join(path, folder, name);
    spill(path, text, len);
}

/* Puts the run's file somewhere under any name. */
static inline void write_made(const char *folder, const char *name, const struct made_run *made)
{
    struct str text = {0};
    struct err e = {0};
    assert_true(result_file_write(&text, &made->shared, &e));
    write_text(folder, name, text.data, text.len);
    str_free(&text);
}

static inline struct suite_runs read_from(struct share *share)
{
    struct suite_runs taken = {0};
    struct err e = {0};
    bool read = share->ops->each_run(share, MADE_SESSION, suite_take, &taken, &taken.refused, &e);
    assert_string_equal(e.text, "");
    assert_true(read);
    return taken;
}

/* Whether the file of this name is complained about with these words. */
static inline void is_refused(const struct suite_runs *taken, const char *name, const char *words)
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

static inline struct share_collected collect(struct spot *s)
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

/* What the owner of this test's files is called, with an account or without. */
static inline const char *login(void)
{
    static char number[32];
    const struct passwd *entry = getpwuid(geteuid());
    snprintf(number, sizeof number, "uid %lu", (unsigned long)geteuid());
    return entry ? entry->pw_name : number;
}

#define PLACED(test)                         \
    {                                        \
#test, test, set_up, tear_down, NULL \
    }

#endif
