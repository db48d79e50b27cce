/* Activities one by one: the keys of their texts, adding, and taking them from a bank. */
#include "core/exchange.h"

#include <stdlib.h>
#include <string.h>
#include <unicase.h>

#include "core/draft_field.h"

#define KEY(field)                                    \
    {                                                 \
#field, offsetof(struct exchange_item, field) \
    }

static const struct {
    const char *name;
    size_t offset; /* of a struct draft_text in the item; 0 for the side */
} keys[EXCHANGE_KEYS] = {KEY(scenario), KEY(situation), KEY(principle), KEY(level),
                         KEY(setting),  KEY(together),  KEY(activity),  {"side", 0},
                         KEY(text),     KEY(cue),       KEY(why),       KEY(own_principle),
                         KEY(source)};

const char *exchange_key(int key)
{
    return keys[key].name;
}

/* Whether both are the same but for case. */
static bool is_like(const char *a, size_t a_len, const char *b, size_t b_len)
{
    int order = 0;
    return u8_casecmp((const uint8_t *)a, a_len, (const uint8_t *)b, b_len, NULL, NULL, &order) ==
               0 &&
           order == 0;
}

int exchange_find_key(const char *name, size_t len)
{
    for (int i = 0; i < EXCHANGE_KEYS; i++) {
        if (is_like(name, len, keys[i].name, strlen(keys[i].name)))
            return i;
    }
    return -1;
}

struct draft_text *exchange_text(struct exchange_item *item, int key)
{
    if (keys[key].offset == 0)
        return NULL;
    return (struct draft_text *)(void *)((char *)item + keys[key].offset);
}

struct exchange_item *exchange_add(struct exchange *exchange, struct place place)
{
    exchange->items =
        xgrow(exchange->items, exchange->len, &exchange->cap, sizeof *exchange->items);
    struct exchange_item *item = &exchange->items[exchange->len++];
    *item = (struct exchange_item){.place = place, .side = SIDE_NONE};
    return item;
}

bool exchange_overflows(const struct exchange *exchange, struct place place, struct faults *faults)
{
    if (exchange->len <= BANK_ACTIVITIES_MAX)
        return false;
    faults_add(faults, FAULT_ERROR, place, _("there are more than %d activities"),
               BANK_ACTIVITIES_MAX);
    return true;
}

void exchange_set(struct exchange *exchange, struct draft_text *text, struct place place,
                  const char *bytes, size_t len)
{
    *text = (struct draft_text){.text = arena_copy(&exchange->arena, bytes, len), .place = place};
}

const char *exchange_shown(struct exchange *exchange, const char *foreign)
{
    struct str text = {0};
    draft_field_quote(&text, foreign);
    const char *kept = arena_copy(&exchange->arena, str_text(&text), text.len);
    str_free(&text);
    return kept;
}

enum side exchange_side(const char *label, const char *const names[SIDE_COUNT])
{
    static const char blanks[] = " \t\r\n";
    label += strspn(label, blanks);
    size_t len = strlen(label);
    while (len > 0 && strchr(blanks, label[len - 1]))
        len--;
    for (int side = 0; side < SIDE_COUNT; side++) {
        const char *id = side_id((enum side)side), *name = names[side];
        if (is_like(label, len, id, strlen(id)) ||
            (name && is_like(label, len, name, strlen(name))))
            return (enum side)side;
    }
    return SIDE_NONE;
}

static struct draft_text lend(const char *text)
{
    return (struct draft_text){.text = *text ? text : NULL};
}

struct exchange_item exchange_item_of(const struct bank *bank, int activity)
{
    static const char *const levels[BANK_LEVEL_MAX + 1] = {"", "1", "2", "3"};
    const struct activity *a = &bank->activities[activity];
    const struct scenario *s = &bank->scenarios[a->scenario];
    bool own = a->principle != s->principle;
    return (struct exchange_item){
        .scenario = lend(s->id),
        .situation = lend(s->situation),
        .principle = lend(bank->principles[s->principle].id),
        .level = lend(levels[s->level]),
        .setting = lend(s->setting),
        .together = lend(s->together),
        .activity = lend(a->id),
        .text = lend(a->text),
        .cue = lend(a->cue),
        .why = lend(a->why),
        .own_principle = lend(own ? bank->principles[a->principle].id : ""),
        .source = lend(a->source),
        .side = a->side,
    };
}

void exchange_free(struct exchange *exchange)
{
    free(exchange->items);
    arena_free(&exchange->arena);
    *exchange = (struct exchange){0};
}
