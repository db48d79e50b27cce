/* A tick sheet as a line. */
#include "core/tick_line.h"

#include <string.h>

#include "core/near.h"
#include "core/text.h"

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* Whether a word is `id`, in either case. */
static bool is_word(const char *word, size_t len, const char *id)
{
    size_t i = 0;
    while (i < len && id[i] && lower(word[i]) == id[i])
        i++;
    return i == len && !id[i];
}

enum part tick_line_part(const char *word, size_t len)
{
    int part = 0;
    while (part < PART_COUNT && !is_word(word, len, part_id((enum part)part)))
        part++;
    return (enum part)part;
}

enum part tick_line_part_near(const char *word, int most)
{
    enum part nearest = PART_NONE;
    struct str plain = {0};
    for (const char *at = word; *at; at++)
        str_addc(&plain, lower(*at));
    for (int part = 0, least = most + 1; part < PART_COUNT; part++)
        if (near_nearer(str_text(&plain), part_id((enum part)part), &least))
            nearest = (enum part)part;
    str_free(&plain);
    return nearest;
}

static void skip_blanks(const char **at)
{
    *at += strspn(*at, " ");
}

/* Takes a word from *at when it is `id`. */
static bool take_word(const char **at, const char *id)
{
    skip_blanks(at);
    size_t len = strcspn(*at, " ");
    if (!is_word(*at, len, id))
        return false;
    *at += len;
    return true;
}

/* Takes "A", "b" or "form A"; false when there is none. */
static bool take_form(const char **at, enum form *form)
{
    (void)take_word(at, "form");
    if (take_word(at, "a"))
        *form = FORM_A;
    else if (take_word(at, "b"))
        *form = FORM_B;
    else
        return false;
    return true;
}

/* The sentence for a character that means nothing; always false. */
static bool refuse_letter(const char *at, int card, struct err *e)
{
    struct str letter = {0}, shown = {0};
    size_t len = text_cluster(at);
    str_addn(&letter, at, len ? len : 1);
    text_show(&shown, str_text(&letter), 0);
    /* TRANSLATORS: the letters stay as they are; %s is what was typed. */
    err_set(e, STATUS_DATA, _("Card %d: “%s” is none of s, m, s?, m? and -."), card,
            str_text(&shown));
    str_free(&letter);
    str_free(&shown);
    return false;
}

/* The sentence for too few or too many letters; always false. */
static bool refuse_count(enum part part, int cards, int letters, struct err *e)
{
    struct str there = {0};
    str_addf(
        &there,
        ngettext("there is %d letter here", "there are %d letters here", (unsigned long)letters),
        letters);
    err_set(e, STATUS_DATA,
            /* TRANSLATORS: "before" takes 10 cards, and there are 9 letters here. */
            ngettext("“%s” takes %d card, and %s.", "“%s” takes %d cards, and %s.",
                     (unsigned long)cards),
            part_id(part), cards, str_text(&there));
    str_free(&there);
    return false;
}

/* Reads the letters; those beyond the cards are only counted. */
static bool read_letters(const char *at, struct result_code *out, int cards, struct err *e)
{
    int letters = 0;
    for (skip_blanks(&at); *at; skip_blanks(&at), letters++) {
        char c = lower(*at);
        if (!strchr("sm-", c))
            return refuse_letter(at, letters + 1, e);
        at++;
        skip_blanks(&at);
        bool unsure = c != '-' && *at == '?';
        at += unsure;
        if (letters >= cards)
            continue;
        out->answers[letters].choice = c == 's'   ? SIDE_SALES
                                       : c == 'm' ? SIDE_MARKETING
                                                  : SIDE_NONE;
        out->answers[letters].sure = c != '-' && !unsure;
    }
    return letters == cards || refuse_count(out->part, cards, letters, e);
}

bool tick_line_read(const char *text, enum part part, const struct session *session,
                    struct result_code *out, struct err *e)
{
    *out = (struct result_code){.part = part};
    if (!session->has[part])
        return err_set(e, STATUS_DATA, _("This session has no part “%s”."), part_id(part));
    if (part != PART_PRACTICE && !take_form(&text, &out->form))
        return err_set(e, STATUS_DATA,
                       /* TRANSLATORS: A and B stay as they are; %s is a part of the session. */
                       _("The form is missing: A or B, behind “%s”; it stands on the sheet."),
                       part_id(part));
    const struct session_items *items =
        part == PART_PRACTICE ? &session->practice : &session->forms[out->form];
    return read_letters(text, out, items->count, e);
}

void tick_line_example(enum part part, enum form form, int cards, struct str *out)
{
    static const char *const letters[] = {"s", "m", "m", "s?", "-", "m", "s"};
    str_addf(out, "Anna: %s ", part_id(part));
    if (part != PART_PRACTICE)
        str_addf(out, "%s ", form_id(form));
    for (int i = 0; i < cards; i++)
        str_addf(out, "%s%s", i > 0 && i % TICK_LINE_GROUP == 0 ? " " : "",
                 letters[i % (int)ARRAY_LEN(letters)]);
}
