/* The calendar of practice: weeks as columns, days as rows, shades for answers. */
#include "core/content_days.h"

#include "core/calendar.h"

enum {
    LABEL_COLS = 4,
    WIDE_COLS = 54, /* from here on a day is two cells wide */
    MONTHS = 12,
    SOME = 12, /* answers of a day, up to which its shade stays light, */
    MANY = 24  /* and medium: one and two rounds */
};

/* Short names; by these names the template of translations says how long (MARKS in the Makefile).
 */
#define DAY(text) text
#define MONTH(text) text

static const char *const day_names[DAYS_A_WEEK] = {DAY("Mon"), DAY("Tue"), DAY("Wed"), DAY("Thu"),
                                                   DAY("Fri"), DAY("Sat"), DAY("Sun")};
static const char *const whole_day_names[DAYS_A_WEEK] = {
    N_("Monday"), N_("Tuesday"),  N_("Wednesday"), N_("Thursday"),
    N_("Friday"), N_("Saturday"), N_("Sunday")};
static const char *const month_names[MONTHS] = {
    MONTH("Jan"), MONTH("Feb"), MONTH("Mar"), MONTH("Apr"), MONTH("May"), MONTH("Jun"),
    MONTH("Jul"), MONTH("Aug"), MONTH("Sep"), MONTH("Oct"), MONTH("Nov"), MONTH("Dec")};

static const char *shade(int answers)
{
    return answers == 0 ? "·" : answers <= SOME ? "▒" : answers <= MANY ? "▓" : "█";
}

/* The months over the weeks in which they begin; the first week has its own. */
static void draw_months(const struct progress *progress, int pitch, struct page *page)
{
    struct str text = {0};
    int before = 0;
    for (int week = 0; week < PROGRESS_WEEKS; week++) {
        int64_t sunday = progress->calendar_first + (int64_t)(week + 1) * DAYS_A_WEEK - 1;
        int month = calendar_date(sunday).month,
            blanks = week * pitch - text_width(str_text(&text));
        bool next_begins = calendar_date(sunday + DAYS_A_WEEK).month != month;
        if (month == before || blanks < 0 || (week == 0 && next_begins))
            continue;
        before = month;
        str_addf(&text, "%*s%s", blanks, "", _(month_names[month - 1]));
    }
    page_add_lead(page, ROLE_DIM, "", LABEL_COLS, ROLE_DIM, str_text(&text));
    str_free(&text);
}

static void draw_day(const struct progress *progress, int weekday, int pitch, struct page *page)
{
    struct str text = {0};
    for (int week = 0; week < PROGRESS_WEEKS; week++) {
        int at = week * DAYS_A_WEEK + weekday;
        bool future = progress->calendar_first + at > progress->calendar_today;
        for (int i = 0; i < pitch; i++)
            str_add(&text, future || i == pitch - 1 ? " " : shade(progress->calendar[at]));
    }
    page_add_lead(page, ROLE_DIM, _(day_names[weekday]), LABEL_COLS, ROLE_TEXT, str_text(&text));
    str_free(&text);
}

static void draw_calendar(const struct progress *progress, struct page *page)
{
    bool wide = page->cols >= WIDE_COLS;
    int pitch = wide ? 3 : 2;
    if (wide)
        page_gap(page);
    draw_months(progress, pitch, page);
    for (int weekday = 0; weekday < DAYS_A_WEEK; weekday++)
        draw_day(progress, weekday, pitch, page);
    if (wide)
        page_gap(page);
    page_addf(page, ROLE_DIM,
              wide ? _("Answers a day: · none  ▒ to %d  ▓ to %d  █ more")
                   : _("· none  ▒ to %d  ▓ to %d  █ more"),
              SOME, MANY);
}

/* One week in a sentence: its Monday, then each day with its answers. */
static void tell_week(const struct progress *progress, int week, struct page *page)
{
    struct str monday = {0}, days = {0};
    for (int weekday = 0; weekday < DAYS_A_WEEK; weekday++) {
        int answers = progress->calendar[week * DAYS_A_WEEK + weekday];
        if (answers)
            str_addf(&days, "%s%s %d", days.len ? ", " : "", _(whole_day_names[weekday]), answers);
    }
    calendar_write(&monday, progress->calendar_first + (int64_t)week * DAYS_A_WEEK);
    if (days.len)
        /* TRANSLATORS: a day, and a list such as "Monday 12, Thursday 20". */
        page_addf(page, ROLE_TEXT, _("Answers in the week from %s: %s."), str_text(&monday),
                  str_text(&days));
    str_free(&monday);
    str_free(&days);
}

void content_days(const struct scene *scene, const struct progress *progress, struct page *page)
{
    int lately = 0;
    for (int64_t day = progress->calendar_today - DAYS_A_WEEK + 1; day <= progress->calendar_today;
         day++)
        lately += progress->calendar[day - progress->calendar_first] > 0;
    page_addf(page, ROLE_STRONG,
              ngettext("%d day in all, %d of the last 7.", "%d days in all, %d of the last 7.",
                       (unsigned long)progress->days),
              progress->days, lately);
    if (!scene->lines) {
        draw_calendar(progress, page);
        return;
    }
    for (int week = PROGRESS_WEEKS - 1; week >= 0; week--)
        tell_week(progress, week, page);
}
