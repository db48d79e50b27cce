/* Letting people into a team's database, each with a file that opens it. */
#include "app/team_enrol.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/text.h"
#include "io/create.h"
#include "io/entropy.h"

enum { PASSWORD_LENGTH = 26 }; /* of 5 bits each */

/* Random letters and digits without those that look alike; 32 of them. */
static bool make_password(char out[PASSWORD_LENGTH + 1], struct err *e)
{
    static const char alphabet[] = "abcdefghijkmnpqrstuvwxyz23456789";
    unsigned char bytes[PASSWORD_LENGTH];
    if (!entropy_secret(bytes, sizeof bytes))
        return err_set(e, STATUS_UNAVAILABLE,
                       _("This system has no random numbers that are good enough for a password."));
    for (int i = 0; i < PASSWORD_LENGTH; i++)
        out[i] = alphabet[bytes[i] % (sizeof alphabet - 1)];
    out[PASSWORD_LENGTH] = '\0';
    return true;
}

/* A name becomes a role and part of a file's name. */
static bool check_name(const char *name, struct err *e)
{
    const char *own = "smquiz_", *reserved = "pg_";
    size_t len = strlen(name);
    if (len == 0 || len > TEAM_ROLE_MAX)
        return err_set(e, STATUS_USAGE, _("The name of a role has 1 to %d bytes."), TEAM_ROLE_MAX);
    if (text_examine(name, len, NULL) != TEXT_OK || strchr(name, '/') || *name == '.' ||
        *name == '-')
        return err_set(e, STATUS_USAGE,
                       _("The name of a role has no slash and nothing that cannot be shown in it, "
                         "and begins with neither a full stop nor a hyphen."));
    if (strncmp(name, own, strlen(own)) == 0 || strncmp(name, reserved, strlen(reserved)) == 0)
        /* TRANSLATORS: beginnings of names, such as "pg_". */
        return err_set(e, STATUS_USAGE, _("Names that begin with %s or %s are kept for others."),
                       own, reserved);
    return true;
}

/* The file is made before the role: a role whose password nobody has would be of no use. */
static bool write_file(const char *path, const struct str *line, struct err *e)
{
    mode_t umask_was = umask(S_IRWXG | S_IRWXO);
    bool ok = create_file(path, line->data, line->len, e);
    umask(umask_was);
    return ok;
}

static bool enrol_with_file(const char *name, const char *path, bool trainer,
                            const struct team_ops *ops, struct team *team, struct err *e)
{
    char password[PASSWORD_LENGTH + 1];
    struct str line = {0};
    if (!make_password(password, e))
        return false;
    ops->pgpass_line(team, name, password, &line);
    bool ok = write_file(path, &line, e);
    if (ok && !ops->enrol(team, name, password, trainer, e)) {
        unlink(path);
        ok = false;
    }
    str_free(&line);
    return ok;
}

struct person {
    const char *name;
    struct str shown, path, address;
    bool there, needs_password;
};

static void say_person(const struct person *p, bool trainer, struct str *said)
{
    const char *name = str_text(&p->shown);
    if (p->there && trainer)
        str_addf(said, _("%s was there already, keeps the password, and is a trainer now.\n"),
                 name);
    else if (p->there)
        str_addf(said, _("%s was there already, keeps the password, and is let in.\n"), name);
    else if (p->needs_password)
        /* TRANSLATORS: a name, and a file. */
        str_addf(said, _("%s: the password is in %s; give it to nobody else.\n"), name,
                 str_text(&p->path));
    else
        str_addf(said,
                 _("%s is let in without a password, as the user of that name on this computer.\n"),
                 name);
    str_addf(said, "  --team %s\n", str_text(&p->address));
}

static bool enrol_one(struct person *p, bool trainer, const struct team_ops *ops, struct team *team,
                      struct err *e)
{
    if (!check_name(p->name, e) || !ops->has_role(team, p->name, &p->there, e))
        return false;
    if (!p->there && p->needs_password)
        return enrol_with_file(p->name, str_text(&p->path), trainer, ops, team, e);
    return ops->enrol(team, p->name, NULL, trainer, e);
}

/* What everybody is to do with it. */
static void say_how(bool files, bool peers, struct str *said)
{
    if (files)
        str_add(said, _("Each appends the line of their file to ~/.pgpass, which nobody else may "
                        "read (chmod 600), and joins with --team as shown, or keeps it as \"team\" "
                        "in the settings.\n"));
    if (peers)
        str_add(said, _("Without a password the server has to know users of this computer: "
                        "\"local all all peer\" in its pg_hba.conf. For people at other computers "
                        "enrol with the address they use, postgresql://HOST/DATABASE.\n"));
}

bool team_enrol(const struct options *options, const struct team_ops *ops, struct team *team,
                struct str *said, struct err *e)
{
    const char *folder = options->output ? options->output : ".";
    bool ok = true, files = false, peers = false;
    for (size_t i = 0; ok && i < options->operand_count; i++) {
        struct person p = {.name = options->operands[i],
                           .needs_password = ops->needs_password(team)};
        text_show(&p.shown, p.name, 0);
        str_addf(&p.path, "%s/%s.pgpass", folder, p.name);
        ops->address_for(team, p.name, &p.address);
        ok = enrol_one(&p, options->trainer, ops, team, e);
        if (ok)
            say_person(&p, options->trainer, said);
        files = files || (ok && !p.there && p.needs_password);
        peers = peers || (ok && !p.there && !p.needs_password);
        str_free(&p.shown);
        str_free(&p.path);
        str_free(&p.address);
    }
    say_how(files, peers, said);
    return ok;
}
