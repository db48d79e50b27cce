/* Makes the question "What gave it away?" out of an activity's own words. */
#include "core/clue.h"

#include <string.h>

#include "core/phrase.h"
#include "core/text.h"

enum {
    RUNS_MAX = 256,
    WORDS_MORE = 2,   /* a distractor may have so many words more than the clue */
    COST_SHORTER = 2, /* a column less than the clue; a column more costs 1 */
    COST_STOP = 6,    /* punctuation inside */
    COST_OBJECT = 8,  /* the last word wants what comes after it */
    COST_SLACK = 6,   /* pairs this much worse than the best are as good */
    SHORTEST_PART = 2 /* a distractor has at least half of the clue's columns */
};

/* Words first … last as a possible distractor. */
struct run {
    int first, last, cost;
};

struct maker {
    struct phrase_text text;
    bool taken[PHRASE_WORDS_MAX]; /* the word is, or touches, the clue */
    struct clue_piece cue;
    int cue_cols, cue_words;
    struct run runs[RUNS_MAX];
    int run_count;
};

static struct clue_piece piece_of(const struct maker *m, const struct run *run)
{
    size_t start = m->text.words[run->first].start;
    return (struct clue_piece){.start = start, .len = m->text.words[run->last].end - start};
}

static int cols_of(const struct maker *m, struct clue_piece piece)
{
    return text_widthn(m->text.text + piece.start, piece.len);
}

/* Whether the edge of the clue, or of the text, is beside the word at this end of a run. */
static bool at_edge(const struct maker *m, int beside)
{
    return beside < 0 || beside >= m->text.count || m->taken[beside];
}

/* A run must be a piece by itself: quotations whole, no small word hanging at an end, and nothing
 * in it that says the same as the clue. */
static bool may_stand(const struct maker *m, int first, int last)
{
    const struct phrase_word *words = m->text.words;
    if ((first > 0 && words[first - 1].quote) || words[last].quote ||
        words[last].kind != WORD_CONTENT)
        return false;
    if (m->text.english && !phrase_begins(&m->text, first) &&
        !(at_edge(m, first - 1) && words[first].kind == WORD_CONTENT))
        return false;
    if (m->text.english && !phrase_ends(&m->text, last) && !at_edge(m, last + 1))
        return false;
    for (int i = first; i <= last; i++) {
        for (int j = 0; j < m->text.count; j++)
            if (m->taken[i] || (m->taken[j] && phrase_akin(&m->text, i, j)))
                return false;
    }
    return true;
}

/* Whether the run's last word probably wants what follows: "to hang" before "a banner". */
static bool leaves_object(const struct maker *m, int last)
{
    const struct phrase_word *word = &m->text.words[last];
    if (last + 1 == m->text.count || word->stop)
        return false;
    return word[1].kind == WORD_NAMES || (m->taken[last + 1] && word[1].kind != WORD_OPENS);
}

static void add_run(struct maker *m, int first, int last)
{
    struct run run = {.first = first, .last = last};
    int cols = cols_of(m, piece_of(m, &run));
    if (cols * SHORTEST_PART < m->cue_cols || m->run_count == RUNS_MAX)
        return;
    run.cost = cols > m->cue_cols ? cols - m->cue_cols : (m->cue_cols - cols) * COST_SHORTER;
    for (int i = first; i < last; i++)
        run.cost += m->text.words[i].stop ? COST_STOP : 0;
    if (leaves_object(m, last))
        run.cost += COST_OBJECT;
    m->runs[m->run_count++] = run;
}

static void find_runs(struct maker *m)
{
    int most = m->cue_words + WORDS_MORE;
    for (int first = 0; first < m->text.count; first++) {
        for (int last = first; last < m->text.count && last < first + most; last++)
            if (may_stand(m, first, last))
                add_run(m, first, last);
    }
}

static bool same_words(const struct maker *m, const struct run *a, const struct run *b)
{
    struct clue_piece one = piece_of(m, a), other = piece_of(m, b);
    return one.len == other.len &&
           memcmp(m->text.text + one.start, m->text.text + other.start, one.len) == 0;
}

/* The cost of a pair, or -1 when the two cannot stand beside each other. */
static int pair_cost(const struct maker *m, const struct run *a, const struct run *b)
{
    return a->last < b->first && !same_words(m, a, b) ? a->cost + b->cost : -1;
}

/* One of the good pairs by chance; false when there is none. */
static bool choose_pair(const struct maker *m, struct rng *rng, struct clue_piece *pair)
{
    int best = -1, cost;
    uint32_t good = 0;
    for (int pass = 0; pass < 2; pass++) {
        for (int i = 0; i < m->run_count; i++) {
            for (int j = 0; j < m->run_count; j++) {
                if ((cost = pair_cost(m, &m->runs[i], &m->runs[j])) < 0)
                    continue;
                if (pass == 0)
                    best = best < 0 || cost < best ? cost : best;
                else if (cost <= best + COST_SLACK && rng_below(rng, ++good) == 0) {
                    pair[0] = piece_of(m, &m->runs[i]);
                    pair[1] = piece_of(m, &m->runs[j]);
                }
            }
        }
    }
    return best >= 0;
}

/* Reads the text and finds the clue in it, at its first place, as the card marks it. */
static bool read_activity(struct maker *m, const struct bank *bank, int activity)
{
    const char *text = bank->activities[activity].text,
               *cue = bank_clue(&bank->activities[activity]);
    const char *at = strstr(text, cue);
    if (*cue == '\0' || at == NULL || !phrase_read(text, bank->language, &m->text))
        return false;
    m->cue = (struct clue_piece){.start = (size_t)(at - text), .len = strlen(cue)};
    m->cue_cols = text_width(cue);
    for (int i = 0; i < m->text.count; i++) {
        const struct phrase_word *word = &m->text.words[i];
        m->taken[i] = word->start < m->cue.start + m->cue.len && word->end > m->cue.start;
        m->cue_words += m->taken[i];
    }
    return true;
}

bool clue_make(const struct bank *bank, int activity, struct rng *rng, struct clue *out)
{
    struct maker m = {.cue_words = 0};
    struct clue_piece pieces[CLUE_PIECES];
    int order[CLUE_PIECES] = {0, 1, 2};
    if (!read_activity(&m, bank, activity))
        return false;
    find_runs(&m);
    if (!choose_pair(&m, rng, pieces))
        return false;
    pieces[CLUE_PIECES - 1] = m.cue;
    rng_shuffle(rng, order, CLUE_PIECES);
    for (int i = 0; i < CLUE_PIECES; i++) {
        out->pieces[i] = pieces[order[i]];
        if (order[i] == CLUE_PIECES - 1)
            out->right = i;
    }
    return true;
}
