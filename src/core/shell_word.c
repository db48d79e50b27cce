/* A word of a command line that people copy into a shell. */
#include "core/shell_word.h"

#include <string.h>

#include "core/text.h"

void shell_word_add(struct str *out, const char *word)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                                "_-./+,:@%";
    struct str quoted = {0};
    str_add(&quoted, *word == '-' ? "./" : "");
    if (*word && word[strspn(word, plain)] == '\0') {
        str_add(&quoted, word);
    } else {
        str_addc(&quoted, '\'');
        for (const char *at = word; *at; at++) {
            if (*at == '\'')
                str_add(&quoted, "'\\''");
            else
                str_addc(&quoted, *at);
        }
        str_addc(&quoted, '\'');
    }
    text_show(out, str_text(&quoted), 0);
    str_free(&quoted);
}
