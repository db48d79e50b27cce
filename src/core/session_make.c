/* Makes a session out of a bank: which scenarios, on which side, in which order. */
#include "core/session_make.h"

#include <string.h>

#include "core/session_order.h"
#include "core/session_pick.h"
#include "core/session_time.h"
#include "core/text.h"

static bool set_title(const struct session_wishes *wishes, struct session *out, struct err *e)
{
    const char *title = wishes->title ? wishes->title : out->bank->title;
    size_t len = strlen(title);
    bool good = text_length(title) <= BANK_TITLE_MAX && len < sizeof out->title &&
                text_examine(title, len, NULL) == TEXT_OK && title[strspn(title, " ")];
    if (!good && !wishes->title) {
        title = _("Sales or marketing?");
        good = true;
    }
    if (!good)
        return err_set(e, STATUS_USAGE,
                       _("A title is one line of 1 to %d characters that can be shown."),
                       BANK_TITLE_MAX);
    memcpy(out->title, title, strlen(title) + 1);
    return true;
}

/* Tells that the bank has too little. */
static bool refuse_bank(int there, const struct session_numbers *numbers, int need, struct err *e)
{
    struct str have = {0};
    str_addf(&have,
             ngettext("The bank has %d scenario for that", "The bank has %d scenarios for that",
                      (unsigned long)there),
             there);
    if (numbers->test && numbers->practice)
        err_set(e, STATUS_USAGE,
                /* TRANSLATORS: "The bank has 4 scenarios for that"; cards in a test, and scenarios
                   it takes. */
                _("%s; two tests of %d and a practice need %d: ask for fewer cards, or more "
                  "topics."),
                str_text(&have), numbers->test, need);
    else if (numbers->test)
        err_set(e, STATUS_USAGE,
                /* TRANSLATORS: "The bank has 4 scenarios for that"; cards in a test, and scenarios
                   it takes. */
                _("%s; two tests of %d need %d: ask for fewer cards, or more topics."),
                str_text(&have), numbers->test, need);
    else
        err_set(
            e, STATUS_USAGE,
            /* TRANSLATORS: "The bank has 4 scenarios for that"; cards, and scenarios it takes. */
            ngettext("%s; a practice of %d card needs %d: ask for fewer cards, or more topics.",
                     "%s; a practice of %d cards needs %d: ask for fewer cards, or more topics.",
                     (unsigned long)numbers->practice),
            str_text(&have), numbers->practice, need);
    str_free(&have);
    return false;
}

/* Scenarios that practice must have beside tests of so many cards: a quarter as many pairs as the
 * two tests have cards, or all it was to have. */
static int least_pairs(const struct session_numbers *numbers, bool told)
{
    int pairs = numbers->practice / SIDE_COUNT, least = numbers->test / SIDE_COUNT;
    if (!numbers->test)
        return told ? pairs : pairs > 0;
    return pairs < least ? pairs : least;
}

static int need_of(const struct session_numbers *numbers, bool told)
{
    return FORM_COUNT * numbers->test + least_pairs(numbers, told);
}

/* Makes the numbers fit a bank of so many scenarios. */
static bool fit_numbers(struct session_numbers *numbers, bool told, int there, struct err *e)
{
    while (!told && numbers->test > SIDE_COUNT && need_of(numbers, told) > there)
        numbers->test -= SIDE_COUNT;
    int need = need_of(numbers, told);
    if (need > there)
        return refuse_bank(there, numbers, need, e);
    int most = SIDE_COUNT * (there - FORM_COUNT * numbers->test);
    if (numbers->practice > most)
        numbers->practice = most;
    return true;
}

static bool check_numbers(const struct session_wishes *wishes,
                          const struct session_numbers *numbers, struct err *e)
{
    int pass = wishes->rules.pass;
    if (numbers->test > SESSION_ITEMS_MAX || numbers->practice > SESSION_ITEMS_MAX)
        return err_set(e, STATUS_USAGE, _("A part of a session has at most %d cards."),
                       SESSION_ITEMS_MAX);
    if (pass && !numbers->test)
        return err_set(e, STATUS_USAGE, _("There is no test to pass in this session."));
    if (pass > numbers->test)
        return err_set(e, STATUS_USAGE,
                       ngettext("%d right answers cannot be reached in a test of %d card.",
                                "%d right answers cannot be reached in a test of %d cards.",
                                (unsigned long)numbers->test),
                       pass, numbers->test);
    return true;
}

static bool check_house(const struct session_wishes *wishes, const struct session_pick *pick,
                        const struct session_numbers *numbers, struct err *e)
{
    int room = FORM_COUNT * numbers->test + numbers->practice / SIDE_COUNT;
    if (wishes->house > pick->house_count)
        return err_set(e, STATUS_USAGE,
                       _("Scenarios of your own bank that fit: %d, not %d. Say smquiz bank list "
                         "for what is played."),
                       pick->house_count, wishes->house);
    if (wishes->house > room)
        return err_set(e, STATUS_USAGE,
                       _("The session has room for %d scenarios, so not for %d of your own."), room,
                       wishes->house);
    return true;
}

static bool fill(const struct session_wishes *wishes, struct session_pick *pick, struct rng *rng,
                 struct session *out, struct err *e)
{
    bool told = wishes->rules.length > 0;
    struct session_numbers numbers =
        session_numbers(wishes->rules.minutes, wishes->rules.length, wishes->has, wishes->pace);
    if (!check_numbers(wishes, &numbers, e) || !fit_numbers(&numbers, told, pick->pool_count, e) ||
        !check_numbers(wishes, &numbers, e) || !check_house(wishes, pick, &numbers, e))
        return false;
    session_pick_scenarios(pick, &numbers, wishes->house, rng);
    session_order_forms(pick, &wishes->rules, numbers.test, rng, out->forms);
    session_order_practice(pick, &wishes->rules, numbers.practice / SIDE_COUNT, rng,
                           &out->practice);
    return true;
}

bool session_make(const struct bank *bank, const struct session_wishes *wishes, struct rng *rng,
                  struct session *out, struct err *e)
{
    struct session_pick pick;
    *out = (struct session){.bank = bank,
                            .names = wishes->names,
                            .pass = wishes->rules.pass,
                            .minutes = wishes->rules.minutes,
                            .people = wishes->people};
    memcpy(out->has, wishes->has, sizeof out->has);
    memcpy(out->code, wishes->code, strlen(wishes->code) + 1);
    if (!out->has[PART_BEFORE] && !out->has[PART_PRACTICE] && !out->has[PART_AFTER])
        return err_set(e, STATUS_USAGE, _("A session has at least one part."));
    if (!set_title(wishes, out, e))
        return false;
    session_pick_open(&pick, bank, &wishes->rules, rng);
    bool made = fill(wishes, &pick, rng, out, e);
    session_pick_close(&pick);
    return made;
}
