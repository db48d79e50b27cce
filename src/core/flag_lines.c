/* What players flagged, in sentences. */
#include "core/flag_lines.h"

#include "core/calendar.h"
#include "core/number.h"
#include "core/page.h"

enum {
    INDENT = 2,
    PERCENT_LEAST = 10 /* answers; a share of fewer says nothing */
};

/* "trade-fair/headline: marketing, flagged twice": what it is, and how often it was flagged. */
static void add_head(struct page *page, const struct bank *bank, const struct flagged *item)
{
    struct str name = {0}, head = {0};
    unsigned long times = (unsigned long)item->count;
    text_show(&name, item->name, 0);
    if (item->activity < 0)
        str_addf(&head, ngettext("%s: flagged once", "%s: flagged %lu times", times),
                 str_text(&name), times);
    else if (bank->activities[item->activity].dropped)
        str_addf(&head,
                 ngettext("%s: asked no more, flagged once", "%s: asked no more, flagged %lu times",
                          times),
                 str_text(&name), times);
    else if (bank->activities[item->activity].side == SIDE_SALES)
        str_addf(&head, ngettext("%s: sales, flagged once", "%s: sales, flagged %lu times", times),
                 str_text(&name), times);
    else
        str_addf(&head,
                 ngettext("%s: marketing, flagged once", "%s: marketing, flagged %lu times", times),
                 str_text(&name), times);
    page_add(page, ROLE_TITLE, str_text(&head));
    str_free(&name);
    str_free(&head);
}

static void add_reason(struct page *page, const struct flag_reason *reason)
{
    struct str date = {0}, text = {0};
    calendar_write(&date, reason->day);
    str_addc(&date, ':');
    if (*reason->text)
        text_show(&text, reason->text, 0);
    else
        str_add(&text, _("no reason given"));
    if (reason->reworded)
        str_addf(&text, " (%s)", _("of another wording than today's"));
    page_add_lead(page, ROLE_DIM, str_text(&date), 0, ROLE_TEXT, str_text(&text))->indent = INDENT;
    str_free(&date);
    str_free(&text);
}

/* What the figures say against the card. */
static void add_doubts(struct page *page, unsigned doubts)
{
    static const struct {
        unsigned doubt;
        const char *sentence;
    } all[] = {
        {ITEM_TOO_HARD, N_("Little better than a coin: the key or the wording may be wrong.")},
        {ITEM_NEGATIVE,
         N_("Who does well elsewhere does badly here: the key or the wording may be wrong.")},
        {ITEM_TOO_EASY, N_("Nearly everybody has it right.")},
    };
    for (size_t i = 0; i < ARRAY_LEN(all); i++) {
        if (doubts & all[i].doubt)
            page_add(page, ROLE_TEXT, _(all[i].sentence))->indent = INDENT;
    }
}

/* How first answers went; nothing when there are none. */
static void add_answers(struct page *page, const struct flagged *item)
{
    struct paragraph *p;
    if (!item->answers)
        return;
    if (item->answers < PERCENT_LEAST)
        p = page_addf(page, ROLE_TEXT, _("First answers: %d of %d right."), item->right,
                      item->answers);
    else
        /* TRANSLATORS: right answers, answers, and the same in per cent. */
        p = page_addf(page, ROLE_TEXT, _("First answers: %d of %d right, %d %%."), item->right,
                      item->answers, flagged_facility(item));
    p->indent = INDENT;
    if (item->judged) {
        struct str number = {0};
        number_whole(&number, item->discrimination, true);
        page_addf(page, ROLE_TEXT, _("Discrimination: %s."), str_text(&number))->indent = INDENT;
        str_free(&number);
    }
    add_doubts(page, item->doubts);
}

static void add_item(struct page *page, const struct bank *bank, const struct flagged *item)
{
    add_head(page, bank, item);
    if (item->activity >= 0) {
        const struct activity *activity = &bank->activities[item->activity];
        page_add(page, ROLE_TEXT, bank->scenarios[activity->scenario].situation)->indent = INDENT;
        page_addf(page, ROLE_STRONG, _("“%s”"), activity->text)->indent = INDENT;
    }
    for (size_t i = 0; i < item->count; i++)
        add_reason(page, &item->reasons[i]);
    add_answers(page, item);
    page_gap(page);
}

static void add_counts(struct page *page, const struct flag_report *report)
{
    page_addf(page, ROLE_TEXT,
              ngettext("%zu card is flagged.", "%zu cards are flagged.", report->len), report->len);
    page_addf(page, ROLE_TEXT, ngettext("%zu flag in all.", "%zu flags in all.", report->flags),
              report->flags);
    page_gap(page);
}

static void add_items(struct page *page, const struct flag_report *report)
{
    bool gone = false;
    add_counts(page, report);
    for (size_t i = 0; i < report->len; i++) {
        const struct flagged *item = &report->items[i];
        if (item->activity < 0 && !gone) {
            page_add(page, ROLE_TEXT, _("The bank no longer has:"));
            page_gap(page);
        }
        gone = item->activity < 0;
        add_item(page, report->bank, item);
    }
    page_add(page, ROLE_DIM, _("“smquiz bank fix ID” overrules a card, or drops it."));
}

void flag_lines(const struct flag_report *report, enum charset charset, int cols, struct str *out)
{
    struct page page;
    page_init(&page, charset);
    if (report->len > 0)
        add_items(&page, report);
    else
        page_add(&page, ROLE_TEXT, _("No card of this bank is flagged."));
    if (report->elsewhere > 0)
        page_addf(&page, ROLE_TEXT,
                  ngettext("%zu flag is on a card of another bank; name that bank with -b.",
                           "%zu flags are on cards of other banks; name such a bank with -b.",
                           report->elsewhere),
                  report->elsewhere);
    page_tell(&page, cols, out);
    page_free(&page);
}
