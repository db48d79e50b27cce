/* "What gave it away?" over the shipped bank: how often there is such a question, and that its
 * pieces are fair. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "core/clue.h"
#include "core/text.h"
#include "io/bank_file.h"

/* In a hundred: activities with a question, and questions whose clue is the longest piece (33 would
 * be chance). */
enum { SHARE_LEAST = 40, LONGEST_MOST = 60 };

static void check_apart(const struct clue *clue)
{
    for (int i = 0; i < CLUE_PIECES; i++)
        for (int j = 0; j < i; j++)
            assert_true(clue->pieces[i].start + clue->pieces[i].len <= clue->pieces[j].start ||
                        clue->pieces[j].start + clue->pieces[j].len <= clue->pieces[i].start);
}

/* Returns whether the clue is longer than both other pieces. */
static bool check_question(const struct activity *activity, const struct clue *clue)
{
    const char *text = activity->text;
    int cols[CLUE_PIECES], longer = 0;
    check_apart(clue);
    for (int i = 0; i < CLUE_PIECES; i++) {
        struct clue_piece piece = clue->pieces[i];
        assert_true(piece.len > 0 && piece.start + piece.len <= strlen(text));
        assert_true(text[piece.start] != ' ' && text[piece.start + piece.len - 1] != ' ');
        cols[i] = text_widthn(text + piece.start, piece.len);
    }
    for (int i = 0; i < CLUE_PIECES; i++) {
        assert_true(2 * cols[i] >= cols[clue->right]);
        longer += cols[i] < cols[clue->right];
    }
    assert_int_equal(clue->pieces[clue->right].len, strlen(activity->cue));
    assert_memory_equal(text + clue->pieces[clue->right].start, activity->cue,
                        strlen(activity->cue));
    return longer == CLUE_PIECES - 1;
}

static void shipped_bank(void **state)
{
    struct bank_layer layer = {.path = "questions"};
    struct faults faults = {0};
    struct err e = {.text = ""};
    struct rng rng = rng_seeded(1);
    int questions = 0, longest = 0;
    (void)state;
    struct bank *bank = bank_load(&layer, 1, NULL, &faults, &e);
    assert_non_null(bank);
    for (int i = 0; i < bank->activity_count; i++) {
        struct clue clue;
        if (!clue_make(bank, i, &rng, &clue))
            continue;
        questions++;
        longest += check_question(&bank->activities[i], &clue);
    }
    print_message("%d of %d activities; the clue is longest in %d\n", questions,
                  bank->activity_count, longest);
    assert_true(questions * 100 >= bank->activity_count * SHARE_LEAST);
    assert_true(longest * 100 <= questions * LONGEST_MOST);
    bank_free(bank);
    faults_free(&faults);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(shipped_bank)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
