/* The kinds of line of a run sheet.  core; part of core/run_sheet.h. */
#ifndef SMQ_CORE_RUN_SHEET_LINES_H
#define SMQ_CORE_RUN_SHEET_LINES_H

#include "core/run_sheet.h"

struct sheet_lines {
    const struct run_sheet *sheet;
    struct str *out;
};

void sheet_lines_gap(struct sheet_lines *lines);
/* A paragraph, wrapped; `depth` 0 or 1. */
void sheet_lines_text(struct sheet_lines *lines, int depth, const char *text);
/* A sentence for the trainer to say. */
void sheet_lines_say(struct sheet_lines *lines, const char *sentence);
/* A sentence with the session's place below it, on a line of its own, and what stands behind it. */
void sheet_lines_place(struct sheet_lines *lines, const char *sentence, const char *behind);
/* A command that stays whole, of the one whom `mark` ('$' or '>') says. */
void sheet_lines_command(struct sheet_lines *lines, char mark, const char *command);
/* A line to type that is no command and stays whole; `depth` 2 or 3. */
void sheet_lines_typed(struct sheet_lines *lines, int depth, const char *line);
/* A command of the trainer that needs the place and no session. */
void sheet_lines_place_command(struct sheet_lines *lines, const char *command);
/* "smquiz session VERB SESSION TAIL" of the trainer, and of the participants. */
void sheet_lines_mine(struct sheet_lines *lines, const char *verb, const char *tail);
void sheet_lines_theirs(struct sheet_lines *lines, const char *verb, const char *tail);
/* The same, into a file named by the session's code and `ending`. */
void sheet_lines_mine_file(struct sheet_lines *lines, const char *verb, const char *tail,
                           const char *ending);
/* Joining by the session's path. */
void sheet_lines_path(struct sheet_lines *lines);

#endif
