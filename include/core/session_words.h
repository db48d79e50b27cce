/* The words that session codes are made of.  core.
 * Chosen to be told apart over a bad line and when mistyped: any two differ in three letters or
 * more, in their Soundex code and in their consonants; none begins another one. */
#ifndef SMQ_CORE_SESSION_WORDS_H
#define SMQ_CORE_SESSION_WORDS_H

enum {
    SESSION_WORDS = 128,
    SESSION_WORD_MAX = 6 /* letters, [a-z] */
};

/* The word of this number, 0 … SESSION_WORDS - 1; they are in alphabetical order. */
const char *session_word(int number);
/* The number of the word that `text` begins with, or -1. */
int session_word_begin(const char *text);

#endif
