/* The command line as a value: argv in, struct options out. */
#include "app/options.h"

#include <getopt.h>
#include <string.h>

#include "app/command_words.h"
#include "app/option_values.h"
#include "app/usage.h"
#include "core/calendar.h"
#include "core/exam.h"

enum { LETTERS_SIZE = 2 * OPTION_COUNT + 3 };

/* Fills what getopt_long wants from the table; values are option + 1, letters stand beside. */
static void make_getopt(struct option longs[OPTION_COUNT + 1], char letters[LETTERS_SIZE])
{
    size_t at = 0;
    letters[at++] = ':'; /* a missing argument is told apart from an unknown option */
    for (int i = 0; i < OPTION_COUNT; i++) {
        const struct option_info *info = option_info((enum option_id)i);
        longs[i] = (struct option){
            .name = info->name,
            .has_arg = info->argument ? required_argument : no_argument,
            .val = i + 1,
        };
        if (info->letter) {
            letters[at++] = info->letter;
            if (info->argument)
                letters[at++] = ':';
        }
    }
    letters[at] = '\0';
    longs[OPTION_COUNT] = (struct option){0};
}

/* The option a value from getopt_long stands for. */
static enum option_id option_of(int value)
{
    for (int i = 0; i < OPTION_COUNT; i++) {
        int letter = (unsigned char)option_info((enum option_id)i)->letter;
        if (value == i + 1 || (letter && value == letter))
            return (enum option_id)i;
    }
    return OPTION_COUNT;
}

/* Whether commands of two words begin with this one: their help is the whole one. */
static bool is_group(const char *word)
{
    struct str seconds = {0};
    command_words_second(&seconds, word);
    bool group = seconds.len > 0;
    str_free(&seconds);
    return group;
}

/* No command begins so; *e says what could have been meant. */
static bool refuse_command(char **operands, int count, struct err *e)
{
    struct str seconds = {0};
    struct shown first = option_shown(operands[0]);
    command_words_second(&seconds, operands[0]);
    if (!seconds.len)
        err_set(e, STATUS_USAGE, _("There is no command “%s”. Try 'smquiz --help'."), first.text);
    else if (count == 1)
        /* TRANSLATORS: the first word of a command, and the words that may follow it. */
        err_set(e, STATUS_USAGE, _("smquiz %s needs one of: %s."), first.text, str_text(&seconds));
    else
        /* TRANSLATORS: what was typed, the first word of a command, and the words that may follow
           it. */
        err_set(e, STATUS_USAGE, _("There is no “%s”: smquiz %s needs one of: %s."),
                option_shown(operands[1]).text, first.text, str_text(&seconds));
    str_free(&seconds);
    return false;
}

static bool read_command(char **operands, int count, struct options *out, struct err *e)
{
    size_t used;
    out->operands = (const char *const *)operands;
    out->operand_count = (size_t)count;
    out->command = command_words_find(out->operands, out->operand_count, &used);
    if (count && !used)
        return (out->help && is_group(operands[0])) || refuse_command(operands, count, e);
    out->operands += used;
    out->operand_count -= used;
    return true;
}

/* Finds the format among the command's; without one it is the first, where that may be. */
static bool find_format(struct options *out, struct err *e)
{
    const struct command_info *info = command_info(out->command);
    const char *name;
    out->format_row = 0;
    if (!info->format || (!out->format && !info->format_needed))
        return true;
    for (size_t row = 0; out->format && (name = info->format(row)) != NULL; row++)
        if (strcmp(name, out->format) == 0) {
            out->format_row = row;
            return true;
        }
    struct str names = {0};
    usage_formats(&names, out->command);
    if (out->format)
        /* TRANSLATORS: formats, with a blank between two, and what was given. */
        err_set(e, STATUS_USAGE, _("--format takes one of: %s. It was “%s”."), str_text(&names),
                option_shown(out->format).text);
    else
        /* TRANSLATORS: the words of a command, and formats with a blank between two. */
        err_set(e, STATUS_USAGE, _("smquiz %s needs --format with one of: %s."), info->words,
                str_text(&names));
    str_free(&names);
    return false;
}

/* What the command needs besides its options: operands, and a format it knows (or its default). */
static bool check_command(struct options *out, struct err *e)
{
    const struct command_info *info = command_info(out->command);
    if (out->operand_count > info->most)
        return err_set(e, STATUS_USAGE, _("“%s” is one word too many. Try 'smquiz --help'."),
                       option_shown(out->operands[info->most]).text);
    if (out->operand_count < info->least)
        /* TRANSLATORS: the words of a command, and the operands it takes, such as FILE. */
        return err_set(e, STATUS_USAGE, _("smquiz %s needs more: %s."), info->words,
                       info->operands);
    return find_format(out, e);
}

/* Every option that was given must be one of the command's. */
static bool check_options(uint64_t given, struct options *out, struct err *e)
{
    for (int i = 0; i < OPTION_COUNT; i++) {
        const struct option_info *info = option_info((enum option_id)i);
        bool takes = (info->commands >> out->command) & 1;
        if (((given >> i) & 1) && !takes) {
            const char *words = command_info(out->command)->words;
            return *words
                       /* TRANSLATORS: the name of an option, and the words of a command. */
                       ? err_set(e, STATUS_USAGE, _("--%s does not go with smquiz %s."), info->name,
                                 words)
                       : err_set(e, STATUS_USAGE,
                                 _("--%s does not go with smquiz without a command."), info->name);
        }
    }
    return out->help || out->version || check_command(out, e);
}

/* What is left open about the run is as usual for its mode. */
static bool check_run(struct options *out, struct err *e)
{
    struct rules *rules = &out->rules;
    enum mode mode = MODE_PRACTICE;
    mode_from_id(command_info(out->command)->words, &mode);
    rules->mode = mode;
    int64_t day = 0;
    if (out->command == COMMAND_TODAY && out->operand_count &&
        !(calendar_read(out->operands[0], &day) && day > 0 && day < RULES_DAY_MAX))
        return err_set(e, STATUS_USAGE, _("“%s” is no date; a date is written as in 2026-11-23."),
                       option_shown(out->operands[0]).text);
    rules->day = (int)day;
    if (rules->adaptive && (rules->length || rules->pass))
        return err_set(e, STATUS_USAGE,
                       _("--adaptive finds its own length; -n and --pass do not go with it."));
    if (out->command == COMMAND_SESSION_NEW) /* which works its own numbers out */
        return true;
    if (!rules->length)
        rules->length = rules->adaptive ? EXAM_ADAPTIVE_MOST : rules_default(mode).length;
    if (rules->pass > rules->length)
        return err_set(e, STATUS_USAGE,
                       ngettext("--pass %d cannot be reached with %d card.",
                                "--pass %d cannot be reached with %d cards.",
                                (unsigned long)rules->length),
                       rules->pass, rules->length);
    return true;
}

/* The option getopt_long complains about, as it was typed: a letter may stand among others. */
static struct shown culprit(char **argv)
{
    char letter[] = {'-', (char)optopt, '\0'};
    return option_shown(optopt > OPTION_COUNT ? letter : argv[optind - 1]);
}

bool options_read(int argc, char **argv, struct options *out, struct err *e)
{
    struct option longs[OPTION_COUNT + 1];
    char letters[LETTERS_SIZE];
    uint64_t given = 0;
    int value;
    make_getopt(longs, letters);
    *out = (struct options){.side = SIDE_NONE};
    opterr = 0;
    optind = 0; /* anew, even amid the letters of a word where a reading before ended */
    while ((value = getopt_long(argc, argv, letters, longs, NULL)) != -1) {
        if (value == ':')
            return err_set(e, STATUS_USAGE, _("%s needs a value."), culprit(argv).text);
        enum option_id option = option_of(value);
        if (option == OPTION_COUNT)
            return err_set(e, STATUS_USAGE, _("There is no option “%s”. Try 'smquiz --help'."),
                           culprit(argv).text);
        given |= UINT64_C(1) << option;
        if (!option_take(option, optarg, out, e))
            return false;
    }
    return read_command(argv + optind, argc - optind, out, e) && check_options(given, out, e) &&
           check_run(out, e);
}
