/* The card that keeps the result of one run, as text in a frame. */
#include "core/result_card.h"

#include <inttypes.h>

#include "core/bank_fingerprint.h"
#include "core/calendar.h"

enum {
    MARGIN = 4, /* between frame and text */
    TEXT_COLS = RESULT_CARD_COLS - 2 - 2 * MARGIN,
    LINES_MAX = 8, /* of one text: the longest, a bank's title, takes three in wide characters */
    SHORT_FINGERPRINT_BITS = 32
};

void result_card_add_run(struct str *out, const struct result_card *card)
{
    struct str day = {0};
    calendar_write(&day, card->day);
    /* TRANSLATORS: two things side by side: a kind of run and its day, or a bank and a name. */
    str_addf(out, _("%s, %s"), card->mode, str_text(&day));
    str_free(&day);
}

void result_card_add_bank(struct str *out, const struct result_card *card)
{
    uint32_t shown = (uint32_t)(bank_fingerprint(card->bank) >> SHORT_FINGERPRINT_BITS);
    struct str version = {0};
    str_addf(&version, "%08" PRIx32, shown);
    /* TRANSLATORS: the bank's id, and a number of its wording. */
    str_addf(out, _("Question bank %s, version %s"), card->bank->id, str_text(&version));
    str_free(&version);
}

static void add_times(struct str *out, const char *text, int times)
{
    for (int i = 0; i < times; i++)
        str_add(out, text);
}

static void add_rule(struct str *out, const char *left, const char *right)
{
    str_add(out, left);
    add_times(out, "─", RESULT_CARD_COLS - 2);
    str_addf(out, "%s\n", right);
}

/* One line between the sides of the frame: `len` bytes of `text` that take `cols` columns, in the
 * middle. */
static void add_line(struct str *out, const char *text, size_t len, int cols)
{
    int before = (RESULT_CARD_COLS - 2 - cols) / 2;
    str_add(out, "│");
    add_times(out, " ", before);
    str_addn(out, text, len);
    add_times(out, " ", RESULT_CARD_COLS - 2 - cols - before);
    str_add(out, "│\n");
}

static void add_gap(struct str *out)
{
    add_line(out, "", 0, 0);
}

/* A text in the middle, wrapped. */
static void add_text(struct str *out, const char *text, enum charset charset)
{
    struct str adapted = {0};
    struct text_line lines[LINES_MAX];
    text_adapt(&adapted, text, charset);
    size_t count = text_wrap(str_text(&adapted), TEXT_COLS, lines, LINES_MAX);
    for (size_t i = 0; i < count && i < LINES_MAX; i++)
        add_line(out, lines[i].start, lines[i].len, lines[i].cols);
    str_free(&adapted);
}

/* The two sides with a rule between them: "◀ Sales ──── Marketing ▶". */
static void add_sides(struct str *out, const struct bank *bank, enum charset charset)
{
    struct str line = {0}, name[SIDE_COUNT] = {{0}};
    int cols[SIDE_COUNT];
    for (int side = 0; side < SIDE_COUNT; side++) {
        text_adapt(&name[side], bank->side_name[side], charset);
        size_t fits = text_clip(str_text(&name[side]), TEXT_COLS / SIDE_COUNT - MARGIN);
        cols[side] = text_widthn(str_text(&name[side]), fits);
        name[side].data[fits] = '\0';
    }
    str_addf(&line, "◀ %s ", str_text(&name[SIDE_SALES]));
    add_times(&line, "─", TEXT_COLS - cols[SIDE_SALES] - cols[SIDE_MARKETING] - 6);
    str_addf(&line, " %s ▶", str_text(&name[SIDE_MARKETING]));
    add_line(out, str_text(&line), line.len, TEXT_COLS);
    for (int side = 0; side < SIDE_COUNT; side++)
        str_free(&name[side]);
    str_free(&line);
}

void result_card_text(struct str *out, const struct result_card *card, enum charset charset)
{
    struct str text = {0}, foot = {0};
    add_rule(&text, "┌", "┐");
    add_gap(&text);
    add_text(&text, card->bank->title, charset);
    add_gap(&text);
    add_sides(&text, card->bank, charset);
    add_gap(&text);
    if (*card->name) {
        add_text(&text, card->name, charset);
        add_gap(&text);
    }
    add_text(&text, card->result, charset);
    add_text(&text, card->note, charset);
    add_gap(&text);
    result_card_add_run(&foot, card);
    add_text(&text, str_text(&foot), charset);
    str_clear(&foot);
    result_card_add_bank(&foot, card);
    add_text(&text, str_text(&foot), charset);
    add_gap(&text);
    add_rule(&text, "└", "┘");
    text_adapt(out, str_text(&text), charset); /* the frame; the texts are adapted already */
    str_free(&text);
    str_free(&foot);
}
