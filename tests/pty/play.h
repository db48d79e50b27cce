/* The real program for a test: in a fresh home of its own, on a screen, over the small bank
 * unless told otherwise, clue questions switched off. */
#ifndef SMQ_TESTS_PTY_PLAY_H
#define SMQ_TESTS_PTY_PLAY_H

#include "pty/screen.h"

enum { PLAY_ARGUMENTS = 16, PLAY_ENVIRONMENT = 24 };

/* `struct play p = play_default();`, then change what the test is about, then play_start. */
struct play {
    const char *arguments[PLAY_ARGUMENTS]; /* after the common ones; ends in NULL */
    const char *bank;                      /* NULL for commands that take none */
    const char *term;                      /* NULL: TERM is not set */
    const char *locale;                    /* LC_ALL */
    const char *extra;                     /* one more "NAME=value", or NULL */
    int cols, rows;
    bool ignore_hangup;
    char *words;           /* what arguments[] points into after play_command */
    char *home;            /* made by the first play_start, kept for the next */
    struct screen *screen; /* NULL before play_start */
};

/* 80 x 24, xterm-256color, UTF-8. */
struct play play_default(void);
/* Starts the program, in the same home as before if there was one. */
void play_start(struct play *play);
/* Ends the program if it still runs; the home stays. */
void play_stop(struct play *play);
/* Ends the program and removes the home. */
void play_end(struct play *play);
/* Starts with the words of the command line (blank-separated, at most 14). */
void play_words(struct play *play, const char *words);
/* The same with motion off. */
void play_command(struct play *play, const char *words);

/* Waits for the open card with this number, leaving the rule of a principle that is new with Enter;
 * false as screen_wait. */
bool play_wait_card(struct play *play, int number, int of);
/* Waits for the verdict on the card with this number. */
bool play_wait_verdict(struct play *play, int number, int of);
/* Whether the open card belongs to marketing, looked up by its text; ends the test for a card the
 * small bank has not. */
bool play_card_is_marketing(struct play *play);
/* Answers of all runs in the store; -1 when there is none to read. */
int play_stored_answers(const struct play *play);

/* For cmocka: a fresh struct play as the test's state, and its end. */
int play_set_up(void **state);
int play_tear_down(void **state);

#endif
