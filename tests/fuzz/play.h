/* Somebody who plays whatever the bytes say: keys, clicks, lines and actions, out of place too, at
 * screens of any size; what is shown is looked at.  Shared by the fuzz targets of the game. */
#ifndef SMQ_TESTS_FUZZ_PLAY_H
#define SMQ_TESTS_FUZZ_PLAY_H

#include "bytes.h"
#include "core/view.h"
#include "core/view_lines.h"
#include "fuzz.h"
#include "game_log.h"
#include "ui/keys.h"
#include "view_fixture.h"

enum { PLAY_COLS_LEAST = 40, PLAY_INPUTS_MAX = 400 };

struct player {
    struct bytes bytes;
    struct stage stage; /* the table, the scene, and its texts */
    struct keymap keys;
    struct frame frame;
    struct log log;
    int failing;        /* so many of the next events cannot be stored */
    bool strikes_climb; /* a strike while the next card of a climb lies open is not resumed */
    bool left;          /* the player is gone */
    bool whole;         /* the game is one that was played from its start */
    struct rules rules; /* it was started by */
    uint64_t seed;
    int plan[GAME_CARDS_MAX];
    int plan_count; /* 0: none was given */
};

/* A cell holds one cluster that any terminal may be given. */
static inline void play_look_at_frame(const struct frame *frame)
{
    for (int i = 0; i < frame->width * frame->height; i++) {
        const struct cell *cell = &frame->cells[i];
        size_t len = strnlen(cell->text, CELL_BYTES);
        must(len < CELL_BYTES && cell->cols <= 2 && cell->role < ROLE_COUNT);
        must_be_shown(cell->text, len);
    }
    for (int i = 0; i < frame->hit_count; i++) {
        const struct hit *hit = &frame->hits[i];
        must(hit->x >= 0 && hit->y >= 0 && hit->width > 0 && hit->height > 0);
        must(hit->x + hit->width <= frame->width && hit->y + hit->height <= frame->height);
    }
    must(frame->cursor_x < frame->width && frame->cursor_y < frame->height);
}

static inline void play_look_at_lines(const char *lines, int cols)
{
    must_be_lines(lines);
    for (const char *line = lines; *line && cols >= PLAY_COLS_LEAST;) {
        size_t len = strcspn(line, "\n");
        must(text_widthn(line, len) <= cols);
        line += len + 1;
    }
}

static inline void play_show(struct player *p, int cols, int rows)
{
    struct str lines = {0};
    struct scene *scene = &p->stage.scene;
    scene->now = p->stage.table.now;
    view_frame(&p->frame, scene, cols, rows);
    play_look_at_frame(&p->frame);
    view_lines(&lines, scene, cols < 2 ? 2 : cols);
    play_look_at_lines(str_text(&lines), cols);
    str_free(&lines);
}

/* Carries a move out and keeps what it says is to be kept, as app/play does. */
static inline void play_move(struct player *p, const struct move *move)
{
    struct table *t = &p->stage.table;
    struct game *game = &t->game;
    struct game before = *game;
    bool board = mode_info(game->rules.mode)->board;
    unsigned effects = game_apply(game, t->bank, &t->history, move, t->now);
    must(!p->whole || game_step_fault(&before, t, move->kind, effects) == NULL);
    while (effects & EFFECT_RECORD) {
        struct move told = {.kind = MOVE_STORED};
        before = *game;
        if (p->failing > 0) {
            p->failing--;
            told.kind = MOVE_NOT_STORED;
        } else if (p->log.count < LOG_MAX && !game->unsaved) {
            log_pending(&p->log, t);
        }
        p->strikes_climb = p->strikes_climb ||
                           (game->pending.kind == EVENT_STRIKE &&
                            game->pending.then == PHASE_CARD && game->rules.mode == MODE_CLIMB);
        effects = game_apply(game, t->bank, &t->history, &told, t->now);
        must(!p->whole || game_step_fault(&before, t, told.kind, effects) == NULL);
    }
    must(!board || game->card_count <= GAME_CARDS_MAX);
    if (game->phase != before.phase || game->card_count != before.card_count)
        p->stage.scene.cursor =
            (struct cursor){.selected = game->phase == PHASE_CLUE ? -1 : 0,
                            .slide = game->phase == PHASE_VERDICT ? SLIDE_STEPS : 0};
}

static inline void play_follow(struct player *p, const struct intent *intent)
{
    struct scene *scene = &p->stage.scene;
    if (intent->want == WANT_MOVE) {
        scene->cursor.told = false;
        play_move(p, &intent->move);
    } else if (intent->want == WANT_CLOCK) {
        scene->clock = !scene->clock;
    } else if (intent->want == WANT_AGAIN) {
        must(scene->game->phase == PHASE_RESULT);
        p->left = true;
    } else if (intent->want == WANT_DONE) {
        p->left = true;
    } else {
        must(intent->want == WANT_NOTHING || intent->want == WANT_REDRAW ||
             intent->want == WANT_REPAINT || intent->want == WANT_WAITED ||
             intent->want == WANT_PLAIN);
    }
}

static inline struct input play_line(struct player *p)
{
    char line[INPUT_TEXT_SIZE];
    bytes_line(&p->bytes, line, sizeof line);
    return input_from_line(line, scene_context(&p->stage.scene));
}

static inline struct input play_key(struct player *p)
{
    char text[8] = {0};
    uint32_t key = 0;
    text[0] = (char)bytes_next(&p->bytes);
    for (int i = 1; i < 4 && ((unsigned char)text[0] & 0xc0) == 0xc0; i++)
        text[i] = (char)bytes_next(&p->bytes);
    if (text[0])
        keys_from_utf8(text, &key);
    else
        key = KEY_LEFT_ARROW + bytes_below(&p->bytes, KEY_RUBOUT - KEY_LEFT_ARROW + 1);
    return keys_input(&p->keys, key, scene_context(&p->stage.scene));
}

/* Whatever a front end may hand over, in place or not. */
static inline struct input play_any(struct player *p)
{
    struct input input = {.kind = (enum input_kind)bytes_below(&p->bytes, INPUT_UNKNOWN + 1)};
    input.action = (enum action)bytes_below(&p->bytes, ACTION_COUNT);
    input.item = (int)bytes_next(&p->bytes) - 128;
    input.unsure = bytes_below(&p->bytes, 2);
    if (input.kind == INPUT_KEY)
        input.key = bytes_next(&p->bytes) % 2 ? 0x20 + bytes_below(&p->bytes, 0x60) : KEY_RUBOUT;
    bytes_line(&p->bytes, input.text, sizeof input.text);
    return input;
}

/* A move that no input would make here. */
static inline struct move play_any_move(struct player *p)
{
    struct move move = {.kind = (enum move_kind)bytes_below(&p->bytes, MOVE_KINDS)};
    unsigned more = bytes_next(&p->bytes);
    move.choice = (enum side)(more % (SIDE_COUNT + 1));
    move.sure = more & 4;
    move.previous = more & 8;
    move.item = (int)(more >> 4) - 4;
    for (int i = 0; i < GAME_BOARD_MAX && move.kind == MOVE_PLACE; i++) {
        unsigned placing = bytes_next(&p->bytes);
        move.placing[i] = (struct placing){.placed = placing & 1,
                                           .unsure = placing & 2,
                                           .side = (enum side)((placing >> 2) % (SIDE_COUNT + 1))};
    }
    return move;
}

/* Time goes on, jumps ahead, or a clock is set back. */
static inline void play_wait(struct player *p)
{
    static const int64_t units[] = {1, 1000, 60000, -1000, -3600000, 86400000};
    struct table *t = &p->stage.table;
    int64_t ms = units[bytes_below(&p->bytes, ARRAY_LEN(units))] * (int64_t)bytes_next(&p->bytes);
    t->now.utc_ms += ms;
    t->now.mono_ms += ms > 0 ? ms : 0; /* which is never set back */
    play_move(p, &(struct move){.kind = MOVE_TICK});
}

/* Does one thing the bytes say. */
static inline void play_once(struct player *p)
{
    struct scene *scene = &p->stage.scene;
    struct move move;
    struct input input = {.kind = INPUT_TIMEOUT};
    p->stage.table.now.mono_ms += 500;
    p->stage.table.now.utc_ms += 500;
    switch (bytes_below(&p->bytes, 10)) {
    case 0:
        move = play_any_move(p);
        if (move.kind != MOVE_STORED && move.kind != MOVE_NOT_STORED)
            play_move(p, &move);
        return;
    case 1:
        play_wait(p);
        return;
    case 2:
        play_show(p, (int)bytes_next(&p->bytes), (int)bytes_below(&p->bytes, 64));
        return;
    case 3:
        p->failing = (int)bytes_below(&p->bytes, 3);
        return;
    case 4:
        input = play_any(p);
        break;
    case 5:
        input = keys_click(&p->frame, (int)bytes_next(&p->bytes), (int)bytes_below(&p->bytes, 64));
        break;
    case 6:
        scene->lines = !scene->lines;
        scene->cursor = (struct cursor){.selected = scene->cursor.selected};
        return;
    default:
        input = scene->lines ? play_line(p) : play_key(p);
    }
    struct intent intent = interpret(scene, &input);
    play_follow(p, &intent);
}

/* A player before a bank of the bytes' choice, with no game yet; free with play_free. */
static inline void play_init(struct player *p, const uint8_t *data, size_t size)
{
    *p = (struct player){.bytes = {data, size}, .keys = keymap_default()};
    unsigned how = bytes_next(&p->bytes);
    struct rng rng = rng_seeded(bytes_next(&p->bytes));
    table_init(&p->stage.table, how & 1 ? fixture_random(&rng, 16) : fixture_bank());
    if (how & 2)
        table_lengthen(&p->stage.table);
    else if (how & 4)
        stage_write_bank(&p->stage, &rng, (enum script)rng_below(&rng, SCRIPTS));
    frame_init(&p->frame, 1, 1);
    p->stage.scene = scene_of(&p->stage.table);
    struct scene *scene = &p->stage.scene;
    scene->keys = &p->keys;
    scene->history = &p->stage.table.history;
    scene->charset = how & 8 ? CHARSET_ASCII : CHARSET_UTF8;
    scene->lines = how & 16;
    scene->unkept = how & 32;
    scene->streaks = how & 64;
    scene->at_end = how & 128;
}

static inline void play_free(struct player *p)
{
    frame_free(&p->frame);
    stage_free(&p->stage);
}

#endif
