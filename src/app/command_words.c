/* Commands by the words they are called by, some of them by two. */
#include "app/command_words.h"

#include <string.h>

#include "app/usage.h"

const char *command_words_next(enum command command, const char *const *words, size_t count,
                               size_t *len)
{
    const char *rest = command_info(command)->words;
    *len = strcspn(rest, " ");
    for (size_t i = 0; i < count; i++) {
        if (!*len || strlen(words[i]) != *len || memcmp(words[i], rest, *len) != 0)
            return NULL;
        rest += *len + (rest[*len] == ' ');
        *len = strcspn(rest, " ");
    }
    return rest;
}

enum command command_words_find(const char *const *words, size_t count, size_t *used)
{
    enum { WORDS_MAX = 2 };
    for (*used = count < WORDS_MAX ? count : WORDS_MAX; *used > 0; --*used)
        for (int i = COMMAND_MENU + 1; i < COMMAND_COUNT; i++) {
            size_t len;
            const char *next = command_words_next((enum command)i, words, *used, &len);
            if (next && !len)
                return (enum command)i;
        }
    return COMMAND_MENU;
}

void command_words_second(struct str *out, const char *first)
{
    for (int i = 0; i < COMMAND_COUNT; i++) {
        size_t len;
        const char *second = command_words_next((enum command)i, &first, 1, &len);
        if (second && len)
            str_addf(out, "%s%s", out->len ? ", " : "", second);
    }
}
