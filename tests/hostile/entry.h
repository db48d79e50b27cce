/* Every way a stranger's text gets into the program. */
#ifndef SMQ_TESTS_HOSTILE_ENTRY_H
#define SMQ_TESTS_HOSTILE_ENTRY_H

#include "scan.h"
#include "world.h"

/* What the payload is put into. */
enum inlet {
    INLET_FILE,  /* a file of the entry's kind */
    INLET_STORE, /* a row of the store */
    INLET_WORD,  /* {text} in the command */
    INLET_NAME,  /* the name of a good file of the entry's kind */
    INLET_INPUT, /* a line of standard input */
    INLET_VARIABLE
};

struct entry {
    enum inlet inlet;
    enum kind kind;
    /* Commands without the program's name, "; " between two.  Words are parted by blanks and may
     * have: {text} the payload, {bad} the file with it, {good} a bank, {gift} and {csv} such files,
     * {room} a session's folder, {badroom} one whose session is the file with the payload,
     * {store}, {out} and {picture} files that are made, {work}. */
    const char *commands;
    const char *detail; /* INLET_INPUT: the lines, {text} among them; INLET_VARIABLE: which */
    unsigned allowed;   /* of scan.h */
};

extern const struct entry entries[];
extern const size_t entry_count;

#endif
