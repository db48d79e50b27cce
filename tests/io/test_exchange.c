/* Banks come back the same through GIFT and through CSV: written, read, put into a bank file with
 * the same principles, and loaded again. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "core/bank_write.h"
#include "core/conf_text.h"
#include "core/exchange_gather.h"
#include "core/gift_read.h"
#include "core/gift_write.h"
#include "core/sheet_read.h"
#include "core/sheet_write.h"
#include "io/bank_file.h"
#include "io/text_file.h"
#include "unit/seed.h"

typedef void writer(const struct bank *bank, struct str *out);
typedef void reader(const char *bytes, size_t len, const char *file,
                    const char *const names[SIDE_COUNT], struct exchange *out,
                    struct faults *faults);

static void fail_with(const struct faults *faults, const char *what)
{
    struct str said = {0};
    faults_write(faults, &said);
    fail_msg("%s: %s", what, str_text(&said));
}

static struct bank *load(const char *name, const struct str *text)
{
    struct faults faults = {0};
    struct err e = {0};
    struct bank *bank = bank_load_bytes(name, str_text(text), text->len, &faults, &e);
    if (!bank)
        fail_with(&faults, str_text(text));
    faults_free(&faults);
    return bank;
}

static void add_line(struct str *out, const char *key, const char *text)
{
    str_addf(out, " %s = \"", key);
    for (const char *at = text; *at; at++) {
        if (*at == '"' || *at == '\\')
            str_addc(out, '\\');
        str_addc(out, *at);
    }
    str_add(out, "\";");
}

/* A bank file with the head and the principles of `bank` and nothing else. */
static void write_frame(const struct bank *bank, struct str *out)
{
    str_add(out, "# the frame\nbank = {");
    add_line(out, "id", bank->id);
    add_line(out, "title", bank->title);
    str_add(out, " };\nsides = { sales = {");
    add_line(out, "name", bank->side_name[SIDE_SALES]);
    str_add(out, " }; marketing = {");
    add_line(out, "name", bank->side_name[SIDE_MARKETING]);
    str_add(out, " }; };\nprinciples = (\n");
    for (int i = 0; i < bank->principle_count; i++) {
        str_add(out, i > 0 ? ", {" : "{");
        add_line(out, "id", bank->principles[i].id);
        add_line(out, "title", bank->principles[i].title);
        add_line(out, "rule", bank->principles[i].rule);
        str_add(out, " }");
    }
    str_add(out, "\n);\n");
}

static void assert_same_bank(const struct bank *a, const struct bank *b)
{
    assert_int_equal(a->scenario_count, b->scenario_count);
    assert_int_equal(a->activity_count, b->activity_count);
    for (int i = 0; i < a->scenario_count; i++) {
        const struct scenario *x = &a->scenarios[i], *y = &b->scenarios[i];
        assert_string_equal(x->id, y->id);
        assert_string_equal(x->situation, y->situation);
        assert_string_equal(x->setting, y->setting);
        assert_string_equal(x->together, y->together);
        assert_int_equal(x->principle, y->principle);
        assert_int_equal(x->level, y->level);
        assert_int_equal(x->first, y->first);
        assert_int_equal(x->count, y->count);
    }
    for (int i = 0; i < a->activity_count; i++) {
        const struct activity *x = &a->activities[i], *y = &b->activities[i];
        assert_string_equal(x->ref, y->ref);
        assert_string_equal(x->text, y->text);
        assert_string_equal(x->cue, y->cue);
        assert_string_equal(x->why, y->why);
        assert_string_equal(x->source, y->source);
        assert_int_equal(x->side, y->side);
        assert_int_equal(x->principle, y->principle);
        assert_true(x->wording == y->wording);
    }
}

/* Sends the bank out and takes it in again. */
static void assert_comes_back(const struct bank *bank, writer *write, reader *read)
{
    struct str out = {0}, frame = {0}, whole = {0};
    struct exchange items = {0};
    struct draft known = {0}, add = {0};
    struct faults faults = {0};
    write(bank, &out);
    assert_true(conf_text_check(out.data, out.len, "out", &faults));
    read(out.data, out.len, "out", bank->side_name, &items, &faults);
    exchange_gather(&items, &known, NULL, &add, &faults);
    if (faults.len > 0)
        fail_with(&faults, out.data);
    write_frame(bank, &frame);
    bank_write(frame.data, frame.len, &add, &whole);
    assert_memory_equal(whole.data, frame.data, frame.len);
    struct bank *again = load("again.cfg", &whole);
    assert_same_bank(bank, again);
    bank_free(again);
    draft_free(&add);
    exchange_free(&items);
    str_free(&out);
    str_free(&frame);
    str_free(&whole);
}

static struct bank *load_path(const char *path)
{
    struct bank_layer layer = {.path = path};
    struct faults faults = {0};
    struct err e = {0};
    struct bank *bank = bank_load(&layer, 1, NULL, &faults, &e);
    if (!bank)
        fail_with(&faults, path);
    faults_free(&faults);
    return bank;
}

static void banks_of_the_tree_come_back(void **state)
{
    (void)state;
    static const char *const paths[] = {"questions", "tests/bank/small.cfg",
                                        "tests/bank/good/odd-texts.cfg",
                                        "tests/bank/good/limits.cfg"};
    for (size_t i = 0; i < ARRAY_LEN(paths); i++) {
        struct bank *bank = load_path(paths[i]);
        assert_comes_back(bank, gift_write, gift_read);
        assert_comes_back(bank, sheet_write, sheet_read);
        bank_free(bank);
    }
}

/* A text of signs that mean something to one of the formats, with no blank at its ends. */
static void add_odd_text(struct str *out, struct rng *rng)
{
    static const char *const pieces[] = {
        "\\\\", "\\\"", "'",    "=",          "~",      "#",   "{",    "}", ":", "::",
        "//",   "->",   "####", "%50%",       "[html]", "<p>", "&lt;", ",", ";", "n",
        "x",    "é",    "東",   "$CATEGORY:", "-",      "+",   "@",    "T", "/"};
    size_t count = 1 + rng_below(rng, 8);
    for (size_t i = 0; i < count; i++) {
        str_add(out, pieces[rng_below(rng, ARRAY_LEN(pieces))]);
        if (i + 1 < count && rng_below(rng, 3) == 0)
            str_add(out, rng_below(rng, 2) ? " " : "  ");
    }
}

static void add_odd_field(struct str *out, const char *key, struct rng *rng)
{
    str_addf(out, " %s = \"", key);
    add_odd_text(out, rng);
    str_add(out, "\";");
}

static void make_odd_bank(struct str *out, struct rng *rng)
{
    static const char *const keys[] = {"cue", "why", "source"};
    uint32_t scenarios = 1 + rng_below(rng, 4);
    str_clear(out);
    str_add(out, "bank = { id = \"odd\"; title = \"Odd\"; };\n"
                 "sides = { sales = { name = \"[html] Ver=kauf\"; }; marketing = { name = "
                 "\"Markt: {1}\"; }; };\n"
                 "principles = ( { id = \"p\"; title = \"P\"; rule = \"R\"; }, { id = \"q\"; title "
                 "= \"Q\"; rule = \"R\"; } );\nscenarios = (\n");
    for (uint32_t i = 0; i < scenarios; i++) {
        str_addf(out, "%s{ id = \"s%u\"; principle = \"%c\"; level = %u;", i > 0 ? "," : "", i,
                 rng_below(rng, 2) ? 'p' : 'q', 1 + rng_below(rng, 3));
        add_odd_field(out, "situation", rng);
        if (rng_below(rng, 2))
            add_odd_field(out, "together", rng);
        str_add(out, " activities = (");
        uint32_t count = 2 + rng_below(rng, 3);
        for (uint32_t n = 0; n < count; n++) {
            str_addf(out, "%s{ id = \"a%u\"; side = \"%s\";", n > 0 ? "," : "", n,
                     side_id(n % 2 ? SIDE_SALES : SIDE_MARKETING));
            add_odd_field(out, "text", rng);
            for (size_t k = 0; k < ARRAY_LEN(keys); k++) {
                if (rng_below(rng, 2))
                    add_odd_field(out, keys[k], rng);
            }
            str_add(out, rng_below(rng, 2) ? " principle = \"q\"; }" : " }");
        }
        str_add(out, "); }\n");
    }
    str_add(out, ");\n");
}

static void any_text_comes_back(void **state)
{
    (void)state;
    struct rng rng = rng_for_test();
    struct str text = {0};
    for (int round = 0; round < 3000; round++) {
        make_odd_bank(&text, &rng);
        struct bank *bank = load("odd.cfg", &text);
        assert_comes_back(bank, gift_write, gift_read);
        assert_comes_back(bank, sheet_write, sheet_read);
        bank_free(bank);
    }
    str_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(banks_of_the_tree_come_back),
        cmocka_unit_test(any_text_comes_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
