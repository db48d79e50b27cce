/* The run sheet of a session: its head, and the steps with their times. */
#include "core/run_sheet.h"

#include "core/run_sheet_steps.h"

const char *devices_title(enum devices devices)
{
    static const char *const titles[] = {
        N_("everyone at their own computer, and a folder that all can reach"),
        N_("everyone logged in to one host"),
        N_("everyone at their own computer, and PostgreSQL"),
        N_("one keyboard, one after another"),
        N_("no devices: a projector and paper"),
    };
    return _(titles[devices]);
}

struct session_pace devices_pace(enum devices devices, int people)
{
    int known = people > 1 ? people : 1;
    return (struct session_pace){.turns = devices == DEVICES_HOT_SEAT ? known : 1,
                                 .sheets = devices == DEVICES_NONE ? known : 0};
}

/* --- head ------------------------------------------------------------------------------------ */

static void add_clock(struct str *out, const struct run_sheet *sheet, int minutes)
{
    int at = (sheet->start + minutes) % RUN_SHEET_DAY, hour = RUN_SHEET_DAY / 24;
    str_addf(out, "%02d:%02d", at / hour, at % hour);
}

/* What is played at, and how much of it. */
static void add_parts(const struct session *session, struct str *out)
{
    bool two = session->has[PART_BEFORE] && session->has[PART_AFTER];
    bool test = session->has[PART_BEFORE] || session->has[PART_AFTER];
    int cards = session->forms[FORM_A].count, practice = session->practice.count;
    unsigned long last = (unsigned long)(session->has[PART_PRACTICE] ? practice : cards);
    if (two && session->has[PART_PRACTICE])
        str_addf(out,
                 ngettext("Two tests of %d cards, a practice of %d",
                          "Two tests of %d cards, a practice of %d", last),
                 cards, practice);
    else if (test && session->has[PART_PRACTICE])
        str_addf(out,
                 ngettext("A test of %d cards, a practice of %d",
                          "A test of %d cards, a practice of %d", last),
                 cards, practice);
    else if (two)
        str_addf(out, ngettext("Two tests of %d card", "Two tests of %d cards", last), cards);
    else if (test)
        str_addf(out, ngettext("A test of %d card", "A test of %d cards", last), cards);
    else
        str_addf(out, ngettext("A practice of %d card", "A practice of %d cards", last), practice);
}

void run_sheet_cards(const struct session *session, struct str *out)
{
    struct str parts = {0};
    add_parts(session, &parts);
    /* TRANSLATORS: the first %s is one of those like "Two tests of 8 cards, a practice of 20". */
    if (session->pass)
        str_addf(out,
                 session->names ? _("%s; %d right to pass; with names.")
                                : _("%s; %d right to pass; without names."),
                 str_text(&parts), session->pass);
    else
        str_addf(out, session->names ? _("%s; with names.") : _("%s; without names."),
                 str_text(&parts));
    str_free(&parts);
}

/* That it takes so much longer than was wished, and how to make it shorter. */
static void add_too_long(const struct run_sheet *sheet, int minutes, struct str *out)
{
    int wished = sheet->session->minutes;
    if (sheet->devices == DEVICES_HOT_SEAT)
        str_addf(out,
                 _("This takes about %d minutes, not %d. Make it shorter with fewer cards (-n) or "
                   "parts (--parts), or use several keyboards."),
                 minutes, wished);
    else if (sheet->devices == DEVICES_NONE)
        str_addf(out,
                 _("This takes about %d minutes, not %d. Make it shorter with fewer cards (-n) or "
                   "parts (--parts), or let somebody type the sheets in meanwhile."),
                 minutes, wished);
    else
        str_addf(out,
                 _("This takes about %d minutes, not %d. Make it shorter with fewer cards (-n) or "
                   "parts (--parts)."),
                 minutes, wished);
}

static void add_head(struct sheet_lines *lines, const struct session_times *times)
{
    const struct run_sheet *sheet = lines->sheet;
    const struct session *s = sheet->session;
    struct str text = {0}, begin = {0}, end = {0};
    int minutes = times->begin[STEP_COUNT];
    sheet_lines_text(lines, 0, s->title);
    add_clock(&begin, sheet, 0);
    add_clock(&end, sheet, minutes);
    /* TRANSLATORS: the session's code, and times of the day. */
    str_addf(&text, _("Run sheet of the session %s: %s to %s"), s->code, str_text(&begin),
             str_text(&end));
    sheet_lines_text(lines, 0, str_text(&text));
    str_clear(&text);
    if (s->people)
        /* TRANSLATORS: %s is what they play at, such as "everyone logged in to one host". */
        str_addf(&text, ngettext("%d person: %s.", "%d people: %s.", (unsigned long)s->people),
                 s->people, devices_title(sheet->devices));
    else
        str_addf(&text, _("%s."), devices_title(sheet->devices));
    sheet_lines_text(lines, 0, str_text(&text));
    str_clear(&text);
    run_sheet_cards(s, &text);
    sheet_lines_text(lines, 0, str_text(&text));
    if (s->minutes && minutes > s->minutes) {
        str_clear(&text);
        add_too_long(sheet, minutes, &text);
        sheet_lines_gap(lines);
        sheet_lines_text(lines, 0, str_text(&text));
    }
    sheet_lines_gap(lines);
    sheet_lines_text(lines, 0,
                     _("Lines with $ are for you to type, lines with > for the participants."));
    str_free(&text);
    str_free(&begin);
    str_free(&end);
}

/* --- steps ----------------------------------------------------------------------------------- */

static void add_heading(struct sheet_lines *lines, int minutes, const char *title)
{
    struct str text = {0};
    add_clock(&text, lines->sheet, minutes);
    str_addf(&text, "  %s", title);
    sheet_lines_gap(lines);
    sheet_lines_text(lines, 0, str_text(&text));
    str_free(&text);
}

static void add_step(struct sheet_lines *lines, enum step step, int minutes)
{
    const struct session *s = lines->sheet->session;
    static const char *const titles[] = {N_("Welcome"),    N_("Before"), N_("Practice"),
                                         N_("Discussion"), N_("After"),  N_("The end")};
    if ((step == STEP_BEFORE && !s->has[PART_BEFORE]) ||
        (step == STEP_PRACTICE && !s->has[PART_PRACTICE]) ||
        (step == STEP_AFTER && !s->has[PART_AFTER]))
        return;
    add_heading(lines, minutes, _(titles[step]));
    switch (step) {
    case STEP_WELCOME:
        run_sheet_welcome(lines);
        break;
    case STEP_BEFORE:
        run_sheet_test(lines, PART_BEFORE);
        break;
    case STEP_PRACTICE:
        run_sheet_practice(lines);
        break;
    case STEP_DISCUSSION:
        run_sheet_discuss(lines);
        break;
    case STEP_AFTER:
        run_sheet_test(lines, PART_AFTER);
        break;
    default:
        run_sheet_wrap_up(lines);
    }
}

void run_sheet_write(const struct run_sheet *sheet, struct str *out)
{
    struct sheet_lines lines = {.sheet = sheet, .out = out};
    struct session_times times =
        session_times(sheet->session, devices_pace(sheet->devices, sheet->session->people));
    add_head(&lines, &times);
    run_sheet_prepare(&lines);
    for (int step = 0; step < STEP_COUNT; step++)
        add_step(&lines, (enum step)step, times.begin[step]);
    run_sheet_trouble(&lines);
}
