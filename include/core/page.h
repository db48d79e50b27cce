/* A column of paragraphs: what both renderers make their screens of.  core.
 * Content builders fill a page; page_draw lays it out into a frame, page_write into lines.  Texts
 * are adapted to the charset when they are added. */
#ifndef SMQ_CORE_PAGE_H
#define SMQ_CORE_PAGE_H

#include "core/frame.h"
#include "core/text.h"

struct paragraph {
    char *text;
    enum role role;
    char *lead; /* a symbol, key or label before the text; "" for none */
    enum role lead_role;
    int lead_cols; /* the text hangs this many columns right of the lead's start, or below it where
                      that leaves too few */
    int indent;    /* columns the whole paragraph is moved in */
    int outdent;   /* columns left free at its right */
    char *tail;    /* in frames a symbol at the end of these, in the first row; or NULL */
    enum role tail_role;
    size_t mark, mark_len; /* bytes of the text to show in mark_role; 0, 0 for none */
    enum role mark_role;
    enum action action; /* a click on the paragraph, with `item`; ACTION_NONE for none */
    int item;
    bool focused; /* the hardware cursor rests at its start, and it is kept in sight */
    bool beside;  /* kept in sight with the focused one, where there is room for both */
    bool spaced;  /* in frames an empty row between its lines, for reading from afar */
};

struct page {
    struct paragraph *items;
    size_t len, cap;
    enum charset charset;
    int cols; /* it will be shown in so many, for pictures made of characters; 0: not known */
    int rows; /* of the screen it will be shown on; 0: not known */
};

/* An empty page for this charset.  Free with page_free. */
void page_init(struct page *page, enum charset charset);
void page_free(struct page *page);
/* Adds a paragraph and returns it for more settings; borrowed until the next one is added. */
struct paragraph *page_add(struct page *page, enum role role, const char *text);
/* Adds one with a lead; lead_cols 0 means the lead's own width and a blank. */
struct paragraph *page_add_lead(struct page *page, enum role lead_role, const char *lead,
                                int lead_cols, enum role role, const char *text);
/* Adds what belongs under a name: a text with the name as its lead; in `lines` "NAME: text". */
struct paragraph *page_add_named(struct page *page, bool lines, enum role name_role,
                                 const char *name, int name_cols, enum role role, const char *text);
/* Gives the paragraph a tail, and an outdent that it has room in. */
void page_set_tail(struct page *page, struct paragraph *paragraph, enum role role,
                   const char *tail);
/* Makes the paragraph's lines about equally long at this width of the page, without more of them:
 * no word stands alone on the last one. */
void page_balance(struct paragraph *paragraph, int cols);
/* Columns the text stands right of the lead's start when the page has `cols`. */
int page_hang(const struct paragraph *paragraph, int cols);
/* Adds a paragraph in printf format. */
struct paragraph *page_addf(struct page *page, enum role role, const char *format, ...)
    PRINTF_LIKE(3, 4);
/* Marks the first place where `piece` (not yet adapted) stands in the paragraph's text. */
void page_mark(struct page *page, struct paragraph *paragraph, const char *piece, enum role role);
/* The same for the last place within the first place where `sentence` stands. */
void page_mark_within(struct page *page, struct paragraph *paragraph, const char *sentence,
                      const char *piece, enum role role);
/* An empty line between paragraphs. */
void page_gap(struct page *page);
/* Rows the page takes at this width. */
int page_rows(const struct page *page, int cols);
/* Draws the rows from `scroll` on into the rectangle. */
void page_draw(const struct page *page, struct frame *frame, int x, int y, int cols, int rows,
               int scroll);
/* How many rows the focused paragraph has with those beside it; 0 when there is none. */
int page_focus_rows(const struct page *page, int cols);
/* The scroll nearest to `scroll` at which the focused paragraph is in sight in so many rows, with
 * those beside it where there is room, else those behind it, else its beginning; `scroll` itself
 * when none is focused.
 * *all receives the rows of the whole page. */
int page_follow(const struct page *page, int cols, int rows, int scroll, int *all);
/* Appends the page as lines of at most `cols` columns. */
void page_write(const struct page *page, int cols, struct str *out);
/* The same to be read aloud or felt: a lead is the beginning of its sentence, with one blank behind
 * it, and nothing stands in columns. */
void page_tell(const struct page *page, int cols, struct str *out);

#endif
