/* Runs a program with what it may use limited. */
#include "child.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* Sanitizers want terabytes of address space and several times the time and memory. */
enum { CHILD_PATIENCE = 30 }; /* seconds by the clock, on a machine with other things to do */
#if defined(__SANITIZE_ADDRESS__)
enum { SLOWER = 12, SANITIZED = 1 };
#else
enum { SLOWER = 1, SANITIZED = 0 };
#endif

bool read_whole(const char *path, struct str *out)
{
    char bytes[65536];
    size_t got;
    FILE *file = fopen(path, "rb");
    if (!file)
        return false;
    while ((got = fread(bytes, 1, sizeof bytes, file)) > 0)
        str_addn(out, bytes, got);
    fclose(file);
    return true;
}

static double seconds_of(const struct timeval *time)
{
    return (double)time->tv_sec + (double)time->tv_usec / 1e6;
}

static double seconds_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void limit(int resource, rlim_t most)
{
    const struct rlimit both = {most, most};
    setrlimit(resource, &both);
}

static void open_as(int fd, const char *path, int flags)
{
    int opened = open(path, flags, 0600);
    if (opened < 0 || dup2(opened, fd) < 0)
        _exit(126);
}

static void become(char *const *argv, char *const *environment, const char *input, const char *out,
                   const char *err)
{
    open_as(STDIN_FILENO, input, O_RDONLY);
    open_as(STDOUT_FILENO, out, O_WRONLY | O_CREAT | O_TRUNC);
    open_as(STDERR_FILENO, err, O_WRONLY | O_CREAT | O_TRUNC);
    setsid(); /* no terminal to look at */
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_CPU, (rlim_t)(CHILD_SECONDS + 1) * SLOWER);
    if (!SANITIZED)
        limit(RLIMIT_AS, (rlim_t)2 * CHILD_MB * 1024 * 1024);
    alarm((unsigned)((CHILD_PATIENCE + 1) * SLOWER));
    execve(argv[0], argv, environment);
    _exit(127);
}

void child_run(struct child *child, char *const *argv, char *const *environment, const char *input,
               const char *work)
{
    struct str out = {0}, err = {0};
    struct rusage used = {0};
    int status = 0;
    str_addf(&out, "%s/stdout", work);
    str_addf(&err, "%s/stderr", work);
    *child = (struct child){0};
    double began = seconds_now();
    pid_t pid = fork();
    if (pid == 0)
        become(argv, environment, input, out.data, err.data);
    while (wait4(pid, &status, 0, &used) < 0 && errno == EINTR) {
    }
    child->seconds = seconds_of(&used.ru_utime) + seconds_of(&used.ru_stime);
    child->hung = seconds_now() - began > CHILD_PATIENCE * SLOWER;
    child->peak_kb = used.ru_maxrss;
    child->status = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
    read_whole(out.data, &child->out);
    read_whole(err.data, &child->err);
    str_free(&out);
    str_free(&err);
}

const char *child_excess(const struct child *child)
{
    if (child->hung)
        return "it hung";
    if (child->seconds > (double)CHILD_SECONDS * SLOWER)
        return "it took too long";
    if (!SANITIZED && child->peak_kb > CHILD_MB * 1024L)
        return "it took too much memory";
    return NULL;
}

void child_free(struct child *child)
{
    str_free(&child->out);
    str_free(&child->err);
}
