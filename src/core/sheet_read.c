/* Reads a CSV file of activities: the row of column names, then an item from each row. */
#include "core/sheet_read.h"

#include <stdlib.h>
#include <string.h>

#include "core/csv_read.h"
#include "core/csv_write.h"

enum { COLUMN_UNKNOWN = -1, COLUMNS_MAX = 256 };

struct sheet {
    struct csv_reader csv;
    const char *file; /* kept with the items */
    const char *const *names;
    struct exchange *out;
    struct faults *faults;
    int *columns; /* the key of each column, or COLUMN_UNKNOWN */
    size_t column_count, column_cap;
    bool has[EXCHANGE_KEYS];
};

static struct place here(const struct sheet *sheet)
{
    return (struct place){sheet->file, sheet->csv.cell_line};
}

/* Complains about what cannot be read as CSV; false for any other token. */
static bool is_broken(struct sheet *sheet, enum csv_token token)
{
    switch (token) {
    case CSV_OPEN_QUOTE:
        faults_add(sheet->faults, FAULT_ERROR, here(sheet),
                   _("the quote that begins a cell here is never closed"));
        return true;
    case CSV_AFTER_QUOTE:
        faults_add(sheet->faults, FAULT_ERROR, here(sheet),
                   _("text follows the quote that closes a cell; a quote in a text is written "
                     "twice"));
        return true;
    case CSV_STRAY_QUOTE:
        faults_add(sheet->faults, FAULT_ERROR, here(sheet),
                   _("a quote stands inside a cell without quotes"));
        return true;
    default:
        return false;
    }
}

/* --- the row of column names ----------------------------------------------------------------- */

/* The key a column's name stands for, after a complaint when it is none or is there already. */
static int column_key(struct sheet *sheet, const char *name)
{
    static const char blanks[] = " \t\r\n";
    name += strspn(name, blanks);
    size_t len = strlen(name);
    while (len > 0 && strchr(blanks, name[len - 1]))
        len--;
    int key = exchange_find_key(name, len);
    if (key < 0 && len > 0)
        faults_add(sheet->faults, FAULT_WARNING, here(sheet),
                   _("the column \"%s\" is not known and is left out"),
                   exchange_shown(sheet->out, name));
    if (key < 0)
        return COLUMN_UNKNOWN;
    if (sheet->has[key])
        faults_add(sheet->faults, FAULT_ERROR, here(sheet), _("there are two columns \"%s\""),
                   exchange_key(key));
    sheet->has[key] = true;
    return key;
}

static bool check_columns(struct sheet *sheet)
{
    struct place place = {sheet->file, 1};
    size_t errors = sheet->faults->errors;
    int scenario = exchange_find_key("scenario", strlen("scenario"));
    int situation = exchange_find_key("situation", strlen("situation"));
    int text = exchange_find_key("text", strlen("text"));
    if (!sheet->has[text])
        faults_add(sheet->faults, FAULT_ERROR, place, _("there is no column \"%s\""), "text");
    if (!sheet->has[EXCHANGE_SIDE])
        faults_add(sheet->faults, FAULT_ERROR, place, _("there is no column \"%s\""), "side");
    if (!sheet->has[scenario] && !sheet->has[situation])
        faults_add(sheet->faults, FAULT_ERROR, place,
                   _("there is neither a column \"situation\" nor a column \"scenario\""));
    return sheet->faults->errors == errors;
}

static bool read_header(struct sheet *sheet)
{
    size_t errors = sheet->faults->errors;
    enum csv_token token;
    do {
        token = csv_next(&sheet->csv);
        if (is_broken(sheet, token))
            return false;
        if (token == CSV_END)
            break;
        if (sheet->column_count == COLUMNS_MAX) {
            faults_add(sheet->faults, FAULT_ERROR, here(sheet), _("there are more than %d columns"),
                       COLUMNS_MAX);
            return false;
        }
        sheet->columns =
            xgrow(sheet->columns, sheet->column_count, &sheet->column_cap, sizeof *sheet->columns);
        sheet->columns[sheet->column_count++] = column_key(sheet, str_text(&sheet->csv.cell));
    } while (token == CSV_CELL);
    return check_columns(sheet) && sheet->faults->errors == errors;
}

/* --- rows ------------------------------------------------------------------------------------ */

/* Puts the cell just read into the item; false when it is one too many. */
static bool take_cell(struct sheet *sheet, struct exchange_item *item, size_t column,
                      struct draft_text *side)
{
    const char *text = csv_without_guard(str_text(&sheet->csv.cell));
    if (text[strspn(text, " \t\r\n")] == '\0')
        return true;
    if (column >= sheet->column_count)
        return false;
    int key = sheet->columns[column];
    if (key == COLUMN_UNKNOWN)
        return true;
    exchange_set(sheet->out, key == EXCHANGE_SIDE ? side : exchange_text(item, key),
                 (struct place){item->place.file, sheet->csv.cell_line}, text, strlen(text));
    return true;
}

/* Whether the item can be graded; complains when not. */
static bool check_item(struct sheet *sheet, struct exchange_item *item,
                       const struct draft_text *side)
{
    if (!item->text.text)
        faults_add(sheet->faults, FAULT_ERROR, item->place, _("\"%s\" is missing"), "text");
    else if (!side->text)
        faults_add(sheet->faults, FAULT_ERROR, item->place, _("\"%s\" is missing"), "side");
    else if ((item->side = exchange_side(side->text, sheet->names)) == SIDE_NONE)
        faults_add(sheet->faults, FAULT_ERROR, side->place,
                   _("\"%s\" is no side; it must be \"sales\" or \"marketing\""),
                   exchange_shown(sheet->out, side->text));
    return item->side != SIDE_NONE;
}

static bool is_empty(struct exchange_item *item, const struct draft_text *side)
{
    for (int key = 0; key < EXCHANGE_KEYS; key++) {
        const struct draft_text *text = exchange_text(item, key);
        if (text && text->text)
            return false;
    }
    return !side->text;
}

/* Reads one row; false at the end of the file, or of what can be read of it. */
static bool read_row(struct sheet *sheet)
{
    enum csv_token token = csv_next(&sheet->csv);
    if (token == CSV_END)
        return false;
    struct exchange_item *item = exchange_add(sheet->out, here(sheet));
    struct draft_text side = {0};
    bool fits = true, broken = false;
    for (size_t column = 0;; column++) {
        broken = is_broken(sheet, token);
        if (broken)
            break;
        fits = take_cell(sheet, item, column, &side) && fits;
        if (token != CSV_CELL)
            break;
        token = csv_next(&sheet->csv);
    }
    if (!fits)
        faults_add(sheet->faults, FAULT_ERROR, item->place,
                   _("the row has more cells than there are columns"));
    bool empty = !broken && fits && is_empty(item, &side);
    bool good = !broken && fits && !empty && check_item(sheet, item, &side);
    sheet->out->refused += !good && !empty;
    sheet->out->len -= !good;
    return !broken;
}

void sheet_read(const char *bytes, size_t len, const char *file,
                const char *const names[SIDE_COUNT], struct exchange *out, struct faults *faults)
{
    struct sheet sheet = {.file = arena_copy(&out->arena, file, strlen(file)),
                          .names = names,
                          .out = out,
                          .faults = faults};
    csv_start(&sheet.csv, bytes, len);
    if (read_header(&sheet)) {
        while (!exchange_overflows(out, here(&sheet), faults) && read_row(&sheet))
            ;
    }
    csv_end(&sheet.csv);
    free(sheet.columns);
}
