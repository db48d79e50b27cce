/* One question of a GIFT file, taken apart. */
#include "core/gift_parse.h"

#include <string.h>

#include "core/markup.h"

static const char blanks[] = " \t\r\n";

/* A piece of the question's text. */
struct span {
    const char *at, *end;
};

struct parser {
    struct arena *arena;
    bool html; /* the question's text is HTML, and so is the rest unless it says otherwise */
};

static bool is_blank(char c)
{
    return c != '\0' && strchr(blanks, c);
}

static struct span trim(struct span s)
{
    while (s.at < s.end && is_blank(*s.at))
        s.at++;
    while (s.end > s.at && is_blank(s.end[-1]))
        s.end--;
    return s;
}

static bool starts_with(struct span s, const char *word)
{
    size_t len = strlen(word);
    return (size_t)(s.end - s.at) >= len && memcmp(s.at, word, len) == 0;
}

/* The first `word` in the span that no backslash goes before; NULL when there is none. */
static const char *find(struct span s, const char *word)
{
    for (; s.at < s.end; s.at++) {
        if (starts_with(s, word))
            return s.at;
        if (*s.at == '\\' && s.at + 1 < s.end)
            s.at++;
    }
    return NULL;
}

/* --- texts ----------------------------------------------------------------------------------- */

/* Takes "[html]" and its like from the span's start; what it says of HTML, or `html`. */
static bool take_format(struct span *s, bool html)
{
    static const char *const formats[] = {"[html]", "[plain]", "[moodle]", "[markdown]"};
    for (size_t i = 0; i < ARRAY_LEN(formats); i++) {
        if (starts_with(*s, formats[i])) {
            s->at += strlen(formats[i]);
            return i == 0;
        }
    }
    return html;
}

/* Appends the span with its escapes resolved; a newline as such is a blank. */
static void unescape(struct span s, struct str *out)
{
    for (; s.at < s.end; s.at++) {
        if (*s.at == '\\' && s.at + 1 < s.end && s.at[1] == 'n') {
            str_addc(out, '\n');
            s.at++;
        } else if (*s.at == '\\' && s.at + 1 < s.end && strchr("\\~=#{}:[]%", s.at[1])) {
            str_addc(out, s.at[1]);
            s.at++;
        } else if (*s.at != '\r') {
            str_addc(out, *s.at == '\n' ? ' ' : *s.at);
        }
    }
}

static const char *keep(struct parser *p, struct span s, bool html)
{
    struct str text = {0}, plain = {0};
    unescape(s, &text);
    if (html)
        markup_strip(&plain, str_text(&text));
    else
        str_addn(&plain, str_text(&text), text.len);
    struct span all = {str_text(&plain), str_text(&plain) + plain.len};
    all = trim(all);
    const char *kept = arena_copy(p->arena, all.at, (size_t)(all.end - all.at));
    str_free(&text);
    str_free(&plain);
    return kept;
}

static const char *keep_formatted(struct parser *p, struct span s)
{
    s = trim(s);
    bool html = take_format(&s, p->html);
    return keep(p, s, html);
}

/* --- answers --------------------------------------------------------------------------------- */

/* Takes "%50%" from an answer's start; whether it was there. */
static bool take_weight(struct span *s, double *weight)
{
    struct span rest = trim(*s);
    if (!starts_with(rest, "%"))
        return false;
    const char *at = rest.at + 1;
    bool negative = at < rest.end && *at == '-';
    double value = 0, unit = 1;
    bool fraction = false;
    for (at += negative; at < rest.end && ((*at >= '0' && *at <= '9') || *at == '.'); at++) {
        if (*at == '.')
            fraction = true;
        else
            value = value * 10 + (*at - '0');
        if (fraction && *at != '.')
            unit *= 10;
    }
    if (at == rest.end || *at != '%' || at == rest.at + 1)
        return false;
    *weight = (negative ? -value : value) / unit;
    s->at = at + 1;
    return true;
}

/* One answer behind its sign. */
static struct gift_answer read_answer(struct parser *p, char sign, struct span s)
{
    struct gift_answer answer = {.feedback = ""};
    double weight = sign == '=' ? 100 : 0;
    take_weight(&s, &weight);
    answer.right = weight >= 100;
    answer.partly = weight > 0 && weight < 100;
    const char *hash = find(s, "#");
    if (hash)
        answer.feedback = keep_formatted(p, (struct span){hash + 1, s.end});
    answer.text = keep_formatted(p, (struct span){s.at, hash ? hash : s.end});
    return answer;
}

/* The first unescaped sign that begins an answer, or the span's end. */
static const char *find_sign(struct span s)
{
    const char *right = find(s, "="), *wrong = find(s, "~");
    if (right && wrong)
        return right < wrong ? right : wrong;
    return right ? right : wrong ? wrong : s.end;
}

static void read_choice(struct parser *p, struct span s, struct gift_question *q)
{
    for (s.at = find_sign(s); s.at < s.end;) {
        char sign = *s.at++;
        const char *next = find_sign(s);
        if (q->answer_count < GIFT_ANSWERS_MAX)
            q->answers[q->answer_count] = read_answer(p, sign, (struct span){s.at, next});
        q->answer_count++;
        s.at = next;
    }
}

/* T or F with the feedback for a wrong and for a right answer. */
static bool read_truth(struct parser *p, struct span s, struct gift_question *q)
{
    static const char *const words[] = {"TRUE", "T", "FALSE", "F"};
    const char *hash = find(s, "#");
    struct span word = trim((struct span){s.at, hash ? hash : s.end});
    size_t len = (size_t)(word.end - word.at), i = 0;
    while (i < ARRAY_LEN(words) && (strlen(words[i]) != len || !starts_with(word, words[i])))
        i++;
    if (i == ARRAY_LEN(words))
        return false;
    q->truth = i < 2;
    struct span after = {hash ? hash + 1 : s.end, s.end};
    const char *second = find(after, "#");
    q->answer_count = 1;
    q->answers[0] = (struct gift_answer){.text = "", .feedback = "", .right = true};
    if (second)
        q->answers[0].feedback = keep_formatted(p, (struct span){second + 1, s.end});
    return true;
}

static enum gift_kind read_answers(struct parser *p, struct span s, struct gift_question *q)
{
    s = trim(s);
    const char *general = find(s, "####");
    if (general) {
        q->general = keep_formatted(p, (struct span){general + 4, s.end});
        s = trim((struct span){s.at, general});
    }
    if (s.at == s.end)
        return GIFT_ESSAY;
    if (*s.at == '#')
        return GIFT_NUMERICAL;
    if (find(s, "~")) {
        read_choice(p, s, q);
        return GIFT_CHOICE;
    }
    if (find(s, "="))
        return find(s, "->") ? GIFT_MATCHING : GIFT_TYPED;
    return read_truth(p, s, q) ? GIFT_TRUE_FALSE : GIFT_TYPED;
}

/* --- the question ---------------------------------------------------------------------------- */

static void take_title(struct parser *p, struct span *s, struct gift_question *q)
{
    if (!starts_with(*s, "::"))
        return;
    struct span rest = {s->at + 2, s->end};
    const char *end = find(rest, "::");
    if (!end)
        return;
    q->title = keep(p, (struct span){rest.at, end}, false);
    *s = trim((struct span){end + 2, s->end});
}

/* The text around the answers; what follows them makes it a text with a gap. */
static const char *read_stem(struct parser *p, struct span before, struct span after)
{
    struct str whole = {0};
    before = trim(before);
    after = trim(after);
    p->html = take_format(&before, false);
    str_addn(&whole, before.at, (size_t)(before.end - before.at));
    if (after.at < after.end) {
        str_add(&whole, whole.len > 0 ? " _____ " : "_____ ");
        str_addn(&whole, after.at, (size_t)(after.end - after.at));
    }
    const char *text = str_text(&whole);
    const char *kept = keep(p, (struct span){text, text + whole.len}, p->html);
    str_free(&whole);
    return kept;
}

struct gift_question gift_parse(const char *text, struct arena *arena)
{
    struct parser p = {.arena = arena};
    struct gift_question q = {.title = "", .stem = "", .general = ""};
    struct span s = trim((struct span){text, text + strlen(text)});
    take_title(&p, &s, &q);
    const char *open = find(s, "{");
    const char *close = find((struct span){open ? open : s.at, s.end}, "}");
    if (!open || !close) {
        q.kind = open || close ? GIFT_BROKEN : GIFT_DESCRIPTION;
        return q;
    }
    q.stem = read_stem(&p, (struct span){s.at, open}, (struct span){close + 1, s.end});
    q.kind = read_answers(&p, (struct span){open + 1, close}, &q);
    return q;
}
