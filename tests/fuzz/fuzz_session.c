/* Feeds the reader of session files any bytes: it must neither crash nor print what could act on a
 * terminal, and a session it accepts must hold together and come back as it is written.
 * libFuzzer's entry. */
#include "core/session_write.h"
#include "fuzz.h"
#include "io/session_file.h"

static void check_items(const struct bank *bank, const struct session_items *items)
{
    must(items->count >= 0 && items->count <= SESSION_ITEMS_MAX);
    for (int i = 0; i < items->count; i++) {
        must(items->activities[i] >= 0 && items->activities[i] < bank->activity_count);
        for (int j = 0; j < i; j++)
            must(items->activities[i] != items->activities[j]);
    }
}

static void check_session(const struct session *s, const struct bank *bank)
{
    must(s->bank == bank);
    must(*s->code && strspn(s->code, "abcdefghijklmnopqrstuvwxyz-") == strlen(s->code));
    must(*s->title);
    must_be_shown(s->title, strlen(s->title));
    must(s->has[PART_BEFORE] || s->has[PART_PRACTICE] || s->has[PART_AFTER]);
    must(s->pass >= 0 && s->minutes >= 0 && s->people >= 0);
    check_items(bank, &s->forms[FORM_A]);
    check_items(bank, &s->forms[FORM_B]);
    check_items(bank, &s->practice);
    for (int part = 0; part < PART_COUNT; part++)
        must(!s->has[part] || (session_items(s, (enum part)part, FORM_A)->count > 0 &&
                               session_items(s, (enum part)part, FORM_B)->count > 0));
}

/* Whether a session can be written anew: its scenarios have both sides left, as a file must. */
static bool can_be_written(const struct session *s)
{
    const struct session_items *lists[] = {&s->forms[FORM_A], &s->forms[FORM_B], &s->practice};
    for (size_t list = 0; list < ARRAY_LEN(lists); list++) {
        for (int i = 0; i < lists[list]->count; i++) {
            int card = lists[list]->activities[i];
            if (s->bank->activities[card].dropped || bank_sibling(s->bank, card) < 0)
                return false;
        }
    }
    return true;
}

/* Written and read again, the same cards are there. */
static void check_again(const struct session *s)
{
    struct str text = {0};
    struct faults faults = {0};
    struct err e = {0};
    struct session_file file;
    session_write(&text, s);
    must(session_file_read("again.cfg", text.data, text.len, &file, &faults, &e));
    must(strcmp(file.session.code, s->code) == 0 && strcmp(file.session.title, s->title) == 0);
    for (int form = 0; form < FORM_COUNT; form++) {
        must(file.session.forms[form].count == s->forms[form].count);
        for (int i = 0; i < s->forms[form].count; i++)
            must(strcmp(file.bank->activities[file.session.forms[form].activities[i]].ref,
                        s->bank->activities[s->forms[form].activities[i]].ref) == 0);
    }
    must(file.session.practice.count == s->practice.count);
    session_file_free(&file);
    faults_free(&faults);
    str_free(&text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct session_file file;
    struct faults faults = {0};
    struct err e = {0};
    const char *bytes = size == 0 ? "" : (const char *)data;
    bool good = session_file_read("fuzz.cfg", bytes, size, &file, &faults, &e);
    must(good == (faults.errors == 0));
    must(good == (e.status == STATUS_OK));
    if (good) {
        check_session(&file.session, file.bank);
        if (can_be_written(&file.session))
            check_again(&file.session);
    }
    must_complain_in_lines(&faults);
    session_file_free(&file);
    faults_free(&faults);
    return 0;
}
