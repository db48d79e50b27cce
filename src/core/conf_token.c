/* Cuts libconfig's language into tokens, by the rules of libconfig's own scanner. */
#include "core/conf_token.h"

#include <limits.h>
#include <string.h>

void conf_lexer_start(struct conf_lexer *lexer, const char *bytes, size_t len)
{
    *lexer = (struct conf_lexer){.at = bytes, .end = bytes + len, .line = 1};
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static int hex_value(char c)
{
    if (is_digit(c))
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

static bool starts_with(const char *at, const char *end, const char *text)
{
    size_t len = strlen(text);
    return (size_t)(end - at) >= len && memcmp(at, text, len) == 0;
}

static void skip_line(struct conf_lexer *lexer)
{
    const char *end = memchr(lexer->at, '\n', (size_t)(lexer->end - lexer->at));
    lexer->at = end == NULL ? lexer->end : end;
}

/* Passes a comment that begins with slash and star; false when it never ends. */
static bool skip_comment(struct conf_lexer *lexer)
{
    for (lexer->at += 2; lexer->at < lexer->end; lexer->at++) {
        if (starts_with(lexer->at, lexer->end, "*/")) {
            lexer->at += 2;
            return true;
        }
        if (*lexer->at == '\n')
            lexer->line++;
    }
    return false;
}

static void skip_spaces(struct conf_lexer *lexer)
{
    const char *at = lexer->at;
    for (; at < lexer->end && (*at == ' ' || *at == '\n' || *at == '\t' || *at == '\r'); at++)
        lexer->line += *at == '\n';
    lexer->at = at;
}

/* Passes blanks and comments; false, with the token's start there, at a comment without end. */
static bool skip_blanks(struct conf_lexer *lexer)
{
    for (;;) {
        skip_spaces(lexer);
        if (starts_with(lexer->at, lexer->end, "/*")) {
            lexer->start = lexer->at;
            lexer->token_line = lexer->line;
            if (!skip_comment(lexer))
                return false;
        } else if (starts_with(lexer->at, lexer->end, "#") ||
                   starts_with(lexer->at, lexer->end, "//")) {
            skip_line(lexer);
        } else {
            return true;
        }
    }
}

/* The quote that ends a text without escapes, or NULL when it has some or does not end on its line.
 * Most of a file is such texts. */
static const char *plain_text_end(const char *at, const char *end)
{
    const char *quote = memchr(at, '"', (size_t)(end - at));
    if (quote == NULL || memchr(at, '\\', (size_t)(quote - at)) != NULL)
        return NULL;
    return memchr(at, '\n', (size_t)(quote - at)) == NULL ? quote : NULL;
}

static enum conf_token read_string(struct conf_lexer *lexer)
{
    enum conf_token token = CONF_TOKEN_STRING;
    const char *at = lexer->at + 1, *end = lexer->end, *plain = plain_text_end(at, end);
    if (plain != NULL)
        at = plain;
    for (; at < end && *at != '"' && *at != '\n'; at++) {
        if (*at != '\\')
            continue;
        if (starts_with(at, end, "\\x00") || starts_with(at, end, "\\X00"))
            token = CONF_TOKEN_NUL_ESCAPE;
        if (starts_with(at, end, "\\\\") || starts_with(at, end, "\\\""))
            at++;
    }
    bool closed = at < end && *at == '"';
    lexer->at = at + closed;
    return closed ? token : CONF_TOKEN_OPEN_STRING;
}

static size_t count_digits(const char *at, const char *end)
{
    const char *start = at;
    while (at < end && is_digit(*at))
        at++;
    return (size_t)(at - start);
}

/* The L or LL that a whole number may end in. */
static const char *skip_suffix(const char *at, const char *end)
{
    for (int i = 0; i < 2 && at < end && *at == 'L'; i++)
        at++;
    return at;
}

/* A whole number in [at, end): the token it is, judged by its size. */
static enum conf_token judge_whole(const char *at, const char *end, int base, bool negative)
{
    int64_t value = 0, max = negative ? -(int64_t)INT_MIN : INT_MAX;
    for (; at < end && *at != 'L'; at++) {
        value = value * base + hex_value(*at);
        if (value > max)
            return CONF_TOKEN_BIG_NUMBER;
    }
    return CONF_TOKEN_NUMBER;
}

/* Where a number with a point or an exponent ends, after its whole part; NULL when it is none. */
static const char *skip_fraction(const char *at, const char *end)
{
    if (at < end && *at == '.') {
        at++;
        at += count_digits(at, end);
    }
    if (at < end && (*at == 'e' || *at == 'E')) {
        at++;
        if (at < end && (*at == '+' || *at == '-'))
            at++;
        size_t digits = count_digits(at, end);
        return digits == 0 ? NULL : at + digits;
    }
    return at;
}

static enum conf_token read_number(struct conf_lexer *lexer)
{
    const char *at = lexer->at, *end = lexer->end;
    enum conf_token token = CONF_TOKEN_BAD_NUMBER;
    bool negative = *at == '-';
    if (*at == '+' || *at == '-')
        at++;
    if (at == lexer->at && end - at > 2 && at[0] == '0' && (at[1] == 'x' || at[1] == 'X')) {
        const char *digits = at + 2;
        for (at = digits; at < end && hex_value(*at) >= 0; at++)
            ;
        if (at > digits)
            token = judge_whole(digits, at, 16, false);
        at = skip_suffix(at, end);
    } else {
        const char *digits = at;
        at += count_digits(at, end);
        bool whole = at > digits;
        if (whole && (at == end || (*at != '.' && *at != 'e' && *at != 'E'))) {
            token = judge_whole(digits, at, 10, negative);
            at = skip_suffix(at, end);
        } else {
            const char *after = skip_fraction(at, end);
            if (after != NULL && (whole || after > at + 1)) {
                token = CONF_TOKEN_NUMBER;
                at = after;
            }
        }
    }
    /* libconfig would cut "12ab" or "1.2.3" in two; nobody means that */
    for (; at < end && (is_letter(*at) || is_digit(*at) || *at == '_' || *at == '.'); at++)
        token = CONF_TOKEN_BAD_NUMBER;
    lexer->at = at;
    return token;
}

static bool is_word(const struct conf_lexer *lexer, const char *word)
{
    size_t i = 0;
    for (; word[i] != '\0'; i++) {
        if (i == lexer->len || (lexer->start[i] | 0x20) != word[i])
            return false;
    }
    return i == lexer->len;
}

static enum conf_token read_name(struct conf_lexer *lexer)
{
    while (lexer->at < lexer->end &&
           (is_letter(*lexer->at) || is_digit(*lexer->at) || memchr("*-_", *lexer->at, 3) != NULL))
        lexer->at++;
    lexer->len = (size_t)(lexer->at - lexer->start);
    return is_word(lexer, "true") || is_word(lexer, "false") ? CONF_TOKEN_BOOL : CONF_TOKEN_NAME;
}

static enum conf_token read_sign(struct conf_lexer *lexer)
{
    switch (*lexer->at++) {
    case '=':
    case ':':
        return CONF_TOKEN_EQUALS;
    case ',':
        return CONF_TOKEN_COMMA;
    case ';':
        return CONF_TOKEN_SEMICOLON;
    case '(':
    case '[':
    case '{':
        return CONF_TOKEN_OPEN;
    case ')':
    case ']':
    case '}':
        return CONF_TOKEN_CLOSE;
    default: /* the whole character, so that it can be shown */
        while (lexer->at < lexer->end && ((unsigned char)*lexer->at & 0xc0) == 0x80)
            lexer->at++;
        return CONF_TOKEN_GARBAGE;
    }
}

enum conf_token conf_lexer_next(struct conf_lexer *lexer)
{
    enum conf_token token = CONF_TOKEN_END;
    if (!skip_blanks(lexer))
        return CONF_TOKEN_OPEN_COMMENT;
    lexer->start = lexer->at;
    lexer->token_line = lexer->line;
    if (lexer->at < lexer->end) {
        char c = *lexer->at;
        if (c == '"')
            token = read_string(lexer);
        else if (is_letter(c) || c == '*')
            token = read_name(lexer);
        else if (is_digit(c) || c == '+' || c == '-' || c == '.')
            token = read_number(lexer);
        else if (starts_with(lexer->at, lexer->end, "@include"))
            token = CONF_TOKEN_INCLUDE;
        else
            token = read_sign(lexer);
    }
    lexer->len = (size_t)(lexer->at - lexer->start);
    return token;
}
