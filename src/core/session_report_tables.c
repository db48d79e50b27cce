/* The pages behind the first one of a session's report in HTML. */
#include "core/session_report_tables.h"

#include <stdlib.h>

#include "core/html.h"
#include "core/number.h"
#include "core/report_chart.h"
#include "core/session_report_words.h"
#include "core/xml_text.h"

/* A paragraph by one of the functions of core/session_report_words.h; nothing when it says nothing.
 */
static void add_words(const struct session_report *report, struct str *out,
                      void (*words)(const struct session_report *, struct str *))
{
    struct str sentence = {0};
    words(report, &sentence);
    if (sentence.len > 0)
        html_element(out, "p", "", str_text(&sentence));
    str_free(&sentence);
}

static void start_section(struct str *out, const char *id, const char *style, const char *title)
{
    str_addf(out, "<section aria-labelledby=\"%s\">\n<h2 id=\"%s\"%s>", id, id, style);
    xml_add_foreign(out, title);
    str_add(out, "</h2>\n");
}

static void end_section(struct str *out)
{
    str_add(out, "</section>\n");
}

/* A cell "25 of 28", or empty. */
static void add_counts(struct str *out, int right, int answers)
{
    struct str counts = {0};
    if (answers > 0)
        str_addf(&counts, _("%d of %d"), right, answers);
    html_element(out, "td", "class=\"n\"", str_text(&counts));
    str_free(&counts);
}

static void add_percent(struct str *out, const struct tally *tally)
{
    struct str share = {0};
    if (tally->answers > 0)
        str_addf(&share, _("%d %%"), report_percent(tally->right, tally->answers));
    html_element(out, "td", "class=\"n\"", str_text(&share));
    str_free(&share);
}

/* --- room ------------------------------------------------------------------------------------ */

static void add_room_row(struct str *out, const char *name, int people, const struct tally *tally,
                         bool sure)
{
    str_add(out, "<tr>\n");
    html_element(out, "th", "scope=\"row\"", name);
    if (people >= 0)
        html_number(out, people);
    else
        html_element(out, "td", "class=\"n\"", "");
    add_counts(out, tally->right, tally->answers);
    add_percent(out, tally);
    if (sure)
        add_counts(out, tally->sure_right, tally->sure);
    str_add(out, "</tr>\n");
}

static void add_room_chart(const struct session_report *report, struct str *out)
{
    struct chart_row rows[PART_COUNT + 1];
    size_t count = 0;
    for (int part = 0; part < PART_COUNT; part++)
        if (report->parts[part].people > 0)
            rows[count++] =
                (struct chart_row){part_title((enum part)part), report->parts[part].tally.right,
                                   report->parts[part].tally.answers};
    if (report->hands.answers > 0)
        rows[count++] = (struct chart_row){_("Hands counted in the room"), report->hands.right,
                                           report->hands.answers};
    chart_shares(out, "chart-room", _("Right answers in each part"), rows, count);
    html_element(out, "p", "class=\"soft\"",
                 _("The thin line says how far the share may be off (95 % interval)."));
}

static void add_room_table(const struct session_report *report, struct str *out)
{
    const char *const heads[] = {_("Part"), _("People"), _("Right"), _("Share"), _("When sure")};
    bool sure = report->all.sure > 0;
    size_t columns = ARRAY_LEN(heads) - !sure;
    html_table_start(out, _("Right answers in each part"), heads, columns, 1, columns);
    for (int part = 0; part < PART_COUNT; part++)
        if (report->parts[part].people > 0)
            add_room_row(out, part_title((enum part)part), report->parts[part].people,
                         &report->parts[part].tally, sure);
    if (report->hands.answers > 0)
        add_room_row(out, _("Hands counted in the room"), -1, &report->hands, sure);
    /* whose the hands are nobody knows */
    add_room_row(out, _("All"), report->hands.answers > 0 ? -1 : (int)report->people.len,
                 &report->all, sure);
    html_table_end(out);
}

/* What was said to cards of either side. */
static void add_said_table(const struct session_report *report, struct str *out)
{
    const char *const *names = report->session->bank->side_name;
    struct str said[SIDE_COUNT] = {{0}};
    for (int side = 0; side < SIDE_COUNT; side++)
        str_addf(&said[side], _("Called %s"), names[side]);
    const char *const heads[] = {_("It was"), str_text(&said[SIDE_SALES]),
                                 str_text(&said[SIDE_MARKETING])};
    html_table_start(out,
                     report->hands.answers > 0
                         ? _("What was said to cards of either side, hands among it")
                         : _("What was said to cards of either side"),
                     heads, ARRAY_LEN(heads), 1, ARRAY_LEN(heads));
    for (int keyed = 0; keyed < SIDE_COUNT; keyed++) {
        str_add(out, "<tr>\n");
        html_element(out, "th", "scope=\"row\"", names[keyed]);
        for (int side = 0; side < SIDE_COUNT; side++)
            html_number(out, report->all.table[keyed][side]);
        str_add(out, "</tr>\n");
    }
    html_table_end(out);
    for (int side = 0; side < SIDE_COUNT; side++)
        str_free(&said[side]);
}

void report_section_room(const struct session_report *report, struct str *out)
{
    start_section(out, "room", " class=\"page\"", _("The room"));
    add_room_chart(report, out);
    add_room_table(report, out);
    html_element(out, "h3", "", _("How well the two are told apart"));
    add_words(report, out, report_words_apart);
    add_words(report, out, report_words_lean);
    add_words(report, out, report_words_share);
    add_words(report, out, report_words_chance);
    add_said_table(report, out);
    end_section(out);
}

/* --- gain ------------------------------------------------------------------------------------ */

static double share_of(const struct report_gain *gain, enum part part)
{
    return gain->cards[part] > 0 ? 100.0 * gain->right[part] / gain->cards[part] : 0;
}

static void add_gain_table(const struct session_report *report, struct str *out)
{
    const struct report_gain *gain = &report->gain;
    bool mark = report->session->pass > 0;
    const char *const heads[] = {_("Test"), _("Right"), _("Share"), _("Met the mark")};
    html_table_start(out, _("Those who went through both tests"), heads, ARRAY_LEN(heads) - !mark,
                     1, ARRAY_LEN(heads));
    for (int part = 0; part < PART_COUNT; part++) {
        const struct tally sum = {.right = gain->right[part], .answers = gain->cards[part]};
        if (part == PART_PRACTICE)
            continue;
        str_add(out, "<tr>\n");
        html_element(out, "th", "scope=\"row\"", part_title((enum part)part));
        add_counts(out, sum.right, sum.answers);
        add_percent(out, &sum);
        if (mark)
            add_counts(out, gain->met[part], gain->people);
        str_add(out, "</tr>\n");
    }
    html_table_end(out);
}

void report_section_gain(const struct session_report *report, struct str *out)
{
    const struct report_gain *gain = &report->gain;
    start_section(out, "gain", "", _("From before to after"));
    add_words(report, out, report_words_gain);
    add_words(report, out, report_words_met);
    if (gain->people > 0) {
        double before = share_of(gain, PART_BEFORE);
        chart_gain(out, "chart-gain", _("Right before and after"), before,
                   share_of(gain, PART_AFTER), gain->told ? before + gain->low : 1,
                   gain->told ? before + gain->high : 0);
        if (gain->told)
            html_element(out, "p", "class=\"soft\"",
                         _("The band says where the share after may be (95 % interval of the "
                           "gain)."));
        add_gain_table(report, out);
    }
    end_section(out);
}

/* --- principles ------------------------------------------------------------------------------ */

static void add_principle_row(const struct session_report *report,
                              const struct report_principle *principle, struct str *out)
{
    const struct bank *bank = report->session->bank;
    struct str misses = {0};
    report_words_misses(bank, principle, &misses);
    str_add(out, "<tr>\n");
    html_element(out, "th", "scope=\"row\"", bank->principles[principle->principle].title);
    add_counts(out, principle->all.right, principle->all.answers);
    for (int part = 0; part < PART_COUNT; part++)
        if (report->session->has[part])
            add_counts(out, principle->parts[part].right, principle->parts[part].answers);
    html_element(out, "td", "", str_text(&misses));
    str_add(out, "</tr>\n");
    str_free(&misses);
}

void report_section_principles(const struct session_report *report, struct str *out)
{
    const struct bank *bank = report->session->bank;
    struct chart_row *rows = xcalloc(report->principle_count + 1, sizeof *rows);
    const char *heads[PART_COUNT + 3] = {_("Principle"), _("Right")};
    size_t columns = 2;
    for (size_t i = 0; i < report->principle_count; i++)
        rows[i] =
            (struct chart_row){bank->principles[report->principles[i].principle].title,
                               report->principles[i].all.right, report->principles[i].all.answers};
    for (int part = 0; part < PART_COUNT; part++)
        if (report->session->has[part])
            heads[columns++] = part_title((enum part)part);
    heads[columns] = _("The misses");
    start_section(out, "principles", " class=\"page\"", _("Principles, the worst first"));
    chart_shares(out, "chart-principles", _("Right answers on each principle"), rows,
                 report->principle_count);
    html_table_start(out,
                     report->hands.answers > 0
                         ? _("Right answers on each principle, hands among them")
                         : _("Right answers on each principle"),
                     heads, columns + 1, 1, columns);
    for (size_t i = 0; i < report->principle_count; i++)
        add_principle_row(report, &report->principles[i], out);
    html_table_end(out);
    end_section(out);
    free(rows);
}

/* --- cards ----------------------------------------------------------------------------------- */

static void add_card_row(const struct session_report *report, const struct report_card *card,
                         bool discrimination, struct str *out)
{
    const struct bank *bank = report->session->bank;
    const struct activity *activity = &bank->activities[card->activity];
    struct tally tally = card->people;
    struct str figure = {0};
    tally_join(&tally, &card->hands);
    if (card->judged)
        number_whole(&figure, card->discrimination, false);
    str_add(out, "<tr>\n<th scope=\"row\">");
    xml_add_foreign(out, activity->text);
    str_add(out, " <span class=\"soft\">");
    xml_add_foreign(out, bank->scenarios[activity->scenario].situation);
    str_add(out, "</span></th>\n");
    html_element(out, "td", "", bank->side_name[activity->side]);
    add_counts(out, tally.right, tally.answers);
    add_percent(out, &tally);
    if (discrimination)
        html_element(out, "td", "class=\"n\"", str_text(&figure));
    str_add(out, "</tr>\n");
    str_free(&figure);
}

void report_section_cards(const struct session_report *report, struct str *out)
{
    bool discrimination = session_report_judged(report);
    const char *const heads[] = {_("Card"), _("Side"), _("Right"), _("Share"), _("Discrimination")};
    size_t columns = ARRAY_LEN(heads) - !discrimination;
    start_section(out, "cards", "", _("Cards"));
    add_words(report, out, report_words_cards);
    html_table_start(out,
                     report->hands.answers > 0
                         ? _("Cards, the hardest first, hands among the answers")
                         : _("Cards, the hardest first"),
                     heads, columns, 2, columns);
    for (size_t i = 0; i < report->card_count; i++)
        add_card_row(report, &report->cards[i], discrimination, out);
    html_table_end(out);
    end_section(out);
}

/* --- people ---------------------------------------------------------------------------------- */

/* "3 of 4 ✓", "2 of 4, not through yet", or a dash. */
static void add_person_part(const struct session_report *report, enum part number,
                            const struct person_part *part, struct str *out)
{
    struct str counts = {0};
    if (!part->run)
        str_add(&counts, "–");
    else
        /* TRANSLATORS: right answers and cards of somebody who has not answered all yet, or has. */
        str_addf(&counts, part->complete ? _("%d of %d") : _("%d of %d, not through"),
                 part->tally.right, part->cards);
    if (report_met_mark(report->session, number, part))
        str_add(&counts, " ✓");
    html_element(out, "td", "class=\"n\"", str_text(&counts));
    str_free(&counts);
}

static void add_person_row(const struct session_report *report, const struct person *person,
                           struct str *out)
{
    struct str owner = {0};
    str_add(out, "<tr>\n");
    html_element(out, "th", "scope=\"row\"", person->name);
    for (int part = 0; part < PART_COUNT; part++)
        if (report->session->has[part])
            add_person_part(report, (enum part)part, &person->parts[part], out);
    if (report->names) {
        report_words_owner(person, &owner);
        html_element(out, "td", "", str_text(&owner));
    }
    str_add(out, "</tr>\n");
    str_free(&owner);
}

void report_section_people(const struct session_report *report, struct str *out)
{
    const char *heads[PART_COUNT + 2] = {_("Person")};
    size_t columns = 1;
    for (int part = 0; part < PART_COUNT; part++)
        if (report->session->has[part])
            heads[columns++] = part_title((enum part)part);
    if (report->names)
        heads[columns++] = _("Who vouches for the name");
    start_section(out, "people", " class=\"page\"", _("People"));
    html_table_start(out,
                     report->session->pass > 0
                         ? _("Right answers of each; ✓ has as many as the mark asks")
                         : _("Right answers of each"),
                     heads, columns, 1, columns - report->names);
    for (size_t i = 0; i < report->people.len; i++)
        add_person_row(report, &report->people.items[i], out);
    html_table_end(out);
    end_section(out);
}
