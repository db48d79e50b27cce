/* Foreign text in XML, SVG and HTML.  core. */
#ifndef SMQ_CORE_XML_TEXT_H
#define SMQ_CORE_XML_TEXT_H

#include "core/str.h"

/* Appends `len` bytes as character data or as the value of an attribute in quotes of either kind:
 * & < > " ' are escaped. */
void xml_addn(struct str *out, const char *text, size_t len);
void xml_add(struct str *out, const char *text);
/* The same for a text of unknown origin: without invisible characters, and what may not be shown
 * becomes U+FFFD (core/text_adapt.h). */
void xml_add_foreign(struct str *out, const char *text);

#endif
