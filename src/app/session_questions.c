/* The five questions of `smquiz session new`. */
#include "app/session_questions.h"

#include <stdlib.h>
#include <string.h>

#include "app/ask.h"
#include "app/option_values.h"
#include "app/session_publish.h"
#include "core/session_time.h"
#include "core/text.h"
#include "io/share.h"

enum { MINUTES_LEAST = 5, PEOPLE_USUAL = 12, DIGITS = 3 };

/* --- numbers --------------------------------------------------------------------------------- */

struct range {
    int least, most;
};

static bool check_range(const char *answer, const void *context, struct str *why)
{
    const struct range *range = context;
    if (!*answer || ask_number(answer, range->most) >= range->least)
        return true;
    str_addf(why, _("Please type a number from %d to %d, or Enter alone."), range->least,
             range->most);
    return false;
}

/* Asks for a number; Enter alone is `usual`. */
static enum status ask_range(const char *question, struct range range, int usual, int *out)
{
    struct str answer = {0};
    enum status status = ask_line(question, check_range, &range, &answer);
    *out = answer.len ? ask_number(str_text(&answer), range.most) : usual;
    str_free(&answer);
    return status;
}

/* --- minutes --------------------------------------------------------------------------------- */

/* The minute of the day that a text such as "9:05" or "14:30" is; -1 when it is none. */
static int read_clock(const char *text)
{
    size_t hours = strspn(text, "0123456789");
    if (!hours || hours > 2 || text[hours] != ':')
        return -1;
    const char *behind = text + hours + 1;
    int hour = (int)strtol(text, NULL, 10), minute = (int)strtol(behind, NULL, 10);
    bool two = strspn(behind, "0123456789") == 2 && behind[2] == '\0';
    return two && hour < 24 && minute < 60 ? hour * 60 + minute : -1;
}

/* Reads "45", "45 14:30" or "14:30"; what is not there is left as it is.  False and the reason when
 * it is anything else. */
static bool read_minutes(const char *answer, int *minutes, int *start, struct str *why)
{
    size_t digits = strcspn(answer, " ,:");
    const char *clock = answer;
    if (answer[digits] != ':') {
        struct str number = {0};
        str_addn(&number, answer, digits);
        int told = ask_number(str_text(&number), RULES_MINUTES_MAX);
        str_free(&number);
        if (told < MINUTES_LEAST) {
            str_addf(why, _("Please type a number from %d to %d, or Enter alone."), MINUTES_LEAST,
                     RULES_MINUTES_MAX);
            return false;
        }
        *minutes = told;
        clock += digits + strspn(answer + digits, " ,");
    }
    int at = *clock ? read_clock(clock) : *start;
    if (at < 0) {
        struct str shown = {0};
        text_show(&shown, clock, OPTION_SHOWN_MAX);
        str_addf(why,
                 /* TRANSLATORS: 45 14:30 is to be typed: it stays as it is. */
                 _("“%s” is no time of the day from 0:00 to 23:59. Type minutes and time as in "
                   "45 14:30, or the minutes alone."),
                 str_text(&shown));
        str_free(&shown);
        return false;
    }
    *start = at;
    return true;
}

static bool check_minutes(const char *answer, const void *context, struct str *why)
{
    (void)context;
    int minutes = 0, start = 0;
    return !*answer || read_minutes(answer, &minutes, &start, why);
}

static enum status ask_minutes(int start, struct session_answers *out)
{
    struct str question = {0}, answer = {0}, why = {0};
    out->wishes.rules.minutes = SESSION_MINUTES_USUAL;
    out->start = start;
    str_addf(&question,
             /* TRANSLATORS: 45 14:30 is to be typed: it stays as it is; at the end stand minutes
                and a time of the day. */
             _("1 of 5: How many minutes do you have, and from when? Type a number from %d to %d, "
               "followed by the starting time if you know it, as in 45 14:30, or Enter alone for "
               "%d minutes from %02d:%02d."),
             MINUTES_LEAST, RULES_MINUTES_MAX, SESSION_MINUTES_USUAL, start / 60, start % 60);
    enum status status = ask_line(str_text(&question), check_minutes, NULL, &answer);
    if (status == STATUS_OK && answer.len)
        (void)read_minutes(str_text(&answer), &out->wishes.rules.minutes, &out->start, &why);
    str_free(&question);
    str_free(&answer);
    str_free(&why);
    return status;
}

static enum status ask_people(struct session_answers *out)
{
    struct str question = {0};
    str_addf(&question,
             /* TRANSLATORS: the least, the most, and what is usual. */
             _("2 of 5: How many people take part? Type a number from %d to %d, or Enter alone for "
               "%d."),
             1, SESSION_PEOPLE_MAX, PEOPLE_USUAL);
    enum status status = ask_range(str_text(&question), (struct range){1, SESSION_PEOPLE_MAX},
                                   PEOPLE_USUAL, &out->wishes.people);
    str_free(&question);
    return status;
}

/* --- devices --------------------------------------------------------------------------------- */

/* Says a numbered line of a list. */
static enum status say_choice(int number, const char *text)
{
    struct str line = {0};
    str_addf(&line, "%d. %s", number, text);
    enum status status = ask_say(str_text(&line), 2);
    str_free(&line);
    return status;
}

static bool check_folder(const char *answer, const void *context, struct str *why)
{
    (void)context;
    if (!*answer || session_publish_folder(answer))
        return true;
    struct str shown = {0};
    text_show(&shown, answer, OPTION_SHOWN_MAX);
    str_addf(why, _("“%s” is no folder, and cannot be made where it would lie. Type another one."),
             str_text(&shown));
    str_free(&shown);
    return false;
}

/* Which folder everyone reaches: part of the question about devices, where nobody has said. */
static enum status ask_folder(struct session_answers *out)
{
    struct str shown = {0}, question = {0};
    char *here = realpath(".", NULL);
    text_show(&shown, here ? here : ".", 0);
    str_addf(
        &question,
        _("Still 3 of 5: Which folder do they all reach? Type its path, which may be a new one, "
          "or Enter alone for %s."),
        str_text(&shown));
    enum status status = ask_line(str_text(&question), check_folder, NULL, &out->folder);
    if (status == STATUS_OK && !out->folder.len)
        str_add(&out->folder, here ? here : ".");
    str_free(&shown);
    str_free(&question);
    free(here);
    return status;
}

static enum status ask_devices(const char *place, struct session_answers *out)
{
    static const enum devices with_folder[] = {DEVICES_FOLDER, DEVICES_HOST, DEVICES_HOT_SEAT,
                                               DEVICES_NONE},
                              with_database[] = {DEVICES_DATABASE, DEVICES_HOT_SEAT, DEVICES_NONE};
    bool database = place && share_is_uri(place);
    const enum devices *list = database ? with_database : with_folder;
    int count = database ? (int)ARRAY_LEN(with_database) : (int)ARRAY_LEN(with_folder);
    int usual = place ? 1 : count, number = 0; /* without a place, what needs none */
    struct str question = {0};
    enum status status = ask_say("", 0);
    if (status == STATUS_OK)
        status = ask_say(_("3 of 5: What do they play at?"), 0);
    for (int i = 0; i < count && status == STATUS_OK; i++)
        status = say_choice(i + 1, devices_title(list[i]));
    /* TRANSLATORS: the least, the most, and what is usual. */
    str_addf(&question, _("Type a number from %d to %d, or Enter alone for %d."), 1, count, usual);
    if (status == STATUS_OK)
        status = ask_range(str_text(&question), (struct range){1, count}, usual, &number);
    str_free(&question);
    if (status != STATUS_OK)
        return status;
    out->devices = list[number - 1];
    bool reached = out->devices == DEVICES_FOLDER || out->devices == DEVICES_HOST;
    return reached && !place ? ask_folder(out) : STATUS_OK;
}

/* --- names ----------------------------------------------------------------------------------- */

static bool check_yes_or_enter(const char *answer, const void *context, struct str *why)
{
    (void)context;
    if (!*answer || ask_is(answer, true) || ask_is(answer, false))
        return true;
    /* TRANSLATORS: the letters that are typed stay as they are. */
    str_add(why, _("Please type y or n, or Enter alone."));
    return false;
}

static enum status ask_names(struct session_answers *out)
{
    struct str answer = {0};
    /* TRANSLATORS: the letters that are typed stay as they are. */
    enum status status = ask_line(_("4 of 5: Do you want to see who chose what, by name? Type y or "
                                    "n, or Enter alone for n, without names."),
                                  check_yes_or_enter, NULL, &answer);
    out->wishes.names = ask_is(str_text(&answer), true);
    str_free(&answer);
    return status;
}

/* --- topics ---------------------------------------------------------------------------------- */

static bool is_all(const char *answer)
{
    return !*answer || strcmp(answer, "all") == 0 || strcmp(answer, _("all")) == 0;
}

/* Appends the ids of one topic to a list: the principles of a question, or one principle where the
 * bank has no questions.  False when there is no room for them. */
static bool add_topic(const struct bank *bank, int topic, struct str *list)
{
    for (int i = 0; i < bank->principle_count; i++)
        if (bank->question_count ? bank->principles[i].question == topic : i == topic)
            str_addf(list, "%s%s", list->len ? "," : "", bank->principles[i].id);
    return list->len < RULES_LIST_SIZE;
}

static int topics_of(const struct bank *bank)
{
    return bank->question_count ? bank->question_count : bank->principle_count;
}

/* Reads numbers with blanks or commas between them; false when it is anything else. */
static bool read_topics(const char *answer, const struct bank *bank, struct str *list)
{
    static const char between[] = " ,;";
    bool taken = false;
    for (const char *at = answer + strspn(answer, between); *at; at += strspn(at, between)) {
        char digits[DIGITS + 1] = "";
        size_t len = strcspn(at, between);
        memcpy(digits, at, len <= DIGITS ? len : 0);
        int number = ask_number(digits, topics_of(bank));
        if (!number || !add_topic(bank, number - 1, list))
            return false;
        at += len;
        taken = true;
    }
    return taken && list->len > 0;
}

static bool check_topics(const char *answer, const void *context, struct str *why)
{
    struct str list = {0};
    bool good = is_all(answer) || read_topics(answer, context, &list);
    if (!good)
        str_addf(why, _("Please type numbers from 1 to %d, such as 1 3, or Enter alone for all."),
                 topics_of(context));
    str_free(&list);
    return good;
}

static enum status ask_topics(const struct bank *bank, struct session_answers *out)
{
    struct str question = {0}, answer = {0}, list = {0};
    enum status status = ask_say("", 0);
    if (status == STATUS_OK)
        status = ask_say(_("5 of 5: What is it about?"), 0);
    for (int i = 0; i < topics_of(bank) && status == STATUS_OK; i++)
        status = say_choice(i + 1, bank->question_count ? bank->questions[i].title
                                                        : bank->principles[i].title);
    if (status == STATUS_OK) {
        str_addf(&question,
                 _("Type one or more numbers from 1 to %d, such as 1 3, or Enter alone for all."),
                 topics_of(bank));
        status = ask_line(str_text(&question), check_topics, bank, &answer);
    }
    if (status == STATUS_OK && !is_all(str_text(&answer)) &&
        read_topics(str_text(&answer), bank, &list))
        memcpy(out->wishes.rules.principles, list.data, list.len + 1);
    str_free(&question);
    str_free(&answer);
    str_free(&list);
    return status;
}

enum status session_questions_ask(const struct bank *bank, const char *place, int start,
                                  struct session_answers *out)
{
    *out = (struct session_answers){
        .wishes = {.rules = {.mode = MODE_PRACTICE}, .has = {true, true, true}}};
    enum status status = ask_minutes(start, out);
    if (status == STATUS_OK)
        status = ask_people(out);
    if (status == STATUS_OK)
        status = ask_devices(place, out);
    if (status == STATUS_OK)
        status = ask_names(out);
    if (status == STATUS_OK)
        status = ask_topics(bank, out);
    out->wishes.pace = devices_pace(out->devices, out->wishes.people);
    return status;
}

void session_answers_free(struct session_answers *answers)
{
    str_free(&answers->folder);
}
