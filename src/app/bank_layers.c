/* Which layers a command about banks is to read: its operands, or what would be played. */
#include "app/bank_layers.h"

#include <stdlib.h>

#include "app/language.h"
#include "app/say.h"

struct bank_layer *bank_layers_played(const struct preferences *preferences)
{
    const struct path_list *bank = &preferences->bank;
    struct bank_layer *layers = xcalloc(bank->len, sizeof *layers);
    for (size_t i = 0; i < bank->len; i++)
        layers[i] = (struct bank_layer){.path = bank->items[i],
                                        .optional = (int)i >= preferences->required_banks};
    return layers;
}

bool bank_layers_find(const struct options *options, const char *program, struct bank_layers *out,
                      struct faults *faults, struct err *e)
{
    *out = (struct bank_layers){.count = options->operand_count};
    if (out->count == 0) {
        if (!preferences_read(options, program, &out->preferences, faults, e))
            return false;
        out->count = out->preferences.bank.len;
        out->items = bank_layers_played(&out->preferences);
        return true;
    }
    out->items = xcalloc(out->count, sizeof *out->items);
    for (size_t i = 0; i < out->count; i++)
        out->items[i].path = options->operands[i];
    language_wanted(&out->preferences.languages, options->language, NULL);
    return true;
}

struct bank *bank_layers_read(const struct options *options, const char *program,
                              struct bank_layers *out, struct draft *draft, struct err *e)
{
    struct faults faults = {0};
    struct bank *bank = NULL;
    bool found = bank_layers_find(options, program, out, &faults, e);
    const char *wanted = str_text(&out->preferences.languages);
    if (found)
        bank = draft ? bank_load_draft(out->items, out->count, wanted, draft, &faults, e)
                     : bank_load(out->items, out->count, wanted, &faults, e);
    if (!bank)
        say_faults(&faults);
    else
        language_tell(options->language, bank);
    faults_free(&faults);
    return bank;
}

void bank_layers_free(struct bank_layers *layers)
{
    preferences_free(&layers->preferences);
    free(layers->items);
    *layers = (struct bank_layers){0};
}
