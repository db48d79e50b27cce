/* The pictures of the program: what each shows, and the way there. */
#ifndef SMQ_TESTS_PICTURES_SCENES_H
#define SMQ_TESTS_PICTURES_SCENES_H

#include "core/base.h"

enum { SCENE_STEPS = 16 };

/* Who was here before. */
enum past { PAST_NOBODY, PAST_LEARNED, PAST_ROOM, PAST_BOARD, PAST_DONE };

struct scene_step {
    const char *text, *keys; /* wait for the text, then type the keys */
};

struct scene_picture {
    const char *name;    /* of its file, without ".svg" */
    const char *title;   /* what it is, for whoever cannot see it, and its heading */
    const char *caption; /* a sentence below it */
    const char *command; /* words behind the program's name */
    enum past past;
    struct scene_step steps[SCENE_STEPS];
    const char *mark; /* stands on the screen that is drawn, and on none before */
    int rows;         /* of the terminal; 0: 24 */
    int drawn;        /* rows that are drawn, from the top; 0: all */
    bool cursor;      /* where the next key goes is drawn too */
};

extern const struct scene_picture scene_pictures[];
extern const size_t scene_picture_count;

#endif
