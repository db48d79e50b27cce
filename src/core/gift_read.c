/* Reads a GIFT file: cuts it into questions, and makes items of those that can be graded. */
#include "core/gift_read.h"

#include <string.h>

#include "core/gift_parse.h"

struct reader {
    const char *file; /* kept with the items */
    const char *const *names;
    struct exchange *out;
    struct faults *faults;
    struct arena scratch;      /* texts of questions, until the end */
    struct str category, text; /* the category that counts; the lines of the question */
    int line, text_line;       /* of the file; of the question's first line */
    struct exchange_item said; /* what comment lines say about the question */
};

/* --- one question ---------------------------------------------------------------------------- */

static bool refuse(struct reader *r, const char *sentence)
{
    faults_add(r->faults, FAULT_ERROR, (struct place){r->file, r->text_line}, "%s", sentence);
    return false;
}

/* The sentence for a kind of question that has no two sides to choose from; NULL for the others. */
static const char *refusal(enum gift_kind kind)
{
    switch (kind) {
    case GIFT_TYPED:
        return _("an answer that is to be typed cannot be graded here");
    case GIFT_MATCHING:
        return _("a matching question cannot be graded here; ask its pairs one by one");
    case GIFT_NUMERICAL:
        return _("a numerical question cannot be graded here");
    case GIFT_ESSAY:
        return _("an essay question cannot be graded here");
    case GIFT_DESCRIPTION:
        return _("a text without answers is no question");
    case GIFT_BROKEN:
        return _("a brace of the answers lacks its other half before the next empty line");
    case GIFT_CHOICE:
    case GIFT_TRUE_FALSE:
        break;
    }
    return NULL;
}

/* The side of a choice between the two; SIDE_NONE after a complaint. */
static enum side choice_side(struct reader *r, const struct gift_question *q)
{
    struct place place = {r->file, r->text_line};
    if (q->answer_count != SIDE_COUNT) {
        faults_add(r->faults, FAULT_ERROR, place,
                   ngettext("the question has %zu answer; a choice has the two sides",
                            "the question has %zu answers; a choice has the two sides",
                            q->answer_count),
                   q->answer_count);
        return SIDE_NONE;
    }
    const struct gift_answer *a = &q->answers[0], *b = &q->answers[1];
    enum side sides[] = {exchange_side(a->text, r->names), exchange_side(b->text, r->names)};
    if (sides[0] == SIDE_NONE || sides[1] != side_other(sides[0])) {
        faults_add(r->faults, FAULT_ERROR, place,
                   /* TRANSLATORS: two answers as they stand in the file. */
                   _("the answers are \"%s\" and \"%s\"; they must be the two sides"),
                   exchange_shown(r->out, a->text), exchange_shown(r->out, b->text));
        return SIDE_NONE;
    }
    if (a->right == b->right || a->partly || b->partly) {
        refuse(r, _("exactly one of the two answers must be right"));
        return SIDE_NONE;
    }
    return sides[a->right ? 0 : 1];
}

/* The side of "Sales: Calling one buyer {T}", whose text *text becomes what is left without the
 * name; SIDE_NONE after a complaint.  The name begins the last paragraph. */
static enum side truth_side(struct reader *r, const struct gift_question *q, const char **text)
{
    const char *last = strrchr(*text, '\n');
    last = last ? last + 1 : *text;
    last += strspn(last, " ");
    size_t len = strcspn(last, ":?");
    const char *label = arena_copy(&r->scratch, last, len);
    enum side side = last[len] == '\0' ? SIDE_NONE : exchange_side(label, r->names);
    if (side == SIDE_NONE) {
        refuse(r, _("which side is true of this? A true/false question must begin with the name of "
                    "a side and a colon"));
        return SIDE_NONE;
    }
    struct str rest = {0};
    str_addn(&rest, *text, (size_t)(last - *text));
    str_add(&rest, last + len + 1 + strspn(last + len + 1, " "));
    *text = arena_copy(&r->scratch, rest.data, rest.len);
    str_free(&rest);
    return q->truth ? side : side_other(side);
}

/* Sets a text of the item that was not given otherwise; an empty one is as if not there. */
static void set_text(struct reader *r, struct draft_text *field, const char *text, size_t len)
{
    if (!field->text && len > 0)
        exchange_set(r->out, field, (struct place){r->file, r->text_line}, text, len);
}

/* Newlines as blanks. */
static char *one_line(struct reader *r, const char *text, size_t len)
{
    char *line = arena_copy(&r->scratch, text, len);
    for (char *at = line; *at; at++)
        *at = *at == '\n' ? ' ' : *at;
    return line;
}

/* Parts the question's text into situation and activity; a situation that a comment gave may stand
 * there once more. */
static void set_stem(struct reader *r, struct exchange_item *item, const char *text)
{
    const char *last = strrchr(text, '\n');
    if (last) {
        size_t len = (size_t)(last - text);
        while (len > 0 && strchr("\n ", text[len - 1]))
            len--;
        const char *situation = one_line(r, text, len);
        bool other = item->situation.text && strcmp(item->situation.text, situation) != 0;
        set_text(r, &item->situation, situation, len);
        text = other ? one_line(r, text, strlen(text)) : last + 1 + strspn(last + 1, " ");
    }
    set_text(r, &item->text, text, strlen(text));
}

/* Takes both ids from a title of the form scenario/activity. */
static void set_ids(struct reader *r, struct exchange_item *item, const char *title)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789-_";
    size_t scenario = strspn(title, letters);
    if (scenario == 0 || title[scenario] != '/')
        return;
    const char *rest = title + scenario + 1;
    size_t activity = strspn(rest, letters);
    if (activity == 0 || rest[activity] != '\0')
        return;
    set_text(r, &item->scenario, title, scenario);
    set_text(r, &item->activity, rest, activity);
}

/* Makes an item of the question in r->text; false after a complaint. */
static bool make_item(struct reader *r)
{
    struct gift_question q = gift_parse(str_text(&r->text), &r->scratch);
    const char *why_not = refusal(q.kind), *text = q.stem;
    if (why_not)
        return refuse(r, why_not);
    enum side side = q.kind == GIFT_CHOICE ? choice_side(r, &q) : truth_side(r, &q, &text);
    if (side == SIDE_NONE)
        return false;
    struct exchange_item *item = exchange_add(r->out, (struct place){r->file, r->text_line});
    r->said.place = item->place;
    *item = r->said;
    item->side = side;
    set_stem(r, item, text);
    set_ids(r, item, q.title);
    set_text(r, &item->group, str_text(&r->category), r->category.len);
    const struct gift_answer *right = &q.answers[q.answers[0].right ? 0 : 1];
    const char *why = *q.general || item->cue.text ? q.general : right->feedback;
    set_text(r, &item->why, why, strlen(why));
    if (item->text.text)
        return true;
    r->out->len--;
    return refuse(r, _("the question has no text"));
}

/* --- lines ----------------------------------------------------------------------------------- */

static void end_question(struct reader *r)
{
    if (r->text.len > 0 && !make_item(r))
        r->out->refused++;
    str_clear(&r->text);
    r->said = (struct exchange_item){0};
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

static const char *skip_blanks(const char *at, const char *end)
{
    while (at < end && is_blank(*at))
        at++;
    return at;
}

/* Takes in "key: value" of a comment, where the key is one that comments may have. */
static void take_comment(struct reader *r, const char *at, const char *end)
{
    static const char *const elsewhere[] = {"side", "text", "why"};
    const char *colon = at < end ? memchr(at, ':', (size_t)(end - at)) : NULL;
    int key = colon ? exchange_find_key(at, (size_t)(colon - at)) : -1;
    if (key < 0)
        return;
    for (size_t i = 0; i < ARRAY_LEN(elsewhere); i++) {
        if (strcmp(exchange_key(key), elsewhere[i]) == 0)
            return;
    }
    const char *value = skip_blanks(colon + 1, end);
    if (value < end)
        exchange_set(r->out, exchange_text(&r->said, key), (struct place){r->file, r->line}, value,
                     (size_t)(end - value));
}

static void take_category(struct reader *r, const char *at, const char *end)
{
    end_question(r);
    str_clear(&r->category);
    str_addn(&r->category, at, (size_t)(end - at));
}

static bool begins(const char *at, const char *end, const char *word)
{
    size_t len = strlen(word);
    return (size_t)(end - at) >= len && memcmp(at, word, len) == 0;
}

/* Takes in one line without blanks at its ends. */
static void take_line(struct reader *r, const char *at, const char *end)
{
    static const char category[] = "$CATEGORY:";
    if (at == end) {
        end_question(r);
    } else if (begins(at, end, "//")) {
        take_comment(r, skip_blanks(at + 2, end), end);
    } else if (r->text.len == 0 && begins(at, end, category)) {
        take_category(r, skip_blanks(at + strlen(category), end), end);
    } else {
        if (r->text.len == 0)
            r->text_line = r->line;
        else
            str_addc(&r->text, '\n');
        str_addn(&r->text, at, (size_t)(end - at));
    }
}

void gift_read(const char *bytes, size_t len, const char *file, const char *const names[SIDE_COUNT],
               struct exchange *out, struct faults *faults)
{
    static const char mark[] = "\xef\xbb\xbf";
    struct reader r = {.file = arena_copy(&out->arena, file, strlen(file)),
                       .names = names,
                       .out = out,
                       .faults = faults};
    const char *end = bytes + len, *at = bytes;
    if (begins(at, end, mark))
        at += strlen(mark);
    while (at < end && !exchange_overflows(out, (struct place){r.file, r.line}, faults)) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        const char *next = stop ? stop + 1 : end, *last = stop ? stop : end;
        at = skip_blanks(at, last);
        while (last > at && is_blank(last[-1]))
            last--;
        r.line++;
        take_line(&r, at, last);
        at = next;
    }
    end_question(&r);
    str_free(&r.category);
    str_free(&r.text);
    arena_free(&r.scratch);
}
