/* Makes the immutable bank of a draft: copies, links, applies overrides. */
#include "core/bank_build.h"

#include <string.h>

#include "core/hash.h"
#include "core/id_index.h"

/* What building needs besides the bank: look-up by id. */
struct builder {
    const struct draft *draft;
    bool keeps; /* the texts of the draft as they are, without copies */
    struct bank *bank;
    struct id_index questions, principles;
};

static const char *keep(struct builder *b, const struct draft_text *text)
{
    if (text->text == NULL)
        return "";
    return b->keeps ? text->text : arena_copy(&b->bank->arena, text->text, strlen(text->text));
}

static void build_head(struct builder *b)
{
    const struct draft *draft = b->draft;
    struct bank *bank = b->bank;
    bank->id = keep(b, &draft->id);
    bank->title = keep(b, &draft->title);
    bank->language = keep(b, &draft->language);
    bank->license = keep(b, &draft->license);
    for (int side = 0; side < SIDE_COUNT; side++) {
        bank->side_name[side] = keep(b, &draft->side_name[side]);
        bank->side_definition[side] = keep(b, &draft->side_definition[side]);
    }
}

static void build_questions(struct builder *b)
{
    const struct draft *draft = b->draft;
    struct bank *bank = b->bank;
    bank->question_count = (int)draft->question_count;
    bank->questions = arena_alloc(&bank->arena, draft->question_count * sizeof *bank->questions);
    for (int i = 0; i < bank->question_count; i++) {
        const struct draft_question *from = &draft->questions[i];
        bank->questions[i] = (struct question){keep(b, &from->id), keep(b, &from->title)};
        id_index_add(&b->questions, bank->questions[i].id, i, from->place);
    }
    id_index_sort(&b->questions);
}

static void build_principles(struct builder *b)
{
    const struct draft *draft = b->draft;
    struct bank *bank = b->bank;
    bank->principle_count = (int)draft->principle_count;
    bank->principles = arena_alloc(&bank->arena, draft->principle_count * sizeof *bank->principles);
    for (int i = 0; i < bank->principle_count; i++) {
        const struct draft_principle *from = &draft->principles[i];
        struct principle *to = &bank->principles[i];
        to->id = keep(b, &from->id);
        to->title = keep(b, &from->title);
        to->rule = keep(b, &from->rule);
        for (int side = 0; side < SIDE_COUNT; side++)
            to->looks[side] = keep(b, &from->looks[side]);
        to->mixup = keep(b, &from->mixup);
        to->source = keep(b, &from->source);
        to->question =
            from->question.text == NULL ? -1 : id_index_find(&b->questions, from->question.text);
        id_index_add(&b->principles, to->id, i, from->place);
    }
    id_index_sort(&b->principles);
}

static const char *make_ref(struct bank *bank, const char *scenario, const char *activity)
{
    size_t scenario_len = strlen(scenario), activity_len = strlen(activity);
    char *ref = arena_alloc(&bank->arena, scenario_len + activity_len + 2);
    memcpy(ref, scenario, scenario_len);
    ref[scenario_len] = '/';
    memcpy(ref + scenario_len + 1, activity, activity_len);
    return ref;
}

/* `situation` is the hash of the scenario's situation. */
static void build_activity(struct builder *b, int scenario, int index, uint64_t situation)
{
    struct bank *bank = b->bank;
    const struct draft_activity *from = &b->draft->activities[index];
    const struct scenario *home = &bank->scenarios[scenario];
    struct activity *to = &bank->activities[index];
    to->id = keep(b, &from->id);
    to->ref = make_ref(bank, home->id, to->id);
    to->text = keep(b, &from->text);
    to->cue = keep(b, &from->cue);
    to->why = keep(b, &from->why);
    to->source = keep(b, &from->source);
    to->side = side_from_id(from->side.text);
    to->scenario = scenario;
    to->principle = from->principle.text == NULL
                        ? home->principle
                        : id_index_find(&b->principles, from->principle.text);
    to->wording = hash_text(situation, to->text);
}

static void build_scenarios(struct builder *b)
{
    const struct draft *draft = b->draft;
    struct bank *bank = b->bank;
    bank->scenario_count = (int)draft->scenario_count;
    bank->activity_count = (int)draft->activity_count;
    bank->scenarios = arena_alloc(&bank->arena, draft->scenario_count * sizeof *bank->scenarios);
    bank->activities = arena_alloc(&bank->arena, draft->activity_count * sizeof *bank->activities);
    for (int i = 0; i < bank->scenario_count; i++) {
        const struct draft_scenario *from = &draft->scenarios[i];
        struct scenario *to = &bank->scenarios[i];
        to->id = keep(b, &from->id);
        to->situation = keep(b, &from->situation);
        to->setting = keep(b, &from->setting);
        to->together = keep(b, &from->together);
        to->principle = id_index_find(&b->principles, from->principle.text);
        to->level = from->level_place.file == NULL ? 1 : from->level;
        to->first = from->first;
        to->count = from->count;
        to->house = from->layer > 0;
        uint64_t situation = hash_text(HASH_START, to->situation);
        for (int n = from->first; n < from->first + from->count; n++)
            build_activity(b, i, n, situation);
    }
}

static void build_discussions(struct builder *b)
{
    const struct draft *draft = b->draft;
    struct bank *bank = b->bank;
    bank->discussion_count = (int)draft->discussion_count;
    bank->discussions =
        arena_alloc(&bank->arena, draft->discussion_count * sizeof *bank->discussions);
    for (int i = 0; i < bank->discussion_count; i++) {
        const struct draft_discussion *from = &draft->discussions[i];
        struct discussion *to = &bank->discussions[i];
        to->id = keep(b, &from->id);
        to->activity = keep(b, &from->activity);
        for (int side = 0; side < SIDE_COUNT; side++)
            to->for_side[side] = keep(b, &from->for_side[side]);
        to->depends = keep(b, &from->depends);
    }
}

/* The table bank_find_activity looks into: at most half full, so that every search ends. */
static void build_table(struct bank *bank)
{
    uint32_t size = 2;
    while (size < 2 * (uint32_t)bank->activity_count)
        size *= 2;
    bank->by_ref_mask = size - 1;
    bank->by_ref = arena_alloc(&bank->arena, size * sizeof *bank->by_ref);
    for (uint32_t slot = 0; slot < size; slot++)
        bank->by_ref[slot] = -1;
    for (int i = 0; i < bank->activity_count; i++) {
        uint64_t slot = hash_text(HASH_START, bank->activities[i].ref);
        while (bank->by_ref[slot & bank->by_ref_mask] >= 0)
            slot++;
        bank->by_ref[slot & bank->by_ref_mask] = i;
    }
}

/* The last override of an activity counts, whole; so each starts from what the author wrote. */
static void apply_overrides(struct builder *b)
{
    struct bank *bank = b->bank;
    for (size_t i = 0; i < b->draft->override_count; i++) {
        const struct draft_override *from = &b->draft->overrides[i];
        int index = bank_find_activity(bank, from->activity.text);
        const struct draft_activity *written = &b->draft->activities[index];
        struct activity *to = &bank->activities[index];
        const struct draft_text *side = from->side.text != NULL ? &from->side : &written->side;
        const struct draft_text *why = from->why.text != NULL ? &from->why : &written->why;
        to->side = side_from_id(side->text);
        to->why = keep(b, why);
        to->dropped = from->drop;
        to->overruled = to->side != side_from_id(written->side.text);
    }
}

static struct bank *build(const struct draft *draft, bool keeps)
{
    struct builder b = {.draft = draft, .keeps = keeps, .bank = xcalloc(1, sizeof(struct bank))};
    b.bank->fingerprint = arena_alloc(&b.bank->arena, sizeof *b.bank->fingerprint);
    build_head(&b);
    build_questions(&b);
    build_principles(&b);
    build_scenarios(&b);
    build_discussions(&b);
    build_table(b.bank);
    apply_overrides(&b);
    id_index_free(&b.questions);
    id_index_free(&b.principles);
    return b.bank;
}

struct bank *bank_build(const struct draft *draft)
{
    return build(draft, false);
}

struct bank *bank_build_last(struct draft *draft)
{
    struct bank *bank = build(draft, true);
    arena_join(&bank->arena, &draft->arena);
    return bank;
}
