/* Makes scenarios of activities that came one by one. */
#include "core/exchange_gather.h"

#include <stdlib.h>
#include <string.h>

#include "core/exchange_category.h"
#include "core/id_index.h"
#include "core/slug.h"
#include "core/text.h"

enum {
    WORD_LEAST = 3, /* letters of a word that is worth a place in an id */
    ID_TAIL = 6     /* room for what tells ids apart */
};

struct gather {
    struct exchange *items;
    const struct draft *bank;
    const char *principle;
    struct draft *out;
    struct faults *faults;
    struct id_index groups; /* the items by what they have in common */
};

/* An id, and whether it was made of words here. */
struct made_id {
    struct draft_text *id;
    bool made;
};

/* --- what belongs together ------------------------------------------------------------------- */

static const char *keep(struct gather *g, const char *text, size_t len)
{
    return arena_copy(&g->out->arena, text, len);
}

/* What the item has in common with others of its scenario; NULL after a complaint. */
static const char *group_key(struct gather *g, struct exchange_item *item)
{
    bool by_category = !item->situation.text && !item->scenario.text;
    struct str key = {0};
    exchange_use_category(item, g->bank, &g->out->arena);
    if (item->scenario.text)
        str_addf(&key, "id %s", item->scenario.text);
    else if (item->situation.text)
        str_addf(&key, "%s %s", by_category ? "in" : "at",
                 by_category ? item->group.text : item->situation.text);
    if (key.len == 0) {
        faults_add(g->faults, FAULT_ERROR, item->place,
                   _("nothing says in which situation this is: a scenario needs one"));
        g->items->refused++;
        return NULL;
    }
    const char *kept = keep(g, key.data, key.len);
    str_free(&key);
    return kept;
}

/* --- ids ------------------------------------------------------------------------------------- */

/* Makes an id of the words of `text`. */
static struct draft_text make_id(struct gather *g, const char *text, const char *without,
                                 struct place place)
{
    struct str id = {0};
    slug_add(&id, text, BANK_ID_MAX - ID_TAIL, WORD_LEAST);
    if (id.len == 0)
        str_add(&id, without);
    struct draft_text made = {.text = keep(g, id.data, id.len), .place = place};
    str_free(&id);
    return made;
}

/* Tells ids that were made apart: of several "fair", the second becomes "fair-2". */
static void tell_apart(struct gather *g, struct made_id *ids, size_t count)
{
    struct id_index index = {0};
    for (size_t i = 0; i < count; i++)
        id_index_add(&index, ids[i].id->text, (int)i, ids[i].id->place);
    id_index_sort(&index);
    for (size_t n = 0; n < index.len; n++) {
        struct made_id *one = &ids[index.entries[n].item];
        const struct id_entry *first = id_index_first(&index, n);
        size_t number = (size_t)(&index.entries[n] - first) + 1;
        if (!one->made || number == 1)
            continue;
        struct str id = {0};
        str_addf(&id, "%s-%zu", first->id, number);
        one->id->text = keep(g, id.data, id.len);
        str_free(&id);
    }
    id_index_free(&index);
}

/* --- scenarios ------------------------------------------------------------------------------- */

/* Takes one item's word about its scenario; another than what was said before is an error. */
static bool merge(struct gather *g, struct draft_text *to, const struct draft_text *from,
                  const char *key)
{
    if (!from->text || (to->text && strcmp(to->text, from->text) == 0))
        return true;
    if (!to->text) {
        *to = *from;
        return true;
    }
    struct str before = {0};
    text_show(&before, to->place.file, 0);
    faults_add(g->faults, FAULT_ERROR, from->place,
               /* TRANSLATORS: a key of the bank and its value; then a file and a line. */
               _("\"%s\" is \"%s\" here, but another at %s:%d for the same scenario"), key,
               exchange_shown(g->items, from->text), str_text(&before), to->place.line);
    str_free(&before);
    return false;
}

static bool merge_all(struct gather *g, struct draft_scenario *s, struct draft_text *level,
                      const struct exchange_item *item)
{
    bool good = merge(g, &s->id, &item->scenario, "scenario");
    good = merge(g, &s->situation, &item->situation, "situation") && good;
    good = merge(g, &s->principle, &item->principle, "principle") && good;
    good = merge(g, level, &item->level, "level") && good;
    good = merge(g, &s->setting, &item->setting, "setting") && good;
    return merge(g, &s->together, &item->together, "together") && good;
}

static bool set_level(struct gather *g, struct draft_scenario *s, const struct draft_text *level)
{
    static const char blanks[] = " \t\n";
    if (!level->text)
        return true;
    const char *digit = level->text + strspn(level->text, blanks);
    if (*digit < '0' || *digit > '9' || digit[1 + strspn(digit + 1, blanks)] != '\0') {
        faults_add(g->faults, FAULT_ERROR, level->place, _("\"level\" must be 1 to %d"),
                   BANK_LEVEL_MAX);
        return false;
    }
    s->level = *digit - '0';
    s->level_place = level->place;
    return true;
}

/* Whether the scenario has all it needs; complains when not. */
static bool check_scenario(struct gather *g, const struct draft_scenario *s,
                           const int per_side[SIDE_COUNT + 1])
{
    if (!s->principle.text) {
        faults_add(g->faults, FAULT_ERROR, s->place,
                   _("nothing says which principle this is about; --principle gives one"));
        return false;
    }
    for (int side = 0; side < SIDE_COUNT; side++) {
        if (per_side[side] > 0)
            continue;
        faults_add(g->faults, FAULT_ERROR, s->place,
                   ngettext("the scenario that begins here has %d activity, on the side \"%s\"; it "
                            "needs both sides",
                            "the scenario that begins here has %d activities, all on the side "
                            "\"%s\"; it needs both sides",
                            (unsigned long)s->count),
                   s->count, side_id(side_other((enum side)side)));
        return false;
    }
    return true;
}

static void add_activity(struct gather *g, const struct exchange_item *item)
{
    struct draft *out = g->out;
    out->activities =
        xgrow(out->activities, out->activity_count, &out->activity_cap, sizeof *out->activities);
    out->activities[out->activity_count++] = (struct draft_activity){
        .place = item->place,
        .id = item->activity,
        .side = {.text = side_id(item->side), .place = item->place},
        .text = item->text,
        .cue = item->cue,
        .why = item->why,
        .principle = item->own_principle,
        .source = item->source,
    };
}

static void name_activities(struct gather *g, const struct draft_scenario *s)
{
    struct made_id *ids = xcalloc((size_t)s->count, sizeof *ids);
    for (int i = 0; i < s->count; i++) {
        struct draft_activity *a = &g->out->activities[s->first + i];
        ids[i] = (struct made_id){.id = &a->id, .made = !a->id.text};
        if (ids[i].made)
            a->id = make_id(g, a->text.text, "activity", a->place);
    }
    tell_apart(g, ids, (size_t)s->count);
    free(ids);
}

/* Makes a scenario of the entries from `entry` on that have its key. */
static void add_scenario(struct gather *g, size_t entry)
{
    const struct id_index *groups = &g->groups;
    struct draft *out = g->out;
    const struct exchange_item *items = g->items->items;
    struct draft_scenario s = {.place = items[groups->entries[entry].item].place,
                               .first = (int)out->activity_count};
    struct draft_text level = {0};
    int per_side[SIDE_COUNT + 1] = {0};
    bool good = true;
    for (size_t n = entry; n < groups->len; n++) {
        if (strcmp(groups->entries[n].id, groups->entries[entry].id) != 0)
            break;
        const struct exchange_item *item = &items[groups->entries[n].item];
        good = merge_all(g, &s, &level, item) && good;
        per_side[item->side]++;
        add_activity(g, item);
        s.count++;
    }
    if (!s.principle.text && g->principle)
        s.principle = (struct draft_text){.text = g->principle, .place = s.place};
    good = set_level(g, &s, &level) && good;
    good = check_scenario(g, &s, per_side) && good;
    if (!good) {
        g->items->refused += (size_t)s.count;
        out->activity_count = (size_t)s.first;
        return;
    }
    name_activities(g, &s);
    out->scenarios =
        xgrow(out->scenarios, out->scenario_count, &out->scenario_cap, sizeof *out->scenarios);
    out->scenarios[out->scenario_count++] = s;
}

static void name_scenarios(struct gather *g)
{
    struct draft *out = g->out;
    struct made_id *ids = xcalloc(out->scenario_count, sizeof *ids);
    for (size_t i = 0; i < out->scenario_count; i++) {
        struct draft_scenario *s = &out->scenarios[i];
        ids[i] = (struct made_id){.id = &s->id, .made = !s->id.text};
        if (ids[i].made)
            s->id = make_id(g, s->situation.text, "scenario", s->place);
    }
    tell_apart(g, ids, out->scenario_count);
    free(ids);
}

void exchange_gather(struct exchange *items, const struct draft *bank, const char *principle,
                     struct draft *out, struct faults *faults)
{
    struct gather g = {
        .items = items, .bank = bank, .principle = principle, .out = out, .faults = faults};
    for (size_t i = 0; i < items->len; i++) {
        const char *key = group_key(&g, &items->items[i]);
        if (key)
            id_index_add(&g.groups, key, (int)i, items->items[i].place);
    }
    id_index_sort(&g.groups);
    size_t *entry_of =
        xcalloc(items->len, sizeof *entry_of); /* entry + 1 of a group's first item */
    for (size_t n = 0; n < g.groups.len; n++) {
        if (id_index_first(&g.groups, n) == &g.groups.entries[n])
            entry_of[g.groups.entries[n].item] = n + 1;
    }
    for (size_t i = 0; i < items->len; i++) {
        if (entry_of[i] > 0)
            add_scenario(&g, entry_of[i] - 1);
    }
    name_scenarios(&g);
    free(entry_of);
    id_index_free(&g.groups);
}
