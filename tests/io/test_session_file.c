/* The file of a session: what is written comes back, from the shipped bank and from one with
 * overrides; and every fault is named with its line. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "core/session_make.h"
#include "core/session_write.h"
#include "io/bank_file.h"
#include "io/session_file.h"
#include "unit/seed.h"
#include "unit/session_fixture.h"

enum { SEEDS = 25 };

/* --- there and back -------------------------------------------------------------------------- */

static void read_back(const struct str *text, struct session_file *file)
{
    struct faults faults = {0};
    struct err e = {0};
    bool good = session_file_read("session.cfg", text->data, text->len, file, &faults, &e);
    if (!good) {
        struct str said = {0};
        faults_write(&faults, &said);
        fail_msg("%s%s", str_text(&said), e.text);
    }
    assert_int_equal(faults.errors, 0);
    faults_free(&faults);
}

static void assert_same_card(const struct session *was, int a, const struct session *is, int b)
{
    const struct bank *from = was->bank, *to = is->bank;
    const struct activity *x = &from->activities[a], *y = &to->activities[b];
    const struct scenario *s = &from->scenarios[x->scenario], *t = &to->scenarios[y->scenario];
    assert_string_equal(x->ref, y->ref);
    assert_string_equal(x->id, y->id);
    assert_string_equal(x->text, y->text);
    assert_string_equal(x->why, y->why);
    assert_string_equal(x->source, y->source);
    assert_string_equal(bank_clue(x), bank_clue(y));
    assert_int_equal(x->side, y->side);
    assert_true(x->wording == y->wording);
    assert_false(y->dropped);
    assert_string_equal(from->principles[x->principle].id, to->principles[y->principle].id);
    assert_string_equal(from->principles[x->principle].rule, to->principles[y->principle].rule);
    assert_string_equal(s->situation, t->situation);
    assert_string_equal(s->together, t->together);
    assert_string_equal(s->setting, t->setting);
    assert_int_equal(s->level, t->level);
}

/* The same cards, and whole scenarios around them, dropped activities excepted. */
static void assert_same_items(const struct session *was, const struct session_items *items,
                              const struct session *is, const struct session_items *back)
{
    assert_int_equal(items->count, back->count);
    for (int i = 0; i < items->count; i++) {
        const struct bank *bank = was->bank;
        const struct scenario *s =
            &bank->scenarios[bank->activities[items->activities[i]].scenario];
        int kept = 0;
        assert_same_card(was, items->activities[i], is, back->activities[i]);
        for (int j = s->first; j < s->first + s->count; j++) {
            int there = bank_find_activity(is->bank, bank->activities[j].ref);
            assert_int_equal(there < 0, bank->activities[j].dropped);
            kept += there >= 0;
            if (there >= 0)
                assert_same_card(was, j, is, there);
        }
        assert_int_equal(
            is->bank->scenarios[is->bank->activities[back->activities[i]].scenario].count, kept);
    }
}

static void assert_same_bank(const struct bank *was, const struct bank *is)
{
    assert_string_equal(was->id, is->id);
    assert_string_equal(was->title, is->title);
    assert_string_equal(was->language, is->language);
    assert_string_equal(was->license, is->license);
    for (int side = 0; side < SIDE_COUNT; side++) {
        assert_string_equal(was->side_name[side], is->side_name[side]);
        assert_string_equal(was->side_definition[side], is->side_definition[side]);
    }
    assert_int_equal(was->discussion_count, is->discussion_count);
    for (int i = 0; i < was->discussion_count; i++)
        assert_string_equal(was->discussions[i].depends, is->discussions[i].depends);
}

/* Writes the session and reads it: all of it is there again. */
static void assert_comes_back(const struct session *session)
{
    struct str text = {0};
    struct session_file file;
    session_write(&text, session);
    read_back(&text, &file);
    const struct session *is = &file.session;
    assert_ptr_equal(is->bank, file.bank);
    assert_string_equal(session->code, is->code);
    assert_string_equal(session->title, is->title);
    assert_memory_equal(session->has, is->has, sizeof is->has);
    assert_true(session->names == is->names && session->pass == is->pass &&
                session->minutes == is->minutes && session->people == is->people);
    assert_same_bank(session->bank, is->bank);
    for (int form = 0; form < FORM_COUNT; form++)
        assert_same_items(session, &session->forms[form], is, &is->forms[form]);
    assert_same_items(session, &session->practice, is, &is->practice);
    session_file_free(&file);
    str_free(&text);
}

static struct session make(const struct bank *bank, struct session_wishes *wishes, uint64_t seed)
{
    struct rng rng = rng_seeded(seed);
    struct session session;
    struct err e = {0};
    wishes->pace.turns = 1;
    wishes->code = "maple-tango-river";
    wishes->rules.mode = MODE_PRACTICE;
    if (!session_make(bank, wishes, &rng, &session, &e))
        fail_msg("%s", e.text);
    return session;
}

static void sessions_of_the_shipped_bank_come_back(void **state)
{
    (void)state;
    const struct bank_layer layer = {"questions", false};
    struct faults faults = {0};
    struct err e = {0};
    struct rng rng = rng_for_test();
    struct bank *bank = bank_load(&layer, 1, NULL, &faults, &e);
    assert_non_null(bank);
    for (int round = 0; round < SEEDS; round++) {
        struct session_wishes wishes = {.rules = {.minutes = 15 + 3 * round},
                                        .people = round,
                                        .names = round % 2 == 1,
                                        .title = "Größe & “Quotes” \\ \"both\""};
        for (int part = 0; part < PART_COUNT; part++)
            wishes.has[part] = round % 8 == 0 || (round >> part & 1);
        struct session session = make(bank, &wishes, rng_next(&rng));
        assert_comes_back(&session);
    }
    faults_free(&faults);
    bank_free(bank);
}

static void a_bank_without_optional_texts_comes_back(void **state)
{
    (void)state;
    struct bank *bank = fixture_bank(); /* with dropped activities, without questions */
    struct session session = fixture_session(bank);
    assert_comes_back(&session);
    session.has[PART_PRACTICE] = session.names = false;
    session.pass = session.minutes = session.people = 0;
    assert_comes_back(&session);
    bank_free(bank);
}

static const char overruled[] =
    "bank = { id = \"b\"; title = \"Bank\"; };\n"
    "sides = { sales = { name = \"S\"; }; marketing = { name = \"M\"; }; };\n"
    "principles = ( { id = \"p\"; title = \"P\"; rule = \"R\"; },\n"
    "  { id = \"q\"; title = \"Q\"; rule = \"R2\"; }, { id = \"r\"; title = \"R\"; rule = \"R3\"; "
    "} );\n"
    "scenarios = (\n"
    "  { id = \"one\"; situation = \"One.\"; principle = \"p\"; level = 1; activities = (\n"
    "    { id = \"a\"; side = \"sales\"; text = \"A buyer\"; cue = \"buyer\"; why = \"One.\"; },\n"
    "    { id = \"b\"; side = \"marketing\"; text = \"A crowd\"; cue = \"crowd\"; },\n"
    "    { id = \"c\"; side = \"sales\"; text = \"Dropped\"; principle = \"r\"; } ); },\n"
    "  { id = \"two\"; situation = \"Two.\"; principle = \"p\"; level = 3; activities = (\n"
    "    { id = \"a\"; side = \"sales\"; text = \"A buyer \\\"x\\\"\"; principle = \"q\"; },\n"
    "    { id = \"b\"; side = \"marketing\"; text = \"A crowd\"; } ); },\n"
    "  { id = \"gone\"; situation = \"Gone.\"; principle = \"p\"; level = 3; activities = (\n"
    "    { id = \"a\"; side = \"sales\"; text = \"A buyer again\"; },\n"
    "    { id = \"b\"; side = \"marketing\"; text = \"A crowd again\"; } ); } );\n"
    "overrides = ( { activity = \"one/a\"; side = \"marketing\"; why = \"Ours.\"; },\n"
    "  { activity = \"one/b\"; side = \"sales\"; why = \"Ours too.\"; },\n"
    "  { activity = \"one/c\"; drop = true; }, { activity = \"gone/b\"; drop = true; } );\n";

static void overrides_are_applied_in_the_file(void **state)
{
    (void)state;
    struct faults faults = {0};
    struct err e = {0};
    struct session_wishes wishes = {.rules = {.length = 2}, .has = {true, false, true}};
    struct bank *bank = bank_load_bytes("bank.cfg", overruled, strlen(overruled), &faults, &e);
    assert_non_null(bank);
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        struct session session, *s = &session;
        struct rng rng = rng_seeded(seed);
        struct str text = {0};
        wishes.pace.turns = 1;
        wishes.code = "a-b-c";
        assert_false(session_make(bank, &wishes, &rng, s, &e)); /* one scenario has one side left */
        wishes.has[PART_BEFORE] = wishes.has[PART_AFTER] = false;
        wishes.has[PART_PRACTICE] = true;
        wishes.rules.length = 4;
        *s = make(bank, &wishes, seed);
        assert_comes_back(s);
        session_write(&text, s);
        assert_null(strstr(text.data, "overrides"));
        assert_null(strstr(text.data, "Dropped"));
        assert_null(strstr(text.data, "gone"));
        assert_null(strstr(text.data, "R3")); /* only the dropped activity was of that principle */
        assert_non_null(strstr(text.data, "Ours too."));
        str_free(&text);
        wishes.has[PART_BEFORE] = wishes.has[PART_AFTER] = true;
        wishes.has[PART_PRACTICE] = false;
        wishes.rules.length = 2;
    }
    faults_free(&faults);
    bank_free(bank);
}

/* --- faults ---------------------------------------------------------------------------------- */

/* A session as it is written, with `from` in it (once) replaced. */
static void write_broken(const char *from, const char *to, struct str *out)
{
    struct bank *bank = fixture_bank();
    struct session session = fixture_session(bank);
    struct str text = {0};
    session_write(&text, &session);
    const char *at = strstr(text.data, from);
    assert_non_null(at);
    str_addn(out, text.data, (size_t)(at - text.data));
    str_add(out, to);
    str_add(out, at + strlen(from));
    str_free(&text);
    bank_free(bank);
}

/* The line that `text` stands in. */
static int line_of(const struct str *whole, const char *text)
{
    const char *end = strstr(whole->data, text);
    int line = 1;
    assert_non_null(end);
    for (const char *at = whole->data; at < end; at++)
        line += *at == '\n';
    return line;
}

/* Replaces, reads, and wants this complaint about the line that `where` stands in. */
static void expect_fault(const char *from, const char *to, const char *where, const char *sentence)
{
    struct str text = {0}, said = {0}, wanted = {0};
    struct session_file file;
    struct faults faults = {0};
    struct err e = {0};
    write_broken(from, to, &text);
    assert_false(session_file_read("s.cfg", text.data, text.len, &file, &faults, &e));
    assert_int_equal(e.status, STATUS_DATA);
    faults_write(&faults, &said);
    str_addf(&wanted, "s.cfg:%d: error: %s\n", line_of(&text, where), sentence);
    if (!strstr(str_text(&said), str_text(&wanted)))
        fail_msg("wanted: %ssaid: %s", str_text(&wanted), str_text(&said));
    session_file_free(&file);
    faults_free(&faults);
    str_free(&text);
    str_free(&said);
    str_free(&wanted);
}

static void versions(void **state)
{
    (void)state;
    expect_fault("  version = 1;\n", "", "session = {", "the session has no \"version\"");
    expect_fault("version = 1;", "version = 2;", "session = {",
                 "the session was made by a later smquiz");
    expect_fault("version = 1;", "version = \"1\";", "version",
                 "session.version: this must be a whole number, not too large");
    expect_fault("version = 1;", "version = 99999999999;", "version",
                 "the number 99999999999 is too large");
    expect_fault("version = 1;", "version = -1;", "session = {", "the session has no \"version\"");
}

static void codes_and_titles(void **state)
{
    (void)state;
    static const char code[] = "session.code: a code is words with \"-\" between them";
    expect_fault("maple-tango-river", "Maple", "code = ", code);
    expect_fault("maple-tango-river", "../maple", "code = ", code);
    expect_fault("maple-tango-river", "a b", "code = ", code);
    expect_fault("  code = \"maple-tango-river\";\n", "", "session = {",
                 "the session has no \"code\"");
    expect_fault("\"maple-tango-river\"", "7",
                 "code = ", "session.code: this must be a text in quotes, not too long");
    expect_fault("maple-tango-river", "maple-tango-river-maple-tango-river",
                 "code = ", "session.code: this must be a text in quotes, not too long");
    expect_fault("  title = \"The first day\";\n", "", "session = {",
                 "the session has no \"title\"");
    expect_fault("The first day", "", "title = \"\"",
                 "session.title: this must be a text in quotes, "
                 "not too long");
    expect_fault("The first day", "soft\xc2\xadhyphen", "hyphen",
                 "session.title: it has a character that must not be there");
}

static void control_characters_are_refused_before_all_else(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "a\x1b[2J",      "a\x07",     "a\302\2331m", /* U+009B, a CSI */
        "a\xe2\x80\xae", "a\\x1b[2J", "a\tb"};
    for (size_t i = 0; i < ARRAY_LEN(bad); i++) {
        struct str text = {0}, said = {0};
        struct session_file file;
        struct faults faults = {0};
        struct err e = {0};
        write_broken("The first day", bad[i], &text);
        assert_false(session_file_read("s.cfg", text.data, text.len, &file, &faults, &e));
        faults_write(&faults, &said);
        for (size_t at = 0; at < said.len; at++)
            assert_true(said.data[at] == '\n' || (unsigned char)said.data[at] >= ' ');
        session_file_free(&file);
        faults_free(&faults);
        str_free(&text);
        str_free(&said);
    }
}

static void parts_and_numbers(void **state)
{
    (void)state;
    static const char parts[] = "[ \"before\", \"practice\", \"after\" ]";
    static const char known[] =
        "session.parts: the parts are \"before\", \"practice\" and \"after\"";
    expect_fault("[ \"before\"", "[ \"midday\"", "parts = ", known);
    expect_fault(parts, "[ 1 ]", "parts = ", known);
    expect_fault(parts, "( ( \"before\" ) )", "parts = ", known);
    expect_fault(parts, "[ ]", "session = {", "the session has no part");
    expect_fault(parts, "\"before\"", "session = {", "the session has no part");
    expect_fault("pass = 2", "pass = 101",
                 "pass = ", "session.pass: this must be a whole number, not too large");
    expect_fault("minutes = 45", "minutes = 601",
                 "minutes = ", "session.minutes: this must be a whole number, not too large");
    expect_fault("people = 12", "people = 5001",
                 "people = ", "session.people: this must be a whole number, not too large");
    expect_fault("people = 12", "people = 1.5",
                 "people = ", "session.people: this must be a whole number, not too large");
    expect_fault("names = true", "names = \"yes\"",
                 "names = ", "session.names: this must be true or false");
}

static void cards(void **state)
{
    (void)state;
    static const char twice[] = "is no card of the bank, or stands there twice";
    char sentence[128];
    snprintf(sentence, sizeof sentence, "“fair/a9” %s", twice);
    expect_fault("\"fair/a0\"", "\"fair/a9\"", "a = [", sentence);
    snprintf(sentence, sizeof sentence, "“web/a0” %s", twice);
    expect_fault("\"fair/a0\"", "\"web/a0\"", "a = [", sentence);
    snprintf(sentence, sizeof sentence, "“” %s", twice);
    expect_fault("\"fair/a0\",\n      \"web/a0\"", "1, 2", "a = [", sentence);
    snprintf(sentence, sizeof sentence, "“\\u{1}” %s", twice);
    expect_fault("\"stand/a2\"", "\"\\x01\"", "b = [", sentence);
    expect_fault("\"stand/a2\"", "\"fair/a1\"", "session = {", "the two forms share a scenario");
    expect_fault("\"fair/a0\",\n      \"web/a0\"", "", "session = {",
                 "form A of the test has no cards");
    expect_fault("    practice = [", "    other = [", "session = {", "the practice has no cards");
}

static void too_many_cards(void **state)
{
    (void)state;
    static const char list[] = "practice = [", one_more[] = " \"scene50/a0\",";
    struct draft draft = fixture_draft(1);
    struct session session = {.code = "a-b-c", .title = "T", .has = {false, true, false}};
    struct str text = {0}, more = {0}, said = {0};
    struct session_file file;
    struct faults faults = {0};
    struct err e = {0};
    for (int i = 0; i <= SESSION_ITEMS_MAX / SIDE_COUNT; i++) {
        char id[16];
        snprintf(id, sizeof id, "scene%d", i);
        fixture_scenario(&draft, id, 0, 1, "events", "sm");
    }
    struct bank *bank = fixture_finish(&draft);
    session.bank = bank;
    session.practice.count = SESSION_ITEMS_MAX;
    for (int i = 0; i < SESSION_ITEMS_MAX; i++)
        session.practice.activities[i] = i;
    session.forms[FORM_A] = (struct session_items){1, {SESSION_ITEMS_MAX}};
    assert_comes_back(&session);
    session_write(&text, &session);
    const char *at = strstr(text.data, list);
    assert_non_null(at);
    at += strlen(list);
    str_addn(&more, text.data, (size_t)(at - text.data));
    str_addf(&more, "%s%s", one_more, at);
    assert_false(session_file_read("s.cfg", more.data, more.len, &file, &faults, &e));
    faults_write(&faults, &said);
    assert_non_null(strstr(str_text(&said), "session.practice: there are too many cards in it\n"));
    session_file_free(&file);
    faults_free(&faults);
    str_free(&more);
    str_free(&text);
    str_free(&said);
    bank_free(bank);
}

static void a_bank_alone_is_no_session(void **state)
{
    (void)state;
    struct session_file file;
    struct faults faults = {0};
    struct str said = {0};
    struct err e = {0};
    assert_false(session_file_read("s.cfg", overruled, strlen(overruled), &file, &faults, &e));
    faults_write(&faults, &said);
    assert_non_null(strstr(str_text(&said), "s.cfg: error: this is a bank and no session: it has "
                                            "no group \"session\"\n"));
    session_file_free(&file);
    faults_free(&faults);
    faults = (struct faults){0};
    assert_false(session_file_read("s.cfg", "", 0, &file, &faults, &e));
    assert_int_equal(e.status, STATUS_DATA);
    session_file_free(&file);
    faults_free(&faults);
    str_free(&said);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sessions_of_the_shipped_bank_come_back),
        cmocka_unit_test(a_bank_without_optional_texts_comes_back),
        cmocka_unit_test(overrides_are_applied_in_the_file),
        cmocka_unit_test(versions),
        cmocka_unit_test(codes_and_titles),
        cmocka_unit_test(control_characters_are_refused_before_all_else),
        cmocka_unit_test(parts_and_numbers),
        cmocka_unit_test(cards),
        cmocka_unit_test(too_many_cards),
        cmocka_unit_test(a_bank_alone_is_no_session),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
