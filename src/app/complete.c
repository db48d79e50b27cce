/* `smquiz --complete WORD…`, for the shells' completion. */
#include "app/complete.h"

#include <stdio.h>
#include <string.h>

#include "app/candidates.h"
#include "app/command_words.h"
#include "app/complete_ids.h"
#include "app/complete_line.h"
#include "app/language.h"
#include "app/option_values.h"
#include "app/say.h"
#include "io/replace.h"

enum { WORDS_FROM = 2 }; /* behind the program's name and --complete */

/* The next words of the commands that begin with those typed so far; a first word that several have
 * comes once, with the second ones for what it does. */
static void add_commands(struct candidates *c, const struct complete_line *line)
{
    struct str word = {0}, seconds = {0};
    for (int i = COMMAND_MENU + 1; i < COMMAND_COUNT; i++) {
        const struct command_info *info = command_info((enum command)i);
        size_t len;
        const char *next = command_words_next((enum command)i, line->words, line->count, &len);
        if (!next || !len || (word.len == len && memcmp(word.data, next, len) == 0))
            continue;
        str_clear(&word);
        str_clear(&seconds);
        str_addn(&word, next, len);
        if (next[len])
            command_words_second(&seconds, word.data);
        candidates_add(c, word.data, next[len] ? str_text(&seconds) : _(info->help));
    }
    str_free(&word);
    str_free(&seconds);
}

/* The commands that the words so far are, or may become. */
static uint64_t possible_commands(const struct complete_line *line)
{
    uint64_t possible = 0;
    size_t len;
    if (line->used)
        return UINT64_C(1) << line->command;
    for (int i = 0; i < COMMAND_COUNT; i++)
        if (command_words_next((enum command)i, line->words, line->count, &len))
            possible |= UINT64_C(1) << i;
    return possible;
}

static void add_options(struct candidates *c, const struct complete_line *line)
{
    uint64_t possible = possible_commands(line);
    char name[64];
    for (int i = 0; i < OPTION_COUNT; i++) {
        const struct option_info *info = option_info((enum option_id)i);
        if (!(info->commands & possible))
            continue;
        if (info->letter) {
            const char letter[] = {'-', info->letter, '\0'};
            candidates_add(c, letter, _(info->help));
        }
        snprintf(name, sizeof name, "--%s", info->name);
        candidates_add(c, name, _(info->help));
    }
}

static void add_words(struct candidates *c, enum value_kind kind, enum command command)
{
    const char *(*format)(size_t) = command_info(command)->format;
    const char *word;
    if (kind != VALUE_FORMAT)
        for (size_t row = 0; (word = option_word(kind, row)) != NULL; row++)
            candidates_add(c, word, "");
    else if (format)
        for (size_t row = 0; (word = format(row)) != NULL; row++)
            candidates_add(c, word, "");
}

/* Of a list with commas, it is the last piece that is being typed. */
static void go_to_last_piece(struct candidates *c)
{
    c->list = c->before.len;
    const char *value = c->typed + c->list;
    const char *comma = strrchr(value, ',');
    if (comma)
        str_addn(&c->before, value, (size_t)(comma - value) + 1);
}

static void add_values(struct candidates *c, enum value_kind kind, const struct complete_line *line,
                       const char *program)
{
    switch (kind) {
    case VALUE_PRINCIPLES:
    case VALUE_SETTINGS:
        go_to_last_piece(c);
        complete_ids_add(c, kind, &line->options, program);
        break;
    case VALUE_PARTS:
        go_to_last_piece(c);
        add_words(c, kind, line->command);
        break;
    case VALUE_PRINCIPLE:
    case VALUE_ACTIVITY:
        complete_ids_add(c, kind, &line->options, program);
        break;
    case VALUE_SESSION:
        complete_ids_add(c, kind, &line->options, program);
        if (!c->count)
            candidates_add_paths(c, "files");
        break;
    case VALUE_BANK:
        candidates_add_paths(c, "cfg");
        break;
    case VALUE_FILE:
        candidates_add_paths(c, "files");
        break;
    case VALUE_FOLDER:
        candidates_add_paths(c, "folders");
        break;
    default:
        add_words(c, kind, line->command);
        break;
    }
}

/* Whatever may stand where the last word is; options without a hyphen where nothing else can. */
static void add_all(struct candidates *c, const struct complete_line *line, const char *program)
{
    const struct command_info *info = command_info(line->command);
    size_t operand = line->count - line->used;
    bool is_full = line->used && operand >= info->most;
    if (line->option != OPTION_COUNT) {
        str_addn(&c->before, line->last, line->before);
        add_values(c, option_info(line->option)->value, line, program);
    } else if (!line->no_options && (line->last[0] == '-' || is_full)) {
        add_options(c, line);
    } else if (!line->used) {
        add_commands(c, line);
    } else if (!is_full) {
        add_values(c, info->values[operand > 0], line, program);
    }
}

bool complete_is_asked(int argc, char **argv)
{
    return argc >= WORDS_FROM && strcmp(argv[1], "--complete") == 0;
}

void complete(int argc, char **argv)
{
    struct complete_line line;
    struct err ignored;
    complete_line_read((const char *const *)argv + WORDS_FROM, (size_t)(argc - WORDS_FROM), &line);
    if (line.options.language)
        language_speak(line.options.language);
    struct candidates c = {.typed = line.last, .charset = say_charset()};
    add_all(&c, &line, argv[0]);
    replace_text("-", &c.lines, &ignored);
    candidates_free(&c);
    complete_line_free(&line);
}
