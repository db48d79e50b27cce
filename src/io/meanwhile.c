/* Work in a thread of its own, so that something else can be done meanwhile. */
#include "io/meanwhile.h"

#include <pthread.h>
#include <signal.h>
#include <stdlib.h>

#include "core/xmalloc.h"

struct meanwhile {
    void (*work)(void *context);
    void *context;
    bool threaded;
    pthread_t thread;
};

static void *run(void *context)
{
    struct meanwhile *m = context;
    m->work(m->context);
    return NULL;
}

struct meanwhile *meanwhile_start(void (*work)(void *context), void *context)
{
    struct meanwhile *m = xcalloc(1, sizeof *m);
    sigset_t all, before;
    m->work = work;
    m->context = context;
    /* signals are the business of the thread that has the terminal */
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    m->threaded = pthread_create(&m->thread, NULL, run, m) == 0;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return m;
}

void meanwhile_finish(struct meanwhile *m)
{
    if (!m->threaded || pthread_join(m->thread, NULL) != 0)
        run(m);
    free(m);
}
