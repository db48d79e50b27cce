/* `smquiz bank check`: loads a bank, measures it, tells its faults or sums it up. */
#include "app/bank_command.h"

#include <stdlib.h>

#include "app/say.h"
#include "core/quality_fault.h"
#include "core/text.h"
#include "core/xmalloc.h"
#include "io/bank_file.h"

/* Appends the line about a bank without errors. */
static void sum_up(struct str *out, const char *const *paths, size_t count, const struct bank *bank,
                   size_t warnings)
{
    struct str names = {0}, scenarios = {0}, activities = {0}, principles = {0};
    for (size_t i = 0; i < count; i++) {
        str_add(&names, i == 0 ? "" : ", ");
        text_show(&names, paths[i], 0);
    }
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
        /* translators: paths: 45 scenarios, 130 activities, 11 principles, no faults. */
        str_addf(out, _("%s: %s, %s, %s, no faults."), str_text(&names), str_text(&scenarios),
                 str_text(&activities), str_text(&principles));
    else
        str_addf(
            out,
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

enum status bank_check_command(const char *const *paths, size_t count, bool strict)
{
    struct bank_layer *layers = xcalloc(count, sizeof *layers);
    for (size_t i = 0; i < count; i++)
        layers[i].path = paths[i];
    struct faults faults = {0};
    struct err e = {0};
    struct draft draft = {0};
    struct bank *bank = bank_load_draft(layers, count, &draft, &faults, &e);
    if (bank != NULL)
        check_quality(bank, &draft, &faults);
    if (bank != NULL && strict && faults.warnings > 0)
        err_set(&e, STATUS_DATA,
                ngettext("The bank has %zu warning, which --strict forbids.",
                         "The bank has %zu warnings, which --strict forbids.", faults.warnings),
                faults.warnings);
    say_faults(&faults);
    if (e.status != STATUS_OK) {
        say_error(e.text);
    } else {
        struct str line = {0};
        sum_up(&line, paths, count, bank, faults.warnings);
        e.status = say_out(str_text(&line));
        str_free(&line);
    }
    faults_free(&faults);
    bank_free(bank);
    draft_free(&draft);
    free(layers);
    return e.status;
}
