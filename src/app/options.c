/* The command line as a value: argv in, struct options out. */
#include "app/options.h"

#include <errno.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "app/usage.h"
#include "core/text.h"
#include "ui/theme.h"

enum { LETTERS_SIZE = 2 * OPTION_COUNT + 3, SHOWN_MAX = 40 };

/* What was typed, safe to print and not too long, as a value. */
struct shown {
    char text[4 * SHOWN_MAX + 1];
};

static struct shown shown(const char *typed)
{
    struct shown shown = {""};
    struct str s = {0};
    text_show(&s, typed, SHOWN_MAX);
    memcpy(shown.text, str_text(&s), text_prefix(str_text(&s), sizeof shown.text - 1));
    str_free(&s);
    return shown;
}

static bool read_whole(const char *text, long least, long most, long *value)
{
    char *end;
    errno = 0;
    *value = strtol(text, &end, 10);
    return errno == 0 && end != text && !*end && *value >= least && *value <= most;
}

static bool read_seed(const char *text, struct options *out, struct err *e)
{
    char *end;
    errno = 0;
    unsigned long long value = strtoull(text, &end, 10);
    if (errno || end == text || *end || *text == '-' || *text == '+')
        return err_set(e, STATUS_USAGE, _("--seed takes a whole number, not “%s”."),
                       shown(text).text);
    out->seed = value;
    out->seed_given = true;
    return true;
}

/* Appends a list of ids to a list in the rules. */
static bool read_list(const char *text, char list[RULES_LIST_SIZE], struct err *e)
{
    size_t len = strlen(list), more = strlen(text);
    if (!more || len + more + 2 > RULES_LIST_SIZE)
        return err_set(e, STATUS_USAGE, _("“%s” is no list of ids."), shown(text).text);
    if (len)
        list[len++] = ',';
    memcpy(list + len, text, more + 1);
    return true;
}

static bool read_color(const char *text, struct options *out, struct err *e)
{
    static const char *const words[] = {
        [COLOR_AUTO] = "auto", [COLOR_ALWAYS] = "always", [COLOR_NEVER] = "never"};
    for (int i = 0; i < (int)ARRAY_LEN(words); i++) {
        if (strcmp(text, words[i]) == 0) {
            out->color = (enum ui_color)i;
            out->color_given = true;
            return true;
        }
    }
    return err_set(e, STATUS_USAGE, _("--color takes auto, always or never, not “%s”."),
                   shown(text).text);
}

static bool read_format(const char *text, struct options *out, struct err *e)
{
    if (strcmp(text, "csv") != 0 && strcmp(text, "json") != 0)
        return err_set(e, STATUS_USAGE, _("--format takes csv or json, not “%s”."),
                       shown(text).text);
    out->format = *text == 'c' ? EXPORT_CSV : EXPORT_JSON;
    out->format_given = true;
    return true;
}

static bool read_theme(const char *text, struct options *out, struct err *e)
{
    if (theme_find(text)) {
        out->theme = text;
        return true;
    }
    return err_set(e, STATUS_USAGE,
                   _("--theme takes dark, light, mono or high-contrast, not “%s”."),
                   shown(text).text);
}

static bool read_bank(const char *text, struct options *out, struct err *e)
{
    if (out->bank_count == OPTIONS_BANKS_MAX)
        return err_set(e, STATUS_USAGE, _("Too many banks: there is no room for “%s”."),
                       shown(text).text);
    out->banks[out->bank_count++] = text;
    return true;
}

static bool read_number(const char *text, struct options *out, struct err *e)
{
    long value;
    if (!read_whole(text, 1, RULES_LENGTH_MAX, &value))
        return err_set(e, STATUS_USAGE, _("-n takes a number from 1 to 400, not “%s”."),
                       shown(text).text);
    out->rules.length = (int)value;
    return true;
}

static bool read_level(const char *text, struct options *out, struct err *e)
{
    long value;
    if (!read_whole(text, 1, BANK_LEVEL_MAX, &value))
        return err_set(e, STATUS_USAGE, _("--level takes 1, 2 or 3, not “%s”."), shown(text).text);
    out->rules.level = (int)value;
    return true;
}

static bool take(enum option_id option, const char *argument, struct options *out, struct err *e)
{
    switch (option) {
    case OPTION_BANK:
        return read_bank(argument, out, e);
    case OPTION_LEARNER:
        out->learner = argument;
        return true;
    case OPTION_STORE:
        out->store = argument;
        return true;
    case OPTION_NO_SAVE:
        return out->no_save = true;
    case OPTION_NUMBER:
        return read_number(argument, out, e);
    case OPTION_PRINCIPLE:
        return read_list(argument, out->rules.principles, e);
    case OPTION_SETTING:
        return read_list(argument, out->rules.settings, e);
    case OPTION_LEVEL:
        return read_level(argument, out, e);
    case OPTION_SEED:
        return read_seed(argument, out, e);
    case OPTION_STRICT:
        return out->strict = true;
    case OPTION_FORMAT:
        return read_format(argument, out, e);
    case OPTION_OUTPUT:
        out->output = argument;
        return true;
    case OPTION_PLAIN:
        return out->plain = true;
    case OPTION_COLOR:
        return read_color(argument, out, e);
    case OPTION_THEME:
        return read_theme(argument, out, e);
    case OPTION_NO_MOTION:
        return out->no_motion = true;
    case OPTION_NO_MOUSE:
        return out->no_mouse = true;
    case OPTION_CONFIG:
        out->config = argument;
        return true;
    case OPTION_HELP:
        return out->help = true;
    case OPTION_VERSION:
        return out->version = true;
    case OPTION_COUNT:
        break;
    }
    return false;
}

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
        int letter = option_info((enum option_id)i)->letter;
        if (value == i + 1 || (letter && value == letter))
            return (enum option_id)i;
    }
    return OPTION_COUNT;
}

/* Whether the operands begin with the command's words; *used says how many words those are. */
static bool command_matches(const char *words, char **operands, int count, int *used)
{
    *used = 0;
    while (*words) {
        size_t len = strcspn(words, " ");
        if (*used == count || strlen(operands[*used]) != len ||
            memcmp(operands[*used], words, len) != 0)
            return false;
        ++*used;
        words += len + (words[len] == ' ');
    }
    return true;
}

static bool read_command(char **operands, int count, struct options *out, struct err *e)
{
    int used = 0;
    out->command = COMMAND_MENU;
    for (int i = COMMAND_MENU + 1; i < COMMAND_COUNT && count; i++) {
        int words = 0;
        if (command_matches(command_info((enum command)i)->words, operands, count, &words)) {
            out->command = (enum command)i;
            used = words;
        }
    }
    if (count && !used)
        return err_set(e, STATUS_USAGE, _("There is no command “%s”. Try 'smquiz --help'."),
                       shown(operands[0]).text);
    if (out->command == COMMAND_BANK_CHECK) {
        out->paths = (const char *const *)operands + used;
        out->path_count = (size_t)(count - used);
    } else if (used < count) {
        return err_set(e, STATUS_USAGE, _("“%s” is one word too many. Try 'smquiz --help'."),
                       shown(operands[used]).text);
    }
    return true;
}

/* Every option that was given must be one of the command's. */
static bool check_options(uint32_t given, const struct options *out, struct err *e)
{
    for (int i = 0; i < OPTION_COUNT; i++) {
        const struct option_info *info = option_info((enum option_id)i);
        bool takes = (info->commands >> out->command) & 1;
        if (((given >> i) & 1) && !takes) {
            const char *words = command_info(out->command)->words;
            return err_set(e, STATUS_USAGE, _("--%s does not go with smquiz %s."), info->name,
                           *words ? words : _("without a command"));
        }
    }
    if (out->help || out->version)
        return true;
    if (out->command == COMMAND_BANK_CHECK && !out->path_count)
        return err_set(e, STATUS_USAGE, _("bank check needs a file or folder to check."));
    if (out->command == COMMAND_EXPORT && !out->format_given)
        return err_set(e, STATUS_USAGE, _("export needs --format csv or --format json."));
    return true;
}

bool options_read(int argc, char **argv, struct options *out, struct err *e)
{
    struct option longs[OPTION_COUNT + 1];
    char letters[LETTERS_SIZE];
    uint32_t given = 0;
    int value;
    make_getopt(longs, letters);
    *out = (struct options){.rules = rules_default(MODE_PRACTICE)};
    opterr = 0;
    optind = 1;
    while ((value = getopt_long(argc, argv, letters, longs, NULL)) != -1) {
        if (value == ':')
            return err_set(e, STATUS_USAGE, _("%s needs a value."), shown(argv[optind - 1]).text);
        enum option_id option = option_of(value);
        if (option == OPTION_COUNT)
            return err_set(e, STATUS_USAGE, _("There is no option “%s”. Try 'smquiz --help'."),
                           shown(argv[optind - 1]).text);
        given |= UINT32_C(1) << option;
        if (!take(option, optarg, out, e))
            return false;
    }
    return read_command(argv + optind, argc - optind, out, e) && check_options(given, out, e);
}
