/* Scenarios made of activities that came one by one: what belongs together, ids, refusals. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "bank_fixture.h"
#include "core/exchange_gather.h"
#include "core/gift_read.h"
#include "core/sheet_read.h"

static const char *const names[SIDE_COUNT] = {"Sales", "Marketing"};

struct gathered {
    struct exchange items;
    struct draft bank, draft;
    struct str said;
};

/* Reads a sheet (or GIFT, when it has a brace) over a bank with the principles p0 and p1. */
static void gather(struct gathered *g, const char *text, const char *principle)
{
    struct faults faults = {0};
    *g = (struct gathered){.bank = fixture_draft(2)};
    if (strchr(text, '{'))
        gift_read(text, strlen(text), "f", names, &g->items, &faults);
    else
        sheet_read(text, strlen(text), "f", names, &g->items, &faults);
    exchange_gather(&g->items, &g->bank, principle, &g->draft, &faults);
    faults_sort(&faults);
    faults_write(&faults, &g->said);
    faults_free(&faults);
}

static void ungather(struct gathered *g)
{
    exchange_free(&g->items);
    draft_free(&g->bank);
    draft_free(&g->draft);
    str_free(&g->said);
}

static void assert_refused(const char *text, const char *principle, size_t refused,
                           const char *want)
{
    struct gathered g;
    gather(&g, text, principle);
    assert_string_equal(str_text(&g.said), want);
    assert_int_equal(g.items.refused, refused);
    ungather(&g);
}

static void rows_of_one_situation_belong_together(void **state)
{
    (void)state;
    struct gathered g;
    gather(&g,
           "situation,text,side,level\n"
           "At a fair,Calling one,sales,\nIn a shop,Painting the wall,marketing,2\n"
           "At a fair,Calling all,marketing,3\nIn a shop,Taking an order,sales,2\n"
           "At a fair,Calling one,sales,\n",
           "p1");
    assert_string_equal(str_text(&g.said), "");
    assert_int_equal(g.draft.scenario_count, 2);
    const struct draft_scenario *fair = &g.draft.scenarios[0], *shop = &g.draft.scenarios[1];
    assert_string_equal(fair->id.text, "fair");
    assert_string_equal(fair->principle.text, "p1");
    assert_int_equal(fair->count, 3);
    assert_int_equal(fair->level, 3);
    assert_int_equal(fair->level_place.line, 4);
    assert_string_equal(shop->situation.text, "In a shop");
    assert_int_equal(shop->level, 2);
    assert_int_equal(shop->first, 3);
    const struct draft_activity *a = g.draft.activities;
    assert_string_equal(a[0].id.text, "calling-one");
    assert_string_equal(a[1].id.text, "calling-all");
    assert_string_equal(a[2].id.text, "calling-one-2");
    assert_string_equal(a[1].side.text, "marketing");
    assert_string_equal(a[3].text.text, "Painting the wall");
    assert_int_equal(a[4].place.line, 5);
    ungather(&g);
}

static void ids_count_more_than_situations(void **state)
{
    (void)state;
    struct gathered g;
    gather(&g,
           "scenario,activity,situation,principle,own_principle,text,side\n"
           "one,x,A fair,p0,,Calling,sales\ntwo,,A fair,p0,,Calling,sales\n"
           "one,,,,p1,Painting,marketing\ntwo,,A fair,p0,,Painting,marketing\n",
           NULL);
    assert_string_equal(str_text(&g.said), "");
    assert_int_equal(g.draft.scenario_count, 2);
    assert_string_equal(g.draft.scenarios[0].id.text, "one");
    assert_string_equal(g.draft.scenarios[0].situation.text, "A fair");
    assert_string_equal(g.draft.activities[0].id.text, "x");
    assert_string_equal(g.draft.activities[1].principle.text, "p1");
    assert_null(g.draft.activities[0].principle.text);
    ungather(&g);
}

static void a_category_gives_situation_or_principle(void **state)
{
    (void)state;
    struct gathered g;
    gather(&g,
           "$CATEGORY: $course$/top/p1/Buying and//or selling \n\n"
           "Calling{=Sales ~Marketing}\n\nPainting{=Marketing ~Sales}\n\n"
           "$CATEGORY: other/Buying and//or selling\n\n"
           "Calling{=Sales ~Marketing}\n\nPainting{=Marketing ~Sales}\n\n"
           "$CATEGORY: test/p1\n\n"
           "A fair\\nCalling{=Sales ~Marketing}\n\nA fair\\nPainting{=Marketing ~Sales}\n",
           "p0");
    assert_string_equal(str_text(&g.said), "");
    assert_int_equal(g.draft.scenario_count, 3);
    const struct draft_scenario *s = g.draft.scenarios;
    assert_string_equal(s[0].situation.text, "Buying and/or selling");
    assert_string_equal(s[0].principle.text, "p1");
    assert_string_equal(s[1].principle.text, "p0");
    assert_string_equal(s[1].id.text, "buying-and-selling-2");
    assert_string_equal(s[2].situation.text, "A fair");
    assert_string_equal(s[2].principle.text, "p1");
    ungather(&g);
}

static void groups_that_cannot_be_graded_are_refused(void **state)
{
    (void)state;
    assert_refused("Calling{=Sales ~Marketing}\n\n$CATEGORY: top/p1\n\nCalling{=Sales "
                   "~Marketing}\n",
                   "p0", 2,
                   "f:1: error: nothing says in which situation this is: a scenario needs one\n"
                   "f:5: error: nothing says in which situation this is: a scenario needs one\n");
    assert_refused("situation,text,side\nA,x,sales\nB,y,marketing\nA,z,sales\nC,v,sales\n"
                   "C,w,marketing\n",
                   "p0", 3,
                   "f:2: error: the scenario that begins here has 2 activities, all on the side "
                   "\"sales\"; it needs both sides\n"
                   "f:3: error: the scenario that begins here has 1 activity, on the side "
                   "\"marketing\"; it needs both sides\n");
    assert_refused("situation,text,side\nA,x,sales\nA,y,marketing\n", NULL, 2,
                   "f:2: error: nothing says which principle this is about; --principle gives "
                   "one\n");
}

static void a_scenario_has_one_of_each(void **state)
{
    (void)state;
    assert_refused("scenario,situation,setting,text,side\na,A,x,v,sales\na,B,y,w,marketing\n", "p0",
                   2,
                   "f:3: error: \"situation\" is \"B\" here, but another at f:2 for the same "
                   "scenario\n"
                   "f:3: error: \"setting\" is \"y\" here, but another at f:2 for the same "
                   "scenario\n");
    assert_refused("situation,level,text,side\nA,1.5,v,sales\nA,,w,marketing\n", "p0", 2,
                   "f:2: error: \"level\" must be 1 to 3\n");
}

static void ids_have_room_and_letters(void **state)
{
    (void)state;
    struct gathered g;
    gather(&g,
           "situation,text,side\n"
           "東京の店,電話,sales\n東京の店,広告,marketing\n"
           "Extraordinarily-Überlangewörterbuchverlagsgesellschaften,a,sales\n"
           "Extraordinarily-Überlangewörterbuchverlagsgesellschaften,b,marketing\n",
           "p0");
    assert_string_equal(str_text(&g.said), "");
    assert_string_equal(g.draft.scenarios[0].id.text, "scenario");
    assert_string_equal(g.draft.activities[1].id.text, "activity-2");
    assert_true(strlen(g.draft.scenarios[1].id.text) <= BANK_ID_MAX);
    ungather(&g);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_of_one_situation_belong_together),
        cmocka_unit_test(ids_count_more_than_situations),
        cmocka_unit_test(a_category_gives_situation_or_principle),
        cmocka_unit_test(groups_that_cannot_be_graded_are_refused),
        cmocka_unit_test(a_scenario_has_one_of_each),
        cmocka_unit_test(ids_have_room_and_letters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
