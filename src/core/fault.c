/* A list of complaints about input files: collected, ordered, written as FILE:LINE: lines. */
#include "core/fault.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "core/text.h"
#include "core/xmalloc.h"

/* A complaint with what orders it: its file's turn, its line, its turn in the list. */
struct ranked {
    size_t file, turn;
    struct fault fault;
};

static bool same_file(const char *a, const char *b)
{
    return a == b || strcmp(a, b) == 0;
}

/* A copy of a file's name that lives as long as the list; complaints in a row share one. */
static const char *keep_name(struct faults *f, const char *name)
{
    const char *last = f->len > 0 ? f->items[f->len - 1].place.file : NULL;
    return last != NULL && same_file(last, name) ? last : arena_copy(&f->names, name, strlen(name));
}

void faults_add(struct faults *f, enum severity severity, struct place place, const char *format,
                ...)
{
    size_t *count = severity == FAULT_ERROR ? &f->errors : &f->warnings;
    struct str text = {0};
    va_list values;
    if ((*count)++ >= FAULTS_MAX)
        return;
    va_start(values, format);
    str_addv(&text, format, values);
    va_end(values);
    str_add(&text, ""); /* so that there is a string even for an empty sentence */
    place.file = keep_name(f, place.file);
    f->items = xgrow(f->items, f->len, &f->cap, sizeof *f->items);
    f->items[f->len++] = (struct fault){severity, place, text.data};
}

void faults_join(struct faults *to, const struct faults *from)
{
    size_t kept[] = {[FAULT_ERROR] = 0, [FAULT_WARNING] = 0};
    for (size_t i = 0; i < from->len; i++) {
        const struct fault *fault = &from->items[i];
        faults_add(to, fault->severity, fault->place, "%s", fault->text);
        kept[fault->severity]++;
    }
    to->errors += from->errors - kept[FAULT_ERROR];
    to->warnings += from->warnings - kept[FAULT_WARNING];
}

static int by_place(const void *a, const void *b)
{
    const struct ranked *left = a, *right = b;
    if (left->file != right->file)
        return left->file < right->file ? -1 : 1;
    if (left->fault.place.line != right->fault.place.line)
        return left->fault.place.line < right->fault.place.line ? -1 : 1;
    return left->turn < right->turn ? -1 : left->turn > right->turn;
}

void faults_sort(struct faults *f)
{
    struct ranked *ranked = xcalloc(f->len, sizeof *ranked);
    const char **files = NULL;
    size_t file_count = 0, file_cap = 0;
    for (size_t i = 0, file = 0; i < f->len; i++) {
        const char *name = f->items[i].place.file;
        if (file >= file_count || !same_file(files[file], name)) { /* mostly the one before */
            for (file = 0; file < file_count && !same_file(files[file], name); file++)
                ;
        }
        if (file == file_count) {
            files = xgrow(files, file_count, &file_cap, sizeof *files);
            files[file_count++] = name;
        }
        ranked[i] = (struct ranked){file, i, f->items[i]};
    }
    if (f->len > 1)
        qsort(ranked, f->len, sizeof *ranked, by_place);
    for (size_t i = 0; i < f->len; i++)
        f->items[i] = ranked[i].fault;
    free(files);
    free(ranked);
}

void faults_write(const struct faults *f, struct str *out)
{
    for (size_t i = 0; i < f->len; i++) {
        const struct fault *fault = &f->items[i];
        text_show(out, fault->place.file, 0);
        if (fault->place.line > 0)
            str_addf(out, ":%d", fault->place.line);
        str_add(out, fault->severity == FAULT_ERROR ? ": error: " : ": warning: ");
        str_add(out, fault->text);
        str_addc(out, '\n');
    }
    size_t more = f->errors + f->warnings - f->len;
    if (more > 0)
        str_addf(out,
                 ngettext("%zu more complaint is left out.\n",
                          "%zu more complaints are left out.\n", more),
                 more);
}

void faults_free(struct faults *f)
{
    for (size_t i = 0; i < f->len; i++)
        free(f->items[i].text);
    free(f->items);
    arena_free(&f->names);
    *f = (struct faults){0};
}
