/* Feeds the reader of settings files any bytes: it must neither crash nor complain in what could
 * act on a terminal, and what it takes must be fit to be used.  libFuzzer's entry. */
#include "core/event.h"
#include "fuzz.h"
#include "io/settings.h"

static void check_text(const char *text)
{
    if (text) {
        must(*text);
        must_be_kept(text);
    }
}

static void check_settings(const struct settings *s)
{
    struct err e = {0};
    check_text(s->color);
    check_text(s->theme);
    check_text(s->store);
    check_text(s->team);
    for (size_t i = 0; i < s->bank.len; i++)
        check_text(s->bank.items[i]);
    must(!s->learner || learner_name_valid(s->learner, &e));
}

/* Keys that can stand beside each other leave nobody locked in. */
static void check_keys(const struct settings *s, struct faults *faults)
{
    struct keymap keys;
    if (!settings_keys_apply(&s->keys, &keys, faults))
        return;
    for (unsigned context = 1; context <= CONTEXT_ALL; context *= 2)
        must(*keymap_shown(&keys, ACTION_QUIT, context).text &&
             *keymap_shown(&keys, ACTION_NEXT, context).text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct settings settings = {0}, merged = {0};
    struct faults faults = {0};
    const char *bytes = size == 0 ? "" : (const char *)data;
    enum status status = settings_parse(&settings, "/etc/fuzz.cfg", bytes, size, &faults);
    must((status == STATUS_OK) == (faults.errors == 0));
    must(status == STATUS_OK || status == STATUS_CONFIG);
    if (status == STATUS_OK) {
        check_settings(&settings);
        check_keys(&settings, &faults);
        settings_merge(&merged, &settings);
        check_settings(&merged);
    }
    must_complain_in_lines(&faults);
    settings_free(&merged);
    settings_free(&settings);
    faults_free(&faults);
    return 0;
}
