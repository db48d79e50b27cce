/* The pages of the live board. */
#include "core/content_watch.h"

#include <limits.h>

#include "core/bar.h"
#include "core/content_shares.h"

enum {
    PAGE_PEOPLE,
    PAGE_CARDS,
    NAME_COLS = 17,
    NAME_COLS_NARROW = 12,
    PART_COLS = 10,
    INDENT = 2,
    BAR_COLS_MIN = 8,
    BAR_COLS_MAX = 40,
    BESIDE_BAR_COLS = 52,      /* what stands beside a person's bar */
    BESIDE_PART_BAR_COLS = 40, /* and beside a part's */
    PART_BAR_COLS_NARROW = 12,
    TALL_ROWS = 16, /* from here on the parts have bars */
    WIDE_COLS = 60,
    MS_A_MINUTE = 60 * 1000,
    MINUTES_AN_HOUR = 60,
    MINUTES_A_DAY = 24 * 60
};

static const char *const titles[WATCH_PAGES] = {
    /* TRANSLATORS: the title of a screen: at most 22 columns. */
    N_("Who is where"),
    /* TRANSLATORS: the title of a screen: at most 22 columns. */
    N_("How the room splits"),
    /* TRANSLATORS: the title of a screen: at most 22 columns. */
    N_("By principle"),
};

const char *content_watch_title(const struct scene *scene)
{
    return _(titles[scene->cursor.selected]);
}

/* The columns of a bar with so many beside it. */
static int bar_cols(const struct page *page, int beside)
{
    int cols = page->cols - beside;
    return cols < BAR_COLS_MIN ? BAR_COLS_MIN : cols > BAR_COLS_MAX ? BAR_COLS_MAX : cols;
}

/* Whether there are few rows: people come before pictures. */
static bool is_low(const struct page *page)
{
    return page->rows && page->rows < TALL_ROWS;
}

/* What people type; a row of its own, to be copied as it is. */
static void add_invitation(const struct scene *scene, struct page *page)
{
    struct str command = {0};
    str_add(&command, "smquiz session join ");
    text_show(&command, scene->watch->join, 0);
    page_add(page, ROLE_DIM, _("To take part, type:"));
    page_add(page, scene->lines ? ROLE_TEXT : ROLE_STRONG, str_text(&command))->indent = INDENT;
    str_free(&command);
}

static void add_head(const struct scene *scene, struct page *page)
{
    const struct watch *watch = scene->watch;
    struct str text = {0};
    int people = watch->board.people_count;
    str_addf(&text, ngettext("%d person so far.", "%d people so far.", (unsigned long)people),
             people);
    str_addf(&text, " %s", session_open_sentence(watch->self_paced, watch->open));
    if (scene->lines)
        page_addf(page, ROLE_TITLE, "%s (%s).", scene->session->title, scene->session->code);
    else
        page_set_tail(page, page_add(page, ROLE_STRONG, scene->session->title), ROLE_TITLE,
                      scene->session->code);
    if (watch->any)
        page_add(page, ROLE_TEXT, str_text(&text));
    if (!people)
        add_invitation(scene, page);
    str_free(&text);
}

static bool is_open(const struct watch *watch, enum part part)
{
    return !watch->self_paced && watch->open == part;
}

static void add_part(const struct scene *scene, struct page *page, enum part part)
{
    const struct live_part *state = &scene->watch->board.parts[part];
    int people = scene->watch->board.people_count;
    struct str text = {0};
    if (scene->lines) {
        /* TRANSLATORS: a part of the session; people who began, people there are, people who are
           through. */
        page_addf(page, ROLE_TEXT, _("%s: %d of %d began, %d done."), part_title(part),
                  state->begun, people, state->complete);
        return;
    }
    bool wide = page->cols >= WIDE_COLS, low = is_low(page);
    if (!low) {
        bar_add(&text, state->complete, people,
                wide ? bar_cols(page, BESIDE_PART_BAR_COLS) : PART_BAR_COLS_NARROW);
        str_add(&text, "  ");
    }
    if (!wide && !low)
        str_addf(&text, _("%d of %d"), state->complete, people);
    else if (state->begun > state->complete)
        /* TRANSLATORS: people: how many are through, how many there are, how many are at it. */
        str_addf(&text, _("%d of %d done, %d at it"), state->complete, people,
                 state->begun - state->complete);
    else
        str_addf(&text, _("%d of %d done"), state->complete, people);
    bool open = is_open(scene->watch, part);
    page_add_lead(page, open ? ROLE_STRONG : ROLE_TEXT, part_title(part), PART_COLS + 1,
                  open ? ROLE_STRONG : ROLE_TEXT, str_text(&text));
    str_free(&text);
}

/* What the person is called here, as the page shows it. */
static void add_name(const struct scene *scene, const struct live_person *person,
                     const struct page *page, struct str *out)
{
    struct str name = {0};
    if (scene->watch->names && *person->name)
        text_show(&name, person->name, 0);
    else
        str_addf(&name, _("Person %d"), person->number);
    text_adapt(out, str_text(&name), page->charset);
    str_free(&name);
}

/* How long ago they were seen, in as few letters as will do. */
static void add_seen(const struct scene *scene, const struct live_person *person, struct str *out)
{
    int64_t minutes = (scene->now.utc_ms - person->seen_utc_ms) / MS_A_MINUTE;
    if (minutes < 1)
        str_add(out, _("now"));
    else if (minutes < MINUTES_AN_HOUR)
        /* TRANSLATORS: minutes, in as few letters as will do. */
        str_addf(out, _("%d min ago"), (int)minutes);
    else if (minutes < MINUTES_A_DAY)
        /* TRANSLATORS: hours, in as few letters as will do. */
        str_addf(out, _("%d h ago"), (int)(minutes / MINUTES_AN_HOUR));
    else
        /* TRANSLATORS: days, in as few letters as will do. */
        str_addf(out, _("%d d ago"), (int)(minutes / MINUTES_A_DAY));
}

/* The same in a sentence. */
static void tell_seen(const struct scene *scene, const struct live_person *person, struct str *out)
{
    int64_t all = (scene->now.utc_ms - person->seen_utc_ms) / MS_A_MINUTE;
    int minutes = all < INT_MAX ? (int)all : INT_MAX;
    int hours = minutes / MINUTES_AN_HOUR, days = minutes / MINUTES_A_DAY;
    if (minutes < 1)
        str_add(out, _("Seen just now."));
    else if (!hours)
        str_addf(out,
                 ngettext("Seen %d minute ago.", "Seen %d minutes ago.", (unsigned long)minutes),
                 minutes);
    else if (!days)
        str_addf(out, ngettext("Seen %d hour ago.", "Seen %d hours ago.", (unsigned long)hours),
                 hours);
    else
        str_addf(out, ngettext("Seen %d day ago.", "Seen %d days ago.", (unsigned long)days), days);
}

static int done_of(const struct live_person *person)
{
    return person->done < person->length ? person->done : person->length;
}

static void tell_person(const struct scene *scene, const struct live_person *person,
                        struct page *page)
{
    struct str name = {0}, seen = {0};
    add_name(scene, person, page, &name);
    tell_seen(scene, person, &seen);
    if (person->complete)
        /* TRANSLATORS: a person, a part of the session, "Seen 5 minutes ago." */
        page_addf(page, ROLE_TEXT, _("%s: %s, done. %s"), str_text(&name), part_title(person->part),
                  str_text(&seen));
    else
        page_addf(page, ROLE_TEXT,
                  /* TRANSLATORS: a person, a part of the session, answers and cards, "Seen 5
                     minutes ago." */
                  ngettext("%s: %s, %d of %d card. %s", "%s: %s, %d of %d cards. %s",
                           (unsigned long)person->length),
                  str_text(&name), part_title(person->part), done_of(person), person->length,
                  str_text(&seen));
    str_free(&name);
    str_free(&seen);
}

/* Appends blanks up to this column, one at least. */
static void pad(struct str *out, int column)
{
    int blanks = column - text_width(str_text(out));
    str_addf(out, "%*s", blanks > 1 ? blanks : 1, "");
}

static void draw_person(const struct scene *scene, const struct live_person *person,
                        struct page *page)
{
    struct str name = {0}, row = {0}, seen = {0};
    bool wide = page->cols >= WIDE_COLS;
    int name_cols = wide ? NAME_COLS : NAME_COLS_NARROW;
    add_name(scene, person, page, &name);
    add_seen(scene, person, &seen);
    if (!scene->watch->names && text_width(str_text(&name)) > name_cols - 1) {
        str_clear(&name); /* whose number would be cut off */
        str_addf(&name, "%d", person->number);
    }
    size_t fits = text_clip(str_text(&name), name_cols - 1);
    if (name.len > fits)
        name.data[fits] = '\0';
    text_adapt(&row, part_title(person->part), page->charset);
    pad(&row, PART_COLS);
    if (wide) {
        bar_add(&row, done_of(person), person->length, bar_cols(page, BESIDE_BAR_COLS));
        str_add(&row, "  ");
    }
    if (person->complete)
        str_add(&row, _("✓ done"));
    else
        str_addf(&row, _("%d of %d"), done_of(person), person->length);
    struct paragraph *p =
        page_add_lead(page, person->complete ? ROLE_DIM : ROLE_STRONG, str_text(&name), name_cols,
                      person->complete ? ROLE_DIM : ROLE_TEXT, str_text(&row));
    page_set_tail(page, p, ROLE_DIM, str_text(&seen));
    str_free(&name);
    str_free(&row);
    str_free(&seen);
}

/* How far the room is with each part, or where rows are few with the one that is open. */
static void add_parts(const struct scene *scene, struct page *page)
{
    const struct watch *watch = scene->watch;
    bool low = is_low(page), only = low && !watch->self_paced && watch->open != PART_NONE;
    if (!low)
        page_gap(page);
    for (int part = 0; part < PART_COUNT; part++)
        if (scene->session->has[part] && (!only || is_open(watch, (enum part)part)))
            add_part(scene, page, (enum part)part);
    page_gap(page);
}

static void add_people(const struct scene *scene, struct page *page)
{
    const struct live_board *board = &scene->watch->board;
    add_head(scene, page);
    if (board->people_count)
        add_parts(scene, page);
    for (int i = 0; i < board->people_count; i++) {
        if (scene->lines)
            tell_person(scene, &board->people[i], page);
        else
            draw_person(scene, &board->people[i], page);
    }
    if (board->hands) {
        page_gap(page);
        page_addf(page, ROLE_DIM,
                  ngettext("%d hand was counted in the room.", "%d hands were counted in the room.",
                           (unsigned long)board->hands),
                  board->hands);
    }
    int refused = scene->watch->refused;
    if (refused) {
        page_gap(page);
        page_addf(page, ROLE_NOTICE,
                  ngettext("%d result is refused; session collect tells why.",
                           "%d results are refused; session collect tells why.",
                           (unsigned long)refused),
                  refused);
    }
}

void content_watch(const struct scene *scene, struct page *page)
{
    if (scene->cursor.selected == PAGE_PEOPLE)
        add_people(scene, page);
    else if (scene->cursor.selected == PAGE_CARDS)
        content_shares_cards(scene, page);
    else
        content_shares_principles(scene, page);
}
