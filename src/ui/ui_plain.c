/* Plain mode: lines out, lines in, for pipes, dumb terminals and screen readers. */
#include "ui/ui_plain.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/xmalloc.h"
#include "ui/terminal.h"
#include "ui/tty.h"

enum { DEFAULT_COLS = 80, LEAST_COLS = 20, READ_SIZE = 4096 };

/* Own buffers: stdio may hold a line back that poll() then waits for in vain. */
struct plain {
    struct ui ui; /* first, so that the one pointer is the other */
    unsigned context;
    bool input_is_terminal, output_is_terminal;
    bool prompted, ended, failed;
    char bytes[READ_SIZE]; /* read, not yet taken: from start to end */
    size_t start, end;
    char line[INPUT_TEXT_SIZE]; /* the line so far, cut */
    size_t line_len;
    bool line_begun; /* even when line_len is 0: a line of nothing but blanks cut */
};

static void size(struct ui *ui, int *cols, int *rows)
{
    const struct plain *p = (const struct plain *)ui;

    if (!p->output_is_terminal || !tty_size(cols, rows) || *cols < LEAST_COLS ||
        *cols > TTY_MOST_CELLS)
        *cols = DEFAULT_COLS;
    *rows = 0; /* lines simply follow each other */
}

static void put(struct plain *p, const char *text)
{
    errno = 0;
    if (fputs(text, stdout) == EOF || fflush(stdout) != 0)
        p->failed = errno != EPIPE; /* a reader that has had enough is no fault */
}

static void show_lines(struct ui *ui, const char *lines, unsigned context)
{
    struct plain *p = (struct plain *)ui;

    p->context = context;
    if (p->prompted && p->input_is_terminal)
        put(p, "\n"); /* this comes unasked: the line with the prompt is still open */
    p->prompted = false;
    put(p, lines);
}

/* The line is whole: reads it as input, faults written out, and begins a new one. */
static struct input take_line(struct plain *p)
{
    while (p->line_len > 0 && p->line[p->line_len - 1] == '\r')
        p->line_len--;
    p->line[p->line_len] = '\0';
    p->line_len = 0;
    p->line_begun = false;
    p->prompted = false;
    struct str harmless = {0}; /* a reason is stored, an unknown word echoed */
    text_show(&harmless, p->line, 0);
    struct input input = input_from_line(str_text(&harmless), p->context);
    str_free(&harmless);
    return input;
}

/* Adds one byte; what is too long is dropped, a half character at the cut with it. */
static void add_byte(struct plain *p, char byte)
{
    p->line_begun = true;
    if (p->line_len == INPUT_TEXT_SIZE - 1)
        return;
    if (byte == '\0')
        byte = '\x01'; /* would hide the rest of the line; any control character will do */
    else if (byte == '\t')
        byte = ' ';
    p->line[p->line_len++] = byte;
    if (p->line_len < INPUT_TEXT_SIZE - 1)
        return;
    size_t lead = p->line_len;
    while (lead > 0 && ((unsigned char)p->line[lead - 1] & 0xc0) == 0x80)
        lead--;
    if (lead > 0 && (unsigned char)p->line[lead - 1] >= 0xc0)
        memset(p->line + lead - 1, ' ', p->line_len - (lead - 1));
}

/* Moves bytes into the line up to its end; whether it is whole. */
static bool fill_line(struct plain *p)
{
    while (p->start < p->end) {
        char byte = p->bytes[p->start++];

        if (byte == '\n')
            return true;
        add_byte(p, byte);
    }
    return false;
}

/* Reads what is there; false at the end of input.  *gone: the terminal hung up. */
static bool read_more(struct plain *p, bool *gone)
{
    ssize_t n = read(STDIN_FILENO, p->bytes, sizeof p->bytes);

    if (n < 0 && (errno == EINTR || errno == EAGAIN))
        return true;
    *gone = n < 0 && p->input_is_terminal;
    p->start = 0;
    p->end = n > 0 ? (size_t)n : 0;
    return n > 0;
}

static void prompt(struct plain *p)
{
    if (p->input_is_terminal && !p->prompted)
        put(p, "> ");
    p->prompted = true;
}

/* At the end of input: the last line may lack its newline. */
static struct input end_input(struct plain *p)
{
    p->ended = true;
    if (p->line_begun)
        return take_line(p);
    if (p->prompted && p->input_is_terminal)
        put(p, "\n");
    p->prompted = false;
    return (struct input){.kind = INPUT_END};
}

static struct input next(struct ui *ui, int timeout_ms)
{
    struct plain *p = (struct plain *)ui;

    if (terminal_signal() != 0)
        return (struct input){.kind = INPUT_SIGNAL, .signal = terminal_signal()};
    /* Reading goes on by itself: a transcript of answers holds nothing but answers. */
    if (p->context == CONTEXT_VERDICT || p->context == CONTEXT_PAGE)
        return (struct input){.kind = INPUT_ACTION, .action = ACTION_NEXT};
    while (!p->ended) {
        bool gone = false;

        if (fill_line(p))
            return take_line(p);
        prompt(p);
        switch (terminal_wait(STDIN_FILENO, timeout_ms)) {
        case TERMINAL_TIMEOUT:
            return (struct input){.kind = INPUT_TIMEOUT};
        case TERMINAL_SIGNALLED:
            return (struct input){.kind = INPUT_SIGNAL, .signal = terminal_signal()};
        case TERMINAL_STOP_ASKED: /* not caught in plain mode */
        case TERMINAL_CHANGED:
            break; /* lines already written stay as they are */
        case TERMINAL_READABLE:
            if (read_more(p, &gone))
                break;
            if (gone)
                return (struct input){.kind = INPUT_HANGUP};
            return end_input(p);
        }
    }
    return (struct input){.kind = INPUT_END};
}

static void bell(struct ui *ui)
{
    struct plain *p = (struct plain *)ui;

    if (p->output_is_terminal)
        put(p, "\a");
}

static void close_plain(struct ui *ui)
{
    free(ui);
}

struct ui *ui_plain_open(const struct ui_options *options)
{
    static const struct ui_ops ops = {.takes_lines = true,
                                      .size = size,
                                      .show_lines = show_lines,
                                      .next = next,
                                      .bell = bell,
                                      .close = close_plain};
    struct plain *p = xcalloc(1, sizeof *p);

    (void)options; /* lines have neither colours nor a mouse, and come adapted to the charset */
    p->ui.ops = &ops;
    p->input_is_terminal = isatty(STDIN_FILENO) == 1;
    p->output_is_terminal = isatty(STDOUT_FILENO) == 1;
    return &p->ui;
}

bool ui_plain_failed(const struct ui *ui)
{
    return ((const struct plain *)ui)->failed;
}
