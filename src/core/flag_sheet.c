/* What players flagged, as CSV, one flag a row. */
#include "core/flag_sheet.h"

#include "core/calendar.h"
#include "core/csv_write.h"

static void text_cell(struct str *out, const char *text)
{
    csv_add_foreign(out, text);
    str_addc(out, ',');
}

static void number_cell(struct str *out, int number)
{
    str_addf(out, "%d,", number);
}

/* What is the same in every row of an activity. */
static void add_item(struct str *out, const struct bank *bank, const struct flagged *item)
{
    const struct activity *activity =
        item->activity >= 0 ? &bank->activities[item->activity] : NULL;
    text_cell(out, item->name);
    text_cell(out, activity ? bank->scenarios[activity->scenario].situation : "");
    text_cell(out, activity ? activity->text : "");
    text_cell(out, activity ? side_id(activity->side) : "");
    number_cell(out, activity && !activity->dropped);
    number_cell(out, (int)item->count);
    number_cell(out, item->answers);
    number_cell(out, item->right);
    if (item->answers)
        number_cell(out, flagged_facility(item));
    else
        str_addc(out, ',');
    if (item->judged)
        number_cell(out, item->discrimination);
    else
        str_addc(out, ',');
}

void flag_sheet(const struct flag_report *report, struct str *out)
{
    str_add(out, "\"activity\",\"situation\",\"text\",\"side\",\"asked\",\"flags\",\"answers\","
                 "\"right\",\"facility_percent\",\"discrimination\",\"date\",\"same_wording\","
                 "\"reason\"\r\n");
    for (size_t i = 0; i < report->len; i++) {
        const struct flagged *item = &report->items[i];
        for (size_t j = 0; j < item->count; j++) {
            const struct flag_reason *reason = &item->reasons[j];
            add_item(out, report->bank, item);
            calendar_write(out, reason->day);
            str_addc(out, ',');
            number_cell(out, item->activity >= 0 && !reason->reworded);
            csv_add_foreign(out, reason->text);
            str_add(out, "\r\n");
        }
    }
}
