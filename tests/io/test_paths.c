/* Where things lie: every environment a program may be started in (io/paths.h). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "io/folder.h"
#include "io/paths.h"

enum { PATH_SIZE = 512 };

static const char *const variables[] = {"HOME",           "XDG_CONFIG_HOME", "XDG_DATA_HOME",
                                        "XDG_STATE_HOME", "XDG_CONFIG_DIRS", "SMQUIZ_BANK"};

/* A folder, and the environment before the test. */
struct place {
    char *folder, *before[ARRAY_LEN(variables)];
};

static int make_place(void **state)
{
    struct place *p = calloc(1, sizeof *p);
    const char *tmp = getenv("TMPDIR");
    char template[PATH_SIZE];
    snprintf(template, sizeof template, "%s/smquiz-paths-XXXXXX", tmp && *tmp ? tmp : "/tmp");
    if (!mkdtemp(template))
        return -1;
    p->folder = realpath(template, NULL);
    for (size_t i = 0; i < ARRAY_LEN(variables); i++) {
        const char *value = getenv(variables[i]);
        p->before[i] = value ? strdup(value) : NULL;
        unsetenv(variables[i]);
    }
    setenv("HOME", "/home/anna", 1);
    *state = p;
    return 0;
}

static int remove_place(void **state)
{
    struct place *p = *state;
    char command[PATH_SIZE];
    static const char *const made[] = {
        "/config/smquiz/bank.d",
        "/config/smquiz",
        "/config",
        "/low/smquiz/bank.d",
        "/low/smquiz",
        "/low",
        "/high/smquiz/bank.d",
        "/high/smquiz",
        "/high",
        "/file",
        "/tree/questions/00-core.cfg",
        "/tree/questions",
        "/tree/build/program",
        "/tree/build",
        "/tree",
    };
    for (size_t i = 0; i < ARRAY_LEN(made); i++) {
        snprintf(command, sizeof command, "%s%s", p->folder, made[i]);
        remove(command);
    }
    int left = rmdir(p->folder);
    for (size_t i = 0; i < ARRAY_LEN(variables); i++) {
        if (p->before[i])
            setenv(variables[i], p->before[i], 1);
        else
            unsetenv(variables[i]);
        free(p->before[i]);
    }
    free(p->folder);
    free(p);
    return left;
}

static void below(char out[PATH_SIZE], const struct place *p, const char *name)
{
    assert_in_range(snprintf(out, PATH_SIZE, "%s/%s", p->folder, name), 0, PATH_SIZE - 1);
}

static void assert_user(enum paths_kind kind, const char *expected)
{
    struct str out = {0};
    struct err e = {0};
    assert_true(paths_user(kind, &out, &e));
    assert_string_equal(str_text(&out), expected);
    str_free(&out);
}

/* ---- the user's folders ---- */

static void xdg_variables_count_when_absolute(void **state)
{
    static const struct {
        enum paths_kind kind;
        const char *variable, *by_home;
    } kinds[] = {
        {PATHS_CONFIG, "XDG_CONFIG_HOME", "/home/anna/.config/smquiz"},
        {PATHS_DATA, "XDG_DATA_HOME", "/home/anna/.local/share/smquiz"},
        {PATHS_STATE, "XDG_STATE_HOME", "/home/anna/.local/state/smquiz"},
    };
    static const char *const ignored[] = {"", "relative", "./here", "../up", "~/home"};
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(kinds); i++) {
        assert_user(kinds[i].kind, kinds[i].by_home);
        for (size_t j = 0; j < ARRAY_LEN(ignored); j++) {
            setenv(kinds[i].variable, ignored[j], 1);
            assert_user(kinds[i].kind, kinds[i].by_home);
        }
        setenv(kinds[i].variable, "/my own/place", 1);
        assert_user(kinds[i].kind, "/my own/place/smquiz");
        unsetenv("HOME");
        assert_user(kinds[i].kind, "/my own/place/smquiz");
        setenv("HOME", "/home/anna", 1);
        unsetenv(kinds[i].variable);
    }
}

static void without_home_the_user_record_counts(void **state)
{
    static const char *const homes[] = {NULL, "", "relative"};
    const struct passwd *user = getpwuid(getuid());
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(homes); i++) {
        struct str out = {0};
        struct err e = {0};
        char expected[PATH_SIZE];
        if (homes[i])
            setenv("HOME", homes[i], 1);
        else
            unsetenv("HOME");
        if (user && user->pw_dir[0] == '/') {
            snprintf(expected, sizeof expected, "%s/.local/share/smquiz", user->pw_dir);
            assert_user(PATHS_DATA, expected);
        } else {
            assert_false(paths_user(PATHS_DATA, &out, &e));
            assert_int_equal(e.status, STATUS_CONFIG);
            assert_non_null(strstr(e.text, "XDG_DATA_HOME"));
        }
        str_free(&out);
    }
}

static void files_lie_in_their_folders(void **state)
{
    struct str store = {0}, settings = {0};
    struct err e = {0};
    (void)state;
    assert_true(paths_store(&store, &e));
    assert_true(paths_settings(&settings, &e));
    assert_string_equal(store.data, "/home/anna/.local/share/smquiz/smquiz.db");
    assert_string_equal(settings.data, "/home/anna/.config/smquiz/smquiz.cfg");
    str_free(&store);
    str_free(&settings);
}

/* ---- the system's folders ---- */

static void system_settings_follow_xdg_config_dirs(void **state)
{
    static const struct {
        const char *dirs, *first, *second;
    } cases[] = {
        {NULL, "/etc/xdg/smquiz/smquiz.cfg", NULL},
        {"", "/etc/xdg/smquiz/smquiz.cfg", NULL},
        {"/a", "/a/smquiz/smquiz.cfg", NULL},
        {"/a:/b", "/a/smquiz/smquiz.cfg", "/b/smquiz/smquiz.cfg"},
        {":/a::relative:/b:", "/a/smquiz/smquiz.cfg", "/b/smquiz/smquiz.cfg"},
        {"relative", NULL, NULL},
    };
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct path_list list = {0};
        if (cases[i].dirs)
            setenv("XDG_CONFIG_DIRS", cases[i].dirs, 1);
        paths_system_settings(&list);
        assert_int_equal(list.len, (cases[i].first != NULL) + (cases[i].second != NULL));
        if (list.len > 0)
            assert_string_equal(list.items[0], cases[i].first);
        if (list.len > 1)
            assert_string_equal(list.items[1], cases[i].second);
        path_list_free(&list);
    }
}

static void paths_in_settings_are_resolved(void **state)
{
    static const struct {
        const char *file, *path, *expected;
    } cases[] = {
        {"/etc/xdg/smquiz/smquiz.cfg", "/abs/x.db", "/abs/x.db"},
        {"/etc/xdg/smquiz/smquiz.cfg", "x.db", "/etc/xdg/smquiz/x.db"},
        {"/etc/xdg/smquiz/smquiz.cfg", "~/x.db", "/home/anna/x.db"},
        {"/etc/xdg/smquiz/smquiz.cfg", "~x.db", "/etc/xdg/smquiz/~x.db"},
        {"/smquiz.cfg", "x.db", "/x.db"},
        {"smquiz.cfg", "x.db", "x.db"},
    };
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct str out = {0};
        paths_resolve(cases[i].file, cases[i].path, &out);
        assert_string_equal(out.data, cases[i].expected);
        str_free(&out);
    }
}

/* ---- the bank ---- */

static void the_shipped_bank_comes_first_and_alone(void **state)
{
    const struct place *p = *state;
    struct path_list list = {0};
    setenv("XDG_CONFIG_DIRS", p->folder, 1); /* nothing in it: missing layers are fine */
    setenv("XDG_CONFIG_HOME", p->folder, 1);
    paths_bank(NULL, &list);
    assert_int_equal(list.len, 1);
    assert_true(list.items[0][0] == '/');
    assert_non_null(strstr(list.items[0], "/questions"));
    path_list_free(&list);

    setenv("SMQUIZ_BANK", "", 1); /* empty is unset */
    paths_bank(NULL, &list);
    assert_int_equal(list.len, 1);
    assert_non_null(strstr(list.items[0], "/questions"));
    path_list_free(&list);

    setenv("SMQUIZ_BANK", "mine.cfg", 1);
    paths_bank(NULL, &list);
    assert_int_equal(list.len, 1);
    assert_string_equal(list.items[0], "mine.cfg");
    path_list_free(&list);
}

/* This program, when the system can tell it. */
static const char *own_program(void)
{
    static char path[PATH_SIZE];
    ssize_t len = readlink("/proc/self/exe", path, sizeof path - 1);
    return len > 0 ? path : NULL;
}

static void copy_file(const char *from, const char *to)
{
    char bytes[4096];
    size_t got;
    FILE *in = fopen(from, "rb"), *out = fopen(to, "wb");
    assert_true(in && out);
    while ((got = fread(bytes, 1, sizeof bytes, in)) > 0)
        assert_int_equal(fwrite(bytes, 1, got, out), got);
    fclose(in);
    assert_int_equal(fclose(out), 0);
    assert_int_equal(chmod(to, 0700), 0);
}

/* Runs a copy of this program and compares what it says to a word that main knows. */
static void assert_says(const char *program, const char *word, const char *expected)
{
    char got[PATH_SIZE] = "";
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    if (child == 0) {
        dup2(ends[1], STDOUT_FILENO);
        execl(program, program, word, (char *)NULL);
        _exit(127);
    }
    close(ends[1]);
    assert_true(read(ends[0], got, sizeof got - 1) > 0);
    close(ends[0]);
    waitpid(child, NULL, 0);
    assert_string_equal(got, expected);
}

static void a_program_in_a_build_tree_takes_the_trees_bank_and_catalogs(void **state)
{
    const struct place *p = *state;
    char folder[PATH_SIZE], program[PATH_SIZE], questions[PATH_SIZE], core[PATH_SIZE];
    char catalogs[PATH_SIZE];
    if (!own_program()) {
        print_message("# skip: the system does not tell where a program lies\n");
        return;
    }
    below(folder, p, "tree/build");
    below(program, p, "tree/build/program");
    below(questions, p, "tree/questions");
    below(core, p, "tree/questions/00-core.cfg");
    assert_true(folder_make(folder) && folder_make(questions));
    copy_file(own_program(), program);
    /* a folder of that name alone is none */
    assert_says(program, "shipped", SMQ_DATADIR "/smquiz/questions");
    assert_says(program, "messages", SMQ_LOCALEDIR);
    copy_file("/dev/null", core);
    below(catalogs, p, "tree/build/locale");
    assert_says(program, "shipped", questions);
    assert_says(program, "messages", catalogs);
}

static void house_layers_follow_the_most_important_last(void **state)
{
    const struct place *p = *state;
    char high[PATH_SIZE], low[PATH_SIZE], own[PATH_SIZE], dirs[2 * PATH_SIZE + 32];
    char config[PATH_SIZE];
    struct path_list list = {0};
    below(high, p, "high/smquiz/bank.d");
    below(low, p, "low/smquiz/bank.d");
    below(own, p, "config/smquiz/bank.d");
    below(config, p, "config");
    assert_true(folder_make(high) && folder_make(low) && folder_make(own));
    snprintf(dirs, sizeof dirs, "%s/high:%s/none:%s/low", p->folder, p->folder, p->folder);
    setenv("XDG_CONFIG_DIRS", dirs, 1);
    setenv("XDG_CONFIG_HOME", config, 1);
    setenv("SMQUIZ_BANK", "/bank", 1);
    paths_bank(NULL, &list);
    assert_int_equal(list.len, 4);
    assert_string_equal(list.items[0], "/bank");
    assert_string_equal(list.items[1], low);
    assert_string_equal(list.items[2], high);
    assert_string_equal(list.items[3], own);
    path_list_free(&list);
}

static void a_layer_that_is_a_file_is_none(void **state)
{
    const struct place *p = *state;
    char path[PATH_SIZE], config[PATH_SIZE], folder[PATH_SIZE];
    struct path_list list = {0};
    below(config, p, "config");
    below(folder, p, "config/smquiz");
    below(path, p, "config/smquiz/bank.d");
    assert_true(folder_make(folder));
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fclose(file);
    setenv("XDG_CONFIG_DIRS", "/nonexistent", 1);
    setenv("XDG_CONFIG_HOME", config, 1);
    setenv("SMQUIZ_BANK", "/bank", 1);
    paths_bank(NULL, &list);
    assert_int_equal(list.len, 1);
    path_list_free(&list);
}

static void folders_are_made_closed(void **state)
{
    const struct place *p = *state;
    char path[PATH_SIZE];
    struct stat st;
    below(path, p, "low/smquiz/bank.d/");
    mode_t old = umask(0);
    assert_true(folder_make(path));
    assert_true(folder_make(path)); /* again is fine */
    umask(old);
    assert_int_equal(stat(path, &st), 0);
    assert_int_equal(st.st_mode & 07777, 0700);
    below(path, p, "file");
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fclose(file);
    below(path, p, "file/below");
    assert_false(folder_make(path));
}

#define PLACED(test)                                \
    {                                               \
#test, test, make_place, remove_place, NULL \
    }

/* With "shipped", says which bank is taken for the shipped one, and with "messages", where catalogs
 * are looked for: see assert_says. */
int main(int argc, char *argv[])
{
    if (argc == 2) {
        struct path_list list = {0};
        struct str folder = {0};
        paths_bank(argv[0], &list);
        paths_messages(&folder);
        fputs(strcmp(argv[1], "shipped") == 0 ? list.items[0] : str_text(&folder), stdout);
        path_list_free(&list);
        str_free(&folder);
        return 0;
    }
    const struct CMUnitTest tests[] = {
        PLACED(xdg_variables_count_when_absolute),
        PLACED(without_home_the_user_record_counts),
        PLACED(files_lie_in_their_folders),
        PLACED(system_settings_follow_xdg_config_dirs),
        PLACED(paths_in_settings_are_resolved),
        PLACED(the_shipped_bank_comes_first_and_alone),
        PLACED(a_program_in_a_build_tree_takes_the_trees_bank_and_catalogs),
        PLACED(house_layers_follow_the_most_important_last),
        PLACED(a_layer_that_is_a_file_is_none),
        PLACED(folders_are_made_closed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
