/* Sending a session's runs in the background. */
#include "app/session_share.h"

/* A push every few seconds keeps a board alive; a place far away may take a moment at the end. */
enum { EVERY_MS = 3000, AGAIN_MS = 15000, LAST_MS = 2000 };

void session_share_init(struct session_share *share, const struct options *options,
                        const struct preferences *preferences, const struct session_place *place,
                        const char *program)
{
    *share = (struct session_share){
        .program = program,
        .options = options,
        .place = place,
        .store = str_text(&preferences->store),
        .ended = BACKGROUND_DONE,
    };
}

static void start(struct session_share *share)
{
    const char *file = share->options->config;
    const char *words[] = {
        "session", "push",       share->place->code, "--team", str_text(&share->place->where),
        "--store", share->store, "--config",         file,     NULL};
    if (!file)
        words[ARRAY_LEN(words) - 3] = NULL;
    share->asked = false;
    share->ended = background_start(&share->background, share->program, words) ? BACKGROUND_RUNNING
                                                                               : BACKGROUND_FAILED;
}

bool session_share_rest(struct app *app)
{
    struct session_share *share = app->share_context;
    int64_t now = app_now(app).mono_ms;
    enum background_end end = background_wait(&share->background, 0);
    if (share->ended == BACKGROUND_RUNNING)
        share->ended = end;
    bool failed = share->ended == BACKGROUND_FAILED;
    if (end == BACKGROUND_RUNNING || !(share->asked || failed))
        return end == BACKGROUND_RUNNING;
    if (!share->started_mono_ms || now - share->started_mono_ms >= (failed ? AGAIN_MS : EVERY_MS)) {
        share->started_mono_ms = now;
        start(share);
    }
    return true;
}

void session_share_start(struct app *app)
{
    struct session_share *share = app->share_context;
    share->asked = share->used = true;
    (void)session_share_rest(app);
}

void session_share_finish(struct session_share *share)
{
    enum background_end before = background_wait(&share->background, LAST_MS);
    if (share->ended == BACKGROUND_RUNNING)
        share->ended = before;
    if (before == BACKGROUND_RUNNING || !(share->asked || share->ended == BACKGROUND_FAILED))
        return;
    start(share);
    if (share->ended == BACKGROUND_RUNNING)
        share->ended = background_wait(&share->background, LAST_MS);
}

bool session_share_sent(const struct session_share *share)
{
    return share->ended == BACKGROUND_DONE && !share->asked;
}

void session_share_tell(const struct session_share *share, struct str *out)
{
    struct str name = {0};
    session_place_name(share->options, share->place, &name);
    if (session_share_sent(share))
        str_add(out, _("Your answers are with the trainer."));
    else
        str_addf(out,
                 _("Your answers are kept here and not all with the trainer yet. To send them:\n"
                   "  smquiz session push %s"),
                 str_text(&name));
    str_add(out, "\n");
    str_free(&name);
}
