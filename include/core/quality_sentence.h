/* Sentences about how fair a bank is.  core. */
#ifndef SMQ_CORE_QUALITY_SENTENCE_H
#define SMQ_CORE_QUALITY_SENTENCE_H

#include "core/quality.h"

/* Appends one sentence (two for the length of texts) on a figure, with its bound; where there is
 * too little to judge, a sentence that says from when on. */
void quality_sentence(const struct quality *quality, const struct bank *bank,
                      enum quality_figure figure, struct str *out);

#endif
