/* What players flagged, as one JSON object. */
#include "io/flag_json.h"

#include "core/calendar.h"
#include "io/json_doc.h"

enum { VERSION = 1 };

static struct json_doc *reasons_of(const struct flagged *item)
{
    struct json_doc *list = json_doc_list();
    for (size_t i = 0; i < item->count; i++) {
        const struct flag_reason *reason = &item->reasons[i];
        struct json_doc *one = json_doc_object();
        struct str date = {0};
        calendar_write(&date, reason->day);
        json_doc_put_text(one, "date", str_text(&date));
        json_doc_put_truth(one, "same_wording", item->activity >= 0 && !reason->reworded);
        json_doc_put_text(one, "reason", reason->text);
        json_doc_append(list, one);
        str_free(&date);
    }
    return list;
}

static struct json_doc *flagged_of(const struct flagged *item, const struct bank *bank)
{
    struct json_doc *one = json_doc_object();
    json_doc_put_text(one, "activity", item->name);
    json_doc_put_truth(one, "in_bank", item->activity >= 0);
    if (item->activity >= 0) {
        const struct activity *activity = &bank->activities[item->activity];
        json_doc_put_text(one, "situation", bank->scenarios[activity->scenario].situation);
        json_doc_put_text(one, "text", activity->text);
        json_doc_put_text(one, "side", side_id(activity->side));
        json_doc_put_truth(one, "asked", !activity->dropped);
        json_doc_put_number(one, "answers", item->answers);
        json_doc_put_number(one, "right", item->right);
        if (item->answers)
            json_doc_put_number(one, "facility_percent", flagged_facility(item));
        if (item->judged)
            json_doc_put_number(one, "discrimination", item->discrimination);
    }
    json_doc_put(one, "flags", reasons_of(item));
    return one;
}

void flag_json(const struct flag_report *report, struct str *out)
{
    struct json_doc *all = json_doc_object(), *list = json_doc_list();
    json_doc_put_number(all, "version", VERSION);
    json_doc_put_text(all, "bank", report->bank->id);
    json_doc_put_number(all, "on_other_banks", (int64_t)report->elsewhere);
    for (size_t i = 0; i < report->len; i++)
        json_doc_append(list, flagged_of(&report->items[i], report->bank));
    json_doc_put(all, "flagged", list);
    json_doc_show(all, out);
    json_doc_free(all);
}
