/* Runs made of what was typed in: a result code, or a tick sheet.  core.
 * Their ids are made from their content (UUIDs of version 5), so that whoever types the same thing
 * again, anywhere and at any time, makes the same run:
 *   the learner's  from the session's code and the name as core/person_name.h folds it; without a
 *                  name from the session's code and the learner tag of the result code;
 *   the run's      from the session's code, part, form, learner and answers, and the round if that
 *                  is not 0;
 *   an event's     from the run's and its sequence.
 * Nobody knows when the answers were given: events have the time 0, and the run has started when it
 * was typed in, which merging does not look at. */
#ifndef SMQ_CORE_TYPED_RUN_H
#define SMQ_CORE_TYPED_RUN_H

#include "core/result_code.h"
#include "core/shared_run.h"

/* Makes the complete run of a person called `name` (already valid) or of nobody in particular ("").
 * The round is 0, or tells apart what is typed once more after it was corrected to something else.
 * Without a name, or in a session without names, the learner's name is a mark such as "code 4FZ",
 * and the run's rules say that it is nameless.  Everything in *out lives in `arena`. */
void typed_run_make(const struct session *session, const char *name, enum source source,
                    const struct result_code *result, int round, struct now now,
                    struct arena *arena, struct shared_run *out);

/* The learner's id of whoever is called `name`, or has a code of this tag and no name (""). */
void typed_learner_id(const struct session *session, const char *name, unsigned tag,
                      char id[UUID_SIZE]);

/* The learner's id as a session without names sees it: one that nobody can connect with what the
 * same person did in another session. */
void nameless_learner_id(const char *session_code, const char *learner_id, char id[UUID_SIZE]);

/* The learner's id as the session sees it: that one, or where there are names the learner's own. */
void session_learner_id(const struct session *session, const char *learner_id, char id[UUID_SIZE]);

enum { TYPED_RUN_MARK_SIZE = 16 };
/* What somebody of this learner tag is called where there are no names: "code 4FZ", "played 0KA".
 */
void typed_run_mark(char mark[TYPED_RUN_MARK_SIZE], enum source source, unsigned tag);

#endif
