/* This program once more, in the background. */
#include "io/background.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "core/xmalloc.h"

extern char **environ;

enum { LOOK_MS = 10, MS_NS = 1000000 };

/* What every stream of the new process is. */
static bool close_streams(posix_spawn_file_actions_t *actions)
{
    return posix_spawn_file_actions_addopen(actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0) == 0 &&
           posix_spawn_file_actions_addopen(actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0) ==
               0 &&
           posix_spawn_file_actions_addopen(actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0) == 0;
}

/* A group of its own, so that Ctrl-C is not for it, and no signal blocked or ignored. */
static bool set_apart(posix_spawnattr_t *attributes)
{
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    return posix_spawnattr_setpgroup(attributes, 0) == 0 &&
           posix_spawnattr_setsigmask(attributes, &none) == 0 &&
           posix_spawnattr_setsigdefault(attributes, &all) == 0 &&
           posix_spawnattr_setflags(attributes,
                                    (short)(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK |
                                            POSIX_SPAWN_SETSIGDEF)) == 0;
}

/* The words as exec wants them; the caller frees the array. */
static char **arguments_of(const char *program, const char *const *words)
{
    size_t count = 0;
    while (words[count])
        count++;
    char **arguments = xcalloc(count + 2, sizeof *arguments);
    const char *name = program ? program : "smquiz";
    memcpy(&arguments[0], &name, sizeof name);
    memcpy(&arguments[1], words, count * sizeof *words);
    return arguments;
}

/* Runs the file this program is: as the system tells, else by its name as it was called. */
static bool run(pid_t *pid, const char *program, const posix_spawn_file_actions_t *actions,
                const posix_spawnattr_t *attributes, char *const *arguments)
{
    return posix_spawn(pid, "/proc/self/exe", actions, attributes, arguments, environ) == 0 ||
           (program && posix_spawnp(pid, program, actions, attributes, arguments, environ) == 0);
}

bool background_start(struct background *background, const char *program, const char *const *words)
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    pid_t pid = 0;
    if (posix_spawn_file_actions_init(&actions) != 0)
        return false;
    bool started = false;
    if (posix_spawnattr_init(&attributes) == 0) {
        char **arguments = arguments_of(program, words);
        started = close_streams(&actions) && set_apart(&attributes) &&
                  run(&pid, program, &actions, &attributes, arguments);
        free(arguments);
        posix_spawnattr_destroy(&attributes);
    }
    posix_spawn_file_actions_destroy(&actions);
    background->pid = started ? pid : 0;
    return started;
}

enum background_end background_wait(struct background *background, int patience_ms)
{
    const struct timespec moment = {.tv_nsec = (long)LOOK_MS * MS_NS};
    if (!background->pid)
        return BACKGROUND_DONE;
    for (int waited = 0;; waited += LOOK_MS) {
        int status;
        pid_t ended = waitpid((pid_t)background->pid, &status, WNOHANG);
        if (ended != 0 && !(ended < 0 && errno == EINTR)) {
            background->pid = 0;
            return ended > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0 ? BACKGROUND_DONE
                                                                              : BACKGROUND_FAILED;
        }
        if (waited >= patience_ms)
            return BACKGROUND_RUNNING;
        nanosleep(&moment, NULL);
    }
}
