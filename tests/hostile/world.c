/* The files a stranger may hand over. */
#include "world.h"

#include <string.h>

#include "core/base.h"

/* Templates: what stands in [[ ]] is a place, with what a good file has there. */
static const char bank[] =
    "# [[a comment]]\n"
    "bank = { id = \"small\"; title = \"[[A small bank]]\"; language = \"[[en]]\";\n"
    "  license = \"[[CC0-1.0]]\"; };\n"
    "sides = {\n"
    "  sales = { name = \"[[Sales]]\"; definition = \"[[Working one buyer.]]\"; };\n"
    "  marketing = { name = \"Marketing\"; definition = \"Working a market.\"; };\n"
    "};\n"
    "questions = ( { id = \"q\"; title = \"[[Who receives it?]]\"; } );\n"
    "principles = (\n"
    "  { id = \"p\"; question = \"q\"; title = \"[[One, or many?]]\"; rule = \"[[One buyer is "
    "sales.]]\";\n"
    "    sales = \"[[A call.]]\"; marketing = \"A poster.\"; mixup = \"[[Messages.]]\";\n"
    "    source = \"[[Made up.]]\"; }\n"
    ");\n"
    "scenarios = (\n"
    "  { id = \"[[fair]]\"; situation = \"[[A firm has a stand.]]\"; principle = \"p\";\n"
    "    level = 1; setting = \"[[events]]\"; together = \"[[The one leads to the other.]]\";\n"
    "    activities = (\n"
    "      { id = \"headline\"; side = \"marketing\"; text = \"[[Writing the headline for "
    "passers-by]]\";\n"
    "        cue = \"[[passers-by]]\"; why = \"[[It speaks to everyone.]]\"; },\n"
    "      { id = \"order\"; side = \"[[sales]]\"; text = \"Taking an order from one visitor\";\n"
    "        cue = \"one visitor\"; why = \"It works one order.\"; }\n"
    "    ); },\n"
    "  { id = \"web\"; situation = \"A firm has a page.\"; principle = \"p\";\n"
    "    level = 2; setting = \"events\";\n"
    "    together = \"Both are of use.\";\n"
    "    activities = (\n"
    "      { id = \"page\"; side = \"marketing\"; text = \"Writing the page for all\";\n"
    "        cue = \"for all\"; why = \"It is for all.\"; },\n"
    "      { id = \"reply\"; side = \"sales\"; text = \"Replying to one who asks\";\n"
    "        cue = \"one who asks\"; why = \"It is for one.\"; }\n"
    "    ); }\n"
    ");\n"
    "[[overrides]] = ( );\n";

static const char session[] =
    "\nsession = {\n"
    "  version = 1; code = \"palace-spruce-piano\"; title = \"[[A day]]\";\n"
    "  parts = [ \"before\", \"[[practice]]\", \"after\" ]; names = true; minutes = 15;\n"
    "  items = {\n"
    "    a = [ \"fair/headline\" ]; b = [ \"[[web/page]]\" ];\n"
    "    practice = [ \"fair/headline\", \"web/page\" ];\n"
    "  };\n"
    "};\n";

static const char gift[] =
    "// [[a comment]]\n"
    "$CATEGORY: top/[[p]]\n"
    "\n"
    "// scenario: [[stand]]\n"
    "// level: [[1]]\n"
    "// cue: [[passers-by]]\n"
    "::[[stand/headline]]::[plain][[A firm has a stand.]]\\n\\nWriting the headline for "
    "[[passers-by]] {\n"
    "\t=[[Marketing]]#[[passers-by]]\n"
    "\t~Sales\n"
    "\t####[[It speaks to everyone.]]\n"
    "}\n"
    "\n"
    "::stand/order::A firm has a stand.\\n\\nTaking an order from one visitor {=Sales "
    "~Marketing#[[no]]}\n";

static const char csv[] =
    "scenario,situation,principle,level,setting,together,activity,side,text,cue,why,[[source]]\r\n"
    "[[stand]],[[A firm has a stand.]],[[p]],[[1]],[[events]],[[Both.]],headline,marketing,"
    "\"[[Writing the headline for passers-by]]\",[[passers-by]],[[It speaks to everyone.]],\r\n"
    "stand,,,,,,order,[[sales]],Taking an order from one visitor,one visitor,It works one "
    "order.,\r\n";

#define ID(n) "01a2239e-0b1" #n "-76ee-a399-0c58a0156ae2"
static const char result[] =
    "{\"smquiz\":\"result\",\"version\":1,\"source\":\"[[played]]\",\"events\":3,"
    "\"learner\":{\"id\":\"" ID(
        0) "\",\"name\":\"[[Anna]]\"},"
           "\"run\":{\"id\":\"" ID(
               1) "\",\"mode\":\"[[before]]\",\"rules\":\"[[length=2]]\","
                  "\"seed\":\"bea052e41aa7eb75\",\"bank\":\"[[small]]\",\"fingerprint\":"
                  "\"1501d943f79732e0\","
                  "\"items\":\"[[fair/headline]]\",\"session\":\"palace-spruce-piano\","
                  "\"part\":\"[[before]]\",\"started\":1795893889809,\"utc_offset_min\":0}}\n"
                  "{\"id\":\"" ID(
                      2) "\",\"sequence\":1,\"kind\":\"answer\","
                         "\"activity\":\"[[small:fair/"
                         "headline]]\",\"wording\":\"868c7d5eba3364e3\","
                         "\"keyed\":\"marketing\",\"choice\":\"[[sales]]\",\"sure\":true,\"time\":"
                         "1795893889809,"
                         "\"utc_offset_min\":0,\"note\":\"\"}\n"
                         "{\"id\":\"" ID(
                             3) "\",\"sequence\":2,\"kind\":\"flag\",\"activity\":\"small:fair/"
                                "headline\","
                                "\"wording\":\"868c7d5eba3364e3\",\"keyed\":\"marketing\","
                                "\"choice\":\"\",\"sure\":true,"
                                "\"time\":1795893889812,\"utc_offset_min\":0,\"note\":\"[[who?]]\"}"
                                "\n"
                                "{\"id\":\"" ID(
                                    4) "\",\"sequence\":3,\"kind\":\"end\",\"activity\":\"\","
                                       "\"wording\":\"0000000000000000\",\"keyed\":\"\",\"choice\":"
                                       "\"\",\"sure\":false,"
                                       "\"time\":1795893889818,\"utc_offset_min\":0,\"note\":\"[["
                                       "done]]\"}\n";

static const char settings[] =
    "# [[a comment]]\n"
    "color = \"[[never]]\"; theme = \"[[dark]]\"; language = \"[[en]]\"; learner = \"[[anna]]\";\n"
    "store = \"[[kept.db]]\"; team = \"[[team]]\"; bank = ( \"[[good.cfg]]\" );\n"
    "keys = { quit = \"[[q Esc]]\"; [[flag]] = \"!\"; };\n"
    "[[plain]] = true;\n";

static const struct {
    const char *name, *text, *more;
    enum writing writing;
} kinds[KIND_COUNT] = {
    [KIND_BANK] = {"bank", bank, "", WRITING_CONF},
    [KIND_GIFT] = {"GIFT", gift, "", WRITING_PLAIN},
    [KIND_CSV] = {"CSV", csv, "", WRITING_PLAIN},
    [KIND_SESSION] = {"session", bank, session, WRITING_CONF},
    [KIND_RESULT] = {"result", result, "", WRITING_JSON},
    [KIND_SETTINGS] = {"settings", settings, "", WRITING_CONF},
};

const char *kind_name(enum kind kind)
{
    return kinds[kind].name;
}

enum writing kind_writing(enum kind kind)
{
    return kinds[kind].writing;
}

/* Appends a template with the payload in place number `place`, which counts on from *count. */
static void fill(const char *text, int *count, int place, const struct payload *payload,
                 enum writing writing, struct str *out)
{
    const char *open;
    while ((open = strstr(text, "[["))) {
        const char *close = strstr(open, "]]");
        str_addn(out, text, (size_t)(open - text));
        if (payload && *count == place)
            payload_write(payload, writing, out);
        else
            str_addn(out, open + 2, (size_t)(close - open - 2));
        (*count)++;
        text = close + 2;
    }
    str_add(out, text);
}

void world_file(enum kind kind, int place, const struct payload *payload, enum writing writing,
                struct str *out)
{
    int count = 0;
    fill(kinds[kind].text, &count, place, payload, writing, out);
    fill(kinds[kind].more, &count, place, payload, writing, out);
}

int world_places(enum kind kind)
{
    struct str whole = {0};
    int count = 0;
    fill(kinds[kind].text, &count, -1, NULL, WRITING_PLAIN, &whole);
    fill(kinds[kind].more, &count, -1, NULL, WRITING_PLAIN, &whole);
    str_free(&whole);
    return count;
}

/* ---- well formed, and heavy ---- */

static void add_good(enum kind kind, struct str *out)
{
    world_file(kind, -1, NULL, WRITING_PLAIN, out);
}

static void add_long(struct str *out, char byte, size_t len)
{
    for (size_t i = 0; i < len; i++)
        str_addc(out, byte);
}

static void bank_members(struct str *out)
{
    add_good(KIND_BANK, out);
    str_add(out, "more = {\n");
    for (int i = 0; i < 10000; i++)
        str_addf(out, "k%d = 1;\n", i);
    str_add(out, "};\n");
}

static void bank_short_keys(struct str *out)
{
    for (int i = 0; out->len < 15 * 1024 * 1024; i++)
        str_addf(out, "k%x=1;", (unsigned)i);
}

static void bank_long_text(struct str *out)
{
    str_add(out, "bank = { id = \"small\"; title = \"");
    add_long(out, 'x', 15 * 1024 * 1024);
    str_add(out, "\"; };\n");
}

static void bank_long_escapes(struct str *out)
{
    str_add(out, "bank = { id = \"small\"; title = \"");
    while (out->len < 15 * 1024 * 1024)
        str_add(out, "\\x41");
    str_add(out, "\"; };\n");
}

static void bank_many_elements(struct str *out)
{
    str_add(out, "bank = ( ");
    while (out->len < 15 * 1024 * 1024)
        str_add(out, "1, ");
    str_add(out, "1 );\n");
}

static void bank_many_groups(struct str *out)
{
    str_add(out, "scenarios = (\n");
    for (int i = 0; i < 65000; i++)
        str_addf(out, "%s{ a = \"%d\"; b = 1; c = ( { d = 2; } ); }\n", i ? "," : "", i);
    str_add(out, ");\n");
}

static void bank_deep(struct str *out)
{
    str_add(out, "bank = ");
    for (int i = 0; i < 200000; i++)
        str_add(out, "{ a = ( ");
}

/* As many scenarios as a bank may have, all alike but for their ids: each is near every other. */
static void bank_alike(struct str *out)
{
    struct str good = {0};
    add_good(KIND_BANK, &good);
    size_t head = (size_t)(strstr(good.data, "scenarios = (") - good.data);
    str_addn(out, good.data, head);
    str_add(out, "scenarios = (\n");
    for (int i = 0; i < 20000; i++)
        str_addf(out,
                 "%s{ id = \"s%d\"; situation = \"A firm has a stand.\"; principle = \"p\";"
                 " setting = \"events\"; together = \"Both.\"; activities = ("
                 " { id = \"a\"; side = \"sales\"; text = \"Calling the one buyer of machines\";"
                 " cue = \"one buyer\"; why = \"It is one.\"; },"
                 " { id = \"b\"; side = \"marketing\"; text = \"Calling all buyers of machines\";"
                 " cue = \"all buyers\"; why = \"It is all.\"; } ); }\n",
                 i ? "," : "", i);
    str_add(out, ");\n");
    str_free(&good);
}

/* Every scenario has faults, and the same id. */
static void bank_faulty(struct str *out)
{
    str_add(out, "scenarios = (\n");
    for (int i = 0; i < 40000; i++)
        str_addf(out,
                 "%s{ id = \"same\"; principle = \"none\"; activities = ("
                 " { id = \"x\"; side = \"both\"; text = \"\"; more = 1; } ); }\n",
                 i ? "," : "");
    str_add(out, ");\n");
}

static void gift_many(struct str *out)
{
    while (out->len < 15 * 1024 * 1024)
        str_add(out, "::a::Calling one buyer {=Sales ~Marketing}\n\n");
}

static void gift_many_answers(struct str *out)
{
    str_add(out, "::a::Calling one buyer {");
    while (out->len < 15 * 1024 * 1024)
        str_add(out, "=Sales ");
    str_add(out, "}\n");
}

static void gift_long_question(struct str *out)
{
    str_add(out, "::a::");
    add_long(out, 'x', 15 * 1024 * 1024);
    str_add(out, "{=Sales ~Marketing}\n");
}

static void gift_open_answers(struct str *out)
{
    while (out->len < 15 * 1024 * 1024)
        str_add(out, "::a::b {\n\n");
}

static void gift_scenarios(struct str *out)
{
    for (int i = 0; i < 40000; i++)
        str_addf(out,
                 "$CATEGORY: p/s%d\n\n::a::Calling one buyer of %d {=Sales ~Marketing}\n\n"
                 "::b::Calling all buyers of %d {=Marketing ~Sales}\n\n",
                 i, i, i);
}

static void csv_rows(struct str *out)
{
    str_add(out, "scenario,principle,situation,setting,level,activity,side,text,cue,why\n");
    for (int i = 0; out->len < 15 * 1024 * 1024; i++)
        str_addf(out, "s%d,p,A stand %d.,events,1,a,%s,Calling buyer %d,,Because.\n", i / 2, i / 2,
                 i % 2 ? "sales" : "marketing", i);
}

static void csv_columns(struct str *out)
{
    while (out->len < 15 * 1024 * 1024)
        str_add(out, "scenario,");
    str_add(out, "\nx\n");
}

static void csv_one_field(struct str *out)
{
    str_add(out, "scenario,principle,situation,setting,level,activity,side,text,cue,why\n\"");
    while (out->len < 15 * 1024 * 1024)
        str_add(out, "a\"\"b\n");
    str_add(out, "\",p\n");
}

static void result_name(struct str *out)
{
    str_add(out, "{\"smquiz\":\"result\",\"version\":1,\"learner\":{\"name\":\"");
    add_long(out, 'x', 7 * 1024 * 1024);
    str_add(out, "\"}}\n");
}

static void result_too_large(struct str *out)
{
    add_good(KIND_RESULT, out);
    add_long(out, '\n', 9 * 1024 * 1024);
}

static void result_deep(struct str *out)
{
    str_add(out, "{\"smquiz\":");
    add_long(out, '[', 7 * 1024 * 1024);
}

static void result_keys(struct str *out)
{
    str_add(out, "{\"smquiz\":\"result\"");
    for (int i = 0; out->len < 7 * 1024 * 1024; i++)
        str_addf(out, ",\"k%d\":%d", i, i);
    str_add(out, "}\n");
}

static void result_events(struct str *out)
{
    struct str good = {0};
    add_good(KIND_RESULT, &good);
    char *second = strchr(good.data, '\n') + 1;
    size_t line = strcspn(second, "\n") + 1;
    str_addn(out, good.data, (size_t)(second - good.data));
    while (out->len < 7 * 1024 * 1024)
        str_addn(out, second, line);
    str_free(&good);
}

static void settings_members(struct str *out)
{
    str_add(out, "keys = {\n");
    for (int i = 0; i < 10000; i++)
        str_addf(out, "k%d = \"x\";\n", i);
    str_add(out, "};\n");
}

static void settings_banks(struct str *out)
{
    str_add(out, "bank = (");
    for (int i = 0; i < 60000; i++)
        str_addf(out, "%s\"b%d.cfg\"", i ? "," : "", i);
    str_add(out, ");\n");
}

const struct heavy heavies[] = {
    {"10,000 members in a group", KIND_BANK, bank_members},
    {"15 MB of short keys", KIND_BANK, bank_short_keys},
    {"a text of 15 MB", KIND_BANK, bank_long_text},
    {"a text of 15 MB of escapes", KIND_BANK, bank_long_escapes},
    {"a list of 5 million numbers", KIND_BANK, bank_many_elements},
    {"65,000 groups", KIND_BANK, bank_many_groups},
    {"400,000 levels deep", KIND_BANK, bank_deep},
    {"40,000 activities all alike", KIND_BANK, bank_alike},
    {"300,000 faults", KIND_BANK, bank_faulty},
    {"350,000 questions of one name", KIND_GIFT, gift_many},
    {"2 million answers", KIND_GIFT, gift_many_answers},
    {"a question of 15 MB", KIND_GIFT, gift_long_question},
    {"1.5 million answers not closed", KIND_GIFT, gift_open_answers},
    {"40,000 scenarios", KIND_GIFT, gift_scenarios},
    {"250,000 rows", KIND_CSV, csv_rows},
    {"1.7 million columns", KIND_CSV, csv_columns},
    {"a field of 15 MB", KIND_CSV, csv_one_field},
    {"10,000 members in a group", KIND_SESSION, bank_members},
    {"a text of 15 MB", KIND_SESSION, bank_long_text},
    {"400,000 levels deep", KIND_SESSION, bank_deep},
    {"a name of 7 MB", KIND_RESULT, result_name},
    {"larger than a result may be", KIND_RESULT, result_too_large},
    {"7 million levels deep", KIND_RESULT, result_deep},
    {"500,000 keys", KIND_RESULT, result_keys},
    {"25,000 events", KIND_RESULT, result_events},
    {"10,000 members in a group", KIND_SETTINGS, settings_members},
    {"60,000 banks", KIND_SETTINGS, settings_banks},
};
const size_t heavy_count = ARRAY_LEN(heavies);
