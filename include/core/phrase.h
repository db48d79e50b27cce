/* A short text as words, and where phrases may be cut out of it.  core.
 * English small words (articles, prepositions, pronouns, auxiliaries …) say where a phrase begins;
 * in any other language only punctuation does. */
#ifndef SMQ_CORE_PHRASE_H
#define SMQ_CORE_PHRASE_H

#include "core/base.h"

enum { PHRASE_WORDS_MAX = 48 };

enum word_kind {
    WORD_CONTENT,
    WORD_NAMES, /* begins a phrase that names something: "the", "his", "which", "who" */
    WORD_OPENS, /* begins any other: a preposition, "to", "that", "if" */
    WORD_LINKS, /* "of" and "than": a phrase goes on over it */
    WORD_OWNS,  /* "baker's": a phrase goes on over it too, but may begin with it */
    WORD_JOINS, /* "and", "or", "but", or a dash: stands between phrases */
    WORD_WEAK   /* a pronoun, an auxiliary, "up": inside phrases */
};

struct phrase_word {
    size_t start, end; /* bytes of the text, without comma or stop behind */
    enum word_kind kind;
    bool stop;  /* punctuation follows */
    bool quote; /* a quotation is still open behind it */
};

struct phrase_text {
    const char *text; /* borrowed */
    bool english;     /* the small words are known, so that phrases can be told */
    struct phrase_word words[PHRASE_WORDS_MAX];
    int count;
};

/* Cuts a text into its words.  `language` as a bank names it ("en", "de-AT"); "" counts as
 * English.  False when there are more than PHRASE_WORDS_MAX. */
bool phrase_read(const char *text, const char *language, struct phrase_text *out);
/* Whether a phrase may begin with this word: at the text's start, behind punctuation, or where an
 * opening word follows one that is none. */
bool phrase_begins(const struct phrase_text *t, int word);
/* Whether a phrase may end with it. */
bool phrase_ends(const struct phrase_text *t, int word);
/* Whether two content words are the same but for case and ending ("visit", "visitors"). */
bool phrase_akin(const struct phrase_text *t, int one, int other);

#endif
