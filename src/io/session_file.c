/* Reads the file of a session: its bank, and the group "session" over it. */
#include "io/session_file.h"

#include <string.h>

#include "core/text.h"
#include "io/bank_file.h"
#include "io/conf.h"

enum { VERSION = 1, SHOWN_MAX = 60 };

struct reading {
    const char *name; /* of the file */
    struct session *session;
    struct faults *faults;
};

static void complain(const struct reading *r, const struct conf_node *node, const char *sentence)
{
    faults_add(r->faults, FAULT_ERROR, (struct place){r->name, conf_line(node)}, "session.%s: %s",
               conf_name(node), sentence);
}

/* Copies the text of a key that must be there and fit. */
static void read_text(const struct reading *r, const struct conf_node *group, const char *key,
                      char *out, size_t size)
{
    const struct conf_node *node = conf_member(group, key);
    const char *text = node ? conf_string(node) : NULL;
    if (!node)
        faults_add(r->faults, FAULT_ERROR, (struct place){r->name, conf_line(group)},
                   _("the session has no \"%s\""), key);
    else if (!text || !*text || strlen(text) >= size)
        complain(r, node, _("this must be a text in quotes, not too long"));
    else if (text_examine(text, strlen(text), NULL) != TEXT_OK)
        complain(r, node, _("it has a character that must not be there"));
    else
        memcpy(out, text, strlen(text) + 1);
}

static void read_code(const struct reading *r, const struct conf_node *group)
{
    char *code = r->session->code;
    read_text(r, group, "code", code, SESSION_CODE_SIZE);
    if (strspn(code, "abcdefghijklmnopqrstuvwxyz-") != strlen(code))
        complain(r, conf_member(group, "code"), _("a code is words with \"-\" between them"));
}

static void read_number(const struct reading *r, const struct conf_node *group, const char *key,
                        int most, int *out)
{
    const struct conf_node *node = conf_member(group, key);
    if (node && (!conf_int(node, out) || *out < 0 || *out > most)) {
        complain(r, node, _("this must be a whole number, not too large"));
        *out = 0;
    }
}

static void read_parts(const struct reading *r, const struct conf_node *group)
{
    const struct conf_node *parts = conf_member(group, "parts");
    bool any = false;
    for (int i = 0; parts && i < conf_count(parts); i++) {
        const char *id = conf_string(conf_at(parts, i));
        enum part part = id ? part_from_id(id) : PART_NONE;
        if (part == PART_NONE)
            complain(r, parts, _("the parts are \"before\", \"practice\" and \"after\""));
        else
            any = r->session->has[part] = true;
    }
    if (!any)
        faults_add(r->faults, FAULT_ERROR, (struct place){r->name, conf_line(group)},
                   _("the session has no part"));
}

static void read_items(const struct reading *r, const struct conf_node *group, const char *key,
                       struct session_items *items)
{
    const struct conf_node *list = conf_member(group, key);
    for (int i = 0; list && i < conf_count(list); i++) {
        const char *ref = conf_string(conf_at(list, i));
        int activity = ref ? bank_find_activity(r->session->bank, ref) : -1;
        if (activity >= 0 && r->session->bank->activities[activity].dropped)
            activity = -1;
        for (int j = 0; j < items->count; j++)
            activity = items->activities[j] == activity ? -1 : activity;
        if (items->count == SESSION_ITEMS_MAX) {
            complain(r, list, _("there are too many cards in it"));
            return;
        }
        if (activity < 0) {
            struct str shown = {0};
            text_show(&shown, ref ? ref : "", SHOWN_MAX);
            faults_add(r->faults, FAULT_ERROR, (struct place){r->name, conf_line(list)},
                       _("“%s” is no card of the bank, or stands there twice"), str_text(&shown));
            str_free(&shown);
        } else {
            items->activities[items->count++] = activity;
        }
    }
}

/* Whether two lists share a scenario. */
static bool share_scenario(const struct bank *bank, const struct session_items *a,
                           const struct session_items *b)
{
    for (int i = 0; i < a->count; i++)
        for (int j = 0; j < b->count; j++)
            if (bank->activities[a->activities[i]].scenario ==
                bank->activities[b->activities[j]].scenario)
                return true;
    return false;
}

/* What must hold between parts and cards. */
static void check_items(const struct reading *r, const struct conf_node *group)
{
    const struct session *s = r->session;
    struct place place = {r->name, conf_line(group)};
    bool tests = s->has[PART_BEFORE] || s->has[PART_AFTER];
    if (s->has[PART_PRACTICE] && !s->practice.count)
        faults_add(r->faults, FAULT_ERROR, place, _("the practice has no cards"));
    for (int form = 0; form < FORM_COUNT; form++)
        if (tests && !s->forms[form].count)
            faults_add(r->faults, FAULT_ERROR, place, _("form %s of the test has no cards"),
                       form_id((enum form)form));
    if (share_scenario(s->bank, &s->forms[FORM_A], &s->forms[FORM_B]))
        faults_add(r->faults, FAULT_ERROR, place, _("the two forms share a scenario"));
}

static void read_session(const struct reading *r, const struct conf_node *group)
{
    struct session *s = r->session;
    const struct conf_node *names = conf_member(group, "names");
    const struct conf_node *items = conf_member(group, "items");
    int version = 0;
    read_number(r, group, "version", INT32_MAX, &version);
    if (version != VERSION) {
        faults_add(r->faults, FAULT_ERROR, (struct place){r->name, conf_line(group)},
                   version > VERSION ? _("the session was made by a later smquiz")
                                     : _("the session has no \"version\""));
        return;
    }
    read_code(r, group);
    read_text(r, group, "title", s->title, sizeof s->title);
    read_number(r, group, "pass", SESSION_ITEMS_MAX, &s->pass);
    read_number(r, group, "minutes", RULES_MINUTES_MAX, &s->minutes);
    read_number(r, group, "people", SESSION_PEOPLE_MAX, &s->people);
    read_parts(r, group);
    if (names && !conf_bool(names, &s->names))
        complain(r, names, _("this must be true or false"));
    if (items) {
        read_items(r, items, "a", &s->forms[FORM_A]);
        read_items(r, items, "b", &s->forms[FORM_B]);
        read_items(r, items, "practice", &s->practice);
    }
    check_items(r, group);
}

bool session_file_read(const char *name, const char *bytes, size_t len, struct session_file *out,
                       struct faults *faults, struct err *e)
{
    *out = (struct session_file){0};
    out->bank = bank_load_bytes(name, bytes, len, faults, e);
    if (!out->bank)
        return false;
    struct conf *conf = NULL;
    struct reading r = {name, &out->session, faults};
    out->session.bank = out->bank;
    if (conf_parse(name, bytes, len, &conf, faults) == STATUS_OK) {
        const struct conf_node *group = conf_member(conf_root(conf), "session");
        if (group && conf_type(group) == CONF_GROUP)
            read_session(&r, group);
        else
            faults_add(faults, FAULT_ERROR, (struct place){name, 0},
                       _("this is a bank and no session: it has no group \"session\""));
    }
    conf_free(conf);
    faults_sort(faults);
    return faults->errors == 0 ||
           err_set(e, STATUS_DATA, _("The session's file cannot be used as it is."));
}

void session_file_free(struct session_file *file)
{
    bank_free(file->bank);
    *file = (struct session_file){0};
}
