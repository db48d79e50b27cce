/* Pieces of pages that several screens share: what is of a side, and pages about a principle. core.
 */
#ifndef SMQ_CORE_CONTENT_PIECE_H
#define SMQ_CORE_CONTENT_PIECE_H

#include "core/page.h"
#include "core/scene.h"

/* The role in which texts of a side are drawn. */
enum role content_piece_role(enum side side);
/* Columns for the longer name of the two sides and the blank behind it. */
int content_piece_label_cols(const struct scene *scene, const struct page *page);
/* Adds a text behind the name of its side. */
struct paragraph *content_piece_of_side(const struct scene *scene, enum side side, const char *text,
                                        struct page *page);
/* What the principle looks like on each side, where the bank says so. */
void content_piece_looks(const struct scene *scene, int principle, struct page *page);
/* Two activities of one scenario, one of each side, under its situation, with their clues marked;
 * then how the two sides needed each other there. */
void content_piece_contrast(const struct scene *scene, const int activities[SIDE_COUNT],
                            struct page *page);
/* Appends the title of a principle, and how many answers on it were misses. */
void content_piece_missed(const struct scene *scene, const char *title, int missed, int answers,
                          struct str *out);

#endif
