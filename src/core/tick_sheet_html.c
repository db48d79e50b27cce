/* Tick sheets and their key as one HTML file. */
#include "core/tick_sheet_html.h"

#include "core/tick_line.h"
#include "core/xml_text.h"

/* Twelve cards of two long lines each fit on a page of A4; more go on on the next one. */
static const char style[] =
    "@page{size:A4;margin:11mm 15mm}\n"
    "*{box-sizing:border-box}\n"
    "body{margin:0 auto;max-width:180mm;color:#111;background:#fff;"
    "font:10pt/1.3 system-ui,-apple-system,\"Segoe UI\",\"Noto Sans\",\"DejaVu Sans\",Arial,"
    "sans-serif}\n"
    "section{break-after:page;padding-top:6mm}\n"
    "section:last-of-type{break-after:auto}\n"
    "header{display:flex;justify-content:space-between;align-items:baseline;"
    "border-bottom:.6mm solid #111;padding-bottom:1.5mm}\n"
    "h1{font-size:18pt;margin:8mm 0 0}\n"
    "h2{font-size:15pt;margin:0}\n"
    "header p{margin:0 0 0 6mm;color:#444;text-align:right}\n"
    "header span{white-space:nowrap}\n"
    ".name{display:flex;align-items:baseline;margin:5mm 0 3mm}\n"
    ".name i{flex:1;border-bottom:.3mm solid #111;margin-left:3mm}\n"
    ".task{margin:0 0 1mm;color:#444}\n"
    ".cards{list-style:none;margin:0;padding:0}\n"
    ".cards li{display:grid;grid-template-columns:6mm 1fr auto;column-gap:2mm;align-items:center;"
    "padding:1.7mm 0;border-bottom:.2mm solid #999;break-inside:avoid}\n"
    ".cards li>b{align-self:start;font-variant-numeric:tabular-nums}\n"
    ".cards p{margin:0}\n"
    ".what{font-weight:600}\n"
    ".why{display:flex;margin-top:5mm!important;color:#444;font-size:9pt}\n"
    ".why i{flex:1;border-bottom:.2mm solid #777;margin-left:2mm}\n"
    ".ticks{display:flex;gap:3mm}\n"
    ".ticks span{display:flex;flex-direction:column;align-items:center;font-size:8.5pt;"
    "min-width:13mm;text-align:center}\n"
    ".ticks i{width:6.5mm;height:6.5mm;border:.5mm solid #111;border-radius:.8mm;"
    "margin-bottom:.6mm}\n"
    ".ticks .unsure{border-left:.2mm solid #999;padding-left:3mm;color:#444}\n"
    ".ticks .unsure i{border:.3mm solid #444}\n"
    "table{border-collapse:collapse;width:100%;font-size:9.5pt}\n"
    "caption{text-align:left;color:#444;padding-bottom:1mm}\n"
    "th,td{text-align:left;vertical-align:top;padding:1.3mm 2mm;border-bottom:.2mm solid #999}\n"
    "tr{break-inside:avoid}\n"
    "thead th{border-bottom:.4mm solid #111}\n"
    ".side{font-weight:600;white-space:nowrap}\n"
    ".cue{font-style:italic}\n"
    "pre{background:#f2f2f2;border:.2mm solid #bbb;padding:3mm;white-space:pre-wrap;"
    "font:10pt/1.5 ui-monospace,\"DejaVu Sans Mono\",monospace}\n"
    "code{font:10.5pt ui-monospace,\"DejaVu Sans Mono\",monospace;letter-spacing:.5mm}\n"
    "@media screen{body{padding:0 8mm}section{border-bottom:1mm dashed #ccc;padding-bottom:8mm}}\n"
    "@media print{h1{display:none}section{padding-top:0}}\n"; /* each page has its own heading */

/* Appends an element with a text in it; `open` is its tag with attributes. */
static void add_element(struct str *out, const char *open, const char *text, const char *close)
{
    str_add(out, open);
    xml_add_foreign(out, text);
    str_add(out, close);
}

static void begin_section(const struct session *session, const char *title, struct str *out)
{
    add_element(out, "<section>\n<header><h2>", title, "</h2><p>");
    xml_add_foreign(out, session->title);
    add_element(out, " · <span>", session->code, "</span></p></header>\n");
}

static void add_tick(struct str *out, const char *open, const char *label)
{
    str_add(out, open);
    add_element(out, "<i></i>", label, "</span>");
}

static void add_card(const struct session *session, const struct tick_page *sheet, int number,
                     struct str *out)
{
    const struct bank *bank = session->bank;
    const struct activity *a = &bank->activities[sheet->items->activities[number]];
    str_addf(out, "<li><b>%d</b><div>", number + 1);
    add_element(out, "<p>", bank->scenarios[a->scenario].situation, "</p>");
    add_element(out, "<p class=\"what\">", a->text, "</p>");
    if (sheet->part == PART_PRACTICE)
        add_element(out, "<p class=\"why\">", _("What gave it away"), "<i></i></p>");
    str_add(out, "</div><div class=\"ticks\">");
    for (int side = 0; side < SIDE_COUNT; side++)
        add_tick(out, "<span>", bank->side_name[side]);
    add_tick(out, "<span class=\"unsure\">", _("not sure"));
    str_add(out, "</div></li>\n");
}

static void add_sheet(const struct session *session, const struct tick_page *sheet, struct str *out)
{
    struct str title = {0}, task = {0};
    tick_sheet_title(sheet, &title);
    tick_sheet_task(sheet, session->bank, &task);
    begin_section(session, str_text(&title), out);
    add_element(out, "<p class=\"name\">", tick_sheet_name(session), "<i></i></p>\n");
    add_element(out, "<p class=\"task\">", str_text(&task), "</p>\n<ol class=\"cards\">\n");
    for (int i = 0; i < sheet->items->count; i++)
        add_card(session, sheet, i, out);
    str_add(out, "</ol>\n</section>\n");
    str_free(&title);
    str_free(&task);
}

static void add_advice(const struct tick_sheet *sheet, const struct tick_page *pages, int count,
                       struct str *out)
{
    begin_section(sheet->session, _("For the trainer"), out);
    for (int i = 0; tick_sheet_advice(sheet, i); i++)
        add_element(out, "<p>", tick_sheet_advice(sheet, i), "</p>\n");
    add_element(out, "<pre>smquiz session enter ", sheet->name, "\n");
    for (int i = 0; i < count; i++) {
        struct str line = {0};
        tick_line_example(pages[i].part, pages[i].form, pages[i].items->count, &line);
        add_element(out, "", str_text(&line), "\n");
        str_free(&line);
    }
    str_add(out, "</pre>\n</section>\n");
}

static void add_key_card(const struct bank *bank, const struct activity *a, int number,
                         struct str *out)
{
    str_addf(out, "<tr><th scope=\"row\">%d</th>", number);
    add_element(out, "<td class=\"side\">", bank->side_name[a->side], "</td><td>");
    xml_add_foreign(out, a->text);
    add_element(out, "</td><td class=\"cue\">", bank_clue(a), "</td><td>");
    xml_add_foreign(out, a->why);
    str_add(out, "</td></tr>\n");
}

static void add_key(const struct session *session, const struct tick_page *key, struct str *out)
{
    const struct bank *bank = session->bank;
    const char *const heads[] = {_("Card"), _("Side"), _("Activity"), _("Clue"), _("Why")};
    struct str title = {0}, name = {0}, letters = {0};
    tick_sheet_title(key, &name);
    str_addf(&title, _("Trainer's key: %s"), str_text(&name));
    tick_sheet_letters(key, bank, &letters);
    begin_section(session, str_text(&title), out);
    add_element(out, "<p>", _("All right is:"), " ");
    add_element(out, "<code>", str_text(&letters), "</code></p>\n");
    add_element(out, "<table><caption>", _("The side of each card, its clue and why"),
                "</caption>\n<thead><tr>");
    for (size_t i = 0; i < ARRAY_LEN(heads); i++)
        add_element(out, "<th scope=\"col\">", heads[i], "</th>");
    str_add(out, "</tr></thead><tbody>\n");
    for (int i = 0; i < key->items->count; i++)
        add_key_card(bank, &bank->activities[key->items->activities[i]], i + 1, out);
    str_add(out, "</tbody></table>\n</section>\n");
    str_free(&title);
    str_free(&name);
    str_free(&letters);
}

void tick_sheet_html(const struct tick_sheet *sheet, struct str *out)
{
    struct tick_page pages[TICK_SHEET_PAGES_MAX], keys[TICK_SHEET_PAGES_MAX];
    const struct session *session = sheet->session;
    const char *language = session->bank->language;
    struct str title = {0};
    int count = tick_sheet_pages(sheet, pages), key_count = tick_sheet_keys(sheet, keys);
    add_element(out, "<!DOCTYPE html>\n<html lang=\"", *language ? language : "en",
                "\">\n<head>\n<meta charset=\"utf-8\">\n"
                "<meta name=\"viewport\" content=\"width=device-width\">\n<title>");
    str_addf(&title, _("%s: %s"), session->title, _("tick sheets"));
    xml_add_foreign(out, str_text(&title));
    str_add(out, "</title>\n<style>\n");
    str_add(out, style);
    add_element(out, "</style>\n</head>\n<body>\n<main>\n<h1>", str_text(&title), "</h1>\n");
    for (int i = 0; i < count; i++)
        add_sheet(session, &pages[i], out);
    add_advice(sheet, pages, count, out);
    for (int i = 0; i < key_count; i++)
        add_key(session, &keys[i], out);
    str_add(out, "</main>\n</body>\n</html>\n");
    str_free(&title);
}
