/* "What gave it away?": which pieces are asked about, and when there is no question. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "bank_fixture.h"
#include "core/clue.h"
#include "seed.h"

enum { TRIES = 50 };

/* A bank whose activity 0 is this one. */
static struct bank *bank_with(const char *language, const char *text, const char *cue)
{
    struct draft d = fixture_draft(1);
    fixture_scenario(&d, "one", 0, 1, "events", "sm");
    d.language = fixture_text(&d, "%s", language);
    d.activities[0].text = fixture_text(&d, "%s", text);
    d.activities[0].cue = fixture_text(&d, "%s", cue);
    return fixture_finish(&d);
}

static bool has_piece(const char *text, const struct clue *clue, const char *piece)
{
    for (int i = 0; i < CLUE_PIECES; i++)
        if (clue->pieces[i].len == strlen(piece) &&
            memcmp(text + clue->pieces[i].start, piece, strlen(piece)) == 0)
            return true;
    return false;
}

/* Every question about this activity has these pieces, and at every place the clue, at times. */
static void check_pieces(const char *language, const char *text, const char *cue, const char *one,
                         const char *other)
{
    struct bank *bank = bank_with(language, text, cue);
    struct rng rng = rng_for_test();
    bool right_at[CLUE_PIECES] = {false};
    for (int i = 0; i < TRIES; i++) {
        struct clue clue;
        assert_true(clue_make(bank, 0, &rng, &clue));
        assert_true(has_piece(text, &clue, one));
        assert_true(has_piece(text, &clue, other));
        assert_int_equal(clue.pieces[clue.right].start, strstr(text, cue) - text);
        assert_int_equal(clue.pieces[clue.right].len, strlen(cue));
        right_at[clue.right] = true;
    }
    for (int i = 0; i < CLUE_PIECES; i++)
        assert_true(right_at[i]);
    bank_free(bank);
}

static void check_none(const char *text, const char *cue)
{
    struct bank *bank = bank_with("en", text, cue);
    struct rng rng = rng_seeded(1);
    struct clue clue = {.right = 7};
    assert_false(clue_make(bank, 0, &rng, &clue));
    assert_int_equal(clue.right, 7);
    bank_free(bank);
}

static void whole_phrases(void **state)
{
    (void)state;
    check_pieces("en", "Parking a gleaming lorry at a motorway exit to catch the eye of drivers",
                 "to catch the eye of drivers", "Parking a gleaming lorry", "at a motorway exit");
    check_pieces("en", "Calling people from the telemarketing desk and enrolling them for a fee",
                 "enrolling them for a fee", "Calling people", "from the telemarketing desk");
}

static void quotations_stay_whole(void **state)
{
    (void)state;
    check_pieces("en", "Haggling with a designer until 'Quiet as snow' is on the lorries",
                 "'Quiet as snow'", "with a designer", "on the lorries");
}

/* Where nothing is known of the language, only length and commas decide. */
static void other_languages(void **state)
{
    (void)state;
    check_pieces("fi", "Kertoo tarinan, yleis\xc3\xb6lle messuilla, hymyillen koko ajan",
                 "yleis\xc3\xb6lle messuilla", "Kertoo tarinan", "hymyillen koko ajan");
}

static void no_question(void **state)
{
    (void)state;
    check_none("Asking one buyer", "one buyer");                    /* too little left */
    check_none("Writing letters to one buyer about the offer", ""); /* no clue */
    check_none("Showing boats to boating men", "boats");            /* the same once more */
}

static void no_question_when_overruled(void **state)
{
    struct bank *bank = bank_with("en", "Parking a lorry at an exit to catch the eye of drivers",
                                  "to catch the eye");
    struct rng rng = rng_seeded(1);
    struct clue clue;
    (void)state;
    assert_true(clue_make(bank, 0, &rng, &clue));
    bank->activities[0].overruled = true;
    assert_false(clue_make(bank, 0, &rng, &clue));
    bank_free(bank);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whole_phrases),
        cmocka_unit_test(quotations_stay_whole),
        cmocka_unit_test(other_languages),
        cmocka_unit_test(no_question),
        cmocka_unit_test(no_question_when_overruled),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
