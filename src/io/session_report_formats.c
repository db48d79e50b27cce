/* The table of a session report's formats. */
#include "io/session_report_formats.h"

#include "core/session_report_csv.h"
#include "core/session_report_html.h"
#include "core/session_report_text.h"
#include "io/session_report_json.h"
#include "io/session_xapi.h"

enum { TEXT_COLS = 80 };

static const struct {
    const char *name;
    void (*write)(const struct session_report *report, struct str *out);
} formats[] = {
    {"text", NULL}, /* which depends on the charset */
    {"csv", session_report_csv},
    {"json", session_report_json},
    {"xapi", session_xapi},
    {"html", session_report_html},
};

const char *session_report_format(size_t row)
{
    return row < ARRAY_LEN(formats) ? formats[row].name : NULL;
}

void session_report_write(const struct session_report *report, size_t row, enum charset charset,
                          struct str *out)
{
    if (formats[row].write)
        formats[row].write(report, out);
    else
        session_report_text(report, charset, TEXT_COLS, out);
}
