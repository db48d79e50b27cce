/* What the screens say, as pages of paragraphs, the same for frames and for lines.  core. */
#ifndef SMQ_CORE_CONTENT_H
#define SMQ_CORE_CONTENT_H

#include "core/page.h"
#include "core/scene.h"

/* The rule in one sentence, translated. */
const char *content_rule_sentence(void);
/* The word for a side inside a sentence, translated: "sales", "marketing". */
const char *content_side_word(enum side side);

/* The page before the first six cards. */
void content_intro(const struct scene *scene, struct page *page);
/* The rule of the open card's principle, met for the first time. */
void content_principle(const struct scene *scene, struct page *page);
/* Leaving an exam: hand in, pause, or go on. */
void content_leaving(const struct scene *scene, struct page *page);
/* The one-sentence rule after them. */
void content_rule(const struct scene *scene, struct page *page);
/* Storing failed: what happened, and what can be done. */
void content_not_stored(const struct scene *scene, struct page *page);
/* The menu: heading, items, footing. */
void content_menu(const struct scene *scene, struct page *page);
/* The reply to the last input, or the sentence about the last move (struck out, flagged …); "" when
 * there is neither. */
const char *content_notice(const struct scene *scene);

#endif
