/* The settings files: reading, merging, and remembering plain mode. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "io/settings.h"
#include "io/settings_remember.h"

enum { PATH_SIZE = 512 };

struct spot {
    char folder[PATH_SIZE], file[PATH_SIZE + 16];
};

static int make_place(void **state)
{
    struct spot *p = calloc(1, sizeof *p);
    const char *tmp = getenv("TMPDIR");
    snprintf(p->folder, sizeof p->folder, "%s/smquiz-settings-XXXXXX", tmp && *tmp ? tmp : "/tmp");
    if (!mkdtemp(p->folder))
        return -1;
    snprintf(p->file, sizeof p->file, "%s/smquiz.cfg", p->folder);
    *state = p;
    return 0;
}

static int remove_place(void **state)
{
    struct spot *p = *state;
    chmod(p->folder, 0700);
    unlink(p->file);
    int left = rmdir(p->folder); /* fails when a temporary file was left behind */
    free(p);
    return left;
}

static void spill(const char *path, const char *text)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static void assert_content(const char *path, const char *expected)
{
    char got[4096] = "";
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    assert_true(fread(got, 1, sizeof got - 1, file) < sizeof got - 1);
    fclose(file);
    assert_string_equal(got, expected);
}

/* Reads `text` as a settings file; the complaints, without the folder's name, go to `said`. */
static enum status read_text(struct spot *p, const char *text, struct settings *out,
                             struct str *said)
{
    struct faults faults = {0};
    struct str all = {0};
    spill(p->file, text);
    enum status status = settings_read(out, p->file, false, &faults);
    faults_write(&faults, &all);
    faults_free(&faults);
    size_t skip = strlen(p->folder) + 1;
    for (const char *line = str_text(&all); *line;) {
        size_t len = strcspn(line, "\n") + 1;
        assert_true(len > skip);
        str_addn(said, line + skip, len - skip);
        line += len;
    }
    str_free(&all);
    return status;
}

/* ---- reading ---- */

static void every_key_is_read(void **state)
{
    struct spot *p = *state;
    struct settings s = {0};
    struct str said = {0}, store = {0};
    assert_int_equal(read_text(p,
                               "# mine\n"
                               "plain = true; motion = false; mouse: false\n"
                               "streaks = false; clues = true; clock = false;\n"
                               "keys = { sales = \"d Left\"; not-sure: \"n\"; };\n"
                               "color = \"never\"; theme = \"light\"; language = \"pt-BR\";\n"
                               "learner = \"Zoë O'Neill\";\n"
                               "store = \"here.db\";\n"
                               "bank = ( \"/a\", \"b.cfg\" );\n",
                               &s, &said),
                     STATUS_OK);
    assert_string_equal(str_text(&said), "");
    assert_int_equal(s.plain, SETTING_ON);
    assert_int_equal(s.motion, SETTING_OFF);
    assert_int_equal(s.mouse, SETTING_OFF);
    assert_int_equal(s.streaks, SETTING_OFF);
    assert_int_equal(s.clues, SETTING_ON);
    assert_int_equal(s.clock, SETTING_OFF);
    assert_int_equal(s.keys.given.keys[ACTION_SALES][0], 'd');
    assert_int_equal(s.keys.given.keys[ACTION_SALES][1], KEY_LEFT_ARROW);
    assert_int_equal(s.keys.given.keys[ACTION_UNSURE][0], 'n');
    assert_int_equal(s.keys.given.keys[ACTION_QUIT][0], 0);
    assert_string_equal(s.color, "never");
    assert_string_equal(s.theme, "light");
    assert_string_equal(s.language, "pt-BR");
    assert_string_equal(s.learner, "Zoë O'Neill");
    str_addf(&store, "%s/here.db", p->folder);
    assert_string_equal(s.store, store.data);
    assert_int_equal(s.bank.len, 2);
    assert_string_equal(s.bank.items[0], "/a");
    str_clear(&store);
    str_addf(&store, "%s/b.cfg", p->folder);
    assert_string_equal(s.bank.items[1], store.data);
    settings_free(&s);
    str_free(&store);
    str_free(&said);
}

static void nothing_given_is_nothing(void **state)
{
    struct spot *p = *state;
    struct settings s = {0};
    struct str said = {0};
    struct faults faults = {0};
    assert_int_equal(settings_read(&s, p->file, false, &faults), STATUS_OK);
    assert_int_equal(faults.len, 0);
    assert_int_equal(settings_read(&s, p->file, true, &faults), STATUS_NO_INPUT);
    assert_int_equal(faults.errors, 1);
    faults_free(&faults);
    assert_int_equal(read_text(p, "bank = \"/one\";", &s, &said), STATUS_OK);
    assert_int_equal(s.plain, SETTING_UNSET);
    assert_null(s.color);
    assert_null(s.store);
    assert_int_equal(s.bank.len, 1);
    settings_free(&s);
    str_free(&said);
}

static void faults_are_named_with_their_line(void **state)
{
    static const struct {
        const char *text, *said;
        enum status status;
    } cases[] = {
        {"\ncolour = \"never\";\n", "smquiz.cfg:2: warning: smquiz knows no setting 'colour'\n",
         STATUS_OK},
        {"plain = \"yes\";", "smquiz.cfg:1: error: plain: this is true or false\n", STATUS_CONFIG},
        {"\n\nmouse = 1;", "smquiz.cfg:3: error: mouse: this is true or false\n", STATUS_CONFIG},
        {"color = \"red\";",
         "smquiz.cfg:1: error: color: this is \"auto\", \"always\" or \"never\"\n", STATUS_CONFIG},
        {"language = \"Deutsch\";",
         "smquiz.cfg:1: error: language: this is a language such as \"de\" or \"de-AT\"\n",
         STATUS_CONFIG},
        {"color = 7;", "smquiz.cfg:1: error: color: this is a text in quotation marks\n",
         STATUS_CONFIG},
        {"store = \"\";", "smquiz.cfg:1: error: store: this is a text in quotation marks\n",
         STATUS_CONFIG},
        {"store = \"a\\x1bb\";", "smquiz.cfg:1: error: store: a control character\n",
         STATUS_CONFIG},
        {"bank = ( \"/a\", 2 );", "smquiz.cfg:1: error: bank: this is a text in quotation marks\n",
         STATUS_CONFIG},
        {"bank = { a = 1; };", "smquiz.cfg:1: error: bank: this is a text in quotation marks\n",
         STATUS_CONFIG},
        {"clues = \"no\";", "smquiz.cfg:1: error: clues: this is true or false\n", STATUS_CONFIG},
        {"keys = true;",
         "smquiz.cfg:1: error: keys: this is a group in braces, such as { quit = \"q\"; }\n",
         STATUS_CONFIG},
        {"keys = {\n quit = true;\n sail = \"s\";\n sales = \"\";\n up = \"a b c d e\";\n"
         "};\nclock = 1;",
         "smquiz.cfg:2: error: quit: this is a text in quotation marks\n"
         "smquiz.cfg:3: error: keys: there is no action 'sail'\n"
         "smquiz.cfg:4: error: sales: An action needs at least one key.\n"
         "smquiz.cfg:5: error: up: An action has four keys at most.\n"
         "smquiz.cfg:7: error: clock: this is true or false\n",
         STATUS_CONFIG},
        {"keys = { sales = \"s Tab\"; };",
         "smquiz.cfg:1: error: sales: There is no key “Tab”: a key is one character, or Left, "
         "Right, "
         "Up, Down, PageUp, PageDown, Enter, Space, Esc, F1, Ctrl-L or Backspace.\n",
         STATUS_CONFIG},
        {"learner = \" Anna\";",
         "smquiz.cfg:1: error: learner: A name does not begin or end with a blank.\n",
         STATUS_CONFIG},
    };
    struct spot *p = *state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct settings s = {0};
        struct str said = {0};
        assert_int_equal(read_text(p, cases[i].text, &s, &said), cases[i].status);
        assert_string_equal(str_text(&said), cases[i].said);
        settings_free(&s);
        str_free(&said);
    }
}

static void a_file_that_cannot_be_parsed_is_told(void **state)
{
    static const char *const texts[] = {"plain = ;", "plain true", "@include \"/etc/passwd\"\n",
                                        "color = \"never", "plain = true; plain = false;"};
    struct spot *p = *state;
    for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
        struct settings s = {0};
        struct str said = {0};
        assert_int_equal(read_text(p, texts[i], &s, &said), STATUS_CONFIG);
        assert_non_null(strstr(str_text(&said), "smquiz.cfg:"));
        settings_free(&s);
        str_free(&said);
    }
}

static void what_is_given_first_counts(void **state)
{
    struct spot *p = *state;
    struct settings user = {0}, system = {0};
    struct str said = {0};
    read_text(p, "plain = false; color = \"always\"; bank = \"/mine\";", &user, &said);
    read_text(
        p,
        "plain = true; mouse = false; color = \"never\"; theme = \"light\"; language = \"de\";"
        "bank = ( \"/a\", \"/b\" ); learner = \"Anna\";",
        &system, &said);
    settings_merge(&user, &system);
    settings_free(&system); /* what was taken over is the user's own */
    assert_int_equal(user.plain, SETTING_OFF);
    assert_int_equal(user.mouse, SETTING_OFF);
    assert_int_equal(user.motion, SETTING_UNSET);
    assert_string_equal(user.color, "always");
    assert_string_equal(user.theme, "light");
    assert_string_equal(user.language, "de");
    assert_string_equal(user.learner, "Anna");
    assert_int_equal(user.bank.len, 1);
    assert_string_equal(user.bank.items[0], "/mine");
    assert_null(user.store);
    settings_free(&user);
    str_free(&said);
}

/* ---- keys ---- */

static void read_keys(struct spot *p, const char *text, struct settings *out)
{
    struct str said = {0};
    assert_int_equal(read_text(p, text, out, &said), STATUS_OK);
    assert_string_equal(str_text(&said), "");
    str_free(&said);
}

static void keys_of_both_files_count_action_by_action(void **state)
{
    struct spot *p = *state;
    struct settings user = {0}, system = {0};
    struct faults faults = {0};
    struct keymap keys;
    read_keys(p, "keys = { sales = \"d\"; quit = \"y\"; };", &user);
    read_keys(p, "keys = { sales = \"f\"; marketing = \"g\"; };", &system);
    settings_merge(&user, &system);
    assert_true(settings_keys_apply(&user.keys, &keys, &faults));
    assert_int_equal(faults.len, 0);
    assert_int_equal(keymap_action(&keys, 'd', CONTEXT_CARD), ACTION_SALES);
    assert_int_equal(keymap_action(&keys, 'f', CONTEXT_CARD), ACTION_PAGE_DOWN);
    assert_int_equal(keymap_action(&keys, 'g', CONTEXT_CARD), ACTION_MARKETING);
    assert_int_equal(keymap_action(&keys, 'y', CONTEXT_CARD), ACTION_QUIT);
    assert_int_equal(keymap_action(&keys, 'u', CONTEXT_CARD), ACTION_STRIKE);
    settings_free(&user);
    settings_free(&system);
}

/* What each file alone could do may not go together; each is told where it stands. */
static void a_shared_key_is_told_with_its_line(void **state)
{
    struct spot *p = *state;
    struct settings user = {0}, system = {0};
    struct faults faults = {0};
    struct str said = {0};
    struct keymap keys;
    read_keys(p, "\nkeys = {\n repeat = \"d\";\n flag = \"!\"; };", &system);
    read_keys(p, "keys = { flag = \"y\";\n sales = \"d\"; };", &user);
    settings_merge(&user, &system);
    assert_false(settings_keys_apply(&user.keys, &keys, &faults));
    faults_sort(&faults);
    assert_int_equal(faults.len, 2);
    assert_int_equal(faults.items[0].place.line, 2);
    assert_string_equal(faults.items[0].text, "sales: “sales” and “repeat” would share the key d.");
    assert_int_equal(faults.items[1].place.line, 3);
    assert_string_equal(faults.items[1].text,
                        "repeat: “repeat” and “sales” would share the key d.");
    assert_string_equal(faults.items[1].place.file, p->file);
    settings_free(&user);
    settings_free(&system);
    faults_free(&faults);
    str_free(&said);
}

/* ---- remembering ---- */

static void a_missing_file_is_made(void **state)
{
    struct spot *p = *state;
    struct err e = {0};
    struct stat st;
    char folder[PATH_SIZE + 16], file[PATH_SIZE + 32];
    snprintf(folder, sizeof folder, "%s/new", p->folder);
    snprintf(file, sizeof file, "%s/smquiz.cfg", folder);
    mode_t old = umask(0);
    assert_true(settings_remember_plain(file, &e));
    umask(old);
    assert_content(file, "plain = true;\n");
    assert_int_equal(stat(file, &st), 0);
    assert_int_equal(st.st_mode & 07777, 0600);
    assert_int_equal(stat(folder, &st), 0);
    assert_int_equal(st.st_mode & 07777, 0700);
    unlink(file);
    rmdir(folder);
}

static void all_else_stays_to_the_letter(void **state)
{
    static const struct {
        const char *before, *after;
    } cases[] = {
        {"", "plain = true;\n"},
        {"# mine\ncolor = \"never\";\n", "# mine\ncolor = \"never\";\nplain = true;\n"},
        {"color = \"never\"", "color = \"never\"\nplain = true;\n"},
        {"plain = false; # no\nmouse = true;\n", "plain = true; # no\nmouse = true;\n"},
        {"plain:FALSE\n", "plain:true\n"},
        {"mouse = true; plain /* = */\n =\n false;", "mouse = true; plain /* = */\n =\n true;"},
        {"# plain = false;\n", "# plain = false;\nplain = true;\n"},
        {"theme = \"plain = false\";\n", "theme = \"plain = false\";\nplain = true;\n"},
        {"x = { plain = false; };\n", "x = { plain = false; };\nplain = true;\n"},
        {"plain = \"no\";\n", "plain = true;\n"},
        {"plain = true;\n", "plain = true;\n"},
        {"plain = 0;\r\ncolor = \"auto\";\r\n", "plain = true;\r\ncolor = \"auto\";\r\n"},
        {"\xef\xbb\xbfplain = false;\n", "\xef\xbb\xbfplain = true;\n"},
    };
    struct spot *p = *state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct err e = {0};
        spill(p->file, cases[i].before);
        bool ok = settings_remember_plain(p->file, &e);
        assert_string_equal(e.text, "");
        assert_true(ok);
        assert_content(p->file, cases[i].after);
    }
}

static void a_file_with_faults_is_left_alone(void **state)
{
    static const char *const texts[] = {"plain = ;\n", "color = \"never\n", "plain = { };\n",
                                        "plain = false; plain = false;\n", "@include \"x\"\n"};
    struct spot *p = *state;
    for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
        struct err e = {0};
        spill(p->file, texts[i]);
        assert_false(settings_remember_plain(p->file, &e));
        assert_int_equal(e.status, STATUS_CONFIG);
        assert_content(p->file, texts[i]);
    }
}

static void a_symlink_leads_to_the_file_that_changes(void **state)
{
    struct spot *p = *state;
    struct err e = {0};
    struct stat st;
    char target[PATH_SIZE + 16];
    snprintf(target, sizeof target, "%s/dotfile", p->folder);
    spill(target, "mouse = true;\n");
    assert_int_equal(chmod(target, 0640), 0);
    assert_int_equal(symlink(target, p->file), 0);
    assert_true(settings_remember_plain(p->file, &e));
    assert_content(target, "mouse = true;\nplain = true;\n");
    assert_int_equal(lstat(p->file, &st), 0);
    assert_true(S_ISLNK(st.st_mode));
    assert_int_equal(stat(target, &st), 0);
    assert_int_equal(st.st_mode & 07777, 0640); /* its mode is the user's business */
    unlink(target);
    assert_false(settings_remember_plain(p->file, &e)); /* the link leads nowhere now */
    assert_int_equal(e.status, STATUS_CANT_CREATE);
    assert_int_equal(lstat(target, &st), -1);
}

static void a_folder_in_its_place_is_told(void **state)
{
    struct spot *p = *state;
    struct err e = {0};
    assert_int_equal(mkdir(p->file, 0700), 0);
    assert_false(settings_remember_plain(p->file, &e));
    assert_true(strlen(e.text) > 0);
    rmdir(p->file);
}

#define PLACED(test)                                \
    {                                               \
#test, test, make_place, remove_place, NULL \
    }

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLACED(every_key_is_read),
        PLACED(nothing_given_is_nothing),
        PLACED(faults_are_named_with_their_line),
        PLACED(a_file_that_cannot_be_parsed_is_told),
        PLACED(what_is_given_first_counts),
        PLACED(keys_of_both_files_count_action_by_action),
        PLACED(a_shared_key_is_told_with_its_line),
        PLACED(a_missing_file_is_made),
        PLACED(all_else_stays_to_the_letter),
        PLACED(a_file_with_faults_is_left_alone),
        PLACED(a_symlink_leads_to_the_file_that_changes),
        PLACED(a_folder_in_its_place_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
