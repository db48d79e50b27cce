/* Which of several languages to take, by tags ("de-AT") and names of locales ("de_AT.UTF-8"). core.
 * Two are the same when their first parts are ("de"), in either case of letters. */
#ifndef SMQ_CORE_LANGUAGE_H
#define SMQ_CORE_LANGUAGE_H

#include "core/str.h"

/* Whether it can be given as a language: a tag, with "_" as good as "-". */
bool language_valid(const char *text);
/* Whether a text names a language at all: "C", "POSIX" and "English" do not. */
bool language_named(const char *text);
/* False also when one of them names none. */
bool language_same(const char *a, const char *b);
/* The place among the `count` languages of the first one in `wanted` (best first, ":" between, as
 * in LANGUAGE) that is there; -1 when none is. */
int language_choose(const char *wanted, const char *const *there, size_t count);
/* Appends a tag as gettext names its catalogs: "de_AT" for "de-at", without script and variants. */
void language_catalog(struct str *out, const char *tag);
/* The same with the region of the same letters, as most languages' own locale has it: "de_DE". */
void language_home(struct str *out, const char *tag);

#endif
