/* The command `smquiz bank stats`: measures a bank and shows it at a glance. */
#include "app/bank_stats_command.h"

#include <string.h>

#include "app/bank_layers.h"
#include "app/say.h"
#include "core/quality_lines.h"
#include "io/quality_json.h"

static enum status show(const struct bank *bank, const struct draft *draft, const char *format)
{
    struct quality quality;
    struct str text = {0};
    quality_measure(bank, draft, &quality);
    if (strcmp(format, "json") == 0)
        quality_json(&quality, bank, &text);
    else
        quality_lines(&quality, bank, &text);
    enum status status = say_out(str_text(&text));
    str_free(&text);
    quality_free(&quality);
    return status;
}

enum status bank_stats_command(const struct options *options, const char *program)
{
    struct bank_layers layers;
    struct err e = {0};
    struct draft draft = {0};
    struct bank *bank = bank_layers_read(options, program, &layers, &draft, &e);
    enum status status = bank ? show(bank, &draft, options->format) : e.status;
    if (!bank)
        say_error(e.text);
    bank_free(bank);
    draft_free(&draft);
    bank_layers_free(&layers);
    return status;
}
