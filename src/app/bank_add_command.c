/* The command `smquiz bank add`: asks, shows, and writes a scenario. */
#include "app/bank_add_command.h"

#include "app/ask.h"
#include "app/bank_edit.h"
#include "app/bank_preview.h"
#include "app/bank_scenario.h"
#include "app/bank_told.h"
#include "app/bank_whole.h"
#include "app/say.h"

/* One addition, from the first question to the last. */
struct addition {
    const struct options *options;
    const char *program;
    struct bank_edit edit; /* the bank that was asked over */
    struct bank_answers answers;
    struct faults faults;
    struct err err;
};

static bool end_of_input(enum status status, struct err *e)
{
    if (status == STATUS_NO_INPUT)
        return err_set(e, status, _("Input ended before the last answer; nothing was written."));
    e->status = status; /* standard output has had its sentence */
    return false;
}

static bool ask_all(struct addition *a)
{
    struct err *e = &a->err;
    struct bank *bank = bank_whole(&a->edit.now, &a->faults, e);
    if (e->status != STATUS_OK)
        return false;
    if (a->edit.now.principle_count == 0)
        return err_set(e, STATUS_DATA,
                       _("The bank has no principles yet, and a scenario needs one: write one "
                         "first, see smquiz-bank(5)."));
    enum status status =
        ask_say(_("A scenario is a situation and two activities in it, as like each other as can "
                  "be: one is sales, the other marketing.  Every answer is one line; nothing is "
                  "written before the last."),
                0);
    if (status == STATUS_OK)
        status = bank_questions_ask(&a->edit.now, bank, &a->answers);
    bank_free(bank);
    return status == STATUS_OK || end_of_input(status, e);
}

static const char *principle_of(const struct addition *a)
{
    return a->edit.now.principles[a->answers.principle].id.text;
}

/* Shows the cards as the bank with them would; *keep: they are wanted. */
static bool show(struct addition *a, bool *keep)
{
    struct err *e = &a->err;
    struct draft *now = &a->edit.now;
    enum status status;
    bank_scenario_add(&a->answers, principle_of(a), now, str_text(&a->edit.file), now);
    struct bank *bank = bank_whole(now, &a->faults, e);
    if (!bank)
        return false;
    status = bank_preview_scenario(bank, bank->scenario_count - 1);
    if (status == STATUS_OK)
        status = bank_preview_giveaways(bank, now, bank->scenario_count - 1);
    bank_free(bank);
    if (status == STATUS_OK)
        /* TRANSLATORS: the letters that are typed stay as they are. */
        status = ask_yes(_("Keep it? Type y or n."), keep);
    return status == STATUS_OK || end_of_input(status, e);
}

static bool tell(struct addition *a, const struct bank_edit *edit, const struct draft *add)
{
    struct str text = {0};
    str_addf(&text, _("Kept as “%s”.\n"), add->scenarios[0].id.text);
    bank_told_file(&text, _("It stands in %s."), str_text(&edit->file));
    bank_told_play(&text, edit, a->options, principle_of(a));
    a->err.status = say_out(str_text(&text));
    str_free(&text);
    return a->err.status == STATUS_OK;
}

/* Writes the scenario, over the bank as it is by now: answering takes its time. */
static bool keep_it(struct addition *a)
{
    struct bank_edit edit;
    struct draft add = {0};
    struct faults settings = {0}; /* told already */
    bool done = bank_edit_open(a->options, a->program, &edit, &settings, &a->err);
    if (done) {
        bank_scenario_add(&a->answers, principle_of(a), &edit.now, str_text(&edit.file), &add);
        done = bank_edit_save(&edit, &add, &a->faults, &a->err) && tell(a, &edit, &add);
    }
    bank_edit_close(&edit);
    draft_free(&add);
    faults_free(&settings);
    return done;
}

enum status bank_add_command(const struct options *options, const char *program)
{
    struct addition a = {.options = options, .program = program};
    bool keep = false;
    bool done = bank_edit_open(options, program, &a.edit, &a.faults, &a.err);
    say_faults(&a.faults);
    faults_free(&a.faults);
    done = done && ask_all(&a) && show(&a, &keep);
    if (done)
        done = keep ? keep_it(&a) : say_out(_("Nothing was written.\n")) == STATUS_OK;
    say_faults(&a.faults);
    if (!done && *a.err.text)
        say_error(a.err.text);
    faults_free(&a.faults);
    bank_answers_free(&a.answers);
    bank_edit_close(&a.edit);
    return done ? STATUS_OK : a.err.status;
}
