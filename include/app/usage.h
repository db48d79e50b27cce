/* The tables of commands and options, and the help made from them.  app. */
#ifndef SMQ_APP_USAGE_H
#define SMQ_APP_USAGE_H

#include "app/options.h"
#include "core/text.h"

/* Which option it is; the reader of the command line switches on it. */
enum option_id {
    OPTION_BANK,
    OPTION_LEARNER,
    OPTION_STORE,
    OPTION_NO_SAVE,
    OPTION_NUMBER,
    OPTION_PRINCIPLE,
    OPTION_SETTING,
    OPTION_LEVEL,
    OPTION_MINUTES,
    OPTION_PASS,
    OPTION_ADAPTIVE,
    OPTION_RETAKE,
    OPTION_SEED,
    OPTION_STRICT,
    OPTION_INTO,
    OPTION_SIDE,
    OPTION_DROP,
    OPTION_WHY,
    OPTION_FORMAT,
    OPTION_OUTPUT,
    OPTION_CARD,
    OPTION_TITLE,
    OPTION_PARTS,
    OPTION_PEOPLE,
    OPTION_HOUSE,
    OPTION_NAMES,
    OPTION_ANONYMOUS,
    OPTION_TEAM,
    OPTION_NAME,
    OPTION_FORM,
    OPTION_HOT_SEAT,
    OPTION_GUEST,
    OPTION_TRAINER,
    OPTION_PLAIN,
    OPTION_COLOR,
    OPTION_THEME,
    OPTION_NO_MOTION,
    OPTION_NO_MOUSE,
    OPTION_NO_CLOCK,
    OPTION_LANGUAGE,
    OPTION_CONFIG,
    OPTION_HELP,
    OPTION_VERSION,
    OPTION_COUNT
};

/* What may stand where the command line takes a value, as far as that can be listed. */
enum value_kind {
    VALUE_ANY, /* a text or a number of one's own; or none is taken */
    VALUE_COLOR,
    VALUE_THEME,
    VALUE_LEVEL,
    VALUE_SIDE,
    VALUE_FORM,
    VALUE_PART,
    VALUE_PARTS, /* a list with commas, as are principles and settings */
    VALUE_NOW,
    VALUE_FORMAT, /* of the command */
    VALUE_PRINCIPLE,
    VALUE_PRINCIPLES,
    VALUE_SETTINGS,
    VALUE_ACTIVITY, /* a card of the bank */
    VALUE_SESSION,  /* a code or a path */
    VALUE_BANK,     /* a *.cfg file or a folder */
    VALUE_FILE,
    VALUE_FOLDER
};

struct option_info {
    const char *name;      /* without the two dashes */
    char letter;           /* '\0': none */
    const char *argument;  /* its name in the help, untranslated; NULL: takes none */
    enum value_kind value; /* of the argument */
    uint64_t commands;     /* bits 1 << enum command */
    const char *help;      /* untranslated */
};

struct command_info {
    const char *words;         /* "bank check"; "" for the menu */
    const char *operands;      /* for the synopsis, e.g. "PATH…"; "" for none */
    enum value_kind values[2]; /* what they are: the first, and those behind it */
    const char *help;          /* untranslated */
    size_t least, most;        /* how many operands it takes */
    /* The name of a row of the command's table of formats, NULL behind the last; NULL itself: the
     * command has no --format. */
    const char *(*format)(size_t row);
    bool format_needed; /* --format must be given; else the first row stands for none */
};

const struct option_info *option_info(enum option_id option);
const struct command_info *command_info(enum command command);

/* Appends the formats of a command that has some, blank-separated. */
void usage_formats(struct str *out, enum command command);
/* Appends the help of one command (COMMAND_MENU: of the whole program), its columns as they are in
 * this charset. */
void usage_help(struct str *out, enum command command, enum charset charset);
/* Appends the version text. */
void usage_version(struct str *out);

#endif
