/* GIFT: questions taken apart, files read and refused, and what is written. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "bank_fixture.h"
#include "core/gift_parse.h"
#include "core/gift_read.h"
#include "core/gift_write.h"
#include "core/markup.h"

/* --- one question ---------------------------------------------------------------------------- */

static void kinds_are_told_as_moodle_tells_them(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        enum gift_kind kind;
    } cases[] = {
        {"Who? {=Sales ~Marketing}", GIFT_CHOICE},
        {"Who? {~%100%Sales ~Marketing}", GIFT_CHOICE},
        {"Who? {=Sales}", GIFT_TYPED},
        {"Who? {Sales}", GIFT_TYPED},
        {"Who? {T}", GIFT_TRUE_FALSE},
        {"Who? { FALSE#no#yes}", GIFT_TRUE_FALSE},
        {"Who? {}", GIFT_ESSAY},
        {"Who? {####word}", GIFT_ESSAY},
        {"Who? {#3:1}", GIFT_NUMERICAL},
        {"Who? {=a -> b =c -> d}", GIFT_MATCHING},
        {"Read this.", GIFT_DESCRIPTION},
        {"Escaped \\{=a ~b\\}", GIFT_DESCRIPTION},
        {"Who? {=Sales ~Marketing", GIFT_BROKEN},
        {"Who? =Sales ~Marketing}", GIFT_BROKEN},
        {"}{", GIFT_BROKEN},
        {"", GIFT_DESCRIPTION},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct arena arena = {0};
        if (gift_parse(cases[i].text, &arena).kind != cases[i].kind)
            fail_msg("%s", cases[i].text);
        arena_free(&arena);
    }
}

static void a_choice_is_taken_apart(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct gift_question q = gift_parse(
        ":: C\\:1 :: [plain] A 50\\% \\{sale\\}\\n\\nat\nC\\:\\\\new \\~ \\q {\n"
        "\t= %100% Sales # good \\#1\n\t~ %-50% [html]<b>Marketing</b> & more\n\t~Both#\n"
        "#### In\\ngeneral }",
        &arena);
    assert_int_equal(q.kind, GIFT_CHOICE);
    assert_string_equal(q.title, "C:1");
    assert_string_equal(q.stem, "A 50% {sale}\n\nat C:\\new ~ \\q");
    assert_string_equal(q.general, "In\ngeneral");
    assert_int_equal(q.answer_count, 3);
    assert_string_equal(q.answers[0].text, "Sales");
    assert_string_equal(q.answers[0].feedback, "good #1");
    assert_true(q.answers[0].right && !q.answers[0].partly);
    assert_string_equal(q.answers[1].text, "Marketing & more");
    assert_true(!q.answers[1].right && !q.answers[1].partly);
    assert_string_equal(q.answers[2].feedback, "");
    q = gift_parse("It is {~%33.3%a ~%99%b ~c ~d} that counts.", &arena);
    assert_string_equal(q.stem, "It is _____ that counts.");
    assert_int_equal(q.answer_count, 4);
    assert_true(q.answers[0].partly && q.answers[1].partly && !q.answers[2].partly);
    arena_free(&arena);
}

static void html_becomes_text(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"<p>A  firm<br/>has &amp; holds</p>\n<p>&quot;5 &lt; 6&quot;</p>",
         "A firm\nhas & holds\n\"5 < 6\""},
        {"a<!-- <p> no -->b<span class=\"x\">c</span>", "abc"},
        {"&#65;&#x42;&nbsp;&nbsp;&unknown; &;&", "AB &unknown; &;&"},
        {"5 < 6 <> </ <a", "5 < 6 <> </ <a"},
        {"&#0;&#xd800;&#99999999;", "&#0;&#xd800;&#99999999;"},
        {"<pre>x</pre><param>y", "xy"},
        {"", ""},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct str out = {0};
        markup_strip(&out, cases[i][0]);
        assert_string_equal(str_text(&out), cases[i][1]);
        str_free(&out);
    }
}

/* --- files ----------------------------------------------------------------------------------- */

static const char *const names[SIDE_COUNT] = {"Sales", "Marketing"};

static void read_file(const char *gift, struct exchange *x, const char *want)
{
    struct faults faults = {0};
    struct str said = {0};
    gift_read(gift, strlen(gift), "f.gift", names, x, &faults);
    faults_write(&faults, &said);
    assert_string_equal(str_text(&said), want);
    str_free(&said);
    faults_free(&faults);
}

static void a_foreign_question_becomes_an_item(void **state)
{
    (void)state;
    struct exchange x = {0};
    read_file("\xef\xbb\xbf// a file of ours, setting: none\r\n\r\n$CATEGORY: $course$/top/Fair\r\n"
              "::Q1::Calling a buyer {~marketing#No. = SALES #One buyer.}\r\n\r\n\r\n"
              "  A firm\n has a stand.\\n\\nPainting \n  the wall{=Marketing ~Sales####For all.}",
              &x, "");
    assert_int_equal(x.len, 2);
    struct exchange_item *a = &x.items[0], *b = &x.items[1];
    assert_int_equal(a->side, SIDE_SALES);
    assert_string_equal(a->text.text, "Calling a buyer");
    assert_string_equal(a->why.text, "One buyer.");
    assert_string_equal(a->group.text, "$course$/top/Fair");
    assert_null(a->situation.text);
    assert_null(a->scenario.text);
    assert_int_equal(a->place.line, 4);
    assert_int_equal(b->side, SIDE_MARKETING);
    assert_string_equal(b->situation.text, "A firm has a stand.");
    assert_string_equal(b->text.text, "Painting the wall");
    assert_string_equal(b->why.text, "For all.");
    assert_int_equal(b->place.line, 7);
    exchange_free(&x);
}

static void comments_say_what_gift_cannot(void **state)
{
    (void)state;
    struct exchange x = {0};
    read_file("// scenario: fair\n//Level:2\n// cue:  one buyer \n// side: marketing\n"
              "// text: no\n// nothing: here\n// source:\n"
              "::x/y::Calling one buyer {\n// together: Both.\n=Sales#“one buyer” ~Marketing}\n\n"
              "::x/y::Calling one buyer {=Sales#That one. ~Marketing}\n",
              &x, "");
    struct exchange_item *a = &x.items[0], *b = &x.items[1];
    assert_string_equal(a->scenario.text, "fair");
    assert_int_equal(a->scenario.place.line, 1);
    assert_string_equal(a->activity.text, "y");
    assert_string_equal(a->level.text, "2");
    assert_string_equal(a->cue.text, "one buyer");
    assert_string_equal(a->together.text, "Both.");
    assert_string_equal(a->text.text, "Calling one buyer");
    assert_null(a->source.text);
    assert_null(a->why.text); /* the feedback is the clue */
    assert_string_equal(b->scenario.text, "x");
    assert_null(b->level.text);
    assert_string_equal(b->why.text, "That one.");
    exchange_free(&x);
}

static void a_situation_may_stand_in_both_places(void **state)
{
    (void)state;
    struct exchange x = {0};
    read_file("// situation: A fair.\nA fair.\\nCalling{=Sales ~Marketing}\n\n"
              "// situation: A fair.\nOther.\\nCalling{=Sales ~Marketing}\n",
              &x, "");
    assert_string_equal(x.items[0].text.text, "Calling");
    assert_string_equal(x.items[1].text.text, "Other. Calling");
    assert_string_equal(x.items[1].situation.text, "A fair.");
    exchange_free(&x);
}

static void a_true_false_question_must_name_its_side(void **state)
{
    (void)state;
    struct exchange x = {0};
    read_file("Sales: Calling one buyer {T#no#yes}\n\n"
              "A fair.\\nMarketing? Calling one buyer {FALSE####Both}\n\n"
              "marketing : Painting {TRUE}\n\n"
              "Calling is sales {T}\n\nNot sales: calling {F}\n\nSales {T}\n",
              &x,
              "f.gift:7: error: which side is true of this? A true/false question must begin with "
              "the name of a side and a colon\n"
              "f.gift:9: error: which side is true of this? A true/false question must begin with "
              "the name of a side and a colon\n"
              "f.gift:11: error: which side is true of this? A true/false question must begin with "
              "the name of a side and a colon\n");
    assert_int_equal(x.len, 3);
    assert_int_equal(x.refused, 3);
    assert_int_equal(x.items[0].side, SIDE_SALES);
    assert_string_equal(x.items[0].text.text, "Calling one buyer");
    assert_string_equal(x.items[0].why.text, "yes");
    assert_int_equal(x.items[1].side, SIDE_SALES);
    assert_string_equal(x.items[1].situation.text, "A fair.");
    assert_string_equal(x.items[1].text.text, "Calling one buyer");
    assert_string_equal(x.items[1].why.text, "Both");
    assert_int_equal(x.items[2].side, SIDE_MARKETING);
    assert_string_equal(x.items[2].text.text, "Painting");
    exchange_free(&x);
}

static void what_cannot_be_graded_is_refused_by_line(void **state)
{
    (void)state;
    struct exchange x = {0};
    read_file("Good {=Sales ~Marketing}\n\nEssay {}\n\nTyped {=Sales}\n\n"
              "Pairs {=a -> Sales =b -> Marketing}\n\nHow many? {#3}\n\nJust a text.\n\n"
              "Open {=Sales ~Marketing\n\n~Both}\n\n"
              "Three {=Sales ~Marketing ~Both}\n\nOther {=Yes ~No}\n\nSame {=Sales ~sales}\n\n"
              "None {~Sales ~Marketing}\n\nAll {=Sales =Marketing ~%0%x}\n\n"
              "Half {~%50%Sales ~%50%Marketing}\n\n{=Sales ~Marketing}\n",
              &x,
              "f.gift:3: error: an essay question cannot be graded here\n"
              "f.gift:5: error: an answer that is to be typed cannot be graded here\n"
              "f.gift:7: error: a matching question cannot be graded here; ask its pairs one by "
              "one\n"
              "f.gift:9: error: a numerical question cannot be graded here\n"
              "f.gift:11: error: a text without answers is no question\n"
              "f.gift:13: error: a brace of the answers lacks its other half before the next empty "
              "line\n"
              "f.gift:15: error: a brace of the answers lacks its other half before the next empty "
              "line\n"
              "f.gift:17: error: the question has 3 answers; a choice has the two sides\n"
              "f.gift:19: error: the answers are \"Yes\" and \"No\"; they must be the two sides\n"
              "f.gift:21: error: the answers are \"Sales\" and \"sales\"; they must be the two "
              "sides\n"
              "f.gift:23: error: exactly one of the two answers must be right\n"
              "f.gift:25: error: the question has 3 answers; a choice has the two sides\n"
              "f.gift:27: error: exactly one of the two answers must be right\n"
              "f.gift:29: error: the question has no text\n");
    assert_int_equal(x.len, 1);
    assert_int_equal(x.refused, 14);
    exchange_free(&x);
}

static void bytes_are_not_read_past_their_end(void **state)
{
    (void)state;
    static const char gift[] = "A {=Sales ~Marketing}\n// cue: x\n$CATEGORY: \xef\xbb\xbf";
    for (size_t len = 0; len < sizeof gift; len++) {
        char *exact = xcalloc(len + (len == 0), 1);
        struct exchange x = {0};
        struct faults faults = {0};
        memcpy(exact, gift, len);
        gift_read(exact, len, "f.gift", names, &x, &faults);
        assert_int_equal(x.len + x.refused, len > 0);
        free(exact);
        faults_free(&faults);
        exchange_free(&x);
    }
}

/* --- writing --------------------------------------------------------------------------------- */

static void a_bank_is_written_as_gift(void **state)
{
    (void)state;
    struct draft d = fixture_draft(2);
    fixture_scenario(&d, "fair", 1, 2, "events", "smM");
    fixture_scenario(&d, "shop", 0, 1, "trade", "sm");
    d.activities[0].text = fixture_text(&d, "One: {=50 ~ #2} \\new");
    d.activities[0].why = fixture_text(&d, "[html] is a word.");
    d.activities[1].principle = fixture_text(&d, "p0");
    d.activities[1].cue = (struct draft_text){0};
    d.activities[1].why = (struct draft_text){0};
    struct bank *bank = fixture_finish(&d);
    struct str out = {0};
    gift_write(bank, &out);
    static const char want[] =
        "$CATEGORY: test/p1\n\n"
        "// scenario: fair\n// principle: p1\n// level: 2\n// setting: events\n"
        "// together: Together they made fair.\n// activity: a0\n// cue: one buyer\n"
        "// [id:test:fair/a0] [tag:p1] [tag:level-2] [tag:events]\n"
        "::fair/a0::[plain]The situation called fair.\\n\\nOne\\: \\{\\=50 \\~ \\#2\\} \\\\new {\n"
        "\t=Sales#“one buyer”\n\t~Marketing#“one buyer”\n\t####[plain][html] is a word.\n}\n\n"
        "// scenario: fair\n// principle: p1\n// level: 2\n// setting: events\n"
        "// together: Together they made fair.\n// activity: a1\n// own_principle: p0\n"
        "// [id:test:fair/a1] [tag:p0] [tag:level-2] [tag:events]\n"
        "::fair/a1::[plain]The situation called fair.\\n\\nWriting number 1 of fair to an audience "
        "{\n\t~Sales\n\t=Marketing\n}\n\n"
        "$CATEGORY: test/p0\n\n// scenario: shop\n";
    assert_memory_equal(out.data, want, strlen(want));
    str_free(&out);
    bank_free(bank);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(kinds_are_told_as_moodle_tells_them),
        cmocka_unit_test(a_choice_is_taken_apart),
        cmocka_unit_test(html_becomes_text),
        cmocka_unit_test(a_foreign_question_becomes_an_item),
        cmocka_unit_test(comments_say_what_gift_cannot),
        cmocka_unit_test(a_situation_may_stand_in_both_places),
        cmocka_unit_test(a_true_false_question_must_name_its_side),
        cmocka_unit_test(what_cannot_be_graded_is_refused_by_line),
        cmocka_unit_test(bytes_are_not_read_past_their_end),
        cmocka_unit_test(a_bank_is_written_as_gift),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
