/* Writes new records into the text of a bank file: finds the place by tokens, keeps the rest. */
#include "core/bank_write.h"

#include <string.h>

#include "core/bank_record.h"
#include "core/conf_token.h"

/* --- places in the file ---------------------------------------------------------------------- */

/* A list in the file: where the last thing in it ends, and where its bracket closes it. */
struct list {
    size_t last_end, close;
    bool empty;
};

static void start(struct conf_lexer *lexer, const struct str *text)
{
    static const char mark[] = "\xef\xbb\xbf"; /* a byte order mark, unknown to the lexer */
    size_t skip = strncmp(str_text(text), mark, strlen(mark)) == 0 ? strlen(mark) : 0;
    conf_lexer_start(lexer, str_text(text) + skip, text->len - skip);
}

/* The next token, with CONF_TOKEN_END for all that cannot be read on. */
static enum conf_token next(struct conf_lexer *lexer)
{
    enum conf_token token = conf_lexer_next(lexer);
    return token >= CONF_TOKEN_INCLUDE ? CONF_TOKEN_END : token;
}

static bool token_is(const struct conf_lexer *lexer, const char *word)
{
    return lexer->len == strlen(word) && memcmp(lexer->start, word, lexer->len) == 0;
}

/* Passes the tokens up to and with the opening bracket of the file's list `name`. */
static bool enter_list(struct conf_lexer *lexer, const char *name)
{
    int depth = 0;
    for (enum conf_token token; (token = next(lexer)) != CONF_TOKEN_END;) {
        depth += (token == CONF_TOKEN_OPEN) - (token == CONF_TOKEN_CLOSE);
        if (depth == 0 && token == CONF_TOKEN_NAME && token_is(lexer, name))
            return next(lexer) == CONF_TOKEN_EQUALS && next(lexer) == CONF_TOKEN_OPEN;
    }
    return false;
}

static bool find_list(const struct str *text, const char *name, struct list *list)
{
    struct conf_lexer lexer;
    start(&lexer, text);
    if (!enter_list(&lexer, name))
        return false;
    *list = (struct list){.last_end = (size_t)(lexer.at - text->data), .empty = true};
    int depth = 1;
    for (enum conf_token token; (token = next(&lexer)) != CONF_TOKEN_END;) {
        depth += (token == CONF_TOKEN_OPEN) - (token == CONF_TOKEN_CLOSE);
        if (depth == 0) {
            list->close = (size_t)(lexer.start - text->data);
            return true;
        }
        list->last_end = (size_t)(lexer.at - text->data);
        list->empty = false;
    }
    return false;
}

/* Whether the token just read is a text in quotes that says `id`. */
static bool quotes(const struct conf_lexer *lexer, const char *id)
{
    return lexer->len == strlen(id) + 2 && memcmp(lexer->start + 1, id, lexer->len - 2) == 0;
}

/* Finds the last group among the overrides that names `activity`: from its brace on, `len` bytes.
 */
static bool find_override(const struct str *text, const char *activity, size_t *at, size_t *len)
{
    struct conf_lexer lexer;
    start(&lexer, text);
    if (!enter_list(&lexer, "overrides"))
        return false;
    bool found = false, here = false;
    const char *group = lexer.at;
    int depth = 1;
    for (enum conf_token token; depth > 0 && (token = next(&lexer)) != CONF_TOKEN_END;) {
        depth += (token == CONF_TOKEN_OPEN) - (token == CONF_TOKEN_CLOSE);
        if (token == CONF_TOKEN_OPEN && depth == 2) {
            group = lexer.start;
            here = false;
        } else if (token == CONF_TOKEN_CLOSE && depth == 1 && here) {
            *at = (size_t)(group - text->data);
            *len = (size_t)(lexer.at - group);
            found = true;
        } else if (token == CONF_TOKEN_NAME && depth == 2 && token_is(&lexer, "activity")) {
            here = next(&lexer) == CONF_TOKEN_EQUALS && next(&lexer) == CONF_TOKEN_STRING &&
                   quotes(&lexer, activity);
        }
    }
    return found;
}

/* --- the new text ---------------------------------------------------------------------------- */

/* Appends lines with the line ends of the file. */
static void add_lines(struct str *out, const char *lines, bool crlf)
{
    for (const char *at = lines; *at; at++) {
        if (*at == '\n' && crlf)
            str_addc(out, '\r');
        str_addc(out, *at);
    }
}

/* Puts `piece` where `len` bytes at `at` are. */
static void splice(struct str *text, size_t at, size_t len, const struct str *piece)
{
    struct str whole = {0};
    str_addn(&whole, str_text(text), at);
    str_addn(&whole, str_text(piece), piece->len);
    str_addn(&whole, str_text(text) + at + len, text->len - at - len);
    str_free(text);
    *text = whole;
}

/* Appends a new list at the end of the file. */
static void add_list(struct str *text, const char *name, const char *records, bool crlf)
{
    if (text->len > 0 && text->data[text->len - 1] != '\n')
        add_lines(text, "\n", crlf);
    if (text->len > 0)
        add_lines(text, "\n", crlf);
    str_addf(text, "%s = (", name);
    add_lines(text, "\n", crlf);
    add_lines(text, records, crlf);
    add_lines(text, "\n);\n", crlf);
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

/* Appends records to the list `name` of the file, or makes it.  `gap` is what parts records. */
static void add_records(struct str *text, const char *name, const char *records, const char *gap)
{
    bool crlf = strstr(str_text(text), "\r\n") != NULL;
    struct list list;
    if (!find_list(text, name, &list)) {
        add_list(text, name, records, crlf);
        return;
    }
    size_t at = list.close;
    while (at > list.last_end && is_blank(text->data[at - 1]))
        at--;
    bool own_line = text->data[at - 1] == '\n'; /* the bracket stands at the start of its line */
    struct str piece = {0};
    if (!list.empty)
        str_addc(&piece, ',');
    str_addn(&piece, text->data + list.last_end, at - list.last_end);
    if (!own_line)
        add_lines(&piece, "\n", crlf);
    if (!list.empty)
        add_lines(&piece, gap, crlf);
    add_lines(&piece, records, crlf);
    add_lines(&piece, "\n", crlf);
    size_t end = own_line ? at : list.close; /* blanks before the bracket are its indentation */
    splice(text, list.last_end, end - list.last_end, &piece);
    str_free(&piece);
}

static void add_scenarios(struct str *text, const struct draft *add)
{
    struct str records = {0};
    for (size_t i = 0; i < add->scenario_count; i++) {
        if (i > 0)
            str_add(&records, ",\n\n");
        bank_record_scenario(&records, add, &add->scenarios[i]);
    }
    if (records.len > 0)
        add_records(text, "scenarios", records.data, "\n");
    str_free(&records);
}

static void put_override(struct str *text, const struct draft_override *o)
{
    struct str record = {0}, piece = {0};
    size_t at, len;
    bank_record_override(&record, o);
    if (o->activity.text && find_override(text, o->activity.text, &at, &len)) {
        add_lines(&piece, record.data, strstr(text->data, "\r\n") != NULL);
        splice(text, at, len, &piece);
    } else {
        str_add(&piece, "  ");
        str_add(&piece, record.data);
        add_records(text, "overrides", piece.data, "");
    }
    str_free(&record);
    str_free(&piece);
}

void bank_write(const char *old, size_t len, const struct draft *add, struct str *out)
{
    struct str text = {0};
    str_addn(&text, len > 0 ? old : "", len);
    add_scenarios(&text, add);
    for (size_t i = 0; i < add->override_count; i++)
        put_override(&text, &add->overrides[i]);
    str_addn(out, text.data, text.len);
    str_free(&text);
}
