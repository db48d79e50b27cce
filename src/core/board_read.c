/* Reads a line that places activities of the board, as plain mode and scripts write it. */
#include "core/board_read.h"

#include <string.h>

#include "core/text.h"

enum { SHOWN_MAX = 20, NUMBER_MAX = 1000 };

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == ',';
}

static const char *skip_blanks(const char *at)
{
    while (is_blank(*at))
        at++;
    return at;
}

static char lower(char byte)
{
    return (char)(byte >= 'A' && byte <= 'Z' ? byte - 'A' + 'a' : byte);
}

static bool is_word(const char *at, size_t len, const char *word)
{
    for (size_t i = 0; i < len; i++)
        if (lower(at[i]) != word[i])
            return false;
    return word[len] == '\0';
}

/* The side that the piece names, and *at behind it; SIDE_NONE when it names none. */
static enum side read_side(const char **at)
{
    size_t len = 0;
    while (lower((*at)[len]) >= 'a' && lower((*at)[len]) <= 'z')
        len++;
    enum side side = SIDE_NONE;
    for (int i = 0; len > 0 && i < SIDE_COUNT; i++) {
        const char *id = side_id((enum side)i);
        if (is_word(*at, len, id) || (len == 1 && lower(**at) == id[0]))
            side = (enum side)i;
    }
    *at += len;
    return side;
}

static int read_number(const char **at)
{
    int number = 0;
    for (; **at >= '0' && **at <= '9'; (*at)++)
        number = number < NUMBER_MAX ? number * 10 + (**at - '0') : number;
    return number;
}

/* What stands at `at`, up to the next blank, fit to be shown. */
static bool no_number(const char *at, struct err *e)
{
    struct str piece = {0}, shown = {0};
    size_t len = 0;
    while (at[len] != '\0' && !is_blank(at[len]))
        len++;
    str_addn(&piece, at, len);
    text_show(&shown, str_text(&piece), SHOWN_MAX);
    /* TRANSLATORS: the letters that are typed stay as they are. */
    err_set(e, STATUS_USAGE, _("“%s” does not begin with a number; write it like this: 1m 2s 3s?"),
            str_text(&shown));
    str_free(&piece);
    str_free(&shown);
    return false;
}

static bool read_piece(const char **at, int count, struct placing *placing, struct err *e)
{
    if (**at < '0' || **at > '9')
        return no_number(*at, e);
    int number = read_number(at);
    if (number < 1 || number > count)
        return err_set(e, STATUS_USAGE, _("There is no number %d; they go from 1 to %d."), number,
                       count);
    *at = skip_blanks(*at);
    struct placing *place = &placing[number - 1];
    enum side side = read_side(at);
    if (side == SIDE_NONE)
        return err_set(e, STATUS_USAGE,
                       /* TRANSLATORS: the same number each time; s and m are letters to type,
                          whatever the language. */
                       _("Number %d needs a side: %ds for sales, %dm for marketing."), number,
                       number, number);
    if (place->placed)
        return err_set(e, STATUS_USAGE, _("Number %d stands there twice."), number);
    const char *behind = skip_blanks(*at);
    *place = (struct placing){.placed = true, .side = side, .unsure = *behind == '?'};
    *at = *behind == '?' ? behind + 1 : behind;
    return true;
}

bool board_read(const char *line, int count, struct placing *placing, struct err *e)
{
    for (int i = 0; i < count; i++)
        placing[i] = (struct placing){.side = SIDE_NONE};
    for (const char *at = skip_blanks(line); *at != '\0'; at = skip_blanks(at))
        if (!read_piece(&at, count, placing, e))
            return false;
    return true;
}
