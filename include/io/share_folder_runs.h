/* The runs of sessions in folders: putting them there, reading and collecting them.  io; of
 * io/share_folder, whose operations push and each_run these are. */
#ifndef SMQ_IO_SHARE_FOLDER_RUNS_H
#define SMQ_IO_SHARE_FOLDER_RUNS_H

#include "io/share.h"

bool share_folder_push(struct share *s, const struct shared_run *run, int *stored, struct err *e);
/* The runs of results/ and collected/, merged: each is handed out once.  Its owner is the login of
 * the user who proves to have put it there; nobody's where all are from one user but of several
 * people, because then a disk or a person who knows no owners brought them. */
bool share_folder_each_run(struct share *s, const char *code, shared_run_fn *fn, void *context,
                           struct faults *refused, struct err *e);

#endif
