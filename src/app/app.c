/* One person at one front end: showing the scene and reading what is meant. */
#include "app/app.h"

#include "core/view.h"
#include "core/view_lines.h"

struct now app_now(const struct app *app)
{
    return app->now(app->now_context);
}

void app_show(struct app *app)
{
    int cols, rows;
    app->ui->ops->size(app->ui, &cols, &rows);
    app->scene.lines = app->ui->ops->takes_lines;
    app->scene.history = &app->history;
    app->scene.now = app_now(app);
    if (app->scene.lines) {
        str_clear(&app->lines);
        view_lines(&app->lines, &app->scene, cols);
        app->ui->ops->show_lines(app->ui, str_text(&app->lines), scene_context(&app->scene));
        app->scene.cursor.reply[0] = '\0'; /* a sentence is told once */
    } else {
        view_frame(&app->frame, &app->scene, cols, rows);
        app->ui->ops->show_frame(app->ui, &app->frame);
    }
}

void app_refuse(struct app *app)
{
    app->ui->ops->bell(app->ui);
    if (intent_nothing(&app->scene).want == WANT_REDRAW)
        app_show(app);
}

struct intent app_next(struct app *app, int timeout_ms, enum outcome *outcome)
{
    struct input input = app->ui->ops->next(app->ui, timeout_ms);
    *outcome = OUTCOME_DONE;
    if (input.kind == INPUT_SIGNAL) {
        app->signal = input.signal;
        *outcome = OUTCOME_SIGNAL;
    }
    if (input.kind == INPUT_HANGUP)
        *outcome = OUTCOME_HANGUP;
    app->scene.now = app_now(app);
    return interpret(&app->scene, &input);
}

void app_release(struct app *app)
{
    frame_free(&app->frame);
    str_free(&app->lines);
    str_free(&app->result_code);
    history_free(&app->history);
}
