/* The page behind the key "figures": what answers say about how well the sides are told apart.
 * core. */
#ifndef SMQ_CORE_CONTENT_FIGURES_H
#define SMQ_CORE_CONTENT_FIGURES_H

#include "core/page.h"
#include "core/score.h"

/* Which answers were counted; always the first ones to each card, struck ones left out. */
enum figures_scope { FIGURES_RUN, FIGURES_ALL_RUNS };

/* Fills `page` with the figures of the tally, its title first: each in plain words, then in
 * numbers; where there are too few answers for one, from when on there is.  `lines` writes the
 * table of answers as sentences, for a screen reader. */
void content_figures(const struct tally *tally, enum figures_scope scope, bool lines,
                     struct page *page);

#endif
