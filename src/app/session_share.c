/* Sending a session's runs in the background. */
#include "app/session_share.h"

#include "app/say.h"

/* A push every few seconds keeps a board alive; a place far away may take a moment at the end. */
enum { EVERY_MS = 3000, LAST_MS = 3000 };

void session_share_init(struct session_share *share, const struct options *options,
                        const struct preferences *preferences, const struct session_place *place,
                        const char *program)
{
    *share = (struct session_share){
        .program = program,
        .code = place->code,
        .named = options->operand_count ? options->operands[0] : place->code,
        .where = str_text(&place->where),
        .store = str_text(&preferences->store),
        .file = options->config,
        .ended = BACKGROUND_DONE,
    };
}

static void start(struct session_share *share)
{
    const char *words[] = {"session", "push",       share->code, "--team",    share->where,
                           "--store", share->store, "--config",  share->file, NULL};
    if (!share->file)
        words[ARRAY_LEN(words) - 3] = NULL;
    share->asked = false;
    share->ended = background_start(&share->background, share->program, words) ? BACKGROUND_RUNNING
                                                                               : BACKGROUND_FAILED;
}

void session_share_start(struct app *app)
{
    struct session_share *share = app->share_context;
    int64_t now = app_now(app).mono_ms;
    share->asked = true;
    if (background_wait(&share->background, 0) == BACKGROUND_RUNNING)
        return;
    if (share->started_mono_ms && now - share->started_mono_ms < EVERY_MS)
        return;
    share->started_mono_ms = now;
    start(share);
}

void session_share_finish(struct session_share *share)
{
    enum background_end before = background_wait(&share->background, LAST_MS);
    if (share->ended == BACKGROUND_RUNNING)
        share->ended = before;
    if (before == BACKGROUND_RUNNING || !(share->asked || share->ended == BACKGROUND_FAILED))
        return;
    start(share);
    share->ended = background_wait(&share->background, LAST_MS);
}

void session_share_say(const struct session_share *share)
{
    struct str line = {0};
    if (share->ended == BACKGROUND_DONE)
        str_add(&line, _("Your answers are with the trainer."));
    else
        str_addf(&line,
                 _("Your answers are kept here and not all with the trainer yet. To send them: "
                   "smquiz session push %s"),
                 share->named);
    str_add(&line, "\n");
    say_out(str_text(&line));
    str_free(&line);
}
