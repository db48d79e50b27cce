/* What screens say about a session. */
#include "core/content_session.h"

#include "core/game_query.h"

enum { INDENT = 2 };

void content_result_code(const struct scene *scene, struct page *page)
{
    if (!scene->result_code || !*scene->result_code)
        return;
    page_gap(page);
    page_add(page, ROLE_DIM,
             _("For the trainer, where these answers do not arrive by themselves:"));
    page_add(page, ROLE_STRONG, scene->result_code)->indent = INDENT;
}

void content_compared(const struct scene *scene, struct page *page)
{
    const struct past_run *before =
        scene->history ? history_newest(scene->history, MODE_BEFORE) : NULL;
    struct tally then = {0};
    for (size_t i = 0; before && i < before->count; i++)
        tally_add(&then, &scene->history->items[before->first + i].graded);
    if (then.answers)
        page_addf(page, ROLE_TEXT, _("Before, it was %d of %d."), then.right, then.answers);
}

/* Appends the parts as a list: "before, practice and after". */
static void add_parts(const struct session *session, struct str *out)
{
    static const char *const what[] = {N_("a short test without verdicts"),
                                       N_("practice with a verdict after each card"),
                                       N_("another short test, with all the answers at its end")};
    bool first = true;
    for (int part = 0; part < PART_COUNT; part++) {
        if (!session->has[part])
            continue;
        str_addf(out, "%s%s", first ? "" : "; ", _(what[part]));
        first = false;
    }
    str_add(out, ".");
}

void content_joining(const struct session *session, const char *name, struct str *out)
{
    str_add(out, _("What comes: "));
    add_parts(session, out);
    str_add(out, "\n\n");
    if (session->names)
        str_addf(out, _("The trainer will see the name %s and what you choose here, card by card."),
                 name);
    else
        str_add(out, _("The trainer will see what is chosen here, card by card, and no name."));
    str_add(out, " ");
    str_add(out, _("Not what you practise elsewhere, and not how long you took."));
}
