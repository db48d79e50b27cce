/* The command `smquiz bank new`. */
#include "app/bank_new_command.h"

#include <string.h>

#include "app/bank_starter.h"
#include "app/bank_told.h"
#include "app/say.h"
#include "core/bank.h"
#include "core/slug.h"
#include "io/create.h"

/* An id of the file's name, its ending left out. */
static void add_id(struct str *out, const char *path)
{
    static const char ending[] = ".cfg";
    struct str name = {0};
    const char *slash = strrchr(path, '/');
    str_add(&name, slash ? slash + 1 : path);
    size_t end = name.len - (name.len < strlen(ending) ? name.len : strlen(ending));
    if (strcmp(name.data + end, ending) == 0)
        name.data[end] = '\0';
    slug_add(out, name.data, BANK_ID_MAX, 1);
    if (out->len == 0)
        str_add(out, "my-bank");
    str_free(&name);
}

enum status bank_new_command(const struct options *options)
{
    const char *path = options->operands[0];
    struct str id = {0}, text = {0};
    struct err e;
    add_id(&id, path);
    bank_starter_write(&text, str_text(&id));
    bool done = create_file(path, text.data, text.len, &e);
    if (!done)
        say_error(e.text);
    str_clear(&text);
    if (done) {
        bank_told_file(&text, _("A bank to start from stands in %s."), path);
        bank_told_command(&text, _("Open it in an editor; every line is explained.  Check it:"),
                          "smquiz bank check --strict", path);
        bank_told_command(&text, _("Play it:"), "smquiz practice -b", path);
    }
    enum status status = done ? say_out(str_text(&text)) : e.status;
    str_free(&id);
    str_free(&text);
    return status;
}
