/* Writes a bank's activities as text that Anki imports. */
#include "core/anki_write.h"

/* Appends the inside of a cell: quotes doubled, as in CSV. */
static void add_inside(struct str *out, const char *text)
{
    for (const char *at = text; *at; at++) {
        if (*at == '"')
            str_addc(out, '"');
        str_addc(out, *at);
    }
}

static void add_front(struct str *out, const struct scenario *scenario,
                      const struct activity *activity)
{
    str_addc(out, '"');
    add_inside(out, scenario->situation);
    str_add(out, "\n\n");
    add_inside(out, activity->text);
    str_addc(out, '"');
}

static void add_back(struct str *out, const struct bank *bank, const struct activity *activity)
{
    str_addc(out, '"');
    add_inside(out, bank->side_name[activity->side]);
    if (*activity->cue) {
        str_add(out, "\n\n“");
        add_inside(out, activity->cue);
        str_add(out, "”");
    }
    if (*activity->why) {
        str_add(out, "\n\n");
        add_inside(out, activity->why);
    }
    str_addc(out, '"');
}

/* Ids have no blanks, so they can be tags as they are. */
static void add_tags(struct str *out, const struct bank *bank, const struct activity *activity)
{
    const struct scenario *scenario = &bank->scenarios[activity->scenario];
    str_add(out, bank->principles[activity->principle].id);
    if (*scenario->setting)
        str_addf(out, " %s", scenario->setting);
    str_addf(out, " level-%d", scenario->level);
}

void anki_write(const struct bank *bank, struct str *out)
{
    str_add(out, "#separator:tab\n#html:false\n#notetype:Basic\n");
    str_addf(out, "#deck:%s\n", bank->title);
    str_add(out, "#columns:guid\tFront\tBack\ttags\n#guid column:1\n#tags column:4\n");
    for (int i = 0; i < bank->activity_count; i++) {
        const struct activity *activity = &bank->activities[i];
        if (activity->dropped)
            continue;
        str_addf(out, "%s:%s\t", bank->id, activity->ref);
        add_front(out, &bank->scenarios[activity->scenario], activity);
        str_addc(out, '\t');
        add_back(out, bank, activity);
        str_addc(out, '\t');
        add_tags(out, bank, activity);
        str_addc(out, '\n');
    }
}
