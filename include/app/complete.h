/* `smquiz --complete WORD…`, for the shells' completion.  app.
 * Writes what the last word may become, one candidate a line: "WORD\tDESCRIPTION", the tab only
 * with a description.  WORD is the last word whole.  A line that begins with a tab says instead
 * that the shell is to offer paths: "\tWHICH\tBEFORE", WHICH being "files", "folders" or "cfg"
 * (*.cfg files and folders), and BEFORE what of the word stands before the path. */
#ifndef SMQ_APP_COMPLETE_H
#define SMQ_APP_COMPLETE_H

#include <stdbool.h>

/* Whether the command line is one for completion. */
bool complete_is_asked(int argc, char **argv);
/* Writes what the last word of such a command line may become: nothing where nothing fits or
 * something is off, which a shell must not be told of in the middle of a line. */
void complete(int argc, char **argv);

#endif
