/* The short code a run of a session ends with: one big number in Crockford's base 32. */
#include "core/result_code.h"

#include <string.h>

#include "core/bank_fingerprint.h"
#include "core/big_number.h"
#include "core/hash.h"
#include "core/rng.h"
#include "core/text.h"

enum {
    SESSION_BITS = 10,
    KINDS = 5,   /* before A, before B, practice, after A, after B */
    CHOICES = 5, /* none, sales sure and not sure, marketing sure and not sure */
    BASE = 32,
    CHECK_BASE = 37,
    SPARES = CHECK_BASE - BASE + 1, /* of so many numbers in a row, one has its check in the base */
    LENGTH_LEAST = 6,               /* symbols that the tags alone take */
    GROUP = 4
};

static const char symbols[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/* A few bits of a hash, each of them dependent on all of it. */
static unsigned fold(uint64_t hash, int bits)
{
    struct rng mix = rng_seeded(hash);
    return (unsigned)(rng_next(&mix) >> (64 - bits));
}

unsigned result_code_learner_tag(const char *learner_id)
{
    return fold(hash_text(HASH_START, learner_id), RESULT_CODE_LEARNER_BITS);
}

static unsigned session_tag(const struct session *session)
{
    unsigned char fingerprint[8];
    for (int i = 0; i < (int)sizeof fingerprint; i++)
        fingerprint[i] = (unsigned char)(bank_fingerprint(session->bank) >> i * 8 & 0xff);
    uint64_t hash = hash_text(HASH_START, session->code);
    return fold(hash_bytes(hash, fingerprint, sizeof fingerprint), SESSION_BITS);
}

static unsigned kind_of(const struct result_code *code)
{
    if (code->part == PART_PRACTICE)
        return 2;
    return (code->part == PART_AFTER ? 3u : 0u) + (code->form == FORM_B);
}

static void set_kind(struct result_code *code, unsigned kind)
{
    static const enum part parts[KINDS] = {PART_BEFORE, PART_BEFORE, PART_PRACTICE, PART_AFTER,
                                           PART_AFTER};
    static const enum form forms[KINDS] = {FORM_A, FORM_B, FORM_A, FORM_A, FORM_B};
    code->part = parts[kind];
    code->form = forms[kind];
}

static const struct session_items *items_of(const struct session *session,
                                            const struct result_code *code)
{
    return code->part == PART_PRACTICE ? &session->practice : &session->forms[code->form];
}

/* The place of the activity named in a log among the items, or -1. */
static int find_item(const struct session *session, const struct session_items *items,
                     const char *activity)
{
    int index = bank_find_logged(session->bank, activity);
    for (int i = 0; index >= 0 && i < items->count; i++)
        if (items->activities[i] == index)
            return i;
    return -1;
}

bool result_code_of_run(const struct session *session, const struct run *run,
                        const struct event *events, size_t count, struct result_code *out)
{
    enum part part = part_from_id(run->part);
    *out = (struct result_code){.part = part};
    if (part == PART_NONE || !session->has[part])
        return false;
    out->form = part == PART_PRACTICE ? FORM_A : session_form_of(session, run);
    out->learner_tag = result_code_learner_tag(run->learner);
    for (int i = 0; i < SESSION_ITEMS_MAX; i++)
        out->answers[i].choice = SIDE_NONE;
    for (size_t i = 0; i < count; i++) {
        const struct event *event = &events[i];
        if (event->kind != EVENT_ANSWER && event->kind != EVENT_STRIKE)
            continue;
        int item = find_item(session, items_of(session, out), event->activity);
        if (item < 0)
            continue;
        bool answer = event->kind == EVENT_ANSWER;
        out->answers[item].choice = answer ? event->choice : SIDE_NONE;
        out->answers[item].sure = answer && event->choice != SIDE_NONE && event->sure;
    }
    return true;
}

/* The number behind the part's cards, for the most (`fill`) or this code's answers, with the first
 * of the spare digits still free. */
static struct big_number number_of(const struct session *session, const struct result_code *code,
                                   bool fill)
{
    struct big_number number = {{0}};
    for (int i = items_of(session, code)->count - 1; i >= 0; i--) {
        unsigned choice = 0;
        if (code->answers[i].choice != SIDE_NONE)
            choice = 1 + (code->answers[i].choice == SIDE_MARKETING) * 2u + !code->answers[i].sure;
        big_number_push(&number, CHOICES, fill ? CHOICES - 1 : choice);
    }
    const unsigned learners = 1u << RESULT_CODE_LEARNER_BITS, sessions = 1u << SESSION_BITS;
    big_number_push(&number, learners, fill ? learners - 1 : code->learner_tag % learners);
    big_number_push(&number, KINDS, fill ? KINDS - 1 : kind_of(code));
    big_number_push(&number, sessions, fill ? sessions - 1 : session_tag(session));
    big_number_push(&number, SPARES, fill ? SPARES - 1 : 0);
    return number;
}

/* How many symbols a code of this part and form has, without the check symbol. */
static int width_of(const struct session *session, const struct result_code *code)
{
    struct big_number most = number_of(session, code, true);
    int width = 0;
    for (; !big_number_is_zero(&most); width++)
        (void)big_number_pull(&most, BASE);
    return width;
}

/* The check of a number: what is left over by a prime larger than the base. */
static unsigned check_of(struct big_number number)
{
    return big_number_pull(&number, CHECK_BASE);
}

/* The same number with the spare digit that makes its check a symbol like all others: Crockford's
 * five further ones can hardly be read aloud. */
static struct big_number readable(struct big_number number)
{
    unsigned spare = 0;
    while (check_of(number) >= BASE) {
        (void)big_number_pull(&number, SPARES);
        big_number_push(&number, SPARES, ++spare);
    }
    return number;
}

void result_code_write(struct str *out, const struct session *session,
                       const struct result_code *code)
{
    struct big_number number = readable(number_of(session, code, false));
    unsigned check = check_of(number);
    char text[RESULT_CODE_SYMBOLS_MAX];
    int width = width_of(session, code);
    for (int i = width - 1; i >= 0; i--)
        text[i] = symbols[big_number_pull(&number, BASE)];
    text[width] = symbols[check];
    for (int i = 0; i <= width; i++) {
        if (i > 0 && i % GROUP == 0)
            str_addc(out, '-');
        str_addc(out, text[i]);
    }
}

/* The value of a symbol as it is typed, or -1. */
static int value_of(char c)
{
    if (c >= 'a' && c <= 'z')
        c = (char)(c - 'a' + 'A');
    if (c == 'O')
        c = '0';
    if (c == 'I' || c == 'L')
        c = '1';
    const char *at = c ? strchr(symbols, c) : NULL;
    return at ? (int)(at - symbols) : -1;
}

/* Reads the number and looks at its check symbol; *length is how many symbols come before that. */
static bool read_number(const char *text, struct big_number *number, int *length)
{
    struct str ascii = {0};
    int last = -1;
    bool good = true;
    *number = (struct big_number){{0}};
    *length = -1;
    text_adapt(&ascii, text, CHARSET_ASCII);
    for (const char *at = str_text(&ascii); good && *at; at++) {
        if (*at == ' ' || *at == '-')
            continue;
        if (last >= 0)
            big_number_push(number, BASE, (unsigned)last);
        good = ++*length < RESULT_CODE_SYMBOLS_MAX;
        last = value_of(*at);
        good = good && last >= 0;
    }
    str_free(&ascii);
    return good && *length >= LENGTH_LEAST && (int)check_of(*number) == last;
}

/* Takes the number apart behind its session's tag; false when it is none of the session's. */
static bool take_apart(struct big_number *number, int length, const struct session *session,
                       struct result_code *out)
{
    set_kind(out, big_number_pull(number, KINDS));
    out->learner_tag = big_number_pull(number, 1u << RESULT_CODE_LEARNER_BITS);
    if (!session->has[out->part] || length != width_of(session, out))
        return false;
    for (int i = 0; i < items_of(session, out)->count; i++) {
        unsigned choice = big_number_pull(number, CHOICES);
        out->answers[i].choice = choice == 0 ? SIDE_NONE : choice < 3 ? SIDE_SALES : SIDE_MARKETING;
        out->answers[i].sure = choice == 1 || choice == 3;
    }
    return big_number_is_zero(number);
}

bool result_code_read(const char *text, const struct session *session, struct result_code *out,
                      struct err *e)
{
    struct big_number number;
    int length;
    bool whole = read_number(text, &number, &length);
    (void)big_number_pull(&number, SPARES);
    *out = (struct result_code){.part = PART_NONE};
    if (whole && big_number_pull(&number, 1u << SESSION_BITS) != session_tag(session))
        return err_set(e, STATUS_DATA, _("This code is of another session."));
    if (!whole || !take_apart(&number, length, session, out))
        return err_set(e, STATUS_DATA,
                       _("Something in it is mistyped, left out or too much: compare it with the "
                         "code once more."));
    return true;
}
