/* Adding to a bank's file: finds it, checks the whole bank with what is new, replaces it. */
#include "app/bank_edit.h"

#include <stdlib.h>

#include "app/bank_layers.h"
#include "core/bank_record.h"
#include "core/bank_write.h"
#include "core/draft_check.h"
#include "core/language.h"
#include "io/bank_files.h"
#include "io/folder_lock.h"
#include "io/text_file.h"

/* --- reading --------------------------------------------------------------------------------- */

static bool find_file(const struct options *options, struct bank_edit *edit, struct err *e)
{
    if (options->into) {
        str_add(&edit->file, options->into);
    } else {
        if (!paths_user(PATHS_CONFIG, &edit->file, e))
            return false;
        str_add(&edit->file, "/bank.d/house.cfg");
    }
    return text_file_target(str_text(&edit->file), &edit->target, &edit->exists, e);
}

/* The language the file itself gives, or NULL. */
static const char *own_language(const struct bank_files *files)
{
    for (size_t i = 0; i < files->len; i++) {
        const char *language = files->items[i].language;
        if (files->items[i].instead && language && language_named(language))
            return language;
    }
    return NULL;
}

static bool has_several_languages(const struct bank_files *files)
{
    size_t count;
    free(bank_files_languages(files, &count));
    return count > 1;
}

/* Reads the layers of the bank that is played, `text` for the file, which lies over them when it is
 * none of theirs.  An empty text of a file that is not there is no layer.  Where there are banks of
 * several languages, it is the one that the file is of. */
static enum status read_layers(struct bank_edit *edit, struct bank_text *text, struct draft *draft,
                               struct faults *faults)
{
    const struct preferences *preferences = &edit->preferences;
    size_t count = edit->alone ? 0 : preferences->bank.len;
    struct bank_layer *layers = bank_layers_played(preferences);
    struct bank_files files = {0};
    for (size_t i = 0; i < count; i++)
        bank_files_read(&files, &layers[i], (int)i, text);
    if (!text->read && (edit->exists || text->len > 0)) {
        struct bank_layer layer = {.path = text->path};
        bank_files_read(&files, &layer, (int)count, text);
        text->read = false; /* which says that no layer has it */
    }
    free(layers);
    const char *own = own_language(&files);
    edit->several = has_several_languages(&files);
    enum status status =
        bank_files_join(&files, own ? own : str_text(&preferences->languages), draft, faults);
    bank_files_free(&files);
    draft->place.file = draft->place.file ? draft->place.file : text->path;
    return status;
}

static bool read_failed(enum status status, struct err *e)
{
    return err_set(e, status, _("The bank cannot be used as it is; nothing was written."));
}

/* Whether the file says itself which bank it is. */
static bool names_bank(struct bank_text *text)
{
    struct bank_files files = {0};
    struct bank_layer layer = {.path = text->path};
    bank_files_read(&files, &layer, 0, text);
    text->read = false;
    bool named = files.items[0].named;
    bank_files_free(&files);
    return named;
}

/* Appends the file's text as it is now, and reads the bank with it into edit->now. */
static bool read_bank(struct bank_edit *edit, bool over_given, struct str *old,
                      struct faults *faults, struct err *e)
{
    if (edit->exists && !text_file_read(str_text(&edit->target), old, e))
        return false;
    struct bank_text text = {str_text(&edit->target), str_text(old), old->len, false};
    struct faults found = {0};
    enum status status = read_layers(edit, &text, &edit->now, &found);
    if (edit->exists && !text.read && !over_given && !edit->alone && names_bank(&text)) {
        edit->alone = true;
        draft_free(&edit->now);
        faults_free(&found);
        found = (struct faults){0};
        status = read_layers(edit, &text, &edit->now, &found);
    }
    if (status != STATUS_OK)
        faults_join(faults, &found);
    faults_free(&found);
    return status == STATUS_OK || read_failed(status, e);
}

bool bank_edit_open(const struct options *options, const char *program, struct bank_edit *edit,
                    struct faults *faults, struct err *e)
{
    struct str old = {0};
    *edit = (struct bank_edit){0};
    bool good = preferences_read(options, program, &edit->preferences, faults, e) &&
                find_file(options, edit, e) &&
                read_bank(edit, options->bank_count > 0, &old, faults, e);
    str_free(&old);
    return good;
}

void bank_edit_close(struct bank_edit *edit)
{
    preferences_free(&edit->preferences);
    str_free(&edit->file);
    str_free(&edit->target);
    draft_free(&edit->now);
}

/* --- writing --------------------------------------------------------------------------------- */

/* Hands on the errors among what was found; whether there were none. */
static bool pass_on(struct faults *found, struct faults *faults, struct err *e)
{
    size_t errors = found->errors;
    faults_sort(found);
    for (size_t i = 0; i < found->len; i++) {
        if (found->items[i].severity == FAULT_ERROR)
            faults_add(faults, FAULT_ERROR, found->items[i].place, "%s", found->items[i].text);
    }
    faults_free(found);
    if (errors > 0)
        err_set(e, STATUS_DATA,
                ngettext("With this the bank would have %zu error; nothing was written.",
                         "With this the bank would have %zu errors; nothing was written.", errors),
                errors);
    return errors == 0;
}

bool bank_edit_check(struct bank_edit *edit, const struct draft *add, struct faults *faults,
                     struct err *e)
{
    struct faults found = {0};
    draft_append(&edit->now, add);
    draft_check(&edit->now, &found);
    return pass_on(&found, faults, e);
}

/* Checks the bank as it will be read once the file has the new text. */
static bool check_text(struct bank_edit *edit, const struct str *new_text, struct faults *faults,
                       struct err *e)
{
    struct bank_text text = {str_text(&edit->target), str_text(new_text), new_text->len, false};
    struct draft draft = {0};
    struct faults found = {0};
    if (read_layers(edit, &text, &draft, &found) == STATUS_OK)
        draft_check(&draft, &found);
    bool good = pass_on(&found, faults, e);
    draft_free(&draft);
    return good;
}

/* Appends what a new file begins with.  Where there are banks of several languages, it goes with
 * the one it was written for. */
static void begin(const struct bank_edit *edit, struct str *text)
{
    str_addf(text, "# %s\n", _("Our own scenarios and overrides; see smquiz-bank(5)."));
    if (!edit->several)
        return;
    str_add(text, "bank = { language = ");
    bank_record_text(text, edit->now.language.text);
    str_add(text, "; };\n");
}

/* Reads, checks and replaces the file as it is now; the lock on its folder is held. */
static bool save_locked(struct bank_edit *edit, const struct draft *add, struct faults *faults,
                        struct err *e)
{
    struct str old = {0}, text = {0};
    draft_free(&edit->now);
    str_clear(&edit->target); /* somebody may have made the file since it was looked for */
    bool good = text_file_target(str_text(&edit->file), &edit->target, &edit->exists, e) &&
                read_bank(edit, true, &old, faults, e) && bank_edit_check(edit, add, faults, e);
    if (good) {
        if (old.len == 0)
            begin(edit, &old);
        bank_write(str_text(&old), old.len, add, &text);
        good = check_text(edit, &text, faults, e) &&
               text_file_replace(str_text(&edit->target), text.data, text.len, e);
    }
    str_free(&old);
    str_free(&text);
    return good;
}

bool bank_edit_save(struct bank_edit *edit, const struct draft *add, struct faults *faults,
                    struct err *e)
{
    struct folder_lock lock;
    if (!folder_lock_take(&lock, str_text(&edit->target), e))
        return false;
    bool good = save_locked(edit, add, faults, e);
    folder_lock_release(&lock);
    return good;
}
