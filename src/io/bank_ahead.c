/* A bank loaded in a thread of its own, so that the store can be read meanwhile. */
#include "io/bank_ahead.h"

#include <pthread.h>
#include <signal.h>
#include <stdlib.h>

#include "core/xmalloc.h"

struct bank_ahead {
    const struct bank_layer *layers;
    size_t count;
    bool threaded;
    pthread_t thread;
    struct bank *bank;
    struct faults faults;
    struct err err;
};

static void *load(void *context)
{
    struct bank_ahead *ahead = context;
    ahead->bank = bank_load(ahead->layers, ahead->count, &ahead->faults, &ahead->err);
    return NULL;
}

struct bank_ahead *bank_ahead_start(const struct bank_layer *layers, size_t count)
{
    struct bank_ahead *ahead = xcalloc(1, sizeof *ahead);
    sigset_t all, before;
    ahead->layers = layers;
    ahead->count = count;
    /* signals are the business of the thread that has the terminal */
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    ahead->threaded = pthread_create(&ahead->thread, NULL, load, ahead) == 0;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return ahead;
}

struct bank *bank_ahead_finish(struct bank_ahead *ahead, struct faults *faults, struct err *e)
{
    if (!ahead->threaded || pthread_join(ahead->thread, NULL) != 0)
        load(ahead); /* no thread to be had: then now */
    struct bank *bank = ahead->bank;
    *faults = ahead->faults;
    *e = ahead->err;
    free(ahead);
    return bank;
}
