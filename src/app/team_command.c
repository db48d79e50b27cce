/* The commands `smquiz team init|enrol|status|migrate`: looking after a team's database. */
#include "app/team_command.h"

#include "app/preferences.h"
#include "app/say.h"
#include "app/team_enrol.h"
#include "core/text.h"
#include "io/share_team.h"

/* The database meant; NULL and *e when there is none. */
static const char *database(const struct options *options, const struct preferences *preferences,
                            struct err *e)
{
    const char *place = options->team ? options->team : preferences->settings.team;
    if (place && share_is_uri(place))
        return place;
    if (place)
        err_set(e, STATUS_USAGE,
                _("A folder needs no tables and no roles; this is for a database: --team "
                  "postgresql://HOST/DATABASE."));
    else
        err_set(e, STATUS_USAGE,
                _("Which database? Say --team postgresql://HOST/DATABASE, or set \"team\" in the "
                  "settings."));
    return NULL;
}

static bool init(const struct team_ops *ops, struct team *team, struct str *said, struct err *e)
{
    struct team_change change;
    if (!ops->init(team, &change, e))
        return false;
    if (change.from)
        str_addf(said, _("The tables are there already (version %d); nothing was changed.\n"),
                 change.to);
    else
        str_addf(said,
                 _("The tables are made (version %d). Now let people in: smquiz team enrol NAME…, "
                   "with --trainer those who make sessions.\n"),
                 change.to);
    return true;
}

static bool migrate(const struct team_ops *ops, struct team *team, struct str *said, struct err *e)
{
    struct team_change change;
    if (!ops->migrate(team, &change, e))
        return false;
    if (change.from == change.to)
        str_addf(said, _("The tables are up to date (version %d); nothing was changed.\n"),
                 change.to);
    else
        str_addf(said, _("The tables were of version %d and are of version %d now.\n"), change.from,
                 change.to);
    return true;
}

static void say_version(const struct team_status *status, struct str *said)
{
    if (status->version == 0)
        str_add(said, _("No tables yet: smquiz team init makes them.\n"));
    else if (status->version < status->newest)
        str_addf(said, _("Tables of version %d; smquiz team migrate brings them to %d.\n"),
                 status->version, status->newest);
    else if (status->version > status->newest)
        str_addf(said, _("Tables of version %d, of a newer smquiz; this one knows %d.\n"),
                 status->version, status->newest);
    else
        str_addf(said, _("Tables of version %d, as this smquiz has them.\n"), status->version);
}

static void say_link(const struct team_status *status, const char *uri, struct str *said)
{
    struct str server = {0}, encryption = {0};
    text_show(said, uri, 0);
    text_show(&server, status->server, 0);
    text_show(&encryption, status->encryption, 0);
    str_addf(said, "\nPostgreSQL %s, ", str_text(&server));
    if (encryption.len)
        str_addf(said, _("encrypted (%s)"), encryption.data);
    else if (status->socket)
        str_add(said, _("on this computer"));
    else
        str_add(said, _("not encrypted"));
    str_add(said, "\n");
    str_free(&server);
    str_free(&encryption);
}

static bool tell(const char *uri, const struct team_ops *ops, struct team *team, struct str *said,
                 struct err *e)
{
    struct team_status status;
    if (!ops->status(team, &status, e))
        return false;
    say_link(&status, uri, said);
    say_version(&status, said);
    if (status.version < 1 || status.version > status.newest)
        return true;
    str_addf(
        said, _("People let in: %lld, of whom %lld may be trainers\n"),
        (long long)(status.participants > status.trainers ? status.participants : status.trainers),
        (long long)status.trainers);
    str_addf(said, _("Sessions: %lld\n"), (long long)status.sessions);
    str_addf(said,
             ngettext("Runs you may see: %lld, with %lld event\n",
                      "Runs you may see: %lld, with %lld events\n", (unsigned long)status.events),
             (long long)status.runs, (long long)status.events);
    return true;
}

static bool carry_out(const struct options *options, const char *uri, const struct team_ops *ops,
                      struct team *team, struct str *said, struct err *e)
{
    switch (options->command) {
    case COMMAND_TEAM_INIT:
        return init(ops, team, said, e);
    case COMMAND_TEAM_MIGRATE:
        return migrate(ops, team, said, e);
    case COMMAND_TEAM_ENROL:
        return team_enrol(options, ops, team, said, e);
    default:
        return tell(uri, ops, team, said, e);
    }
}

static bool run(const struct options *options, const struct preferences *preferences,
                struct str *said, struct err *e)
{
    const char *uri = database(options, preferences, e);
    const struct team_ops *ops = uri ? share_team_module(e) : NULL;
    struct team *team = ops ? ops->connect(uri, e) : NULL;
    bool good = team && carry_out(options, uri, ops, team, said, e);
    if (team)
        ops->close(team);
    return good;
}

enum status team_command(const struct options *options, const char *program)
{
    struct preferences preferences;
    struct faults faults = {0};
    struct str said = {0};
    struct err e = {0};
    bool good = preferences_read(options, program, &preferences, &faults, &e) &&
                run(options, &preferences, &said, &e);
    say_faults(&faults);
    enum status status = said.len ? say_out(said.data) : STATUS_OK; /* what was done, in any case */
    if (!good)
        say_error(e.text);
    str_free(&said);
    faults_free(&faults);
    preferences_free(&preferences);
    return good ? status : e.status;
}
