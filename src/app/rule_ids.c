/* Whether the bank has what a command line names. */
#include "app/rule_ids.h"

#include <string.h>

#include "core/text.h"

bool rule_ids_known(const struct bank *bank, const char *list, bool principles, struct err *e)
{
    struct str id = {0}, shown = {0};
    bool known = true;
    while (*list && known) {
        size_t len = strcspn(list, ",");
        str_clear(&id);
        str_addn(&id, list, len);
        list += len + (list[len] == ',');
        known = principles ? bank_find_principle(bank, str_text(&id)) >= 0
                           : bank_has_setting(bank, str_text(&id));
    }
    if (!known) {
        text_show(&shown, str_text(&id), BANK_ID_MAX);
        err_set(e, STATUS_USAGE,
                principles ? _("The bank has no principle “%s”.")
                           : _("The bank has no setting “%s”."),
                str_text(&shown));
    }
    str_free(&id);
    str_free(&shown);
    return known;
}
