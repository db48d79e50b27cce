/* What screens say about a session. */
#include "core/content_session.h"

#include "core/game_query.h"

enum { INDENT = 2 };

void content_result_code(const struct scene *scene, struct page *page)
{
    if (!scene->result_code || !*scene->result_code)
        return;
    page_gap(page);
    page_add(page, ROLE_DIM, _("If the trainer asks for your code, read this out:"));
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

/* Appends what comes, in as few words as a small screen has room for. */
static void add_parts(const struct session *session, struct str *out)
{
    bool test = session->has[PART_BEFORE] || session->has[PART_AFTER];
    const char *names[PART_COUNT];
    int count = 0;
    for (int part = 0; part < PART_COUNT; part++)
        if (session->has[part])
            names[count++] = part == PART_PRACTICE ? _("practice") : _("a short test");
    str_add(out, _("What comes: "));
    for (int i = 0; i < count; i++)
        str_addf(out, "%s%s", i ? ", " : "", names[i]);
    str_add(out, ". ");
    if (session->has[PART_AFTER])
        str_add(out, _("The last test tells everything at its end."));
    else if (test)
        str_add(out, _("The test gives no verdicts."));
}

void content_joining(const struct session *session, const char *name, struct str *out)
{
    add_parts(session, out);
    str_add(out, "\n\n");
    if (session->names)
        str_addf(out,
                 _("The trainer sees the name %s and what you choose here; not what you practise "
                   "elsewhere, not how long you take."),
                 name);
    else
        str_add(out, _("The trainer sees what is chosen here, without a name; not what you "
                       "practise elsewhere, not how long you take."));
}
