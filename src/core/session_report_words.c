/* The sentences of a session's report. */
#include "core/session_report_words.h"

#include <math.h>
#include <stdlib.h>

#include "core/calendar.h"
#include "core/item_analysis.h"
#include "core/text_examine.h"

/* Per cent right from which on nothing stands out that is mixed up, and from which on little is. */
enum { NOTHING_STANDS_OUT = 80, LITTLE = 90 };

void report_words_number(struct str *out, double value)
{
    int size = (int)floor(fabs(value) + 0.5);
    str_addf(out, "%s%d", value < 0 && size > 0 ? "−" : "", size);
}

/* --- the first page -------------------------------------------------------------------------- */

void report_words_session(const struct session_report *report, struct str *out)
{
    str_addf(out, _("Session %s"), report->session->code);
    if (report->people.len + report->people.hands_len == 0)
        return;
    str_add(out, ", ");
    calendar_write(out, calendar_local_day(report->started_utc_ms, report->utc_offset_min));
}

/* Appends " (before 12, practice 11, after 10)" of the parts the session has; a practice on a
 * projector is nobody's alone. */
static void add_parts(const struct session_report *report, struct str *out)
{
    const char *before = " (";
    for (int part = 0; part < PART_COUNT; part++) {
        if (!report->session->has[part])
            continue;
        int people = report->parts[part].people;
        str_addf(out, "%s%s: ", before, part_title((enum part)part));
        if (part == PART_PRACTICE && !people && report->hands.answers > 0)
            str_add(out, _("by raised hands"));
        else
            str_addf(out, "%d", people);
        before = ", ";
    }
    str_addc(out, ')');
}

void report_words_who(const struct session_report *report, struct str *out)
{
    int people = (int)report->people.len, hands = report->hands.answers;
    if (people == 0 && hands == 0) {
        str_add(out, _("Nobody's answers are here yet."));
        return;
    }
    if (people > 0) {
        str_addf(out, ngettext("%d person took part", "%d people took part", (unsigned long)people),
                 people);
        add_parts(report, out);
    } else {
        str_add(out, _("Nobody answered alone"));
    }
    if (hands > 0)
        str_addf(out,
                 ngettext(", and %d hand was counted in the room",
                          ", and %d hands were counted in the room", (unsigned long)hands),
                 hands);
    str_addc(out, '.');
}

void report_words_mixed(const struct session_report *report, struct str *out)
{
    const struct bank *bank = report->session->bank;
    struct tally tally = {0};
    const struct report_principle *worst = session_report_worst(report, &tally);
    if (!worst) {
        str_add(out, report->all.answers < REPORT_BLAME_LEAST
                         ? _("There are too few answers to say what the room mixes up.")
                     : report->all.right == report->all.answers
                         ? _("Every answer was right: the room mixes up nothing.")
                         : _("No principle has answers enough to say what the room mixes up."));
        return;
    }
    const char *title = bank->principles[worst->principle].title;
    bool after = session_report_latest(report) == PART_AFTER &&
                 tally.answers == worst->parts[PART_AFTER].answers;
    int percent = report_percent(tally.right, tally.answers);
    str_addf(out,
             percent >= LITTLE ? _("Little is mixed up: even on “%s” %d of %d answers were right")
             : percent >= NOTHING_STANDS_OUT
                 ? _("Nothing stands out that the room mixes up; its weakest is “%s”: %d of %d "
                     "answers were right")
                 : _("What the room still mixes up most is “%s”: %d of %d answers were right"),
             title, tally.right, tally.answers);
    str_add(out, after ? _(" in the test after.") : ".");
    enum side lean = signal_lean(&report->signal);
    if (lean != SIDE_NONE)
        str_addf(out, _(" When in doubt, it says %s."), bank->side_name[lean]);
}

/* Appends ", with 10 of 18 right before and 14 of 18 after". */
static void add_gain_counts(const struct report_gain *gain, struct str *out)
{
    str_addf(out, _("%d of %d right before and %d of %d after"), gain->right[PART_BEFORE],
             gain->cards[PART_BEFORE], gain->right[PART_AFTER], gain->cards[PART_AFTER]);
}

static void add_too_few(const struct report_gain *gain, struct str *out)
{
    str_addf(out,
             ngettext("Too few people to tell whether it worked: %d person went through both "
                      "tests, with ",
                      "Too few people to tell whether it worked: %d people went through both "
                      "tests, with ",
                      (unsigned long)gain->people),
             gain->people);
    add_gain_counts(gain, out);
    str_addc(out, '.');
}

static void add_told(const struct report_gain *gain, struct str *out)
{
    struct str points = {0}, low = {0}, high = {0};
    bool worse = gain->high < 0;
    report_words_number(&points, worse ? -gain->points : gain->points);
    report_words_number(&low, worse ? -gain->high : gain->low);
    report_words_number(&high, worse ? -gain->low : gain->high);
    if (gain->low > 0)
        str_addf(out,
                 _("It worked: after the training people had %s of 100 cards more right than "
                   "before (95 %% interval: %s to %s)."),
                 str_text(&points), str_text(&low), str_text(&high));
    else if (worse)
        str_addf(out,
                 _("It did not work: after the training people had %s of 100 cards fewer right "
                   "than before (95 %% interval: %s to %s)."),
                 str_text(&points), str_text(&low), str_text(&high));
    else
        str_addf(out,
                 _("Whether it worked cannot be told from chance: from before to after the share "
                   "right changed by %s points of 100 (95 %% interval: %s to %s)."),
                 str_text(&points), str_text(&low), str_text(&high));
    str_free(&points);
    str_free(&low);
    str_free(&high);
}

void report_words_worked(const struct session_report *report, struct str *out)
{
    const struct report_gain *gain = &report->gain;
    if (!report->session->has[PART_BEFORE] || !report->session->has[PART_AFTER])
        str_add(out, _("Whether it worked shows only in a session with a test before and after."));
    else if (gain->people == 0)
        str_add(out, _("Whether it worked cannot be told yet: nobody went through both tests."));
    else if (gain->told)
        add_told(gain, out);
    else
        add_too_few(gain, out);
}

bool report_words_first(const struct session_report *report, int n, struct str *out)
{
    static void (*const words[])(const struct session_report *, struct str *) = {
        report_words_who, report_words_mixed, report_words_worked};
    if (n >= (int)ARRAY_LEN(words))
        return false;
    words[n](report, out);
    return true;
}

/* --- the gain -------------------------------------------------------------------------------- */

/* Who began with which form, and what that means for the change. */
static void add_forms(const struct report_gain *gain, struct str *out)
{
    enum { ABOUT_EQUAL = 3 }; /* the groups differ by a third of all at most */
    int a = gain->began_with[FORM_A], b = gain->began_with[FORM_B];
    if (a == 0 || b == 0)
        str_add(out, _(" All had the same test first, so some of the difference may be that one "
                       "test is harder than the other."));
    else if (ABOUT_EQUAL * abs(a - b) <= a + b)
        str_addf(out,
                 _(" %d had form A first and %d form B, so that neither test is the harder one "
                   "for all."),
                 a, b);
    else
        str_addf(out,
                 _(" %d had form A first and %d form B: a part of the change may be that one test "
                   "is the harder one."),
                 a, b);
}

void report_words_gain(const struct session_report *report, struct str *out)
{
    const struct report_gain *gain = &report->gain;
    report_words_worked(report, out);
    if (!gain->told)
        return;
    str_addf(out,
             ngettext(" %d person went through both tests: ",
                      " %d people went through both tests: ", (unsigned long)gain->people),
             gain->people);
    add_gain_counts(gain, out);
    str_addf(out, _("; %d had more right, %d the same, %d fewer."), gain->better,
             gain->people - gain->better - gain->worse, gain->worse);
    add_forms(gain, out);
}

void report_words_met(const struct session_report *report, struct str *out)
{
    const struct session *session = report->session;
    const char *start = "";
    if (session->pass == 0)
        return;
    for (int part = 0; part < PART_COUNT; part++) {
        const struct report_part *counts = &report->parts[part];
        if (part == PART_PRACTICE || !session->has[part] || counts->complete == 0)
            continue;
        if (!*start)
            str_addf(out,
                     ngettext("The mark is %d right answer. ", "The mark is %d right answers. ",
                              (unsigned long)session->pass),
                     session->pass);
        str_addf(out,
                 part == PART_BEFORE ? _("%sBefore, %d of %d met it.")
                                     : _("%sAfter, %d of %d met it."),
                 start, counts->met, counts->complete);
        start = " ";
    }
}

/* --- telling apart --------------------------------------------------------------------------- */

void report_words_apart(const struct session_report *report, struct str *out)
{
    static const char *const bands[] = {
        [SIGNAL_LEARNER] = N_("The room is still learning to tell the two apart"),
        [SIGNAL_COMPETENT] = N_("The room is competent at telling the two apart"),
        [SIGNAL_STRONG] = N_("The room is strong at telling the two apart"),
        [SIGNAL_EXPERT] = N_("The room is expert at telling the two apart"),
    };
    enum signal_band band = signal_band(&report->signal);
    if (band == SIGNAL_TOO_FEW) {
        str_addf(out,
                 _("How well the room tells the two apart shows from %d answers on, %d on each "
                   "side at least."),
                 SIGNAL_BAND_ITEMS, SIGNAL_BAND_SIDE);
        return;
    }
    /* TRANSLATORS: d′ is a symbol of statistics, sensitivity. */
    str_addf(out,
             _("%s: about as good as getting %d of 100 right (d′ = %.2f, standard error %.2f)."),
             _(bands[band]), (int)floor(signal_unbiased_share(report->signal.d_prime) * 100 + 0.5),
             report->signal.d_prime, report->signal.d_prime_error);
}

void report_words_lean(const struct session_report *report, struct str *out)
{
    const struct signal *signal = &report->signal;
    if (signal->items[SIDE_SALES] < SIGNAL_LEAN_SIDE ||
        signal->items[SIDE_MARKETING] < SIGNAL_LEAN_SIDE) {
        str_addf(out,
                 _("Whether it leans to one side shows from %d answers to cards of each side on."),
                 SIGNAL_LEAN_SIDE);
        return;
    }
    enum side lean = signal_lean(signal);
    const char *const *names = report->session->bank->side_name;
    if (lean != SIDE_NONE)
        str_addf(out, _("When in doubt, it says %s"), names[lean]);
    else if (fabs(signal->criterion) > 2 * signal->criterion_error)
        str_addf(out, _("A lean to %s, but a small one"),
                 names[signal->criterion < 0 ? SIDE_SALES : SIDE_MARKETING]);
    else
        str_add(out, _("No lean to one side that could be told from chance"));
    str_addf(out, _(" (c = %s%.2f, standard error %.2f)."), signal->criterion < 0 ? "−" : "",
             fabs(signal->criterion), signal->criterion_error);
}

void report_words_share(const struct session_report *report, struct str *out)
{
    const struct tally *all = &report->all;
    struct interval interval = interval_wilson(all->right, all->answers);
    str_addf(out, _("%d of %d answers were right, %d %% (95 %% interval: %d to %d %%)."),
             all->right, all->answers, report_percent(all->right, all->answers),
             (int)floor(interval.low * 100 + 0.5), (int)floor(interval.high * 100 + 0.5));
}

void report_words_chance(const struct session_report *report, struct str *out)
{
    enum { THOUSAND = 1000, LONG = 10 * THOUSAND };
    int one_in = chance_one_in(chance_at_least(report->all.right, report->all.answers));
    if (one_in < 2)
        str_add(out, _("Guessing would do as well more often than not."));
    else if (one_in >= CHANCE_RARE)
        str_add(out, _("Guessing would do as well less than 1 time in a million."));
    else if (one_in >= LONG)
        str_addf(out, _("Guessing would do as well 1 time in %d thousand."), one_in / THOUSAND);
    else
        str_addf(out, _("Guessing would do as well 1 time in %d."), one_in);
}

/* --- principles, cards, people --------------------------------------------------------------- */

void report_words_misses(const struct bank *bank, const struct report_principle *principle,
                         struct str *out)
{
    int said_sales = principle->all.table[SIDE_MARKETING][SIDE_SALES],
        said_marketing = principle->all.table[SIDE_SALES][SIDE_MARKETING];
    const char *sales = bank->side_name[SIDE_SALES], *marketing = bank->side_name[SIDE_MARKETING];
    if (said_sales > 0)
        str_addf(out, _("%d said %s, and it was %s"), said_sales, sales, marketing);
    if (said_sales > 0 && said_marketing > 0)
        str_add(out, "; ");
    if (said_marketing > 0)
        str_addf(out, _("%d said %s, and it was %s"), said_marketing, marketing, sales);
    if (principle->lean != SIDE_NONE)
        str_addf(out, _("; a lean to %s"), bank->side_name[principle->lean]);
}

void report_words_cards(const struct session_report *report, struct str *out)
{
    if (report->people.len < ITEM_ATTEMPTS_ENOUGH) {
        str_addf(out,
                 _("The hardest first. Which cards tell good sorters from others shows from %d "
                   "people on; this is too few."),
                 ITEM_ATTEMPTS_ENOUGH);
        return;
    }
    str_addf(out,
             _("The hardest first. The last figure says whether those who are good elsewhere are "
               "good here (discrimination, −100 to 100, of cards that %d people answered); one "
               "below 0 speaks against the card."),
             ITEM_ATTEMPTS_ENOUGH);
}

void report_words_owner(const struct person *person, struct str *out)
{
    struct str owner = {0};
    text_show(&owner, person->owner, 0);
    if (!*person->owner)
        str_add(out, person->typed_in ? _("typed in, name not verified") : _("name not verified"));
    else if (person->owner_shared)
        str_addf(out, _("login %s, hot seat"), str_text(&owner));
    else
        str_addf(out, _("login %s"), str_text(&owner));
    str_free(&owner);
}

/* --- notes ----------------------------------------------------------------------------------- */

/* On whose word the names rest; "" when there is nobody. */
static void note_names(const struct session_report *report, struct str *out)
{
    const struct session_people *people = &report->people;
    if (people->len > 0 && people->verified == 0)
        str_add(out, report->names ? _("Names are as typed; nobody has verified them.")
                                   : _("Who took part is as people said; nobody has verified it."));
    else if ((size_t)people->verified < people->len)
        str_addf(out,
                 _("The system proves the login of %d of %zu people; the others are as typed."),
                 people->verified, people->len);
}

static void note_namesakes(const struct session_report *report, struct str *out)
{
    int count = report->people.namesakes;
    if (count > 0)
        str_addf(out,
                 report->names ? _("%d people typed a name that somebody else typed too; they "
                                   "have numbers: ask whether they are the same.")
                               : _("%d people typed a name that somebody else typed too; they "
                                   "count one by one."),
                 count);
}

static void note_repeated(const struct session_report *report, struct str *out)
{
    int count = report->people.repeated;
    if (count > 0)
        str_addf(out,
                 ngettext("%d run is of somebody who did the part twice; of those played the "
                          "first complete one counts, of those typed in the last.",
                          "%d runs are of people who did a part twice; of those played the "
                          "first complete one counts, of those typed in the last.",
                          (unsigned long)count),
                 count);
}

static void note_same_again(const struct session_report *report, struct str *out)
{
    int count = report->people.same_again;
    if (count > 0)
        str_addf(out,
                 ngettext("%d result that was typed in had come by itself too; it counts once.",
                          "%d results that were typed in had come by themselves too; they count "
                          "once.",
                          (unsigned long)count),
                 count);
}

static void note_silent(const struct session_report *report, struct str *out)
{
    int count = report->people.silent;
    if (count > 0)
        str_addf(out,
                 ngettext("%d person began and answered nothing, and is not counted.",
                          "%d people began and answered nothing, and are not counted.",
                          (unsigned long)count),
                 count);
}

static void note_left_out(const struct session_report *report, struct str *out)
{
    size_t count = report->left_out + (size_t)report->people.elsewhere;
    if (count > 0)
        str_addf(out,
                 ngettext("%zu result is left out: it could not be read, was refused, or is of "
                          "no part of this session.",
                          "%zu results are left out: they could not be read, were refused, or "
                          "are of no part of this session.",
                          count),
                 count);
}

static void note_rekeyed(const struct session_report *report, struct str *out)
{
    int count = report->people.rekeyed;
    if (count > 0)
        str_addf(out,
                 ngettext("%d answer was given while its card had another key than in the "
                          "session's file; it is graded by the key of its time.",
                          "%d answers were given while their cards had another key than in the "
                          "session's file; they are graded by the key of their time.",
                          (unsigned long)count),
                 count);
}

bool report_words_note(const struct session_report *report, int n, struct str *out)
{
    static void (*const notes[])(const struct session_report *, struct str *) = {
        note_names,  note_namesakes, note_repeated, note_same_again,
        note_silent, note_left_out,  note_rekeyed,
    };
    for (size_t i = 0; i < ARRAY_LEN(notes); i++) {
        struct str note = {0};
        notes[i](report, &note);
        bool found = note.len > 0 && n-- == 0;
        if (found)
            str_add(out, str_text(&note));
        str_free(&note);
        if (found)
            return true;
    }
    return false;
}
