/* The tokens of libconfig's language, with their lines.  core.
 * Knows strings and comments as libconfig does, so that what stands in them is not mistaken. */
#ifndef SMQ_CORE_CONF_TOKEN_H
#define SMQ_CORE_CONF_TOKEN_H

#include "core/base.h"

enum conf_token {
    CONF_TOKEN_END,
    CONF_TOKEN_NAME,
    CONF_TOKEN_STRING,
    CONF_TOKEN_NUMBER, /* whole, with a point, or hexadecimal */
    CONF_TOKEN_BOOL,
    CONF_TOKEN_EQUALS,    /* = or : */
    CONF_TOKEN_COMMA,     /* , */
    CONF_TOKEN_SEMICOLON, /* ; */
    CONF_TOKEN_OPEN,      /* ( [ { */
    CONF_TOKEN_CLOSE,     /* ) ] } */
    /* What cannot be read on: */
    CONF_TOKEN_INCLUDE,      /* @include */
    CONF_TOKEN_OPEN_COMMENT, /* a comment that never ends */
    CONF_TOKEN_OPEN_STRING,  /* a text that does not end on its line */
    CONF_TOKEN_NUL_ESCAPE,   /* \x00 in a text */
    CONF_TOKEN_BIG_NUMBER,   /* a whole number outside int */
    CONF_TOKEN_BAD_NUMBER,
    CONF_TOKEN_GARBAGE /* a character that means nothing here */
};

struct conf_lexer {
    const char *at, *end; /* what is still to be read */
    int line;             /* of `at`, from 1 */
    const char *start;    /* the last token: its first byte, its length and its line */
    size_t len;
    int token_line;
};

void conf_lexer_start(struct conf_lexer *lexer, const char *bytes, size_t len);
/* Reads the next token; CONF_TOKEN_END again and again at the end. */
enum conf_token conf_lexer_next(struct conf_lexer *lexer);

#endif
