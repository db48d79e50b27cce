/* The kinds of line of a run sheet. */
#include "core/run_sheet_lines.h"

#include "core/text.h"

enum { INDENT = 2, LINES_MAX = 16 };

void sheet_lines_gap(struct sheet_lines *lines)
{
    str_addc(lines->out, '\n');
}

void sheet_lines_text(struct sheet_lines *lines, int depth, const char *text)
{
    struct text_line wrapped[LINES_MAX];
    size_t count = text_wrap(text, RUN_SHEET_COLS - INDENT * depth, wrapped, LINES_MAX);
    for (size_t i = 0; i < count && i < LINES_MAX; i++) {
        str_addf(lines->out, "%*s", INDENT * depth, "");
        str_addn(lines->out, wrapped[i].start, wrapped[i].len);
        str_addc(lines->out, '\n');
    }
}

void sheet_lines_say(struct sheet_lines *lines, const char *sentence)
{
    struct str text = {0};
    str_addf(&text, _("Say: “%s”"), sentence);
    sheet_lines_text(lines, 1, str_text(&text));
    str_free(&text);
}

void sheet_lines_place(struct sheet_lines *lines, const char *sentence, const char *behind)
{
    sheet_lines_text(lines, 1, sentence);
    str_addf(lines->out, "%*s", INDENT * 2, "");
    str_addf(lines->out, "%s%s\n", lines->sheet->place, behind);
}

void sheet_lines_command(struct sheet_lines *lines, char mark, const char *command)
{
    str_addf(lines->out, "%*s%c %s\n", INDENT * 2, "", mark, command);
}

void sheet_lines_typed(struct sheet_lines *lines, int depth, const char *line)
{
    str_addf(lines->out, "%*s%s\n", INDENT * depth, "", line);
}

void sheet_lines_place_command(struct sheet_lines *lines, const char *command)
{
    const char *team = lines->sheet->team;
    struct str whole = {0};
    str_addf(&whole, "%s%s%s", command, *team ? " " : "", team);
    sheet_lines_command(lines, '$', str_text(&whole));
    str_free(&whole);
}

static void add_session_command(struct sheet_lines *lines, char mark, const char *verb,
                                const char *session, const char *tail)
{
    struct str command = {0};
    str_addf(&command, "smquiz session %s %s%s%s", verb, session, *tail ? " " : "", tail);
    sheet_lines_command(lines, mark, str_text(&command));
    str_free(&command);
}

void sheet_lines_mine(struct sheet_lines *lines, const char *verb, const char *tail)
{
    add_session_command(lines, '$', verb, lines->sheet->operand, tail);
}

void sheet_lines_theirs(struct sheet_lines *lines, const char *verb, const char *tail)
{
    add_session_command(lines, '>', verb, lines->sheet->operand, tail);
}

void sheet_lines_mine_file(struct sheet_lines *lines, const char *verb, const char *tail,
                           const char *ending)
{
    struct str whole = {0};
    str_addf(&whole, "%s -o %s%s", tail, lines->sheet->session->code, ending);
    sheet_lines_mine(lines, verb, str_text(&whole));
    str_free(&whole);
}

void sheet_lines_path(struct sheet_lines *lines)
{
    add_session_command(lines, '>', "join", lines->sheet->path, "");
}
