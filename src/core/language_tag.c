/* Language tags for machines. */
#include "core/language_tag.h"

#include "core/base.h"

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

const char *language_tag(const char *language)
{
    enum { FIRST_LEAST = 2, FIRST_MOST = 3, SUBTAG_MAX = 8 };
    int len = 0, most = FIRST_MOST, least = FIRST_LEAST;
    for (const char *at = language;; at++) {
        if (is_letter(*at) || (most == SUBTAG_MAX && *at >= '0' && *at <= '9')) {
            if (++len > most)
                return "und";
        } else if (len < least || (*at && *at != '-')) {
            return "und";
        } else if (!*at) {
            return language;
        } else {
            len = 0;
            most = SUBTAG_MAX;
            least = 1;
        }
    }
}
