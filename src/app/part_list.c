/* The parts of a session as --parts names them. */
#include "app/part_list.h"

#include <string.h>

#include "app/option_values.h"
#include "core/str.h"

bool part_list_read(const char *list, bool has[PART_COUNT], struct err *e)
{
    struct str id = {0};
    bool good = true;
    for (int part = 0; part < PART_COUNT; part++)
        has[part] = !list;
    while (list && good) {
        size_t len = strcspn(list, ",");
        str_clear(&id);
        str_addn(&id, list, len);
        enum part part = part_from_id(str_text(&id));
        good = part != PART_NONE ||
               err_set(e, STATUS_USAGE, _("--parts takes before, practice and after, not “%s”."),
                       option_shown(str_text(&id)).text);
        if (good)
            has[part] = true;
        list = list[len] ? list + len + 1 : NULL;
    }
    str_free(&id);
    return good;
}
