/* The commands `smquiz bank import` and `smquiz bank export`. */
#include "app/bank_exchange_command.h"

#include <string.h>

#include "app/bank_edit.h"
#include "app/bank_layers.h"
#include "app/say.h"
#include "core/anki_write.h"
#include "core/conf_text.h"
#include "core/exchange_gather.h"
#include "core/gift_read.h"
#include "core/gift_write.h"
#include "core/sheet_read.h"
#include "core/sheet_write.h"
#include "core/text.h"
#include "io/text_file.h"

/* --- import ---------------------------------------------------------------------------------- */

static const struct {
    const char *name;
    void (*read)(const char *bytes, size_t len, const char *file,
                 const char *const names[SIDE_COUNT], struct exchange *out, struct faults *faults);
} read_formats[] = {{"gift", gift_read}, {"csv", sheet_read}};

const char *bank_import_format(size_t row)
{
    return row < ARRAY_LEN(read_formats) ? read_formats[row].name : NULL;
}

/* Whether the bank has the principle that was given, or none was. */
static bool check_principle(const char *given, const struct draft *bank, struct err *e)
{
    bool known = !*given;
    for (size_t i = 0; i < bank->principle_count && !known; i++) {
        const char *id = bank->principles[i].id.text;
        known = id && strcmp(id, given) == 0;
    }
    if (known)
        return true;
    struct str shown = {0};
    text_show(&shown, given, (size_t)2 * BANK_ID_MAX);
    err_set(e, STATUS_USAGE, _("The bank has no principle “%s”."), str_text(&shown));
    str_free(&shown);
    return false;
}

/* What is wrong with the file as a whole, when something is. */
static bool judge(const char *path, const struct exchange *items, size_t refused_before,
                  size_t errors, const struct draft *add, struct err *e)
{
    size_t all = items->len + refused_before;
    if (items->refused > 0)
        return err_set(e, STATUS_DATA,
                       ngettext("%zu of %zu question cannot be taken; nothing was written.",
                                "%zu of %zu questions cannot be taken; nothing was written.", all),
                       items->refused, all);
    if (errors > 0)
        return err_set(e, STATUS_DATA,
                       ngettext("The file has %zu error; nothing was written.",
                                "The file has %zu errors; nothing was written.", errors),
                       errors);
    if (add->scenario_count > 0)
        return true;
    struct str shown = {0};
    text_show(&shown, path, 0);
    err_set(e, STATUS_DATA, _("%s has no questions."), str_text(&shown));
    str_free(&shown);
    return false;
}

/* Reads the file into scenarios; false, and nothing is to be written, when some of it cannot be
 * taken. */
static bool read_scenarios(const struct options *options, const struct draft *bank,
                           struct exchange *items, struct draft *add, struct faults *faults,
                           struct err *e)
{
    const char *path = options->operands[0], *principle = options->rules.principles;
    const char *const names[SIDE_COUNT] = {bank->side_name[SIDE_SALES].text,
                                           bank->side_name[SIDE_MARKETING].text};
    struct str text = {0};
    size_t before = faults->errors;
    bool good = text_file_read(path, &text, e);
    if (good) {
        if (conf_text_check(str_text(&text), text.len, path, faults))
            read_formats[options->format_row].read(str_text(&text), text.len, path, names, items,
                                                   faults);
        size_t refused = items->refused;
        exchange_gather(items, bank, *principle ? principle : NULL, add, faults);
        faults_sort(faults);
        good = judge(path, items, refused, faults->errors - before, add, e);
    }
    str_free(&text);
    return good;
}

static enum status say_added(const struct bank_edit *edit, const struct draft *add)
{
    struct str file = {0}, scenarios = {0}, line = {0};
    text_show(&file, str_text(&edit->file), 0);
    str_addf(&scenarios, ngettext("%zu scenario", "%zu scenarios", add->scenario_count),
             add->scenario_count);
    str_addf(&line,
             /* TRANSLATORS: FILE: 12 scenarios with 30 activities added. */
             ngettext("%s: %s with %zu activity added.\n", "%s: %s with %zu activities added.\n",
                      add->activity_count),
             str_text(&file), str_text(&scenarios), add->activity_count);
    enum status status = say_out(str_text(&line));
    str_free(&file);
    str_free(&scenarios);
    str_free(&line);
    return status;
}

/* Adds what is wrong with the questions that could be taken, where others were refused. */
static void check_rest(struct bank_edit *edit, const struct draft *add, struct faults *faults)
{
    struct err ignored = {0};
    if (add->scenario_count > 0 && !bank_edit_check(edit, add, faults, &ignored))
        faults_sort(faults);
}

enum status bank_import_command(const struct options *options, const char *program)
{
    struct bank_edit edit;
    struct exchange items = {0};
    struct draft add = {0};
    struct faults faults = {0};
    struct err e = {0};
    bool good = bank_edit_open(options, program, &edit, &faults, &e) &&
                check_principle(options->rules.principles, &edit.now, &e);
    if (good && read_scenarios(options, &edit.now, &items, &add, &faults, &e)) {
        good = bank_edit_save(&edit, &add, &faults, &e);
    } else if (good) {
        good = false;
        check_rest(&edit, &add, &faults);
    }
    say_faults(&faults);
    if (!good)
        say_error(e.text);
    enum status status = good ? say_added(&edit, &add) : e.status;
    faults_free(&faults);
    bank_edit_close(&edit);
    draft_free(&add);
    exchange_free(&items);
    return status;
}

/* --- export ---------------------------------------------------------------------------------- */

static const struct {
    const char *name;
    void (*write)(const struct bank *bank, struct str *out);
} write_formats[] = {{"gift", gift_write}, {"csv", sheet_write}, {"anki", anki_write}};

const char *bank_export_format(size_t row)
{
    return row < ARRAY_LEN(write_formats) ? write_formats[row].name : NULL;
}

static bool write_bank(const struct options *options, const struct bank *bank, struct err *e)
{
    struct str text = {0};
    write_formats[options->format_row].write(bank, &text);
    text_drop_invisible(&text); /* as on the screen */
    bool written = say_into(options->output, &text, e);
    str_free(&text);
    return written;
}

enum status bank_export_command(const struct options *options, const char *program)
{
    struct bank_layers layers;
    struct err e = {0};
    struct bank *bank = bank_layers_read(options, program, &layers, NULL, &e);
    bool good = bank && write_bank(options, bank, &e);
    if (!good)
        say_error(e.text);
    bank_free(bank);
    bank_layers_free(&layers);
    return good ? STATUS_OK : e.status;
}
