/* What a learner has come to, as JSON. */
#include "io/progress_json.h"

#include "io/json_doc.h"

enum { VERSION = 1, PER_CENT = 100 };

static void put(struct json_doc *object, const char *key, int64_t number)
{
    json_doc_put_number(object, key, number);
}

static void put_day(struct json_doc *object, const char *key, int64_t day)
{
    struct str text = {0};
    calendar_write(&text, day);
    json_doc_put_text(object, key, str_text(&text));
    str_free(&text);
}

static struct json_doc *share(int right, int answers)
{
    struct json_doc *one = json_doc_object();
    put(one, "right", right);
    put(one, "answers", answers);
    return one;
}

static struct json_doc *tally_share(const struct tally *tally)
{
    return share(tally->right, tally->answers);
}

static struct json_doc *bank_head(const struct bank *bank)
{
    struct json_doc *head = json_doc_object();
    json_doc_put_text(head, "id", bank->id);
    json_doc_put_text(head, "title", bank->title);
    return head;
}

static struct json_doc *new_cards(const struct progress *p)
{
    struct json_doc *object = json_doc_object();
    json_doc_put(object, "all", tally_share(&p->first));
    json_doc_put(object, "recent", tally_share(&p->recent));
    put(object, "unseen", p->unseen);
    return object;
}

static struct json_doc *readiness(const struct progress *p)
{
    struct json_doc *object = json_doc_object();
    json_doc_put_truth(object, "ready", p->ready);
    put(object, "answers_missing", p->ready_answers);
    if (!p->ready_answers)
        put(object, "right_needed", p->ready_right);
    return object;
}

static struct json_doc *curve(const struct progress *p)
{
    struct json_doc *list = json_doc_list();
    for (int i = 0; i < p->block_count; i++) {
        const struct progress_block *block = &p->blocks[i];
        struct json_doc *one = share(block->right, block->answers);
        put(one, "low_percent", (int64_t)(block->band.low * PER_CENT + 0.5));
        put(one, "high_percent", (int64_t)(block->band.high * PER_CENT + 0.5));
        json_doc_append(list, one);
    }
    return list;
}

/* The days with answers, of the weeks that the calendar shows. */
static struct json_doc *calendar(const struct progress *p)
{
    struct json_doc *list = json_doc_list();
    for (size_t i = 0; i < ARRAY_LEN(p->calendar); i++) {
        if (!p->calendar[i])
            continue;
        struct json_doc *one = json_doc_object();
        put_day(one, "day", p->calendar_first + (int64_t)i);
        put(one, "answers", p->calendar[i]);
        json_doc_append(list, one);
    }
    return list;
}

/* First answers of a side called the other, and all of that side. */
static struct json_doc *errors_of(const struct tally *first, enum side keyed)
{
    struct json_doc *one = json_doc_object();
    int missed = first->table[keyed][side_other(keyed)];
    put(one, "missed", missed);
    put(one, "answers", missed + first->table[keyed][keyed]);
    return one;
}

static struct json_doc *errors(const struct progress *p)
{
    struct json_doc *object = json_doc_object();
    json_doc_put(object, "sales_called_marketing", errors_of(&p->first, SIDE_SALES));
    json_doc_put(object, "marketing_called_sales", errors_of(&p->first, SIDE_MARKETING));
    return object;
}

static void put_answers(struct json_doc *object, int answers, int missed)
{
    put(object, "answers", answers);
    put(object, "right", answers - missed);
    put(object, "missed", missed);
}

static struct json_doc *questions(const struct bank *bank, const struct progress *p)
{
    struct json_doc *list = json_doc_list();
    for (int i = 0; i < bank->question_count; i++) {
        const struct progress_question *question = &p->questions[i];
        struct json_doc *one = json_doc_object();
        json_doc_put_text(one, "id", bank->questions[i].id);
        put(one, "principles", question->principles);
        put(one, "met", question->met);
        put(one, "mastered", question->mastered);
        put_answers(one, question->answers, question->missed);
        json_doc_append(list, one);
    }
    return list;
}

static struct json_doc *principles(const struct bank *bank, const struct progress *p)
{
    struct json_doc *list = json_doc_list();
    for (int i = 0; i < bank->principle_count; i++) {
        const struct progress_principle *principle = &p->principles[i];
        int question = bank->principles[i].question;
        struct json_doc *one = json_doc_object();
        json_doc_put_text(one, "id", bank->principles[i].id);
        json_doc_put_text(one, "question", question < 0 ? "" : bank->questions[question].id);
        json_doc_put_truth(one, "met", principle->met);
        put_answers(one, principle->answers, principle->missed);
        put(one, "way_percent", progress_way_percent(principle));
        json_doc_put_truth(one, "mastered", principle->mastery.mastered);
        if (principle->mastery.mastered)
            put_day(one, "mastered_on", principle->mastery.mastered_day);
        json_doc_append(list, one);
    }
    return list;
}

static struct json_doc *hardest(const struct bank *bank, const struct progress *p)
{
    struct json_doc *list = json_doc_list();
    for (int i = 0; i < p->hardest_count; i++) {
        struct json_doc *one = json_doc_object();
        json_doc_put_text(one, "id", bank->principles[p->hardest[i]].id);
        json_doc_append(list, one);
    }
    return list;
}

static struct json_doc *exam(const struct progress_exam *exam)
{
    struct json_doc *one = json_doc_object();
    put_day(one, "day", exam->day);
    put(one, "right", exam->right);
    put(one, "cards", exam->cards);
    json_doc_put_truth(one, "passed", exam->passed);
    return one;
}

static void put_modes(struct json_doc *all, const struct progress *p)
{
    if (p->climbed)
        put(all, "best_climb", p->best_climb);
    if (p->sprinted)
        put(all, "best_sprint", p->best_sprint);
    if (p->today_played)
        json_doc_put(all, "today", share(p->today_right, p->today_cards));
    put(all, "exams", p->exams);
    put(all, "exams_passed", p->exams_passed);
    if (p->exams_passed)
        json_doc_put(all, "last_pass", exam(&p->pass));
    if (p->exams)
        json_doc_put(all, "last_try", exam(&p->last_try));
}

void progress_json(const struct bank *bank, const struct progress *progress, struct str *out)
{
    struct json_doc *all = json_doc_object();
    put(all, "version", VERSION);
    json_doc_put(all, "bank", bank_head(bank));
    put_day(all, "as_of", progress->calendar_today);
    put(all, "days", progress->days);
    put(all, "runs", progress->runs);
    put(all, "answers", progress->answers);
    json_doc_put(all, "new_cards", new_cards(progress));
    if (progress->first_run.answers) {
        json_doc_put(all, "first_six", tally_share(&progress->first_run));
        json_doc_put(all, "since_first_six", tally_share(&progress->since_first));
    }
    put(all, "mastered", progress->mastered);
    put(all, "sittings_left", progress->sittings_left);
    json_doc_put(all, "exam", readiness(progress));
    put_modes(all, progress);
    json_doc_put(all, "errors", errors(progress));
    json_doc_put(all, "curve", curve(progress));
    json_doc_put(all, "calendar", calendar(progress));
    json_doc_put(all, "hardest", hardest(bank, progress));
    json_doc_put(all, "questions", questions(bank, progress));
    json_doc_put(all, "principles", principles(bank, progress));
    json_doc_show(all, out);
    json_doc_free(all);
}
