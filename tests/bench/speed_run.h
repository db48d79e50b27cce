/* One run of a program in a fresh pseudo-terminal of 80 x 24: how long until its first frame, how
 * long from each key to the frame that answers it, how many bytes that took, and its peak memory.
 *
 * When a frame has ended is never guessed from time alone: the program is silent for a moment AND
 * the terminal shows the picture that is expected there, to the cell.  What is measured ends with
 * the last byte that arrived before, so the moment of silence is in no figure; and no picture is
 * made while a program is at work. */
#ifndef SMQ_TESTS_BENCH_SPEED_RUN_H
#define SMQ_TESTS_BENCH_SPEED_RUN_H

#include "bench/speed_picture.h"

enum { FRAMES_MAX = 32 };

struct run_setup {
    const char *const *argv; /* ends in NULL; argv[0] is the path, or a name for PATH */
    const char *const *keys; /* what to type after each frame */
    int frames;              /* one more than keys */
    const char *seen;        /* a text among the last that the first frame draws */
};

struct run_figures {
    double ms[FRAMES_MAX]; /* [0] from before fork, the others from the key */
    double bytes[FRAMES_MAX];
    double seen_ms; /* when the text was there: a program may fill figures in afterwards */
    double peak_kb;
    double work_ms; /* processor time, to its end */
};

/* Runs the program through all frames, then ends it.  `pictures`: what the frames show; with
 * `learn`, they are filled in with whatever stands there after a longer silence.  False (and why,
 * on standard error) when a frame does not come. */
bool run_measure(const struct run_setup *setup, struct picture *pictures, bool learn,
                 struct run_figures *out);

#endif
