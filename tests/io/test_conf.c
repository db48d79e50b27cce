/* The tree of a settings file: types, names, lines and values as other modules see them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <limits.h>
#include <string.h>

#include "io/conf.h"

static struct conf *parse(const char *text)
{
    struct conf *conf = NULL;
    struct faults faults = {0};
    struct str said = {0};
    enum status status = conf_parse("test.cfg", text, strlen(text), &conf, &faults);
    faults_write(&faults, &said);
    assert_string_equal(str_text(&said), "");
    assert_int_equal(status, STATUS_OK);
    str_free(&said);
    faults_free(&faults);
    return conf;
}

static void the_tree_has_names_types_and_lines(void **state)
{
    (void)state;
    struct conf *conf = parse("word = \"x \\\" \\x41\";\n"
                              "group = {\n  list = ( 1, \"b\",\n { } );\n  array = [ 1, 2 ]; };\n"
                              "truth = TRUE; point = 1.5;");
    const struct conf_node *root = conf_root(conf);
    assert_int_equal(conf_type(root), CONF_GROUP);
    assert_string_equal(conf_name(root), "");
    assert_int_equal(conf_count(root), 4);
    assert_string_equal(conf_name(conf_at(root, 1)), "group");
    assert_string_equal(conf_string(conf_member(root, "word")), "x \" A");
    assert_int_equal(conf_type(conf_member(root, "truth")), CONF_BOOL);
    assert_int_equal(conf_type(conf_member(root, "point")), CONF_FLOAT);
    const struct conf_node *group = conf_member(root, "group");
    assert_int_equal(conf_line(group), 2);
    const struct conf_node *list = conf_member(group, "list");
    assert_int_equal(conf_type(list), CONF_LIST);
    assert_int_equal(conf_line(list), 3);
    assert_int_equal(conf_count(list), 3);
    assert_string_equal(conf_name(conf_at(list, 1)), "");
    assert_int_equal(conf_type(conf_at(list, 2)), CONF_GROUP);
    assert_int_equal(conf_line(conf_at(list, 2)), 4);
    assert_int_equal(conf_type(conf_member(group, "array")), CONF_ARRAY);
    assert_null(conf_member(group, "word"));
    assert_null(conf_member(list, "word"));
    assert_int_equal(conf_count(conf_member(root, "word")), 0);
    conf_free(conf);
    conf_free(NULL);
}

static void values_come_only_as_what_they_are(void **state)
{
    (void)state;
    struct conf *conf = parse("low = -2147483648; high = 2147483647; long = 7L; hex = 0x10;\n"
                              "text = \"1\"; truth = false; point = 1.0;");
    const struct conf_node *root = conf_root(conf);
    int number = 0;
    bool truth = true;
    assert_true(conf_int(conf_member(root, "low"), &number));
    assert_int_equal(number, INT_MIN);
    assert_true(conf_int(conf_member(root, "high"), &number));
    assert_int_equal(number, INT_MAX);
    assert_true(conf_int(conf_member(root, "long"), &number));
    assert_int_equal(number, 7);
    assert_true(conf_int(conf_member(root, "hex"), &number));
    assert_int_equal(number, 16);
    assert_false(conf_int(conf_member(root, "text"), &number));
    assert_false(conf_int(conf_member(root, "truth"), &number));
    assert_false(conf_int(conf_member(root, "point"), &number));
    assert_int_equal(number, 16);
    assert_false(conf_bool(conf_member(root, "low"), &truth));
    assert_false(conf_bool(conf_member(root, "text"), &truth));
    assert_true(truth);
    assert_true(conf_bool(conf_member(root, "truth"), &truth));
    assert_false(truth);
    assert_null(conf_string(conf_member(root, "low")));
    assert_null(conf_string(root));
    conf_free(conf);
}

static void faults_name_the_file_even_when_its_name_is_gone(void **state)
{
    (void)state;
    struct conf *conf = NULL;
    struct faults faults = {0};
    struct str said = {0};
    char name[] = "short-lived.cfg";
    assert_int_equal(conf_parse(name, "a = 1 2", 7, &conf, &faults), STATUS_DATA);
    assert_null(conf);
    memset(name, 'x', sizeof name - 1);
    faults_write(&faults, &said);
    assert_string_equal(str_text(&said), "short-lived.cfg:1: error: \"2\" is too much here\n");
    str_free(&said);
    faults_free(&faults);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_tree_has_names_types_and_lines),
        cmocka_unit_test(values_come_only_as_what_they_are),
        cmocka_unit_test(faults_name_the_file_even_when_its_name_is_gone),
    };
    return cmocka_run_group_tests_name("conf", tests, NULL, NULL);
}
