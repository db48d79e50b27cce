/* A desk where a session's report is made, and what is asserted of it. */
#ifndef SMQ_TESTS_REPORT_DESK_H
#define SMQ_TESTS_REPORT_DESK_H

#include "core/session_report.h"
#include "core/session_report_notes.h"
#include "core/session_report_words.h"
#include "report_fixture.h"

struct desk {
    struct bank *bank;
    struct session session;
    struct report_runs runs;
    struct session_report report;
};

static inline int set_up(void **state)
{
    struct desk *desk = calloc(1, sizeof *desk);
    if (!desk)
        return -1;
    desk->bank = report_bank();
    desk->session = report_session(desk->bank);
    desk->runs.session = &desk->session;
    *state = desk;
    return 0;
}

static inline int tear_down(void **state)
{
    struct desk *desk = *state;
    session_report_free(&desk->report);
    arena_free(&desk->runs.arena);
    bank_free(desk->bank);
    free(desk);
    return 0;
}

static inline const struct session_report *make(struct desk *desk)
{
    session_report_free(&desk->report);
    session_report_make(&desk->report, &desk->session, desk->runs.items, desk->runs.count, true, 0);
    return &desk->report;
}

static inline void assert_tally(const struct tally *tally, int right, int answers, int sure_right,
                                int sure)
{
    assert_int_equal(tally->right, right);
    assert_int_equal(tally->answers, answers);
    assert_int_equal(tally->sure_right, sure_right);
    assert_int_equal(tally->sure, sure);
}

/* Whether the words that `words` says contain the piece. */
static inline void assert_says(const struct session_report *report,
                               void (*words)(const struct session_report *, struct str *),
                               const char *piece)
{
    struct str text = {0};
    words(report, &text);
    if (!strstr(str_text(&text), piece))
        fail_msg("“%s” does not say “%s”", str_text(&text), piece);
    str_free(&text);
}

static inline void assert_note(const struct session_report *report, const char *piece)
{
    struct str text = {0};
    for (int i = 0; report_notes(report, i, &text); i++)
        str_addc(&text, ' ');
    if (!strstr(str_text(&text), piece))
        fail_msg("“%s” does not say “%s”", str_text(&text), piece);
    str_free(&text);
}

#define AT_DESK(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

#endif
