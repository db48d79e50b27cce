/* A question answered by a process of its own. */
#include "io/aside.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void write_all(int fd, const char *bytes, size_t len)
{
    while (len > 0) {
        ssize_t written = write(fd, bytes, len);
        if (written < 0 && errno != EINTR)
            return;
        bytes += written > 0 ? written : 0;
        len -= written > 0 ? (size_t)written : 0;
    }
}

/* Its complaints are for nobody: the screen is the one who asked's. */
static void be_quiet(void)
{
    int nowhere = open("/dev/null", O_WRONLY);
    if (nowhere >= 0)
        dup2(nowhere, STDERR_FILENO);
}

/* The other process: no key of the terminal reaches it, and it leaves everything as it is. */
static void answer_and_end(int fd, aside_fn *fn, void *context, size_t size)
{
    char answer[ASIDE_ANSWER_MAX] = {0};
    setpgid(0, 0);
    be_quiet();
    fn(context, answer);
    write_all(fd, answer, size);
    _exit(EXIT_SUCCESS);
}

static bool start(struct aside *aside, aside_fn *fn, void *context, size_t size)
{
    int ends[2];
    if (size > ASIDE_ANSWER_MAX || pipe(ends) != 0)
        return false;
    pid_t pid = fork();
    if (pid == 0) {
        close(ends[0]);
        answer_and_end(ends[1], fn, context, size);
    }
    close(ends[1]);
    if (pid < 0) {
        close(ends[0]);
        return false;
    }
    *aside = (struct aside){.pid = pid, .fd = ends[0]};
    return true;
}

static void end(struct aside *aside)
{
    close(aside->fd);
    while (waitpid((pid_t)aside->pid, NULL, 0) < 0 && errno == EINTR)
        continue;
    *aside = (struct aside){0};
}

static bool read_all(int fd, char *bytes, size_t len)
{
    while (len > 0) {
        ssize_t got = read(fd, bytes, len);
        if (got == 0 || (got < 0 && errno != EINTR))
            return false;
        bytes += got > 0 ? got : 0;
        len -= got > 0 ? (size_t)got : 0;
    }
    return true;
}

bool aside_ask(struct aside *aside, aside_fn *fn, void *context, void *answer, size_t size,
               int patience_ms)
{
    if (!aside->pid && !start(aside, fn, context, size))
        return false;
    struct pollfd poll_fd = {.fd = aside->fd, .events = POLLIN};
    if (poll(&poll_fd, 1, patience_ms) <= 0)
        return false;
    bool answered = read_all(aside->fd, answer, size);
    end(aside);
    return answered;
}

void aside_drop(struct aside *aside)
{
    if (!aside->pid)
        return;
    kill((pid_t)aside->pid, SIGKILL);
    end(aside);
}
