/* The charts of a session's report as SVG within HTML.  core.
 * Each is an image with a title and a description for screen readers; nothing is told by colour
 * alone.  Texts may be foreign.  `id` is unlike any other of the document. */
#ifndef SMQ_CORE_REPORT_CHART_H
#define SMQ_CORE_REPORT_CHART_H

#include "core/bank.h"
#include "core/str.h"

struct chart_row {
    const char *label;
    int right, answers;
};

/* Bars of shares right, with their 95 % intervals and a line where guessing is. */
void chart_shares(struct str *out, const char *id, const char *title, const struct chart_row *rows,
                  size_t count);
/* How many said which side; `right` is the side that is right. */
void chart_split(struct str *out, const char *id, const char *title,
                 const char *const side_name[SIDE_COUNT], const int said[SIDE_COUNT],
                 enum side right);
/* From one share to another, in per cent, and where the other one may be; low > high for unknown.
 */
void chart_gain(struct str *out, const char *id, const char *title, double before, double after,
                double low, double high);

#endif
