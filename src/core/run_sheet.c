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

void run_sheet_cards(const struct session *session, struct str *out)
{
    bool two = session->has[PART_BEFORE] && session->has[PART_AFTER];
    bool test = session->has[PART_BEFORE] || session->has[PART_AFTER];
    if (test)
        str_addf(out, two ? _("Two tests of %d cards") : _("A test of %d cards"),
                 session->forms[FORM_A].count);
    if (session->has[PART_PRACTICE])
        str_addf(out, test ? _(", a practice of %d") : _("A practice of %d cards"),
                 session->practice.count);
    if (session->pass)
        str_addf(out, _("; %d right to pass"), session->pass);
    str_add(out, session->names ? _("; with names.") : _("; without names."));
}

static void add_head(struct sheet_lines *lines, const struct session_times *times)
{
    const struct run_sheet *sheet = lines->sheet;
    const struct session *s = sheet->session;
    struct str text = {0};
    int minutes = times->begin[STEP_COUNT];
    sheet_lines_text(lines, 0, s->title);
    str_addf(&text, _("Run sheet of the session %s: "), s->code);
    add_clock(&text, sheet, 0);
    str_add(&text, _(" to "));
    add_clock(&text, sheet, minutes);
    sheet_lines_text(lines, 0, str_text(&text));
    str_clear(&text);
    if (s->people)
        str_addf(&text, ngettext("%d person: ", "%d people: ", (unsigned long)s->people),
                 s->people);
    str_addf(&text, "%s.", devices_title(sheet->devices));
    sheet_lines_text(lines, 0, str_text(&text));
    str_clear(&text);
    run_sheet_cards(s, &text);
    sheet_lines_text(lines, 0, str_text(&text));
    if (s->minutes && minutes > s->minutes) {
        str_clear(&text);
        str_addf(&text,
                 _("This takes about %d minutes, not %d. Make it shorter with fewer cards (-n) or "
                   "parts (--parts)%s."),
                 minutes, s->minutes,
                 sheet->devices == DEVICES_HOT_SEAT ? _(", or use several keyboards")
                 : sheet->devices == DEVICES_NONE
                     ? _(", or let somebody type the sheets in meanwhile")
                     : "");
        sheet_lines_gap(lines);
        sheet_lines_text(lines, 0, str_text(&text));
    }
    sheet_lines_gap(lines);
    sheet_lines_text(lines, 0,
                     _("Lines with $ are for you to type, lines with > for the participants."));
    str_free(&text);
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
