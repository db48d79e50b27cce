/* What a learner has come to, for spreadsheets. */
#include "core/progress_csv.h"

#include "core/csv_write.h"

static const char *const columns[] = {"principle", "title",      "question", "met",
                                      "answers",   "right",      "missed",   "way_percent",
                                      "mastered",  "mastered_on"};

static void add_text(struct str *out, const char *text, const char *end)
{
    csv_add_cell(out, text);
    str_add(out, end);
}

static void add_number(struct str *out, int number)
{
    str_addf(out, "\"%d\",", number);
}

void progress_csv(const struct bank *bank, const struct progress *progress, struct str *out)
{
    for (size_t i = 0; i < ARRAY_LEN(columns); i++)
        add_text(out, columns[i], i + 1 < ARRAY_LEN(columns) ? "," : "\r\n");
    for (int i = 0; i < bank->principle_count; i++) {
        const struct principle *principle = &bank->principles[i];
        const struct progress_principle *p = &progress->principles[i];
        struct str day = {0};
        if (p->mastery.mastered)
            calendar_write(&day, p->mastery.mastered_day);
        add_text(out, principle->id, ",");
        add_text(out, principle->title, ",");
        add_text(out, principle->question < 0 ? "" : bank->questions[principle->question].id, ",");
        add_number(out, p->met);
        add_number(out, p->answers);
        add_number(out, p->answers - p->missed);
        add_number(out, p->missed);
        add_number(out, progress_way_percent(p));
        add_number(out, p->mastery.mastered);
        add_text(out, str_text(&day), "\r\n");
        str_free(&day);
    }
}
