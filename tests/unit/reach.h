/* What is seen of a scene by scrolling or by moving the mark, and that it lacks nothing. */
#ifndef SMQ_TESTS_REACH_H
#define SMQ_TESTS_REACH_H

#include "core/view.h"
#include "view_fixture.h"

/* No cell lies over another: each row adds up to its width, and no half of a wide character stands
 * alone. */
static inline void assert_whole_rows(const struct frame *frame)
{
    for (int i = 0; i < frame->width * frame->height; i++) {
        const struct cell *cell = &frame->cells[i];
        bool second = i % frame->width > 0 && cell[-1].cols == 2;
        assert_true((cell->cols == 0) == second);
        assert_true((cell->cols == 0) == (cell->text[0] == '\0'));
        assert_true(cell->cols < 2 || i % frame->width + 1 < frame->width);
        if (cell->cols > 0)
            assert_int_equal(text_width(cell->text), cell->cols);
    }
}

static inline void add_seen(const struct frame *frame, struct str *seen)
{
    for (int i = 0; i < frame->width * frame->height; i++) {
        const struct cell *cell = &frame->cells[i];
        if (cell->role != ROLE_BORDER && strcmp(cell->text, " ") != 0)
            str_add(seen, cell->text);
    }
    str_addc(seen, '\n');
}

/* All that is seen while the mark goes down and up again through a list of `count` items. */
static inline void see_marked(struct frame *frame, struct scene *scene, int cols, int rows,
                              int count, struct str *seen)
{
    for (int i = 0; i < 2 * count; i++) {
        scene->cursor.selected = i < count ? i : 2 * count - 1 - i;
        view_frame(frame, scene, cols, rows);
        assert_whole_rows(frame);
        add_seen(frame, seen);
    }
}

/* All that is seen while scrolling from top to bottom, blanks and frame lines left out. */
static inline void see_all(struct frame *frame, struct scene *scene, int cols, int rows,
                           struct str *seen)
{
    for (int scroll = 0;; scroll++) {
        scene->cursor.scroll = scroll;
        view_frame(frame, scene, cols, rows);
        if (scene->cursor.scroll < scroll)
            return;
        assert_whole_rows(frame);
        add_seen(frame, seen);
    }
}

/* Every word of a text, and of wide ones every character, was seen. */
static inline void assert_seen(const struct str *seen, const struct scene *scene, const char *text,
                               const char *what, int cols, int rows)
{
    struct str shown = {0};
    text_adapt(&shown, text, scene->charset);
    for (const char *at = str_text(&shown); *at;) {
        bool wide = (unsigned char)*at >= 0xe3;
        size_t len = wide ? text_cluster(at) : strcspn(at, " ");
        char word[64] = {0};
        memcpy(word, at, len < sizeof word ? len : sizeof word - 1);
        if (*word && !strstr(str_text(seen), word))
            fail_msg("“%s” of the %s is never seen at %d x %d", word, what, cols, rows);
        at += len;
        at += *at == ' ';
    }
    str_free(&shown);
}

#endif
