/* The time: the monotonic clock, the wall clock and its offset from UTC. */
#include "io/clock.h"

#include <errno.h>
#include <stdlib.h>
#include <time.h>

#include "core/shared_run.h"

static int64_t read_ms(clockid_t clock)
{
    struct timespec t = {0};
    clock_gettime(clock, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static int64_t within_reason(int64_t utc_ms)
{
    return utc_ms < 0 ? 0 : utc_ms > SHARED_TIME_MS_MAX ? SHARED_TIME_MS_MAX : utc_ms;
}

/* The wall clock, or where SMQUIZ_NOW stopped it. */
static int64_t wall_ms(void)
{
    const char *fixed = getenv("SMQUIZ_NOW");
    if (fixed && *fixed) {
        char *end;
        errno = 0;
        long long ms = strtoll(fixed, &end, 10);
        if (errno == 0 && *end == '\0')
            return ms;
    }
    return read_ms(CLOCK_REALTIME);
}

struct now clock_now(void)
{
    struct now now = {.mono_ms = read_ms(CLOCK_MONOTONIC), .utc_ms = within_reason(wall_ms())};
    time_t seconds = (time_t)(now.utc_ms / 1000);
    struct tm local;
    if (localtime_r(&seconds, &local))
        now.utc_offset_min = (int)(local.tm_gmtoff / 60);
    return now;
}

struct now clock_now_after(int64_t *last_utc_ms)
{
    struct now now = clock_now();
    if (now.utc_ms <= *last_utc_ms)
        now.utc_ms = *last_utc_ms + 1;
    *last_utc_ms = now.utc_ms;
    return now;
}
