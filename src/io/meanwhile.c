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
    pthread_mutex_t lock;
    pthread_cond_t change;
    bool begun;
};

static void *run(void *context)
{
    struct meanwhile *m = context;
    pthread_mutex_lock(&m->lock);
    m->begun = true;
    pthread_cond_signal(&m->change);
    pthread_mutex_unlock(&m->lock);
    m->work(m->context);
    return NULL;
}

/* A new thread may lie behind the one that made it for milliseconds, on one processor, while
 * another is idle; whoever is woken goes to an idle one at once. */
static void await_begin(struct meanwhile *m)
{
    pthread_mutex_lock(&m->lock);
    while (!m->begun)
        pthread_cond_wait(&m->change, &m->lock);
    pthread_mutex_unlock(&m->lock);
}

struct meanwhile *meanwhile_start(void (*work)(void *context), void *context)
{
    struct meanwhile *m = xcalloc(1, sizeof *m);
    sigset_t all, before;
    m->work = work;
    m->context = context;
    pthread_mutex_init(&m->lock, NULL);
    pthread_cond_init(&m->change, NULL);
    /* signals are the business of the thread that has the terminal */
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    m->threaded = pthread_create(&m->thread, NULL, run, m) == 0;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    if (m->threaded)
        await_begin(m);
    return m;
}

void meanwhile_finish(struct meanwhile *m)
{
    if (!m->threaded || pthread_join(m->thread, NULL) != 0)
        m->work(m->context);
    pthread_cond_destroy(&m->change);
    pthread_mutex_destroy(&m->lock);
    free(m);
}
