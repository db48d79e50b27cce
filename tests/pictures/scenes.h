/* The pictures of the program: what each shows, and the way there. */
#ifndef SMQ_TESTS_PICTURES_SCENES_H
#define SMQ_TESTS_PICTURES_SCENES_H

#include "core/base.h"

enum { SCENE_STEPS = 16 };

/* What happened before (past.h). */
enum past {
    PAST_NOBODY,
    PAST_LEARNED, /* two months of practice */
    PAST_ROOM,    /* a session, whose people are amid practice */
    PAST_DONE     /* one that is over */
};

struct scene_step {
    const char *text, *keys; /* wait for the text, then type the keys */
};

struct scene_picture {
    const char *name;    /* of its file, without ".svg" */
    const char *title;   /* heading of its own in the README.md */
    const char *alt;     /* what is to be seen, for whoever does not see it */
    const char *caption; /* a sentence or two, in Markdown */
    const char *command; /* words behind the program's name */
    enum past past;
    struct scene_step steps[SCENE_STEPS];
    const char *mark;  /* stands on the screen that is drawn, and on none before */
    int rows;          /* of the terminal; 0: 24 */
    const char *until; /* the rows above the one that begins so are drawn; NULL: all */
    bool cursor;       /* where the next key goes is drawn too */
};

extern const struct scene_picture scene_pictures[];
extern const size_t scene_picture_count;

#endif
