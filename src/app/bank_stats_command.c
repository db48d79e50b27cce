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
    struct faults faults = {0};
    struct err e = {0};
    struct draft draft = {0};
    struct bank *bank = NULL;
    if (bank_layers_find(options, program, &layers, &faults, &e))
        bank = bank_load_draft(layers.items, layers.count, &draft, &faults, &e);
    enum status status = e.status;
    if (bank != NULL) {
        status = show(bank, &draft, options->format_row);
    } else { /* warnings of a bank that can be read are for `bank check` */
        say_faults(&faults);
        say_error(e.text);
    }
    bank_free(bank);
    draft_free(&draft);
    faults_free(&faults);
    bank_layers_free(&layers);
    return status;
}
