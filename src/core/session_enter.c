/* Lines a trainer types: one person's result each. */
#include "core/session_enter.h"

#include <string.h>
#include <unictype.h>
#include <unistr.h>

#include "core/person_name.h"
#include "core/result_code.h"
#include "core/text.h"
#include "core/tick_line.h"
#include "core/typed_run.h"

enum { WORDS_MAX = 64 };

/* A line's words, where there are too many the last one with all behind it; what stands from one to
 * another is a piece of the line. */
struct words {
    const char *start[WORDS_MAX], *end[WORDS_MAX];
    int count;
};

/* A line on its way. */
struct reading {
    const struct session *session;
    struct str name; /* as it was typed */
    struct result_line *out;
    struct err *e;
};

/* Appends the line with one plain blank for blanks of any kind and behind a colon, none at its
 * ends, plain hyphens for all dashes, and without a comment. */
static void tidy(const char *line, struct str *out)
{
    const uint8_t *at = (const uint8_t *)line;
    size_t left = strlen(line);
    bool blank = true; /* in front of the line's first word, too */
    while (left > 0) {
        ucs4_t c;
        int len = u8_mbtouc(&c, at, left);
        bool white = uc_is_property_white_space(c) || c == 0xfeff;
        if (c == '#' && blank)
            break;
        if (white && !blank)
            str_addc(out, ' ');
        else if (!white && uc_is_property_dash(c))
            str_addc(out, '-');
        else if (!white)
            str_addn(out, (const char *)at, (size_t)len);
        blank = white || c == ':';
        if (c == ':')
            str_addc(out, ' ');
        at += len;
        left -= (size_t)len;
    }
    if (out->len > 0 && out->data[out->len - 1] == ' ')
        out->data[--out->len] = '\0';
}

static void split(const char *line, struct words *out)
{
    out->count = 0;
    while (*line && out->count < WORDS_MAX) {
        size_t len = out->count == WORDS_MAX - 1 ? strlen(line) : strcspn(line, " ");
        out->start[out->count] = line;
        out->end[out->count++] = line + len;
        line += len + (line[len] == ' ');
    }
}

/* Sets `out` to what stands between, without what stands around a name. */
static void set_piece(struct str *out, const char *start, const char *end)
{
    person_name_trim(&start, &end);
    str_clear(out);
    str_addn(out, start, (size_t)(end - start));
}

static bool ends_in_colon(const struct words *words, int at)
{
    const char *end = words->end[at];
    return end[-1] == ':';
}

/* The word behind the first colon; -1 when there is none. */
static int behind_colon(const struct words *words)
{
    int first = 0;
    while (first < words->count && !ends_in_colon(words, first))
        first++;
    return first + 1 < words->count ? first + 1 : -1;
}

/* Where a sheet begins: the word of its part, behind a colon or else anywhere; -1 when nowhere. */
static int find_sheet(const struct words *words, enum part *part)
{
    int told = behind_colon(words);
    if (told >= 0) {
        const char *word = words->start[told];
        *part = tick_line_part(word, (size_t)(words->end[told] - word));
        return *part == PART_NONE ? -1 : told;
    }
    for (int i = 0; i < words->count; i++) {
        *part = tick_line_part(words->start[i], (size_t)(words->end[i] - words->start[i]));
        if (*part != PART_NONE)
            return i;
    }
    return -1;
}

static bool read_sheet(struct reading *r, const char *line, const struct words *words, int at,
                       enum part part)
{
    r->out->source = SOURCE_SHEET;
    set_piece(&r->name, line, words->start[at]);
    if (!r->name.len)
        return err_set(r->e, STATUS_DATA, _("The name is missing, in front of “%s”."),
                       part_id(part));
    return tick_line_read(words->end[at], part, r->session, &r->out->result, r->e);
}

/* Reads words first … last - 1 as a code, and those at the other end of the line as a name. */
static bool try_code(struct reading *r, const struct words *words, int first, int last)
{
    struct str code = {0};
    bool behind = first == 0;
    int from = behind ? last : 0, to = behind ? words->count : first;
    set_piece(&code, words->start[first], words->end[last - 1]);
    bool good = result_code_read(str_text(&code), r->session, &r->out->result, r->e);
    str_free(&code);
    str_clear(&r->name);
    if (good && from < to)
        set_piece(&r->name, words->start[from], words->end[to - 1]);
    return good;
}

static bool looks_like_code(const struct words *words, int word)
{
    const char *start = words->start[word];
    size_t len = (size_t)(words->end[word] - start);
    return memchr(start, '-', len) || strcspn(start, "0123456789") < len;
}

/* Refuses a word that is nearly that of a part: behind a colon, or as the nearest it can be
 * anywhere behind the name.  False when there is none. */
static bool refuse_part(struct reading *r, const struct words *words)
{
    int told = behind_colon(words), last = told >= 0 ? told : words->count - 1;
    enum part part = PART_NONE;
    for (int i = told >= 0 ? told : 1; i <= last && part == PART_NONE; i++) {
        struct str word = {0}, shown = {0};
        str_addn(&word, words->start[i], (size_t)(words->end[i] - words->start[i]));
        part = tick_line_part_near(str_text(&word), told >= 0 ? 2 : 1);
        text_show(&shown, str_text(&word), 0);
        if (part != PART_NONE)
            /* TRANSLATORS: what was typed, and the word for a part that is like it. */
            err_set(r->e, STATUS_DATA, _("“%s” is no part. Did you mean “%s”?"), str_text(&shown),
                    part_id(part));
        str_free(&word);
        str_free(&shown);
    }
    return part != PART_NONE;
}

/* The sentence for a line without a good code, about what looks most like one; always false. */
static bool refuse(struct reading *r, const struct words *words)
{
    int first = words->count, last = 0;
    if (refuse_part(r, words))
        return false;
    while (first > 0 && looks_like_code(words, first - 1))
        first--;
    while (last < words->count && looks_like_code(words, last))
        last++;
    if (first < words->count)
        return try_code(r, words, first, words->count);
    if (last > 0)
        return try_code(r, words, 0, last);
    return err_set(r->e, STATUS_DATA,
                   _("There is neither a result code nor a tick sheet in this line."));
}

/* A code may have blanks inside and stand before or behind the name: its own check says where. */
static bool read_code(struct reading *r, const struct words *words)
{
    r->out->source = SOURCE_CODE;
    for (int first = 0; first < words->count; first++)
        if (try_code(r, words, first, words->count))
            return true;
    for (int last = words->count - 1; last > 0; last--)
        if (try_code(r, words, 0, last))
            return true;
    return refuse(r, words);
}

static bool read_line(struct reading *r, const char *line)
{
    struct words words;
    enum part part;
    split(line, &words);
    int sheet = find_sheet(&words, &part);
    return sheet >= 0 ? read_sheet(r, line, &words, sheet, part) : read_code(r, &words);
}

/* Takes the name over when a learner may be called so. */
static bool take_name(struct reading *r)
{
    if (r->name.len && !learner_name_valid(str_text(&r->name), r->e)) {
        r->e->status = STATUS_DATA;
        return false;
    }
    memcpy(r->out->name, str_text(&r->name), r->name.len + 1);
    return true;
}

bool session_enter_read(const struct session *session, const char *line, struct result_line *out,
                        bool *found, struct err *e)
{
    struct str text = {0};
    struct err fault = {0};
    struct reading reading = {.session = session, .out = out, .e = &fault};
    bool good = true;
    *out = (struct result_line){.source = SOURCE_CODE};
    tidy(line, &text);
    *found = text.len > 0;
    if (text.len > SESSION_ENTER_MAX)
        good = err_set(&fault, STATUS_DATA, _("This line is too long for one person's result."));
    else if (*found)
        good = read_line(&reading, str_text(&text)) && take_name(&reading);
    if (!good)
        *e = fault; /* and nothing of what was only tried */
    str_free(&text);
    str_free(&reading.name);
    return good;
}

bool session_enter_line(const struct session *session, const char *line, struct now now,
                        struct arena *arena, struct shared_run *out, bool *found, struct err *e)
{
    struct result_line read;
    if (!session_enter_read(session, line, &read, found, e))
        return false;
    if (*found)
        typed_run_make(session, read.name, read.source, &read.result, 0, now, arena, out);
    return true;
}
