/* What a SQLSTATE of PostgreSQL means for the caller, and messages made fit to be shown. */
#include "team/team_why.h"

#include <string.h>

#include "core/text.h"

enum { STATE_LENGTH = TEAM_STATE_SIZE - 1, SHOWN_MAX = 240 };

/* Classes and single states, the longer match first. */
static const struct {
    const char *begins;
    enum status status;
} meanings[] = {
    {"42501", STATUS_NO_PERMISSION}, /* insufficient_privilege, row-level security too */
    {"55P03", STATUS_TRY_LATER},     /* lock_not_available */
    {"57014", STATUS_TRY_LATER},     /* query_canceled: it took too long */
    {"57P", STATUS_TRY_LATER},       /* shutting down, starting up */
    {"08", STATUS_TRY_LATER},        /* connection exceptions */
    {"40", STATUS_TRY_LATER},        /* transaction rollback: deadlock and the like */
    {"53", STATUS_TRY_LATER},        /* insufficient resources */
    {"28", STATUS_NO_PERMISSION},    /* who are you? */
    {"3D", STATUS_NO_INPUT},         /* no such database */
    {"3F", STATUS_NO_INPUT},         /* no such schema */
    {"42P01", STATUS_NO_INPUT},      /* no such table */
    {"22", STATUS_DATA},             /* a value out of range, or ill-formed */
    {"23", STATUS_DATA},             /* a value that a table's checks refuse */
};

enum status team_why_status(const char *state)
{
    for (size_t i = 0; i < ARRAY_LEN(meanings); i++)
        if (strncmp(state, meanings[i].begins, strlen(meanings[i].begins)) == 0)
            return meanings[i].status;
    return STATUS_IO;
}

static bool is_state(const char *text)
{
    return strspn(text, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") == STATE_LENGTH &&
           strncmp(text + STATE_LENGTH, ": ", 2) == 0;
}

const char *team_why_find(const char *message, char state[TEAM_STATE_SIZE])
{
    *state = '\0';
    for (const char *at = message; (at = strstr(at, ":  ")) != NULL; at++) {
        if (is_state(at + 3)) {
            memcpy(state, at + 3, STATE_LENGTH);
            state[STATE_LENGTH] = '\0';
            return at + 3 + STATE_LENGTH + 2;
        }
    }
    return message;
}

void team_why_show(struct str *out, const char *message)
{
    struct str line = {0};
    size_t len = strcspn(message, "\r\n");
    while (len && (message[len - 1] == ' ' || message[len - 1] == '.'))
        len--;
    str_addn(&line, message, len);
    text_show(out, str_text(&line), SHOWN_MAX);
    str_free(&line);
}
