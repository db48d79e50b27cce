/* Feeds the readers of session codes, result codes and typed lines any bytes: they must neither
 * crash nor say what could act on a terminal, and what they take must come out again as it is.
 * libFuzzer's entry. */
#include "core/result_code.h"
#include "core/session_code.h"
#include "core/session_enter.h"
#include "fuzz.h"
#include "io/result_file.h"
#include "session_fixture.h"

static void try_session_code(const char *line)
{
    char code[SESSION_CODE_SIZE], again[SESSION_CODE_SIZE];
    struct err e = {0};
    if (!session_code_read(line, code, &e)) {
        must_complain(&e);
        return;
    }
    must(strlen(code) < SESSION_CODE_SIZE);
    must(session_code_read(code, again, &e) && strcmp(code, again) == 0);
}

static void try_result_code(const struct session *session, const char *line)
{
    struct result_code result, again;
    struct err e = {0};
    struct str code = {0};
    if (result_code_read(line, session, &result, &e)) {
        result_code_write(&code, session, &result);
        must(result_code_read(str_text(&code), session, &again, &e));
        must(again.part == result.part && again.form == result.form &&
             again.learner_tag == result.learner_tag);
    } else {
        must_complain(&e);
    }
    str_free(&code);
}

/* A run that was taken is one that files carry. */
static void check_run(const struct session *session, const struct shared_run *run)
{
    struct str file = {0};
    struct arena arena = {0};
    struct shared_run back;
    struct err e = {0};
    int line;
    must(shared_run_complete(run));
    must(result_file_write(&file, run, &e));
    must(result_file_read(file.data, file.len, session->code, &arena, &back, &line, &e));
    must(strcmp(back.run.id, run->run.id) == 0 && back.count == run->count);
    arena_free(&arena);
    str_free(&file);
}

static void try_line(const struct session *session, const char *line)
{
    const struct now now = {0, INT64_C(1795900000000), 60};
    struct arena arena = {0};
    struct shared_run run;
    struct err e = {0};
    bool found;
    if (!session_enter_line(session, line, now, &arena, &run, &found, &e))
        must_complain(&e);
    else if (found)
        check_run(session, &run);
    arena_free(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct bank *bank = fixture_bank();
    struct session session = fixture_session(bank);
    struct str line = {0};
    str_addn(&line, (const char *)data, size);
    for (const char *at = str_text(&line); *at;) {
        struct str one = {0};
        size_t len = strcspn(at, "\n");
        str_addn(&one, at, len);
        try_session_code(str_text(&one));
        try_result_code(&session, str_text(&one));
        try_line(&session, str_text(&one));
        str_free(&one);
        at += len + (at[len] == '\n');
    }
    str_free(&line);
    bank_free(bank);
    return 0;
}
