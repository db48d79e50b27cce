/* What is said about a card that is worth talking about. */
#include "core/session_talk_words.h"

/* Kinds of questions; CHANGE can always be asked. */
enum question_kind { ASK_CHANGE, ASK_SIBLING, ASK_WORDS, ASK_PRINCIPLE, ASK_EXPLAIN, ASK_COUNT };

static const struct activity *activity_of(const struct session_report *report, size_t n)
{
    return &report->session->bank->activities[report->talk[n].card->activity];
}

/* The side most misses went to: the other one than the key's of the time. */
static enum side wrong_side(const struct report_talk *talk)
{
    const int(*table)[SIDE_COUNT] = talk->tally.table;
    return table[SIDE_MARKETING][SIDE_SALES] > table[SIDE_SALES][SIDE_MARKETING] ? SIDE_SALES
                                                                                 : SIDE_MARKETING;
}

/* Hands are among the wrong, but only of people it is known that they were sure. */
static void add_sure(const struct session_report *report, size_t n, struct str *out)
{
    const struct report_talk *talk = &report->talk[n];
    const struct tally *people = &talk->card->parts[talk->part];
    const char *wrong = report->session->bank->side_name[wrong_side(talk)];
    int all = talk->tally.answers, misses = all - talk->tally.right;
    int sure = people->sure - people->sure_right;
    if (talk->hands == 0)
        /* TRANSLATORS: how many, of how many, the wrong side, and how many of those were sure. */
        str_addf(out, _("Wrong, and sure of it: %d of %d said %s, %d of them sure."), misses, all,
                 wrong, sure);
    else
        str_addf(out,
                 /* TRANSLATORS: how many, of how many, the wrong side; then, without hands, how
                    many said so and how many of those were sure. */
                 _("Wrong, and sure of it: %d of %d said %s, and of the %d people among them %d "
                   "were sure."),
                 misses, all, wrong, people->answers - people->right, sure);
}

const char *talk_words_title(const struct session_report *report)
{
    static const char *const titles[] = {N_("Talk about this one"), N_("Talk about these two"),
                                         N_("Talk about these three")};
    return _(titles[report->talk_count > 0 ? report->talk_count - 1 : ARRAY_LEN(titles) - 1]);
}

const char *talk_words_tests(void)
{
    return _("Cards of a test among them: talk about those when everybody is through with both "
             "tests.");
}

void talk_words_split(const struct session_report *report, size_t n, struct str *out)
{
    const struct report_talk *talk = &report->talk[n];
    const char *const *names = report->session->bank->side_name;
    enum side wrong = wrong_side(talk);
    int all = talk->tally.answers, misses = all - talk->tally.right;
    switch (talk->shape) {
    case TALK_ONE_WAY:
        /* TRANSLATORS: how many, of how many, the wrong side. */
        str_addf(out, _("Most went the wrong way: %d of %d said %s."), misses, all, names[wrong]);
        break;
    case TALK_SURE:
        add_sure(report, n, out);
        break;
    case TALK_SPLIT:
        /* TRANSLATORS: how many, of how many, the wrong side. */
        str_addf(out, _("The room is split: %d of %d said %s."), misses, all, names[wrong]);
        break;
    case TALK_SOME:
        /* TRANSLATORS: how many, of how many, the wrong side. */
        str_addf(out, _("Not everybody: %d of %d said %s."), misses, all, names[wrong]);
        break;
    }
}

void talk_words_source(const struct report_talk *talk, struct str *out)
{
    int people = talk->tally.answers - talk->hands;
    struct str persons = {0}, hands = {0};
    str_addf(&persons, ngettext("%d person", "%d people", (unsigned long)people), people);
    str_addf(&hands, ngettext("%d hand", "%d hands", (unsigned long)talk->hands), talk->hands);
    if (people > 0 && talk->hands > 0)
        /* TRANSLATORS: a part of the session, and whose answers: "8 people", "20 hands". */
        str_addf(out, _("%s: %s and %s."), part_title(talk->part), str_text(&persons),
                 str_text(&hands));
    else
        /* TRANSLATORS: a part of the session, and whose answers: "8 people" or "20 hands". */
        str_addf(out, _("%s: %s."), part_title(talk->part),
                 str_text(people > 0 ? &persons : &hands));
    str_free(&persons);
    str_free(&hands);
}

void talk_words_answer(const struct session_report *report, size_t n, struct str *out)
{
    const struct activity *activity = activity_of(report, n);
    const char *clue = bank_clue(activity);
    str_addf(out, _("It is %s."), report->session->bank->side_name[activity->side]);
    if (*clue) {
        str_addc(out, ' ');
        str_addf(out, _("The clue: “%s”."), clue);
    }
    if (*activity->why)
        str_addf(out, " %s", activity->why);
}

/* --- the question ---------------------------------------------------------------------------- */

static bool can_ask(const struct session_report *report, size_t n, enum question_kind kind)
{
    const struct activity *activity = activity_of(report, n);
    return kind == ASK_SIBLING     ? report->talk[n].sibling >= 0
           : kind == ASK_WORDS     ? *bank_clue(activity) != '\0'
           : kind == ASK_PRINCIPLE ? activity->principle >= 0
                                   : true;
}

/* The kind for card number `n`: of those that fit how it was answered the first that no card before
 * it was given. */
static enum question_kind kind_of(const struct session_report *report, size_t n)
{
    static const enum question_kind fitting[][ASK_COUNT] = {
        [TALK_ONE_WAY] = {ASK_SIBLING, ASK_PRINCIPLE, ASK_WORDS, ASK_CHANGE, ASK_EXPLAIN},
        [TALK_SURE] = {ASK_WORDS, ASK_SIBLING, ASK_CHANGE, ASK_PRINCIPLE, ASK_EXPLAIN},
        [TALK_SPLIT] = {ASK_CHANGE, ASK_SIBLING, ASK_PRINCIPLE, ASK_WORDS, ASK_EXPLAIN},
        [TALK_SOME] = {ASK_EXPLAIN, ASK_PRINCIPLE, ASK_SIBLING, ASK_CHANGE, ASK_WORDS},
    };
    bool asked[ASK_COUNT] = {false};
    enum question_kind kind = ASK_CHANGE;
    for (size_t i = 0; i <= n; i++) {
        const enum question_kind *kinds = fitting[report->talk[i].shape];
        int k = 0;
        while (k + 1 < ASK_COUNT && (asked[kinds[k]] || !can_ask(report, i, kinds[k])))
            k++;
        kind = kinds[k];
        asked[kind] = true;
    }
    return kind;
}

void talk_words_question(const struct session_report *report, size_t n, struct str *out)
{
    const struct bank *bank = report->session->bank;
    const struct report_talk *talk = &report->talk[n];
    const struct activity *activity = activity_of(report, n);
    const char *wrong = bank->side_name[wrong_side(talk)];
    switch (kind_of(report, n)) {
    case ASK_SIBLING:
        str_addf(out,
                 _("The same situation, another card: “%s”. Which side is that one on, and what is "
                   "different about it?"),
                 bank->activities[talk->sibling].text);
        break;
    case ASK_WORDS:
        str_addf(out,
                 talk->shape == TALK_SURE
                     /* TRANSLATORS: the wrong side, and the clue, a piece of the card. */
                     ? _("If you were sure of %s: which words told you so? And what do the words "
                         "“%s” tell?")
                     /* TRANSLATORS: the wrong side, and the clue, a piece of the card. */
                     : _("If you said %s: which words told you so? And what do the words “%s” "
                         "tell?"),
                 wrong, bank_clue(activity));
        break;
    case ASK_PRINCIPLE:
        str_addf(out, _("“%s” What does that ask of this card, and what is the answer?"),
                 bank->principles[activity->principle].title);
        break;
    case ASK_EXPLAIN:
        /* TRANSLATORS: the wrong side, and the right one. */
        str_addf(out, _("A new colleague says %s. Who can explain in one sentence why it is %s?"),
                 wrong, bank->side_name[activity->side]);
        break;
    case ASK_CHANGE:
    default:
        str_addf(out,
                 _("Take sides, and say why. What would have to change in this card for it "
                   "to be %s?"),
                 wrong);
    }
}
