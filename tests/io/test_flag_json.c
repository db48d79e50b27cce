/* What players flagged, as JSON: read back. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <jansson.h>

#include "io/flag_json.h"
#include "unit/bank_fixture.h"

static json_t *written(const struct flag_report *report)
{
    struct str text = {0};
    flag_json(report, &text);
    for (size_t i = 0; i < text.len; i++)
        assert_in_range((unsigned char)text.data[i], '\n', '~'); /* nothing acts on a terminal */
    json_t *json = json_loads(str_text(&text), 0, NULL);
    assert_non_null(json);
    str_free(&text);
    return json;
}

static void flag(struct flag_report *report, const char *name, uint64_t wording, const char *reason)
{
    struct event event = {.kind = EVENT_FLAG, .activity = name, .wording = wording, .note = reason};
    flag_report_add(report, &event);
}

static void a_report_comes_back_as_it_was(void **state)
{
    (void)state;
    struct bank *bank = fixture_bank();
    struct flag_report report;
    flag_report_init(&report, bank);
    const struct activity *card = &bank->activities[0];
    const struct graded right = {.choice = SIDE_SALES, .mode = MODE_PRACTICE};
    flag(&report, "test:fair/a0", card->wording, "Größe \x1b[2J");
    flag(&report, "test:fair/a0", card->wording + 1, "");
    flag(&report, "test:gone/a0", 1, "=1+1");
    flag(&report, "other:fair/a0", 1, "");
    first_answers_add(&report.first, "Ada", 0, card->wording, &right);
    flag_report_finish(&report);

    json_t *json = written(&report);
    int version, elsewhere, answers, share, in_bank, asked, gone, same, other;
    const char *name, *text, *side, *reason, *date, *formula;
    assert_int_equal(json_unpack(json,
                                 "{s:i, s:i, s:[{s:s, s:b, s:s, s:s, s:b, s:i, s:i,"
                                 " s:[{s:s, s:b, s:s}, {s:b}]}, {s:b, s:[{s:s}]}]}",
                                 "version", &version, "on_other_banks", &elsewhere, "flagged",
                                 "activity", &name, "in_bank", &in_bank, "text", &text, "side",
                                 &side, "asked", &asked, "answers", &answers, "facility_percent",
                                 &share, "flags", "date", &date, "same_wording", &same, "reason",
                                 &reason, "same_wording", &other, "in_bank", &gone, "flags",
                                 "reason", &formula),
                     0);
    assert_int_equal(version, 1);
    assert_int_equal(elsewhere, 1);
    assert_string_equal(name, "fair/a0");
    assert_string_equal(text, card->text);
    assert_string_equal(side, "sales");
    assert_int_equal(answers, 1);
    assert_int_equal(share, 100);
    assert_string_equal(date, "1970-01-01");
    assert_string_equal(reason, "Größe \x1b[2J"); /* JSON can say it as it was */
    assert_string_equal(formula, "=1+1");
    assert_true(in_bank && asked && same && !other && !gone);
    json_decref(json);
    flag_report_free(&report);
    bank_free(bank);
}

static void no_flags_are_an_empty_list(void **state)
{
    (void)state;
    struct bank *bank = fixture_bank();
    struct flag_report report;
    flag_report_init(&report, bank);
    flag_report_finish(&report);
    json_t *json = written(&report);
    assert_true(json_is_array(json_object_get(json, "flagged")));
    assert_int_equal(json_array_size(json_object_get(json, "flagged")), 0);
    json_decref(json);
    flag_report_free(&report);
    bank_free(bank);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_report_comes_back_as_it_was),
        cmocka_unit_test(no_flags_are_an_empty_list),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
