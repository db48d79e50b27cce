/* How a session's report in HTML looks, on a screen and on paper.  core. */
#ifndef SMQ_CORE_REPORT_STYLE_H
#define SMQ_CORE_REPORT_STYLE_H

/* The style sheet: nothing in it is loaded from elsewhere. */
const char *report_style(void);

#endif
