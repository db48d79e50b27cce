/* The place where hostile files are tried: a folder with good files, a store and sessions, made
 * anew for each try. */
#ifndef SMQ_TESTS_HOSTILE_STAGE_H
#define SMQ_TESTS_HOSTILE_STAGE_H

#include "child.h"
#include "entry.h"

/* One try of an entry. */
struct attempt {
    const struct entry *entry;
    struct str what;      /* the payload and its place, for complaints */
    struct str name;      /* of the bad file in the folder */
    struct str text;      /* for {text}; NUL-terminated */
    bool names_its_place; /* a refusal has to name a line of the file */
    bool is_good;         /* nothing is wrong with the file, and it must be taken */
};

struct stage_folder {
    struct str path;
    struct str program;
    struct str base_store; /* the bytes of a good store */
    double worst_seconds;
    long worst_kb;
    struct str slowest, largest; /* which tries these were */
    int tries;
};

/* Makes the folder and what is good in it; ends the program when that fails. */
void stage_open(struct stage_folder *stage, const char *program);
/* Removes it. */
void stage_close(struct stage_folder *stage);
/* Writes a file of the folder, going over one that is there. */
void stage_write(const struct stage_folder *stage, const char *name, const struct str *bytes);
/* Puts the good store back, and the sessions as they were. */
void stage_reset(const struct stage_folder *stage, const struct attempt *attempt);
/* The path of the store. */
void stage_store(const struct stage_folder *stage, struct str *out);
/* Runs the entry's commands.  Prints what is wrong with what came out and returns false; true when
 * nothing is. */
bool stage_try(struct stage_folder *stage, const struct attempt *attempt);

#endif
