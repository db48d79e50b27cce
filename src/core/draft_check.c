/* Finds every fault of content in a draft, record by record. */
#include "core/draft_check.h"

#include <stdlib.h>
#include <string.h>

#include "core/draft_field.h"
#include "core/id_index.h"
#include "core/text.h"

struct checker {
    const struct draft *draft;
    struct faults *faults;
    struct arena scratch; /* names and quotations, until the check is over */
    struct id_index questions, principles;
    struct id_index activities; /* empty without overrides, which alone name them */
};

/* Moves a text into the scratch arena. */
static const char *keep(struct checker *c, struct str *text)
{
    const char *kept = arena_copy(&c->scratch, str_text(text), text->len);
    str_free(text);
    return kept;
}

/* A foreign text, fit for a complaint. */
static const char *shown(struct checker *c, const char *foreign)
{
    struct str text = {0};
    draft_field_quote(&text, foreign);
    return keep(c, &text);
}

/* A place that a complaint names besides its own: "FILE:LINE". */
static const char *shown_place(struct checker *c, struct place place)
{
    struct str text = {0};
    text_show(&text, place.file, 0);
    str_addf(&text, ":%d", place.line);
    return keep(c, &text);
}

/* --- between records ------------------------------------------------------------------------- */

/* Complains about every id in a sorted index that stands there before. */
static void check_duplicates(struct checker *c, const struct id_index *index)
{
    for (size_t n = 0; n < index->len; n++) {
        const struct id_entry *entry = &index->entries[n], *first = id_index_first(index, n);
        if (first != entry)
            faults_add(c->faults, FAULT_ERROR, entry->place,
                       /* TRANSLATORS: an id, and FILE:LINE. */
                       _("the id \"%s\" is taken already, at %s"), entry->id,
                       shown_place(c, first->place));
    }
}

/* An id that must stand in `index`, which is built of the list `list` in the file. */
static void check_reference(struct checker *c, const struct draft_text *field, struct place owner,
                            const char *key, enum need need, const struct id_index *index,
                            const char *list)
{
    if (draft_field_id(field, owner, key, need, c->faults) && id_index_find(index, field->text) < 0)
        faults_add(
            c->faults, FAULT_ERROR, field->place,
            /* TRANSLATORS: a key of the bank, its value, and the group where it should be found. */
            _("\"%s\" is \"%s\", which is not among the %s"), key, field->text, list);
}

/* "scenario/activity", the name overrides use. */
static const char *make_ref(struct checker *c, const char *scenario, const char *activity)
{
    struct str ref = {0};
    str_addf(&ref, "%s/%s", scenario, activity);
    return keep(c, &ref);
}

/* --- records --------------------------------------------------------------------------------- */

static void check_head(struct checker *c)
{
    static const char *const name_key[] = {"sides.sales.name", "sides.marketing.name"};
    static const char *const definition_key[] = {"sides.sales.definition",
                                                 "sides.marketing.definition"};
    const struct draft *draft = c->draft;
    struct place whole = draft->place;
    draft_field_id(&draft->id, whole, "bank.id", NEED_MUST, c->faults);
    draft_field_text(&draft->title, whole, "bank.title", NEED_MUST, BANK_TITLE_MAX, c->faults);
    draft_field_text(&draft->language, whole, "bank.language", NEED_WARN, BANK_NAME_MAX, c->faults);
    draft_field_text(&draft->license, whole, "bank.license", NEED_WARN, BANK_TITLE_MAX, c->faults);
    for (int side = 0; side < SIDE_COUNT; side++) {
        draft_field_text(&draft->side_name[side], whole, name_key[side], NEED_MUST, BANK_NAME_MAX,
                         c->faults);
        draft_field_text(&draft->side_definition[side], whole, definition_key[side], NEED_WARN,
                         BANK_DEFINITION_MAX, c->faults);
    }
    for (size_t i = 0; i < draft->allow_word_count; i++)
        draft_field_text(&draft->allow_words[i], draft->allow_words[i].place, "allow_words",
                         NEED_MUST, BANK_TITLE_MAX, c->faults);
}

static void check_questions(struct checker *c)
{
    for (size_t i = 0; i < c->draft->question_count; i++) {
        const struct draft_question *q = &c->draft->questions[i];
        if (draft_field_id(&q->id, q->place, "id", NEED_MUST, c->faults))
            id_index_add(&c->questions, q->id.text, (int)i, q->id.place);
        draft_field_text(&q->title, q->place, "title", NEED_MUST, BANK_TITLE_MAX, c->faults);
    }
    id_index_sort(&c->questions);
    check_duplicates(c, &c->questions);
}

static void check_principles(struct checker *c)
{
    for (size_t i = 0; i < c->draft->principle_count; i++) {
        const struct draft_principle *p = &c->draft->principles[i];
        struct faults *faults = c->faults;
        if (draft_field_id(&p->id, p->place, "id", NEED_MUST, faults))
            id_index_add(&c->principles, p->id.text, (int)i, p->id.place);
        check_reference(c, &p->question, p->place, "question", NEED_WARN, &c->questions,
                        "questions");
        draft_field_text(&p->title, p->place, "title", NEED_MUST, BANK_TITLE_MAX, faults);
        draft_field_text(&p->rule, p->place, "rule", NEED_MUST, BANK_RULE_MAX, faults);
        for (int side = 0; side < SIDE_COUNT; side++)
            draft_field_text(&p->looks[side], p->place, side_id((enum side)side), NEED_WARN,
                             BANK_RULE_MAX, faults);
        draft_field_text(&p->mixup, p->place, "mixup", NEED_WARN, BANK_RULE_MAX, faults);
        draft_field_text(&p->source, p->place, "source", NEED_WARN, BANK_RULE_MAX, faults);
    }
    id_index_sort(&c->principles);
    check_duplicates(c, &c->principles);
}

/* The side a text names, SIDE_NONE after a complaint. */
static enum side check_side(struct checker *c, const struct draft_text *field, struct place owner,
                            enum need need)
{
    if (field->text == NULL || *field->text == '\0') {
        draft_field_text(field, owner, "side", need, BANK_NAME_MAX, c->faults);
        return SIDE_NONE;
    }
    enum side side = side_from_id(field->text);
    if (side == SIDE_NONE)
        faults_add(c->faults, FAULT_ERROR, field->place,
                   _("\"side\" is \"%s\"; it must be \"sales\" or \"marketing\""),
                   shown(c, field->text));
    return side;
}

static void check_activity(struct checker *c, const struct draft_activity *a)
{
    struct faults *faults = c->faults;
    draft_field_text(&a->text, a->place, "text", NEED_MUST, BANK_ACTIVITY_MAX, faults);
    draft_field_text(&a->cue, a->place, "cue", NEED_WARN, BANK_ACTIVITY_MAX, faults);
    draft_field_text(&a->why, a->place, "why", NEED_WARN, BANK_WHY_MAX, faults);
    draft_field_text(&a->source, a->place, "source", NEED_NOT, BANK_RULE_MAX, faults);
    check_reference(c, &a->principle, a->place, "principle", NEED_NOT, &c->principles,
                    "principles");
    if (a->text.text != NULL && a->cue.text != NULL && strstr(a->text.text, a->cue.text) == NULL)
        faults_add(faults, FAULT_WARNING, a->cue.place, _("\"cue\" is not a piece of \"text\""));
}

static void check_scenario_texts(struct checker *c, const struct draft_scenario *s)
{
    struct faults *faults = c->faults;
    draft_field_text(&s->situation, s->place, "situation", NEED_MUST, BANK_SITUATION_MAX, faults);
    check_reference(c, &s->principle, s->place, "principle", NEED_MUST, &c->principles,
                    "principles");
    draft_field_id(&s->setting, s->place, "setting", NEED_WARN, faults);
    draft_field_text(&s->together, s->place, "together", NEED_WARN, BANK_WHY_MAX, faults);
    if (s->level_place.file == NULL)
        faults_add(faults, FAULT_WARNING, s->place, _("\"%s\" is missing"), "level");
    else if (s->level < 1 || s->level > BANK_LEVEL_MAX)
        faults_add(faults, FAULT_ERROR, s->level_place, _("\"level\" is %d; it must be 1 to %d"),
                   s->level, BANK_LEVEL_MAX);
}

/* Checks a scenario's activities; what overrides may name goes into c->activities. */
static void check_activities(struct checker *c, const struct draft_scenario *s, bool has_id)
{
    struct id_index ids = {0};
    int per_side[SIDE_COUNT + 1] = {0};
    for (int i = s->first; i < s->first + s->count; i++) {
        const struct draft_activity *a = &c->draft->activities[i];
        if (draft_field_id(&a->id, a->place, "id", NEED_MUST, c->faults)) {
            id_index_add(&ids, a->id.text, i, a->id.place);
            if (has_id && c->draft->override_count > 0)
                id_index_add(&c->activities, make_ref(c, s->id.text, a->id.text), i, a->place);
        }
        per_side[check_side(c, &a->side, a->place, NEED_MUST)]++;
        check_activity(c, a);
    }
    id_index_sort(&ids);
    check_duplicates(c, &ids);
    id_index_free(&ids);
    if (s->count == 0) {
        faults_add(c->faults, FAULT_ERROR, s->place, _("the scenario has no activities"));
    } else if (per_side[SIDE_NONE] == 0) {
        for (int side = 0; side < SIDE_COUNT; side++) {
            if (per_side[side] == 0)
                faults_add(c->faults, FAULT_ERROR, s->place,
                           _("the scenario has no activity of the side \"%s\""),
                           side_id((enum side)side));
        }
    }
}

static void check_scenarios(struct checker *c)
{
    const struct draft *draft = c->draft;
    struct id_index ids = {0};
    for (size_t i = 0; i < draft->scenario_count; i++) {
        const struct draft_scenario *s = &draft->scenarios[i];
        bool has_id = draft_field_id(&s->id, s->place, "id", NEED_MUST, c->faults);
        if (has_id)
            id_index_add(&ids, s->id.text, (int)i, s->id.place);
        check_scenario_texts(c, s);
        check_activities(c, s, has_id);
    }
    id_index_sort(&ids);
    check_duplicates(c, &ids);
    id_index_free(&ids);
    id_index_sort(&c->activities);
    if (draft->activity_count == 0)
        faults_add(c->faults, FAULT_ERROR, draft->place, _("the bank has no activities"));
    if (draft->activity_count > BANK_ACTIVITIES_MAX)
        faults_add(c->faults, FAULT_ERROR, draft->place,
                   _("the bank has %zu activities; the most is %d"), draft->activity_count,
                   BANK_ACTIVITIES_MAX);
}

static void check_discussions(struct checker *c)
{
    struct id_index ids = {0};
    for (size_t i = 0; i < c->draft->discussion_count; i++) {
        const struct draft_discussion *d = &c->draft->discussions[i];
        struct faults *faults = c->faults;
        if (draft_field_id(&d->id, d->place, "id", NEED_MUST, faults))
            id_index_add(&ids, d->id.text, (int)i, d->id.place);
        draft_field_text(&d->activity, d->place, "activity", NEED_MUST, BANK_ACTIVITY_MAX, faults);
        draft_field_text(&d->for_side[SIDE_SALES], d->place, "for_sales", NEED_WARN, BANK_RULE_MAX,
                         faults);
        draft_field_text(&d->for_side[SIDE_MARKETING], d->place, "for_marketing", NEED_WARN,
                         BANK_RULE_MAX, faults);
        draft_field_text(&d->depends, d->place, "depends", NEED_WARN, BANK_RULE_MAX, faults);
    }
    id_index_sort(&ids);
    check_duplicates(c, &ids);
    id_index_free(&ids);
}

/* --- overrides ------------------------------------------------------------------------------- */

/* The activity an override names, or -1 after a complaint. */
static int check_override(struct checker *c, const struct draft_override *o)
{
    draft_field_text(&o->why, o->place, "why", NEED_WARN, BANK_WHY_MAX, c->faults);
    if (o->side.place.file != NULL)
        check_side(c, &o->side, o->place, NEED_MUST);
    else if (!o->drop && o->why.place.file == NULL)
        faults_add(c->faults, FAULT_ERROR, o->place, _("the override changes nothing"));
    if (o->activity.text == NULL) {
        draft_field_text(&o->activity, o->place, "activity", NEED_MUST, BANK_ACTIVITY_MAX,
                         c->faults);
        return -1;
    }
    int activity = id_index_find(&c->activities, o->activity.text);
    if (activity < 0)
        faults_add(c->faults, FAULT_ERROR, o->activity.place, _("the bank has no activity \"%s\""),
                   shown(c, o->activity.text));
    return activity;
}

static void check_overrides(struct checker *c)
{
    const struct draft *draft = c->draft;
    size_t left = draft->activity_count;
    const struct draft_override **last = xcalloc(draft->activity_count, sizeof *last);
    for (size_t i = 0; i < draft->override_count; i++) {
        const struct draft_override *o = &draft->overrides[i];
        int activity = check_override(c, o);
        if (activity < 0)
            continue;
        if (last[activity] != NULL)
            faults_add(c->faults, FAULT_WARNING, o->place,
                       /* TRANSLATORS: the id of an activity, and FILE:LINE. */
                       _("\"%s\" is overridden already, at %s; what stands here counts"),
                       o->activity.text, shown_place(c, last[activity]->place));
        last[activity] = o;
    }
    for (size_t i = 0; i < draft->activity_count; i++)
        left -= last[i] != NULL && last[i]->drop;
    if (left == 0 && draft->activity_count > 0)
        faults_add(c->faults, FAULT_ERROR, draft->place, _("the overrides drop every activity"));
    free(last);
}

void draft_check(const struct draft *draft, struct faults *faults)
{
    struct checker c = {.draft = draft, .faults = faults};
    check_head(&c);
    check_questions(&c);
    check_principles(&c);
    check_scenarios(&c);
    check_discussions(&c);
    check_overrides(&c);
    id_index_free(&c.questions);
    id_index_free(&c.principles);
    id_index_free(&c.activities);
    arena_free(&c.scratch);
}
