/* The tables of commands and options, and the help made from them. */
#include "app/usage.h"

#include <string.h>
#include <unicase.h>
#include <unistr.h>

#include "app/bank_exchange_command.h"
#include "app/bank_flags_command.h"
#include "app/bank_stats_command.h"
#include "app/progress.h"
#include "app/session_print_command.h"
#include "core/text.h"
#include "io/export.h"
#include "io/session_report_formats.h"

#define ON(command) (UINT64_C(1) << (command))
#define ON_CHOSEN                                                                       \
    (ON(COMMAND_PRACTICE) | ON(COMMAND_CLIMB) | ON(COMMAND_SORT) | ON(COMMAND_SPRINT) | \
     ON(COMMAND_EXAM))
#define ON_SCREENS \
    (ON_CHOSEN | ON(COMMAND_MENU) | ON(COMMAND_TODAY) | ON(COMMAND_LEARN) | ON(COMMAND_GUIDE))
#define ON_RUNS (ON_SCREENS | ON(COMMAND_PROGRESS))
#define ON_AUTHORS \
    (ON(COMMAND_BANK_ADD) | ON(COMMAND_BANK_FIX) | ON(COMMAND_BANK_IMPORT) | ON(COMMAND_BANK_LIST))
#define ON_STORE (ON(COMMAND_EXPORT) | ON(COMMAND_BANK_FLAGS))
#define ON_SESSION_SCREENS \
    (ON(COMMAND_SESSION_JOIN) | ON(COMMAND_SESSION_WATCH) | ON(COMMAND_SESSION_SHOW))
#define ON_SESSION_LINES                                                                   \
    (ON(COMMAND_SESSION_OPEN) | ON(COMMAND_SESSION_PRINT) | ON(COMMAND_SESSION_ENTER) |    \
     ON(COMMAND_SESSION_PUSH) | ON(COMMAND_SESSION_COLLECT) | ON(COMMAND_SESSION_REPORT) | \
     ON(COMMAND_SESSION_LIST))
#define ON_SESSIONS (ON_SESSION_SCREENS | ON_SESSION_LINES | ON(COMMAND_SESSION_NEW))
#define ON_TEAM                                                                 \
    (ON(COMMAND_TEAM_INIT) | ON(COMMAND_TEAM_ENROL) | ON(COMMAND_TEAM_STATUS) | \
     ON(COMMAND_TEAM_MIGRATE))
#define ON_ALL (ON(COMMAND_COUNT) - 1)

enum { HELP_COLS = 80, OPTION_COLS = 24 };

static const struct command_info commands[COMMAND_COUNT] = {
    [COMMAND_MENU] = {.words = "",
                      .operands = "",
                      .help = N_("the menu; on the first start, six cards")},
    [COMMAND_PRACTICE] = {.words = "practice",
                          .operands = "",
                          .help = N_("cards one at a time, each with its verdict")},
    [COMMAND_CLIMB] = {.words = "climb",
                       .operands = "",
                       .help = N_("trickier step by step, to the third miss")},
    [COMMAND_SORT] = {.words = "sort",
                      .operands = "",
                      .help = N_("six to eight cards, moved to their sides together")},
    [COMMAND_TODAY] = {.words = "today",
                       .operands = "[DATE]",
                       .help = N_("five cards of the day, the same for everyone"),
                       .most = 1},
    [COMMAND_SPRINT] = {.words = "sprint",
                        .operands = "",
                        .help = N_("a minute: right ones less wrong ones")},
    [COMMAND_EXAM] = {.words = "exam",
                      .operands = "",
                      .help = N_("no verdicts until the end; then passed or not")},
    [COMMAND_BANK_CHECK] = {.words = "bank check",
                            .operands = "[PATH…]",
                            .values = {VALUE_BANK, VALUE_BANK},
                            .help = N_("check question banks, report every fault"),
                            .most = SIZE_MAX},
    [COMMAND_LEARN] = {.words = "learn",
                       .operands = "[PRINCIPLE]",
                       .values = {VALUE_PRINCIPLE},
                       .help = N_("read what tells the two apart"),
                       .most = 1},
    [COMMAND_GUIDE] = {.words = "guide",
                       .operands = "[PRINCIPLE]",
                       .values = {VALUE_PRINCIPLE},
                       .help = N_("your field guide: a page for each principle, filled by playing"),
                       .most = 1},
    [COMMAND_PROGRESS] = {.words = "progress",
                          .operands = "",
                          .help = N_("what is yours by now, and what is not"),
                          .format = progress_format},
    [COMMAND_BANK_STATS] = {.words = "bank stats",
                            .operands = "[PATH…]",
                            .values = {VALUE_BANK, VALUE_BANK},
                            .help = N_("a bank at a glance: counts, balance, giveaways"),
                            .most = SIZE_MAX,
                            .format = bank_stats_format},
    [COMMAND_BANK_LIST] = {.words = "bank list",
                           .operands = "",
                           .help = N_("which banks and layers are played, and where they are")},
    [COMMAND_BANK_NEW] = {.words = "bank new",
                          .operands = "FILE",
                          .values = {VALUE_BANK},
                          .help = N_("write a commented bank to start from"),
                          .least = 1,
                          .most = 1},
    [COMMAND_BANK_ADD] = {.words = "bank add",
                          .operands = "",
                          .help = N_("add a scenario of your own by answering questions")},
    [COMMAND_BANK_FIX] = {.words = "bank fix",
                          .operands = "ID",
                          .values = {VALUE_ACTIVITY},
                          .help = N_("settle a dispute: overrule the side of a card, or drop it"),
                          .least = 1,
                          .most = 1},
    [COMMAND_BANK_IMPORT] = {.words = "bank import",
                             .operands = "FILE",
                             .values = {VALUE_FILE},
                             .help = N_("read questions in GIFT or CSV into a bank"),
                             .least = 1,
                             .most = 1,
                             .format = bank_import_format,
                             .format_needed = true},
    [COMMAND_BANK_EXPORT] = {.words = "bank export",
                             .operands = "[PATH…]",
                             .values = {VALUE_BANK, VALUE_BANK},
                             .help = N_("write a bank as GIFT, CSV or text for Anki"),
                             .most = SIZE_MAX,
                             .format = bank_export_format,
                             .format_needed = true},
    [COMMAND_BANK_FLAGS] = {.words = "bank flags",
                            .operands = "",
                            .help = N_("what players flagged, the most flagged first"),
                            .format = bank_flags_format},
    [COMMAND_EXPORT] = {.words = "export",
                        .operands = "",
                        .help = N_("write the answers kept, one row each"),
                        .format = export_format_name,
                        .format_needed = true},
    [COMMAND_SESSION_NEW] = {.words = "session new",
                             .operands = "",
                             .help = N_("make a training session; without options, five questions "
                                        "and a run sheet")},
    [COMMAND_SESSION_OPEN] = {.words = "session open",
                              .operands = "SESSION [PART]",
                              .values = {VALUE_SESSION, VALUE_PART},
                              .help = N_("open the next part of a session, or the one named"),
                              .least = 1,
                              .most = 2},
    [COMMAND_SESSION_JOIN] = {.words = "session join",
                              .operands = "[SESSION]",
                              .values = {VALUE_SESSION},
                              .help = N_("take part in a session, from where you are"),
                              .most = 1},
    [COMMAND_SESSION_WATCH] = {.words = "session watch",
                               .operands = "[SESSION]",
                               .values = {VALUE_SESSION},
                               .help = N_("see how far everyone is, and how the room splits"),
                               .most = 1},
    [COMMAND_SESSION_SHOW] = {.words = "session show",
                              .operands = "[SESSION]",
                              .values = {VALUE_SESSION},
                              .help = N_("card by card on a projector, hands counted"),
                              .most = 1},
    [COMMAND_SESSION_PRINT] = {.words = "session print",
                               .operands = "[SESSION]",
                               .values = {VALUE_SESSION},
                               .help = N_("tick sheets and their key, for paper"),
                               .most = 1,
                               .format = session_print_format},
    [COMMAND_SESSION_ENTER] = {.words = "session enter",
                               .operands = "[SESSION]",
                               .values = {VALUE_SESSION},
                               .help = N_("type in tick sheets and result codes, a line a person"),
                               .most = 1},
    [COMMAND_SESSION_PUSH] = {.words = "session push",
                              .operands = "[SESSION]",
                              .values = {VALUE_SESSION},
                              .help = N_("send what this computer still has for a session"),
                              .most = 1},
    [COMMAND_SESSION_COLLECT] = {.words = "session collect",
                                 .operands = "SESSION [PATH…]",
                                 .values = {VALUE_SESSION, VALUE_FILE},
                                 .help = N_("take in results: the session's own, and files or "
                                            "folders of others"),
                                 .least = 1,
                                 .most = SIZE_MAX},
    [COMMAND_SESSION_REPORT] = {.words = "session report",
                                .operands = "[SESSION]",
                                .values = {VALUE_SESSION},
                                .help = N_("what the room still mixes up, and whether it helped"),
                                .most = 1,
                                .format = session_report_format},
    [COMMAND_SESSION_LIST] = {.words = "session list",
                              .operands = "",
                              .help = N_("the sessions there are")},
    [COMMAND_TEAM_INIT] = {.words = "team init",
                           .operands = "",
                           .help = N_("make the tables and roles of a team in PostgreSQL")},
    [COMMAND_TEAM_ENROL] = {.words = "team enrol",
                            .operands = "NAME…",
                            .help = N_("let people in: a database role each"),
                            .least = 1,
                            .most = SIZE_MAX},
    [COMMAND_TEAM_STATUS] = {.words = "team status",
                             .operands = "",
                             .help = N_("whether the team's database is there, and what it holds")},
    [COMMAND_TEAM_MIGRATE] = {.words = "team migrate",
                              .operands = "",
                              .help = N_("bring the team's tables to this version")},
};

static const struct option_info options[OPTION_COUNT] = {
    [OPTION_BANK] = {"bank", 'b', "PATH", VALUE_BANK,
                     ON_RUNS | ON_AUTHORS | ON(COMMAND_BANK_FLAGS) | ON(COMMAND_SESSION_NEW),
                     N_("a question bank: a file or a folder; repeated, later ones lie over "
                        "earlier ones")},
    [OPTION_LEARNER] = {"learner", 'l', "NAME", VALUE_ANY, ON_RUNS | ON(COMMAND_EXPORT),
                        N_("whose answers (default: your login name; for an export: everybody's)")},
    [OPTION_STORE] = {"store", 0, "FILE", VALUE_FILE,
                      ON_RUNS | ON_STORE | ON_SESSION_SCREENS | ON(COMMAND_SESSION_PUSH) |
                          ON(COMMAND_TEAM_STATUS),
                      N_("the file the answers are kept in")},
    [OPTION_NO_SAVE] = {"no-save", 0, NULL, VALUE_ANY, ON_SCREENS,
                        N_("neither read nor keep any answers")},
    [OPTION_NUMBER] = {"number", 'n', "N", VALUE_ANY,
                       ON(COMMAND_PRACTICE) | ON(COMMAND_EXAM) | ON(COMMAND_SESSION_NEW),
                       N_("how many cards (default: 12; 20 in an exam; in a session each test, by "
                          "the minutes)")},
    [OPTION_PRINCIPLE] = {"principle", 0, "ID,…", VALUE_PRINCIPLES,
                          ON_CHOSEN | ON(COMMAND_BANK_IMPORT) | ON(COMMAND_SESSION_NEW),
                          N_("the principles: of the cards to ask, or of imported questions that "
                             "name none")},
    [OPTION_SETTING] = {"setting", 0, "ID,…", VALUE_SETTINGS, ON_CHOSEN | ON(COMMAND_SESSION_NEW),
                        N_("only cards from these trades or places")},
    [OPTION_LEVEL] = {"level", 0, "N", VALUE_LEVEL, ON_CHOSEN & ~ON(COMMAND_CLIMB),
                      N_("only cards of this level: 1 everyday, 2, 3 tricky")},
    [OPTION_MINUTES] = {"minutes", 0, "N", VALUE_ANY, ON(COMMAND_EXAM) | ON(COMMAND_SESSION_NEW),
                        N_("time for the exam, from its first card on; or for a whole session")},
    [OPTION_PASS] = {"pass", 0, "N", VALUE_ANY, ON(COMMAND_EXAM) | ON(COMMAND_SESSION_NEW),
                     N_("right answers needed to pass (default: four in five; in a session none)")},
    [OPTION_ADAPTIVE] = {"adaptive", 0, NULL, VALUE_ANY, ON(COMMAND_EXAM),
                         N_("end the exam as soon as the result is clear, after 12 to 40 cards")},
    [OPTION_RETAKE] = {"retake", 0, "WHEN", VALUE_NOW, ON(COMMAND_EXAM),
                       N_("\"now\": again on the day of a failed exam, for trainers")},
    [OPTION_SEED] = {"seed", 0, "N", VALUE_ANY, ON_SCREENS | ON(COMMAND_SESSION_NEW),
                     N_("the same number gives the same run")},
    [OPTION_INTO] = {"into", 0, "PATH", VALUE_BANK,
                     ON(COMMAND_BANK_ADD) | ON(COMMAND_BANK_FIX) | ON(COMMAND_BANK_IMPORT),
                     N_("the bank file to write to (default: your house layer)")},
    [OPTION_SIDE] = {"side", 0, "SIDE", VALUE_SIDE, ON(COMMAND_BANK_FIX), N_("sales or marketing")},
    [OPTION_DROP] = {"drop", 0, NULL, VALUE_ANY, ON(COMMAND_BANK_FIX),
                     N_("do not ask this card any more")},
    [OPTION_WHY] = {"why", 0, "TEXT", VALUE_ANY, ON(COMMAND_BANK_FIX),
                    N_("why it is so at your firm")},
    [OPTION_STRICT] = {"strict", 0, NULL, VALUE_ANY, ON(COMMAND_BANK_CHECK),
                       N_("warnings are errors")},
    [OPTION_FORMAT] = {"format", 0, "FORMAT", VALUE_FORMAT,
                       ON_STORE | ON(COMMAND_BANK_STATS) | ON(COMMAND_BANK_IMPORT) |
                           ON(COMMAND_BANK_EXPORT) | ON(COMMAND_PROGRESS) |
                           ON(COMMAND_SESSION_PRINT) | ON(COMMAND_SESSION_REPORT),
                       N_("one of the formats that the command names")},
    [OPTION_OUTPUT] = {"output", 'o', "FILE", VALUE_FILE,
                       ON_STORE | ON(COMMAND_BANK_EXPORT) | ON(COMMAND_SESSION_NEW) |
                           ON(COMMAND_SESSION_PRINT) | ON(COMMAND_SESSION_REPORT) |
                           ON(COMMAND_TEAM_ENROL),
                       N_("write to FILE instead of standard output; a new session's file or "
                          "folder; the folder for what new people need")},
    [OPTION_CARD] = {"card", 0, "FILE", VALUE_FILE, ON_CHOSEN | ON(COMMAND_TODAY),
                     N_("write the result to a new FILE, as a picture when its name ends in .svg")},
    [OPTION_TITLE] = {"title", 0, "TEXT", VALUE_ANY, ON(COMMAND_SESSION_NEW),
                      N_("what the session is called")},
    [OPTION_PARTS] = {"parts", 0, "PART,…", VALUE_PARTS,
                      ON(COMMAND_SESSION_NEW) | ON(COMMAND_SESSION_PRINT),
                      N_("before, practice, after (default: all three)")},
    [OPTION_PEOPLE] = {"people", 0, "N", VALUE_ANY, ON(COMMAND_SESSION_NEW),
                       N_("how many take part")},
    [OPTION_HOUSE] = {"house", 0, "N", VALUE_ANY, ON(COMMAND_SESSION_NEW),
                      N_("scenarios of your own bank in the session, at least")},
    [OPTION_NAMES] = {"names", 0, NULL, VALUE_ANY,
                      ON(COMMAND_SESSION_NEW) | ON(COMMAND_SESSION_WATCH),
                      N_("with names (default: without)")},
    [OPTION_ANONYMOUS] = {"anonymous", 0, NULL, VALUE_ANY, ON(COMMAND_SESSION_REPORT),
                          N_("without names, also where the session has them")},
    [OPTION_TEAM] = {"team", 0, "PLACE", VALUE_FOLDER, ON_SESSIONS | ON_TEAM,
                     N_("where sessions are: a folder, or postgresql://…")},
    [OPTION_NAME] = {"name", 0, "NAME", VALUE_ANY, ON(COMMAND_SESSION_JOIN),
                     N_("the name the trainer sees")},
    [OPTION_FORM] = {"form", 0, "FORM", VALUE_FORM,
                     ON(COMMAND_SESSION_JOIN) | ON(COMMAND_SESSION_PRINT),
                     /* TRANSLATORS: the letters that are typed stay as they are. */
                     N_("the form of the test to begin with: a or b")},
    [OPTION_HOT_SEAT] = {"hot-seat", 0, NULL, VALUE_ANY, ON(COMMAND_SESSION_JOIN),
                         N_("several people in turn at this keyboard")},
    [OPTION_GUEST] = {"guest", 0, NULL, VALUE_ANY, ON(COMMAND_SESSION_JOIN),
                      N_("on a login that many share: always ask for a name, remember nothing")},
    [OPTION_TRAINER] = {"trainer", 0, NULL, VALUE_ANY, ON(COMMAND_TEAM_ENROL),
                        N_("people who make sessions and read their results")},
    [OPTION_PLAIN] = {"plain", 0, NULL, VALUE_ANY, ON_RUNS | ON_SESSION_SCREENS,
                      N_("lines of text instead of a full screen")},
    [OPTION_COLOR] = {"color", 0, "WHEN", VALUE_COLOR, ON_RUNS | ON_SESSION_SCREENS,
                      N_("auto, always or never")},
    [OPTION_THEME] = {"theme", 0, "NAME", VALUE_THEME, ON_RUNS | ON_SESSION_SCREENS,
                      N_("dark, light, mono or high-contrast")},
    [OPTION_NO_MOTION] = {"no-motion", 0, NULL, VALUE_ANY, ON_RUNS | ON_SESSION_SCREENS,
                          N_("cards do not slide")},
    [OPTION_NO_MOUSE] = {"no-mouse", 0, NULL, VALUE_ANY, ON_RUNS | ON_SESSION_SCREENS,
                         N_("leave the mouse to the terminal")},
    [OPTION_NO_CLOCK] = {"no-clock", 0, NULL, VALUE_ANY, ON(COMMAND_SPRINT) | ON(COMMAND_EXAM),
                         N_("do not show the time left")},
    [OPTION_LANGUAGE] = {"language", 0, "LANG", VALUE_ANY, ON_ALL,
                         N_("the language of cards and sentences, such as de")},
    [OPTION_CONFIG] = {"config", 0, "FILE", VALUE_BANK,
                       ON_RUNS | ON_AUTHORS | ON_STORE | ON(COMMAND_BANK_STATS) |
                           ON(COMMAND_BANK_EXPORT) | ON_SESSIONS | ON_TEAM,
                       N_("read the settings from FILE")},
    [OPTION_HELP] = {"help", 'h', NULL, VALUE_ANY, ON_ALL, N_("show this help")},
    [OPTION_VERSION] = {"version", 'V', NULL, VALUE_ANY, ON_ALL, N_("show the version")},
};

const struct option_info *option_info(enum option_id option)
{
    return &options[option];
}

const struct command_info *command_info(enum command command)
{
    return &commands[command];
}

/* The help, and what of characters it may be written in: columns are counted in those. */
struct help {
    struct str *out;
    enum charset charset;
};

/* Appends `name` indented, then the help wrapped in its column. */
static void add_row(struct help *h, const char *name, const char *help)
{
    struct str *out = h->out, shown = {0}, explained = {0};
    struct text_line lines[8];
    text_adapt(&shown, name, h->charset);
    text_adapt(&explained, help, h->charset);
    size_t count =
        text_wrap(str_text(&explained), HELP_COLS - OPTION_COLS - 2, lines, ARRAY_LEN(lines));
    int width = text_width(str_text(&shown));
    str_addf(out, "  %s", str_text(&shown));
    if (width >= OPTION_COLS) {
        str_addc(out, '\n');
        width = -2;
    }
    for (size_t i = 0; i < count && i < ARRAY_LEN(lines); i++) {
        str_addf(out, "%*s", i ? OPTION_COLS + 2 : OPTION_COLS - width, "");
        str_addn(out, lines[i].start, lines[i].len);
        str_addc(out, '\n');
    }
    str_free(&shown);
    str_free(&explained);
}

static void add_options(struct help *h, enum command command)
{
    struct str name = {0};
    for (int i = 0; i < OPTION_COUNT; i++) {
        const struct option_info *info = &options[i];
        if (command != COMMAND_MENU && !(info->commands & ON(command)))
            continue;
        str_clear(&name);
        if (info->letter)
            str_addf(&name, "-%c, ", info->letter);
        else
            str_add(&name, "    ");
        str_addf(&name, "--%s", info->name);
        if (info->argument)
            str_addf(&name, " %s", info->argument);
        add_row(h, str_text(&name), _(info->help));
    }
    str_free(&name);
}

static void add_commands(struct help *h)
{
    struct str name = {0};
    for (int i = 0; i < COMMAND_COUNT; i++) {
        str_clear(&name);
        str_addf(&name, "smquiz %s", commands[i].words);
        if (*commands[i].operands)
            str_addf(&name, " %s", commands[i].operands);
        add_row(h, str_text(&name), _(commands[i].help));
    }
    str_free(&name);
}

/* Appends a help of the table as a sentence on a line of its own. */
static void add_sentence(struct str *out, const char *help)
{
    struct str sentence = {0};
    ucs4_t first;
    uint8_t capital[6];
    int len = u8_strmbtouc(&first, (const uint8_t *)help);
    int size = len > 0 ? u8_uctomb(capital, uc_totitle(first), sizeof capital) : 0;
    if (size > 0) {
        str_addn(&sentence, (const char *)capital, (size_t)size);
        help += len;
    }
    str_add(&sentence, help);
    /* TRANSLATORS: what a command does, from the list of commands, with a capital first letter; as
       a sentence. */
    str_addf(out, _("%s.\n"), str_text(&sentence));
    str_free(&sentence);
}

void usage_formats(struct str *out, enum command command)
{
    const char *name;
    for (size_t row = 0; (name = commands[command].format(row)) != NULL; row++)
        str_addf(out, "%s%s", row > 0 ? " " : "", name);
}

/* Appends the formats of a command that has some, as a line of its help. */
static void add_formats(struct str *out, enum command command)
{
    struct str names = {0};
    usage_formats(&names, command);
    if (commands[command].format_needed)
        str_addf(out, _("Formats: %s.\n"), str_text(&names));
    else
        /* TRANSLATORS: formats with a blank between two, and one of them or what is written without
           one. */
        str_addf(out, _("Formats: %s; when none is given, %s.\n"), str_text(&names),
                 commands[command].format(0));
    str_free(&names);
}

/* The page that tells more of a command. */
static const char *manual_of(enum command command)
{
    const char *words = commands[command].words;
    if ((ON_SESSIONS | ON_TEAM) & ON(command))
        return "smquiz-session";
    return strncmp(words, "bank ", strlen("bank ")) == 0 ? "smquiz-bank" : "smquiz";
}

void usage_help(struct str *out, enum command command, enum charset charset)
{
    struct help *h = &(struct help){out, charset};
    const struct command_info *info = &commands[command];
    if (command == COMMAND_MENU) {
        str_add(out, _("Usage: smquiz [COMMAND] [OPTION]…\n"
                       "Sales or marketing?  A quiz that trains the eye for the difference.\n"));
        str_add(out, _("\nCommands:\n"));
        add_commands(h);
    } else {
        /* TRANSLATORS: the words of a command, a blank or nothing, and its operands, such as FILE.
           These stay in English. */
        str_addf(out, _("Usage: smquiz %s [OPTION]…%s%s\n"), info->words,
                 *info->operands ? " " : "", info->operands);
        add_sentence(out, _(info->help));
        if (info->format)
            add_formats(out, command);
    }
    str_add(out, _("\nOptions:\n"));
    add_options(h, command);
    if (command == COMMAND_MENU) {
        str_add(out, _("\nExamples:\n"));
        add_row(h, "smquiz", _("play"));
        add_row(h, "smquiz practice -n 6", _("six cards, right away"));
        add_row(h, "smquiz practice --plain", _("the same as lines, for a screen reader"));
        add_row(h, "smquiz COMMAND --help", _("what one command takes"));
    }
    /* TRANSLATORS: %s is the name of a page, as in "man smquiz-bank" */
    str_addf(out, _("\nThe manual: man %s.\n"), manual_of(command));
}

void usage_version(struct str *out)
{
    str_addf(out, "smquiz %s\n", SMQ_VERSION);
}
