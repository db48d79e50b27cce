/* How fair a bank is, as JSON: read back and compared with what was measured. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "io/json_at.h"
#include "io/quality_json.h"
#include "unit/quality_fixture.h"

/* The JSON of the draft's bank, read back; frees the draft. */
static json_t *json_of(struct draft *d)
{
    struct bank *bank = bank_build(d);
    struct quality q;
    struct str text = {0};
    quality_measure(bank, d, &q);
    quality_json(&q, bank, &text);
    for (size_t i = 0; i < text.len; i++)
        assert_true((text.data[i] >= ' ' && text.data[i] <= '~') || text.data[i] == '\n');
    assert_int_equal(text.data[text.len - 1], '\n');
    json_t *json = json_loads(str_text(&text), JSON_REJECT_DUPLICATES, NULL);
    assert_non_null(json);
    str_free(&text);
    quality_free(&q);
    bank_free(bank);
    draft_free(d);
    return json;
}

static void a_small_bank_has_every_key(void **state)
{
    (void)state;
    struct draft d = fixture_draft(1);
    d.title = fixture_text(&d, "Caf\u00e9 \"one\"");
    TEXTS_SCENARIO(&d, "s asking the baker for bread", "m a poster", "M gone");
    TEXTS_SCENARIO(&d, "s asking the butcher for bread", "m a film");
    json_t *json = json_of(&d);
    assert_number(json, "version", 1);
    assert_text(json, "bank/id", "test");
    assert_text(json, "bank/title", "Caf\u00e9 \"one\"");
    assert_int_equal(json_string_length(json_at(json, "bank/fingerprint")), 16);
    assert_number(json, "scenarios", 2);
    assert_number(json, "activities", 4);
    assert_number(json, "discussions", 0);
    assert_number(json, "overrides", 1);
    assert_number(json, "dropped", 1);
    assert_number(json, "levels/1", 2);
    assert_number(json, "levels/3", 0);
    assert_number(json, "settings/food", 2);
    assert_text(json, "principles/0/id", "p0");
    assert_number(json, "principles/0/sales", 2);
    assert_number(json, "principles/0/marketing", 2);
    assert_text(json, "principles/0/balance", "too few");
    assert_text(json, "principles/0/size", "too few");
    assert_text(json, "figures/giveaway_words/verdict", "too few");
    assert_text(json, "figures/guess_by_words/verdict", "too few");
    assert_number(json, "figures/guess_by_words/of", 4);
    assert_text(json, "figures/balance/verdict", "too few");
    assert_text(json, "figures/length/verdict", "too few");
    assert_number(json, "figures/length/characters/marketing", 14);
    assert_number(json, "figures/length/longest", 28);
    assert_text(json, "figures/first_listed/verdict", "too few");
    assert_number(json, "figures/first_listed/sales", 2);
    assert_text(json, "figures/near_duplicates/verdict", "unfair");
    assert_text(json, "figures/near_duplicates/pairs/0/activity", "scene1/a0");
    assert_text(json, "figures/near_duplicates/pairs/0/earlier", "scene0/a0");
    assert_text(json, "figures/principle_balance/verdict", "too few");
    assert_text(json, "figures/principle_size/verdict", "too few");
    json_decref(json);
}

static void bounds_and_counts_go_with_the_verdicts(void **state)
{
    (void)state;
    struct draft d = fixture_draft(1);
    for (int i = 0; i < 20; i++)
        TEXTS_SCENARIO(&d, "s order", "m coupon");
    json_t *json = json_of(&d);
    assert_text(json, "figures/giveaway_words/verdict", "unfair");
    assert_number(json, "figures/giveaway_words/least_activities", 8);
    assert_number(json, "figures/giveaway_words/most_percent", 85);
    assert_text(json, "figures/giveaway_words/words/0/word", "coupon");
    assert_number(json, "figures/giveaway_words/words/0/sales", 0);
    assert_number(json, "figures/giveaway_words/words/0/marketing", 20);
    assert_text(json, "figures/guess_by_words/verdict", "unfair");
    assert_number(json, "figures/guess_by_words/right", 40);
    assert_number(json, "figures/guess_by_words/most_percent", 65);
    assert_text(json, "figures/balance/verdict", "fair");
    assert_number(json, "figures/balance/least_percent", 45);
    assert_number(json, "figures/balance/most_percent", 55);
    assert_text(json, "figures/length/verdict", "unfair");
    assert_number(json, "figures/length/most_percent_longer", 5);
    assert_text(json, "figures/first_listed/verdict", "unfair");
    assert_number(json, "figures/first_listed/least_percent", 40);
    assert_number(json, "figures/first_listed/most_percent", 60);
    assert_text(json, "figures/principle_balance/verdict", "fair");
    assert_text(json, "figures/principle_size/verdict", "fair");
    assert_number(json, "figures/principle_size/least_activities", 8);
    json_decref(json);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_small_bank_has_every_key),
        cmocka_unit_test(bounds_and_counts_go_with_the_verdicts),
    };
    return cmocka_run_group_tests_name("quality as JSON", tests, NULL, NULL);
}
