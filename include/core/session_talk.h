/* The cards of a session that are worth talking about.  core; pure. */
#ifndef SMQ_CORE_SESSION_TALK_H
#define SMQ_CORE_SESSION_TALK_H

#include "core/session_report.h"

/* Chooses up to three of the report's cards, each of another situation, and fills in why.  Those of
 * practice go before those of the tests (after, then before): to talk about a test's card gives it
 * away to whoever has that form still to come.  Within a part the one that is most surely wrong
 * goes first: by the lower end of the interval of the share wrong. */
void session_talk(struct session_report *report);

#endif
