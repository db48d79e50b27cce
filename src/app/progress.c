/* What the learner has come to: the screens, and the same for machines. */
#include "app/progress.h"

#include "app/pages.h"
#include "core/progress.h"
#include "core/progress_csv.h"
#include "io/progress_json.h"
#include "io/replace.h"

/* The first is the pages, for a person. */
static const struct {
    const char *name;
    void (*write)(const struct bank *bank, const struct progress *progress, struct str *out);
} formats[] = {{"text", NULL}, {"json", progress_json}, {"csv", progress_csv}};

const char *progress_format(size_t row)
{
    return row < ARRAY_LEN(formats) ? formats[row].name : NULL;
}

bool progress_for_machines(size_t row)
{
    return formats[row].write != NULL;
}

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

enum outcome progress_write(struct app *app, size_t row)
{
    struct progress progress;
    struct str text = {0};
    progress_of(app->bank, &app->history, app_now(app), &progress);
    formats[row].write(app->bank, &progress, &text);
    bool written = replace_text("-", &text, &app->err);
    str_free(&text);
    progress_free(&progress);
    return written ? OUTCOME_DONE : OUTCOME_FAILED;
}
