/* The plain front end over pipes: lines of every shape, the end of input, and what waits for none.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "ui/ui_plain.h"

enum { SHORT_WAIT_MS = 1 };

/* Standard input is the read end of a pipe, standard output /dev/null, for one test. */
struct bench {
    int old_in, old_out, feed;
    struct ui *ui;
};

static int start(void **state)
{
    static struct bench bench;
    static const struct ui_options options;
    int ends[2], null = open("/dev/null", O_WRONLY);

    fflush(stdout);
    bench.old_in = dup(STDIN_FILENO);
    bench.old_out = dup(STDOUT_FILENO);
    if (null < 0 || pipe(ends) != 0)
        return -1;
    dup2(ends[0], STDIN_FILENO);
    dup2(null, STDOUT_FILENO);
    close(ends[0]);
    close(null);
    bench.feed = ends[1];
    bench.ui = ui_plain_open(&options);
    *state = &bench;
    return 0;
}

static int end(void **state)
{
    struct bench *bench = *state;

    bench->ui->ops->close(bench->ui);
    fflush(stdout);
    dup2(bench->old_in, STDIN_FILENO);
    dup2(bench->old_out, STDOUT_FILENO);
    close(bench->old_in);
    close(bench->old_out);
    if (bench->feed >= 0)
        close(bench->feed);
    return 0;
}

static void feed(struct bench *bench, const char *bytes, size_t len)
{
    assert_int_equal(write(bench->feed, bytes, len), len);
}

static void end_input(struct bench *bench)
{
    close(bench->feed);
    bench->feed = -1;
}

static struct input next_in(struct bench *bench, unsigned context)
{
    bench->ui->ops->show_lines(bench->ui, "Sales or marketing?\n", context);
    return bench->ui->ops->next(bench->ui, -1);
}

static void check_action(struct bench *bench, enum action action)
{
    struct input input = next_in(bench, CONTEXT_CARD);

    assert_int_equal(input.kind, INPUT_ACTION);
    assert_int_equal(input.action, action);
}

static void lines_are_read_one_at_a_time(void **state)
{
    struct bench *bench = *state;

    feed(bench, "s\nmarketing\r\n\tM \n", 17);
    check_action(bench, ACTION_SALES);
    check_action(bench, ACTION_MARKETING);
    check_action(bench, ACTION_MARKETING);
}

static void a_line_may_come_in_pieces(void **state)
{
    struct bench *bench = *state;

    feed(bench, "sal", 3);
    bench->ui->ops->show_lines(bench->ui, "?\n", CONTEXT_CARD);
    assert_int_equal(bench->ui->ops->next(bench->ui, SHORT_WAIT_MS).kind, INPUT_TIMEOUT);
    feed(bench, "es\n", 3);
    check_action(bench, ACTION_SALES);
}

static void the_last_line_may_lack_its_newline(void **state)
{
    struct bench *bench = *state;

    feed(bench, "m", 1);
    end_input(bench);
    check_action(bench, ACTION_MARKETING);
    assert_int_equal(next_in(bench, CONTEXT_CARD).kind, INPUT_END);
    assert_int_equal(next_in(bench, CONTEXT_CARD).kind, INPUT_END);
}

/* So a transcript of answers holds nothing but answers. */
static void verdicts_and_pages_wait_for_nothing(void **state)
{
    struct bench *bench = *state;

    feed(bench, "s\n", 2);
    assert_int_equal(next_in(bench, CONTEXT_VERDICT).action, ACTION_NEXT);
    assert_int_equal(next_in(bench, CONTEXT_PAGE).action, ACTION_NEXT);
    check_action(bench, ACTION_SALES);
}

static void a_line_of_any_length_is_one_line(void **state)
{
    struct bench *bench = *state;
    char *line = malloc(20000);

    assert_non_null(line);
    for (size_t i = 0; i < 10000; i++)
        memcpy(line + 2 * i, "é", 2);
    memcpy(line, "! ", 2);
    feed(bench, line, 20000);
    feed(bench, "\ns\n", 3);
    struct input input = next_in(bench, CONTEXT_CARD);
    assert_int_equal(input.action, ACTION_FLAG);
    assert_int_equal(text_examine(input.text, strlen(input.text), NULL), TEXT_OK);
    check_action(bench, ACTION_SALES);
    free(line);
}

/* Nothing that could act on a terminal or a file gets in. */
static void faulty_bytes_are_written_out(void **state)
{
    static const char line[] = "! a\033[31m\xff\0b\xe2\x80\xae\n";
    struct bench *bench = *state;

    feed(bench, line, sizeof line - 1);
    struct input input = next_in(bench, CONTEXT_CARD);
    assert_int_equal(input.action, ACTION_FLAG);
    assert_string_equal(input.text, "a\\u{1b}[31m\\x{ff}\\u{1}b\\u{202e}");
}

static void a_nul_does_not_make_an_answer(void **state)
{
    struct bench *bench = *state;

    feed(bench, "s\0m\n", 4);
    assert_int_equal(next_in(bench, CONTEXT_CARD).kind, INPUT_UNKNOWN);
}

static void a_full_output_is_noticed(void **state)
{
    struct bench *bench = *state;
    int full = open("/dev/full", O_WRONLY);

    if (full < 0)
        skip();
    assert_false(ui_plain_failed(bench->ui));
    dup2(full, STDOUT_FILENO);
    close(full);
    bench->ui->ops->show_lines(bench->ui, "a line\n", CONTEXT_CARD);
    assert_true(ui_plain_failed(bench->ui));
    clearerr(stdout);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(lines_are_read_one_at_a_time, start, end),
        cmocka_unit_test_setup_teardown(a_line_may_come_in_pieces, start, end),
        cmocka_unit_test_setup_teardown(the_last_line_may_lack_its_newline, start, end),
        cmocka_unit_test_setup_teardown(verdicts_and_pages_wait_for_nothing, start, end),
        cmocka_unit_test_setup_teardown(a_line_of_any_length_is_one_line, start, end),
        cmocka_unit_test_setup_teardown(faulty_bytes_are_written_out, start, end),
        cmocka_unit_test_setup_teardown(a_nul_does_not_make_an_answer, start, end),
        cmocka_unit_test_setup_teardown(a_full_output_is_noticed, start, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
