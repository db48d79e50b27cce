/* A frame as somebody sees it who sees no colours: characters, bold, underline and reverse as the
 * theme "mono" has them. */
#ifndef SMQ_TESTS_SCREENS_BARE_H
#define SMQ_TESTS_SCREENS_BARE_H

#include <string.h>

#include "core/frame.h"
#include "ui/theme.h"

/* The cell's role as far as it shows: a blank looks the same in any that marks no ground. */
static inline enum role bare_role(const struct cell *cell)
{
    const struct look *look = &theme_find("mono")->looks[cell->role];
    bool blank = strcmp(cell->text, " ") == 0 && !look->underline && !look->reverse;
    return blank ? ROLE_TEXT : (enum role)cell->role;
}

/* Appends the frame's cells: the text of each, and a letter for what stands out. */
static inline void bare_write(const struct frame *f, struct str *out)
{
    for (int i = 0; i < f->width * f->height; i++) {
        const struct look *look = &theme_find("mono")->looks[bare_role(&f->cells[i])];
        str_add(out, f->cells[i].text);
        str_addc(out, (char)('a' + look->bold + 2 * look->underline + 4 * look->reverse));
    }
}

#endif
