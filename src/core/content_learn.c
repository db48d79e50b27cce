/* The primer: what sales is, what marketing is, and what tells them apart. */
#include "core/content_learn.h"

#include "core/content.h"
#include "core/content_piece.h"

enum { INDENT = 2, PARAGRAPHS_MAX = 8 };

/* A general page: its title and paragraphs, untranslated.  A paragraph that begins with "- " is an
 * item of a list. */
struct primer_page {
    const char *title;
    const char *paragraphs[PARAGRAPHS_MAX];
};

/* In the order they are read.  The bank's own definitions stand on the pages of the two sides. */
enum { PAGE_PARTY, PAGE_SALES, PAGE_MARKETING, PAGE_FIRST, PAGE_APART, PAGE_TELL, PAGES_GENERAL };

static const struct primer_page primer[PAGES_GENERAL] = {
    [PAGE_PARTY] =
        {N_("So you do sales?"),
         {N_("“What do you do?” – “I'm in marketing.” – “So you do sales?”"),
          N_("It happens at every party: one is taken for the other, and it is a "
             "mistake. Sales and marketing are two different things. One can be a "
             "marketing professional for 25 years and never be a sales rep or make a sale."),
          N_("These pages follow the view of an article by a marketer who was asked "
             "once too often. Where it is a view and not a fact, they say so.")}},
    [PAGE_SALES] = {N_("What sales is"),
                    {N_("Sales people are on the phone, in the streets and on the shop floor. They "
                        "do this:"),
                     N_("- negotiate deals"),
                     N_("- convince customers and clients to spend their money here"),
                     N_("- exchange goods and services for money"),
                     N_("The word has one more sense: a sale is also a time when a shop sells at "
                        "lower prices. That is a word on a window, not what this is about.")}},
    [PAGE_MARKETING] =
        {N_("What marketing is"),
         {N_("- understand the audience, the market and the competitors"),
          N_("- create what is worth having, and think through what will set it apart"),
          N_("- find the message that strikes a chord, and the story that makes people want "
             "this one and not another"),
          N_("- choose the platforms and channels, digital, traditional or both, and how the "
             "brand looks there"),
          N_("And that is only a glimpse. It strengthens a business and lets it grow."),
          N_("The American Marketing Association draws it wide: creating, communicating, "
             "delivering and exchanging what has value for customers, clients, partners and "
             "society at large, not for buyers alone. “Delivering” and “exchanging” overlap "
             "with sales, so no card rests on them.")}},
    [PAGE_FIRST] =
        {N_("The chicken and the egg"),
         {N_("Which of the two comes first? Neither: most businesses need both, and at "
             "the same time."),
          N_("To sell well, there must be a strong marketing strategy behind it; and for "
             "a strategy there must be somebody who can make one, an expert or a team."),
          N_("Sales in its turn is an integral part of growing and of lasting: without "
             "it nothing is ever paid for."),
          N_("The article goes further. It holds that marketing is the foundation of "
             "every business and organization, and that most other parts, sales among "
             "them, grow from it.")}},
    [PAGE_APART] =
        {N_("Apart, and together"),
         {N_("They complement each other and have to work together; but each, the article adds, "
             "has "
             "a scope of its own and needs to be looked after separately."),
          N_("The article holds that they must be kept apart to reach their full strength: "
             "force them to be one, and one side becomes weaker than it need be. A marketer, "
             "its author says, has no time to sell actively (and, in this author's case, not "
             "the temper)."),
          N_("Nor should sales teams have to make the tools that help them: marketing makes "
             "them, sales uses them."),
          N_("Others differ. Kotler, Rackham and Krishnaswamy advise some firms to merge the "
             "two teams. And many textbooks count personal selling as a part of marketing; the "
             "cards fall on the same sides all the same."),
          N_("So the answer at the party is: “No, I don't do sales. I'm in marketing.”")}},
    [PAGE_TELL] = {N_("How to tell them apart"),
                   {N_("Look at the deed, not at the word for it, and ask:")}},
};

int content_learn_pages(const struct bank *bank)
{
    return PAGES_GENERAL + bank->principle_count;
}

int content_learn_page_of(int principle)
{
    return PAGES_GENERAL + principle;
}

int content_learn_principle(int number)
{
    return number < PAGES_GENERAL ? -1 : number - PAGES_GENERAL;
}

const char *content_learn_title(const struct bank *bank, int number)
{
    int principle = content_learn_principle(number);
    return principle < 0 ? _(primer[number].title) : bank->principles[principle].title;
}

/* An item of a list: among lines its line says so. */
static void add_item(const struct scene *scene, struct page *page, enum role role, const char *text,
                     int indent)
{
    page_add_lead(page, ROLE_DIM, scene->lines ? "" : "•", 0, role, text)->indent = indent;
}

static void add_paragraph(const struct scene *scene, struct page *page, const char *text)
{
    if (text[0] == '-' && text[1] == ' ') {
        add_item(scene, page, ROLE_TEXT, text + 2, INDENT);
        return;
    }
    if (page->len && *page->items[page->len - 1].text)
        page_gap(page);
    page_add(page, ROLE_TEXT, text);
}

/* The rule, then the questions of the bank with the principles under them. */
static void add_questions(const struct scene *scene, struct page *page)
{
    const struct bank *bank = scene->bank;
    page_gap(page);
    for (int q = 0; q < bank->question_count; q++) {
        page_add(page, ROLE_TITLE, bank->questions[q].title)->indent = INDENT;
        for (int p = 0; p < bank->principle_count; p++)
            if (bank->principles[p].question == q)
                add_item(scene, page, ROLE_DIM, bank->principles[p].title, 2 * INDENT);
    }
    page_gap(page);
    page_add(page, ROLE_STRONG, content_rule_sentence());
    page_gap(page);
    page_add(page, ROLE_TEXT, _("The pages that follow take them one by one."));
}

static void add_general(const struct scene *scene, int number, struct page *page)
{
    const struct bank *bank = scene->bank;
    if (number == PAGE_SALES || number == PAGE_MARKETING) {
        const char *definition =
            bank->side_definition[number == PAGE_SALES ? SIDE_SALES : SIDE_MARKETING];
        if (*definition)
            page_add(page, ROLE_STRONG, definition);
        if (number == PAGE_MARKETING)
            add_paragraph(scene, page, _("Marketing people do this:"));
    }
    for (int i = 0; i < PARAGRAPHS_MAX && primer[number].paragraphs[i]; i++)
        add_paragraph(scene, page, _(primer[number].paragraphs[i]));
    if (number == PAGE_TELL)
        add_questions(scene, page);
}

/* The first activity of the scenario on this side that is played, or -1. */
static int activity_of(const struct bank *bank, const struct scenario *scenario, enum side side)
{
    for (int i = scenario->first; i < scenario->first + scenario->count; i++)
        if (bank->activities[i].side == side && !bank->activities[i].dropped)
            return i;
    return -1;
}

/* The easiest scenario of the principle with both sides in play, the first among equals; -1 when
 * there is none. */
static int example_of(const struct bank *bank, int principle)
{
    int best = -1;
    for (int i = 0; i < bank->scenario_count; i++) {
        const struct scenario *scenario = &bank->scenarios[i];
        if (scenario->principle == principle &&
            (best < 0 || scenario->level < bank->scenarios[best].level) &&
            activity_of(bank, scenario, SIDE_SALES) >= 0 &&
            activity_of(bank, scenario, SIDE_MARKETING) >= 0)
            best = i;
    }
    return best;
}

static void add_contrast(const struct scene *scene, int principle, struct page *page)
{
    const struct bank *bank = scene->bank;
    int found = example_of(bank, principle);
    if (found < 0)
        return;
    const struct scenario *scenario = &bank->scenarios[found];
    page_gap(page);
    content_piece_contrast(scene,
                           (int[]){activity_of(bank, scenario, SIDE_SALES),
                                   activity_of(bank, scenario, SIDE_MARKETING)},
                           page);
}

void content_learn(const struct scene *scene, struct page *page)
{
    const struct bank *bank = scene->bank;
    int number = scene->cursor.selected, principle = content_learn_principle(number);
    if (principle < 0) {
        add_general(scene, number, page);
        return;
    }
    page_add(page, ROLE_STRONG, bank->principles[principle].rule);
    page_gap(page);
    content_piece_looks(scene, principle, page);
    if (*bank->principles[principle].mixup) {
        page_gap(page);
        page_add(page, ROLE_TEXT, bank->principles[principle].mixup);
    }
    add_contrast(scene, principle, page);
}
