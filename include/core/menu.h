/* A list to choose from, with a few sentences around it; without items, a page to read.  core.
 * `struct menu m = {0}` is an empty one; free with menu_free. */
#ifndef SMQ_CORE_MENU_H
#define SMQ_CORE_MENU_H

#include "core/str.h"

struct menu_item {
    char *label;
    char *hint; /* a phrase beside the label; "" for none */
    int choice; /* what the item means to whoever made the menu */
};

struct menu {
    struct str title;
    struct str heading; /* sentences above the list; newlines separate paragraphs */
    struct str footing; /* the same below */
    struct menu_item *items;
    size_t len, cap;
};

/* Adds an item; both texts are copied. */
void menu_add(struct menu *menu, int choice, const char *label, const char *hint);
/* Appends what may be typed at a list of so many items. */
void menu_ask(int count, struct str *out);
void menu_free(struct menu *menu);

#endif
