/* Writes single records of a bank as libconfig text. */
#include "core/bank_record.h"

/* One key and its text, for a line of a record. */
struct field {
    const char *key;
    const char *text; /* NULL: not there */
};

void bank_record_text(struct str *out, const char *text)
{
    str_addc(out, '"');
    for (const char *at = text; *at; at++) {
        unsigned char byte = (unsigned char)*at;
        if (byte < ' ' || byte == 0x7f) {
            str_addf(out, "\\x%02x", byte);
            continue;
        }
        if (byte == '"' || byte == '\\')
            str_addc(out, '\\');
        str_addc(out, *at);
    }
    str_addc(out, '"');
}

/* Appends the fields that are there as one line, led by `lead` when the record has none yet and by
 * a new line indented by `indent` otherwise. */
static void add_line(struct str *out, bool *begun, const char *lead, int indent,
                     const struct field *fields, size_t count)
{
    bool first = true;
    for (size_t i = 0; i < count; i++) {
        if (!fields[i].text)
            continue;
        if (!first)
            str_addc(out, ' ');
        else if (*begun)
            str_addf(out, "\n%*s", indent, "");
        else
            str_add(out, lead);
        str_addf(out, "%s = ", fields[i].key);
        bank_record_text(out, fields[i].text);
        str_addc(out, ';');
        first = false;
        *begun = true;
    }
}
#define ADD_LINE(out, begun, lead, indent, ...)                             \
    add_line(out, begun, lead, indent, (const struct field[]){__VA_ARGS__}, \
             ARRAY_LEN(((const struct field[]){__VA_ARGS__})))

static void add_activity(struct str *out, const struct draft_activity *a)
{
    enum { INDENT = 8 };
    static const char lead[] = "      { ";
    bool begun = false;
    ADD_LINE(out, &begun, lead, INDENT, {"id", a->id.text}, {"side", a->side.text},
             {"principle", a->principle.text});
    ADD_LINE(out, &begun, lead, INDENT, {"text", a->text.text});
    ADD_LINE(out, &begun, lead, INDENT, {"cue", a->cue.text});
    ADD_LINE(out, &begun, lead, INDENT, {"why", a->why.text});
    ADD_LINE(out, &begun, lead, INDENT, {"source", a->source.text});
    str_add(out, begun ? " }" : "      { }");
}

/* Appends the line with a scenario's principle, level and setting. */
static void add_keys(struct str *out, const struct draft_scenario *s, bool *begun)
{
    enum { INDENT = 4 };
    ADD_LINE(out, begun, "    ", INDENT, {"principle", s->principle.text});
    if (s->level_place.file) {
        str_add(out, s->principle.text ? " " : *begun ? "\n    " : "    ");
        str_addf(out, "level = %d;", s->level);
        *begun = true;
        if (s->setting.text) {
            str_add(out, " setting = ");
            bank_record_text(out, s->setting.text);
            str_addc(out, ';');
        }
    } else {
        ADD_LINE(out, begun, "    ", INDENT, {"setting", s->setting.text});
    }
}

void bank_record_scenario(struct str *out, const struct draft *draft,
                          const struct draft_scenario *s)
{
    enum { INDENT = 4 };
    bool begun = false;
    str_add(out, "  {\n");
    ADD_LINE(out, &begun, "    ", INDENT, {"id", s->id.text});
    ADD_LINE(out, &begun, "    ", INDENT, {"situation", s->situation.text});
    add_keys(out, s, &begun);
    ADD_LINE(out, &begun, "    ", INDENT, {"together", s->together.text});
    str_add(out, begun ? "\n    activities = (\n" : "    activities = (\n");
    for (int i = s->first; i < s->first + s->count; i++) {
        if (i > s->first)
            str_add(out, ",\n");
        add_activity(out, &draft->activities[i]);
    }
    str_add(out, "\n    );\n  }");
}

void bank_record_override(struct str *out, const struct draft_override *o)
{
    enum { INDENT = 4 };
    bool begun = false;
    ADD_LINE(out, &begun, "{ ", INDENT, {"activity", o->activity.text}, {"side", o->side.text});
    if (o->drop) {
        str_add(out, begun ? " drop = true;" : "{ drop = true;");
        begun = true;
    }
    ADD_LINE(out, &begun, "{ ", INDENT, {"why", o->why.text});
    str_add(out, begun ? " }" : "{ }");
}
