/* The first answers of many people to a bank's activities, as a table. */
#include "core/first_answers.h"

#include <stdlib.h>
#include <string.h>

#include "core/rekey.h"

void first_answers_init(struct first_answers *table, const struct bank *bank)
{
    *table = (struct first_answers){.bank = bank};
}

/* The person's marks, all of them ITEM_NOT_MET for somebody new. */
static unsigned char *row_of(struct first_answers *table, const char *name)
{
    size_t row_size = (size_t)table->bank->activity_count, people = table->people.count;
    size_t person = (size_t)numbering_of(&table->people, name, strlen(name));
    if (person == people) {
        table->marks = xgrow(table->marks, person, &table->marks_cap, row_size);
        memset(table->marks + person * row_size, ITEM_NOT_MET, row_size);
    }
    return table->marks + person * row_size;
}

void first_answers_add(struct first_answers *table, const char *person, int activity,
                       uint64_t wording, const struct graded *answer)
{
    if (activity < 0)
        return;
    unsigned char *mark = &row_of(table, person)[activity];
    if (*mark != ITEM_NOT_MET)
        return;
    struct graded first = *answer;
    first.first_time = true;
    first.keyed = rekey(table->bank, activity, wording, answer->keyed);
    bool counts = wording == table->bank->activities[activity].wording &&
                  (score_counts(&first) & COUNTS_ACCURACY);
    *mark = !counts ? FIRST_SPENT : score_right(&first) ? ITEM_RIGHT : ITEM_WRONG;
}

void first_answers_analyse(const struct first_answers *table, struct item_analysis *out)
{
    size_t size = table->people.count * (size_t)table->bank->activity_count;
    unsigned char *marks = xcalloc(size + 1, 1);
    for (size_t i = 0; i < size; i++)
        marks[i] = table->marks[i] == FIRST_SPENT ? ITEM_NOT_MET : table->marks[i];
    item_analyse(marks, (int)table->people.count, table->bank->activity_count, out);
    free(marks);
}

void first_answers_free(struct first_answers *table)
{
    numbering_free(&table->people);
    free(table->marks);
    *table = (struct first_answers){0};
}
