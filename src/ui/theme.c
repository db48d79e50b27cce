/* How each role looks: colours and attributes as data, without curses. */
#include "ui/theme.h"

#include <string.h>

/* The eight colours every colour terminal has, by their ANSI numbers. */
enum { BLACK, RED, GREEN, YELLOW, BLUE, MAGENTA, CYAN, WHITE, PLAIN = THEME_DEFAULT_COLOR };

/* Contrast is at least 6:1 on black in "dark", 4.5:1 on white in "light", and 7:1 in
 * "high-contrast" (WCAG 2.1, 1.4.3 and 1.4.6), with eight colours too, which some terminals
 * brighten in bold: on white, only blue stands that.  Nothing is dim: how pale that is, terminals
 * do not agree on. */
static const struct theme themes[] = {
    {.name = "dark",
     .paper = PLAIN,
     .looks = {[ROLE_TEXT] = {.color256 = PLAIN, .color8 = PLAIN},
               [ROLE_TITLE] = {.color256 = PLAIN, .color8 = PLAIN, .bold = true},
               [ROLE_DIM] = {.color256 = 246, .color8 = PLAIN},
               [ROLE_STRONG] = {.color256 = PLAIN, .color8 = PLAIN, .bold = true},
               [ROLE_SALES] = {.color256 = 214, .color8 = YELLOW, .bold = true},
               [ROLE_MARKETING] = {.color256 = 74, .color8 = CYAN, .bold = true},
               [ROLE_RIGHT] = {.color256 = 36, .color8 = GREEN, .bold = true},
               [ROLE_WRONG] = {.color256 = 175, .color8 = PLAIN, .bold = true},
               [ROLE_CUE] = {.color256 = PLAIN, .color8 = PLAIN, .bold = true, .underline = true},
               [ROLE_KEY] = {.color256 = PLAIN, .color8 = PLAIN, .bold = true},
               [ROLE_BORDER] = {.color256 = 246, .color8 = PLAIN},
               [ROLE_SELECTED] = {.color256 = PLAIN, .color8 = PLAIN, .reverse = true},
               [ROLE_NOTICE] = {.color256 = 227, .color8 = PLAIN, .bold = true}}},
    {.name = "light",
     .paper = PLAIN,
     .looks = {[ROLE_TEXT] = {.color256 = PLAIN, .color8 = PLAIN},
               [ROLE_TITLE] = {.color256 = PLAIN, .color8 = PLAIN, .bold = true},
               [ROLE_DIM] = {.color256 = 241, .color8 = PLAIN},
               [ROLE_STRONG] = {.color256 = PLAIN, .color8 = PLAIN, .bold = true},
               [ROLE_SALES] = {.color256 = 130, .color8 = PLAIN, .bold = true},
               [ROLE_MARKETING] = {.color256 = 25, .color8 = BLUE, .bold = true},
               [ROLE_RIGHT] = {.color256 = 29, .color8 = PLAIN, .bold = true},
               [ROLE_WRONG] = {.color256 = 125, .color8 = PLAIN, .bold = true},
               [ROLE_CUE] = {.color256 = PLAIN, .color8 = PLAIN, .bold = true, .underline = true},
               [ROLE_KEY] = {.color256 = PLAIN, .color8 = PLAIN, .bold = true},
               [ROLE_BORDER] = {.color256 = 241, .color8 = PLAIN},
               [ROLE_SELECTED] = {.color256 = PLAIN, .color8 = PLAIN, .reverse = true},
               [ROLE_NOTICE] = {.color256 = 58, .color8 = PLAIN, .bold = true}}},
    {.name = "mono",
     .paper = PLAIN,
     .looks = {[ROLE_TEXT] = {.color256 = PLAIN, .color8 = PLAIN},
               [ROLE_TITLE] = {.color256 = PLAIN, .color8 = PLAIN, .bold = true},
               [ROLE_DIM] = {.color256 = PLAIN, .color8 = PLAIN},
               [ROLE_STRONG] = {.color256 = PLAIN, .color8 = PLAIN, .bold = true},
               [ROLE_SALES] = {.color256 = PLAIN, .color8 = PLAIN, .bold = true},
               [ROLE_MARKETING] = {.color256 = PLAIN, .color8 = PLAIN, .bold = true},
               [ROLE_RIGHT] = {.color256 = PLAIN, .color8 = PLAIN, .bold = true},
               [ROLE_WRONG] = {.color256 = PLAIN, .color8 = PLAIN, .bold = true, .reverse = true},
               [ROLE_CUE] = {.color256 = PLAIN, .color8 = PLAIN, .bold = true, .underline = true},
               [ROLE_KEY] = {.color256 = PLAIN, .color8 = PLAIN, .bold = true},
               [ROLE_BORDER] = {.color256 = PLAIN, .color8 = PLAIN},
               [ROLE_SELECTED] = {.color256 = PLAIN, .color8 = PLAIN, .reverse = true},
               [ROLE_NOTICE] = {.color256 = PLAIN, .color8 = PLAIN, .bold = true}}},
    {.name = "high-contrast",
     .paper = BLACK,
     .looks = {[ROLE_TEXT] = {.color256 = 231, .color8 = WHITE},
               [ROLE_TITLE] = {.color256 = 231, .color8 = WHITE, .bold = true},
               [ROLE_DIM] = {.color256 = 231, .color8 = WHITE},
               [ROLE_STRONG] = {.color256 = 231, .color8 = WHITE, .bold = true},
               [ROLE_SALES] = {.color256 = 220, .color8 = YELLOW, .bold = true},
               [ROLE_MARKETING] = {.color256 = 51, .color8 = CYAN, .bold = true},
               [ROLE_RIGHT] = {.color256 = 231, .color8 = WHITE, .bold = true},
               [ROLE_WRONG] = {.color256 = 231, .color8 = WHITE, .bold = true, .reverse = true},
               [ROLE_CUE] = {.color256 = 231, .color8 = WHITE, .bold = true, .underline = true},
               [ROLE_KEY] = {.color256 = 231, .color8 = WHITE, .bold = true, .underline = true},
               [ROLE_BORDER] = {.color256 = 231, .color8 = WHITE},
               [ROLE_SELECTED] = {.color256 = 231, .color8 = WHITE, .bold = true, .reverse = true},
               [ROLE_NOTICE] = {.color256 = 226, .color8 = YELLOW, .bold = true}}},
};

const struct theme *theme_find(const char *name)
{
    for (size_t i = 0; i < ARRAY_LEN(themes); i++)
        if (strcmp(themes[i].name, name) == 0)
            return &themes[i];
    return NULL;
}

const char *theme_name(size_t row)
{
    return row < ARRAY_LEN(themes) ? themes[row].name : NULL;
}
