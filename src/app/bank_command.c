/* `smquiz bank check`: loads a bank, measures it, tells its faults or sums it up. */
#include "app/bank_command.h"

#include <stdlib.h>

#include "app/bank_layers.h"
#include "app/language.h"
#include "app/say.h"
#include "core/quality_fault.h"
#include "core/text.h"

/* Appends the line about a bank without errors; `language` is NULL when there is but one. */
static void sum_up(struct str *out, const struct bank_layers *layers, const char *language,
                   const struct bank *bank, size_t warnings)
{
    struct str names = {0}, scenarios = {0}, activities = {0}, principles = {0};
    for (size_t i = 0; i < layers->count; i++) {
        str_add(&names, i == 0 ? "" : ", ");
        text_show(&names, layers->items[i].path, 0);
    }
    if (language)
        str_addf(&names, " (%s)", bank->language);
    str_addf(&scenarios,
             ngettext("%d scenario", "%d scenarios", (unsigned long)bank->scenario_count),
             bank->scenario_count);
    str_addf(&activities,
             ngettext("%d activity", "%d activities", (unsigned long)bank->activity_count),
             bank->activity_count);
    str_addf(&principles,
             ngettext("%d principle", "%d principles", (unsigned long)bank->principle_count),
             bank->principle_count);
    if (warnings == 0)
        /* TRANSLATORS: paths: 45 scenarios, 130 activities, 11 principles, no faults. */
        str_addf(out, _("%s: %s, %s, %s, no faults."), str_text(&names), str_text(&scenarios),
                 str_text(&activities), str_text(&principles));
    else
        str_addf(
            out,
            /* TRANSLATORS: paths: 45 scenarios, 130 activities, 11 principles, 2 warnings. */
            ngettext("%s: %s, %s, %s, %zu warning.", "%s: %s, %s, %s, %zu warnings.", warnings),
            str_text(&names), str_text(&scenarios), str_text(&activities), str_text(&principles),
            warnings);
    str_addc(out, '\n');
    str_free(&names);
    str_free(&scenarios);
    str_free(&activities);
    str_free(&principles);
}

/* Warns of whatever is not fair about the bank. */
static void check_quality(const struct bank *bank, const struct draft *draft, struct faults *faults)
{
    struct quality quality;
    quality_measure(bank, draft, &quality);
    quality_complain(&quality, bank, draft, faults);
    quality_free(&quality);
    faults_sort(faults);
}

/* Whether what was read is a layer alone: something to lay over a bank that it does not name. */
static bool is_layer(const struct draft *draft)
{
    return !draft->id.text && (draft->scenario_count || draft->override_count);
}

/* What is checked: the layers, and of banks in several languages which one. */
struct checking {
    const struct options *options;
    const struct bank_layers *layers;
    const char *language; /* NULL when there is but one */
};

/* Loads, measures and tells; the exit status. */
static enum status check(const struct checking *c, struct bank_files *files, struct faults *faults,
                         struct err *e)
{
    struct draft draft = {0};
    const char *wanted = c->language ? c->language : c->options->language;
    struct bank *bank = bank_load_files(files, wanted, &draft, faults, e);
    if (bank != NULL)
        check_quality(bank, &draft, faults);
    if (bank != NULL && c->options->strict && faults->warnings > 0)
        err_set(e, STATUS_DATA,
                ngettext("The bank has %zu warning, which --strict forbids.",
                         "The bank has %zu warnings, which --strict forbids.", faults->warnings),
                faults->warnings);
    say_faults(faults);
    if (bank != NULL)
        language_tell(c->options->language, bank);
    if (bank != NULL && e->status == STATUS_OK) {
        struct str line = {0};
        sum_up(&line, c->layers, c->language, bank, faults->warnings);
        e->status = say_out(str_text(&line));
        str_free(&line);
    } else {
        say_error(e->text);
        if (bank == NULL && is_layer(&draft))
            say_error(_("This seems to be a layer, to lie over a bank. \"smquiz bank check\" alone "
                        "checks all that is played."));
    }
    bank_free(bank);
    draft_free(&draft);
    return e->status;
}

/* Checks a bank in each language it is there in, or in the one asked for; `faults` and *e have been
 * told then. */
static enum status check_all(const struct options *options, const struct bank_layers *layers,
                             struct faults *faults, struct err *e)
{
    enum status worst = STATUS_OK;
    size_t count = 1;
    for (size_t at = 0; at < count; at++) {
        struct checking c = {.options = options, .layers = layers};
        struct bank_files files = {0};
        bank_files_read_layers(&files, layers->items, layers->count);
        const char **languages = bank_files_languages(&files, &count);
        if (count > 1 && !options->language)
            c.language = languages[at];
        else
            count = 1;
        enum status status = check(&c, &files, faults, e);
        worst = worst == STATUS_OK ? status : worst;
        faults_free(faults);
        *e = (struct err){0};
        free(languages);
        bank_files_free(&files);
    }
    return worst;
}

enum status bank_check_command(const struct options *options, const char *program)
{
    struct faults faults = {0};
    struct err e = {0};
    struct bank_layers layers;
    enum status status;
    if (bank_layers_find(options, program, &layers, &faults, &e)) {
        status = check_all(options, &layers, &faults, &e);
    } else {
        say_faults(&faults);
        say_error(e.text);
        status = e.status;
    }
    faults_free(&faults);
    bank_layers_free(&layers);
    return status;
}
