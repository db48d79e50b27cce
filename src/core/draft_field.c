/* Checks single texts of a draft: presence, length, characters, the shape of ids. */
#include "core/draft_field.h"

#include <string.h>

#include "core/text.h"

enum { QUOTE_MAX = 40 };

void draft_field_quote(struct str *out, const char *foreign)
{
    text_show(out, foreign, QUOTE_MAX);
}

static bool is_blank(const char *text)
{
    return text[strspn(text, " \t\r\n")] == '\0';
}

/* Whether there is a text to look at; complains when there should be one. */
static bool is_present(const struct draft_text *field, struct place owner, const char *key,
                       enum need need, struct faults *faults)
{
    if (field->unusable)
        return false;
    enum severity severity = need == NEED_MUST ? FAULT_ERROR : FAULT_WARNING;
    if (field->text == NULL) {
        if (need != NEED_NOT)
            faults_add(faults, severity, owner, _("\"%s\" is missing"), key);
        return false;
    }
    if (is_blank(field->text)) {
        faults_add(faults, severity, field->place, _("\"%s\" is empty"), key);
        return false;
    }
    return true;
}

static void check_characters(const struct draft_text *field, const char *key, struct faults *faults)
{
    size_t at = 0;
    enum text_fault fault = text_examine(field->text, strlen(field->text), &at);
    if (fault == TEXT_OK)
        return;
    enum severity severity = fault == TEXT_INVISIBLE ? FAULT_WARNING : FAULT_ERROR;
    struct str rest = {0};
    draft_field_quote(&rest, field->text + at);
    /* TRANSLATORS: a key of the bank, a kind of character, such as "a control character", and the
       text up to it. */
    faults_add(faults, severity, field->place, _("\"%s\" contains %s, here: %s"), key,
               text_fault_name(fault), str_text(&rest));
    str_free(&rest);
}

void draft_field_text(const struct draft_text *field, struct place owner, const char *key,
                      enum need need, int max, struct faults *faults)
{
    if (!is_present(field, owner, key, need, faults))
        return;
    size_t length = strlen(field->text);
    if (text_plain(field->text, length) < length) {
        check_characters(field, key, faults);
        length = text_length(field->text);
    }
    if (length > (size_t)max)
        faults_add(faults, FAULT_ERROR, field->place,
                   /* TRANSLATORS: a key of the bank, how long its value is, how long it may be. */
                   _("\"%s\" has %zu characters; the most is %d"), key, length, max);
}

bool draft_field_id(const struct draft_text *field, struct place owner, const char *key,
                    enum need need, struct faults *faults)
{
    if (!is_present(field, owner, key, need, faults))
        return false;
    size_t len = strspn(field->text, "abcdefghijklmnopqrstuvwxyz0123456789_-");
    if (len <= BANK_ID_MAX && field->text[len] == '\0')
        return true;
    struct str shown = {0};
    draft_field_quote(&shown, field->text);
    faults_add(faults, FAULT_ERROR, field->place,
               /* TRANSLATORS: a key of the bank, its value, and how long it may be. */
               _("\"%s\" is \"%s\"; it must be 1 to %d of a-z, 0-9, \"-\" and \"_\""), key,
               str_text(&shown), BANK_ID_MAX);
    str_free(&shown);
    return false;
}
