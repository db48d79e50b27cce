/* What a run sheet says at each step. */
#include "core/run_sheet_steps.h"

#include "core/bank_record.h"
#include "core/text.h"
#include "core/tick_line.h"

/* The tests of a session, as session print takes them; practice on a projector needs no sheets. */
static const char *tests_of(const struct session *s)
{
    return !s->has[PART_AFTER]    ? "--parts before --format html"
           : !s->has[PART_BEFORE] ? "--parts after --format html"
                                  : "--parts before,after --format html";
}

/* How many copies it takes, and who gets the key. */
static void say_copies(struct sheet_lines *lines)
{
    struct str text = {0};
    int people = lines->sheet->session->people;
    if (people)
        str_addf(
            &text,
            /* TRANSLATORS: A and B are names of forms, also in codes: they stay as they are. */
            ngettext("Print the sheets of form A and of form B %d time each.",
                     "Print the sheets of form A and of form B %d times each.",
                     (unsigned long)(people + 1) / 2),
            (people + 1) / 2);
    else
        /* TRANSLATORS: A and B are names of forms, also in codes: they stay as they are. */
        str_add(&text, _("Print the sheets of form A and of form B for half of the room each."));
    str_addc(&text, ' ');
    str_add(&text, _("The last pages are the key: once, and for you alone. Open this file in a "
                     "browser to print it:"));
    sheet_lines_text(lines, 1, str_text(&text));
    str_free(&text);
    sheet_lines_mine_file(lines, "print", tests_of(lines->sheet->session), "-sheets.html");
}

/* What to type for a sheet: as many letters as the test has cards. */
static void say_sheet_line(struct sheet_lines *lines, enum part part)
{
    const struct session *s = lines->sheet->session;
    struct str line = {0};
    tick_line_example(part, part == PART_BEFORE ? FORM_A : FORM_B, s->forms[FORM_A].count, &line);
    sheet_lines_text(lines, 1,
                     part == PART_AFTER && s->has[PART_BEFORE]
                         ? _("The sheets that are left, a line each, like the one below:")
                         : _("Somebody types the sheets in, a line each, like the one below; "
                             "blanks between the letters do not count:"));
    sheet_lines_mine(lines, "enter", "");
    sheet_lines_typed(lines, 3, str_text(&line));
    str_free(&line);
}

/* The line of settings that makes the code alone enough, where a path would be long to type. */
static void say_setting(struct sheet_lines *lines)
{
    const struct run_sheet *sheet = lines->sheet;
    struct str line = {0}, shown = {0};
    sheet_lines_text(lines, 1,
                     _("With this line in ~/.config/smquiz/smquiz.cfg, on each computer, the code "
                       "alone is enough:"));
    str_add(&line, "team = ");
    bank_record_text(&line, sheet->setting);
    str_addc(&line, ';');
    text_show(&shown, str_text(&line), 0);
    sheet_lines_typed(lines, 2, str_text(&shown));
    str_clear(&line);
    str_addf(&line, "smquiz session join %s", sheet->session->code);
    if (!sheet->path) /* where it is not on the sheet already */
        sheet_lines_command(lines, '>', str_text(&line));
    str_free(&line);
    str_free(&shown);
}

void run_sheet_prepare(struct sheet_lines *lines)
{
    const struct run_sheet *sheet = lines->sheet;
    sheet_lines_gap(lines);
    sheet_lines_text(lines, 0, _("Before they come"));
    switch (sheet->devices) {
    case DEVICES_FOLDER:
        sheet_lines_place(lines, _("Every computer needs smquiz and this folder:"), "");
        sheet_lines_text(lines, 1,
                         _("Try it at one of them. Nobody can answer before you open a "
                           "part."));
        sheet_lines_theirs(lines, "join", "");
        break;
    case DEVICES_HOST:
        sheet_lines_place(lines, _("Everyone logs in to this host, where the session lies in:"),
                          "");
        sheet_lines_text(lines, 1,
                         _("Try it with one of their logins. Nobody can answer before "
                           "you open a part."));
        sheet_lines_theirs(lines, "join", "");
        break;
    case DEVICES_DATABASE:
        sheet_lines_place(lines, _("Every computer needs smquiz and reaches this database:"), "");
        sheet_lines_text(lines, 1,
                         _("See that it answers, and let in whoever is new (their names "
                           "for NAME; the folder then has what each of them needs)."));
        sheet_lines_place_command(lines, "smquiz team status");
        sheet_lines_place_command(lines, "smquiz team enrol NAME -o new-people/");
        break;
    case DEVICES_HOT_SEAT:
        sheet_lines_text(lines, 1,
                         _("One computer where nobody reads along. Try its keyboard and "
                           "the size of its letters:"));
        sheet_lines_command(lines, '$', "smquiz practice -n 3 --no-save");
        return;
    case DEVICES_NONE:
        if (sheet->session->has[PART_BEFORE] || sheet->session->has[PART_AFTER])
            say_copies(lines);
        /* TRANSLATORS: the letters that are typed stay as they are. */
        sheet_lines_text(lines, 1, _("Try the projector, and leave it with q:"));
        sheet_lines_mine(lines, "show", "");
        return;
    }
    if (sheet->path) {
        sheet_lines_text(lines, 1, _("Where the settings do not know the place, people name it:"));
        sheet_lines_path(lines);
    }
    if (sheet->setting)
        say_setting(lines);
}

/* What the trainer will see: to be said before the first answer. */
static const char *what_is_seen(const struct session *s)
{
    return s->names ? _("I will see your name and what you choose here, card by card; not what you "
                        "practise elsewhere, and not how long you take.")
                    : _("I will see what is chosen here, card by card, and nobody's name; not what "
                        "you practise elsewhere, and not how long anyone takes.");
}

void run_sheet_welcome(struct sheet_lines *lines)
{
    const struct session *s = lines->sheet->session;
    sheet_lines_text(lines, 1, _("People arrive and sit down."));
    if (s->has[PART_BEFORE] && s->has[PART_AFTER])
        sheet_lines_say(lines, _("We sort small scenes of business into sales and marketing, "
                                 "before and after training: it measures the training, not you."));
    else
        sheet_lines_say(lines, _("We sort small scenes of business into sales and marketing, and "
                                 "talk about what is hard to tell apart."));
}

/* Opening a part at keyboards. */
static void open_part(struct sheet_lines *lines, enum part part)
{
    bool first = session_next_part(lines->sheet->session, PART_NONE) == part;
    sheet_lines_mine(lines, "open", part_id(part));
    if (lines->sheet->devices == DEVICES_HOT_SEAT) {
        sheet_lines_text(lines, 1,
                         _("One after another at this keyboard, each under the same name "
                           "as ever:"));
        sheet_lines_mine(lines, "join", "--hot-seat");
        return;
    }
    sheet_lines_text(lines, 1,
                     first ? _("Everyone takes part:")
                           : _("Everyone goes on; who has left types this again:"));
    sheet_lines_theirs(lines, "join", "");
    sheet_lines_text(lines, 1, _("See when all are done:"));
    sheet_lines_mine(lines, "watch", lines->sheet->session->names ? "--names" : "");
}

void run_sheet_test(struct sheet_lines *lines, enum part part)
{
    const struct session *s = lines->sheet->session;
    if (session_next_part(s, PART_NONE) == part)
        sheet_lines_say(lines, what_is_seen(s));
    if (part == PART_AFTER && s->has[PART_BEFORE])
        sheet_lines_say(lines, _("New cards, the same rules: choose, and say when you are not "
                                 "sure."));
    else
        sheet_lines_say(lines, _("Choose what you think, and say when you are not sure: answers "
                                 "come later."));
    if (lines->sheet->devices != DEVICES_NONE) {
        open_part(lines, part);
        return;
    }
    if (part == PART_AFTER && s->has[PART_BEFORE])
        sheet_lines_text(
            lines, 1,
            /* TRANSLATORS: A and B are names of forms, also in codes: they stay as they are. */
            _("Hand out the sheets: who had form A now has form B, and the "
              "other way round. The same name or word goes on top."));
    else
        sheet_lines_text(
            lines, 1,
            /* TRANSLATORS: A and B are names of forms, also in codes: they stay as they are. */
            s->names
                ? _("Hand out the sheets: form A to one half of the room, form B "
                    "to the other. Everyone writes their name on top.")
                /* TRANSLATORS: A and B are names of forms, also in codes: they stay as they are. */
                : _("Hand out the sheets: form A to one half of the room, form B "
                    "to the other. Everyone writes a word of their own on top, "
                    "and keeps it."));
    sheet_lines_text(lines, 1, _("Collect them when all are done."));
}

void run_sheet_practice(struct sheet_lines *lines)
{
    const struct session *s = lines->sheet->session;
    if (session_next_part(s, PART_NONE) == PART_PRACTICE)
        sheet_lines_say(lines, what_is_seen(s));
    if (lines->sheet->devices != DEVICES_NONE) {
        sheet_lines_say(lines, _("Now each card tells you at once, and why: read the reason, most "
                                 "of all when you were right by luck."));
        open_part(lines, PART_PRACTICE);
        return;
    }
    sheet_lines_say(lines, _("Hands up for sales, then for marketing; then one of each side says "
                             "why."));
    sheet_lines_text(lines, 1,
                     /* TRANSLATORS: the letters that are typed stay as they are. */
                     _("Card by card: count the hands, type both numbers, let them "
                       "argue, show the answer. After the last one come disputed ones "
                       "(“To discuss”); q ends it when time is up."));
    sheet_lines_mine(lines, "show", "");
}

void run_sheet_discuss(struct sheet_lines *lines)
{
    const struct session *s = lines->sheet->session;
    bool spoils = s->has[PART_BEFORE] && s->has[PART_AFTER];
    if (lines->sheet->devices == DEVICES_NONE && s->has[PART_BEFORE])
        say_sheet_line(lines, PART_BEFORE);
    sheet_lines_text(lines, 1,
                     spoils ? _("Look at the report, and talk about its first three cards:")
                            : _("Show the report, and talk about its first three cards:"));
    sheet_lines_mine(lines, "report", s->names ? "--anonymous | less" : "| less");
    sheet_lines_say(lines, _("Who says sales, who says marketing, and which words of the card make "
                             "you say so?"));
    if (spoils)
        sheet_lines_text(lines, 1,
                         _("Cards and figures of the tests stay off the projector until "
                           "everyone has had both."));
}

void run_sheet_wrap_up(struct sheet_lines *lines)
{
    sheet_lines_say(lines, _("Thank you: this is what the room can tell apart now, and what it "
                             "still mixes up."));
    if (lines->sheet->devices == DEVICES_NONE) {
        if (lines->sheet->session->has[PART_AFTER])
            say_sheet_line(lines, PART_AFTER);
    } else {
        sheet_lines_text(lines, 1,
                         _("Collect the results; add files from a stick or mail behind it:"));
        sheet_lines_mine(lines, "collect", "");
    }
    if (lines->sheet->session->names) {
        sheet_lines_text(lines, 1,
                         _("The report, without names for the wall, and with them for you:"));
        sheet_lines_mine_file(lines, "report", "--anonymous --format html", "-wall.html");
    } else {
        sheet_lines_text(lines, 1, _("The report, for the wall and to keep:"));
    }
    sheet_lines_mine_file(lines, "report", "--format html", ".html");
}

/* --- when things go wrong -------------------------------------------------------------------- */

/* Somebody whom only a file reaches. */
static void say_unreachable(struct sheet_lines *lines)
{
    sheet_lines_place(lines,
                      lines->sheet->devices == DEVICES_FOLDER
                          ? _("Somebody cannot reach the folder: give them this file by stick or "
                              "mail.")
                          : _("Somebody cannot log in: give them this file by stick or mail."),
                      "/session.cfg");
    sheet_lines_text(lines, 1, _("They play all parts alone with it:"));
    sheet_lines_command(lines, '>', "smquiz session join session.cfg");
    sheet_lines_text(lines, 1,
                     _("Then they read out the code of each part (type it in with session enter), "
                       "or give back the folder “results” beside the file:"));
    sheet_lines_mine(lines, "collect", "their/results");
}

void run_sheet_trouble(struct sheet_lines *lines)
{
    const struct run_sheet *sheet = lines->sheet;
    const enum part first = session_next_part(sheet->session, PART_NONE);
    bool played = sheet->devices != DEVICES_NONE, own = sheet->devices != DEVICES_HOT_SEAT;
    sheet_lines_gap(lines);
    sheet_lines_text(lines, 0, _("When something goes wrong"));
    if (played && own) {
        sheet_lines_text(lines, 1,
                         _("A window was closed, a laptop broke: the same line goes on "
                           "where they were; at another computer they begin the open part "
                           "from its start. Whoever comes late begins with the part that is open; "
                           "what they missed stays missed."));
        sheet_lines_theirs(lines, "join", "");
        if (sheet->devices != DEVICES_DATABASE)
            say_unreachable(lines);
        sheet_lines_text(lines, 1,
                         _("There are too few computers: several in turn at one, which takes their "
                           "time one after another."));
        sheet_lines_theirs(lines, "join", "--hot-seat");
        sheet_lines_text(lines, 1, _("The network was away: answers wait at their computer."));
        sheet_lines_theirs(lines, "push", "");
    } else if (played) {
        sheet_lines_text(lines, 1,
                         _("Somebody was interrupted: the same line, and the same name. Whoever "
                           "comes late begins with the part that is open; what they missed "
                           "stays missed."));
        sheet_lines_mine(lines, "join", "--hot-seat");
    }
    if (played) {
        sheet_lines_text(lines, 1,
                         _("Answers do not arrive: each run ends with a code. They read "
                           "it out, you type it behind the name, a line a person."));
        sheet_lines_mine(lines, "enter", "");
        sheet_lines_text(lines, 1, _("Which part is open? And opening another one:"));
        sheet_lines_place_command(lines, "smquiz session list");
        sheet_lines_mine(lines, "open", part_id(first));
        sheet_lines_text(lines, 1, _("Nothing works: paper does."));
        sheet_lines_mine_file(lines, "print", "--format html", "-sheets.html");
        return;
    }
    sheet_lines_text(lines, 1,
                     /* TRANSLATORS: the letters that are typed stay as they are. */
                     _("Sheets run out: read the cards aloud and let people write s, m, "
                       "or s? and m? when they are not sure."));
    sheet_lines_mine(lines, "print", "");
    sheet_lines_text(lines, 1, _("The projector fails or was closed: it goes on where it was."));
    sheet_lines_mine(lines, "show", "");
    sheet_lines_text(lines, 1, _("A line was typed in twice: that changes nothing."));
}
