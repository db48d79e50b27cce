/* Which layers a command about banks is to read: its operands, or what would be played. */
#include "app/bank_layers.h"

#include <stdlib.h>

bool bank_layers_find(const struct options *options, const char *program, struct bank_layers *out,
                      struct faults *faults, struct err *e)
{
    *out = (struct bank_layers){.count = options->operand_count};
    if (out->count == 0) {
        if (!preferences_read(options, program, &out->preferences, faults, e))
            return false;
        out->count = out->preferences.bank.len;
    }
    out->items = xcalloc(out->count, sizeof *out->items);
    for (size_t i = 0; i < out->count; i++) {
        if (options->operand_count > 0)
            out->items[i].path = options->operands[i];
        else
            out->items[i] =
                (struct bank_layer){.path = out->preferences.bank.items[i],
                                    .optional = (int)i >= out->preferences.required_banks};
    }
    return true;
}

void bank_layers_free(struct bank_layers *layers)
{
    preferences_free(&layers->preferences);
    free(layers->items);
    *layers = (struct bank_layers){0};
}
