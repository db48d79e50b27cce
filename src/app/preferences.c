/* What counts in the end: flags, environment, the user's settings, the system's. */
#include "app/preferences.h"

#include <pwd.h>
#include <string.h>
#include <unistd.h>

#include "app/language.h"
#include "ui/theme.h"

/* One settings file, its theme looked up as well. */
static enum status read_file(const char *path, bool required, struct settings *out,
                             struct faults *faults)
{
    enum status status = settings_read(out, path, required, faults);
    if (!out->theme || theme_find(out->theme))
        return status;
    faults_add(faults, FAULT_ERROR, (struct place){path, out->theme_line},
               _("theme: this is \"dark\", \"light\", \"mono\" or \"high-contrast\""));
    return STATUS_CONFIG;
}

/* The user's settings file (or --config), then the system's under it; all of them, so that every
 * fault is told at once. */
static bool read_files(const struct options *options, struct preferences *out,
                       struct faults *faults, struct err *e)
{
    struct err none;
    enum status status = STATUS_OK;
    if (options->config)
        str_add(&out->remember, options->config);
    else
        paths_settings(&out->remember, &none);
    if (out->remember.len)
        status = read_file(out->remember.data, options->config, &out->settings, faults);
    if (!options->config) {
        struct path_list *files = &out->system_files;
        paths_system_settings(files);
        for (size_t i = 0; i < files->len; i++) {
            struct settings under = {0};
            enum status of_file = read_file(files->items[i], false, &under, faults);
            settings_merge(&out->settings, &under);
            settings_free(&under);
            status = status == STATUS_OK ? of_file : status;
        }
    }
    if (!settings_keys_apply(&out->settings.keys, &out->keys, faults) && status == STATUS_OK)
        status = STATUS_CONFIG;
    if (status != STATUS_OK)
        return err_set(e, status, _("The settings cannot be used as they are."));
    return true;
}

static bool set_learner(const char *given, struct preferences *out, struct err *e)
{
    const char *name = given ? given : out->settings.learner;
    const struct passwd *user = name ? NULL : getpwuid(getuid());
    if (!name)
        name = user ? user->pw_name : "learner";
    if (!learner_name_valid(name, e))
        return false;
    memcpy(out->learner, name, strlen(name) + 1);
    return true;
}

static void set_color(const struct options *options, struct preferences *out)
{
    const char *word = out->settings.color;
    out->color = options->color;
    if (!options->color_given && word)
        out->color = strcmp(word, "always") == 0  ? COLOR_ALWAYS
                     : strcmp(word, "never") == 0 ? COLOR_NEVER
                                                  : COLOR_AUTO;
}

static void set_bank(const struct options *options, const char *program, struct preferences *out)
{
    for (int i = 0; i < options->bank_count; i++)
        path_list_add(&out->bank, options->banks[i]);
    for (size_t i = 0; i < out->settings.bank.len && !options->bank_count; i++)
        path_list_add(&out->bank, out->settings.bank.items[i]);
    out->required_banks = (int)out->bank.len;
    if (!out->bank.len) {
        paths_bank(program, &out->bank);
        out->required_banks = 1;
    }
}

/* What the settings say of a language counts where nothing else does. */
static void set_language(const struct options *options, struct preferences *out)
{
    const char *setting = out->settings.language;
    language_wanted(&out->languages, options->language, setting);
    if (setting && !options->language && language_open())
        language_speak(setting);
}

bool preferences_read(const struct options *options, const char *program, struct preferences *out,
                      struct faults *faults, struct err *e)
{
    *out = (struct preferences){0};
    if (!read_files(options, out, faults, e) || !set_learner(options->learner, out, e))
        return false;
    const struct settings *settings = &out->settings;
    out->plain = options->plain || settings->plain == SETTING_ON;
    out->motion = !options->no_motion && settings->motion != SETTING_OFF;
    out->mouse = !options->no_mouse && settings->mouse != SETTING_OFF;
    out->streaks = settings->streaks != SETTING_OFF;
    out->clues = settings->clues != SETTING_OFF;
    out->clock = !options->no_clock && settings->clock != SETTING_OFF;
    out->theme = options->theme ? options->theme : settings->theme;
    set_color(options, out);
    set_bank(options, program, out);
    set_language(options, out);
    if (options->store)
        str_add(&out->store, options->store);
    else if (settings->store)
        str_add(&out->store, settings->store);
    else if (!options->no_save)
        return paths_store(&out->store, e);
    return true;
}

void preferences_free(struct preferences *preferences)
{
    settings_free(&preferences->settings);
    str_free(&preferences->languages);
    str_free(&preferences->store);
    str_free(&preferences->remember);
    path_list_free(&preferences->bank);
    path_list_free(&preferences->system_files);
}
