/* The command `smquiz session new`: by options, or by five questions and with a run sheet. */
#include "app/session_new_command.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "app/bank_layers.h"
#include "app/language.h"
#include "app/option_values.h"
#include "app/part_list.h"
#include "app/rule_ids.h"
#include "app/say.h"
#include "app/session_publish.h"
#include "app/session_questions.h"
#include "io/bank_file.h"
#include "io/clock.h"
#include "io/entropy.h"

enum { START_STEP = 15, MINUTE_MS = 60000 };

struct making {
    const struct options *options;
    struct preferences preferences;
    struct bank *bank;
    struct rng rng;
    struct session session;
    struct session_named named;
    struct faults faults; /* of what could not be read */
};

/* Whether the command line says nothing about the session, so that a person is to be asked. */
static bool says_nothing(const struct options *o)
{
    const struct rules *r = &o->rules;
    return !o->title && !o->parts && !o->output && !o->people && !o->house && !o->names &&
           !r->length && !r->pass && !r->minutes && !*r->principles && !*r->settings;
}

static bool load(struct making *m, const char *program, struct err *e)
{
    if (!preferences_read(m->options, program, &m->preferences, &m->faults, e))
        return false;
    struct bank_layer *layers = bank_layers_played(&m->preferences);
    struct faults faults = {0};
    m->bank =
        bank_load(layers, m->preferences.bank.len, str_text(&m->preferences.languages), &faults, e);
    if (!m->bank)
        say_faults(&faults); /* warnings of a bank that can be read are for `bank check` */
    else
        language_tell(m->options->language, m->bank);
    faults_free(&faults);
    free(layers);
    return m->bank != NULL;
}

/* --- by options ------------------------------------------------------------------------------ */

enum target { TARGET_HOME, TARGET_FOLDER, TARGET_FILE, TARGET_UNCLEAR };

/* What -o names: a folder that is there or can be made, which no name ending in ".cfg" is, or a
 * file whose name ends so. */
static enum target target_of(const char *output)
{
    static const char ending[] = ".cfg";
    struct stat st;
    size_t len = output ? strlen(output) : 0;
    if (!output)
        return TARGET_HOME;
    if ((len && output[len - 1] == '/') || (stat(output, &st) == 0 && S_ISDIR(st.st_mode)))
        return TARGET_FOLDER;
    if (len > strlen(ending) && strcmp(output + len - strlen(ending), ending) == 0)
        return TARGET_FILE;
    return session_publish_folder(output) ? TARGET_FOLDER : TARGET_UNCLEAR;
}

static bool publish(struct making *m, enum target target, struct err *e)
{
    const char *output = m->options->output;
    if (target == TARGET_UNCLEAR)
        return err_set(
            e, STATUS_USAGE,
            _("-o names a folder, which may be new where its parent is there, or a file whose name "
              "ends in .cfg; “%s” is neither."),
            option_shown(output).text);
    if (target == TARGET_FILE)
        return session_publish_file(output, &m->session, &m->rng, &m->named, &m->faults, e);
    return session_publish(m->options, &m->preferences, output, &m->session, &m->rng, &m->named,
                           &m->faults, e);
}

/* The code on a line of its own, for scripts; then for people. */
static enum status tell(const struct making *m, enum target target)
{
    struct str out = {0};
    str_addf(&out, "%s\n", m->session.code);
    run_sheet_cards(&m->session, &out);
    if (target == TARGET_FILE)
        str_addf(&out,
                 _("\nIt is the file\n  %s\nNobody opens parts, everyone goes on alone. To take "
                   "part:\n"),
                 str_text(&m->named.where));
    else
        str_addf(&out, _("\nIt lies in\n  %s\nTo open its first part:\n"),
                 str_text(&m->named.where));
    str_addf(&out, "  smquiz session %s %s\n", target == TARGET_FILE ? "join" : "open",
             str_text(&m->named.operand));
    enum status status = say_out(str_text(&out));
    str_free(&out);
    return status;
}

static enum status make_by_options(struct making *m, struct err *e)
{
    const struct options *o = m->options;
    enum target target = target_of(o->output);
    struct session_wishes wishes = {.rules = o->rules,
                                    .people = o->people,
                                    .pace = {.turns = 1},
                                    .house = o->house,
                                    .names = o->names,
                                    .title = o->title,
                                    .code = ""};
    bool made = part_list_read(o->parts, wishes.has, e) &&
                rule_ids_known(m->bank, o->rules.principles, true, e) &&
                rule_ids_known(m->bank, o->rules.settings, false, e) &&
                session_make(m->bank, &wishes, &m->rng, &m->session, e) && publish(m, target, e);
    if (!made)
        return e->status;
    if (tell(m, target) == STATUS_OK)
        return STATUS_OK;
    err_set(e, STATUS_IO, _("Standard output cannot be written."));
    return e->status;
}

/* --- by questions ---------------------------------------------------------------------------- */

/* The next quarter of an hour, in minutes of the day. */
static int next_start(void)
{
    struct now now = clock_now();
    int64_t minutes = now.utc_ms / MINUTE_MS + now.utc_offset_min;
    int start = (int)(minutes % RUN_SHEET_DAY);
    return (start + START_STEP - 1) / START_STEP * START_STEP % RUN_SHEET_DAY;
}

static enum status say_sheet(const struct making *m, const struct session_answers *answers)
{
    struct run_sheet sheet = {.session = &m->session,
                              .devices = answers->devices,
                              .operand = str_text(&m->named.operand),
                              .place = str_text(&m->named.where),
                              .path = m->named.path.len ? str_text(&m->named.path) : NULL,
                              .team = str_text(&m->named.team),
                              .setting = m->named.setting.len ? str_text(&m->named.setting) : NULL,
                              .start = answers->start};
    struct str out = {0};
    str_addc(&out, '\n');
    run_sheet_write(&sheet, &out);
    enum status status = say_out(str_text(&out));
    str_free(&out);
    return status;
}

static enum status make_by_questions(struct making *m, struct err *e)
{
    const struct options *o = m->options;
    struct session_answers answers;
    const char *place = o->team ? o->team : m->preferences.settings.team;
    enum status status = session_questions_ask(m->bank, place, next_start(), &answers);
    answers.wishes.code = "";
    if (status == STATUS_NO_INPUT)
        err_set(e, status, _("The questions were not all answered; no session was made."));
    if (status == STATUS_OK &&
        !(session_make(m->bank, &answers.wishes, &m->rng, &m->session, e) &&
          session_publish(o, &m->preferences, answers.folder.len ? answers.folder.data : NULL,
                          &m->session, &m->rng, &m->named, &m->faults, e)))
        status = e->status;
    if (status == STATUS_OK)
        status = say_sheet(m, &answers);
    if (status == STATUS_IO && !*e->text)
        err_set(e, status, _("Standard output cannot be written."));
    session_answers_free(&answers);
    return status;
}

enum status session_new_command(const struct options *options, const char *program)
{
    struct making m = {.options = options,
                       .rng = rng_seeded(options->seed_given ? options->seed : entropy_seed())};
    struct err e = {0};
    enum status status;
    if (!load(&m, program, &e))
        status = e.status;
    else if (says_nothing(options))
        status = make_by_questions(&m, &e);
    else
        status = make_by_options(&m, &e);
    if (status != STATUS_OK) {
        say_faults(&m.faults);
        say_error(e.text);
    }
    session_named_free(&m.named);
    bank_free(m.bank);
    faults_free(&m.faults);
    preferences_free(&m.preferences);
    return status;
}
