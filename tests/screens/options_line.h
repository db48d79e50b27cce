/* Reading a command line in a test: from one text to options or an error. */
#ifndef SMQ_TESTS_OPTIONS_LINE_H
#define SMQ_TESTS_OPTIONS_LINE_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/usage.h"

enum { WORDS_MAX = 160, LINE_SIZE = 2048 };

/* A command line split at blanks; the options read from it point into it. */
struct line {
    char text[LINE_SIZE];
    char *words[WORDS_MAX + 1];
    int count;
    struct options options;
    struct err err;
    bool good;
};

static inline void read_line(struct line *line, const char *text)
{
    *line = (struct line){.count = 1, .words = {"smquiz"}};
    memcpy(line->text, text, strlen(text) + 1);
    for (char *at = line->text; *at;) {
        size_t len = strcspn(at, " ");
        bool last = !at[len];
        at[len] = '\0';
        line->words[line->count++] = at;
        at += len + !last;
    }
    line->good = options_read(line->count, line->words, &line->options, &line->err);
}

static inline const struct options *good(struct line *line, const char *text)
{
    read_line(line, text);
    if (!line->good)
        fail_msg("“%s”: %s", text, line->err.text);
    return &line->options;
}

/* A wrong use: its status, and a sentence that names the culprit. */
static inline void assert_wrong(const char *text, const char *culprit)
{
    struct line line;
    read_line(&line, text);
    if (line.good)
        fail_msg("“%s” was accepted", text);
    assert_int_equal(line.err.status, STATUS_USAGE);
    if (!strstr(line.err.text, culprit))
        fail_msg("“%s” says: %s", text, line.err.text);
}

#endif
