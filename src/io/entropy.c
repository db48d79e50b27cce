/* Chance from outside: getentropy, else /dev/urandom, else clock and process mixed. */
#include "io/entropy.h"

#include <fcntl.h>
#include <time.h>
#include <unistd.h>
#if defined(__APPLE__)
#include <sys/random.h>
#endif

#include "core/hash.h"

static bool read_urandom(void *bytes, size_t len)
{
    int fd = open("/dev/urandom", O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return false;
    bool whole = read(fd, bytes, len) == (ssize_t)len;
    close(fd);
    return whole;
}

bool entropy_secret(void *bytes, size_t len)
{
    return getentropy(bytes, len) == 0 || read_urandom(bytes, len);
}

uint64_t entropy_seed(void)
{
    uint64_t seed;
    if (entropy_secret(&seed, sizeof seed))
        return seed;
    struct timespec wall = {0}, mono = {0};
    const pid_t process = getpid();
    clock_gettime(CLOCK_REALTIME, &wall);
    clock_gettime(CLOCK_MONOTONIC, &mono);
    seed = hash_bytes(HASH_START, &wall.tv_sec, sizeof wall.tv_sec);
    seed = hash_bytes(seed, &wall.tv_nsec, sizeof wall.tv_nsec);
    seed = hash_bytes(seed, &mono.tv_nsec, sizeof mono.tv_nsec);
    return hash_bytes(seed, &process, sizeof process);
}
