/* The language a person wants: reads the environment for it, and has gettext speak it. */
#include "app/language.h"

#include <libintl.h>
#include <locale.h>
#include <stdlib.h>

#include "app/say.h"
#include "core/language.h"

/* The locale of messages as the environment names it, installed or not; "" when it names none. */
static const char *locale_name(void)
{
    static const char *const variables[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < ARRAY_LEN(variables); i++) {
        const char *value = getenv(variables[i]);
        if (value && *value)
            return value;
    }
    return "";
}

bool language_open(void)
{
    return !language_named(locale_name());
}

void language_wanted(struct str *out, const char *asked, const char *setting)
{
    const char *list = getenv("LANGUAGE");
    if (asked)
        str_add(out, asked);
    else if (!language_open())
        str_add(out, list && *list ? list : locale_name());
    else if (setting)
        str_add(out, setting);
}

/* Gives gettext a locale in which it looks for catalogs: the language's own where the system has
 * it, else any but "C", in which there are no translations, and on newer systems none in "C.UTF-8"
 * either.  What the locale can show stays as it is. */
static void leave_c(const char *name)
{
    static const char *const others[] = {"en_US.UTF-8", "en_GB.UTF-8", "C.UTF-8"};
    struct str own = {0}, home = {0};
    const char *now = setlocale(LC_MESSAGES, NULL);
    bool c = !now || !language_named(now);
    str_addf(&own, "%s.UTF-8", name);
    language_home(&home, name);
    str_add(&home, ".UTF-8");
    bool left = setlocale(LC_MESSAGES, str_text(&own)) || setlocale(LC_MESSAGES, str_text(&home)) ||
                setlocale(LC_MESSAGES, name);
    for (size_t i = 0; c && !left && i < ARRAY_LEN(others); i++)
        left = setlocale(LC_MESSAGES, others[i]) != NULL;
    str_free(&own);
    str_free(&home);
}

void language_speak(const char *tag)
{
    struct str name = {0};
    language_catalog(&name, tag);
    setenv("LANGUAGE", str_text(&name), 1);
    leave_c(str_text(&name));
    textdomain("smquiz"); /* or gettext goes on with what it has found before */
    str_free(&name);
}

void language_tell(const char *asked, const struct bank *bank)
{
    if (!asked || !language_named(bank->language) || language_same(asked, bank->language))
        return;
    struct str sentence = {0};
    /* TRANSLATORS: tags of languages, such as "de". */
    str_addf(&sentence, _("There is no bank in the language “%s” here; this one is in “%s”."),
             asked, bank->language);
    say_error(str_text(&sentence));
    str_free(&sentence);
}
