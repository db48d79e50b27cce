/* Language tags (BCP 47) for machines.  core. */
#ifndef SMQ_CORE_LANGUAGE_TAG_H
#define SMQ_CORE_LANGUAGE_TAG_H

/* `language` when it has the shape of a tag ("en", "de-AT"), else "und" for undetermined. */
const char *language_tag(const char *language);

#endif
