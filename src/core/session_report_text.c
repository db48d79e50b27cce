/* The report of a session in sentences. */
#include "core/session_report_text.h"

#include "core/number.h"
#include "core/page.h"
#include "core/session_report_notes.h"
#include "core/session_report_words.h"
#include "core/session_talk_words.h"

enum { INDENT = 2 };

/* Adds the sentence as a paragraph and empties it; nothing when it is empty. */
static void add_sentence(struct page *page, struct str *sentence, int indent)
{
    if (sentence->len > 0)
        page_add(page, ROLE_TEXT, str_text(sentence))->indent = indent;
    str_free(sentence);
}

static void add_title(struct page *page, const char *title)
{
    page_gap(page);
    page_add(page, ROLE_TITLE, title);
    page_gap(page);
}

/* --- the first page -------------------------------------------------------------------------- */

static void add_head(struct page *page, const struct session_report *report)
{
    struct str line = {0};
    text_show(&line, report->session->title, 0);
    page_add(page, ROLE_TITLE, str_text(&line));
    str_clear(&line);
    report_words_session(report, &line);
    page_add(page, ROLE_DIM, str_text(&line));
    page_gap(page);
    str_free(&line);
}

static void add_first_page(struct page *page, const struct session_report *report)
{
    struct str sentence = {0}, note = {0};
    for (int i = 0; report_words_first(report, i, &sentence); i++)
        add_sentence(page, &sentence, 0);
    for (int i = 0; report_notes(report, i, &note); i++) {
        if (i == 0)
            page_gap(page);
        page_add(page, ROLE_DIM, str_text(&note));
        str_clear(&note);
    }
    str_free(&note);
}

/* --- what to talk about ---------------------------------------------------------------------- */

static void add_split(struct page *page, const struct bank *bank, const struct report_talk *talk)
{
    const int(*table)[SIDE_COUNT] = talk->tally.table;
    /* TRANSLATORS: how many said which side, twice. */
    page_addf(page, ROLE_TEXT, _("%d said %s and %d said %s."),
              table[SIDE_SALES][SIDE_SALES] + table[SIDE_MARKETING][SIDE_SALES],
              bank->side_name[SIDE_SALES],
              table[SIDE_SALES][SIDE_MARKETING] + table[SIDE_MARKETING][SIDE_MARKETING],
              bank->side_name[SIDE_MARKETING])
        ->indent = INDENT;
}

static void add_talk(struct page *page, const struct session_report *report, size_t n)
{
    const struct bank *bank = report->session->bank;
    const struct report_talk *talk = &report->talk[n];
    const struct activity *activity = &bank->activities[talk->card->activity];
    struct str number = {0}, split = {0}, source = {0}, answer = {0}, question = {0};
    str_addf(&number, "%zu.", n + 1);
    page_add_lead(page, ROLE_STRONG, str_text(&number), 0, ROLE_TEXT,
                  bank->scenarios[activity->scenario].situation);
    page_addf(page, ROLE_STRONG, _("“%s”"), activity->text)->indent = INDENT;
    talk_words_split(report, n, &split);
    add_sentence(page, &split, INDENT);
    talk_words_source(talk, &source);
    add_sentence(page, &source, INDENT);
    add_split(page, bank, talk);
    talk_words_answer(report, n, &answer);
    add_sentence(page, &answer, INDENT);
    if (activity->principle >= 0 && *bank->principles[activity->principle].mixup)
        page_add(page, ROLE_DIM, bank->principles[activity->principle].mixup)->indent = INDENT;
    talk_words_question(report, n, &question);
    page_add_lead(page, ROLE_STRONG, _("Ask:"), 0, ROLE_TEXT, str_text(&question))->indent = INDENT;
    str_free(&number);
    str_free(&question);
}

static void add_talks(struct page *page, const struct session_report *report)
{
    if (report->talk_count == 0)
        return;
    add_title(page, talk_words_title(report));
    for (size_t i = 0; i < report->talk_count; i++) {
        if (i > 0)
            page_gap(page);
        add_talk(page, report, i);
    }
    if (report->open_tests)
        page_gap(page);
    if (report->open_tests)
        page_add(page, ROLE_DIM, talk_words_tests());
}

/* --- the room -------------------------------------------------------------------------------- */

/* How a part, the hands or all of it came out; `people` below 0 where they are not counted.
 * `alone` are the answers of those who could say how sure they were. */
static void add_share(struct page *page, const char *name, int people, const struct tally *tally,
                      int alone)
{
    struct str text = {0};
    int percent = report_percent(tally->right, tally->answers);
    if (people < 0)
        /* TRANSLATORS: a part of the session; right answers, answers, and the same in per cent. */
        str_addf(&text, _("%s: %d of %d right, %d %%."), name, tally->right, tally->answers,
                 percent);
    else
        str_addf(&text,
                 /* TRANSLATORS: a part of the session; right answers, answers, the same in per
                    cent, and whose they are. */
                 ngettext("%s: %d of %d right, %d %%, of %d person.",
                          "%s: %d of %d right, %d %%, of %d people.", (unsigned long)people),
                 name, tally->right, tally->answers, percent, people);
    page_add(page, ROLE_TEXT, str_text(&text));
    if (tally->sure > 0 && tally->sure < alone)
        /* TRANSLATORS: a part of the session; right answers and answers of those who were sure. */
        page_addf(page, ROLE_TEXT, _("%s, when sure: %d of %d right."), name, tally->sure_right,
                  tally->sure);
    str_free(&text);
}

static void add_table(struct page *page, const struct session_report *report)
{
    const struct bank *bank = report->session->bank;
    page_gap(page);
    for (int keyed = 0; keyed < SIDE_COUNT; keyed++) {
        const int *said = report->all.table[keyed];
        /* TRANSLATORS: a side, then how often it was called which side, twice. */
        page_addf(page, ROLE_TEXT, _("Cards of %s: %d called %s, %d called %s."),
                  bank->side_name[keyed], said[SIDE_SALES], bank->side_name[SIDE_SALES],
                  said[SIDE_MARKETING], bank->side_name[SIDE_MARKETING]);
    }
}

static void add_figures(struct page *page, const struct session_report *report)
{
    static void (*const words[])(const struct session_report *, struct str *) = {
        report_words_apart, report_words_lean, report_words_share, report_words_chance};
    for (size_t i = 0; i < ARRAY_LEN(words); i++) {
        struct str sentence = {0};
        words[i](report, &sentence);
        add_sentence(page, &sentence, 0);
    }
}

static void add_room(struct page *page, const struct session_report *report)
{
    struct str gain = {0}, met = {0};
    const struct tally *all = &report->all, *hands = &report->hands;
    add_title(page, _("The room"));
    for (int part = 0; part < PART_COUNT; part++) {
        const struct report_part *of = &report->parts[part];
        if (of->people > 0)
            add_share(page, part_title((enum part)part), of->people, &of->tally, of->tally.answers);
    }
    if (hands->answers > 0)
        add_share(page, _("Hands"), -1, hands, 0);
    /* whose the hands are nobody knows */
    add_share(page, _("All"), hands->answers > 0 ? -1 : (int)report->people.len, all,
              all->answers - hands->answers);
    add_table(page, report);
    page_gap(page);
    add_figures(page, report);
    add_title(page, _("From before to after"));
    report_words_gain(report, &gain);
    add_sentence(page, &gain, 0);
    report_words_met(report, &met);
    add_sentence(page, &met, 0);
}

/* --- principles, cards, people --------------------------------------------------------------- */

static void add_principles(struct page *page, const struct session_report *report)
{
    const struct bank *bank = report->session->bank;
    add_title(page, _("Principles, the worst first"));
    for (size_t i = 0; i < report->principle_count; i++) {
        const struct report_principle *principle = &report->principles[i];
        const struct tally *all = &principle->all;
        struct str misses = {0};
        page_add(page, ROLE_STRONG, bank->principles[principle->principle].title);
        /* TRANSLATORS: right answers, answers, and the same in per cent. */
        page_addf(page, ROLE_TEXT, _("%d of %d right, %d %%."), all->right, all->answers,
                  report_percent(all->right, all->answers))
            ->indent = INDENT;
        for (int part = 0; part < PART_COUNT; part++)
            if (principle->parts[part].answers > 0)
                /* TRANSLATORS: a part of the session; right answers, cards. */
                page_addf(page, ROLE_TEXT, _("%s: %d of %d right."), part_title((enum part)part),
                          principle->parts[part].right, principle->parts[part].answers)
                    ->indent = INDENT;
        report_words_misses(bank, principle, &misses);
        add_sentence(page, &misses, INDENT);
    }
}

static void add_card(struct page *page, const struct session_report *report,
                     const struct report_card *card)
{
    const struct activity *activity = &report->session->bank->activities[card->activity];
    struct tally tally = card->people;
    tally_join(&tally, &card->hands);
    page_add(page, ROLE_TEXT, activity->text);
    /* TRANSLATORS: right answers, all, the share of them, the name of a side. */
    page_addf(page, ROLE_TEXT, _("%d of %d right, %d %%; it is %s."), tally.right, tally.answers,
              report_percent(tally.right, tally.answers),
              report->session->bank->side_name[activity->side])
        ->indent = INDENT;
    if (card->judged) {
        struct str number = {0};
        number_whole(&number, card->discrimination, true);
        page_addf(page, ROLE_TEXT, _("Discrimination: %s."), str_text(&number))->indent = INDENT;
        str_free(&number);
    }
}

static void add_cards(struct page *page, const struct session_report *report)
{
    struct str intro = {0};
    add_title(page, _("Cards"));
    report_words_cards(report, &intro);
    add_sentence(page, &intro, 0);
    page_gap(page);
    for (size_t i = 0; i < report->card_count; i++)
        add_card(page, report, &report->cards[i]);
}

/* How a person did in a part. */
static void add_person_part(struct page *page, const struct session_report *report, enum part part,
                            const struct person_part *own)
{
    int right = own->tally.right;
    const char *title = part_title(part);
    struct paragraph *p;
    if (!own->run)
        p = page_addf(page, ROLE_TEXT, _("%s: not begun."), title);
    else if (!own->complete)
        /* TRANSLATORS: a part of the session, right answers, cards. */
        p = page_addf(page, ROLE_TEXT, _("%s: %d of %d right, not yet through."), title, right,
                      own->cards);
    else if (report_met_mark(report->session, part, own))
        /* TRANSLATORS: a part of the session, right answers, cards. */
        p = page_addf(page, ROLE_TEXT, _("%s: %d of %d right, as many as the mark asks."), title,
                      right, own->cards);
    else
        /* TRANSLATORS: a part of the session; right answers, cards. */
        p = page_addf(page, ROLE_TEXT, _("%s: %d of %d right."), title, right, own->cards);
    p->indent = INDENT;
}

/* The name and who vouches for it, then what was right in each part. */
static void add_person(struct page *page, const struct session_report *report,
                       const struct person *person)
{
    struct str owner = {0};
    if (report->names) {
        report_words_owner(person, &owner);
        /* TRANSLATORS: a name, or what something is for, and what belongs to it. */
        page_addf(page, ROLE_TEXT, _("%s: %s"), person->name, str_text(&owner));
    } else {
        page_add(page, ROLE_TEXT, person->name);
    }
    for (int part = 0; part < PART_COUNT; part++)
        if (report->session->has[part])
            add_person_part(page, report, (enum part)part, &person->parts[part]);
    str_free(&owner);
}

static void add_people(struct page *page, const struct session_report *report)
{
    if (report->people.len == 0)
        return;
    add_title(page, _("People"));
    for (size_t i = 0; i < report->people.len; i++)
        add_person(page, report, &report->people.items[i]);
}

void session_report_text(const struct session_report *report, enum charset charset, int cols,
                         struct str *out)
{
    struct page page;
    page_init(&page, charset);
    add_head(&page, report);
    add_first_page(&page, report);
    add_talks(&page, report);
    if (report->all.answers > 0) {
        add_room(&page, report);
        add_principles(&page, report);
        add_cards(&page, report);
    }
    add_people(&page, report);
    page_tell(&page, cols, out);
    page_free(&page);
}
