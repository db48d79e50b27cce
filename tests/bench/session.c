/* A session of many people at one place: whether all arrives, how long it takes, and how late a
 * watcher sees it.
 *   session TRAINER PARTICIPANT PEOPLE SECONDS CODE
 * TRAINER and PARTICIPANT are the place as either opens it; "%d" in PARTICIPANT is a person's
 * number.  Each person answers 20 cards, and pushes after every fifth, opening the place anew each
 * time; they think so long in between that all takes about SECONDS (0: not at all).  A watcher
 * asks every 20 ms whether something changed, and then reads all runs, as `session watch` does. */
#include <signal.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "core/hash.h"
#include "interop/session_people.h"
#include "io/clock.h"
#include "io/share.h"
#include "io/share_folder.h"

enum {
    PEOPLE_MAX = 2000,
    PUSHES = 4,
    WHERE_SIZE = 512,
    LOOK_MS = 20,
    PATIENCE_MS = 180000,
    AGAIN_MS = 50,
    USAGE = 64
};

static const size_t push_at[PUSHES] = {5, 10, 15, PEOPLE_EVENTS};

struct bench {
    const char *trainer, *participant, *code;
    int people, seconds;
    uint64_t seed; /* of what people answer: ids are taken once in a database */
    /* written by the processes: when a push had returned, and when the watcher saw it */
    struct times {
        int64_t pushed_ms[PEOPLE_MAX][PUSHES], seen_ms[PEOPLE_MAX][PUSHES];
    } * times;
};

static void nap(int64_t ms)
{
    struct timespec pause = {.tv_sec = ms / 1000, .tv_nsec = ms % 1000 * 1000000};
    nanosleep(&pause, NULL);
}

/* ---- participants ---- */

static bool push_once(const char *where, const struct shared_run *run, struct err *e)
{
    int stored = 0;
    struct share *share = share_open(where, e);
    if (!share)
        return false;
    bool ok = share->ops->push(share, run, &stored, e);
    share->ops->close(share);
    return ok && stored == (int)run->count;
}

static void place_of(const struct bench *bench, int number, char out[WHERE_SIZE])
{
    const char *where = bench->participant, *mark = strstr(where, "%d");
    if (mark)
        snprintf(out, WHERE_SIZE, "%.*s%d%s", (int)(mark - where), where, number, mark + 2);
    else
        snprintf(out, WHERE_SIZE, "%s", where);
}

static int take_part(const struct bench *bench, int number)
{
    struct participant p;
    char where[WHERE_SIZE];
    struct rng rng = rng_seeded((uint64_t)number);
    uint32_t think_ms = (uint32_t)(bench->seconds * 1000 / PUSHES);
    int64_t until_ms = clock_now().mono_ms + PATIENCE_MS;
    people_make(&p, bench->seed, number, bench->code);
    place_of(bench, number, where);
    for (int i = 0; i < PUSHES; i++) {
        struct shared_run run = people_so_far(&p, push_at[i]);
        struct err e = {0};
        nap(think_ms ? rng_below(&rng, think_ms * 2) : 0);
        while (!push_once(where, &run, &e)) {
            if (e.status != STATUS_TRY_LATER || clock_now().mono_ms > until_ms) {
                fprintf(stderr, "participant %d: %s\n", number, e.text);
                return 1;
            }
            nap(AGAIN_MS);
        }
        bench->times->pushed_ms[number][i] = clock_now().mono_ms;
    }
    return 0;
}

/* ---- the watcher ---- */

struct watching {
    const struct bench *bench;
    struct participant p;
    int whole, strange;
};

static bool see(const struct shared_run *run, void *context)
{
    struct watching *w = context;
    const char *digits = run->learner.name + strcspn(run->learner.name, "0123456789");
    int number = (int)strtol(digits, NULL, 10);
    if (number < 0 || number >= w->bench->people) {
        w->strange++;
        return true;
    }
    people_make(&w->p, w->bench->seed, number, w->bench->code);
    w->strange += !people_same(&w->p, run);
    w->whole += run->count == PEOPLE_EVENTS;
    for (int i = 0; i < PUSHES; i++)
        if (run->count >= push_at[i] && !w->bench->times->seen_ms[number][i])
            w->bench->times->seen_ms[number][i] = clock_now().mono_ms;
    return true;
}

static bool look(struct share *share, struct watching *w, struct err *e)
{
    struct faults refused = {0};
    w->whole = w->strange = 0;
    bool ok = share->ops->each_run(share, w->bench->code, see, w, &refused, e);
    w->strange += (int)refused.len;
    faults_free(&refused);
    return ok;
}

static int watch(const struct bench *bench)
{
    struct watching w = {.bench = bench};
    struct err e = {0};
    int64_t until_ms = clock_now().mono_ms + PATIENCE_MS;
    struct share *share = share_open(bench->trainer, &e);
    bool ok = share != NULL;
    while (ok && w.whole < bench->people && clock_now().mono_ms < until_ms) {
        bool changed = false;
        ok = share->ops->changed(share, bench->code, &changed, &e) &&
             (!changed || look(share, &w, &e));
        if (!changed)
            nap(LOOK_MS);
    }
    if (!ok || w.whole < bench->people || w.strange)
        fprintf(stderr, "watcher: %d whole, %d strange: %s\n", w.whole, w.strange, e.text);
    return !ok || w.whole < bench->people || w.strange != 0;
}

/* ---- all of it ---- */

static bool publish(const struct bench *bench)
{
    struct session session = {.title = "Bench"};
    struct str text = {0};
    struct err e = {0};
    snprintf(session.code, sizeof session.code, "%s", bench->code);
    str_add(&text, "no cards\n");
    struct share *share = share_is_uri(bench->trainer) ? share_open(bench->trainer, &e)
                                                       : share_folder_make(bench->trainer, &e);
    bool ok = share && share->ops->publish(share, &session, &text, &e);
    if (share)
        share->ops->close(share);
    if (!ok)
        fprintf(stderr, "%s\n", e.text);
    str_free(&text);
    return ok;
}

static int by_size(const void *a, const void *b)
{
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return (x > y) - (x < y);
}

static void say(const struct bench *bench, int64_t took_ms)
{
    static int64_t delays[PEOPLE_MAX * PUSHES];
    int count = bench->people * PUSHES;
    for (int i = 0; i < count; i++) {
        int64_t delay = bench->times->seen_ms[i / PUSHES][i % PUSHES] -
                        bench->times->pushed_ms[i / PUSHES][i % PUSHES];
        delays[i] = delay > 0 ? delay : 0; /* seen before the pusher knew */
    }
    qsort(delays, (size_t)count, sizeof *delays, by_size);
    printf("  %d runs of %d answers arrived whole and once, in %d pushes within %.1f s;\n"
           "  a watcher saw a push %lld ms after it (median), at the latest %lld ms\n",
           bench->people, PEOPLE_ANSWERS, count, (double)took_ms / 1000,
           (long long)delays[count / 2], (long long)delays[count - 1]);
}

static int run(const struct bench *bench)
{
    int failed = 0, status;
    if (!publish(bench))
        return 1;
    int64_t began_ms = clock_now().mono_ms;
    pid_t watcher = fork();
    if (watcher == 0)
        _exit(watch(bench));
    for (int i = 0; i < bench->people; i++) {
        pid_t child = fork();
        if (child == 0)
            _exit(take_part(bench, i));
        failed += child < 0;
    }
    for (int i = 0; i < bench->people; i++) {
        pid_t child = wait(&status);
        if (child == watcher) { /* it may be done before the last of them has ended */
            failed += status != 0;
            watcher = 0;
            child = wait(&status);
        }
        failed += child < 0 || status != 0;
    }
    int64_t took_ms = clock_now().mono_ms - began_ms;
    if (watcher && failed)
        kill(watcher, SIGTERM); /* it would wait in vain */
    if (watcher)
        failed += waitpid(watcher, &status, 0) < 0 || status != 0;
    if (!failed)
        say(bench, took_ms);
    return failed != 0;
}

int main(int argc, char **argv)
{
    if (argc != 6)
        return USAGE;
    struct bench bench = {.trainer = argv[1],
                          .participant = argv[2],
                          .people = (int)strtol(argv[3], NULL, 10),
                          .seconds = (int)strtol(argv[4], NULL, 10),
                          .code = argv[5]};
    bench.seed = hash_bytes(HASH_START, bench.code, strlen(bench.code));
    void *times =
        mmap(NULL, sizeof *bench.times, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (bench.people < 1 || bench.people > PEOPLE_MAX || times == MAP_FAILED)
        return USAGE;
    bench.times = times;
    return run(&bench);
}
