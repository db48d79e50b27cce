/* The text of a session's file: bank first, then the group "session". */
#include "core/session_write.h"

#include <stdlib.h>

#include "core/bank_record.h"

/* Which records of the bank the session needs. */
struct needed {
    bool *scenarios, *principles, *questions;
};

static void need_items(const struct session_items *items, const struct bank *bank,
                       struct needed *needed)
{
    for (int i = 0; i < items->count; i++)
        needed->scenarios[bank->activities[items->activities[i]].scenario] = true;
}

static struct needed find_needed(const struct session *session)
{
    const struct bank *bank = session->bank;
    struct needed needed = {xcalloc((size_t)bank->scenario_count + 1, sizeof(bool)),
                            xcalloc((size_t)bank->principle_count + 1, sizeof(bool)),
                            xcalloc((size_t)bank->question_count + 1, sizeof(bool))};
    for (int form = 0; form < FORM_COUNT; form++)
        need_items(&session->forms[form], bank, &needed);
    need_items(&session->practice, bank, &needed);
    for (int i = 0; i < bank->activity_count; i++) {
        const struct activity *a = &bank->activities[i];
        if (needed.scenarios[a->scenario] && !a->dropped)
            needed.principles[a->principle] =
                needed.principles[bank->scenarios[a->scenario].principle] = true;
    }
    for (int i = 0; i < bank->principle_count; i++)
        if (needed.principles[i] && bank->principles[i].question >= 0)
            needed.questions[bank->principles[i].question] = true;
    return needed;
}

static void needed_free(struct needed *needed)
{
    free(needed->scenarios);
    free(needed->principles);
    free(needed->questions);
}

/* Appends "key = "text";" on a line of its own where there is a text. */
static void add_text(struct str *out, int indent, const char *key, const char *text)
{
    if (!*text)
        return;
    str_addf(out, "%*s%s = ", indent, "", key);
    bank_record_text(out, text);
    str_add(out, ";\n");
}

static void add_head(struct str *out, const struct bank *bank)
{
    enum { INDENT = 2, DEEPER = 4 };
    str_add(out, "bank = {\n");
    add_text(out, INDENT, "id", bank->id);
    add_text(out, INDENT, "title", bank->title);
    add_text(out, INDENT, "language", bank->language);
    add_text(out, INDENT, "license", bank->license);
    str_add(out, "};\nsides = {\n");
    for (int side = 0; side < SIDE_COUNT; side++) {
        str_addf(out, "  %s = {\n", side_id((enum side)side));
        add_text(out, DEEPER, "name", bank->side_name[side]);
        add_text(out, DEEPER, "definition", bank->side_definition[side]);
        str_add(out, "  };\n");
    }
    str_add(out, "};\n");
}

/* Begins a record of a list: a comma behind the one before. */
static void begin_record(struct str *out, bool *first)
{
    str_add(out, *first ? "  {\n" : ",\n  {\n");
    *first = false;
}

static void add_questions(struct str *out, const struct bank *bank, const struct needed *needed)
{
    enum { INDENT = 4 };
    bool first = true;
    str_add(out, "questions = (\n");
    for (int i = 0; i < bank->question_count; i++) {
        if (!needed->questions[i])
            continue;
        begin_record(out, &first);
        add_text(out, INDENT, "id", bank->questions[i].id);
        add_text(out, INDENT, "title", bank->questions[i].title);
        str_add(out, "  }");
    }
    str_add(out, "\n);\n");
}

static void add_principles(struct str *out, const struct bank *bank, const struct needed *needed)
{
    enum { INDENT = 4 };
    bool first = true;
    str_add(out, "principles = (\n");
    for (int i = 0; i < bank->principle_count; i++) {
        const struct principle *p = &bank->principles[i];
        if (!needed->principles[i])
            continue;
        begin_record(out, &first);
        add_text(out, INDENT, "id", p->id);
        if (p->question >= 0)
            add_text(out, INDENT, "question", bank->questions[p->question].id);
        add_text(out, INDENT, "title", p->title);
        add_text(out, INDENT, "rule", p->rule);
        for (int side = 0; side < SIDE_COUNT; side++)
            add_text(out, INDENT, side_id((enum side)side), p->looks[side]);
        add_text(out, INDENT, "mixup", p->mixup);
        add_text(out, INDENT, "source", p->source);
        str_add(out, "  }");
    }
    str_add(out, "\n);\n");
}

static void add_activity(struct str *out, const struct bank *bank, const struct activity *a)
{
    enum { INDENT = 8 };
    str_add(out, "      {\n");
    add_text(out, INDENT, "id", a->id);
    add_text(out, INDENT, "side", side_id(a->side));
    if (a->principle != bank->scenarios[a->scenario].principle)
        add_text(out, INDENT, "principle", bank->principles[a->principle].id);
    add_text(out, INDENT, "text", a->text);
    add_text(out, INDENT, "cue", bank_clue(a)); /* an overruled side has none */
    add_text(out, INDENT, "why", a->why);
    add_text(out, INDENT, "source", a->source);
    str_add(out, "      }");
}

static void add_scenario(struct str *out, const struct bank *bank, const struct scenario *s)
{
    enum { INDENT = 4 };
    bool first = true;
    add_text(out, INDENT, "id", s->id);
    add_text(out, INDENT, "situation", s->situation);
    add_text(out, INDENT, "principle", bank->principles[s->principle].id);
    str_addf(out, "%*slevel = %d;\n", INDENT, "", s->level);
    add_text(out, INDENT, "setting", s->setting);
    add_text(out, INDENT, "together", s->together);
    str_add(out, "    activities = (\n");
    for (int i = s->first; i < s->first + s->count; i++) {
        if (bank->activities[i].dropped)
            continue;
        str_add(out, first ? "" : ",\n");
        first = false;
        add_activity(out, bank, &bank->activities[i]);
    }
    str_add(out, "\n    );\n");
}

static void add_scenarios(struct str *out, const struct bank *bank, const struct needed *needed)
{
    bool first = true;
    str_add(out, "scenarios = (\n");
    for (int i = 0; i < bank->scenario_count; i++) {
        if (!needed->scenarios[i])
            continue;
        begin_record(out, &first);
        add_scenario(out, bank, &bank->scenarios[i]);
        str_add(out, "  }");
    }
    str_add(out, "\n);\n");
}

static void add_discussions(struct str *out, const struct bank *bank)
{
    enum { INDENT = 4 };
    bool first = true;
    if (!bank->discussion_count)
        return;
    str_add(out, "discussions = (\n");
    for (int i = 0; i < bank->discussion_count; i++) {
        const struct discussion *d = &bank->discussions[i];
        begin_record(out, &first);
        add_text(out, INDENT, "id", d->id);
        add_text(out, INDENT, "activity", d->activity);
        add_text(out, INDENT, "for_sales", d->for_side[SIDE_SALES]);
        add_text(out, INDENT, "for_marketing", d->for_side[SIDE_MARKETING]);
        add_text(out, INDENT, "depends", d->depends);
        str_add(out, "  }");
    }
    str_add(out, "\n);\n");
}

static void add_items(struct str *out, const struct bank *bank, const char *name,
                      const struct session_items *items)
{
    str_addf(out, "    %s = [", name);
    for (int i = 0; i < items->count; i++) {
        str_add(out, i ? ",\n      " : "\n      ");
        bank_record_text(out, bank->activities[items->activities[i]].ref);
    }
    str_add(out, " ];\n");
}

static void add_session(struct str *out, const struct session *session)
{
    enum { INDENT = 2 };
    bool first = true;
    str_add(out, "session = {\n  version = 1;\n");
    add_text(out, INDENT, "code", session->code);
    add_text(out, INDENT, "title", session->title);
    str_add(out, "  parts = [ ");
    for (int part = 0; part < PART_COUNT; part++) {
        if (!session->has[part])
            continue;
        str_addf(out, "%s\"%s\"", first ? "" : ", ", part_id((enum part)part));
        first = false;
    }
    str_addf(out, " ];\n  names = %s;\n", session->names ? "true" : "false");
    if (session->pass)
        str_addf(out, "  pass = %d;\n", session->pass);
    if (session->minutes)
        str_addf(out, "  minutes = %d;\n", session->minutes);
    if (session->people)
        str_addf(out, "  people = %d;\n", session->people);
    str_add(out, "  items = {\n");
    add_items(out, session->bank, "a", &session->forms[FORM_A]);
    add_items(out, session->bank, "b", &session->forms[FORM_B]);
    add_items(out, session->bank, "practice", &session->practice);
    str_add(out, "  };\n};\n");
}

void session_write(struct str *out, const struct session *session)
{
    struct needed needed = find_needed(session);
    add_head(out, session->bank);
    add_questions(out, session->bank, &needed);
    add_principles(out, session->bank, &needed);
    add_scenarios(out, session->bank, &needed);
    add_discussions(out, session->bank);
    add_session(out, session);
    needed_free(&needed);
}
