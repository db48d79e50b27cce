/* A column of paragraphs: what both renderers make their screens of. */
#include "core/page.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "core/xmalloc.h"

enum { LINES_MAX = 64, TEXT_COLS_MIN = 8, BELOW_COLS = 2 };

void page_init(struct page *page, enum charset charset)
{
    *page = (struct page){.charset = charset};
}

void page_free(struct page *page)
{
    for (size_t i = 0; i < page->len; i++) {
        free(page->items[i].text);
        free(page->items[i].lead);
        free(page->items[i].tail);
    }
    free(page->items);
    *page = (struct page){.charset = page->charset, .cols = page->cols, .rows = page->rows};
}

/* A copy of the text as the charset shows it; never NULL. */
static char *adapted(const struct page *page, const char *text)
{
    struct str s = {0};
    str_add(&s, "");
    text_adapt(&s, text, page->charset);
    return s.data;
}

struct paragraph *page_add_lead(struct page *page, enum role lead_role, const char *lead,
                                int lead_cols, enum role role, const char *text)
{
    page->items = xgrow(page->items, page->len, &page->cap, sizeof *page->items);
    struct paragraph *paragraph = &page->items[page->len++];
    *paragraph = (struct paragraph){
        .text = adapted(page, text),
        .role = role,
        .lead = adapted(page, lead),
        .lead_role = lead_role,
        .action = ACTION_NONE,
    };
    int own = text_width(paragraph->lead);
    paragraph->lead_cols = lead_cols > own ? lead_cols : own ? own + 1 : 0;
    return paragraph;
}

struct paragraph *page_add_named(struct page *page, bool lines, enum role name_role,
                                 const char *name, int name_cols, enum role role, const char *text)
{
    struct str lead = {0};
    /* TRANSLATORS: the name of what follows on the same line, such as "Days practised: 7". */
    str_addf(&lead, lines ? _("%s:") : "%s", name);
    struct paragraph *paragraph =
        page_add_lead(page, name_role, str_text(&lead), lines ? 0 : name_cols, role, text);
    str_free(&lead);
    return paragraph;
}

void page_set_tail(struct page *page, struct paragraph *paragraph, enum role role, const char *tail)
{
    free(paragraph->tail);
    paragraph->tail = adapted(page, tail);
    paragraph->tail_role = role;
    int own = text_width(paragraph->tail) + 1;
    if (paragraph->outdent < own)
        paragraph->outdent = own;
}

struct paragraph *page_add(struct page *page, enum role role, const char *text)
{
    return page_add_lead(page, role, "", 0, role, text);
}

struct paragraph *page_addf(struct page *page, enum role role, const char *format, ...)
{
    struct str text = {0};
    va_list args;
    va_start(args, format);
    str_addv(&text, format, args);
    va_end(args);
    struct paragraph *paragraph = page_add(page, role, str_text(&text));
    str_free(&text);
    return paragraph;
}

void page_mark(struct page *page, struct paragraph *paragraph, const char *piece, enum role role)
{
    char *wanted = adapted(page, piece);
    const char *found = *wanted ? strstr(paragraph->text, wanted) : NULL;
    if (found) {
        paragraph->mark = (size_t)(found - paragraph->text);
        paragraph->mark_len = strlen(wanted);
        paragraph->mark_role = role;
    }
    free(wanted);
}

void page_mark_within(struct page *page, struct paragraph *paragraph, const char *sentence,
                      const char *piece, enum role role)
{
    char *around = adapted(page, sentence), *wanted = adapted(page, piece);
    const char *start = *wanted ? strstr(paragraph->text, around) : NULL;
    const char *end = start ? start + strlen(around) : NULL;
    for (const char *at = start; at && (at = strstr(at, wanted)) && at + strlen(wanted) <= end;
         at++) {
        paragraph->mark = (size_t)(at - paragraph->text);
        paragraph->mark_len = strlen(wanted);
        paragraph->mark_role = role;
    }
    free(around);
    free(wanted);
}

void page_gap(struct page *page)
{
    page_add(page, ROLE_TEXT, "");
}

/* Whether the lead leaves so few columns beside it that the text stands below it. */
static bool is_below(const struct paragraph *paragraph, int cols)
{
    return paragraph->lead_cols > 0 &&
           cols - paragraph->indent - paragraph->lead_cols - paragraph->outdent < TEXT_COLS_MIN;
}

int page_hang(const struct paragraph *paragraph, int cols)
{
    return is_below(paragraph, cols) ? BELOW_COLS : paragraph->lead_cols;
}

/* Columns a paragraph has for its text. */
static int room_of(const struct paragraph *paragraph, int cols)
{
    int room = cols - paragraph->indent - page_hang(paragraph, cols) - paragraph->outdent;
    return room > TEXT_COLS_MIN ? room : TEXT_COLS_MIN;
}

/* Lays one paragraph out; returns its rows (1 for an empty one) and how many lines are in `lines`.
 */
static int lay_out(const struct paragraph *paragraph, int cols, struct text_line *lines, int *count)
{
    size_t all = text_wrap(paragraph->text, room_of(paragraph, cols), lines, LINES_MAX);
    *count = all > LINES_MAX ? LINES_MAX : (int)all;
    int below = is_below(paragraph, cols) && *count > 0;
    int high = *count > 1 ? *count : 1;
    return below + (paragraph->spaced ? 2 * high - 1 : high);
}

void page_balance(struct paragraph *paragraph, int cols)
{
    size_t lines = text_wrap(paragraph->text, room_of(paragraph, cols), NULL, 0);
    int outdent = paragraph->outdent;
    while (room_of(paragraph, cols) > TEXT_COLS_MIN &&
           text_wrap(paragraph->text, room_of(paragraph, cols), NULL, 0) == lines) {
        outdent = paragraph->outdent;
        paragraph->outdent++;
    }
    paragraph->outdent = outdent;
}

int page_rows(const struct page *page, int cols)
{
    struct text_line lines[LINES_MAX];
    int rows = 0, count;
    for (size_t i = 0; i < page->len; i++)
        rows += lay_out(&page->items[i], cols, lines, &count);
    return rows;
}

/* Rows of a page: from the first on, up to the one before `end`. */
struct rows {
    int first, end;
};

/* The scroll nearest to `scroll` that has these rows in sight, or their beginning. */
static int reach(struct rows wanted, int rows, int scroll)
{
    if (scroll + rows < wanted.end)
        scroll = wanted.end - rows;
    return scroll < wanted.first ? scroll : wanted.first;
}

/* The rows of what is focused, and of that with what stands beside it; returns all of the page. */
static int find_focus(const struct page *page, int cols, struct rows *focused, struct rows *both)
{
    struct text_line lines[LINES_MAX];
    int row = 0, count;
    *focused = *both = (struct rows){-1, -1};
    for (size_t i = 0; i < page->len; i++) {
        const struct paragraph *p = &page->items[i];
        int end = row + lay_out(p, cols, lines, &count);
        if (p->focused)
            *focused = (struct rows){row, end};
        if (p->focused || p->beside)
            *both = (struct rows){both->first < 0 ? row : both->first, end};
        row = end;
    }
    return row;
}

int page_focus_rows(const struct page *page, int cols)
{
    struct rows focused, both;
    (void)find_focus(page, cols, &focused, &both);
    return both.end - both.first;
}

int page_follow(const struct page *page, int cols, int rows, int scroll, int *all)
{
    struct rows focused, both;
    *all = find_focus(page, cols, &focused, &both);
    if (focused.first < 0)
        return scroll;
    if (both.end - both.first > rows) /* what says something of it rather than what leads to it */
        both.first = focused.first;
    return reach(both.end - both.first <= rows ? both : focused, rows, scroll);
}

/* Gives the part of the mark that falls on this line its role. */
static void paint_mark(const struct paragraph *paragraph, struct frame *frame, int x, int y,
                       const struct text_line *line)
{
    size_t start = (size_t)(line->start - paragraph->text), end = start + line->len;
    size_t from = paragraph->mark > start ? paragraph->mark : start;
    size_t to = paragraph->mark + paragraph->mark_len;
    to = to < end ? to : end;
    if (!paragraph->mark_len || from >= to)
        return;
    struct str piece = {0};
    str_addn(&piece, paragraph->text + start, from - start);
    int before = text_width(str_text(&piece));
    str_clear(&piece);
    str_addn(&piece, paragraph->text + from, to - from);
    frame_paint(frame, x + before, y, text_width(str_text(&piece)), paragraph->mark_role);
    str_free(&piece);
}

void page_draw(const struct page *page, struct frame *frame, int x, int y, int cols, int rows,
               int scroll)
{
    struct text_line lines[LINES_MAX];
    int row = -scroll, count;
    for (size_t i = 0; i < page->len; i++) {
        const struct paragraph *p = &page->items[i];
        int high = lay_out(p, cols, lines, &count);
        int left = x + p->indent, text_x = left + page_hang(p, cols);
        bool below = is_below(p, cols);
        int lead_cols = below ? cols - p->indent - p->outdent : p->lead_cols;
        int text_cols = x + cols - text_x < room_of(p, cols) ? x + cols - text_x : room_of(p, cols);
        for (int j = 0; j < high; j++, row++) {
            if (row < 0 || row >= rows)
                continue;
            if (j == 0)
                frame_put(frame, left, y + row, lead_cols, p->lead, p->lead_role);
            if (j == 0 && p->tail)
                frame_put(frame, x + cols - text_width(p->tail), y + row, cols, p->tail,
                          p->tail_role);
            if (j == 0 && p->focused) {
                frame->cursor_x = left;
                frame->cursor_y = y + row;
            }
            int of_text = j - below, line = p->spaced ? of_text / 2 : of_text;
            if (of_text >= 0 && line < count && !(p->spaced && of_text % 2)) {
                frame_putn(frame, text_x, y + row, text_cols, lines[line].start, lines[line].len,
                           p->role);
                paint_mark(p, frame, text_x, y + row, &lines[line]);
            }
            if (p->action != ACTION_NONE)
                frame_hit(frame, left, y + row, cols - p->indent, 1, p->action, p->item);
        }
    }
}

static void write_blanks(struct str *out, int count)
{
    for (int i = 0; i < count; i++)
        str_addc(out, ' ');
}

void page_write(const struct page *page, int cols, struct str *out)
{
    struct text_line lines[LINES_MAX];
    int count;
    for (size_t i = 0; i < page->len; i++) {
        const struct paragraph *p = &page->items[i];
        lay_out(p, cols, lines, &count);
        if (count || *p->lead)
            write_blanks(out, p->indent);
        str_add(out, p->lead);
        bool below = is_below(p, cols) && count > 0;
        if (below)
            str_addc(out, '\n');
        for (int j = 0; j < count; j++) {
            bool beside = j == 0 && !below;
            write_blanks(out, beside ? p->lead_cols - text_width(p->lead)
                                     : p->indent + page_hang(p, cols));
            str_addn(out, lines[j].start, lines[j].len);
            str_addc(out, '\n');
        }
        if (!count)
            str_addc(out, '\n');
    }
}

void page_tell(const struct page *page, int cols, struct str *out)
{
    for (size_t i = 0; i < page->len; i++) {
        const struct paragraph *p = &page->items[i];
        struct str text = {0};
        str_add(&text, p->lead);
        str_add(&text, *p->lead && *p->text ? " " : "");
        str_add(&text, p->text);
        struct paragraph told = {.text = text.data, .lead = (char[]){""}, .indent = p->indent};
        page_write(&(struct page){.items = &told, .len = 1}, cols, out);
        str_free(&text);
    }
}
