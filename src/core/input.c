/* One line of plain mode or of a script, read as what the user wants to do. */
#include "core/input.h"

#include <string.h>

#include "core/text.h"

static const char blanks[] = " \t\r\n";

static size_t trimmed_length(const char *line, size_t len)
{
    while (len > 0 && strchr(blanks, line[len - 1]) != NULL)
        len--;
    return len;
}

static void copy_text(struct input *input, const char *text)
{
    size_t len = text_prefix(text, sizeof input->text - 1);
    memcpy(input->text, text, len);
    input->text[len] = '\0';
}

/* The number written in `word`, less one; -1 when it is none from 1 to 99999. */
static int item_number(const char *word)
{
    int number = 0;
    size_t digits = strspn(word, "0123456789");
    if (digits == 0 || digits > 5 || word[digits] != '\0')
        return -1;
    for (size_t i = 0; i < digits; i++)
        number = number * 10 + (word[i] - '0');
    return number - 1;
}

/* The action a word (in lower case) names in `context`: by a key of one character, or in full. */
static enum action action_from_word(const char *word, unsigned context)
{
    size_t len = strlen(word);
    if (text_cluster(word) == len)
        return action_from_key(key_from_name(word, len), context);
    enum action action = action_from_name(word);
    return action != ACTION_NONE && (action_words(action) & context) ? action : ACTION_NONE;
}

/* What `word` means; false when nothing. */
static bool read_word(struct input *input, char *word, unsigned context)
{
    for (char *c = word; *c != '\0'; c++)
        if (*c >= 'A' && *c <= 'Z')
            *c = (char)(*c - 'A' + 'a');
    input->item = item_number(word);
    if (input->item >= 0) {
        input->action = ACTION_CHOOSE;
        return true;
    }
    input->item = 0;
    input->action = action_from_word(word, context);
    if (input->action != ACTION_NONE)
        return true;
    size_t len = strlen(word);
    if (word[len - 1] != '?')
        return false;
    word[trimmed_length(word, len - 1)] = '\0';
    input->action = word[0] == '\0' ? ACTION_NONE : action_from_word(word, context);
    input->unsure = true;
    return input->action == ACTION_SALES || input->action == ACTION_MARKETING;
}

struct input input_from_line(const char *line, unsigned context)
{
    struct input input = {.kind = INPUT_ACTION};
    line += strspn(line, blanks);
    size_t len = trimmed_length(line, strlen(line));
    if (len == 0) {
        input.action = ACTION_NEXT;
        return input;
    }
    struct str words = {0};
    str_addn(&words, line, len);
    enum action flag = words.data[0] == '!' ? action_from_key('!', context) : ACTION_NONE;
    bool typing = (context & CONTEXT_TYPING) != 0;
    if (flag != ACTION_NONE) {
        input.action = flag;
        copy_text(&input, words.data + 1 + strspn(words.data + 1, blanks));
    } else if (typing || !read_word(&input, words.data, context)) {
        input = (struct input){.kind = INPUT_UNKNOWN};
        str_clear(&words);
        str_addn(&words, line, len);
        copy_text(&input, words.data);
    }
    str_free(&words);
    return input;
}
