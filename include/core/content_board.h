/* The board: cards at their sides or between them, and how they lay once judged.  core. */
#ifndef SMQ_CORE_CONTENT_BOARD_H
#define SMQ_CORE_CONTENT_BOARD_H

#include "core/page.h"
#include "core/scene.h"

/* What is to be done, translated. */
const char *content_board_heading(void);
/* The cards under their situations, for a frame: those without a side stand in the middle, the
 * others `shift` columns to its left or right.  All of them have the same room in any place. */
void content_board(const struct scene *scene, struct page *page, int shift);
/* The same as a numbered list for lines; where it is brief only which cards have a side by now. */
void content_board_lines(const struct scene *scene, struct page *page);
/* Whether the list was just read: the last input gave cards their sides, or meant nothing. */
bool content_board_brief(const struct scene *scene);
/* The judged board, scenario by scenario: both sides' cards with their clues marked, why where one
 * was missed, and how the sides needed each other. */
void content_board_result(const struct scene *scene, struct page *page);

#endif
