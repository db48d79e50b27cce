/* What tick sheets for paper say, in text and in HTML alike: which pages there are, and the lines
 * that are typed in.  core; plain values. */
#ifndef SMQ_CORE_TICK_SHEET_H
#define SMQ_CORE_TICK_SHEET_H

#include "core/session.h"
#include "core/str.h"

enum { TICK_SHEET_PAGES_MAX = 2 * FORM_COUNT + 1 };

/* What is printed of a session. */
struct tick_sheet {
    const struct session *session;
    const char *name;       /* what names it in a command line, e.g. its code */
    bool parts[PART_COUNT]; /* those the session lacks are left out */
    bool forms[FORM_COUNT]; /* of the tests */
};

/* One sheet, or one key. */
struct tick_page {
    enum part part; /* PART_NONE: a form, before and after */
    enum form form; /* FORM_A for practice */
    const struct session_items *items;
};

/* The sheets, part by part; the keys, one for each list of cards.  Both return how many. */
int tick_sheet_pages(const struct tick_sheet *sheet, struct tick_page pages[TICK_SHEET_PAGES_MAX]);
int tick_sheet_keys(const struct tick_sheet *sheet, struct tick_page keys[TICK_SHEET_PAGES_MAX]);

/* Append: what a page is called ("Before, form A", "Practice", "Form A, before and after"); what a
 * person is to do; what stands before the line for the name; and the right letters, in groups of
 * five ("smmsm mss"). */
void tick_sheet_title(const struct tick_page *page, struct str *out);
void tick_sheet_task(const struct tick_page *page, const struct bank *bank, struct str *out);
const char *tick_sheet_name(const struct session *session);
void tick_sheet_letters(const struct tick_page *page, const struct bank *bank, struct str *out);
/* What the trainer is told about giving them out and typing them in, a paragraph each; 0, 1, …
 * until it is NULL. */
const char *tick_sheet_advice(const struct tick_sheet *sheet, int number);

#endif
