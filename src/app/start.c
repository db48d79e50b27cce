/* From the command line to a run, and back to an exit status. */
#include "app/start.h"

#include <sched.h>
#include <stdlib.h>

#include "app/bank_add_command.h"
#include "app/bank_command.h"
#include "app/bank_exchange_command.h"
#include "app/bank_fix_command.h"
#include "app/bank_flags_command.h"
#include "app/bank_layers.h"
#include "app/bank_list_command.h"
#include "app/bank_new_command.h"
#include "app/bank_stats_command.h"
#include "app/export_command.h"
#include "app/front.h"
#include "app/guide.h"
#include "app/home.h"
#include "app/language.h"
#include "app/learn.h"
#include "app/opening.h"
#include "app/preferences.h"
#include "app/progress.h"
#include "app/rule_ids.h"
#include "app/say.h"
#include "app/session_collect_command.h"
#include "app/session_enter_command.h"
#include "app/session_join_command.h"
#include "app/session_list_command.h"
#include "app/session_new_command.h"
#include "app/session_open_command.h"
#include "app/session_print_command.h"
#include "app/session_push_command.h"
#include "app/session_report_command.h"
#include "app/session_show_command.h"
#include "app/session_watch_command.h"
#include "app/team_command.h"
#include "app/told.h"
#include "app/usage.h"
#include "io/clock.h"
#include "io/create.h"
#include "io/entropy.h"
#include "io/meanwhile.h"
#include "ui/terminal.h"

/* What the command names must be in the bank. */
static bool check_rules(const struct bank *bank, const struct options *options, struct err *e)
{
    const struct rules *rules = &options->rules;
    bool reads = options->command == COMMAND_LEARN || options->command == COMMAND_GUIDE;
    if (reads && options->operand_count && !rule_ids_known(bank, options->operands[0], true, e))
        return false;
    if (!rule_ids_known(bank, rules->principles, true, e) ||
        !rule_ids_known(bank, rules->settings, false, e))
        return false;
    if (!rules_pool(rules, bank))
        return err_set(e, STATUS_USAGE, _("No card fits all of that. Ask for less at once."));
    return true;
}

static struct now system_clock(void *context)
{
    (void)context;
    return clock_now();
}

/* Whether the command only writes for machines: no front end opens then, and nobody is asked. */
static bool for_machines(const struct options *options)
{
    return options->command == COMMAND_PROGRESS && progress_for_machines(options->format_row);
}

/* Store, learner, then the screen the command asks for. */
static enum outcome run_screens(struct app *app, const struct options *options,
                                struct opening *opening)
{
    bool leave;
    enum outcome outcome = opening_run(app, opening, &leave);
    if (outcome == OUTCOME_DONE && !leave && options->command != COMMAND_LEARN &&
        !for_machines(options)) /* whoever plays is told, not a program */
        outcome = told_run(app);
    if (outcome != OUTCOME_DONE || leave)
        return outcome;
    int principle =
        options->operand_count ? bank_find_principle(app->bank, options->operands[0]) : -1;
    switch (options->command) {
    case COMMAND_MENU:
        return home_run(app);
    case COMMAND_LEARN:
        return learn_run(app, principle);
    case COMMAND_GUIDE:
        return guide_run(app, principle);
    case COMMAND_PROGRESS:
        return for_machines(options) ? progress_write(app, options->format_row) : progress_run(app);
    default:
        return home_play(app, &options->rules, options->retake);
    }
}

/* The exit status of what was played, and its sentence in *e; does not return after a signal. */
static enum status ended(const struct app *app, enum outcome outcome, bool written, struct err *e)
{
    const struct err *failure = &app->card_failure;
    if (outcome == OUTCOME_SIGNAL || outcome == OUTCOME_FAILED) {
        if (failure->status != STATUS_OK)
            say_error(failure->text);
        if (outcome == OUTCOME_SIGNAL)
            terminal_die_by(app->signal);
        failure = &app->err;
    } else if (!written && !err_set(e, STATUS_IO, _("Standard output cannot be written."))) {
        return e->status;
    }
    if (failure->status != STATUS_OK)
        *e = *failure;
    return failure->status;
}

/* The bank that is to be played; NULL and *e when there is none, after everything that is wrong
 * with it was said on the screen that was there before. */
static struct bank *load_bank(struct app *app, const struct options *options,
                              const struct preferences *preferences, struct err *e)
{
    struct bank_layer *layers = bank_layers_played(preferences);
    struct faults faults = {0};
    struct bank *bank =
        bank_load(layers, preferences->bank.len, str_text(&preferences->languages), &faults, e);
    if (!bank && app->ui)
        front_close(app);
    if (!bank) /* warnings are for its author */
        say_faults(&faults);
    else
        language_tell(options->language, bank);
    faults_free(&faults);
    free(layers);
    return bank;
}

/* Whether the command can be carried out: the bank has what it names, its card can be written
 * (which is to be known before a run is played for it), and the screen opens. */
static bool can_begin(struct app *app, const struct options *options,
                      const struct preferences *preferences, struct err *e)
{
    return check_rules(app->bank, options, e) &&
           (!options->card || create_check(options->card, e)) &&
           (for_machines(options) || app->ui || front_open(app, preferences, e));
}

static void read_store(void *opening)
{
    opening_read(opening);
}

/* Loads the bank and opens the screen while the store is read, if there is one; the menu is there
 * before either, unless a language is asked for: that the bank is in another is said first.  NULL
 * and *e when something is wrong with the bank, with the command for it, or with the screen; no
 * screen is open then. */
static struct bank *get_ready(struct app *app, const struct options *options,
                              struct opening *opening, struct err *e)
{
    const struct preferences *preferences = opening->preferences;
    struct meanwhile *reading = NULL;
    if (opening_has_store(preferences, options->no_save)) {
        if (options->command == COMMAND_MENU && !options->language &&
            front_open(app, preferences, e) && !app->ui->ops->takes_lines) {
            home_greet(app);
            sched_yield(); /* the terminal may wait for this very processor to show it */
        }
        reading = meanwhile_start(read_store, opening);
    }
    struct bank *bank = load_bank(app, options, preferences, e);
    app->scene.bank = app->bank = bank;
    bool ready = bank && can_begin(app, options, preferences, e);
    if (!ready && app->ui)
        front_close(app);
    if (reading)
        meanwhile_finish(reading);
    if (ready)
        return bank;
    bank_free(bank);
    return NULL;
}

static enum status play_at(const struct options *options, const struct preferences *preferences,
                           struct err *e)
{
    struct app app = {
        .ids = rng_seeded(entropy_seed()),
        .seeds = rng_seeded(options->seed_given ? options->seed : entropy_seed()),
        .clues = preferences->clues,
        .card = options->card,
        .now = system_clock,
        .scene = {.streaks = preferences->streaks, .clock = preferences->clock},
    };
    struct opening opening = {
        .preferences = preferences,
        .no_save = options->no_save,
        .interactive = !for_machines(options) && front_has_person(),
    };
    enum outcome outcome = OUTCOME_DONE;
    bool written = true;
    struct bank *bank = get_ready(&app, options, &opening, e);
    bool ready = bank != NULL;
    if (ready) {
        outcome = run_screens(&app, options, &opening);
        written = !app.ui || front_close(&app);
    }
    if (app.store)
        app.store->ops->close(app.store);
    opening_free(&opening);
    app_release(&app);
    bank_free(bank);
    return ready ? ended(&app, outcome, written, e) : e->status;
}

static enum status play_command(const struct options *options, const char *program)
{
    struct preferences preferences;
    struct faults faults = {0};
    struct err e = {0};
    bool ok = preferences_read(options, program, &preferences, &faults, &e);
    say_faults(&faults);
    enum status status = ok ? play_at(options, &preferences, &e) : e.status;
    if (status != STATUS_OK)
        say_error(e.text);
    faults_free(&faults);
    preferences_free(&preferences);
    return status;
}

/* What --help or --version asks for; help when both do. */
static enum status say_usage(const struct options *options)
{
    struct str text = {0};
    if (options->help)
        usage_help(&text, options->command, say_charset());
    else
        usage_version(&text);
    enum status status = say_out(str_text(&text));
    str_free(&text);
    return status;
}

/* What trainers and teams do. */
static enum status session_command(const struct options *options, const char *program)
{
    switch (options->command) {
    case COMMAND_SESSION_NEW:
        return session_new_command(options, program);
    case COMMAND_SESSION_OPEN:
        return session_open_command(options, program);
    case COMMAND_SESSION_JOIN:
        return session_join_command(options, program);
    case COMMAND_SESSION_WATCH:
        return session_watch_command(options, program);
    case COMMAND_SESSION_SHOW:
        return session_show_command(options, program);
    case COMMAND_SESSION_PRINT:
        return session_print_command(options, program);
    case COMMAND_SESSION_ENTER:
        return session_enter_command(options, program);
    case COMMAND_SESSION_PUSH:
        return session_push_command(options, program);
    case COMMAND_SESSION_COLLECT:
        return session_collect_command(options, program);
    case COMMAND_SESSION_REPORT:
        return session_report_command(options, program);
    case COMMAND_SESSION_LIST:
        return session_list_command(options, program);
    case COMMAND_TEAM_INIT:
    case COMMAND_TEAM_ENROL:
    case COMMAND_TEAM_STATUS:
    case COMMAND_TEAM_MIGRATE:
        return team_command(options, program);
    default:
        return play_command(options, program);
    }
}

enum status start(const struct options *options, const char *program)
{
    if (options->help || options->version)
        return say_usage(options);
    switch (options->command) {
    case COMMAND_BANK_STATS:
        return bank_stats_command(options, program);
    case COMMAND_BANK_LIST:
        return bank_list_command(options, program);
    case COMMAND_BANK_NEW:
        return bank_new_command(options);
    case COMMAND_BANK_ADD:
        return bank_add_command(options, program);
    case COMMAND_BANK_FIX:
        return bank_fix_command(options, program);
    case COMMAND_BANK_IMPORT:
        return bank_import_command(options, program);
    case COMMAND_BANK_EXPORT:
        return bank_export_command(options, program);
    case COMMAND_BANK_FLAGS:
        return bank_flags_command(options, program);
    case COMMAND_BANK_CHECK:
        return bank_check_command(options, program);
    case COMMAND_EXPORT:
        return export_command(options, program);
    default:
        return session_command(options, program);
    }
}
