/* Writes a bank's activities as GIFT. */
#include "core/gift_write.h"

#include <string.h>

#include "core/exchange.h"

/* Appends a text with what GIFT takes for signs escaped. */
static void add_text(struct str *out, const char *text)
{
    for (const char *at = text; *at; at++) {
        if (strchr("\\~=#{}:", *at))
            str_addc(out, '\\');
        str_addc(out, *at);
    }
}

/* The same where "[…" at the start could be taken for the name of a format. */
static void add_plain(struct str *out, const char *text)
{
    str_add(out, *text == '[' ? "[plain]" : "");
    add_text(out, text);
}

/* Appends the lines of comment: what the question itself has no place for. */
static void add_comments(struct str *out, const struct bank *bank, int activity)
{
    static const char *const inside[] = {"situation", "text", "why"};
    const struct activity *a = &bank->activities[activity];
    const struct scenario *s = &bank->scenarios[a->scenario];
    struct exchange_item item = exchange_item_of(bank, activity);
    for (int key = 0; key < EXCHANGE_KEYS; key++) {
        const struct draft_text *text = exchange_text(&item, key);
        bool shown = text && text->text;
        for (size_t i = 0; i < ARRAY_LEN(inside); i++)
            shown = shown && strcmp(exchange_key(key), inside[i]) != 0;
        if (shown)
            str_addf(out, "// %s: %s\n", exchange_key(key), text->text);
    }
    str_addf(out, "// [id:%s:%s] [tag:%s] [tag:level-%d]", bank->id, a->ref,
             bank->principles[a->principle].id, s->level);
    if (*s->setting)
        str_addf(out, " [tag:%s]", s->setting);
    str_addc(out, '\n');
}

static void add_answer(struct str *out, const struct bank *bank, const struct activity *a,
                       enum side side)
{
    str_add(out, side == a->side ? "\t=" : "\t~");
    add_plain(out, bank->side_name[side]);
    if (*a->cue) {
        str_add(out, "#“");
        add_text(out, a->cue);
        str_add(out, "”");
    }
    str_addc(out, '\n');
}

static void add_question(struct str *out, const struct bank *bank, int activity)
{
    const struct activity *a = &bank->activities[activity];
    add_comments(out, bank, activity);
    str_addf(out, "::%s::[plain]", a->ref);
    add_text(out, bank->scenarios[a->scenario].situation);
    str_add(out, "\\n\\n");
    add_text(out, a->text);
    str_add(out, " {\n");
    for (int side = 0; side < SIDE_COUNT; side++)
        add_answer(out, bank, a, (enum side)side);
    if (*a->why) {
        str_add(out, "\t####");
        add_plain(out, a->why);
        str_addc(out, '\n');
    }
    str_add(out, "}\n\n");
}

void gift_write(const struct bank *bank, struct str *out)
{
    int category = -1;
    for (int i = 0; i < bank->activity_count; i++) {
        int principle = bank->scenarios[bank->activities[i].scenario].principle;
        if (bank->activities[i].dropped)
            continue;
        if (principle != category)
            str_addf(out, "$CATEGORY: %s/%s\n\n", bank->id, bank->principles[principle].id);
        category = principle;
        add_question(out, bank, i);
    }
}
