/* Reading the values of options. */
#include "app/option_values.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "core/text.h"
#include "ui/theme.h"

struct shown option_shown(const char *typed)
{
    struct shown shown = {""};
    struct str s = {0};
    text_show(&s, typed, OPTION_SHOWN_MAX);
    memcpy(shown.text, str_text(&s), text_prefix(str_text(&s), sizeof shown.text - 1));
    str_free(&s);
    return shown;
}

static bool read_whole(const char *text, long least, long most, long *value)
{
    char *end;
    errno = 0;
    *value = strtol(text, &end, 10);
    return errno == 0 && *text >= '0' && *text <= '9' && !*end && *value >= least && *value <= most;
}

static bool read_seed(const char *text, struct options *out, struct err *e)
{
    char *end;
    errno = 0;
    unsigned long long value = strtoull(text, &end, 10);
    if (errno || *end || *text < '0' || *text > '9')
        return err_set(e, STATUS_USAGE, _("--seed takes a whole number, not “%s”."),
                       option_shown(text).text);
    out->seed = value;
    out->seed_given = true;
    return true;
}

/* Appends a list of ids to a list in the rules. */
static bool read_list(const char *text, char list[RULES_LIST_SIZE], struct err *e)
{
    size_t len = strlen(list), more = strlen(text);
    if (!more || len + more + 2 > RULES_LIST_SIZE)
        return err_set(e, STATUS_USAGE, _("“%s” is no list of ids."), option_shown(text).text);
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
                   option_shown(text).text);
}

static bool read_theme(const char *text, struct options *out, struct err *e)
{
    if (theme_find(text)) {
        out->theme = text;
        return true;
    }
    return err_set(e, STATUS_USAGE,
                   _("--theme takes dark, light, mono or high-contrast, not “%s”."),
                   option_shown(text).text);
}

static bool read_bank(const char *text, struct options *out, struct err *e)
{
    if (out->bank_count == OPTIONS_BANKS_MAX)
        return err_set(e, STATUS_USAGE, _("Too many banks: there is no room for “%s”."),
                       option_shown(text).text);
    out->banks[out->bank_count++] = text;
    return true;
}

static bool read_number(const char *text, struct options *out, struct err *e)
{
    long value;
    if (!read_whole(text, 1, RULES_LENGTH_MAX, &value))
        return err_set(e, STATUS_USAGE, _("-n takes a number from 1 to 400, not “%s”."),
                       option_shown(text).text);
    out->rules.length = (int)value;
    return true;
}

static bool read_level(const char *text, struct options *out, struct err *e)
{
    long value;
    if (!read_whole(text, 1, BANK_LEVEL_MAX, &value))
        return err_set(e, STATUS_USAGE, _("--level takes 1, 2 or 3, not “%s”."),
                       option_shown(text).text);
    out->rules.level = (int)value;
    return true;
}

bool option_take(enum option_id option, const char *argument, struct options *out, struct err *e)
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
        out->format = argument;
        return true;
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
