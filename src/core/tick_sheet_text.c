/* Tick sheets and their key as text. */
#include "core/tick_sheet_text.h"

#include <stdio.h>

#include "core/page.h"
#include "core/tick_line.h"

enum {
    LEAD_COLS = 4, /* "12  " */
    LINE_COLS = 44 /* to write a name on */
};

/* The pages on their way: blocks that no page break parts. */
struct paper {
    const struct session *session;
    struct str *out;
    struct page block;
    const char *title; /* of the page, again where it goes on */
    int rows;          /* lines of this page so far */
    bool begun;
};

static void write_block(struct paper *paper)
{
    page_write(&paper->block, TICK_SHEET_COLS, paper->out);
    paper->rows += page_rows(&paper->block, TICK_SHEET_COLS);
    page_free(&paper->block);
}

/* Begins a page with what it is and what the session is called. */
static void begin_page(struct paper *paper, const char *title)
{
    struct page rest = paper->block;
    page_init(&paper->block, rest.charset);
    if (paper->begun)
        str_addc(paper->out, '\f');
    page_add(&paper->block, ROLE_TITLE, title);
    page_addf(&paper->block, ROLE_DIM, "%s (%s)", paper->session->title, paper->session->code);
    page_gap(&paper->block);
    paper->rows = 0;
    paper->begun = true;
    paper->title = title;
    write_block(paper);
    paper->block = rest;
}

/* Ends a block, on another page where there is no room for it on this one. */
static void end_block(struct paper *paper)
{
    if (paper->rows + page_rows(&paper->block, TICK_SHEET_COLS) > TICK_SHEET_ROWS)
        begin_page(paper, paper->title);
    write_block(paper);
}

static void add_blank_line(struct page *block, const char *label, int cols)
{
    struct str text = {0};
    for (int i = 0; i < cols; i++)
        str_addc(&text, '_');
    page_addf(block, ROLE_TEXT, _("%s: %s"), label, str_text(&text));
    str_free(&text);
}

static void add_card(struct paper *paper, const struct tick_page *sheet, int number)
{
    const struct bank *bank = paper->session->bank;
    const struct activity *a = &bank->activities[sheet->items->activities[number]];
    struct page *block = &paper->block;
    char lead[16];
    snprintf(lead, sizeof lead, "%2d", number + 1);
    page_add_lead(block, ROLE_DIM, lead, LEAD_COLS, ROLE_TEXT,
                  bank->scenarios[a->scenario].situation);
    page_add(block, ROLE_STRONG, a->text)->indent = LEAD_COLS;
    page_addf(block, ROLE_TEXT, "☐ %s   ☐ %s   ☐ %s", bank->side_name[SIDE_SALES],
              bank->side_name[SIDE_MARKETING], _("not sure"))
        ->indent = LEAD_COLS;
    if (sheet->part == PART_PRACTICE) {
        add_blank_line(block, _("What gave it away"), LINE_COLS);
        block->items[block->len - 1].indent = LEAD_COLS;
    }
    page_gap(block);
    end_block(paper);
}

static void add_sheet(struct paper *paper, const struct tick_page *sheet)
{
    struct str title = {0}, task = {0};
    tick_sheet_title(sheet, &title);
    tick_sheet_task(sheet, paper->session->bank, &task);
    begin_page(paper, str_text(&title));
    add_blank_line(&paper->block, tick_sheet_name(paper->session),
                   paper->session->names ? LINE_COLS : LINE_COLS / 2);
    page_gap(&paper->block);
    page_add(&paper->block, ROLE_TEXT, str_text(&task));
    page_gap(&paper->block);
    end_block(paper);
    for (int i = 0; i < sheet->items->count; i++)
        add_card(paper, sheet, i);
    str_free(&title);
    str_free(&task);
}

static void add_key_card(struct paper *paper, const struct tick_page *key, int number)
{
    const struct bank *bank = paper->session->bank;
    const struct activity *a = &bank->activities[key->items->activities[number]];
    struct page *block = &paper->block;
    char lead[16];
    snprintf(lead, sizeof lead, "%2d", number + 1);
    struct str head = {0};
    str_addf(&head, _("%s: %s"), bank->side_name[a->side], a->text);
    page_add_lead(block, ROLE_DIM, lead, LEAD_COLS, ROLE_STRONG, str_text(&head));
    if (*bank_clue(a))
        page_addf(block, ROLE_TEXT, _("The clue: “%s”"), bank_clue(a))->indent = LEAD_COLS;
    if (*a->why)
        page_add(block, ROLE_TEXT, a->why)->indent = LEAD_COLS;
    page_gap(block);
    str_free(&head);
    end_block(paper);
}

static void add_key(struct paper *paper, const struct tick_page *key)
{
    struct str title = {0}, name = {0}, letters = {0};
    tick_sheet_title(key, &name);
    str_addf(&title, _("Trainer's key: %s"), str_text(&name));
    tick_sheet_letters(key, paper->session->bank, &letters);
    begin_page(paper, str_text(&title));
    page_addf(&paper->block, ROLE_TEXT, _("All right is: %s"), str_text(&letters));
    page_gap(&paper->block);
    end_block(paper);
    for (int i = 0; i < key->items->count; i++)
        add_key_card(paper, key, i);
    str_free(&title);
    str_free(&name);
    str_free(&letters);
}

/* How the sheets come in, on a page of its own. */
static void add_advice(struct paper *paper, const struct tick_sheet *sheet,
                       const struct tick_page *pages, int count)
{
    enum { INDENT = 4 };
    struct page *block = &paper->block;
    begin_page(paper, _("For the trainer"));
    for (int i = 0; tick_sheet_advice(sheet, i); i++) {
        page_add(block, ROLE_TEXT, tick_sheet_advice(sheet, i));
        page_gap(block);
    }
    page_addf(block, ROLE_STRONG, "smquiz session enter %s", sheet->name)->indent = INDENT;
    for (int i = 0; i < count; i++) {
        struct str line = {0};
        tick_line_example(pages[i].part, pages[i].form, pages[i].items->count, &line);
        page_add(block, ROLE_STRONG, str_text(&line))->indent = INDENT;
        str_free(&line);
    }
    end_block(paper);
}

void tick_sheet_text(const struct tick_sheet *sheet, enum charset charset, struct str *out)
{
    struct tick_page pages[TICK_SHEET_PAGES_MAX], keys[TICK_SHEET_PAGES_MAX];
    struct paper paper = {.session = sheet->session, .out = out};
    int count = tick_sheet_pages(sheet, pages), key_count = tick_sheet_keys(sheet, keys);
    page_init(&paper.block, charset);
    for (int i = 0; i < count; i++)
        add_sheet(&paper, &pages[i]);
    add_advice(&paper, sheet, pages, count);
    for (int i = 0; i < key_count; i++)
        add_key(&paper, &keys[i]);
    page_free(&paper.block);
}
