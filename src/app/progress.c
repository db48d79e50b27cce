/* What the learner has come to: the screens, and the same for machines. */
#include "app/progress.h"

#include <string.h>

#include "app/pages.h"
#include "core/progress.h"
#include "core/progress_csv.h"
#include "io/progress_json.h"
#include "io/replace.h"

/* A run over the hardest principle, or over the one chosen; over all when none is hard yet. */
static bool practise_hardest(const struct app *app, const struct intent *intent,
                             struct rules *rules)
{
    struct progress progress;
    progress_of(app->bank, &app->history, app_now(app), &progress);
    int item = intent->want == WANT_CHOICE ? intent->item : 0;
    bool chosen = item >= 0 && item < progress.hardest_count;
    *rules = chosen ? rules_of_principle(app->bank, progress.hardest[item])
                    : rules_default(MODE_PRACTICE);
    progress_free(&progress);
    return chosen || intent->want == WANT_PRACTISE;
}

enum outcome progress_run(struct app *app)
{
    const struct pages pages = {SCREEN_PROGRESS, practise_hardest};
    return pages_read(app, &pages, 0, -1);
}

enum outcome progress_write(struct app *app, const char *format)
{
    struct progress progress;
    struct str text = {0};
    progress_of(app->bank, &app->history, app_now(app), &progress);
    if (strcmp(format, "json") == 0)
        progress_json(app->bank, &progress, &text);
    else
        progress_csv(app->bank, &progress, &text);
    bool written = replace_text("-", &text, &app->err);
    str_free(&text);
    progress_free(&progress);
    return written ? OUTCOME_DONE : OUTCOME_FAILED;
}
