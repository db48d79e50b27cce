/* Scenes to draw: any phase, overlay and charset, over a bank whose texts are as long as may be. */
#ifndef SMQ_TESTS_VIEW_FIXTURE_H
#define SMQ_TESTS_VIEW_FIXTURE_H

#include "scene_fixture.h"

/* What random texts are made of. */
enum script {
    SCRIPT_ASCII,
    SCRIPT_WIDE,       /* two columns a character, no blanks */
    SCRIPT_EMOJI,      /* two characters that join to one of two columns, no blanks */
    SCRIPT_MARKS,      /* letters with their accents behind them */
    SCRIPT_DEVANAGARI, /* letters with their vowels behind them */
    SCRIPT_MIXED,
    SCRIPTS
};

/* A scene with all it points to. */
struct stage {
    struct table table;
    struct menu menu;
    struct scene scene;
    struct arena texts;
    unsigned made; /* words so far: each has a number of its own */
};

static inline void stage_character(struct str *out, unsigned c)
{
    char utf8[5] = {0};
    if (c >= 0x10000)
        utf8[0] = (char)(0xf0 | c >> 18), utf8[1] = (char)(0x80 | (c >> 12 & 0x3f));
    else
        utf8[0] = (char)(0xe0 | c >> 12);
    size_t len = strlen(utf8);
    utf8[len] = (char)(0x80 | (c >> 6 & 0x3f));
    utf8[len + 1] = (char)(0x80 | (c & 0x3f));
    str_add(out, utf8);
}

/* A number in letters that carry something; returns how many characters a reader sees. */
static inline size_t stage_marked(struct str *out, enum script script, unsigned number)
{
    static const unsigned vowels[] = {0x93f, 0x941, 0x947, 0x902};
    enum { KA = 0x915, LETTERS = 36 };
    size_t len = 0;
    for (; number || !len; number /= 10, len++) {
        if (script == SCRIPT_MARKS) {
            str_addf(out, "%c%s", "aeiouAEIOU"[number % 10], number % 3 ? "\xcc\x81" : "\xcc\x88");
        } else {
            stage_character(out, KA + number % LETTERS);
            stage_character(out, vowels[number % ARRAY_LEN(vowels)]);
        }
    }
    return len;
}

/* One word of at most `most` characters that stands nowhere else. */
static inline size_t stage_word(struct stage *stage, struct rng *rng, enum script script,
                                size_t most, struct str *out)
{
    static const char *const odd[] = {"é", "ß", "½", "漢", "–", "ﬁ", "👍"};
    char word[32];
    unsigned number = stage->made++;
    if (script == SCRIPT_WIDE) { /* U+4E00 and on */
        stage_character(out, 0x4e00 + number);
        return 1;
    }
    if (script == SCRIPT_EMOJI) { /* in one of five colours of skin */
        stage_character(out, 0x1f400 + number % 0x100);
        stage_character(out, 0x1f3fb + number % 5);
        return 1;
    }
    if ((script == SCRIPT_MARKS || script == SCRIPT_DEVANAGARI) && most > 6) {
        size_t len = stage_marked(out, script, number);
        str_addc(out, ' ');
        return len + 1;
    }
    snprintf(word, sizeof word, "%.*s%uz", (int)rng_below(rng, 9) + 1, "abcdefghij", number);
    size_t len = strlen(word);
    if (len > most) {
        for (size_t i = 0; i < most; i++)
            str_addc(out, 'x');
        return most;
    }
    str_add(out, word);
    if (script == SCRIPT_MIXED && len < most) {
        str_add(out, odd[rng_below(rng, ARRAY_LEN(odd))]);
        len++;
    }
    if (len < most)
        str_addc(out, ' ');
    return len + (len < most);
}

/* A text of words up to exactly `most` characters, or up to half of them. */
static inline const char *stage_text(struct stage *stage, struct rng *rng, enum script script,
                                     size_t most)
{
    struct str text = {0};
    size_t length = rng_below(rng, 3) ? most : most / 2;
    for (size_t done = 0; done < length;)
        done += stage_word(stage, rng, script, length - done, &text);
    const char *kept = arena_copy(&stage->texts, str_text(&text), text.len);
    str_free(&text);
    return kept;
}

static inline void stage_write_bank(struct stage *stage, struct rng *rng, enum script script)
{
    struct bank *bank = stage->table.bank;
    for (int i = 0; i < bank->scenario_count; i++) {
        bank->scenarios[i].situation = stage_text(stage, rng, script, BANK_SITUATION_MAX);
        bank->scenarios[i].together = stage_text(stage, rng, script, BANK_WHY_MAX);
    }
    for (int i = 0; i < bank->activity_count; i++) {
        struct activity *a = &bank->activities[i];
        a->text = stage_text(stage, rng, script, BANK_ACTIVITY_MAX);
        a->why = stage_text(stage, rng, script, BANK_WHY_MAX);
        size_t start = text_prefix(a->text, strlen(a->text) / 2);
        a->cue = arena_copy(&stage->texts, a->text + start, text_clip(a->text + start, 20));
    }
    for (int i = 0; i < bank->principle_count; i++)
        bank->principles[i].rule = stage_text(stage, rng, script, BANK_RULE_MAX);
}

/* Pieces of the text as it is now, for the clue question. */
static inline void stage_cut_pieces(struct stage *stage)
{
    struct game *game = &stage->table.game;
    const char *text = table_activity(&stage->table, game->clue_card)->text;
    size_t start = 0;
    for (int i = 0; i < CLUE_PIECES; i++) {
        size_t len = text_prefix(text + start, strlen(text) / CLUE_PIECES);
        game->clue.pieces[i] = (struct clue_piece){.start = start, .len = len};
        start += len;
    }
}

/* Plays until both cards of a pair are answered and the verdict shows. */
static inline void stage_play_to_pair(struct table *t)
{
    table_answer(t, false, true);
    for (int i = 0; i < 8 && !game_pair(&t->game, game_card(&t->game)); i++) {
        table_move(t, MOVE_NEXT);
        table_answer(t, false, true);
    }
}

/* A random scene of this phase (PHASE_RESULT + 1: a menu); free with stage_free. */
static inline void stage_make(struct stage *stage, struct rng *rng, int phase, enum script script)
{
    *stage = (struct stage){.menu = menu_of_three()};
    bool menu = phase > PHASE_RESULT;
    table_bring_to(&stage->table, menu ? PHASE_CARD : (enum phase)phase, rng_below(rng, 2));
    if (phase == PHASE_VERDICT && rng_below(rng, 2)) {
        table_start(&stage->table, MODE_PRACTICE, 0, rng_next(rng));
        stage_play_to_pair(&stage->table);
    }
    stage_write_bank(stage, rng, script);
    if (phase == PHASE_CLUE)
        stage_cut_pieces(stage);
    stage->scene = scene_of(&stage->table);
    stage->scene.game = menu ? NULL : &stage->table.game;
    stage->scene.menu = menu ? &stage->menu : NULL;
}

static inline void stage_free(struct stage *stage)
{
    table_free(&stage->table);
    menu_free(&stage->menu);
    arena_free(&stage->texts);
}

#endif
