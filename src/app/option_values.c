/* Reading the values of options. */
#include "app/option_values.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "core/language.h"
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

const char *option_word(enum value_kind kind, size_t row)
{
    static const char *const colors[] = {
        [COLOR_AUTO] = "auto", [COLOR_ALWAYS] = "always", [COLOR_NEVER] = "never"};
    static const char *const levels[BANK_LEVEL_MAX] = {"1", "2", "3"};
    static const char *const forms[FORM_COUNT] = {[FORM_A] = "a", [FORM_B] = "b"};
    switch (kind) {
    case VALUE_COLOR:
        return row < ARRAY_LEN(colors) ? colors[row] : NULL;
    case VALUE_THEME:
        return theme_name(row);
    case VALUE_LEVEL:
        return row < ARRAY_LEN(levels) ? levels[row] : NULL;
    case VALUE_SIDE:
        return row < SIDE_COUNT ? side_id((enum side)row) : NULL;
    case VALUE_FORM:
        return row < ARRAY_LEN(forms) ? forms[row] : NULL;
    case VALUE_PART:
    case VALUE_PARTS:
        return row < PART_COUNT ? part_id((enum part)row) : NULL;
    case VALUE_NOW:
        return row < 1 ? "now" : NULL;
    default:
        return NULL;
    }
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

/* The row of a word among those an option takes; negative when it is none of them. */
static int find_word(enum value_kind kind, const char *text)
{
    const char *word;
    for (int row = 0; (word = option_word(kind, (size_t)row)) != NULL; row++)
        if (strcmp(word, text) == 0)
            return row;
    return -1;
}

static bool read_color(const char *text, struct options *out, struct err *e)
{
    int row = find_word(VALUE_COLOR, text);
    out->color_given = row >= 0;
    out->color = row < 0 ? COLOR_AUTO : (enum ui_color)row;
    return row >= 0 || err_set(e, STATUS_USAGE, _("--color takes auto, always or never, not “%s”."),
                               option_shown(text).text);
}

static bool read_theme(const char *text, struct options *out, struct err *e)
{
    if (find_word(VALUE_THEME, text) >= 0) {
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

/* Reads a whole number into the rules of the run; false when it is none from 1 to `most`. */
static bool read_rule(const char *text, long most, int *rule)
{
    long value;
    if (!read_whole(text, 1, most, &value))
        return false;
    *rule = (int)value;
    return true;
}

static bool read_number(const char *text, struct options *out, struct err *e)
{
    return read_rule(text, RULES_LENGTH_MAX, &out->rules.length) ||
           err_set(e, STATUS_USAGE, _("-n takes a number from 1 to 400, not “%s”."),
                   option_shown(text).text);
}

static bool read_level(const char *text, struct options *out, struct err *e)
{
    return read_rule(text, BANK_LEVEL_MAX, &out->rules.level) ||
           err_set(e, STATUS_USAGE, _("--level takes 1, 2 or 3, not “%s”."),
                   option_shown(text).text);
}

static bool read_minutes(const char *text, struct options *out, struct err *e)
{
    return read_rule(text, RULES_MINUTES_MAX, &out->rules.minutes) ||
           err_set(e, STATUS_USAGE, _("--minutes takes a number from 1 to 600, not “%s”."),
                   option_shown(text).text);
}

static bool read_pass(const char *text, struct options *out, struct err *e)
{
    return read_rule(text, RULES_LENGTH_MAX, &out->rules.pass) ||
           err_set(e, STATUS_USAGE, _("--pass takes a number from 1 to 400, not “%s”."),
                   option_shown(text).text);
}

static bool read_people(const char *text, struct options *out, struct err *e)
{
    return read_rule(text, SESSION_PEOPLE_MAX, &out->people) ||
           err_set(e, STATUS_USAGE, _("--people takes a number from 1 to 5000, not “%s”."),
                   option_shown(text).text);
}

static bool read_house(const char *text, struct options *out, struct err *e)
{
    return read_rule(text, SESSION_ITEMS_MAX, &out->house) ||
           err_set(e, STATUS_USAGE, _("--house takes a number from 1 to 100, not “%s”."),
                   option_shown(text).text);
}

static bool read_form(const char *text, struct options *out, struct err *e)
{
    int row = find_word(VALUE_FORM, text);
    out->form_given = row >= 0;
    out->form = row < 0 ? FORM_A : (enum form)row;
    return out->form_given ||
           /* TRANSLATORS: the letters that are typed stay as they are. */
           err_set(e, STATUS_USAGE, _("--form takes a or b, not “%s”."), option_shown(text).text);
}

static bool read_retake(const char *text, struct options *out, struct err *e)
{
    out->retake = find_word(VALUE_NOW, text) >= 0;
    return out->retake || err_set(e, STATUS_USAGE, _("--retake takes \"now\", not “%s”."),
                                  option_shown(text).text);
}

static bool read_language(const char *text, struct options *out, struct err *e)
{
    out->language = language_valid(text) ? text : NULL;
    return out->language ||
           err_set(e, STATUS_USAGE, _("--language takes a language such as de or de-AT, not “%s”."),
                   option_shown(text).text);
}

static bool read_side(const char *text, struct options *out, struct err *e)
{
    out->side = side_from_id(text);
    if (out->side == SIDE_NONE)
        return err_set(e, STATUS_USAGE, _("--side takes sales or marketing, not “%s”."),
                       option_shown(text).text);
    return true;
}

/* Where an option that takes any text puts it. */
static const char **text_place(enum option_id option, struct options *out)
{
    switch (option) {
    case OPTION_LEARNER:
        return &out->learner;
    case OPTION_STORE:
        return &out->store;
    case OPTION_INTO:
        return &out->into;
    case OPTION_WHY:
        return &out->why;
    case OPTION_FORMAT: /* what it may be depends on the command, known later */
        return &out->format;
    case OPTION_OUTPUT:
        return &out->output;
    case OPTION_CARD:
        return &out->card;
    case OPTION_CONFIG:
        return &out->config;
    case OPTION_TITLE:
        return &out->title;
    case OPTION_PARTS:
        return &out->parts;
    case OPTION_TEAM:
        return &out->team;
    default:
        return &out->name;
    }
}

/* The switch an option without an argument turns on. */
static bool *switch_place(enum option_id option, struct options *out)
{
    switch (option) {
    case OPTION_NO_SAVE:
        return &out->no_save;
    case OPTION_DROP:
        return &out->drop;
    case OPTION_STRICT:
        return &out->strict;
    case OPTION_PLAIN:
        return &out->plain;
    case OPTION_NO_MOTION:
        return &out->no_motion;
    case OPTION_NO_MOUSE:
        return &out->no_mouse;
    case OPTION_NO_CLOCK:
        return &out->no_clock;
    case OPTION_ADAPTIVE:
        return &out->rules.adaptive;
    case OPTION_NAMES:
        return &out->names;
    case OPTION_ANONYMOUS:
        return &out->anonymous;
    case OPTION_HOT_SEAT:
        return &out->hot_seat;
    case OPTION_GUEST:
        return &out->guest;
    case OPTION_TRAINER:
        return &out->trainer;
    case OPTION_VERSION:
        return &out->version;
    default:
        return &out->help;
    }
}

bool option_take(enum option_id option, const char *argument, struct options *out, struct err *e)
{
    if (!argument) {
        *switch_place(option, out) = true;
        return true;
    }
    switch (option) {
    case OPTION_BANK:
        return read_bank(argument, out, e);
    case OPTION_NUMBER:
        return read_number(argument, out, e);
    case OPTION_PRINCIPLE:
        return read_list(argument, out->rules.principles, e);
    case OPTION_SETTING:
        return read_list(argument, out->rules.settings, e);
    case OPTION_LEVEL:
        return read_level(argument, out, e);
    case OPTION_MINUTES:
        return read_minutes(argument, out, e);
    case OPTION_PASS:
        return read_pass(argument, out, e);
    case OPTION_RETAKE:
        return read_retake(argument, out, e);
    case OPTION_PEOPLE:
        return read_people(argument, out, e);
    case OPTION_HOUSE:
        return read_house(argument, out, e);
    case OPTION_FORM:
        return read_form(argument, out, e);
    case OPTION_SEED:
        return read_seed(argument, out, e);
    case OPTION_LANGUAGE:
        return read_language(argument, out, e);
    case OPTION_SIDE:
        return read_side(argument, out, e);
    case OPTION_COLOR:
        return read_color(argument, out, e);
    case OPTION_THEME:
        return read_theme(argument, out, e);
    default:
        *text_place(option, out) = argument;
        return true;
    }
}
