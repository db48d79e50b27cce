/* Which front end: full screen where the terminal can, plain lines elsewhere. */
#include "app/front.h"

#include <stdlib.h>
#include <unistd.h>

#include "app/say.h"
#include "io/settings_remember.h"
#include "ui/terminal.h"
#include "ui/ui_curses.h"
#include "ui/ui_plain.h"

static struct ui_options ui_options(const struct preferences *preferences)
{
    const char *no_color = getenv("NO_COLOR");
    return (struct ui_options){
        .color = preferences->color,
        .no_color_in_env = no_color && *no_color,
        .mouse = preferences->mouse,
        .charset = say_charset(),
        .theme = preferences->theme,
        .keys = &preferences->keys,
    };
}

/* Says how to undo what was remembered. */
static void say_remembered(const char *path)
{
    struct str line = {0}, shown = {0};
    text_show(&shown, path, 0);
    str_addf(&line,
             _("Plain lines from now on.  To have the full screen back, take “plain = true” out of "
               "%s.\n\n"),
             str_text(&shown));
    say_out(str_text(&line));
    str_free(&line);
    str_free(&shown);
}

/* Closes the full screen and goes on in lines; the choice is kept for the next start. */
static bool go_plain(struct app *app)
{
    const struct preferences *preferences = app->go_plain_context;
    struct ui_options options = ui_options(preferences);
    struct err e;
    app->ui->ops->close(app->ui);
    app->ui = ui_plain_open(&options);
    app->go_plain = NULL;
    if (!preferences->remember.len)
        return true;
    if (settings_remember_plain(str_text(&preferences->remember), &e))
        say_remembered(str_text(&preferences->remember));
    else
        say_error(e.text);
    return true;
}

bool front_has_person(void)
{
    return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
}

bool front_open(struct app *app, const struct preferences *preferences, struct err *e)
{
    struct ui_options options = ui_options(preferences);
    const char *why = NULL;
    bool lines = preferences->plain || !ui_curses_usable(&why);
    if (lines && why)
        say_error(why);
    app->scene.charset = options.charset;
    app->scene.keys = options.keys;
    app->interactive = front_has_person();
    app->motion = preferences->motion;
    terminal_guard();
    app->ui = lines ? ui_plain_open(&options) : ui_curses_open(&options, e);
    if (!lines) {
        app->go_plain = go_plain;
        app->go_plain_context = preferences;
    }
    return app->ui != NULL;
}

bool front_close(struct app *app)
{
    bool failed = app->ui->ops->takes_lines && ui_plain_failed(app->ui);
    app->ui->ops->close(app->ui);
    app->ui = NULL;
    terminal_release();
    return !failed;
}
