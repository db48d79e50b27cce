/* Codes that name a session: two words by chance, and a third one that checks them. */
#include "core/session_code.h"

#include <string.h>

#include "core/near.h"
#include "core/session_words.h"
#include "core/text.h"

enum {
    WORDS = 3,
    MISTYPED_MAX = 2,                            /* letters a word may be off and still be known */
    PIECE_MAX = SESSION_WORD_MAX + MISTYPED_MAX, /* letters */
    OFF_MAX = 3,                                 /* letters all words together may be off */
    LETTERS_MAX = WORDS * PIECE_MAX,
    SHOWN_MAX = 40 /* characters of what was typed in a sentence */
};

/* The letters that were typed, and where something parted them. */
struct typed {
    char letters[LETTERS_MAX + 1];
    int len;
    int breaks[LETTERS_MAX];
    int break_count;
};

/* What was typed, cut into words that it may have been meant to be. */
struct guess {
    int words[WORDS];
    int off; /* letters, in all words */
};

/* Twice a number of GF(2^7), by the primitive polynomial x^7 + x + 1. */
static int twice(int number)
{
    enum { POLYNOMIAL = 0x83, CARRY = 0x80 };
    number <<= 1;
    return number & CARRY ? number ^ POLYNOMIAL : number;
}

/* The third word: 2a + 4b + a constant, in GF(2^7).  Another word in one place changes the sum, and
 * so do two words in each other's place, because the factors 2, 4 and 1 differ.  The constant makes
 * a code of the manual's example. */
static int check_word(int a, int b)
{
    enum { CONSTANT = 86 };
    return twice(a) ^ twice(twice(b)) ^ CONSTANT;
}

static bool fits(const int words[WORDS])
{
    return check_word(words[0], words[1]) == words[2];
}

static void write_code(char code[SESSION_CODE_SIZE], const int words[WORDS])
{
    size_t len = 0;
    for (int i = 0; i < WORDS; i++) {
        const char *word = session_word(words[i]);
        size_t letters = strlen(word);
        if (i > 0)
            code[len++] = '-';
        memcpy(code + len, word, letters);
        len += letters;
    }
    code[len] = '\0';
}

void session_code_make(char code[SESSION_CODE_SIZE], struct rng *rng)
{
    int words[WORDS];
    do {
        words[0] = (int)rng_below(rng, SESSION_WORDS);
        words[1] = (int)rng_below(rng, SESSION_WORDS);
        words[2] = check_word(words[0], words[1]);
    } while (words[0] == words[1] || words[0] == words[2] || words[1] == words[2]);
    write_code(code, words);
}

/* Takes the letters out of a text; false when there is something in it that no code has, or more
 * than any. */
static bool take_letters(const char *text, struct typed *out)
{
    struct str ascii = {0};
    bool good = true, parted = false;
    *out = (struct typed){0};
    text_adapt(&ascii, text, CHARSET_ASCII);
    for (const char *at = str_text(&ascii); good && *at; at++) {
        char c = *at >= 'A' && *at <= 'Z' ? (char)(*at - 'A' + 'a') : *at;
        if (strchr(" -.", c)) {
            parted = true;
        } else if (c >= 'a' && c <= 'z' && out->len < LETTERS_MAX) {
            if (parted && out->len > 0)
                out->breaks[out->break_count++] = out->len;
            parted = false;
            out->letters[out->len++] = c;
        } else {
            good = false;
        }
    }
    str_free(&ascii);
    return good;
}

/* Reads three words to the letter, parted or not: as no word begins another one, there is one way
 * to. */
static bool read_words(const struct typed *typed, int words[WORDS])
{
    const char *at = typed->letters;
    for (int i = 0; i < WORDS; i++) {
        words[i] = session_word_begin(at);
        if (words[i] < 0)
            return false;
        at += strlen(session_word(words[i]));
    }
    return *at == '\0';
}

/* How many letters lie between a piece of what was typed and a word; more than OFF_MAX when it
 * cannot be a word. */
static int off_by(const char *letters, int len, int word)
{
    char piece[PIECE_MAX + 1];
    if (len < 1 || len > PIECE_MAX)
        return OFF_MAX + 1;
    memcpy(piece, letters, (size_t)len);
    piece[len] = '\0';
    int distance = near_distance(piece, session_word(word));
    return distance > MISTYPED_MAX ? OFF_MAX + 1 : distance;
}

/* Tries every word for the piece at `place` between the cuts, then for those behind it; keeps what
 * fits and is nearer than the best so far. */
static void try_words(const struct typed *typed, const int cuts[WORDS + 1], int place,
                      struct guess guess, struct guess *best)
{
    if (place == WORDS) {
        if (fits(guess.words))
            *best = guess;
        return;
    }
    int off = guess.off;
    for (int word = 0; word < SESSION_WORDS; word++) {
        int more = off_by(typed->letters + cuts[place], cuts[place + 1] - cuts[place], word);
        guess.off = off + more;
        guess.words[place] = word;
        if (guess.off < best->off)
            try_words(typed, cuts, place + 1, guess, best);
    }
}

static void try_cuts(const struct typed *typed, int first, int second, struct guess *best)
{
    const int cuts[] = {0, first, second, typed->len};
    try_words(typed, cuts, 0, (struct guess){.off = 0}, best);
}

/* What may have been meant; false when nothing comes near enough. */
static bool guess_words(const struct typed *typed, struct guess *best)
{
    *best = (struct guess){.off = OFF_MAX + 1};
    if (typed->break_count == WORDS - 1) {
        try_cuts(typed, typed->breaks[0], typed->breaks[1], best);
    } else {
        for (int first = 1; first <= PIECE_MAX; first++)
            for (int second = first + 1; second <= first + PIECE_MAX && second < typed->len;
                 second++)
                try_cuts(typed, first, second, best);
    }
    return best->off <= OFF_MAX;
}

/* The sentence for a text that is no code; always false. */
static bool refuse(const char *text, const struct typed *typed, bool words, struct err *e)
{
    struct str shown = {0};
    struct guess guess;
    char meant[SESSION_CODE_SIZE];
    text_show(&shown, text, SHOWN_MAX);
    if (words) {
        err_set(e, STATUS_USAGE,
                _("The words of “%s” do not fit together: one of them was misheard."),
                str_text(&shown));
    } else if (guess_words(typed, &guess)) {
        write_code(meant, guess.words);
        /* TRANSLATORS: what was typed, and a code that is like it. */
        err_set(e, STATUS_USAGE, _("“%s” is no session code. Did you mean “%s”?"), str_text(&shown),
                meant);
    } else {
        err_set(e, STATUS_USAGE,
                _("“%s” is no session code, which is three words such as “maple-tango-river”."),
                str_text(&shown));
    }
    str_free(&shown);
    return false;
}

bool session_code_read(const char *text, char code[SESSION_CODE_SIZE], struct err *e)
{
    struct typed typed;
    int words[WORDS];
    if (!take_letters(text, &typed))
        typed = (struct typed){0};
    bool known = read_words(&typed, words);
    if (!known || !fits(words))
        return refuse(text, &typed, known, e);
    write_code(code, words);
    return true;
}
