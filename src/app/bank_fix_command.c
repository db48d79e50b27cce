/* The command `smquiz bank fix`: overrules the side of a card, or drops it. */
#include "app/bank_fix_command.h"

#include <stdlib.h>
#include <string.h>

#include "app/ask.h"
#include "app/bank_edit.h"
#include "app/bank_preview.h"
#include "app/bank_told.h"
#include "app/bank_whole.h"
#include "app/say.h"
#include "core/content.h"
#include "core/draft_field.h"
#include "core/near.h"
#include "core/text.h"
#include "core/xmalloc.h"

enum { NEAR_MAX = 3, SHOWN_MAX = 60 };

/* --- what was asked for ---------------------------------------------------------------------- */

static bool check_why(const char *why, struct err *e)
{
    struct faults faults = {0};
    struct place nowhere = {"", 0};
    struct draft_text field = {.text = why, .place = nowhere};
    draft_field_text(&field, nowhere, "why", NEED_MUST, BANK_WHY_MAX, &faults);
    bool good = faults.errors == 0;
    if (!good)
        err_set(e, STATUS_USAGE, _("--why will not do: %s."), faults.items[0].text);
    faults_free(&faults);
    return good;
}

static bool check_options(const struct options *options, struct err *e)
{
    if (options->drop == (options->side != SIDE_NONE))
        return err_set(e, STATUS_USAGE,
                       _("smquiz bank fix needs --side sales, --side marketing or --drop, and one "
                         "of them only."));
    if (!options->why)
        return err_set(e, STATUS_USAGE,
                       _("smquiz bank fix needs --why with your firm's reason: players read it "
                         "after the card."));
    return check_why(options->why, e);
}

/* --- finding the card ------------------------------------------------------------------------ */

/* How near an id is to what was typed: the whole of it, or one half when only one was typed. */
static int distance(const struct bank *bank, const struct activity *activity, const char *typed)
{
    int least = near_distance(activity->ref, typed);
    if (!strchr(typed, '/')) {
        (void)near_nearer(bank->scenarios[activity->scenario].id, typed, &least);
        (void)near_nearer(activity->id, typed, &least);
    }
    return least;
}

/* Appends the ids nearest to what was typed, if any is near enough to be meant. */
static void add_nearest(struct str *out, const struct bank *bank, const char *typed)
{
    int *far = xcalloc((size_t)bank->activity_count, sizeof *far);
    int nearest = (int)strlen(typed) / 3 + 1, count = 0;
    for (int i = 0; i < bank->activity_count; i++) {
        far[i] = distance(bank, &bank->activities[i], typed);
        nearest = far[i] < nearest ? far[i] : nearest;
    }
    for (int i = 0; i < bank->activity_count && count < NEAR_MAX; i++) {
        if (far[i] == nearest)
            str_addf(out, "%s%s", count++ ? ", " : "", bank->activities[i].ref);
    }
    free(far);
}

/* The activity the operand names, -1 and *e when there is none. */
static int find_activity(const struct bank *bank, const char *typed, struct err *e)
{
    struct str shown = {0}, near = {0};
    const char *colon = strchr(typed, ':');
    int activity = colon ? bank_find_logged(bank, typed) : bank_find_activity(bank, typed);
    if (activity >= 0)
        return activity;
    text_show(&shown, typed, SHOWN_MAX);
    if (colon && (strlen(bank->id) != (size_t)(colon - typed) ||
                  memcmp(bank->id, typed, strlen(bank->id)) != 0)) {
        /* TRANSLATORS: the id of a card, and that of the bank. */
        err_set(e, STATUS_USAGE, _("“%s” is of another bank: this one is called %s."),
                str_text(&shown), bank->id);
    } else {
        add_nearest(&near, bank, colon ? colon + 1 : typed);
        if (near.len > 0)
            /* TRANSLATORS: an id of a card, and a list of ids like it. */
            err_set(e, STATUS_USAGE, _("The bank has no card “%s”.  Near it: %s."),
                    str_text(&shown), str_text(&near));
        else
            err_set(e, STATUS_USAGE,
                    _("The bank has no card “%s”.  A card's id is scenario/activity, as in its "
                      "file."),
                    str_text(&shown));
    }
    str_free(&shown);
    str_free(&near);
    return -1;
}

/* --- overruling ------------------------------------------------------------------------------ */

/* Whether the card is already as it is to be. */
static bool is_so(const struct bank *bank, int activity, const struct options *options)
{
    const struct activity *now = &bank->activities[activity];
    return options->drop ? now->dropped : !now->dropped && now->side == options->side;
}

static enum status say_now(const struct bank *bank, int activity)
{
    const struct activity *now = &bank->activities[activity];
    struct str line = {0};
    str_addf(&line,
             now->dropped              ? _("%s is dropped now.  The card:")
             : now->side == SIDE_SALES ? _("%s is sales now.  The card, and what it says after a "
                                           "miss:")
                                       : _("%s is marketing now.  The card, and what it says after "
                                           "a miss:"),
             now->ref);
    enum status status = ask_say(str_text(&line), 0);
    if (status == STATUS_OK)
        status = bank_preview_activity(bank, activity);
    str_free(&line);
    return status;
}

static bool write_override(struct bank_edit *edit, const struct options *options, const char *ref,
                           struct faults *faults, struct err *e)
{
    struct place place = {str_text(&edit->file), 0};
    struct draft_override override = {
        .place = place,
        .activity = {.text = ref, .place = place},
        .why = {.text = options->why, .place = place},
        .drop = options->drop,
    };
    if (!options->drop)
        override.side = (struct draft_text){.text = side_id(options->side), .place = place};
    struct draft add = {.overrides = &override, .override_count = 1};
    return bank_edit_save(edit, &add, faults, e);
}

/* Reads the bank again: a file that is merged later may overrule the same card. */
static bool check_result(const struct options *options, const char *program, const char *ref,
                         struct err *e)
{
    struct bank_edit edit;
    struct faults faults = {0};
    bool good = bank_edit_open(options, program, &edit, &faults, e);
    struct bank *bank = good ? bank_whole(&edit.now, &faults, e) : NULL;
    int activity = bank ? bank_find_activity(bank, ref) : -1;
    good = activity >= 0;
    if (good && !is_so(bank, activity, options))
        good = err_set(e, STATUS_DATA,
                       _("It was written to the file, but a file that is read later overrules the "
                         "same card, and counts: smquiz bank list shows the order."));
    bank_free(bank);
    bank_edit_close(&edit);
    faults_free(&faults);
    return good;
}

static bool tell(const struct bank_edit *edit, const struct options *options,
                 const struct bank *bank, int activity, struct err *e)
{
    const struct activity *fixed = &bank->activities[activity];
    struct str text = {0};
    str_addf(&text,
             options->drop                 ? _("From now on %s is not asked.\n")
             : options->side == SIDE_SALES ? _("From now on %s is sales.\n")
                                           : _("From now on %s is marketing.\n"),
             fixed->ref);
    bank_told_file(&text, _("It stands in %s."), str_text(&edit->file));
    if (!options->drop)
        bank_told_play(&text, edit, options, bank->principles[fixed->principle].id);
    e->status = say_out(str_text(&text));
    str_free(&text);
    return e->status == STATUS_OK;
}

/* Overrules the card, unless it is as wanted already. */
static bool fix(struct bank_edit *edit, const struct options *options, const char *program,
                struct faults *faults, struct err *e)
{
    struct bank *bank = bank_whole(&edit->now, faults, e);
    if (!bank)
        return e->status == STATUS_OK &&
               err_set(e, STATUS_DATA, _("The bank has no activities yet."));
    int activity = find_activity(bank, options->operands[0], e);
    bool done = activity >= 0;
    if (done) {
        e->status = say_now(bank, activity);
        done = e->status == STATUS_OK;
    }
    if (done && is_so(bank, activity, options)) {
        e->status = say_out(_("That is so already; nothing was written.\n"));
        done = e->status == STATUS_OK;
    } else if (done) {
        const char *ref = bank->activities[activity].ref;
        done = write_override(edit, options, ref, faults, e) &&
               check_result(options, program, ref, e) && tell(edit, options, bank, activity, e);
    }
    bank_free(bank);
    return done;
}

enum status bank_fix_command(const struct options *options, const char *program)
{
    struct bank_edit edit = {0};
    struct faults faults = {0};
    struct err e = {0};
    bool done = check_options(options, &e) && bank_edit_open(options, program, &edit, &faults, &e);
    done = done && fix(&edit, options, program, &faults, &e);
    say_faults(&faults);
    if (!done && *e.text)
        say_error(e.text);
    faults_free(&faults);
    bank_edit_close(&edit);
    return done ? STATUS_OK : e.status;
}
