/* Writes a bank's activities as CSV. */
#include "core/sheet_write.h"

#include "core/csv_write.h"
#include "core/exchange.h"

static void add_row(struct str *out, struct exchange_item *item)
{
    for (int key = 0; key < EXCHANGE_KEYS; key++) {
        const struct draft_text *text = exchange_text(item, key);
        if (key > 0)
            str_addc(out, ',');
        if (key == EXCHANGE_SIDE)
            csv_add_cell(out, side_id(item->side));
        else
            csv_add_cell(out, text->text ? text->text : "");
    }
    str_add(out, "\r\n");
}

void sheet_write(const struct bank *bank, struct str *out)
{
    for (int key = 0; key < EXCHANGE_KEYS; key++) {
        if (key > 0)
            str_addc(out, ',');
        csv_add_cell(out, exchange_key(key));
    }
    str_add(out, "\r\n");
    for (int i = 0; i < bank->activity_count; i++) {
        struct exchange_item item = exchange_item_of(bank, i);
        if (!bank->activities[i].dropped)
            add_row(out, &item);
    }
}
