/* The language of the program's own sentences: the environment read, and gettext told. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <libintl.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/language.h"

static void say_environment(const char *all, const char *messages, const char *lang,
                            const char *language)
{
    setenv("LC_ALL", all, 1);
    setenv("LC_MESSAGES", messages, 1);
    setenv("LANG", lang, 1);
    setenv("LANGUAGE", language, 1);
}

static void assert_wanted(const char *asked, const char *setting, const char *wanted)
{
    struct str found = {0};
    language_wanted(&found, asked, setting);
    assert_string_equal(str_text(&found), wanted);
    str_free(&found);
}

static void option_then_environment_then_setting(void **state)
{
    (void)state;
    say_environment("", "", "de_AT.UTF-8", "");
    assert_wanted("fr", "it", "fr");
    assert_wanted(NULL, "it", "de_AT.UTF-8");
    say_environment("", "", "", "");
    assert_wanted(NULL, "it", "it");
    assert_wanted(NULL, NULL, "");
}

/* As gettext reads it: LANGUAGE counts but in "C", and the first of the others that is not empty.
 */
static void the_environment_is_read_as_gettext_does(void **state)
{
    (void)state;
    say_environment("fr_FR", "es_ES", "de_DE", "");
    assert_wanted(NULL, NULL, "fr_FR");
    say_environment("", "es_ES", "de_DE", "");
    assert_wanted(NULL, NULL, "es_ES");
    say_environment("", "", "de_DE", "pt:en");
    assert_wanted(NULL, "it", "pt:en");
    static const char *const none[] = {"C", "POSIX", "C.UTF-8"};
    for (size_t i = 0; i < ARRAY_LEN(none); i++) {
        say_environment(none[i], "es_ES", "de_DE", "pt:en");
        assert_true(language_open());
        assert_wanted(NULL, "it", "it");
    }
}

/* --- sentences ------------------------------------------------------------------------------- */

/* A catalog of one sentence, in the format of gettext and this machine's order of bytes. */
static void write_catalog(const char *path, const char *sentence, const char *translated)
{
    enum { MAGIC_WORD, REVISION, COUNT, FROM, TO, HASHES, HASHES_AT, TABLES, WORDS = TABLES + 4 };
    static const uint32_t magic = 0x950412de;
    const uint32_t start = WORDS * sizeof(uint32_t), len = (uint32_t)strlen(sentence);
    const uint32_t words[WORDS] = {magic,
                                   0,
                                   1,
                                   TABLES * sizeof(uint32_t),
                                   (TABLES + 2) * sizeof(uint32_t),
                                   0,
                                   start,
                                   len,
                                   start,
                                   (uint32_t)strlen(translated),
                                   start + len + 1};
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fwrite(words, sizeof words[0], WORDS, file);
    fwrite(sentence, 1, len + 1, file);
    fwrite(translated, 1, strlen(translated) + 1, file);
    assert_int_equal(fclose(file), 0);
}

static void make_folder(struct str *path, const char *name)
{
    str_addf(path, "/%s", name);
    assert_int_equal(mkdir(str_text(path), 0700), 0);
}

static void gettext_speaks_the_language_at_once(void **state)
{
    (void)state;
    const char *tmp = getenv("TMPDIR");
    struct str path = {0};
    char folder[200];
    snprintf(folder, sizeof folder, "%s/smquiz-catalogs-XXXXXX", tmp && *tmp ? tmp : "/tmp");
    assert_non_null(mkdtemp(folder));
    str_add(&path, folder);
    make_folder(&path, "xx");
    make_folder(&path, "LC_MESSAGES");
    str_add(&path, "/smquiz.mo");
    write_catalog(str_text(&path), "Right.", "Xichtig.");
    setlocale(LC_ALL, "C");
    bindtextdomain("smquiz", folder);
    textdomain("smquiz");
    assert_string_equal(gettext("Right."), "Right.");
    language_speak("XX-yy"); /* no catalog for this region, but one for the language */
    bool spoken = strcmp(gettext("Right."), "Xichtig.") == 0;
    bool possible = spoken || strchr(setlocale(LC_MESSAGES, NULL), '_') != NULL;
    language_speak("en"); /* which is what the sentences are written in */
    const char *english = gettext("Right.");
    remove(str_text(&path));
    for (int i = 0; i < 2; i++) {
        *strrchr(path.data, '/') = '\0';
        rmdir(path.data);
    }
    rmdir(folder);
    str_free(&path);
    setlocale(LC_ALL, "C");
    assert_string_equal(english, "Right.");
    if (possible)
        assert_true(spoken);
    else
        print_message("# skip: this system has no locale in which gettext looks for catalogs\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(option_then_environment_then_setting),
        cmocka_unit_test(the_environment_is_read_as_gettext_does),
        cmocka_unit_test(gettext_speaks_the_language_at_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
