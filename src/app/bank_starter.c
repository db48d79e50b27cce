/* The bank that `smquiz bank new` writes: settings as they stand in it, with comments before them.
 */
#include "app/bank_starter.h"

#include "core/text.h"

enum { COLS = 84, COMMENT_LINES_MAX = 16 };

/* A piece of the file: a comment, wrapped and marked as one, and the settings after it. */
struct piece {
    const char *comment;  /* untranslated; NULL: none */
    const char *settings; /* whole lines; NULL: none */
    int indent;           /* of the comment */
};

static const struct piece before_id[] = {
    {N_("A question bank for smquiz, to start from: change every text to your own."), NULL, 0},
    {N_("What is wrong with it: smquiz bank check --strict FILE. To play it: smquiz practice -b "
        "FILE. All keys and limits: man 5 smquiz-bank. To add a few scenarios to the bank that "
        "comes with smquiz you need no file of your own: smquiz bank add."),
     "\n", 0},
    {N_("How to write a fair pair:"), NULL, 0},
    {N_("1. Each activity can be sorted when it is shown alone, with only its situation above it."),
     NULL, 0},
    {N_("2. It says who receives it (one buyer who decides, or many), what it is for (an order, or "
        "a wish), or whether something is made or used."),
     NULL, 0},
    {N_("3. The two are twins: same medium, same verb, about the same length. Only the clue "
        "differs."),
     NULL, 0},
    {N_("4. One deed a sentence. No name of a department or a job as the only clue."), NULL, 0},
    {N_("5. If an honest expert could argue for the other side, reword it, or make it a "
        "discussion."),
     NULL, 0},
    {N_("6. Words that give a side away (sell, market, customer) stand on both sides or nowhere."),
     "\n", 0},
    {N_("What the bank is. Answers are kept under this id: it is for ever. a-z, 0-9, - and _, at "
        "most 32."),
     "bank = {\n", 0},
};

static const struct piece after_id[] = {
    {N_("What it is called, at most 60 characters."), "  title = \"Sales or marketing?\";\n", 2},
    {N_("The language of its texts."), "  language = \"en\";\n", 2},
    {N_("Who may pass it on, and how."), "  license = \"All rights reserved\";\n", 2},
    {NULL, "};\n\n", 0},
    {N_("The two sides. name: at most 24 characters; definition: at most 400."),
     "sides = {\n"
     "  sales = {\n"
     "    name = \"Sales\";\n"
     "    definition = \"Sales works a particular buyer towards a deal for money.\";\n"
     "  };\n"
     "  marketing = {\n"
     "    name = \"Marketing\";\n"
     "    definition = \"Marketing works a market towards wanting it.\";\n"
     "  };\n"
     "};\n\n",
     0},
    {N_("The questions that group the principles: an id, and a title of at most 60 characters."),
     "questions = (\n"
     "  { id = \"receiver\"; title = \"Who receives it?\"; }\n"
     ");\n\n",
     0},
    {N_("The principles: what tells the two apart. A comma between two, none after the last."),
     "principles = (\n"
     "  {\n"
     "    id = \"buyer-or-audience\";\n",
     0},
    {N_("One of the questions above."), "    question = \"receiver\";\n", 4},
    {N_("At most 60 characters."), "    title = \"One known buyer, or an audience?\";\n", 4},
    {N_("The rule in one sentence, shown after a miss. At most 240 characters, as all that "
        "follow."),
     "    rule = \"Speaking to a buyer who is deciding is sales; speaking to an audience is "
     "marketing.\";\n",
     4},
    {N_("What it looks like on each side."),
     "    sales = \"The receiver is known and has a choice to make.\";\n"
     "    marketing = \"The receivers are many or unknown: readers, viewers, a hall.\";\n",
     4},
    {N_("Why people confuse the two here."),
     "    mixup = \"The medium is the same. A letter has no side until you ask who gets it.\";\n",
     4},
    {N_("What it rests on: a book, a handbook, a decision of your firm."),
     "    source = \"Our sales handbook, chapter 1\";\n"
     "  }\n"
     ");\n\n",
     4},
    {N_("The scenarios: a situation, and activities in it of both sides."),
     "scenarios = (\n"
     "  {\n",
     0},
    {N_("For ever, too: answers are kept under bank:scenario/activity."),
     "    id = \"newsletter\";\n", 4},
    {N_("What both activities have in common, at most 100 characters."),
     "    situation = \"A bakery has a new loaf and a great deal to say about it.\";\n", 4},
    {N_("Which principle decides."), "    principle = \"buyer-or-audience\";\n", 4},
    {N_("1 everyday, 2 worth a second look, 3 tricky."), "    level = 1;\n", 4},
    {N_("The trade or place, written like an id: smquiz practice --setting food."),
     "    setting = \"food\";\n", 4},
    {N_("How the two needed each other here, at most 160 characters."),
     "    together = \"Guests of the inn asked where the bread came from, and read the letter "
     "from then on.\";\n",
     4},
    {N_("The activities. text: at most 110 characters. cue: the piece of the text that decides, "
        "letter by letter. why: what that piece says, at most 160. An activity may also have a "
        "principle and a source of its own."),
     "    activities = (\n"
     "      { id = \"inn\"; side = \"sales\";\n"
     "        text = \"Writing about the loaf to the innkeeper who wants forty a day\";\n"
     "        cue = \"the innkeeper who wants forty a day\";\n"
     "        why = \"One inn is deciding, and an order hangs on the letter.\"; },\n"
     "      { id = \"readers\"; side = \"marketing\";\n"
     "        text = \"Writing about the loaf to the four hundred who like the page\";\n"
     "        cue = \"the four hundred who like the page\";\n"
     "        why = \"Hundreds are told at once, and no order is being worked on.\"; }\n"
     "    );\n"
     "  },\n",
     4},
    {NULL,
     "  {\n"
     "    id = \"slides\";\n"
     "    situation = \"A firm that plans shifts by software has twelve good slides.\";\n"
     "    principle = \"buyer-or-audience\"; level = 2; setting = \"software\";\n"
     "    together = \"A nurse remembered the talk, and on Friday the heads knew the name.\";\n"
     "    activities = (\n"
     "      { id = \"congress\"; side = \"marketing\";\n"
     "        text = \"Showing the slides to three hundred nurses at a congress\";\n"
     "        cue = \"three hundred nurses\";\n"
     "        why = \"They came to learn something; no purchase is being decided there.\"; },\n"
     "      { id = \"heads\"; side = \"sales\";\n"
     "        text = \"Showing the slides to the five heads who choose on Friday\";\n"
     "        cue = \"who choose on Friday\";\n"
     "        why = \"Five people, but one buyer: their hospital is choosing.\"; }\n"
     "    );\n"
     "  }\n"
     ");\n\n",
     0},
    {N_("What firms disagree on: talked about, never graded. for_sales, for_marketing and depends "
        "(on what it depends): at most 240 characters each."),
     "discussions = (\n"
     "  {\n"
     "    id = \"price-list\";\n"
     "    activity = \"Setting next year's list prices\";\n"
     "    for_sales = \"Sales managers hear every day what a buyer will bear.\";\n"
     "    for_marketing = \"A list price speaks to everybody and ranks a product.\";\n"
     "    depends = \"Ask what the price rests on: one deal, or a study of the market.\";\n"
     "  }\n"
     ");\n\n",
     0},
    {N_("Overrides change the side of an activity, or drop it, also one of a bank under this one: "
        "smquiz bank fix writes them. They look like this:"),
     "# overrides = (\n"
     "#   { activity = \"slides/heads\"; side = \"sales\"; why = \"At our firm …\"; },\n"
     "#   { activity = \"slides/congress\"; drop = true; why = \"We go to no congress.\"; }\n"
     "# );\n\n",
     0},
    {N_("Words that bank check may pass over when it looks for words that give a side away."),
     "checks = { allow_words = [ \"slides\" ]; };\n", 0},
};

/* Appends a comment, wrapped, each line marked as one, so that no translation can break the file.
 */
static void add_comment(struct str *out, const char *comment, int indent)
{
    struct text_line lines[COMMENT_LINES_MAX];
    size_t count = text_wrap(comment, COLS - indent, lines, ARRAY_LEN(lines));
    for (size_t i = 0; i < count && i < ARRAY_LEN(lines); i++) {
        str_addf(out, "%*s# ", indent, "");
        str_addn(out, lines[i].start, lines[i].len);
        str_addc(out, '\n');
    }
}

static void add_pieces(struct str *out, const struct piece *pieces, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (pieces[i].comment)
            add_comment(out, _(pieces[i].comment), pieces[i].indent);
        if (pieces[i].settings)
            str_add(out, pieces[i].settings);
    }
}

void bank_starter_write(struct str *out, const char *id)
{
    add_pieces(out, before_id, ARRAY_LEN(before_id));
    str_addf(out, "  id = \"%s\";\n", id);
    add_pieces(out, after_id, ARRAY_LEN(after_id));
}
