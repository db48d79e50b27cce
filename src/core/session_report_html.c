/* The report of a session as one HTML document. */
#include "core/session_report_html.h"

#include "core/html.h"
#include "core/language_tag.h"
#include "core/report_chart.h"
#include "core/report_style.h"
#include "core/session_report_notes.h"
#include "core/session_report_tables.h"
#include "core/session_report_words.h"
#include "core/session_talk_words.h"
#include "core/text_adapt.h"
#include "core/xml_text.h"

static void add_start(const struct session_report *report, struct str *out)
{
    struct str title = {0};
    text_adapt(&title, report->session->title, CHARSET_UTF8);
    /* TRANSLATORS: the tag (BCP 47) of the language that you translate into. */
    str_addf(out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n",
             language_tag(_("en")));
    str_add(out, "<meta http-equiv=\"Content-Security-Policy\" "
                 "content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; "
                 "form-action 'none'\">\n"
                 "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                 "<meta name=\"referrer\" content=\"no-referrer\">\n");
    html_element(out, "title", "", str_text(&title));
    str_addf(out, "<style>\n%s</style>\n</head>\n<body>\n<main>\n<header>\n", report_style());
    html_element(out, "h1", "", str_text(&title));
    str_clear(&title);
    report_words_session(report, &title);
    html_element(out, "p", "class=\"soft\"", str_text(&title));
    str_add(out, "</header>\n");
    str_free(&title);
}

static void add_link(struct str *out, const char *id, const char *title)
{
    str_addf(out, "<li><a href=\"#%s\">", id);
    xml_add(out, title);
    str_add(out, "</a></li>\n");
}

static void add_contents(const struct session_report *report, struct str *out)
{
    str_add(out, "<nav aria-label=\"");
    xml_add(out, _("In this report"));
    str_add(out, "\"><ul>\n");
    if (report->talk_count > 0)
        add_link(out, "talk", _("Talk about these"));
    add_link(out, "room", _("The room"));
    add_link(out, "gain", _("From before to after"));
    add_link(out, "principles", _("Principles"));
    add_link(out, "cards", _("Cards"));
    if (report->people.len > 0)
        add_link(out, "people", _("People"));
    str_add(out, "</ul></nav>\n");
}

static void add_short(const struct session_report *report, struct str *out)
{
    struct str text = {0};
    str_add(out, "<div class=\"short\">\n");
    for (int i = 0; report_words_first(report, i, &text); i++) {
        html_element(out, "p", "", str_text(&text));
        str_clear(&text);
    }
    str_add(out, "</div>\n");
    for (int i = 0; report_notes(report, i, &text); i++) {
        if (i == 0)
            str_add(out, "<ul class=\"notes\">\n");
        html_element(out, "li", "", str_text(&text));
        str_clear(&text);
    }
    if (report_notes(report, 0, &text))
        str_add(out, "</ul>\n");
    str_free(&text);
}

/* --- what to talk about ---------------------------------------------------------------------- */

static void add_split(const struct session_report *report, size_t n, const char *title,
                      struct str *out)
{
    const struct bank *bank = report->session->bank;
    const struct report_talk *talk = &report->talk[n];
    const int(*table)[SIDE_COUNT] = talk->tally.table;
    const int said[SIDE_COUNT] = {table[SIDE_SALES][SIDE_SALES] + table[SIDE_MARKETING][SIDE_SALES],
                                  table[SIDE_SALES][SIDE_MARKETING] +
                                      table[SIDE_MARKETING][SIDE_MARKETING]};
    const char *const heads[] = {_("Side"), _("Said")};
    struct str id = {0};
    str_addf(&id, "chart-talk-%zu", n + 1);
    chart_split(out, str_text(&id), title, bank->side_name, said,
                bank->activities[talk->card->activity].side);
    str_add(out, "<details><summary>");
    xml_add(out, _("As a table"));
    str_add(out, "</summary>\n");
    html_table_start(out, title, heads, ARRAY_LEN(heads), 1, ARRAY_LEN(heads));
    for (int side = 0; side < SIDE_COUNT; side++) {
        str_add(out, "<tr>\n");
        html_element(out, "th", "scope=\"row\"", bank->side_name[side]);
        html_number(out, said[side]);
        str_add(out, "</tr>\n");
    }
    html_table_end(out);
    str_add(out, "</details>\n");
    str_free(&id);
}

/* A paragraph of the text, which is emptied. */
static void add_paragraph(struct str *out, const char *attributes, struct str *text)
{
    html_element(out, "p", attributes, str_text(text));
    str_clear(text);
}

static void add_talk(const struct session_report *report, size_t n, struct str *out)
{
    const struct bank *bank = report->session->bank;
    const struct report_talk *talk = &report->talk[n];
    const struct activity *activity = &bank->activities[talk->card->activity];
    struct str text = {0}, split = {0}, source = {0};
    str_add(out, "<article class=\"talk\">\n");
    talk_words_source(talk, &source);
    /* TRANSLATORS: a number, and whose answers it is about, as in "Card 1. Practice: 8 people." */
    str_addf(&text, _("Card %zu. %s"), n + 1, str_text(&source));
    str_free(&source);
    html_element(out, "h3", "", str_text(&text));
    html_element(out, "p", "class=\"situation\"", bank->scenarios[activity->scenario].situation);
    html_element(out, "p", "class=\"card\"", activity->text);
    talk_words_split(report, n, &split);
    html_element(out, "p", "", str_text(&split));
    add_split(report, n, str_text(&split), out);
    str_clear(&text);
    talk_words_answer(report, n, &text);
    add_paragraph(out, "", &text);
    if (activity->principle >= 0 && *bank->principles[activity->principle].mixup)
        html_element(out, "p", "class=\"soft\"", bank->principles[activity->principle].mixup);
    str_add(out, "<p class=\"ask\"><strong>");
    xml_add(out, _("Ask:"));
    str_add(out, "</strong> ");
    talk_words_question(report, n, &text);
    xml_add_foreign(out, str_text(&text));
    str_add(out, "</p>\n</article>\n");
    str_free(&text);
    str_free(&split);
}

static void add_talks(const struct session_report *report, struct str *out)
{
    if (report->talk_count == 0)
        return;
    str_add(out, "<section aria-labelledby=\"talk\">\n");
    html_element(out, "h2", "id=\"talk\"", talk_words_title(report));
    for (size_t i = 0; i < report->talk_count; i++)
        add_talk(report, i, out);
    if (report->open_tests)
        html_element(out, "p", "class=\"soft\"", talk_words_tests());
    str_add(out, "</section>\n");
}

void session_report_html(const struct session_report *report, struct str *out)
{
    add_start(report, out);
    add_short(report, out);
    if (report->all.answers > 0) {
        add_contents(report, out);
        add_talks(report, out);
        report_section_room(report, out);
        report_section_gain(report, out);
        report_section_principles(report, out);
        report_section_cards(report, out);
    }
    if (report->people.len > 0)
        report_section_people(report, out);
    str_add(out, "</main>\n</body>\n</html>\n");
}
