/* The live board: who is where, how far the room is, and how it splits. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/live_board.h"
#include "core/typed_run.h"

#include "session_fixture.h"

enum { WORDS_MAX = 16, MINUTE_MS = 60000 };

struct room {
    struct bank *bank;
    struct session session;
    struct shared_runs runs;
    int made; /* runs, for their ids */
};

static void room_open(struct room *room)
{
    *room = (struct room){.bank = fixture_bank()};
    room->session = fixture_session(room->bank);
}

static void room_close(struct room *room)
{
    shared_runs_free(&room->runs);
    bank_free(room->bank);
}

static enum side key_of(const struct room *room, const char *ref)
{
    return room->bank->activities[bank_find_activity(room->bank, ref)].side;
}

/* Adds a run that began `minute` minutes after the start; each word is a card and what was said of
 * it ("letter/a0=s"), a strike ("letter/a0!") or "end", half a minute apart. */
static void add_run(struct room *room, const char *person, enum part part, int minute,
                    enum source source, const char *const *words)
{
    struct event events[WORDS_MAX];
    char names[WORDS_MAX][64];
    struct shared_run run = {.owner = "", .source = source, .events = events};
    snprintf(run.learner.id, UUID_SIZE, "01890a5d-ac96-774b-bcce-b3020%7s", person);
    snprintf(run.learner.name, sizeof run.learner.name, "%s", person);
    run.run = (struct run){.mode = source == SOURCE_ROOM ? SHARED_MODE_ROOM : "practice",
                           .rules = "",
                           .bank = room->bank->id,
                           .items = "",
                           .session = room->session.code,
                           .part = part_id(part),
                           .started_utc_ms = (int64_t)minute * MINUTE_MS};
    snprintf(run.run.id, UUID_SIZE, "01890a5d-ac96-774b-bcce-%012d", ++room->made);
    for (; words[run.count]; run.count++) {
        const char *word = words[run.count];
        struct event *event = &events[run.count];
        size_t len = strcspn(word, "=!");
        bool end = strcmp(word, "end") == 0;
        char ref[32];
        snprintf(ref, sizeof ref, "%.*s", (int)len, word);
        snprintf(names[run.count], sizeof names[0], "%s%s%.*s", end ? "" : room->bank->id,
                 end ? "" : ":", end ? 0 : (int)len, word);
        *event = (struct event){.sequence = (int)run.count + 1,
                                .kind = end                ? EVENT_END
                                        : word[len] == '!' ? EVENT_STRIKE
                                                           : EVENT_ANSWER,
                                .activity = names[run.count],
                                .keyed = word[len] == '=' ? key_of(room, ref) : SIDE_NONE,
                                .choice = word[len] != '='       ? SIDE_NONE
                                          : word[len + 1] == 's' ? SIDE_SALES
                                                                 : SIDE_MARKETING,
                                .sure = true,
                                .utc_ms = source == SOURCE_CODE
                                              ? 0
                                              : run.run.started_utc_ms +
                                                    (int64_t)(run.count + 1) * MINUTE_MS / 2,
                                .note = end ? "done" : ""};
    }
    shared_runs_add(&room->runs, &run);
}

/* The board's card of this activity, or NULL. */
static const struct live_card *card_of(const struct room *room, const struct live_board *board,
                                       const char *ref)
{
    for (int i = 0; i < board->card_count; i++)
        if (board->cards[i].activity == bank_find_activity(room->bank, ref))
            return &board->cards[i];
    return NULL;
}

#define WORDS(...) ((const char *const[]){__VA_ARGS__, NULL})

static void test_nobody_is_there(void **state)
{
    (void)state;
    struct room room;
    struct live_board board;
    room_open(&room);
    live_board_of(&room.session, &room.runs, &board);
    assert_int_equal(board.people_count, 0);
    assert_int_equal(board.card_count, 0);
    live_board_free(&board);
    room_close(&room);
}

static void test_people_are_where_they_did_something_last(void **state)
{
    (void)state;
    struct room room;
    struct live_board board;
    room_open(&room);
    add_run(&room, "ben", PART_PRACTICE, 9, SOURCE_PLAYED, WORDS("letter/a0=s", "letter/a1=s"));
    add_run(&room, "anna", PART_BEFORE, 1, SOURCE_PLAYED, WORDS("fair/a0=s", "web/a0=m", "end"));
    add_run(&room, "ben", PART_BEFORE, 2, SOURCE_PLAYED, WORDS("fair/a0=s", "web/a0=m", "end"));
    add_run(&room, "cleo", PART_BEFORE, 3, SOURCE_PLAYED, WORDS("fair/a0=s", "fair/a0!"));
    live_board_of(&room.session, &room.runs, &board);
    assert_int_equal(board.people_count, 3);
    /* those under way come first, and everybody has the number they began with */
    assert_string_equal(board.people[0].name, "ben");
    assert_int_equal(board.people[0].number, 2);
    assert_int_equal(board.people[0].part, PART_PRACTICE);
    assert_int_equal(board.people[0].done, 2);
    assert_int_equal(board.people[0].length, 4);
    assert_int_equal(board.people[0].seen_utc_ms, 10 * MINUTE_MS);
    assert_string_equal(board.people[1].name, "cleo");
    assert_int_equal(board.people[1].done, 1);
    assert_string_equal(board.people[2].name, "anna");
    assert_true(board.people[2].complete);
    assert_int_equal(board.parts[PART_BEFORE].begun, 3);
    assert_int_equal(board.parts[PART_BEFORE].complete, 2);
    assert_int_equal(board.parts[PART_PRACTICE].begun, 1);
    assert_int_equal(board.parts[PART_PRACTICE].complete, 0);
    live_board_free(&board);
    room_close(&room);
}

/* What was typed in has no times of its own: it was seen when it was typed. */
static void test_a_code_was_seen_when_it_came(void **state)
{
    (void)state;
    static const char *const words[] = {"letter/a0=s", "end", NULL};
    struct room room;
    struct live_board board;
    room_open(&room);
    add_run(&room, "ben", PART_BEFORE, 7, SOURCE_CODE, words);
    live_board_of(&room.session, &room.runs, &board);
    assert_int_equal(board.people_count, 1);
    assert_int_equal(board.people[0].seen_utc_ms, 7 * MINUTE_MS);
    live_board_free(&board);
    room_close(&room);
}

/* The result code of what came by itself is of the one who played it, and says nothing new; one
 * that goes further says where they are. */
static void test_a_code_of_what_was_played_is_no_person(void **state)
{
    (void)state;
    struct room room;
    struct live_board board;
    for (int complete = 0; complete < 2; complete++) {
        room_open(&room);
        add_run(&room, "ben", PART_BEFORE, 2, SOURCE_PLAYED,
                complete ? WORDS("fair/a0=s", "web/a0=m", "end") : WORDS("fair/a0=s"));
        if (complete)
            add_run(&room, "ben", PART_PRACTICE, 3, SOURCE_PLAYED, WORDS("letter/a0=s"));
        add_run(&room, "ben", PART_BEFORE, 9, SOURCE_CODE, WORDS("fair/a0=s", "web/a0=m", "end"));
        struct shared_run *code = &room.runs.items[room.runs.len - 1];
        typed_learner_id(&room.session, "Ben", 0, code->learner.id);
        memcpy(code->run.learner, code->learner.id, UUID_SIZE);
        live_board_of(&room.session, &room.runs, &board);
        assert_int_equal(board.people_count, 1);
        assert_string_equal(board.people[0].name, "ben");
        assert_int_equal(board.parts[PART_BEFORE].begun, 1);
        assert_int_equal(board.parts[PART_BEFORE].complete, 1);
        assert_int_equal(board.people[0].part, complete ? PART_PRACTICE : PART_BEFORE);
        assert_int_equal(card_of(&room, &board, "fair/a0")->answers, 1);
        assert_int_equal(card_of(&room, &board, "web/a0")->answers, 1);
        live_board_free(&board);
        room_close(&room);
    }
}

static void test_first_answers_and_hands_make_the_split(void **state)
{
    (void)state;
    struct room room;
    struct live_board board;
    room_open(&room);
    add_run(&room, "anna", PART_PRACTICE, 1, SOURCE_PLAYED,
            WORDS("letter/a0=s", "letter/a0=m", "letter/a1=m", "letter/a1!"));
    /* the same part once more counts for nothing */
    add_run(&room, "anna", PART_PRACTICE, 5, SOURCE_PLAYED, WORDS("letter/a0=m"));
    add_run(&room, "ben", PART_PRACTICE, 2, SOURCE_CODE, WORDS("letter/a0=m", "end"));
    add_run(&room, "room", PART_PRACTICE, 3, SOURCE_ROOM,
            WORDS("letter/a0=s", "letter/a0=s", "letter/a0!", "letter/a0=m", "letter/a0=m",
                  "call/a0=s"));
    live_board_of(&room.session, &room.runs, &board);
    const struct live_card *card = card_of(&room, &board, "letter/a0");
    assert_non_null(card);
    assert_int_equal(card->said[SIDE_SALES], 1);
    assert_int_equal(card->said[SIDE_MARKETING], 3);
    assert_int_equal(card->answers, 4);
    assert_int_equal(card->right, card->said[key_of(&room, "letter/a0")]);
    assert_null(card_of(&room, &board, "letter/a1"));
    assert_int_equal(board.hands, 3);
    assert_int_equal(board.people_count, 2); /* a room is nobody */
    live_board_free(&board);
    room_close(&room);
}

static void test_other_sessions_are_passed_over(void **state)
{
    (void)state;
    struct room room;
    struct live_board board;
    room_open(&room);
    add_run(&room, "anna", PART_PRACTICE, 1, SOURCE_PLAYED, WORDS("letter/a0=s"));
    memcpy(room.session.code, "other-code-here", sizeof "other-code-here");
    live_board_of(&room.session, &room.runs, &board);
    assert_int_equal(board.people_count, 0);
    assert_int_equal(board.card_count, 0);
    live_board_free(&board);
    room_close(&room);
}

/* Nine misses of ten are harder than one miss, and that is harder than a hit. */
static void test_hardest_first(void **state)
{
    (void)state;
    struct room room;
    struct live_board board;
    room_open(&room);
    const char *right = key_of(&room, "letter/a0") == SIDE_SALES ? "=s" : "=m";
    const char *wrong = *(right + 1) == 's' ? "=m" : "=s";
    char word[32], person[16];
    for (int i = 0; i < 10; i++) {
        snprintf(person, sizeof person, "p%d", i);
        snprintf(word, sizeof word, "letter/a0%s", i ? wrong : right);
        add_run(&room, person, PART_PRACTICE, i, SOURCE_PLAYED, WORDS(word));
    }
    snprintf(word, sizeof word, "call/a0=%s", key_of(&room, "call/a0") == SIDE_SALES ? "m" : "s");
    add_run(&room, "x", PART_PRACTICE, 20, SOURCE_PLAYED, WORDS(word));
    snprintf(word, sizeof word, "call/a1=%s", key_of(&room, "call/a1") == SIDE_SALES ? "s" : "m");
    add_run(&room, "y", PART_PRACTICE, 20, SOURCE_PLAYED, WORDS(word));
    live_board_of(&room.session, &room.runs, &board);
    assert_int_equal(board.card_count, 3);
    assert_ptr_equal(&board.cards[0], card_of(&room, &board, "letter/a0"));
    assert_ptr_equal(&board.cards[1], card_of(&room, &board, "call/a0"));
    assert_ptr_equal(&board.cards[2], card_of(&room, &board, "call/a1"));
    for (int i = 0; i < board.card_count; i++)
        assert_true(board.cards[i].practice);
    int answers = 0, missed = 0;
    for (int i = 0; i < board.principle_count; i++) {
        answers += board.principles[i].answers;
        missed +=
            board.principles[i].missed[SIDE_SALES] + board.principles[i].missed[SIDE_MARKETING];
        assert_int_equal(board.principles[i].answers - board.principles[i].right,
                         board.principles[i].missed[SIDE_SALES] +
                             board.principles[i].missed[SIDE_MARKETING]);
    }
    assert_int_equal(answers, 12);
    assert_int_equal(missed, 10);
    live_board_free(&board);
    room_close(&room);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nobody_is_there),
        cmocka_unit_test(test_people_are_where_they_did_something_last),
        cmocka_unit_test(test_a_code_was_seen_when_it_came),
        cmocka_unit_test(test_a_code_of_what_was_played_is_no_person),
        cmocka_unit_test(test_first_answers_and_hands_make_the_split),
        cmocka_unit_test(test_other_sessions_are_passed_over),
        cmocka_unit_test(test_hardest_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
