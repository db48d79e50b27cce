/* Sessions in a folder: on a shared disk, a stick, or a host that many log in to.  io.
 *   FOLDER/CODE/session.cfg  the session's file
 *   FOLDER/CODE/open         the id of the part that is open, "none" for none; without this file
 *                            nobody opens parts
 *   FOLDER/CODE/results/     one JSON Lines file a run (io/result_file.h): OWNER-RUN.jsonl; a spool
 *                            (mode 3733) where the file system has owners
 *   FOLDER/CODE/collected/   results the trainer has taken in; nobody else's business (0700)
 * Of a session's file alone, under any name, the others lie beside it. */
#ifndef SMQ_IO_SHARE_FOLDER_H
#define SMQ_IO_SHARE_FOLDER_H

#include "io/share.h"

/* Opens FOLDER, FOLDER/CODE, or a session's file alone; missing is an error, see share_open. */
struct share *share_folder_open(const char *path, struct err *e) NODISCARD;
/* The same for a folder where sessions are to be made, which is made itself when missing (0755;
 * folders above it 0700). */
struct share *share_folder_make(const char *path, struct err *e) NODISCARD;

/* ---- taking results in; for trainers, on a share that share_folder_open or _make gave ---- */

/* What collecting came to. */
struct share_collected {
    int taken; /* files that went from results/ into collected/ */
    int open;  /* that stay in results/ because their run has not ended */
};

/* Copies every complete result of the session from results/ into collected/, and removes it from
 * there once it is safe.  What is refused is a complaint in `refused` and stays where it is.  False
 * and *e when it cannot be done at all, or stops on the way with nothing lost. */
bool share_folder_collect(struct share *share, const char *code, struct share_collected *out,
                          struct faults *refused, struct err *e);
/* Keeps a run that came from elsewhere in collected/; nobody is proven to have made it. */
bool share_folder_keep(struct share *share, const struct shared_run *run, struct err *e);

#endif
