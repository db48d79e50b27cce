/* When an exam may be taken again. */
#include "core/exam_retake.h"

#include "core/calendar.h"

bool exam_retake_waits(const struct history *history, struct now now)
{
    const struct past_run *run = history_newest(history, MODE_EXAM);
    return run && run->end != RUN_PASSED &&
           calendar_local_day(run->started_utc_ms, run->utc_offset_min) ==
               calendar_local_day(now.utc_ms, now.utc_offset_min);
}
