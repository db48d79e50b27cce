/* New records in the text of a bank file: where they go, and that all else stays to the letter. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "bank_fixture.h"
#include "core/bank_write.h"
#include "core/conf_scan.h"

/* One scenario with two short activities. */
static struct draft one_scenario(void)
{
    struct draft d = {0};
    fixture_scenario(&d, "fair", 0, 2, "events", "sm");
    return d;
}

static const char scenario_text[] =
    "  {\n"
    "    id = \"fair\";\n"
    "    situation = \"The situation called fair.\";\n"
    "    principle = \"p0\"; level = 2; setting = \"events\";\n"
    "    together = \"Together they made fair.\";\n"
    "    activities = (\n"
    "      { id = \"a0\"; side = \"sales\";\n"
    "        text = \"Writing number 0 of fair to one buyer\";\n"
    "        cue = \"one buyer\";\n"
    "        why = \"Because he reads number 0 of fair.\"; },\n"
    "      { id = \"a1\"; side = \"marketing\";\n"
    "        text = \"Writing number 1 of fair to an audience\";\n"
    "        cue = \"an audience\";\n"
    "        why = \"Because everybody reads number 1 of fair.\"; }\n"
    "    );\n"
    "  }\n";

static struct draft_override override_of(const char *activity, const char *side, const char *why)
{
    return (struct draft_override){
        .activity = {.text = activity}, .side = {.text = side}, .why = {.text = why}};
}

/* Writes `add` into `old`; what comes out must be well-formed and `before` + scenario + `after`. */
static void assert_written(const char *old, const struct draft *add, const char *before,
                           const char *record, const char *after)
{
    struct str out = {0}, want = {0};
    struct faults faults = {0};
    str_addf(&want, "%s%s%s", before, record, after);
    bank_write(old, strlen(old), add, &out);
    assert_string_equal(str_text(&out), str_text(&want));
    size_t skip = strncmp(out.data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
    if (!conf_scan(out.data + skip, out.len - skip, "new", &faults))
        fail_msg("%s: %s", faults.items[0].text, out.data);
    faults_free(&faults);
    str_free(&out);
    str_free(&want);
}

static void a_scenario_goes_to_the_end_of_the_list(void **state)
{
    (void)state;
    struct draft d = one_scenario();
    assert_written("", &d, "scenarios = (\n", scenario_text, ");\n");
    assert_written("# ours\n", &d, "# ours\n\nscenarios = (\n", scenario_text, ");\n");
    assert_written("# no newline", &d, "# no newline\n\nscenarios = (\n", scenario_text, ");\n");
    assert_written("scenarios = ();", &d, "scenarios = (\n", scenario_text, ");");
    assert_written("scenarios = (\n  # none yet\n);\n", &d, "scenarios = (\n  # none yet\n",
                   scenario_text, ");\n");
    assert_written("scenarios = (\n  { id = \"x\"; }\n);\nchecks = { };\n", &d,
                   "scenarios = (\n  { id = \"x\"; },\n\n", scenario_text, ");\nchecks = { };\n");
    assert_written("scenarios : ( { id = \"x\"; } ) # end\n", &d,
                   "scenarios : ( { id = \"x\"; },\n\n", scenario_text, ") # end\n");
    draft_free(&d);
}

static void comments_and_layout_stay(void **state)
{
    (void)state;
    struct draft d = one_scenario();
    assert_written("/* scenarios = ( */ a = \"scenarios = (\";\n"
                   "other = { scenarios = ( ); };\n"
                   "  scenarios=(\n"
                   "\t{ id = \"x\"; } // the last, so far )\n"
                   "   # and a word more\n"
                   "    );\n",
                   &d,
                   "/* scenarios = ( */ a = \"scenarios = (\";\n"
                   "other = { scenarios = ( ); };\n"
                   "  scenarios=(\n"
                   "\t{ id = \"x\"; }, // the last, so far )\n"
                   "   # and a word more\n\n",
                   scenario_text, "    );\n");
    assert_written("\xef\xbb\xbfscenarios = ();\n", &d, "\xef\xbb\xbfscenarios = (\n",
                   scenario_text, ");\n");
    draft_free(&d);
}

static void line_ends_of_the_file_are_kept(void **state)
{
    (void)state;
    static const char old[] = "a = 1;\r\nscenarios = (\r\n  { }\r\n);\r\n";
    struct draft d = one_scenario();
    d.overrides = xgrow(NULL, 0, &d.override_cap, sizeof *d.overrides);
    d.overrides[d.override_count++] = override_of("x/y", "sales", "So it is.");
    struct str out = {0};
    bank_write(old, strlen(old), &d, &out);
    size_t lines = 0;
    for (const char *at = out.data; (at = strchr(at, '\n')) != NULL; at++) {
        assert_int_equal(at[-1], '\r');
        lines++;
    }
    assert_int_equal(lines, 4 + 1 + 16 + 1 + 4);
    str_free(&out);
    draft_free(&d);
}

static void several_scenarios_are_parted_by_empty_lines(void **state)
{
    (void)state;
    struct draft d = {0};
    struct str out = {0};
    fixture_scenario(&d, "one", 0, 1, "food", "sm");
    fixture_scenario(&d, "two", 0, 1, "food", "ms");
    bank_write("", 0, &d, &out);
    assert_non_null(strstr(out.data, "    );\n  },\n\n  {\n    id = \"two\";"));
    assert_null(strstr(out.data, ",\n\n  )"));
    str_free(&out);
    draft_free(&d);
}

static void what_is_not_given_is_left_out(void **state)
{
    (void)state;
    struct draft_activity activities[] = {
        {.id = {.text = "a"}, .side = {.text = "sales"}, .text = {.text = "Calling one"}},
        {.id = {.text = "b"},
         .side = {.text = "marketing"},
         .principle = {.text = "own"},
         .text = {.text = "Calling all"},
         .source = {.text = "A book"}}};
    struct draft_scenario scenario = {.id = {.text = "calls"},
                                      .situation = {.text = "A phone."},
                                      .setting = {.text = "office"},
                                      .count = 2};
    struct draft d = {
        .scenarios = &scenario, .activities = activities, .scenario_count = 1, .activity_count = 2};
    assert_written("", &d, "scenarios = (\n",
                   "  {\n"
                   "    id = \"calls\";\n"
                   "    situation = \"A phone.\";\n"
                   "    setting = \"office\";\n"
                   "    activities = (\n"
                   "      { id = \"a\"; side = \"sales\";\n"
                   "        text = \"Calling one\"; },\n"
                   "      { id = \"b\"; side = \"marketing\"; principle = \"own\";\n"
                   "        text = \"Calling all\";\n"
                   "        source = \"A book\"; }\n"
                   "    );\n"
                   "  }\n",
                   ");\n");
}

static void texts_are_escaped(void **state)
{
    (void)state;
    struct draft_override o = override_of("x/y", NULL, "a \"quoted\" C:\\new\t\x1b é #{}");
    struct draft d = {.overrides = &o, .override_count = 1};
    assert_written("", &d, "overrides = (\n",
                   "  { activity = \"x/y\";\n"
                   "    why = \"a \\\"quoted\\\" C:\\\\new\\x09\\x1b é #{}\"; }\n",
                   ");\n");
}

static void an_override_takes_the_place_of_the_one_before(void **state)
{
    (void)state;
    struct draft_override o = override_of("x/y", "sales", "New.");
    struct draft d = {.overrides = &o, .override_count = 1};
    static const char record[] = "{ activity = \"x/y\"; side = \"sales\";\n    why = \"New.\"; }";
    assert_written(
        "overrides = (\n  { activity = \"x/z\"; drop = true; }, # z\n"
        "  { why = \"Old: activity = x/z\"; activity = \"x/y\"; drop = true; } # y\n);\n",
        &d, "overrides = (\n  { activity = \"x/z\"; drop = true; }, # z\n  ", record, " # y\n);\n");
    assert_written("overrides = ( { activity = \"x/yy\"; side = \"sales\"; } );\n", &d,
                   "overrides = ( { activity = \"x/yy\"; side = \"sales\"; },\n  ", record,
                   "\n);\n");
    o.drop = true;
    o.side.text = NULL;
    assert_written("scenarios = (\n);\n", &d, "scenarios = (\n);\n\noverrides = (\n",
                   "  { activity = \"x/y\"; drop = true;\n    why = \"New.\"; }\n", ");\n");
}

/* A file that cannot be read is answered with some text, not with a crash. */
static void broken_files_do_no_harm(void **state)
{
    (void)state;
    static const char *const broken[] = {
        "scenarios = (",         "scenarios = ( { \"", "scenarios",          "scenarios = 3;",
        "overrides = ( { ",      "scenarios = ( /* ",  ") ) ) scenarios = ", "\"",
        "overrides = ( activity"};
    struct draft_override o = override_of("x/y", "sales", "New.");
    struct draft d = one_scenario();
    d.overrides = &o;
    d.override_count = 1;
    for (size_t i = 0; i < ARRAY_LEN(broken); i++) {
        struct str out = {0};
        bank_write(broken[i], strlen(broken[i]), &d, &out);
        assert_non_null(strstr(out.data, "x/y"));
        str_free(&out);
    }
    d.overrides = NULL;
    draft_free(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_scenario_goes_to_the_end_of_the_list),
        cmocka_unit_test(comments_and_layout_stay),
        cmocka_unit_test(line_ends_of_the_file_are_kept),
        cmocka_unit_test(several_scenarios_are_parted_by_empty_lines),
        cmocka_unit_test(what_is_not_given_is_left_out),
        cmocka_unit_test(texts_are_escaped),
        cmocka_unit_test(an_override_takes_the_place_of_the_one_before),
        cmocka_unit_test(broken_files_do_no_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
