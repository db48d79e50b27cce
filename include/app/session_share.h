/* Sending a session's runs while they are played, without anybody waiting: this program does it in
 * the background (`smquiz session push`).  app. */
#ifndef SMQ_APP_SESSION_SHARE_H
#define SMQ_APP_SESSION_SHARE_H

#include "app/app.h"
#include "app/session_place.h"
#include "io/background.h"

struct session_share {
    struct background background;
    const char *program; /* argv[0]; all this is borrowed */
    const struct options *options;
    const struct session_place *place;
    const char *store;
    int64_t started_mono_ms;   /* of the last push; 0 before the first */
    bool asked;                /* something was stored since the last push began */
    bool used;                 /* something was stored since this was last set to false */
    enum background_end ended; /* how the last one did */
};

void session_share_init(struct session_share *share, const struct options *options,
                        const struct preferences *preferences, const struct session_place *place,
                        const char *program);
/* app->share, with a struct session_share as its context: sends what is there now, unless the last
 * time is but a moment ago or still under way; what is stored meanwhile goes along the next time.
 */
void session_share_start(struct app *app);
/* app->share_rest with the same context: whether something is still on its way or to be sent.  A
 * place that could not be reached is tried again after a while. */
bool session_share_rest(struct app *app);
/* The screen is closed: sends the rest, and waits a moment for it. */
void session_share_finish(struct session_share *share);
/* Whether everything was sent. */
bool session_share_sent(const struct session_share *share);
/* Appends a line that says so, or that it is kept and how to send it later. */
void session_share_tell(const struct session_share *share, struct str *out);

#endif
