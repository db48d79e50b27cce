/* The command `smquiz bank list`: the layers that would be played, and what each holds. */
#include "app/bank_list_command.h"

#include <string.h>

#include "app/bank_layers.h"
#include "app/language.h"
#include "app/say.h"
#include "core/text.h"

/* Appends the folder for the user's own layer; false when there is no home to have it in. */
static bool user_layer(struct str *out)
{
    struct err none;
    if (!paths_user(PATHS_CONFIG, out, &none))
        return false;
    str_add(out, "/bank.d");
    return true;
}

/* Where a layer comes from. */
static const char *kind_of(const struct options *options, const struct bank_layers *layers,
                           size_t layer)
{
    struct str own = {0};
    const char *kind = _("The system's house layer:");
    if (options->bank_count > 0)
        kind = _("Given with -b:");
    else if (layers->preferences.settings.bank.len > 0)
        kind = _("From the settings:");
    else if (layer == 0)
        kind = _("The shipped bank:");
    else if (user_layer(&own) && strcmp(str_text(&own), layers->items[layer].path) == 0)
        kind = _("Your house layer:");
    str_free(&own);
    return kind;
}

/* Appends how many there are of each, a line each. */
static void add_counts(struct str *out, int scenarios, int activities, int overrides)
{
    str_add(out, "  ");
    str_addf(out, ngettext("%d scenario.\n", "%d scenarios.\n", (unsigned long)scenarios),
             scenarios);
    str_add(out, "  ");
    str_addf(out, ngettext("%d activity.\n", "%d activities.\n", (unsigned long)activities),
             activities);
    str_add(out, "  ");
    str_addf(out, ngettext("%d override.\n", "%d overrides.\n", (unsigned long)overrides),
             overrides);
}

/* What is known of one layer by itself, once the files are joined; *others are its files that are
 * not played.  Whether there is anything wrong with the whole is another question. */
static struct bank_part layer_sum(const struct bank_files *files, size_t layer,
                                  unsigned long *others)
{
    struct bank_part sum = {0};
    *others = 0;
    for (size_t i = 0; i < files->len; i++) {
        const struct bank_part *part = &files->items[i];
        if (part->layer != (int)layer)
            continue;
        if (!part->played) {
            ++*others;
            continue;
        }
        sum.title = sum.title ? sum.title : part->title;
        sum.status = part->status != STATUS_OK ? part->status : sum.status;
        sum.scenarios += part->scenarios;
        sum.activities += part->activities;
        sum.overrides += part->overrides;
    }
    return sum;
}

static void add_layer(const struct options *options, const struct bank_layers *layers, size_t layer,
                      const struct bank_files *files, struct str *out)
{
    unsigned long others;
    struct bank_part sum = layer_sum(files, layer, &others);
    str_addf(out, "%zu. %s\n  ", layer + 1, kind_of(options, layers, layer));
    text_show(out, layers->items[layer].path, 0);
    str_addc(out, '\n');
    if (sum.status == STATUS_NO_INPUT)
        str_addf(out, "  %s\n", _("It cannot be opened."));
    else if (sum.status != STATUS_OK)
        str_addf(out, "  %s\n", _("It is broken."));
    if (sum.title != NULL) {
        str_add(out, "  ");
        text_show(out, sum.title, BANK_TITLE_MAX);
        str_addc(out, '\n');
    }
    add_counts(out, (int)sum.scenarios, (int)sum.activities, (int)sum.overrides);
    if (others > 0) {
        str_add(out, "  ");
        str_addf(out,
                 ngettext("%lu file in another language is not played.\n",
                          "%lu files in other languages are not played.\n", others),
                 others);
    }
}

/* Appends where a house layer would go, when the default bank is played without one. */
static void add_hint(const struct options *options, const struct bank_layers *layers,
                     struct str *out)
{
    struct str own = {0};
    if (options->bank_count == 0 && layers->preferences.settings.bank.len == 0 &&
        layers->count == 1 && user_layer(&own)) {
        struct str shown = {0};
        text_show(&shown, str_text(&own), 0);
        str_addf(out,
                 _("There is no house layer.\n“smquiz bank add” starts one.\nEvery file in this "
                   "folder whose name ends in .cfg is one:\n  %s\n"),
                 str_text(&shown));
        str_free(&shown);
    }
    str_free(&own);
}

/* Loads the layers together and lists them one by one. */
static enum status list(const struct options *options, const struct bank_layers *layers,
                        struct faults *faults)
{
    struct str text = {0};
    struct err e = {0};
    struct draft draft = {0};
    struct bank_files files = {0};
    bank_files_read_layers(&files, layers->items, layers->count);
    struct bank *bank =
        bank_load_files(&files, str_text(&layers->preferences.languages), &draft, faults, &e);
    for (size_t i = 0; i < layers->count; i++)
        add_layer(options, layers, i, &files, &text);
    if (bank != NULL && layers->count > 1) {
        str_addf(&text, _("Together they are the bank “%s”:\n"), bank->title);
        add_counts(&text, bank->scenario_count, bank->activity_count, (int)draft.override_count);
    }
    add_hint(options, layers, &text);
    enum status status = say_out(str_text(&text));
    if (bank == NULL) {
        say_faults(faults);
        say_error(e.text);
        status = status == STATUS_OK ? e.status : status;
    } else {
        language_tell(options->language, bank);
    }
    bank_free(bank);
    bank_files_free(&files);
    draft_free(&draft);
    str_free(&text);
    return status;
}

enum status bank_list_command(const struct options *options, const char *program)
{
    struct bank_layers layers;
    struct faults faults = {0};
    struct err e = {0};
    enum status status;
    if (bank_layers_find(options, program, &layers, &faults, &e)) {
        status = list(options, &layers, &faults);
    } else {
        say_faults(&faults);
        say_error(e.text);
        status = e.status;
    }
    faults_free(&faults);
    bank_layers_free(&layers);
    return status;
}
