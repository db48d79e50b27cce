/* The place where hostile files are tried. */
#include "stage.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/err.h"
#include "core/text_examine.h"
#include "rows.h"

#define CODE "palace-spruce-piano"
#define COLLECTED "collected/unproven-01a2239e-0b11-76ee-a399-0c58a0156ae2.jsonl"
enum { WORDS_MAX = 40, SHOWN_MAX = 400 };

static void path_of(const struct stage_folder *stage, const char *name, struct str *out)
{
    str_clear(out);
    str_addf(out, "%s/%s", str_text(&stage->path), name);
}

static void give_up(const char *what)
{
    fprintf(stderr, "%s: %s\n", what, strerror(errno));
    exit(1);
}

void stage_write(const struct stage_folder *stage, const char *name, const struct str *bytes)
{
    struct str path = {0};
    path_of(stage, name, &path);
    FILE *file = fopen(path.data, "wb");
    if (!file)
        give_up(path.data);
    fwrite(str_text(bytes), 1, bytes->len, file);
    if (fclose(file) != 0)
        give_up(path.data);
    str_free(&path);
}

static void write_good(const struct stage_folder *stage, const char *name, enum kind kind)
{
    struct str good = {0};
    world_file(kind, -1, NULL, WRITING_PLAIN, &good);
    stage_write(stage, name, &good);
    str_free(&good);
}

static void make_folder(const struct stage_folder *stage, const char *name)
{
    struct str path = {0};
    path_of(stage, name, &path);
    if (mkdir(path.data, 0700) != 0 && errno != EEXIST)
        give_up(path.data);
    str_free(&path);
}

/* Removes what is in a folder, and the folder too. */
static void remove_all(const char *path)
{
    DIR *folder = opendir(path);
    for (struct dirent *entry; folder && (entry = readdir(folder));) {
        struct str inside = {0};
        struct stat st;
        str_addf(&inside, "%s/%s", path, entry->d_name);
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0) {
            if (lstat(inside.data, &st) == 0 && S_ISDIR(st.st_mode))
                remove_all(inside.data);
            else
                unlink(inside.data);
        }
        str_free(&inside);
    }
    if (folder)
        closedir(folder);
    rmdir(path);
}

static void remove_in(const struct stage_folder *stage, const char *name)
{
    struct str path = {0};
    path_of(stage, name, &path);
    if (unlink(path.data) != 0)
        remove_all(path.data);
    str_free(&path);
}

void stage_store(const struct stage_folder *stage, struct str *out)
{
    path_of(stage, "kept.db", out);
}

/* A session's folder with that file in it. */
static void make_room(const struct stage_folder *stage, const char *team)
{
    struct str name = {0};
    remove_in(stage, team);
    make_folder(stage, team);
    str_addf(&name, "%s/" CODE, team);
    make_folder(stage, name.data);
    str_add(&name, "/session.cfg");
    write_good(stage, name.data, KIND_SESSION);
    str_free(&name);
}

static void copy_in(const struct stage_folder *stage, const char *from, const char *to)
{
    struct str path = {0}, bytes = {0};
    path_of(stage, from, &path);
    if (!read_whole(path.data, &bytes))
        give_up(path.data);
    stage_write(stage, to, &bytes);
    str_free(&path);
    str_free(&bytes);
}

void stage_reset(const struct stage_folder *stage, const struct attempt *attempt)
{
    remove_in(stage, "kept.db-journal");
    remove_in(stage, "kept.db-wal");
    remove_in(stage, "kept.db-shm");
    stage_write(stage, "kept.db", &stage->base_store);
    remove_in(stage, "out.cfg");
    remove_in(stage, "out.svg");
    make_room(stage, "team");
    if (attempt->entry->inlet != INLET_FILE || attempt->name.len == 0)
        return;
    if (attempt->entry->kind == KIND_SESSION || attempt->entry->kind == KIND_RESULT)
        make_room(stage, "badteam");
    if (attempt->entry->kind == KIND_SESSION)
        copy_in(stage, attempt->name.data, "badteam/" CODE "/session.cfg");
    if (attempt->entry->kind == KIND_RESULT) {
        make_folder(stage, "badteam/" CODE "/collected");
        copy_in(stage, attempt->name.data, "badteam/" CODE "/" COLLECTED);
    }
}

/* ---- commands ---- */

/* What a name in braces stands for. */
static void replace_name(const struct stage_folder *stage, const struct attempt *attempt,
                         const char *name, size_t len, struct str *out)
{
    static const struct {
        const char *name, *path;
    } paths[] = {{"good", "/good.cfg"},   {"gift", "/good.gift"},  {"csv", "/good.csv"},
                 {"room", "/team/" CODE}, {"store", "/kept.db"},   {"badroom", "/badteam/" CODE},
                 {"out", "/out.cfg"},     {"picture", "/out.svg"}, {"work", ""}};
    if (strncmp(name, "text", len) == 0)
        str_add(out, str_text(&attempt->text));
    else if (strncmp(name, "bad", len) == 0 && len == 3)
        str_addf(out, "%s/%s", str_text(&stage->path), str_text(&attempt->name));
    for (size_t i = 0; i < ARRAY_LEN(paths); i++)
        if (strlen(paths[i].name) == len && strncmp(name, paths[i].name, len) == 0)
            str_addf(out, "%s%s", str_text(&stage->path), paths[i].path);
}

static void replace(const struct stage_folder *stage, const struct attempt *attempt,
                    const char *text, size_t len, struct str *out)
{
    const char *end = text + len;
    while (text < end) {
        const char *close = *text == '{' ? strchr(text, '}') : NULL;
        if (close) {
            replace_name(stage, attempt, text + 1, (size_t)(close - text - 1), out);
            text = close + 1;
        } else {
            str_addc(out, *text++);
        }
    }
    str_add(out, "");
}

/* Says what is wrong with something that came out. */
static bool complain(const struct attempt *attempt, const char *where, const char *what,
                     const char *bytes, size_t len)
{
    struct str shown = {0};
    for (const char *at = bytes, *end = bytes + len; at < end;) {
        size_t line = 0;
        while (at + line < end && at[line] != '\n')
            line++;
        str_add(&shown, "#     ");
        text_show(&shown, at, 0);
        str_addc(&shown, '\n');
        break;
    }
    printf("#   %s; %s: %s: %s\n%.*s\n", attempt->entry->commands, str_text(&attempt->what), where,
           what, SHOWN_MAX, str_text(&shown));
    str_free(&shown);
    return false;
}

static bool check_text(const struct attempt *attempt, const char *where, const struct str *text,
                       unsigned allowed)
{
    size_t at;
    const char *fault = scan(str_text(text), text->len, allowed, &at);
    if (!fault)
        return true;
    size_t from = at > 60 ? at - 60 : 0;
    return complain(attempt, where, fault, str_text(text) + from, text->len - from);
}

/* An exit status the manual has. */
static bool is_status(int status)
{
    return status == 0 || status == 1 || (status >= 64 && status <= 78);
}

/* Whether "FILE:LINE: " stands in it. */
static bool has_line(const char *text)
{
    for (const char *at = text; (at = strchr(at, ':')); at++)
        if (at[1] >= '0' && at[1] <= '9' && strspn(at + 1, "0123456789") > 0 &&
            at[1 + strspn(at + 1, "0123456789")] == ':')
            return true;
    return false;
}

static bool check_child(const struct attempt *attempt, const struct child *child)
{
    const char *err = str_text(&child->err), *excess = child_excess(child);
    struct str status = {0};
    unsigned shown = attempt->entry->allowed & ~(unsigned)SCAN_KEPT;
    str_addf(&status, "exit status %d", child->status);
    bool good = true;
    if (!is_status(child->status))
        good = complain(attempt, "ended", status.data, err, child->err.len);
    if (child->status != 0 && attempt->is_good)
        good = complain(attempt, "what is good is refused", status.data, err, child->err.len);
    if (excess)
        good = complain(attempt, "limits", excess, err, child->err.len);
    if (child->status > 1 && child->err.len == 0)
        good = complain(attempt, status.data, "no complaint", err, 0);
    if (child->status == STATUS_SOFTWARE)
        good = complain(attempt, status.data, "a mistake of ours", err, child->err.len);
    if (child->err.len > 0 && err[child->err.len - 1] != '\n')
        good = complain(attempt, "standard error", "it ends amid a line", err, child->err.len);
    bool opened = child->status != STATUS_NO_INPUT; /* another file, which the bad one names */
    if (child->status > 1 && opened && attempt->names_its_place && !has_line(err))
        good = complain(attempt, "standard error", "no line is named", err, child->err.len);
    str_free(&status);
    good = check_text(attempt, "standard output", &child->out, shown) && good;
    return check_text(attempt, "standard error", &child->err, shown) && good;
}

static void keep_worst(struct stage_folder *stage, const struct attempt *attempt,
                       const struct child *child)
{
    stage->tries++;
    if (child->seconds > stage->worst_seconds) {
        stage->worst_seconds = child->seconds;
        str_clear(&stage->slowest);
        str_addf(&stage->slowest, "%s; %s", attempt->entry->commands, str_text(&attempt->what));
    }
    if (child->peak_kb > stage->worst_kb) {
        stage->worst_kb = child->peak_kb;
        str_clear(&stage->largest);
        str_addf(&stage->largest, "%s; %s", attempt->entry->commands, str_text(&attempt->what));
    }
}

static void set_environment(const struct stage_folder *stage, const struct attempt *attempt,
                            struct str *variables, char **environment)
{
    int count = 0;
    const char *of_sanitizers[] = {"ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS", "PATH"};
    str_addf(&variables[count++], "HOME=%s/home", str_text(&stage->path));
    str_add(&variables[count++], "LC_ALL=C.UTF-8");
    str_add(&variables[count++], "TERM=xterm");
    for (size_t i = 0; i < ARRAY_LEN(of_sanitizers); i++)
        if (getenv(of_sanitizers[i]))
            str_addf(&variables[count++], "%s=%s", of_sanitizers[i], getenv(of_sanitizers[i]));
    for (int i = 0; i < count; i++)
        environment[i] = variables[i].data;
    if (attempt->entry->inlet != INLET_VARIABLE)
        return;
    struct str *own = &variables[count];
    str_addf(own, "%s=%s", attempt->entry->detail, str_text(&attempt->text));
    size_t name = strlen(attempt->entry->detail) + 1;
    for (int i = 0; i < count; i++)
        if (strncmp(environment[i], own->data, name) == 0)
            environment[i] = own->data;
    environment[count] = own->data;
}

/* Runs one command of the entry. */
static bool run_command(struct stage_folder *stage, const struct attempt *attempt,
                        const char *command, size_t len, const char *input)
{
    struct str words[WORDS_MAX] = {{0}}, variables[10] = {{0}};
    char *argv[WORDS_MAX + 1] = {str_text(&stage->program) ? stage->program.data : NULL};
    char *environment[11] = {0};
    int count = 1;
    for (size_t at = 0; at < len && count < WORDS_MAX;) {
        size_t word = 0;
        while (at + word < len && command[at + word] != ' ')
            word++;
        replace(stage, attempt, command + at, word, &words[count]);
        argv[count] = words[count].data;
        count++;
        at += word + 1;
    }
    set_environment(stage, attempt, variables, environment);
    struct child child;
    child_run(&child, argv, environment, input, str_text(&stage->path));
    bool good = check_child(attempt, &child);
    keep_worst(stage, attempt, &child);
    child_free(&child);
    for (int i = 0; i < WORDS_MAX; i++)
        str_free(&words[i]);
    for (size_t i = 0; i < ARRAY_LEN(variables); i++)
        str_free(&variables[i]);
    return good;
}

static bool check_made(struct stage_folder *stage, const struct attempt *attempt, const char *name)
{
    struct str path = {0}, bytes = {0};
    struct stat st;
    path_of(stage, name, &path);
    bool good = stat(path.data, &st) != 0 || !S_ISREG(st.st_mode) ||
                !read_whole(path.data, &bytes) ||
                check_text(attempt, name, &bytes, attempt->entry->allowed);
    str_free(&path);
    str_free(&bytes);
    return good;
}

bool stage_try(struct stage_folder *stage, const struct attempt *attempt)
{
    struct str input = {0}, path = {0};
    const char *at = attempt->entry->commands;
    bool good = true;
    if (attempt->entry->inlet != INLET_VARIABLE)
        replace(stage, attempt, attempt->entry->detail, strlen(attempt->entry->detail), &input);
    stage_write(stage, "stdin", &input);
    path_of(stage, "stdin", &path);
    while (*at && good) {
        const char *end = strstr(at, "; ");
        size_t len = end ? (size_t)(end - at) : strlen(at);
        good = run_command(stage, attempt, at, len, path.data);
        at += len + (end ? 2 : 0);
    }
    str_free(&input);
    str_free(&path);
    good = check_made(stage, attempt, "out.cfg") && good;
    return check_made(stage, attempt, "out.svg") && good;
}

/* ---- what is good ---- */

static void make_store(struct stage_folder *stage)
{
    static const struct entry plays[] = {
        {INLET_INPUT, KIND_BANK,
         "practice --plain -b {good} --store {store} --learner anna -n 4 --seed 1",
         "s\n! who is it?\nm\n", 0},
        {INLET_INPUT, KIND_BANK, "session join {room} --plain --store {store} --name anna", "s\n",
         0},
    };
    struct str path = {0};
    for (size_t i = 0; i < ARRAY_LEN(plays); i++) {
        struct attempt attempt = {.entry = &plays[i]};
        str_add(&attempt.what, "what is good");
        if (!stage_try(stage, &attempt))
            exit(1);
        str_free(&attempt.what);
    }
    stage_store(stage, &path);
    rows_complete(path.data);
    if (!read_whole(path.data, &stage->base_store))
        give_up(path.data);
    str_free(&path);
}

void stage_open(struct stage_folder *stage, const char *program)
{
    const char *temporary = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : getenv("TMPDIR");
    *stage = (struct stage_folder){0};
    str_add(&stage->program, program);
    str_addf(&stage->path, "%s/hostile-XXXXXX", temporary && *temporary ? temporary : "/tmp");
    if (!mkdtemp(stage->path.data))
        give_up(stage->path.data);
    make_folder(stage, "home");
    write_good(stage, "good.cfg", KIND_BANK);
    write_good(stage, "good.gift", KIND_GIFT);
    write_good(stage, "good.csv", KIND_CSV);
    make_room(stage, "team");
    make_store(stage);
    stage->tries = 0;
}

void stage_close(struct stage_folder *stage)
{
    remove_all(str_text(&stage->path));
    str_free(&stage->path);
    str_free(&stage->program);
    str_free(&stage->base_store);
    str_free(&stage->slowest);
    str_free(&stage->largest);
}
