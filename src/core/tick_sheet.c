/* What tick sheets for paper say. */
#include "core/tick_sheet.h"

#include "core/tick_line.h"

static int add_page(struct tick_page *pages, int count, enum part part, enum form form,
                    const struct session_items *items)
{
    if (items->count > 0)
        pages[count++] = (struct tick_page){part, form, items};
    return count;
}

static bool wanted(const struct tick_sheet *sheet, enum part part)
{
    return sheet->parts[part] && sheet->session->has[part];
}

int tick_sheet_pages(const struct tick_sheet *sheet, struct tick_page pages[TICK_SHEET_PAGES_MAX])
{
    int count = 0;
    for (int part = 0; part < PART_COUNT; part++) {
        if (!wanted(sheet, (enum part)part))
            continue;
        if (part == PART_PRACTICE)
            count = add_page(pages, count, PART_PRACTICE, FORM_A, &sheet->session->practice);
        for (int form = 0; part != PART_PRACTICE && form < FORM_COUNT; form++)
            if (sheet->forms[form])
                count = add_page(pages, count, (enum part)part, (enum form)form,
                                 &sheet->session->forms[form]);
    }
    return count;
}

int tick_sheet_keys(const struct tick_sheet *sheet, struct tick_page keys[TICK_SHEET_PAGES_MAX])
{
    bool before = wanted(sheet, PART_BEFORE), after = wanted(sheet, PART_AFTER);
    enum part part = before && after ? PART_NONE : before ? PART_BEFORE : PART_AFTER;
    int count = 0;
    for (int form = 0; (before || after) && form < FORM_COUNT; form++)
        if (sheet->forms[form])
            count = add_page(keys, count, part, (enum form)form, &sheet->session->forms[form]);
    if (wanted(sheet, PART_PRACTICE))
        count = add_page(keys, count, PART_PRACTICE, FORM_A, &sheet->session->practice);
    return count;
}

void tick_sheet_title(const struct tick_page *page, struct str *out)
{
    if (page->part == PART_PRACTICE)
        str_add(out, part_title(page->part));
    else if (page->part == PART_NONE)
        str_addf(out, _("Form %s, before and after"), form_id(page->form));
    else
        /* TRANSLATORS: a part of the session, and A or B. */
        str_addf(out, _("%s, form %s"), part_title(page->part), form_id(page->form));
}

void tick_sheet_task(const struct tick_page *page, const struct bank *bank, struct str *out)
{
    str_addf(out,
             /* TRANSLATORS: the names of the two sides, "Sales" and "Marketing". */
             _("Is it %s or %s? Tick one box for each, and “not sure” as well where you would "
               "be guessing."),
             bank->side_name[SIDE_SALES], bank->side_name[SIDE_MARKETING]);
    if (page->part == PART_PRACTICE)
        return;
    str_add(out, " ");
    str_add(out, _("This is no exam: it shows what to talk about."));
}

const char *tick_sheet_name(const struct session *session)
{
    return session->names ? _("Name") : _("A word of your own, the same on all your sheets");
}

static char letter_of(const struct tick_page *page, const struct bank *bank, int item)
{
    return bank->activities[page->items->activities[item]].side == SIDE_SALES ? 's' : 'm';
}

void tick_sheet_letters(const struct tick_page *page, const struct bank *bank, struct str *out)
{
    for (int i = 0; i < page->items->count; i++)
        str_addf(out, "%s%c", i > 0 && i % TICK_LINE_GROUP == 0 ? " " : "",
                 letter_of(page, bank, i));
}

const char *tick_sheet_advice(const struct tick_sheet *sheet, int number)
{
    static const char *const advice[] = {
        N_("Give one form to half of the room and the other one to the other half; afterwards "
           "everyone gets the form they have not had."),
        /* TRANSLATORS: the letters that are typed stay as they are. */
        N_("To type the sheets in, a line a person: the name and a colon, the part and its form, "
           "then a letter for each card in their order. s is sales and m marketing, with ? behind "
           "it where “not sure” is ticked, and - stands for a card without a tick; blanks between "
           "them do not count."),
        N_("A line with a fault is told at once and can be typed again. A line that was typed "
           "before changes nothing."),
    };
    bool both = wanted(sheet, PART_BEFORE) && wanted(sheet, PART_AFTER) && sheet->forms[FORM_A] &&
                sheet->forms[FORM_B];
    number += !both;
    return number < (int)ARRAY_LEN(advice) ? _(advice[number]) : NULL;
}
