/* The report of a session as lines of text for a person. */
#include "core/session_report_text.h"

#include "core/bar.h"
#include "core/page.h"
#include "core/session_report_notes.h"
#include "core/session_report_words.h"
#include "core/session_talk_words.h"

enum {
    INDENT = 2,
    PART_COLS = 11,
    BAR_COLS = 20,
    SPLIT_COLS = 30,
    NAME_COLS = 22,
    FIGURE_COLS = 19,
    DISCRIMINATION_COLS = 5
};

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

/* Appends `text` and blanks, `cols` columns in all; a blank at least. */
static void add_cell(struct str *out, const char *text, int cols)
{
    int blanks = cols - text_width(text);
    str_addf(out, "%s%*s", text, blanks > 1 ? blanks : 1, "");
}

/* Appends "34 of 60   57 %  ███████░░░". */
static void add_share(struct str *out, const struct tally *tally)
{
    struct str counts = {0};
    str_addf(&counts, _("%4d of %d"), tally->right, tally->answers);
    add_cell(out, str_text(&counts), 14);
    str_addf(out, "%3d %%  ", report_percent(tally->right, tally->answers));
    bar_add(out, tally->right, tally->answers, BAR_COLS);
    str_free(&counts);
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
        page_add_lead(page, ROLE_DIM, "•", INDENT, ROLE_DIM, str_text(&note));
        str_clear(&note);
    }
    str_free(&note);
}

/* --- what to talk about ---------------------------------------------------------------------- */

/* "Sales      ███████░░░  8  ✓" */
static void add_split(struct page *page, const struct bank *bank, const struct report_talk *talk,
                      enum side right)
{
    for (int side = 0; side < SIDE_COUNT; side++) {
        int said = talk->tally.table[SIDE_SALES][side] + talk->tally.table[SIDE_MARKETING][side];
        struct str bar = {0};
        bar_add(&bar, said, talk->tally.answers, SPLIT_COLS);
        str_addf(&bar, " %3d", said);
        if (side == (int)right)
            str_add(&bar, "  ✓");
        page_add_lead(page, ROLE_TEXT, bank->side_name[side], PART_COLS, ROLE_TEXT, str_text(&bar))
            ->indent = 2 * INDENT - 1;
        str_free(&bar);
    }
}

static void add_talk(struct page *page, const struct session_report *report, size_t n)
{
    const struct bank *bank = report->session->bank;
    const struct report_talk *talk = &report->talk[n];
    const struct activity *activity = &bank->activities[talk->card->activity];
    struct str number = {0}, split = {0}, source = {0}, answer = {0}, question = {0};
    const int indent = INDENT + 1;
    str_addf(&number, "%zu.", n + 1);
    page_add_lead(page, ROLE_STRONG, str_text(&number), indent, ROLE_TEXT,
                  bank->scenarios[activity->scenario].situation);
    page_addf(page, ROLE_STRONG, _("“%s”"), activity->text)->indent = indent;
    page_gap(page);
    talk_words_split(report, n, &split);
    talk_words_source(talk, &source);
    /* TRANSLATORS: a sentence, and whose answers it is about. */
    page_addf(page, ROLE_TEXT, _("%s (%s)"), str_text(&split), str_text(&source))->indent = indent;
    str_free(&split);
    str_free(&source);
    add_split(page, bank, talk, activity->side);
    talk_words_answer(report, n, &answer);
    add_sentence(page, &answer, indent);
    if (activity->principle >= 0 && *bank->principles[activity->principle].mixup)
        page_add(page, ROLE_DIM, bank->principles[activity->principle].mixup)->indent = indent;
    talk_words_question(report, n, &question);
    page_add_lead(page, ROLE_STRONG, _("Ask:"), 0, ROLE_TEXT, str_text(&question))->indent = indent;
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

static void add_part_row(struct page *page, const char *name, int people, const struct tally *tally)
{
    struct str row = {0};
    if (people >= 0)
        str_addf(&row, "%5d  ", people);
    else
        str_addf(&row, "%5s  ", "");
    add_share(&row, tally);
    if (tally->sure > 0)
        str_add(&row, "  ");
    if (tally->sure > 0)
        str_addf(&row, _("%4d of %d"), tally->sure_right, tally->sure);
    page_add_lead(page, ROLE_TEXT, name, PART_COLS + 1, ROLE_TEXT, str_text(&row))->indent = INDENT;
    str_free(&row);
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
    struct str head = {0}, gain = {0}, met = {0};
    add_title(page, _("The room"));
    /* TRANSLATORS: the head of a column of 7. */
    add_cell(&head, _("people"), 8);
    /* TRANSLATORS: the head of a column. */
    add_cell(&head, _("right"), 14 + 7 + BAR_COLS);
    if (report->all.sure > 0)
        str_add(&head, _("when sure"));
    page_add_lead(page, ROLE_DIM, "", PART_COLS + 1, ROLE_DIM, str_text(&head))->indent = INDENT;
    str_free(&head);
    for (int part = 0; part < PART_COUNT; part++)
        if (report->parts[part].people > 0)
            add_part_row(page, part_title((enum part)part), report->parts[part].people,
                         &report->parts[part].tally);
    if (report->hands.answers > 0)
        add_part_row(page, _("Hands"), -1, &report->hands);
    add_part_row(page, _("All"), (int)report->people.len, &report->all);
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

/* Appends "Before: 6 of 16" to the parts before it. */
static void add_part_share(struct str *out, enum part part, const struct tally *tally)
{
    str_add(out, out->len ? ", " : "");
    /* TRANSLATORS: a part of the session, right answers, answers. */
    str_addf(out, _("%s: %d of %d"), part_title(part), tally->right, tally->answers);
}

static void add_principles(struct page *page, const struct session_report *report)
{
    const struct bank *bank = report->session->bank;
    add_title(page, _("Principles, the worst first"));
    for (size_t i = 0; i < report->principle_count; i++) {
        const struct report_principle *principle = &report->principles[i];
        struct str row = {0}, parts = {0}, misses = {0};
        page_add(page, ROLE_STRONG, bank->principles[principle->principle].title)->indent = INDENT;
        add_share(&row, &principle->all);
        add_sentence(page, &row, INDENT);
        for (int part = 0; part < PART_COUNT; part++)
            if (principle->parts[part].answers > 0)
                add_part_share(&parts, (enum part)part, &principle->parts[part]);
        add_sentence(page, &parts, 2 * INDENT + 1);
        report_words_misses(bank, principle, &misses);
        if (misses.len > 0)
            page_add(page, ROLE_DIM, str_text(&misses))->indent = 2 * INDENT + 1;
        str_free(&misses);
    }
}

/* Appends "   7 of 17    41 %   12  Marketing  ". */
static void add_card_lead(struct str *out, const struct session_report *report,
                          const struct report_card *card)
{
    const struct bank *bank = report->session->bank;
    const char *const *names = bank->side_name;
    int cols = FIGURE_COLS + (session_report_judged(report) ? DISCRIMINATION_COLS : 0);
    int side_cols = 0;
    struct tally tally = card->people;
    struct str counts = {0}, figure = {0};
    tally_join(&tally, &card->hands);
    str_addf(&counts, _("%3d of %d"), tally.right, tally.answers);
    add_cell(&figure, str_text(&counts), 12);
    str_addf(&figure, "%3d %%", report_percent(tally.right, tally.answers));
    if (card->judged)
        str_addf(&figure, " %4d", card->discrimination);
    add_cell(out, str_text(&figure), cols);
    for (int side = 0; side < SIDE_COUNT; side++)
        if (text_width(names[side]) > side_cols)
            side_cols = text_width(names[side]);
    add_cell(out, names[bank->activities[card->activity].side], side_cols + 1);
    str_free(&counts);
    str_free(&figure);
}

static void add_cards(struct page *page, const struct session_report *report)
{
    struct str intro = {0};
    add_title(page, _("Cards"));
    report_words_cards(report, &intro);
    add_sentence(page, &intro, 0);
    page_gap(page);
    for (size_t i = 0; i < report->card_count; i++) {
        const struct report_card *card = &report->cards[i];
        const struct activity *activity = &report->session->bank->activities[card->activity];
        struct str lead = {0};
        add_card_lead(&lead, report, card);
        page_add_lead(page, ROLE_TEXT, str_text(&lead), text_width(str_text(&lead)), ROLE_TEXT,
                      activity->text)
            ->indent = INDENT;
        str_free(&lead);
    }
}

/* The name, what was right in each part, and who vouches for it. */
static void add_person(struct page *page, const struct session_report *report,
                       const struct person *person)
{
    struct str row = {0}, cell = {0};
    for (int part = 0; part < PART_COUNT; part++) {
        const struct person_part *own = &person->parts[part];
        if (!report->session->has[part])
            continue;
        str_clear(&cell);
        if (own->run)
            str_addf(&cell, "%2d/%d%s%s", own->tally.right, own->cards, own->complete ? "" : "…",
                     report_met_mark(report->session, (enum part)part, own) ? " ✓" : "");
        else
            str_add(&cell, " –");
        add_cell(&row, str_text(&cell), PART_COLS);
    }
    if (report->names)
        report_words_owner(person, &row);
    page_add_lead(page, ROLE_TEXT, person->name, NAME_COLS, ROLE_TEXT, str_text(&row))->indent =
        INDENT;
    str_free(&row);
    str_free(&cell);
}

static void add_people(struct page *page, const struct session_report *report)
{
    struct str head = {0};
    if (report->people.len == 0)
        return;
    add_title(page, _("People"));
    for (int part = 0; part < PART_COUNT; part++)
        if (report->session->has[part])
            add_cell(&head, part_title((enum part)part), PART_COLS);
    page_add_lead(page, ROLE_DIM, "", NAME_COLS, ROLE_DIM, str_text(&head))->indent = INDENT;
    for (size_t i = 0; i < report->people.len; i++)
        add_person(page, report, &report->people.items[i]);
    page_gap(page);
    page_add(page, ROLE_DIM,
             report->session->pass > 0
                 ? _("✓: has as many right as the mark asks. …: not yet through.")
                 : _("…: not yet through."));
    str_free(&head);
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
    page_write(&page, cols, out);
    page_free(&page);
}
