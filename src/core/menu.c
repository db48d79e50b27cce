/* A list to choose from, with a few sentences around it. */
#include "core/menu.h"

#include <stdlib.h>
#include <string.h>

#include "core/xmalloc.h"

static char *copy(const char *text)
{
    size_t size = strlen(text) + 1;
    return memcpy(xcalloc(size, 1), text, size);
}

void menu_add(struct menu *menu, int choice, const char *label, const char *hint)
{
    menu->items = xgrow(menu->items, menu->len, &menu->cap, sizeof *menu->items);
    menu->items[menu->len++] =
        (struct menu_item){.label = copy(label), .hint = copy(hint), .choice = choice};
}

void menu_ask(int count, struct str *out)
{
    /* TRANSLATORS: the letters that are typed stay as they are. */
    str_addf(out, _("Type a number from 1 to %d, h for help, or q to leave."), count);
}

void menu_free(struct menu *menu)
{
    for (size_t i = 0; i < menu->len; i++) {
        free(menu->items[i].label);
        free(menu->items[i].hint);
    }
    free(menu->items);
    str_free(&menu->title);
    str_free(&menu->heading);
    str_free(&menu->footing);
    *menu = (struct menu){0};
}
