/* Questions to a person, an answer a line. */
#include "app/ask.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "app/say.h"
#include "core/page.h"

enum { COLS = 78, LINE_MAX_BYTES = 4096, DIGITS_MAX = 6 };

enum status ask_say(const char *text, int indent)
{
    struct page page;
    struct str lines = {0};
    page_init(&page, say_charset());
    page_add(&page, ROLE_TEXT, text)->indent = indent;
    page_write(&page, COLS, &lines);
    enum status status = say_out(str_text(&lines));
    page_free(&page);
    str_free(&lines);
    return status;
}

/* Reads a line; what is longer than any answer may be is dropped, which leaves it too long.  False
 * at the end of input. */
static bool read_line(struct str *line)
{
    int c;
    bool begun = false;
    str_clear(line);
    while ((c = getchar()) != EOF && c != '\n') {
        begun = true;
        if (c == '\0')
            c = '\x01'; /* would hide the rest; any control character will be refused */
        if (line->len < LINE_MAX_BYTES)
            str_addc(line, c == '\t' ? ' ' : (char)c);
    }
    while (line->len > 0 && strchr(" \r", line->data[line->len - 1]))
        line->data[--line->len] = '\0';
    size_t blanks = strspn(str_text(line), " ");
    if (blanks > 0) {
        line->len -= blanks;
        memmove(line->data, line->data + blanks, line->len + 1);
    }
    return c != EOF || begun;
}

enum status ask_next(struct str *line)
{
    bool terminal = isatty(STDIN_FILENO) == 1;
    if (terminal && say_out("> ") != STATUS_OK)
        return STATUS_IO;
    if (read_line(line))
        return STATUS_OK;
    if (terminal)
        say_out("\n");
    return STATUS_NO_INPUT;
}

enum status ask_line(const char *question, ask_check *check, const void *context,
                     struct str *answer)
{
    enum status status = ask_say("", 0);
    if (status == STATUS_OK)
        status = ask_say(question, 0);
    while (status == STATUS_OK && (status = ask_next(answer)) == STATUS_OK) {
        struct str why = {0};
        bool good = !check || check(str_text(answer), context, &why);
        if (!good)
            status = ask_say(str_text(&why), 0);
        str_free(&why);
        if (good)
            return STATUS_OK;
    }
    return status;
}

bool ask_is(const char *answer, bool yes)
{
    return strcasecmp(answer, yes ? "y" : "n") == 0 || strcasecmp(answer, yes ? "yes" : "no") == 0;
}

static bool check_yes(const char *answer, const void *context, struct str *why)
{
    (void)context;
    if (ask_is(answer, true) || ask_is(answer, false))
        return true;
    /* TRANSLATORS: the letters that are typed stay as they are. */
    str_add(why, _("Please type y or n."));
    return false;
}

enum status ask_yes(const char *question, bool *yes)
{
    struct str answer = {0};
    enum status status = ask_line(question, check_yes, NULL, &answer);
    *yes = status == STATUS_OK && ask_is(str_text(&answer), true);
    str_free(&answer);
    return status;
}

int ask_number(const char *answer, int most)
{
    size_t len = strlen(answer);
    if (len == 0 || len > DIGITS_MAX || strspn(answer, "0123456789") != len)
        return 0;
    long value = strtol(answer, NULL, 10);
    return value >= 1 && value <= most ? (int)value : 0;
}
