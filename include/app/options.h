/* The command line as a value: argv in, struct options out.  app; touches nothing but its
 * arguments. */
#ifndef SMQ_APP_OPTIONS_H
#define SMQ_APP_OPTIONS_H

#include "core/err.h"
#include "core/rules.h"
#include "core/session.h"
#include "ui/ui.h"

enum command {
    COMMAND_MENU,
    COMMAND_PRACTICE,
    COMMAND_CLIMB,
    COMMAND_SORT,
    COMMAND_TODAY,
    COMMAND_SPRINT,
    COMMAND_EXAM,
    COMMAND_LEARN,
    COMMAND_GUIDE,
    COMMAND_PROGRESS,
    COMMAND_BANK_CHECK,
    COMMAND_BANK_STATS,
    COMMAND_BANK_LIST,
    COMMAND_BANK_NEW,
    COMMAND_BANK_ADD,
    COMMAND_BANK_FIX,
    COMMAND_BANK_IMPORT,
    COMMAND_BANK_EXPORT,
    COMMAND_BANK_FLAGS,
    COMMAND_EXPORT,
    COMMAND_SESSION_NEW,
    COMMAND_SESSION_OPEN,
    COMMAND_SESSION_JOIN,
    COMMAND_SESSION_WATCH,
    COMMAND_SESSION_SHOW,
    COMMAND_SESSION_PRINT,
    COMMAND_SESSION_ENTER,
    COMMAND_SESSION_PUSH,
    COMMAND_SESSION_COLLECT,
    COMMAND_SESSION_REPORT,
    COMMAND_SESSION_LIST,
    COMMAND_TEAM_INIT,
    COMMAND_TEAM_ENROL,
    COMMAND_TEAM_STATUS,
    COMMAND_TEAM_MIGRATE,
    COMMAND_COUNT
};

enum { OPTIONS_BANKS_MAX = 64 };

struct options {
    enum command command;
    bool help, version;
    const char *banks[OPTIONS_BANKS_MAX]; /* -b, in order */
    int bank_count;
    const char *learner, *store, *config, *theme, *output; /* NULL when not given */
    const char *card, *into, *why, *language;              /* NULL when not given */
    enum side side;                                        /* SIDE_NONE when not given */
    bool no_save, plain, no_motion, no_mouse, no_clock, strict, drop;
    bool retake; /* an exam again on the day of a failed one */
    /* of sessions: */
    const char *title, *parts, *team, *name; /* NULL when not given */
    int people, house;                       /* 0 when not given */
    enum form form;                          /* with form_given */
    bool form_given, hot_seat, guest, names, anonymous, trainer;
    bool seed_given, color_given;
    uint64_t seed;
    enum ui_color color;
    const char *format;          /* as typed; NULL when not given */
    size_t format_row;           /* which it is of the command's formats (usage.h), if it has any */
    struct rules rules;          /* of a run, where the command starts one */
    const char *const *operands; /* what stands behind the command's words */
    size_t operand_count;
};

/* Reads the command line.  Strings in *out point into argv, whose order may be changed.  False and
 * *e (STATUS_USAGE, a sentence) when something is off. */
bool options_read(int argc, char **argv, struct options *out, struct err *e);

#endif
