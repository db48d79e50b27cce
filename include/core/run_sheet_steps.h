/* What a run sheet says at each step, below its heading.  core; part of core/run_sheet.h. */
#ifndef SMQ_CORE_RUN_SHEET_STEPS_H
#define SMQ_CORE_RUN_SHEET_STEPS_H

#include "core/run_sheet_lines.h"

/* What is to be done before people come, with its heading. */
void run_sheet_prepare(struct sheet_lines *lines);
void run_sheet_welcome(struct sheet_lines *lines);
/* Before or after. */
void run_sheet_test(struct sheet_lines *lines, enum part part);
void run_sheet_practice(struct sheet_lines *lines);
void run_sheet_discuss(struct sheet_lines *lines);
void run_sheet_wrap_up(struct sheet_lines *lines);
/* What to do when things go wrong, with its heading. */
void run_sheet_trouble(struct sheet_lines *lines);

#endif
