/* A translation of one sentence, for tests of what a translation does to a page: these functions
 * stand in for the ones of libintl. */
#ifndef SMQ_TESTS_SPOKEN_H
#define SMQ_TESTS_SPOKEN_H

#include <libintl.h>
#include <string.h>

static struct {
    const char *sentence, *translation; /* NULL: everything is as it is written */
} spoken;

#undef gettext
#undef dcgettext

char *gettext(const char *sentence);
char *dcgettext(const char *domain, const char *sentence, int category);

char *gettext(const char *sentence)
{
    bool known = spoken.sentence && strcmp(sentence, spoken.sentence) == 0;
    return (char *)(uintptr_t)(known ? spoken.translation : sentence);
}

/* What gettext is a macro for, where there is such a macro. */
char *dcgettext(const char *domain, const char *sentence, int category)
{
    (void)domain;
    (void)category;
    return gettext(sentence);
}

#endif
