/* What the player chose before a run, and the table of modes. */
#include "core/rules.h"

#include <string.h>

static const struct mode_info modes[MODE_COUNT] = {
    [MODE_FIRST] =
        {.id = "first", .title = N_("The first six"), .length = 6, .intro = true, .planned = true},
    [MODE_PRACTICE] = {.id = "practice",
                       .title = N_("Practice"),
                       .length = 12,
                       .feedback = true,
                       .strikes = true,
                       .siblings = true},
};

const struct mode_info *mode_info(enum mode mode)
{
    return &modes[mode];
}

bool mode_from_id(const char *id, enum mode *mode)
{
    for (int i = 0; i < MODE_COUNT; i++) {
        if (strcmp(modes[i].id, id) == 0) {
            *mode = (enum mode)i;
            return true;
        }
    }
    return false;
}

struct rules rules_default(enum mode mode)
{
    return (struct rules){.mode = mode, .length = modes[mode].length};
}

static bool list_has(const char *list, const char *id)
{
    size_t len = strlen(id);
    for (const char *at = list; *at; at += strcspn(at, ",")) {
        at += *at == ',';
        if (strncmp(at, id, len) == 0 && (at[len] == ',' || at[len] == '\0'))
            return true;
    }
    return false;
}

bool rules_allow(const struct rules *rules, const struct bank *bank, int activity)
{
    const struct activity *a = &bank->activities[activity];
    const struct scenario *s = &bank->scenarios[a->scenario];
    if (a->dropped || (rules->level && s->level != rules->level))
        return false;
    if (rules->principles[0] && !list_has(rules->principles, bank->principles[a->principle].id))
        return false;
    return !rules->settings[0] || list_has(rules->settings, s->setting);
}

int rules_pool(const struct rules *rules, const struct bank *bank)
{
    int pool = 0;
    for (int i = 0; i < bank->activity_count; i++)
        pool += rules_allow(rules, bank, i);
    return pool;
}

int rules_cards(const struct rules *rules, const struct bank *bank)
{
    int pool = rules_pool(rules, bank);
    return pool < rules->length && pool > 0 ? pool : rules->length;
}

struct rules rules_of_principle(const struct bank *bank, int principle)
{
    struct rules rules = rules_default(MODE_PRACTICE);
    const char *id = bank->principles[principle].id;
    memcpy(rules.principles, id, strlen(id) + 1);
    rules.length = rules_cards(&rules, bank);
    return rules;
}

void rules_write(const struct rules *rules, struct str *out)
{
    str_addf(out, "length=%d", rules->length);
    if (rules->level)
        str_addf(out, " level=%d", rules->level);
    if (rules->principles[0])
        str_addf(out, " principles=%s", rules->principles);
    if (rules->settings[0])
        str_addf(out, " settings=%s", rules->settings);
}

/* Reads a whole number of at most four digits. */
static bool read_number(const char *text, size_t len, int *number)
{
    int value = 0;
    if (len == 0 || len > 4)
        return false;
    for (size_t i = 0; i < len; i++) {
        if (text[i] < '0' || text[i] > '9')
            return false;
        value = value * 10 + (text[i] - '0');
    }
    *number = value;
    return true;
}

static bool read_list(const char *text, size_t len, char list[RULES_LIST_SIZE])
{
    if (len >= RULES_LIST_SIZE)
        return false;
    memcpy(list, text, len);
    list[len] = '\0';
    return true;
}

static bool read_setting(const char *text, size_t len, struct rules *rules)
{
    size_t name = strcspn(text, "=");
    if (name >= len)
        return false;
    const char *value = text + name + 1;
    size_t value_len = len - name - 1;
    if (name == 6 && memcmp(text, "length", name) == 0)
        return read_number(value, value_len, &rules->length) && rules->length >= 1 &&
               rules->length <= RULES_LENGTH_MAX;
    if (name == 5 && memcmp(text, "level", name) == 0)
        return read_number(value, value_len, &rules->level) && rules->level <= BANK_LEVEL_MAX;
    if (name == 10 && memcmp(text, "principles", name) == 0)
        return read_list(value, value_len, rules->principles);
    if (name == 8 && memcmp(text, "settings", name) == 0)
        return read_list(value, value_len, rules->settings);
    return false;
}

bool rules_read(const char *text, enum mode mode, struct rules *rules)
{
    struct rules read = rules_default(mode);
    while (*text) {
        size_t len = strcspn(text, " ");
        if (len && !read_setting(text, len, &read))
            return false;
        text += len + (text[len] == ' ');
    }
    *rules = read;
    return true;
}
