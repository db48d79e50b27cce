/* The card that keeps the result of one run, as a picture.  core. */
#ifndef SMQ_CORE_RESULT_CARD_SVG_H
#define SMQ_CORE_RESULT_CARD_SVG_H

#include "core/result_card.h"

/* Appends the card as an SVG document in UTF-8, A5 landscape: whole in itself, without script and
 * with the reader's own fonts, titled and described for screen readers.  What is too long for its
 * place is set smaller, or in two lines. */
void result_card_svg(struct str *out, const struct result_card *card);

#endif
