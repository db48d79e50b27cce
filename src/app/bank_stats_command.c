/* The command `smquiz bank stats`: measures a bank and shows it at a glance. */
#include "app/bank_stats_command.h"

#include "app/bank_layers.h"
#include "app/say.h"
#include "core/quality_lines.h"
#include "io/quality_json.h"

static const struct {
    const char *name;
    void (*write)(const struct quality *quality, const struct bank *bank, struct str *out);
} formats[] = {{"text", quality_lines}, {"json", quality_json}};

const char *bank_stats_format(size_t row)
{
    return row < ARRAY_LEN(formats) ? formats[row].name : NULL;
}

static enum status show(const struct bank *bank, const struct draft *draft, size_t row)
{
    struct quality quality;
    struct str text = {0};
    quality_measure(bank, draft, &quality);
    formats[row].write(&quality, bank, &text);
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
    enum status status = bank ? show(bank, &draft, options->format_row) : e.status;
    if (!bank)
        say_error(e.text);
    bank_free(bank);
    draft_free(&draft);
    bank_layers_free(&layers);
    return status;
}
