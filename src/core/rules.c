/* What the player chose before a run, and the table of modes. */
#include "core/rules.h"

#include <stddef.h>
#include <string.h>

static const struct mode_info modes[MODE_COUNT] = {
    [MODE_FIRST] = {.id = "first",
                    .title = N_("The first six"),
                    .length = 6,
                    .feedback = FEEDBACK_END,
                    .intro = true,
                    .planned = true},
    [MODE_PRACTICE] = {.id = "practice",
                       .title = N_("Practice"),
                       .length = 12,
                       .strikes = true,
                       .siblings = true,
                       .introduces = true,
                       .clues = true},
    [MODE_CLIMB] = {.id = "climb",
                    .title = N_("Climb"),
                    .strikes = true,
                    .clues = true,
                    .climbs = true,
                    .lives = 3},
    [MODE_SORT] = {.id = "sort",
                   .title = N_("Sort"),
                   .unfit = N_("Sorting takes two scenarios of one setting; none here fit."),
                   .length = 8,
                   .feedback = FEEDBACK_END,
                   .planned = true,
                   .board = true},
    [MODE_TODAY] = {.id = "today", .title = N_("Today"), .length = 5, .planned = true},
    [MODE_SPRINT] = {.id = "sprint",
                     .title = N_("Sprint"),
                     .feedback = FEEDBACK_FLASH,
                     .seconds = 60},
    [MODE_EXAM] = {.id = "exam",
                   .title = N_("Exam"),
                   .length = 20,
                   .feedback = FEEDBACK_END,
                   .planned = true,
                   .test = true},
    [MODE_BEFORE] = {.id = "before",
                     .title = N_("Before"),
                     .length = 10,
                     .feedback = FEEDBACK_END,
                     .planned = true,
                     .test = true,
                     .sealed = true},
    [MODE_AFTER] = {.id = "after",
                    .title = N_("After"),
                    .length = 10,
                    .feedback = FEEDBACK_END,
                    .planned = true,
                    .test = true},
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
    int length = modes[mode].length;
    return (struct rules){.mode = mode, .length = length ? length : RULES_LENGTH_MAX};
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

struct rules rules_fitting(const struct rules *rules, const struct bank *bank)
{
    struct rules fitting = *rules;
    fitting.length = rules_cards(rules, bank);
    fitting.pass = (rules->pass * fitting.length + rules->length - 1) / rules->length;
    return fitting;
}

struct rules rules_of_principle(const struct bank *bank, int principle)
{
    struct rules rules = rules_default(MODE_PRACTICE);
    const char *id = bank->principles[principle].id;
    memcpy(rules.principles, id, strlen(id) + 1);
    rules.length = rules_cards(&rules, bank);
    return rules;
}

/* A number of the settings: its name in the log and its range; what is 0 is left out. */
static const struct number {
    const char *name;
    size_t offset;
    int least, most;
} numbers[] = {
    {"length", offsetof(struct rules, length), 1, RULES_LENGTH_MAX},
    {"level", offsetof(struct rules, level), 1, BANK_LEVEL_MAX},
    {"pass", offsetof(struct rules, pass), 1, RULES_LENGTH_MAX},
    {"minutes", offsetof(struct rules, minutes), 1, RULES_MINUTES_MAX},
    {"day", offsetof(struct rules, day), 1, RULES_DAY_MAX},
};
/* A setting of another kind: its name in the log, and where it is. */
struct named {
    const char *name;
    size_t offset;
};
static const struct named lists[] = {
    {"principles", offsetof(struct rules, principles)},
    {"settings", offsetof(struct rules, settings)},
};
static const struct named switches[] = {
    {"adaptive", offsetof(struct rules, adaptive)},
    {"no-clues", offsetof(struct rules, no_clues)},
    {"nameless", offsetof(struct rules, nameless)},
};

void rules_write(const struct rules *rules, struct str *out)
{
    const char *at = (const char *)rules;
    for (size_t i = 0; i < ARRAY_LEN(numbers); i++) {
        int value = *(const int *)(const void *)(at + numbers[i].offset);
        if (value)
            str_addf(out, "%s%s=%d", i ? " " : "", numbers[i].name, value);
    }
    for (size_t i = 0; i < ARRAY_LEN(lists); i++)
        if (at[lists[i].offset])
            str_addf(out, " %s=%s", lists[i].name, at + lists[i].offset);
    for (size_t i = 0; i < ARRAY_LEN(switches); i++)
        if (*(const bool *)(const void *)(at + switches[i].offset))
            str_addf(out, " %s=yes", switches[i].name);
}

/* Reads a whole number of at most seven digits. */
static bool read_number(const char *text, size_t len, const struct number *number, int *out)
{
    int value = 0;
    if (len == 0 || len > 7)
        return false;
    for (size_t i = 0; i < len; i++) {
        if (text[i] < '0' || text[i] > '9')
            return false;
        value = value * 10 + (text[i] - '0');
    }
    *out = value;
    return value >= number->least && value <= number->most;
}

static bool read_list(const char *text, size_t len, char *list)
{
    if (len >= RULES_LIST_SIZE)
        return false;
    memcpy(list, text, len);
    list[len] = '\0';
    return true;
}

static bool is_named(const char *name, const char *text, size_t len)
{
    return strlen(name) == len && memcmp(name, text, len) == 0;
}

static bool read_setting(const char *text, size_t len, struct rules *rules)
{
    size_t name = strcspn(text, "=");
    if (name >= len)
        return false;
    const char *value = text + name + 1;
    size_t value_len = len - name - 1;
    char *at = (char *)rules;
    for (size_t i = 0; i < ARRAY_LEN(numbers); i++)
        if (is_named(numbers[i].name, text, name))
            return read_number(value, value_len, &numbers[i],
                               (int *)(void *)(at + numbers[i].offset));
    for (size_t i = 0; i < ARRAY_LEN(lists); i++)
        if (is_named(lists[i].name, text, name))
            return read_list(value, value_len, at + lists[i].offset);
    for (size_t i = 0; i < ARRAY_LEN(switches); i++)
        if (is_named(switches[i].name, text, name) && is_named("yes", value, value_len))
            return *(bool *)(void *)(at + switches[i].offset) = true;
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
