/* The scripted front end: screen tests are written for it. */
#include "ui/ui_script.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/xmalloc.h"
#include "ui/keys.h"
#include "ui/last_frame.h"

struct script {
    struct ui ui;     /* first, so that the one pointer is the other */
    const char *rest; /* steps not yet read */
    char line[INPUT_TEXT_SIZE];
    const char *typing; /* what is left of a "type" step's text, inside line; or NULL */
    int cols, rows;
    int64_t clock_ms;
    unsigned context;
    const struct keymap *keys;
    struct frame frame; /* the last shown */
    struct str *transcript;
};

static void size(struct ui *ui, int *cols, int *rows)
{
    const struct script *s = (const struct script *)ui;

    *cols = s->cols;
    *rows = s->ui.ops->takes_lines ? 0 : s->rows;
}

static void show_frame(struct ui *ui, const struct frame *frame)
{
    struct script *s = (struct script *)ui;

    last_frame_keep(&s->frame, frame);
    s->context = frame->context;
}

static void show_lines(struct ui *ui, const char *lines, unsigned context)
{
    struct script *s = (struct script *)ui;

    str_add(s->transcript, lines);
    s->context = context;
}

/* Takes the next line into s->line, blanks in front cut; false after the last. */
static bool take_line(struct script *s)
{
    if (*s->rest == '\0')
        return false;
    s->rest += strspn(s->rest, " \t");
    size_t len = strcspn(s->rest, "\n");
    size_t kept = len < sizeof s->line ? len : sizeof s->line - 1;

    memcpy(s->line, s->rest, kept);
    s->line[kept] = '\0';
    s->rest += len + (s->rest[len] == '\n');
    return true;
}

/* If the line is `word` and something behind it, that; NULL when not. */
static const char *argument(const char *line, const char *word)
{
    size_t len = strlen(word);

    if (strncmp(line, word, len) != 0 || line[len] != ' ')
        return NULL;
    return line + len + 1;
}

/* Two whole numbers, blank between. */
static bool two_numbers(const char *text, int *a, int *b)
{
    char *end;

    *a = (int)strtol(text, &end, 10);
    if (end == text || *end != ' ')
        return false;
    text = end;
    *b = (int)strtol(text, &end, 10);
    return end != text && *end == '\0';
}

static struct input unknown(const char *line)
{
    struct input input = {.kind = INPUT_UNKNOWN};

    snprintf(input.text, sizeof input.text, "%s", line);
    return input;
}

static struct input type_next(struct script *s)
{
    uint32_t key;

    s->typing += keys_from_utf8(s->typing, &key);
    if (*s->typing == '\0')
        s->typing = NULL;
    return keys_input(s->keys, key, s->context);
}

/* Whether a row of a menu is the item called `label`: behind its marker or number, alone or before
 * its hint. */
static bool is_item(const char *row, const char *label)
{
    size_t len = strlen(label);

    row += strspn(row, " ");
    if (strncmp(row, label, len) != 0) {
        row += strcspn(row, " ");
        row += strspn(row, " ");
    }
    return strncmp(row, label, len) == 0 &&
           (row[len] == '\0' || row[len] == ':' || strncmp(row + len, "  ", 2) == 0);
}

/* The item of the frame with this label. */
static struct input choose_in_frame(const struct script *s, const char *label)
{
    struct input input = unknown(label);
    struct str row = {0};

    for (int i = 0; i < s->frame.hit_count; i++) {
        const struct hit *hit = &s->frame.hits[i];
        const struct cell *cells = s->frame.cells + (size_t)hit->y * (size_t)s->frame.width;

        str_clear(&row);
        for (int x = 0; x < s->frame.width; x++)
            str_add(&row, cells[x].text);
        while (row.len > 0 && row.data[row.len - 1] == ' ')
            row.data[--row.len] = '\0';
        if (hit->action == ACTION_CHOOSE && is_item(str_text(&row), label))
            input = keys_click(&s->frame, hit->x, hit->y);
    }
    str_free(&row);
    return input;
}

/* The item with this label in the lines shown last: its number stands before it. */
static struct input choose_in_lines(const struct script *s, const char *label)
{
    char number[16] = "";
    char line[INPUT_TEXT_SIZE];

    for (const char *at = str_text(s->transcript); *at != '\0'; at += *at == '\n') {
        size_t len = strcspn(at, "\n"), digits = strspn(at, "0123456789");

        snprintf(line, sizeof line, "%.*s", (int)len, at);
        if (digits > 0 && digits < sizeof number && is_item(line, label))
            snprintf(number, sizeof number, "%.*s", (int)digits, at);
        at += len;
    }
    return *number == '\0' ? unknown(label) : input_from_line(number, s->context);
}

/* A step that is input; show, roles and comments are dealt with already. */
static struct input step(struct script *s)
{
    const char *rest;
    int a, b;

    if ((rest = argument(s->line, "key")) != NULL) {
        uint32_t key = key_from_name(rest, strlen(rest));
        return key == 0 ? unknown(s->line) : keys_input(s->keys, key, s->context);
    }
    if ((rest = argument(s->line, "type")) != NULL && *rest != '\0') {
        s->typing = rest;
        return type_next(s);
    }
    if ((rest = argument(s->line, "click")) != NULL)
        return two_numbers(rest, &a, &b) ? keys_click(&s->frame, a, b) : unknown(s->line);
    if ((rest = argument(s->line, "choose")) != NULL)
        return s->ui.ops->takes_lines ? choose_in_lines(s, _(rest)) : choose_in_frame(s, _(rest));
    if ((rest = argument(s->line, "size")) != NULL) {
        if (!two_numbers(rest, &a, &b) || a < 1 || b < 1)
            return unknown(s->line);
        s->cols = a;
        s->rows = b;
        return (struct input){.kind = INPUT_RESIZE};
    }
    if ((rest = argument(s->line, "tick")) != NULL) {
        s->clock_ms += strtoll(rest, NULL, 10);
        return (struct input){.kind = INPUT_TIMEOUT};
    }
    if (strcmp(s->line, "hangup") == 0)
        return (struct input){.kind = INPUT_HANGUP};
    return input_from_line(s->line, s->context);
}

static struct input next(struct ui *ui, int timeout_ms)
{
    struct script *s = (struct script *)ui;

    (void)timeout_ms; /* only "tick" lets time pass */
    if (s->typing != NULL)
        return type_next(s);
    while (take_line(s)) {
        if (s->line[0] == '\0' || s->line[0] == '#')
            continue;
        if (strcmp(s->line, "show") == 0)
            frame_write(&s->frame, s->transcript);
        else if (strcmp(s->line, "roles") == 0)
            frame_write_roles(&s->frame, s->transcript);
        else
            return step(s);
    }
    return (struct input){.kind = INPUT_END};
}

static void bell(struct ui *ui)
{
    (void)ui; /* a transcript makes no sound */
}

static void close_script(struct ui *ui)
{
    struct script *s = (struct script *)ui;

    frame_free(&s->frame);
    free(s);
}

struct ui *ui_script_open(const char *steps, const struct keymap *keys, int cols, int rows,
                          bool lines, struct str *transcript)
{
#define OPS                                                                                       \
    .size = size, .show_frame = show_frame, .show_lines = show_lines, .next = next, .bell = bell, \
    .close = close_script
    static const struct ui_ops frame_ops = {OPS};
    static const struct ui_ops line_ops = {.takes_lines = true, OPS};
#undef OPS
    struct script *s = xcalloc(1, sizeof *s);

    s->ui.ops = lines ? &line_ops : &frame_ops;
    s->rest = steps;
    s->keys = keys;
    s->cols = cols;
    s->rows = rows;
    s->transcript = transcript;
    frame_init(&s->frame, cols, rows);
    return &s->ui;
}

int64_t ui_script_clock_ms(const struct ui *ui)
{
    return ((const struct script *)ui)->clock_ms;
}
