/* Telling an author where something stands now and how to play it. */
#include "app/bank_told.h"

#include <string.h>
#include <sys/stat.h>

#include "app/bank_edit.h"
#include "core/shell_word.h"
#include "core/text.h"

void bank_told_file(struct str *out, const char *sentence, const char *path)
{
    const char *hole = strstr(sentence, "%s");
    size_t before = hole ? (size_t)(hole - sentence) : strlen(sentence);
    str_addn(out, sentence, before);
    text_show(out, path, 0);
    str_add(out, hole ? hole + 2 : "");
    str_addc(out, '\n');
}

void bank_told_command(struct str *out, const char *lead, const char *command, const char *path)
{
    str_addf(out, "%s\n  %s ", lead, command);
    shell_word_add(out, path);
    str_addc(out, '\n');
}

/* Whether the file is this layer, or lies in it. */
static bool lies_in(const char *file, const char *layer)
{
    struct stat st, at;
    struct str folder = {0};
    const char *slash = strrchr(file, '/');
    if (stat(layer, &at) != 0)
        return false;
    if (slash)
        str_addn(&folder, file, (size_t)(slash - file) + 1);
    else
        str_add(&folder, ".");
    bool same = stat(S_ISDIR(at.st_mode) ? str_text(&folder) : file, &st) == 0 &&
                st.st_dev == at.st_dev && st.st_ino == at.st_ino;
    str_free(&folder);
    return same;
}

void bank_told_play(struct str *out, const struct bank_edit *edit, const struct options *options,
                    const char *principle)
{
    const char *file = str_text(&edit->file);
    const struct path_list *bank = &edit->preferences.bank;
    bool default_bank = !options->bank_count && !edit->preferences.settings.bank.len;
    bool in_layers = default_bank && !options->into; /* bank.d may be new */
    for (size_t i = 0; i < bank->len; i++)
        in_layers = in_layers || lies_in(file, bank->items[i]);
    bool named = !edit->alone && !(default_bank && in_layers);
    str_addf(out, "%s\n  smquiz practice", _("Play it:"));
    for (size_t i = 0; i < bank->len && named; i++) {
        str_add(out, " -b ");
        shell_word_add(out, bank->items[i]);
    }
    if (!in_layers) {
        str_add(out, " -b ");
        shell_word_add(out, file);
    }
    str_addf(out, " --principle %s\n", principle);
}
