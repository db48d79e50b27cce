/* Vets a libconfig file's grammar and limits token by token, so that its faults get good names. */
#include "core/conf_scan.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "core/conf_text.h"
#include "core/conf_token.h"

/* What the grammar lets come next. */
enum want { WANT_NAME, WANT_EQUALS, WANT_VALUE, WANT_SEPARATOR };

struct member {
    const char *name;
    size_t len;
    int line;
};

/* A group or list that is still open; the file itself is the outermost group. */
struct level {
    char open; /* '{', '(' or '[' */
    int line;
    size_t count; /* of members or elements so far */
    struct member members[CONF_MEMBERS_MAX];
};

struct scan {
    struct conf_lexer lexer;
    enum conf_token token, before; /* the last one, and the one before it */
    const char *file;
    struct faults *faults;
    struct str shown; /* the last token, fit for a complaint */
    enum want want;
    size_t values;
    size_t depth; /* levels[depth] is the innermost */
    struct level levels[CONF_DEPTH_MAX + 1];
};

/* Adds a complaint about the last token; always false. */
static bool PRINTF_LIKE(2, 3) complain(struct scan *scan, const char *format, ...)
{
    struct str text = {0};
    va_list values;
    va_start(values, format);
    str_addv(&text, format, values);
    va_end(values);
    faults_add(scan->faults, FAULT_ERROR, (struct place){scan->file, scan->lexer.token_line}, "%s",
               str_text(&text));
    str_free(&text);
    return false;
}

/* The last token for a complaint; valid until the next call. */
static const char *shown(struct scan *scan)
{
    str_clear(&scan->shown);
    conf_text_quote(&scan->shown, scan->lexer.start, scan->lexer.len);
    return str_text(&scan->shown);
}

static char closer_of(char open)
{
    if (open == '{')
        return '}';
    return open == '(' ? ')' : ']';
}

/* What the lexer could not read on; true when the token is fine. */
static bool check_token(struct scan *scan)
{
    switch (scan->token) {
    case CONF_TOKEN_INCLUDE:
        return complain(scan, _("@include is not allowed: put the settings into this file"));
    case CONF_TOKEN_OPEN_COMMENT:
        return complain(scan, _("the comment that begins here never ends: \"*/\" is missing"));
    case CONF_TOKEN_OPEN_STRING:
        return complain(scan, _("the text that begins here does not end on its line: a quote is "
                                "missing"));
    case CONF_TOKEN_NUL_ESCAPE:
        return complain(scan, _("\"\\x00\" cannot stand in a text"));
    case CONF_TOKEN_BIG_NUMBER:
        return complain(scan, _("the number %s is too large"), shown(scan));
    case CONF_TOKEN_BAD_NUMBER:
        return complain(scan, _("\"%s\" is no number; a text needs quotes"), shown(scan));
    case CONF_TOKEN_GARBAGE:
        return complain(scan, _("\"%s\" means nothing here; a text stands in straight quotes"),
                        shown(scan));
    case CONF_TOKEN_END:
    case CONF_TOKEN_NAME:
    case CONF_TOKEN_STRING:
    case CONF_TOKEN_NUMBER:
    case CONF_TOKEN_BOOL:
    case CONF_TOKEN_EQUALS:
    case CONF_TOKEN_COMMA:
    case CONF_TOKEN_SEMICOLON:
    case CONF_TOKEN_OPEN:
    case CONF_TOKEN_CLOSE:
        break;
    }
    return true;
}

static bool take_name(struct scan *scan)
{
    struct level *level = &scan->levels[scan->depth];
    struct member name = {scan->lexer.start, scan->lexer.len, scan->lexer.token_line};
    if (level->count == CONF_MEMBERS_MAX)
        return complain(scan, _("one group has more than %d settings"), CONF_MEMBERS_MAX);
    for (size_t i = 0; i < level->count; i++) {
        const struct member *other = &level->members[i];
        if (other->len == name.len && memcmp(other->name, name.name, name.len) == 0)
            return complain(scan, _("\"%s\" is set twice in one group, first on line %d"),
                            shown(scan), other->line);
    }
    level->members[level->count++] = name;
    scan->want = WANT_EQUALS;
    return true;
}

static bool take_open(struct scan *scan)
{
    if (scan->levels[scan->depth].open == '[')
        return complain(scan, _("\"[ ]\" holds plain values only; a list of groups or lists is "
                                "written in \"( )\""));
    if (scan->depth == CONF_DEPTH_MAX)
        return complain(scan, _("groups and lists are nested more than %d deep"), CONF_DEPTH_MAX);
    struct level *level = &scan->levels[++scan->depth];
    level->open = *scan->lexer.start;
    level->line = scan->lexer.token_line;
    level->count = 0;
    scan->want = level->open == '{' ? WANT_NAME : WANT_VALUE;
    return true;
}

static bool take_close(struct scan *scan)
{
    const struct level *level = &scan->levels[scan->depth];
    char close = *scan->lexer.start;
    if (scan->depth == 0)
        return complain(scan, _("\"%c\" closes nothing"), close);
    if (close != closer_of(level->open))
        /* TRANSLATORS: the bracket there is, the one there should be, and the one it would close.
         */
        return complain(scan, _("\"%c\" stands where \"%c\" should close the \"%c\" of line %d"),
                        close, closer_of(level->open), level->open, level->line);
    if (scan->before == CONF_TOKEN_COMMA && level->open != '{')
        return complain(scan, _("the comma before \"%c\" is too much"), close);
    scan->depth--;
    scan->want = WANT_SEPARATOR;
    return true;
}

static bool take_value(struct scan *scan)
{
    struct level *level = &scan->levels[scan->depth];
    if (++scan->values > CONF_VALUES_MAX)
        return complain(scan, _("the file has more than %d values"), CONF_VALUES_MAX);
    if (level->open != '{' && ++level->count > CONF_ELEMENTS_MAX)
        return complain(scan, _("the list has more than %d elements"), CONF_ELEMENTS_MAX);
    if (scan->token == CONF_TOKEN_STRING && scan->lexer.len > CONF_TEXT_MAX)
        return complain(scan, _("the text has more than %d bytes"), CONF_TEXT_MAX);
    if (scan->token == CONF_TOKEN_OPEN)
        return take_open(scan);
    scan->want = WANT_SEPARATOR;
    return true;
}

static bool is_value(enum conf_token token)
{
    return token == CONF_TOKEN_STRING || token == CONF_TOKEN_NUMBER || token == CONF_TOKEN_BOOL ||
           token == CONF_TOKEN_OPEN;
}

static bool step_name(struct scan *scan)
{
    if (scan->token == CONF_TOKEN_NAME)
        return take_name(scan);
    if (scan->token == CONF_TOKEN_CLOSE)
        return take_close(scan);
    if (is_value(scan->token))
        return complain(scan, _("the value %s stands here without a name and \"=\""), shown(scan));
    return complain(scan, _("\"%s\" is too much here"), shown(scan));
}

static bool step_equals(struct scan *scan)
{
    if (scan->token == CONF_TOKEN_END)
        return complain(scan, _("the file ends where \"=\" should follow a name"));
    if (scan->token != CONF_TOKEN_EQUALS)
        return complain(scan, _("\"=\" is missing before %s, or a quote is missing before it"),
                        shown(scan));
    scan->want = WANT_VALUE;
    return true;
}

static bool step_value(struct scan *scan)
{
    if (is_value(scan->token))
        return take_value(scan);
    if (scan->token == CONF_TOKEN_NAME)
        return complain(scan, _("\"%s\" is no value; a text needs quotes"), shown(scan));
    if (scan->token == CONF_TOKEN_CLOSE && scan->before != CONF_TOKEN_EQUALS)
        return take_close(scan);
    return complain(scan, _("a value is missing here or just before"));
}

static bool step_separator(struct scan *scan)
{
    bool in_group = scan->levels[scan->depth].open == '{';
    if (scan->token == CONF_TOKEN_CLOSE)
        return take_close(scan);
    if (scan->token == CONF_TOKEN_COMMA || (in_group && scan->token == CONF_TOKEN_SEMICOLON)) {
        scan->want = in_group ? WANT_NAME : WANT_VALUE;
        return true;
    }
    if (in_group && scan->token == CONF_TOKEN_NAME) /* libconfig lets the semicolon be left out */
        return take_name(scan);
    if (in_group && scan->token == CONF_TOKEN_STRING && scan->before == CONF_TOKEN_STRING)
        return complain(scan, _("a second text follows a text; a quote in a text is written \\\""));
    if (in_group)
        return complain(scan, _("\"%s\" is too much here"), shown(scan));
    return complain(scan, _("a comma is missing here or just before"));
}

/* Takes in the token just read, which is not the end. */
static bool step(struct scan *scan)
{
    if (!check_token(scan))
        return false;
    switch (scan->want) {
    case WANT_NAME:
        return step_name(scan);
    case WANT_EQUALS:
        return step_equals(scan);
    case WANT_VALUE:
        return step_value(scan);
    case WANT_SEPARATOR:
        return step_separator(scan);
    }
    return false;
}

/* The file ends: nothing may be open. */
static bool finish(struct scan *scan)
{
    const struct level *level = &scan->levels[scan->depth];
    if (scan->depth > 0) {
        faults_add(scan->faults, FAULT_ERROR, (struct place){scan->file, level->line},
                   _("the \"%c\" here is never closed"), level->open);
        return false;
    }
    if (scan->want == WANT_EQUALS)
        return step_equals(scan);
    return scan->want == WANT_VALUE ? step_value(scan) : true;
}

bool conf_scan(const char *bytes, size_t len, const char *file, struct faults *faults)
{
    if (!conf_text_check(bytes, len, file, faults))
        return false;
    struct scan *scan = xcalloc(1, sizeof *scan); /* too large for a small stack */
    scan->file = file;
    scan->faults = faults;
    scan->levels[0].open = '{';
    conf_lexer_start(&scan->lexer, bytes, len);
    bool good = true;
    while (good && (scan->token = conf_lexer_next(&scan->lexer)) != CONF_TOKEN_END) {
        good = step(scan);
        scan->before = scan->token;
    }
    good = good && finish(scan);
    str_free(&scan->shown);
    free(scan);
    return good;
}
