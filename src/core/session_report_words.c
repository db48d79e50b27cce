/* The sentences of a session's report. */
#include "core/session_report_words.h"

#include <math.h>
#include <stdlib.h>

#include "core/calendar.h"
#include "core/item_analysis.h"
#include "core/number.h"
#include "core/text_examine.h"

/* Per cent right from which on nothing stands out that is mixed up, and from which on little is. */
enum { NOTHING_STANDS_OUT = 80, LITTLE = 90 };

/* --- the first page -------------------------------------------------------------------------- */

void report_words_session(const struct session_report *report, struct str *out)
{
    struct str day = {0};
    if (report->people.len + report->people.hands_len == 0) {
        str_addf(out, _("Session %s"), report->session->code);
        return;
    }
    calendar_write(&day, calendar_local_day(report->started_utc_ms, report->utc_offset_min));
    /* TRANSLATORS: the session's code and its day. */
    str_addf(out, _("Session %s, %s"), report->session->code, str_text(&day));
    str_free(&day);
}

/* Appends "Before: 12, Practice: 11, After: 10" of the parts the session has; a practice on a
 * projector is nobody's alone. */
static void add_parts(const struct session_report *report, struct str *out)
{
    const char *before = "";
    for (int part = 0; part < PART_COUNT; part++) {
        if (!report->session->has[part])
            continue;
        int people = report->parts[part].people;
        str_add(out, before);
        if (part == PART_PRACTICE && !people && report->hands.answers > 0)
            /* TRANSLATORS: a part of a session. */
            str_addf(out, _("%s: by raised hands"), part_title((enum part)part));
        else
            /* TRANSLATORS: a part of a session, and how many took part in it. */
            str_addf(out, _("%s: %d"), part_title((enum part)part), people);
        before = ", ";
    }
}

void report_words_who(const struct session_report *report, struct str *out)
{
    int people = (int)report->people.len, hands = report->hands.answers;
    if (people == 0 && hands == 0) {
        str_add(out, _("Nobody's answers are here yet."));
        return;
    }
    if (people > 0) {
        struct str parts = {0};
        add_parts(report, &parts);
        /* TRANSLATORS: %s are the parts, each with its people, as in "Before: 12, After: 10". */
        str_addf(out,
                 ngettext("%d person took part (%s).", "%d people took part (%s).",
                          (unsigned long)people),
                 people, str_text(&parts));
        str_free(&parts);
    } else {
        str_add(out, _("Nobody answered alone."));
    }
    if (hands > 0) {
        str_addc(out, ' ');
        str_addf(out,
                 ngettext("%d hand was counted in the room.", "%d hands were counted in the room.",
                          (unsigned long)hands),
                 hands);
    }
}

/* What is mixed up, over the whole session, or in its last test. */
static void add_mixed(struct str *out, const char *title, struct tally tally, bool after)
{
    int percent = report_percent(tally.right, tally.answers);
    if (percent >= LITTLE)
        str_addf(out,
                 /* TRANSLATORS: the title of a principle, right answers, answers. */
                 after ? _("Little is mixed up: even on “%s” %d of %d answers were right in the "
                           "test after.")
                       /* TRANSLATORS: the title of a principle, right answers, answers. */
                       : _("Little is mixed up: even on “%s” %d of %d answers were right."),
                 title, tally.right, tally.answers);
    else if (percent >= NOTHING_STANDS_OUT)
        str_addf(out,
                 /* TRANSLATORS: the title of a principle, right answers, answers. */
                 after ? _("Nothing stands out that the room mixes up; its weakest is “%s”: %d of "
                           "%d answers were right in the test after.")
                       /* TRANSLATORS: the title of a principle, right answers, answers. */
                       : _("Nothing stands out that the room mixes up; its weakest is “%s”: %d of "
                           "%d answers were right."),
                 title, tally.right, tally.answers);
    else
        str_addf(out,
                 /* TRANSLATORS: the title of a principle, right answers, answers. */
                 after ? _("What the room still mixes up most is “%s”: %d of %d answers were right "
                           "in the test after.")
                       /* TRANSLATORS: the title of a principle, right answers, answers. */
                       : _("What the room still mixes up most is “%s”: %d of %d answers were "
                           "right."),
                 title, tally.right, tally.answers);
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
    add_mixed(out, title, tally, after);
    enum side lean = signal_lean(&report->signal);
    if (lean == SIDE_NONE)
        return;
    str_addc(out, ' ');
    str_addf(out, _("When in doubt, it says %s."), bank->side_name[lean]);
}

static void add_too_few(const struct report_gain *gain, struct str *out)
{
    str_addf(
        out,
        /* TRANSLATORS: people; right answers and cards in the test before, and in that after. */
        ngettext("Too few people to tell whether it worked: %d person went through both "
                 "tests, with %d of %d right before and %d of %d after.",
                 "Too few people to tell whether it worked: %d people went through both "
                 "tests, with %d of %d right before and %d of %d after.",
                 (unsigned long)gain->people),
        gain->people, gain->right[PART_BEFORE], gain->cards[PART_BEFORE], gain->right[PART_AFTER],
        gain->cards[PART_AFTER]);
}

static void add_told(const struct report_gain *gain, struct str *out)
{
    struct str points = {0}, low = {0}, high = {0};
    bool worse = gain->high < 0;
    number_whole(&points, worse ? -gain->points : gain->points, true);
    number_whole(&low, worse ? -gain->high : gain->low, true);
    number_whole(&high, worse ? -gain->low : gain->high, true);
    if (gain->low > 0)
        str_addf(out,
                 /* TRANSLATORS: cards of 100, and the two ends of an interval. */
                 _("It worked: after the training people had %s of 100 cards more right than "
                   "before (95 %% interval: %s to %s)."),
                 str_text(&points), str_text(&low), str_text(&high));
    else if (worse)
        str_addf(out,
                 /* TRANSLATORS: cards of 100, and the two ends of an interval. */
                 _("It did not work: after the training people had %s of 100 cards fewer right "
                   "than before (95 %% interval: %s to %s)."),
                 str_text(&points), str_text(&low), str_text(&high));
    else
        str_addf(out,
                 /* TRANSLATORS: points of 100, and the two ends of an interval. */
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
    else if (gain->people == 0 && gain->same_form > 0)
        str_add(out, _("Whether it worked cannot be told: nobody had one form of the test before "
                       "and the other after."));
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
        str_add(out, _("All had the same test first, so some of the difference may be that one "
                       "test is harder than the other."));
    else if (ABOUT_EQUAL * abs(a - b) <= a + b)
        str_addf(out,
                 /* TRANSLATORS: how many people; A and B are names of forms. */
                 _("%d had form A first and %d form B, so that neither test is the harder one "
                   "for all."),
                 a, b);
    else
        str_addf(out,
                 /* TRANSLATORS: how many people; A and B are names of forms. */
                 _("%d had form A first and %d form B: a part of the change may be that one test "
                   "is the harder one."),
                 a, b);
}

/* Who went through both, and how many came to more. */
static void add_pairs(const struct report_gain *gain, struct str *out)
{
    str_addc(out, ' ');
    str_addf(
        out,
        /* TRANSLATORS: people; right answers and cards in the test before, and in that after; how
           many people had more right, and so on. */
        ngettext("%d person went through both tests: %d of %d right before and %d of %d after; "
                 "%d had more right, %d the same, %d fewer.",
                 "%d people went through both tests: %d of %d right before and %d of %d after; "
                 "%d had more right, %d the same, %d fewer.",
                 (unsigned long)gain->people),
        gain->people, gain->right[PART_BEFORE], gain->cards[PART_BEFORE], gain->right[PART_AFTER],
        gain->cards[PART_AFTER], gain->better, gain->people - gain->better - gain->worse,
        gain->worse);
    str_addc(out, ' ');
    add_forms(gain, out);
}

static void add_same_form(const struct report_gain *gain, struct str *out)
{
    if (gain->same_form == 0)
        return;
    str_addc(out, ' ');
    str_addf(out,
             ngettext("%d person had the same form of the test before and after and is left out "
                      "here: ask whether a sheet was typed in wrongly.",
                      "%d people had the same form of the test before and after and are left out "
                      "here: ask whether a sheet was typed in wrongly.",
                      (unsigned long)gain->same_form),
             gain->same_form);
}

void report_words_gain(const struct session_report *report, struct str *out)
{
    const struct report_gain *gain = &report->gain;
    report_words_worked(report, out);
    if (gain->told)
        add_pairs(gain, out);
    add_same_form(gain, out);
}

void report_words_met(const struct session_report *report, struct str *out)
{
    const struct session *session = report->session;
    bool begun = false;
    if (session->pass == 0)
        return;
    for (int part = 0; part < PART_COUNT; part++) {
        const struct report_part *counts = &report->parts[part];
        if (part == PART_PRACTICE || !session->has[part] || counts->complete == 0)
            continue;
        if (!begun)
            str_addf(out,
                     ngettext("The mark is %d right answer.", "The mark is %d right answers.",
                              (unsigned long)session->pass),
                     session->pass);
        begun = true;
        str_addc(out, ' ');
        /* TRANSLATORS: of the test before or after: people, "it" is the mark. */
        str_addf(out,
                 part == PART_BEFORE ? _("Before, %d of %d met it.") : _("After, %d of %d met it."),
                 counts->met, counts->complete);
    }
}

/* --- telling apart --------------------------------------------------------------------------- */

static void add_band(const struct signal *signal, struct str *out)
{
    int share = (int)floor(signal_unbiased_share(signal->d_prime) * 100 + 0.5);
    double error = signal->d_prime_error;
    struct str d = {0};
    number_hundredths(&d, signal->d_prime, true);
    switch (signal_band(signal)) {
    case SIGNAL_TOO_FEW:
        break;
    case SIGNAL_EXPERT:
        str_addf(out,
                 /* TRANSLATORS: cards of 100, then a figure and its standard error. */
                 _("The room is expert at telling the two apart: about as good as getting %d of "
                   "100 right (sensitivity d prime %s, standard error %.2f)."),
                 share, str_text(&d), error);
        break;
    case SIGNAL_STRONG:
        str_addf(out,
                 /* TRANSLATORS: cards of 100, then a figure and its standard error. */
                 _("The room is strong at telling the two apart: about as good as getting %d of "
                   "100 right (sensitivity d prime %s, standard error %.2f)."),
                 share, str_text(&d), error);
        break;
    case SIGNAL_COMPETENT:
        str_addf(out,
                 /* TRANSLATORS: cards of 100, then a figure and its standard error. */
                 _("The room is competent at telling the two apart: about as good as getting %d of "
                   "100 right (sensitivity d prime %s, standard error %.2f)."),
                 share, str_text(&d), error);
        break;
    case SIGNAL_LEARNER:
        str_addf(out,
                 /* TRANSLATORS: cards of 100, then a figure and its standard error. */
                 _("The room is still learning to tell the two apart: about as good as getting %d "
                   "of 100 right (sensitivity d prime %s, standard error %.2f)."),
                 share, str_text(&d), error);
        break;
    }
    str_free(&d);
}

void report_words_apart(const struct session_report *report, struct str *out)
{
    if (signal_band(&report->signal) == SIGNAL_TOO_FEW)
        str_addf(out,
                 _("How well the room tells the two apart shows from %d answers on, %d on each "
                   "side at least."),
                 SIGNAL_BAND_ITEMS, SIGNAL_BAND_SIDE);
    else
        add_band(&report->signal, out);
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
    struct str value = {0};
    number_hundredths(&value, signal->criterion, true);
    if (lean != SIDE_NONE)
        /* TRANSLATORS: a side, and a figure of statistics with its standard error. */
        str_addf(out, _("When in doubt, it says %s (criterion c %s, standard error %.2f)."),
                 names[lean], str_text(&value), signal->criterion_error);
    else if (fabs(signal->criterion) > 2 * signal->criterion_error)
        /* TRANSLATORS: a side, and a figure of statistics with its standard error. */
        str_addf(out, _("It leans to %s, but only a little (criterion c %s, standard error %.2f)."),
                 names[signal->criterion < 0 ? SIDE_SALES : SIDE_MARKETING], str_text(&value),
                 signal->criterion_error);
    else
        str_addf(out,
                 _("No lean to one side that could be told from chance (criterion c %s, standard "
                   "error %.2f)."),
                 str_text(&value), signal->criterion_error);
    str_free(&value);
}

void report_words_share(const struct session_report *report, struct str *out)
{
    const struct tally *all = &report->all;
    struct interval interval = interval_wilson(all->right, all->answers);
    /* TRANSLATORS: right answers, answers, per cent, and the two ends of its interval. */
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
        /* TRANSLATORS: how many, what they said, what it was. */
        str_addf(out, _("%d said %s, and it was %s."), said_sales, sales, marketing);
    if (said_sales > 0 && said_marketing > 0)
        str_addc(out, ' ');
    if (said_marketing > 0)
        str_addf(out, _("%d said %s, and it was %s."), said_marketing, marketing, sales);
    if (principle->lean != SIDE_NONE) {
        str_addc(out, ' ');
        /* TRANSLATORS: the side that people say too often, where a principle is mixed up. */
        str_addf(out, _("It leans to %s."), bank->side_name[principle->lean]);
    }
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
    str_addf(
        out,
        _("The hardest first. The discrimination says whether those who are good elsewhere are "
          "good here: from minus 100 to 100, of cards that %d people answered; one below 0 "
          "speaks against the card."),
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
