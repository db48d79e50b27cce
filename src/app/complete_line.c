/* A command line that is still being typed. */
#include "app/complete_line.h"

#include <stdlib.h>
#include <string.h>

#include "app/command_words.h"
#include "app/option_values.h"
#include "io/paths.h"

/* The option of this name, or the only one that begins so; OPTION_COUNT when there is none. */
static enum option_id find_name(const char *name, size_t len)
{
    enum option_id found = OPTION_COUNT;
    int fitting = 0;
    for (int i = 0; i < OPTION_COUNT; i++) {
        const char *own = option_info((enum option_id)i)->name;
        if (strncmp(own, name, len) != 0)
            continue;
        if (!own[len])
            return (enum option_id)i;
        found = (enum option_id)i;
        fitting++;
    }
    return fitting == 1 ? found : OPTION_COUNT;
}

static enum option_id find_letter(char letter)
{
    for (int i = 0; letter && i < OPTION_COUNT; i++)
        if (option_info((enum option_id)i)->letter == letter)
            return (enum option_id)i;
    return OPTION_COUNT;
}

/* Of a word that begins with a hyphen: the option that takes a value, OPTION_COUNT for none, and
 * where in the word the value begins, 0 when it is to be the next word. */
static enum option_id find_valued(const char *word, size_t *value)
{
    enum option_id option = OPTION_COUNT;
    *value = 0;
    if (word[1] == '-') {
        size_t len = strcspn(word, "=");
        option = find_name(word + 2, len - 2);
        *value = word[len] ? len + 1 : 0;
    } else {
        for (size_t i = 1; word[i] && option == OPTION_COUNT; i++) {
            option = find_letter(word[i]);
            if (option != OPTION_COUNT && !option_info(option)->argument)
                option = OPTION_COUNT;
            *value = word[i + 1] ? i + 1 : 0;
        }
    }
    return option != OPTION_COUNT && option_info(option)->argument ? option : OPTION_COUNT;
}

/* Takes a value that stands before the last word.  The shell has not been there yet: a path in the
 * home folder still has its "~". */
static void take(struct complete_line *line, enum option_id option, const char *value)
{
    struct str path = {0};
    struct err ignored;
    paths_resolve("", value, &path);
    value = arena_copy(&line->arena, str_text(&path), path.len);
    str_free(&path);
    option_take(option, value, &line->options, &ignored);
}

/* Reads a word before the last one; returns the option whose value the next word is. */
static enum option_id read_word(struct complete_line *line, const char *word)
{
    size_t value;
    if (line->no_options || word[0] != '-' || !word[1]) {
        line->words[line->count++] = word;
    } else if (strcmp(word, "--") == 0) {
        line->no_options = true;
    } else {
        enum option_id option = find_valued(word, &value);
        if (option == OPTION_COUNT || !value)
            return option;
        take(line, option, word + value);
    }
    return OPTION_COUNT;
}

void complete_line_read(const char *const *words, size_t count, struct complete_line *line)
{
    enum option_id waiting = OPTION_COUNT;
    *line =
        (struct complete_line){.options = {.side = SIDE_NONE}, .last = "", .option = OPTION_COUNT};
    line->words = xcalloc(count + 1, sizeof *line->words);
    for (size_t i = 0; i + 1 < count; i++) {
        if (waiting == OPTION_COUNT) {
            waiting = read_word(line, words[i]);
        } else {
            take(line, waiting, words[i]);
            waiting = OPTION_COUNT;
        }
    }
    line->command = command_words_find(line->words, line->count, &line->used);
    if (count)
        line->last = words[count - 1];
    line->option = waiting;
    if (waiting == OPTION_COUNT && !line->no_options && line->last[0] == '-')
        line->option = find_valued(line->last, &line->before);
    if (waiting == OPTION_COUNT && !line->before) /* the option itself is still being typed */
        line->option = OPTION_COUNT;
}

void complete_line_free(struct complete_line *line)
{
    free(line->words);
    arena_free(&line->arena);
}
