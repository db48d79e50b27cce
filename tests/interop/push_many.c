/* Many participants at once, each a process, over whatever happens to the server:
 *   push_many push WHERE CODE PEOPLE SEED  each pushes after every answer, connecting anew each
 * time, and tries again while the server is away; fails when one of them could not push all of it
 * within two minutes push_many check WHERE CODE PEOPLE SEED reads the runs of the session, and
 * fails unless they are what those people pushed: all of it, once
 *   push_many visit WHERE                  opens the place, and ends with the status of that
 * "%d" in WHERE is the participant's number, from 0. */
#include <stdint.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "interop/session_people.h"
#include "io/clock.h"
#include "io/share.h"

enum { PATIENCE_MS = 120000, WHERE_SIZE = 512, USAGE = 64 };

struct job {
    const char *where, *code;
    int people;
    uint64_t seed;
};

/* "%d" becomes the number. */
static void place_of(const struct job *job, int number, char out[WHERE_SIZE])
{
    const char *mark = strstr(job->where, "%d");
    if (mark)
        snprintf(out, WHERE_SIZE, "%.*s%d%s", (int)(mark - job->where), job->where, number,
                 mark + 2);
    else
        snprintf(out, WHERE_SIZE, "%s", job->where);
}

static bool push_once(const char *where, const struct shared_run *run, struct err *e)
{
    int stored = 0;
    struct share *share = share_open(where, e);
    if (!share)
        return false;
    bool ok = share->ops->push(share, run, &stored, e);
    share->ops->close(share);
    if (ok && stored != (int)run->count)
        return err_set(e, STATUS_SOFTWARE, "%d of %zu stored", stored, run->count);
    return ok;
}

/* One participant; the exit status of the process. */
static int take_part(const struct job *job, int number)
{
    struct participant p;
    char where[WHERE_SIZE];
    const struct timespec pause = {.tv_nsec = 50000000};
    int64_t until_ms = clock_now().mono_ms + PATIENCE_MS;
    people_make(&p, job->seed, number, job->code);
    place_of(job, number, where);
    for (size_t count = 1; count <= PEOPLE_EVENTS; count++) {
        struct shared_run run = people_so_far(&p, count);
        struct err e = {0};
        while (!push_once(where, &run, &e)) {
            if (e.status != STATUS_TRY_LATER || clock_now().mono_ms > until_ms) {
                fprintf(stderr, "participant %d, event %zu: %s\n", number, count, e.text);
                return 1;
            }
            nanosleep(&pause, NULL);
        }
    }
    return 0;
}

static int push_all(const struct job *job)
{
    int failed = 0, status;
    for (int i = 0; i < job->people; i++) {
        pid_t child = fork();
        if (child == 0)
            _exit(take_part(job, i));
        failed += child < 0;
    }
    while (wait(&status) > 0)
        failed += status != 0;
    printf("%d of %d participants pushed everything\n", job->people - failed, job->people);
    return failed != 0;
}

struct checking {
    const struct job *job;
    struct participant p;
    int whole, strange;
};

static bool check_run(const struct shared_run *run, void *context)
{
    struct checking *c = context;
    int number = atoi(run->learner.name + strcspn(run->learner.name, "0123456789"));
    people_make(&c->p, c->job->seed, number, c->job->code);
    bool good = people_same(&c->p, run) && run->count == PEOPLE_EVENTS;
    c->whole += good;
    c->strange += !good;
    return true;
}

/* Ids are unique in the database, and everybody has one run: as many whole ones as people are
 * everybody's, once. */
static int check_all(const struct job *job)
{
    struct checking c = {.job = job};
    struct faults refused = {0};
    struct err e = {0};
    struct share *share = share_open(job->where, &e);
    bool ok = share && share->ops->each_run(share, job->code, check_run, &c, &refused, &e);
    if (share)
        share->ops->close(share);
    printf("%d whole runs, %d others, %zu refused %s\n", c.whole, c.strange, refused.len, e.text);
    faults_free(&refused);
    return !ok || c.whole != job->people || c.strange || refused.len;
}

static int visit(const char *where)
{
    struct err e = {0};
    struct share *share = share_open(where, &e);
    if (share)
        share->ops->close(share);
    fprintf(stderr, "%s\n", e.text);
    return (int)e.status;
}

int main(int argc, char **argv)
{
    if (argc == 3 && strcmp(argv[1], "visit") == 0)
        return visit(argv[2]);
    if (argc != 6)
        return USAGE;
    struct job job = {.where = argv[2],
                      .code = argv[3],
                      .people = (int)strtol(argv[4], NULL, 10),
                      .seed = strtoull(argv[5], NULL, 10)};
    return strcmp(argv[1], "push") == 0 ? push_all(&job) : check_all(&job);
}
