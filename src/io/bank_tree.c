/* Copies a libconfig tree into a draft: one table of keys for each kind of record. */
#include "io/bank_tree.h"

#include <string.h>

#include "core/draft_field.h"
#include "core/xmalloc.h"

struct reader {
    const char *file; /* in the draft's arena */
    int layer;
    struct draft *draft;
    struct faults *faults;
};

/* One key a group may have, and where its text goes; TEXT_ELSEWHERE is read by the caller. */
struct key {
    const char *name;
    size_t offset; /* of a struct draft_text in the record */
};
#define TEXT_ELSEWHERE ((size_t)-1)

static struct place place_of(const struct reader *r, const struct conf_node *node)
{
    return (struct place){r->file, conf_line(node)};
}

static struct draft_text *text_in(void *record, size_t offset)
{
    return (struct draft_text *)(void *)((char *)record + offset);
}

static struct draft_text read_text(struct reader *r, const struct conf_node *node, const char *name)
{
    struct draft_text text = {.place = place_of(r, node)};
    const char *bytes = conf_string(node);
    if (bytes == NULL) {
        faults_add(r->faults, FAULT_ERROR, text.place, _("\"%s\" must be a text in quotes"), name);
        text.unusable = true;
    } else {
        text.text = arena_copy(&r->draft->arena, bytes, strlen(bytes));
    }
    return text;
}

static void warn_unknown(struct reader *r, const struct conf_node *node)
{
    struct str name = {0};
    draft_field_quote(&name, conf_name(node));
    faults_add(r->faults, FAULT_WARNING, place_of(r, node), _("unknown key \"%s\""),
               str_text(&name));
    str_free(&name);
}

/* Whether the node is a group; complains when not. */
static bool expect_group(struct reader *r, const struct conf_node *node)
{
    if (conf_type(node) == CONF_GROUP)
        return true;
    faults_add(r->faults, FAULT_ERROR, place_of(r, node), _("here must be a group: { ... }"));
    return false;
}

/* The place of a name among the keys, key_count when it is none of them; looks from `at` on and
 * around, as most files keep the order of the table. */
static size_t find_key(const struct key *keys, size_t key_count, size_t at, const char *name)
{
    for (size_t looked = 0; looked < key_count; looked++, at++) {
        if (at >= key_count)
            at = 0;
        if (strcmp(keys[at].name, name) == 0)
            return at;
    }
    return key_count;
}

/* Reads a group's texts into `record` by the table; what the table lacks is unknown. */
static void read_keys(struct reader *r, const struct conf_node *group, const struct key *keys,
                      size_t key_count, void *record)
{
    size_t k = 0;
    for (int i = 0, count = conf_count(group); i < count; i++, k++) {
        const struct conf_node *node = conf_at(group, i);
        k = find_key(keys, key_count, k, conf_name(node));
        if (k == key_count)
            warn_unknown(r, node);
        else if (keys[k].offset != TEXT_ELSEWHERE)
            *text_in(record, keys[k].offset) = read_text(r, node, keys[k].name);
    }
}

/* Calls `read` for each group in a list. */
static void read_list(struct reader *r, const struct conf_node *list,
                      void (*read)(struct reader *r, const struct conf_node *group))
{
    if (conf_type(list) != CONF_LIST) {
        faults_add(r->faults, FAULT_ERROR, place_of(r, list),
                   _("\"%s\" must be a list of groups: ( { ... }, { ... } )"), conf_name(list));
        return;
    }
    for (int i = 0; i < conf_count(list); i++) {
        if (expect_group(r, conf_at(list, i)))
            read(r, conf_at(list, i));
    }
}

/* --- the bank and its sides ------------------------------------------------------------------ */

static void read_bank(struct reader *r, const struct conf_node *node)
{
    static const struct key keys[] = {{"id", offsetof(struct draft, id)},
                                      {"title", offsetof(struct draft, title)},
                                      {"language", offsetof(struct draft, language)},
                                      {"license", offsetof(struct draft, license)}};
    if (expect_group(r, node))
        read_keys(r, node, keys, ARRAY_LEN(keys), r->draft);
}

static void read_sides(struct reader *r, const struct conf_node *node)
{
    static const struct key keys[SIDE_COUNT][2] = {
        [SIDE_SALES] = {{"name", offsetof(struct draft, side_name[SIDE_SALES])},
                        {"definition", offsetof(struct draft, side_definition[SIDE_SALES])}},
        [SIDE_MARKETING] = {
            {"name", offsetof(struct draft, side_name[SIDE_MARKETING])},
            {"definition", offsetof(struct draft, side_definition[SIDE_MARKETING])}}};
    if (!expect_group(r, node))
        return;
    for (int i = 0; i < conf_count(node); i++) {
        enum side side = side_from_id(conf_name(conf_at(node, i)));
        if (side == SIDE_NONE)
            warn_unknown(r, conf_at(node, i));
        else if (expect_group(r, conf_at(node, i)))
            read_keys(r, conf_at(node, i), keys[side], ARRAY_LEN(keys[side]), r->draft);
    }
}

/* --- records --------------------------------------------------------------------------------- */

static void read_question(struct reader *r, const struct conf_node *node)
{
    static const struct key keys[] = {{"id", offsetof(struct draft_question, id)},
                                      {"title", offsetof(struct draft_question, title)}};
    struct draft *draft = r->draft;
    draft->questions = xgrow(draft->questions, draft->question_count, &draft->question_cap,
                             sizeof *draft->questions);
    struct draft_question *question = &draft->questions[draft->question_count++];
    *question = (struct draft_question){.place = place_of(r, node)};
    read_keys(r, node, keys, ARRAY_LEN(keys), question);
}

static void read_principle(struct reader *r, const struct conf_node *node)
{
    static const struct key keys[] = {
        {"id", offsetof(struct draft_principle, id)},
        {"question", offsetof(struct draft_principle, question)},
        {"title", offsetof(struct draft_principle, title)},
        {"rule", offsetof(struct draft_principle, rule)},
        {"sales", offsetof(struct draft_principle, looks[SIDE_SALES])},
        {"marketing", offsetof(struct draft_principle, looks[SIDE_MARKETING])},
        {"mixup", offsetof(struct draft_principle, mixup)},
        {"source", offsetof(struct draft_principle, source)}};
    struct draft *draft = r->draft;
    draft->principles = xgrow(draft->principles, draft->principle_count, &draft->principle_cap,
                              sizeof *draft->principles);
    struct draft_principle *principle = &draft->principles[draft->principle_count++];
    *principle = (struct draft_principle){.place = place_of(r, node)};
    read_keys(r, node, keys, ARRAY_LEN(keys), principle);
}

static void read_activity(struct reader *r, const struct conf_node *node)
{
    static const struct key keys[] = {{"id", offsetof(struct draft_activity, id)},
                                      {"side", offsetof(struct draft_activity, side)},
                                      {"text", offsetof(struct draft_activity, text)},
                                      {"cue", offsetof(struct draft_activity, cue)},
                                      {"why", offsetof(struct draft_activity, why)},
                                      {"principle", offsetof(struct draft_activity, principle)},
                                      {"source", offsetof(struct draft_activity, source)}};
    struct draft *draft = r->draft;
    draft->activities = xgrow(draft->activities, draft->activity_count, &draft->activity_cap,
                              sizeof *draft->activities);
    struct draft_activity *activity = &draft->activities[draft->activity_count++];
    *activity = (struct draft_activity){.place = place_of(r, node)};
    read_keys(r, node, keys, ARRAY_LEN(keys), activity);
}

/* The scenario's level; one that is no number has had its complaint and counts as given. */
static void read_level(struct reader *r, const struct conf_node *node,
                       struct draft_scenario *scenario)
{
    const struct conf_node *level = conf_member(node, "level");
    if (level == NULL)
        return;
    scenario->level = 1;
    scenario->level_place = place_of(r, level);
    if (!conf_int(level, &scenario->level))
        faults_add(r->faults, FAULT_ERROR, scenario->level_place,
                   _("\"%s\" must be a whole number"), "level");
}

static void read_scenario(struct reader *r, const struct conf_node *node)
{
    static const struct key keys[] = {{"id", offsetof(struct draft_scenario, id)},
                                      {"situation", offsetof(struct draft_scenario, situation)},
                                      {"principle", offsetof(struct draft_scenario, principle)},
                                      {"setting", offsetof(struct draft_scenario, setting)},
                                      {"together", offsetof(struct draft_scenario, together)},
                                      {"level", TEXT_ELSEWHERE},
                                      {"activities", TEXT_ELSEWHERE}};
    struct draft *draft = r->draft;
    struct draft_scenario scenario = {.place = place_of(r, node), .layer = r->layer};
    read_keys(r, node, keys, ARRAY_LEN(keys), &scenario);
    read_level(r, node, &scenario);
    scenario.first = (int)draft->activity_count;
    const struct conf_node *activities = conf_member(node, "activities");
    if (activities != NULL)
        read_list(r, activities, read_activity);
    scenario.count = (int)draft->activity_count - scenario.first;
    draft->scenarios = xgrow(draft->scenarios, draft->scenario_count, &draft->scenario_cap,
                             sizeof *draft->scenarios);
    draft->scenarios[draft->scenario_count++] = scenario;
}

static void read_discussion(struct reader *r, const struct conf_node *node)
{
    static const struct key keys[] = {
        {"id", offsetof(struct draft_discussion, id)},
        {"activity", offsetof(struct draft_discussion, activity)},
        {"for_sales", offsetof(struct draft_discussion, for_side[SIDE_SALES])},
        {"for_marketing", offsetof(struct draft_discussion, for_side[SIDE_MARKETING])},
        {"depends", offsetof(struct draft_discussion, depends)}};
    struct draft *draft = r->draft;
    draft->discussions = xgrow(draft->discussions, draft->discussion_count, &draft->discussion_cap,
                               sizeof *draft->discussions);
    struct draft_discussion *discussion = &draft->discussions[draft->discussion_count++];
    *discussion = (struct draft_discussion){.place = place_of(r, node)};
    read_keys(r, node, keys, ARRAY_LEN(keys), discussion);
}

static void read_override(struct reader *r, const struct conf_node *node)
{
    static const struct key keys[] = {{"activity", offsetof(struct draft_override, activity)},
                                      {"side", offsetof(struct draft_override, side)},
                                      {"why", offsetof(struct draft_override, why)},
                                      {"drop", TEXT_ELSEWHERE}};
    struct draft *draft = r->draft;
    draft->overrides = xgrow(draft->overrides, draft->override_count, &draft->override_cap,
                             sizeof *draft->overrides);
    struct draft_override *override = &draft->overrides[draft->override_count++];
    *override = (struct draft_override){.place = place_of(r, node)};
    read_keys(r, node, keys, ARRAY_LEN(keys), override);
    const struct conf_node *drop = conf_member(node, "drop");
    if (drop != NULL && !conf_bool(drop, &override->drop)) {
        faults_add(r->faults, FAULT_ERROR, place_of(r, drop), _("\"%s\" must be true or false"),
                   "drop");
        override->drop = true; /* spares the complaint that it does nothing */
    }
}

static void read_checks(struct reader *r, const struct conf_node *node)
{
    static const struct key keys[] = {{"allow_words", TEXT_ELSEWHERE}};
    struct draft *draft = r->draft;
    if (!expect_group(r, node))
        return;
    read_keys(r, node, keys, ARRAY_LEN(keys), NULL);
    const struct conf_node *words = conf_member(node, "allow_words");
    if (words == NULL)
        return;
    if (conf_type(words) != CONF_ARRAY && conf_type(words) != CONF_LIST) {
        faults_add(r->faults, FAULT_ERROR, place_of(r, words),
                   _("\"%s\" must be a list of texts: [ \"...\", \"...\" ]"), conf_name(words));
        return;
    }
    for (int i = 0; i < conf_count(words); i++) {
        draft->allow_words = xgrow(draft->allow_words, draft->allow_word_count,
                                   &draft->allow_word_cap, sizeof *draft->allow_words);
        draft->allow_words[draft->allow_word_count++] =
            read_text(r, conf_at(words, i), "allow_words");
    }
}

/* --- the file -------------------------------------------------------------------------------- */

static void pass_over(struct reader *r, const struct conf_node *node)
{
    (void)r;
    (void)node;
}

void bank_tree_read(const struct conf_node *root, const char *file, int layer, struct draft *draft,
                    struct faults *faults)
{
    static const struct {
        const char *name;
        void (*read)(struct reader *r, const struct conf_node *node);
        bool each; /* for each group of a list */
    } sections[] = {{"bank", read_bank, false},         {"sides", read_sides, false},
                    {"questions", read_question, true}, {"principles", read_principle, true},
                    {"scenarios", read_scenario, true}, {"discussions", read_discussion, true},
                    {"overrides", read_override, true}, {"checks", read_checks, false},
                    {"session", pass_over, false}};
    struct reader r = {arena_copy(&draft->arena, file, strlen(file)), layer, draft, faults};
    if (conf_count(root) == 0)
        faults_add(faults, FAULT_WARNING, (struct place){file, 0}, _("the file sets nothing"));
    for (int i = 0; i < conf_count(root); i++) {
        const struct conf_node *node = conf_at(root, i);
        size_t s = 0;
        while (s < ARRAY_LEN(sections) && strcmp(sections[s].name, conf_name(node)) != 0)
            s++;
        if (s == ARRAY_LEN(sections))
            warn_unknown(&r, node);
        else if (sections[s].each)
            read_list(&r, node, sections[s].read);
        else
            sections[s].read(&r, node);
    }
}
