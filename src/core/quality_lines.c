/* A bank at a glance, as lines of text. */
#include "core/quality_lines.h"

#include "core/quality_sentence.h"
#include "core/text.h"

enum { BAR_COLS = 24, INDENT = 2 };

/* Appends `text` wrapped behind `mark`, its other lines as far in. */
static void add_paragraph(struct str *out, const char *mark, const char *text)
{
    struct text_line lines[40];
    int indent = text_width(mark);
    size_t count = text_wrap(text, QUALITY_LINES_COLS - indent, lines, ARRAY_LEN(lines));
    for (size_t i = 0; i < count && i < ARRAY_LEN(lines); i++) {
        if (i == 0)
            str_add(out, mark);
        else
            str_addf(out, "%*s", indent, "");
        str_addn(out, lines[i].start, lines[i].len);
        str_addc(out, '\n');
    }
}

/* --- what there is --------------------------------------------------------------------------- */

/* The list, with a comma when there is something in it. */
static struct str *next(struct str *list)
{
    if (list->len > 0)
        str_add(list, ", ");
    return list;
}

static void add_counts(const struct quality *q, const struct bank *bank, struct str *out)
{
    struct str list = {0};
    int activities = quality_activities(q);
    str_addf(next(&list), ngettext("%d scenario", "%d scenarios", (unsigned long)q->scenarios),
             q->scenarios);
    str_addf(next(&list), ngettext("%d activity", "%d activities", (unsigned long)activities),
             activities);
    str_addf(next(&list),
             ngettext("%d principle", "%d principles", (unsigned long)bank->principle_count),
             bank->principle_count);
    if (bank->question_count > 0)
        str_addf(next(&list),
                 ngettext("%d question", "%d questions", (unsigned long)bank->question_count),
                 bank->question_count);
    if (bank->discussion_count > 0)
        str_addf(next(&list),
                 ngettext("%d discussion", "%d discussions", (unsigned long)bank->discussion_count),
                 bank->discussion_count);
    if (q->overrides > 0)
        str_addf(next(&list), ngettext("%d override", "%d overrides", (unsigned long)q->overrides),
                 q->overrides);
    if (q->dropped > 0)
        str_addf(
            next(&list),
            ngettext("%d activity dropped", "%d activities dropped", (unsigned long)q->dropped),
            q->dropped);
    str_addc(&list, '.');
    add_paragraph(out, "", str_text(&list));
    str_free(&list);
}

static void add_levels(const struct quality *q, struct str *out)
{
    struct str text = {0};
    str_addf(&text, _("Levels: %d everyday, %d in between, %d tricky."), q->levels[1], q->levels[2],
             q->levels[3]);
    add_paragraph(out, "", str_text(&text));
    str_free(&text);
}

static void add_settings(const struct quality *q, struct str *out)
{
    struct str text = {0};
    for (size_t i = 0; i < q->setting_count; i++)
        str_addf(&text, "%s%s %d", i == 0 ? "" : ", ", q->settings[i].id, q->settings[i].scenarios);
    if (q->setting_count > 0)
        add_paragraph(out, _("Settings: "), str_text(&text));
    str_free(&text);
}

/* --- principles ------------------------------------------------------------------------------ */

/* How wide the columns of the table are. */
struct table {
    int id_cols, bar_cols, most; /* most: activities of the largest principle */
};

static struct table measure_table(const struct quality *q, const struct bank *bank)
{
    enum { FIXED_COLS = 25 }; /* indent, count, shares and the blanks between */
    int thin_cols = text_width(_("thin")), uneven_cols = text_width(_("uneven"));
    int other_cols = FIXED_COLS + (thin_cols > uneven_cols ? thin_cols : uneven_cols);
    struct table table = {.bar_cols = BAR_COLS, .most = 1};
    for (int i = 0; i < bank->principle_count; i++) {
        int all = q->principles[i][SIDE_SALES] + q->principles[i][SIDE_MARKETING];
        int cols = text_width(bank->principles[i].id);
        table.most = all > table.most ? all : table.most;
        table.id_cols = cols > table.id_cols ? cols : table.id_cols;
    }
    if (table.bar_cols > QUALITY_LINES_COLS - other_cols - table.id_cols)
        table.bar_cols = QUALITY_LINES_COLS - other_cols - table.id_cols;
    return table;
}

/* How many cells of the bar stand for so many activities. */
static int cells_of(const struct table *table, int count)
{
    return (int)(((int64_t)count * table->bar_cols + table->most / 2) / table->most);
}

static void add_principle(const struct quality *q, const struct bank *bank, int principle,
                          const struct table *table, struct str *out)
{
    const int *sides = q->principles[principle];
    int all = sides[SIDE_SALES] + sides[SIDE_MARKETING];
    int cells = cells_of(table, all), sales_cells = cells_of(table, sides[SIDE_SALES]);
    int share = (quality_permille(sides[SIDE_SALES], all) + 5) / 10;
    str_addf(out, "%*s%-*s %5d  ", INDENT, "", table->id_cols, bank->principles[principle].id, all);
    for (int i = 0; i < table->bar_cols; i++)
        str_add(out, i < sales_cells ? "█" : i < cells ? "░" : " ");
    if (all > 0)
        str_addf(out, "  %3d : %d %%", share, 100 - share);
    if (quality_judge_size(q, principle) == QUALITY_UNFAIR)
        str_addf(out, "  %s", _("thin"));
    else if (quality_judge_balance(q, principle) == QUALITY_UNFAIR)
        str_addf(out, "  %s", _("uneven"));
    str_addc(out, '\n');
}

static void add_principles(const struct quality *q, const struct bank *bank, struct str *out)
{
    struct table table = measure_table(q, bank);
    struct str head = {0};
    str_addf(&head, _("Activities of each principle, █ %s and ░ %s:"), bank->side_name[SIDE_SALES],
             bank->side_name[SIDE_MARKETING]);
    add_paragraph(out, "", str_text(&head));
    str_free(&head);
    for (int i = 0; i < bank->principle_count; i++)
        add_principle(q, bank, i, &table, out);
}

/* --- figures --------------------------------------------------------------------------------- */

static void add_figure(const struct quality *q, const struct bank *bank, enum quality_figure figure,
                       struct str *out)
{
    static const char *const marks[] = {
        [QUALITY_TOO_FEW] = "– ", [QUALITY_FAIR] = "✓ ", [QUALITY_UNFAIR] = "✗ "};
    struct str text = {0};
    quality_sentence(q, bank, figure, &text);
    add_paragraph(out, marks[quality_judge(q, figure)], str_text(&text));
    str_free(&text);
}

void quality_lines(const struct quality *quality, const struct bank *bank, struct str *out)
{
    struct str title = {0};
    str_addf(&title, "%s (%s)", bank->title, bank->id);
    add_paragraph(out, "", str_text(&title));
    str_free(&title);
    add_counts(quality, bank, out);
    add_levels(quality, out);
    add_settings(quality, out);
    str_addc(out, '\n');
    add_principles(quality, bank, out);
    str_addc(out, '\n');
    for (int figure = 0; figure < QUALITY_FIGURE_COUNT; figure++)
        add_figure(quality, bank, (enum quality_figure)figure, out);
}
