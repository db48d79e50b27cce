/* The bank of an edit, checked and built. */
#include "app/bank_whole.h"

#include "core/bank_build.h"
#include "core/draft_check.h"

struct bank *bank_whole(const struct draft *draft, struct faults *faults, struct err *e)
{
    struct faults found = {0};
    struct bank *bank = NULL;
    /* An empty bank has one error, that it is empty: somebody is just beginning it. */
    size_t expected = draft->activity_count == 0;
    draft_check(draft, &found);
    if (found.errors == 0)
        bank = bank_build(draft);
    faults_sort(&found);
    for (size_t i = 0; i < found.len && found.errors > expected; i++) {
        if (found.items[i].severity == FAULT_ERROR)
            faults_add(faults, FAULT_ERROR, found.items[i].place, "%s", found.items[i].text);
    }
    if (found.errors > expected)
        err_set(e, STATUS_DATA,
                ngettext("The bank has %zu error; nothing was written.",
                         "The bank has %zu errors; nothing was written.", found.errors),
                found.errors);
    faults_free(&found);
    return bank;
}
