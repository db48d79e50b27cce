/* The run sheet of a session: enough to hold it by.  core; pure.
 * For each step the time, what happens, a sentence to say, and the exact commands: lines with "$"
 * are the trainer's, lines with ">" the participants'. */
#ifndef SMQ_CORE_RUN_SHEET_H
#define SMQ_CORE_RUN_SHEET_H

#include "core/session_time.h"
#include "core/str.h"

enum { RUN_SHEET_COLS = 80, RUN_SHEET_DAY = 24 * 60 };

/* What people play at. */
enum devices {
    DEVICES_FOLDER,   /* everyone at a computer of their own, with a folder that all reach */
    DEVICES_HOST,     /* everyone logged in to the same host */
    DEVICES_DATABASE, /* everyone at a computer of their own, with PostgreSQL */
    DEVICES_HOT_SEAT, /* one keyboard, in turn */
    DEVICES_NONE      /* none: projector and paper */
};
#define DEVICES_COUNT 5

/* For a list to choose from, translated. */
const char *devices_title(enum devices devices);
/* How so many people (0: not told) go through a session with these. */
struct session_pace devices_pace(enum devices devices, int people);

struct run_sheet {
    const struct session *session;
    enum devices devices;
    const char *operand; /* what names the session behind a command, ready to be typed */
    const char *place;   /* the folder or the database it lies in, as people read it */
    const char *path;    /* what names it where settings do not know the place; NULL when operand
                            does already */
    const char *team;    /* what other commands need to find the place, or "" */
    const char *setting; /* what the setting "team" has to be for the code alone to be enough; NULL
                            where others need no place */
    int start;           /* minutes of the day */
};

/* Appends the sheet, at most RUN_SHEET_COLS wide but for commands, which stay whole. */
void run_sheet_write(const struct run_sheet *sheet, struct str *out);

/* Appends a sentence: "Two tests of 8 cards, a practice of 20; without names." */
void run_sheet_cards(const struct session *session, struct str *out);

#endif
