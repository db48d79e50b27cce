/* What the description of the terminal (terminfo) says; includes term.h, but no curses. */
#include "ui/terminfo.h"

#include <stdlib.h>
#include <string.h>
#include <term.h>
#include <unistd.h>

enum { MOST_NAME = 128, MOST_COLORS = 256, TERMINFO_OK = 0 };

/* A name that can be looked up: a library may print or open what it is given. */
static bool name_is_sane(const char *name)
{
    size_t len = strlen(name);

    if (len > MOST_NAME)
        return false;
    for (size_t i = 0; i < len; i++)
        if (name[i] <= ' ' || name[i] > '~' || name[i] == '/')
            return false;
    return true;
}

/* A string of the description, NULL when it has none. */
static const char *capability(const char *name)
{
    const char *value = tigetstr(name);

    return value == (const char *)-1 ? NULL : value;
}

/* Whether there are as many colours as curses can keep a table of, or the description says how each
 * is made up ("RGB"); a damaged one may say billions, and curses would count them. */
static bool colors_are_sane(void)
{
    return tigetnum("colors") <= MOST_COLORS || tigetflag("RGB") > 0 || tigetnum("RGB") > 0 ||
           capability("RGB") != NULL;
}

enum terminfo_verdict terminfo_examine(void)
{
    const char *term = getenv("TERM");
    int status;

    if (term == NULL || *term == '\0' || strcmp(term, "dumb") == 0)
        return TERMINFO_PLAIN;
    if (!name_is_sane(term) || setupterm(term, STDOUT_FILENO, &status) != TERMINFO_OK)
        return TERMINFO_UNKNOWN;
    bool sane = colors_are_sane();
    if (sane && capability("cup") != NULL && tigetflag("hc") <= 0)
        return TERMINFO_GOOD; /* still loaded, for terminfo_leave */
    del_curterm(cur_term);
    return sane ? TERMINFO_PLAIN : TERMINFO_UNKNOWN;
}

/* Appends a capability as bytes, without the padding of old hardware ("$<50>"). */
static void add_capability(struct str *out, const char *name)
{
    const char *value = capability(name);

    while (value != NULL && *value != '\0') {
        const char *padding = strstr(value, "$<");
        const char *end = padding == NULL ? NULL : strchr(padding, '>');

        if (end == NULL) {
            str_add(out, value);
            return;
        }
        str_addn(out, value, (size_t)(padding - value));
        value = end + 1;
    }
}

void terminfo_leave(struct str *out, bool mouse)
{
    int status;

    if (cur_term == NULL && setupterm(NULL, STDOUT_FILENO, &status) != TERMINFO_OK)
        return;
    add_capability(out, "sgr0");
    add_capability(out, "op");
    add_capability(out, "cnorm");
    add_capability(out, "rmkx");
    if (mouse && capability("kmous") != NULL)
        str_add(out, "\033[?1006;1000l");
    /* Without a second screen, the prompt at least stands on an empty one. */
    add_capability(out, capability("rmcup") != NULL ? "rmcup" : "clear");
    del_curterm(cur_term);
}
