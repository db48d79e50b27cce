/* A session's report as one JSON object. */
#include "io/session_report_json.h"

#include <math.h>

#include "core/moment.h"
#include "core/session_report_notes.h"
#include "core/session_report_words.h"
#include "core/session_talk_words.h"
#include "io/json_doc.h"

enum { VERSION = 1 };

static void put_moment(struct json_doc *doc, const char *key, int64_t utc_ms)
{
    struct str moment = {0};
    moment_write(&moment, utc_ms);
    if (moment.len > 0)
        json_doc_put_text(doc, key, str_text(&moment));
    str_free(&moment);
}

static void put_decimal(struct json_doc *doc, const char *key, double value)
{
    if (isfinite(value))
        json_doc_put_decimal(doc, key, value);
}

/* A sentence by one of the functions of core/session_report_words.h. */
static void put_words(struct json_doc *doc, const char *key, const struct session_report *report,
                      void (*words)(const struct session_report *, struct str *))
{
    struct str sentence = {0};
    words(report, &sentence);
    json_doc_put_text(doc, key, str_text(&sentence));
    str_free(&sentence);
}

static struct json_doc *tally_of(const struct tally *tally)
{
    struct json_doc *one = json_doc_object(), *table = json_doc_object();
    json_doc_put_number(one, "answers", tally->answers);
    json_doc_put_number(one, "right", tally->right);
    json_doc_put_number(one, "sure", tally->sure);
    json_doc_put_number(one, "sure_right", tally->sure_right);
    for (int keyed = 0; keyed < SIDE_COUNT; keyed++) {
        struct json_doc *said = json_doc_object();
        for (int side = 0; side < SIDE_COUNT; side++)
            json_doc_put_number(said, side_id((enum side)side), tally->table[keyed][side]);
        json_doc_put(table, side_id((enum side)keyed), said);
    }
    json_doc_put(one, "said_by_key", table);
    return one;
}

/* The tallies of those parts that have answers. */
static struct json_doc *tallies_of(const struct tally parts[PART_COUNT])
{
    struct json_doc *all = json_doc_object();
    for (int part = 0; part < PART_COUNT; part++)
        if (parts[part].answers > 0)
            json_doc_put(all, part_id((enum part)part), tally_of(&parts[part]));
    return all;
}

static void put_session(struct json_doc *doc, const struct session_report *report)
{
    const struct session *session = report->session;
    struct json_doc *one = json_doc_object();
    json_doc_put_text(one, "code", session->code);
    json_doc_put_text(one, "title", session->title);
    json_doc_put_text(one, "bank", session->bank->id);
    if (session->pass > 0)
        json_doc_put_number(one, "pass", session->pass);
    if (report->people.len + report->people.hands_len > 0)
        put_moment(one, "started", report->started_utc_ms);
    json_doc_put_truth(one, "names", report->names);
    json_doc_put(doc, "session", one);
}

static void put_summary(struct json_doc *doc, const struct session_report *report)
{
    struct json_doc *one = json_doc_object(), *notes = json_doc_list();
    struct str note = {0};
    put_words(one, "who", report, report_words_who);
    put_words(one, "mixed_up", report, report_words_mixed);
    put_words(one, "worked", report, report_words_worked);
    for (int i = 0; report_notes(report, i, &note); i++) {
        json_doc_append_text(notes, str_text(&note));
        str_clear(&note);
    }
    json_doc_put(one, "notes", notes);
    json_doc_put(doc, "summary", one);
    str_free(&note);
}

static void put_counts(struct json_doc *doc, const struct session_report *report)
{
    const struct session_people *people = &report->people;
    struct json_doc *one = json_doc_object();
    json_doc_put_number(one, "people", (int64_t)people->len);
    json_doc_put_number(one, "verified", people->verified);
    json_doc_put_number(one, "namesakes", people->namesakes);
    json_doc_put_number(one, "repeated", people->repeated);
    json_doc_put_number(one, "same_again", people->same_again);
    json_doc_put_number(one, "silent", people->silent);
    json_doc_put_number(one, "left_out", (int64_t)report->left_out + people->elsewhere);
    json_doc_put_number(one, "rekeyed", people->rekeyed);
    json_doc_put(doc, "counts", one);
}

static void put_room(struct json_doc *doc, const struct session_report *report)
{
    const struct signal *signal = &report->signal;
    struct json_doc *one = json_doc_object(), *parts = json_doc_object();
    struct interval interval = interval_wilson(report->all.right, report->all.answers);
    for (int i = 0; i < PART_COUNT; i++) {
        const struct report_part *part = &report->parts[i];
        if (!report->session->has[i])
            continue;
        struct json_doc *own = tally_of(&part->tally);
        json_doc_put_number(own, "people", part->people);
        json_doc_put_number(own, "complete", part->complete);
        if (report->session->pass > 0 && i != PART_PRACTICE)
            json_doc_put_number(own, "met_mark", part->met);
        json_doc_put(parts, part_id((enum part)i), own);
    }
    json_doc_put(one, "parts", parts);
    json_doc_put(one, "hands", tally_of(&report->hands));
    json_doc_put(one, "all", tally_of(&report->all));
    if (report->all.answers > 0) {
        json_doc_put_decimal(one, "share", (double)report->all.right / report->all.answers);
        json_doc_put_decimal(one, "share_low", interval.low);
        json_doc_put_decimal(one, "share_high", interval.high);
        json_doc_put_decimal(one, "chance",
                             chance_at_least(report->all.right, report->all.answers));
    }
    if (signal_band(signal) != SIGNAL_TOO_FEW) {
        json_doc_put_decimal(one, "d_prime", signal->d_prime);
        put_decimal(one, "d_prime_error", signal->d_prime_error);
        json_doc_put_decimal(one, "criterion", signal->criterion);
        put_decimal(one, "criterion_error", signal->criterion_error);
        json_doc_put_text(one, "lean", side_id(signal_lean(signal)));
    }
    json_doc_put(doc, "room", one);
}

static void put_gain(struct json_doc *doc, const struct session_report *report)
{
    const struct report_gain *gain = &report->gain;
    struct json_doc *one = json_doc_object();
    json_doc_put_number(one, "people", gain->people);
    json_doc_put_number(one, "same_form", gain->same_form);
    json_doc_put_truth(one, "told", gain->told);
    for (int i = 0; i < PART_COUNT && gain->people > 0; i++) {
        struct json_doc *part = json_doc_object();
        if (i == PART_PRACTICE) {
            json_doc_free(part);
            continue;
        }
        json_doc_put_number(part, "right", gain->right[i]);
        json_doc_put_number(part, "cards", gain->cards[i]);
        if (report->session->pass > 0)
            json_doc_put_number(part, "met_mark", gain->met[i]);
        json_doc_put(one, part_id((enum part)i), part);
    }
    if (gain->people > 0) {
        json_doc_put_number(one, "better", gain->better);
        json_doc_put_number(one, "worse", gain->worse);
        json_doc_put_decimal(one, "points", gain->points);
        put_decimal(one, "points_low", gain->low);
        put_decimal(one, "points_high", gain->high);
    }
    json_doc_put(doc, "gain", one);
}

/* Which card it is, and what it says. */
static void put_card(struct json_doc *one, const struct bank *bank, int number)
{
    const struct activity *activity = &bank->activities[number];
    json_doc_put_text(one, "activity", activity->ref);
    json_doc_put_text(one, "situation", bank->scenarios[activity->scenario].situation);
    json_doc_put_text(one, "text", activity->text);
    json_doc_put_text(one, "side", side_id(activity->side));
}

static void put_talk(struct json_doc *doc, const struct session_report *report)
{
    static const char *const shapes[] = {[TALK_ONE_WAY] = "one_way",
                                         [TALK_SURE] = "sure",
                                         [TALK_SPLIT] = "split",
                                         [TALK_SOME] = "some"};
    struct json_doc *list = json_doc_list();
    for (size_t i = 0; i < report->talk_count; i++) {
        const struct report_talk *talk = &report->talk[i];
        struct json_doc *one = json_doc_object();
        struct str question = {0};
        talk_words_question(report, i, &question);
        put_card(one, report->session->bank, talk->card->activity);
        json_doc_put_text(one, "part", part_id(talk->part));
        json_doc_put_text(one, "shape", shapes[talk->shape]);
        json_doc_put_number(one, "hands", talk->hands);
        json_doc_put(one, "said", tally_of(&talk->tally));
        json_doc_put_text(one, "why", report->session->bank->activities[talk->card->activity].why);
        json_doc_put_text(one, "question", str_text(&question));
        json_doc_append(list, one);
        str_free(&question);
    }
    json_doc_put(doc, "talk", list);
}

static void put_principles(struct json_doc *doc, const struct session_report *report)
{
    struct json_doc *list = json_doc_list();
    for (size_t i = 0; i < report->principle_count; i++) {
        const struct report_principle *principle = &report->principles[i];
        const struct principle *own = &report->session->bank->principles[principle->principle];
        struct json_doc *one = json_doc_object();
        json_doc_put_text(one, "principle", own->id);
        json_doc_put_text(one, "title", own->title);
        json_doc_put(one, "all", tally_of(&principle->all));
        json_doc_put(one, "parts", tallies_of(principle->parts));
        json_doc_put_text(one, "lean", side_id(principle->lean));
        json_doc_append(list, one);
    }
    json_doc_put(doc, "principles", list);
}

static void put_cards(struct json_doc *doc, const struct session_report *report)
{
    struct json_doc *list = json_doc_list();
    for (size_t i = 0; i < report->card_count; i++) {
        const struct report_card *card = &report->cards[i];
        struct json_doc *one = json_doc_object();
        put_card(one, report->session->bank, card->activity);
        json_doc_put(one, "people", tally_of(&card->people));
        json_doc_put(one, "parts", tallies_of(card->parts));
        json_doc_put(one, "hands", tally_of(&card->hands));
        if (card->judged)
            json_doc_put_number(one, "discrimination", card->discrimination);
        json_doc_append(list, one);
    }
    json_doc_put(doc, "cards", list);
}

static struct json_doc *person_of(const struct session_report *report, const struct person *person)
{
    struct json_doc *one = json_doc_object(), *parts = json_doc_object();
    json_doc_put_text(one, "name", person->name);
    json_doc_put_truth(one, "verified", *person->owner && !person->owner_shared);
    if (report->names && *person->owner)
        json_doc_put_text(one, "owner", person->owner);
    if (report->names)
        json_doc_put_truth(one, "hot_seat", person->owner_shared);
    json_doc_put_truth(one, "typed_in", person->typed_in);
    for (int i = 0; i < PART_COUNT; i++) {
        const struct person_part *part = &person->parts[i];
        if (!part->run)
            continue;
        struct json_doc *own = tally_of(&part->tally);
        json_doc_put_number(own, "cards", part->cards);
        json_doc_put_truth(own, "complete", part->complete);
        if (report->session->pass > 0 && i != PART_PRACTICE)
            json_doc_put_truth(own, "met_mark",
                               report_met_mark(report->session, (enum part)i, part));
        json_doc_put(parts, part_id((enum part)i), own);
    }
    json_doc_put(one, "parts", parts);
    return one;
}

void session_report_json(const struct session_report *report, struct str *out)
{
    struct json_doc *doc = json_doc_object(), *people = json_doc_list();
    json_doc_put_number(doc, "version", VERSION);
    put_session(doc, report);
    put_summary(doc, report);
    put_counts(doc, report);
    put_room(doc, report);
    put_gain(doc, report);
    put_talk(doc, report);
    put_principles(doc, report);
    put_cards(doc, report);
    for (size_t i = 0; i < report->people.len; i++)
        json_doc_append(people, person_of(report, &report->people.items[i]));
    json_doc_put(doc, "participants", people);
    json_doc_show(doc, out);
    json_doc_free(doc);
}
