/* What screens say about a session. */
#include "core/content_session.h"

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

/* What comes from that part on, in as few words as a small screen has room for. */
static const char *parts_sentence(const struct session *session, enum part from)
{
    bool before = session->has[PART_BEFORE] && from <= PART_BEFORE;
    bool practice = session->has[PART_PRACTICE] && from <= PART_PRACTICE;
    bool after = session->has[PART_AFTER] && from <= PART_AFTER;
    if (before && practice && after)
        return _("What comes: a short test, practice, a short test. The last test tells everything "
                 "at its end.");
    if (before && practice)
        return _("What comes: a short test, practice. The test gives no verdicts.");
    if (before && after)
        return _("What comes: a short test, a short test. The last test tells everything at its "
                 "end.");
    if (practice && after)
        return _("What comes: practice, a short test. The last test tells everything at its end.");
    if (after)
        return _("What comes: a short test. The last test tells everything at its end.");
    if (practice)
        return _("What comes: practice.");
    return before ? _("What comes: a short test. The test gives no verdicts.") : "";
}

void content_joining(const struct session *session, enum part from, const char *name,
                     struct str *out)
{
    str_addf(out, "%s\n\n", parts_sentence(session, from));
    if (session->names)
        str_addf(out,
                 _("The trainer sees the name %s and what you choose here; not what you practise "
                   "elsewhere, not how long you take."),
                 name);
    else
        str_add(out, _("The trainer sees what is chosen here, without a name; not what you "
                       "practise elsewhere, not how long you take."));
}
