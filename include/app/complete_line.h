/* A command line that is still being typed: what was said so far, and what its last word is.  app;
 * touches nothing but its arguments. */
#ifndef SMQ_APP_COMPLETE_LINE_H
#define SMQ_APP_COMPLETE_LINE_H

#include "app/usage.h"
#include "core/xmalloc.h"

struct complete_line {
    struct options options; /* of those before the last word what can be used; no operands */
    enum command command;   /* COMMAND_MENU while it is none */
    const char **words;     /* what is no option: the command's words and its operands */
    size_t count;           /* of them */
    size_t used;            /* of them the command's */
    bool no_options;        /* behind "--" */

    const char *last;      /* the word that is being typed */
    enum option_id option; /* whose value it is; OPTION_COUNT when of none */
    size_t before;         /* how many bytes of it stand before the value, e.g. of "--bank=" */
    struct arena arena;
};

/* Reads `count` words, the last of which is being typed ("" when there is none).  Words are
 * borrowed; free with complete_line_free. */
void complete_line_read(const char *const *words, size_t count, struct complete_line *line);
void complete_line_free(struct complete_line *line);

#endif
