/* Lets one allocation of our own code fail: linked into a copy of the program with --wrap, which
 * turns its calls of calloc and realloc, and nobody else's, to these.
 * FAIL=N:FILE in the environment fails the Nth and makes FILE, so that one sees it came to that. */
#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <unistd.h>

/* The names are the linker's. */
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *old, size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *old, size_t size);

static bool fails_now(void)
{
    static long left = -1; /* allocations up to the one that fails; 0: it is over, or not asked */
    static const char *file;

    if (left < 0) {
        char *rest = NULL;

        file = getenv("FAIL");
        left = file == NULL ? 0 : strtol(file, &rest, 10);
        file = rest != NULL && *rest == ':' ? rest + 1 : "";
    }
    if (left == 0 || --left > 0)
        return false;
    int fd = open(file, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    if (fd >= 0)
        close(fd);
    return true;
}

void *__wrap_calloc(size_t count, size_t size)
{
    return fails_now() ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *old, size_t size)
{
    return fails_now() ? NULL : __real_realloc(old, size);
}
