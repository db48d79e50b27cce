/* Makes the bank of layers of files: read, joined, checked and built. */
#include "io/bank_file.h"

#include <string.h>

#include "core/bank_build.h"
#include "core/draft_check.h"
#include "io/bank_tree.h"
#include "io/conf.h"

/* Whether what was read is good; content is not looked at when some of it is lacking. */
static bool check(enum status status, const struct draft *draft, struct faults *faults,
                  struct err *e)
{
    if (status == STATUS_OK)
        draft_check(draft, faults);
    faults_sort(faults);
    if (status == STATUS_OK && faults->errors == 0)
        return true;
    return err_set(e, status == STATUS_OK ? STATUS_DATA : status,
                   ngettext("The bank has %zu error.", "The bank has %zu errors.", faults->errors),
                   faults->errors);
}

struct bank *bank_load_files(struct bank_files *files, const char *wanted, struct draft *draft,
                             struct faults *faults, struct err *e)
{
    enum status status = bank_files_join(files, wanted, draft, faults);
    return check(status, draft, faults, e) ? bank_build(draft) : NULL;
}

struct bank *bank_load_draft(const struct bank_layer *layers, size_t count, const char *wanted,
                             struct draft *draft, struct faults *faults, struct err *e)
{
    struct bank_files files = {0};
    bank_files_read_layers(&files, layers, count);
    struct bank *bank = bank_load_files(&files, wanted, draft, faults, e);
    bank_files_free(&files);
    return bank;
}

struct bank *bank_load(const struct bank_layer *layers, size_t count, const char *wanted,
                       struct faults *faults, struct err *e)
{
    struct draft draft = {0};
    struct bank_files files = {0};
    bank_files_read_layers(&files, layers, count);
    enum status status = bank_files_join(&files, wanted, &draft, faults);
    bank_files_free(&files);
    struct bank *bank = check(status, &draft, faults, e) ? bank_build_last(&draft) : NULL;
    draft_free(&draft);
    return bank;
}

struct bank *bank_load_bytes(const char *name, const char *bytes, size_t len, struct faults *faults,
                             struct err *e)
{
    struct draft draft = {0};
    struct conf *conf = NULL;
    enum status status = conf_parse(name, bytes, len, &conf, faults);
    draft.place.file = arena_copy(&draft.arena, name, strlen(name));
    if (status == STATUS_OK)
        bank_tree_read(conf_root(conf), name, 0, &draft, faults);
    conf_free(conf);
    struct bank *bank = check(status, &draft, faults, e) ? bank_build_last(&draft) : NULL;
    draft_free(&draft);
    return bank;
}
