/* UTF-8 text as a reader and a terminal see it: widths, lines, grapheme clusters. */
#include "core/text.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unigbrk.h>
#include <unilbrk.h>
#include <unistr.h>
#include <uniwidth.h>

#include "core/xmalloc.h"

enum { CLUSTER_COLS_MAX = 2, UTF8_BYTES_MAX = 4 };

static const uint8_t *utf8(const char *text)
{
    return (const uint8_t *)text;
}

static bool is_printable_ascii(char c)
{
    return c >= 0x20 && c < 0x7f;
}

/* Whether nothing behind text[0] can join it: printable ASCII, then ASCII or the end. */
static bool is_ascii_cluster(const char *text, size_t len)
{
    return is_printable_ascii(text[0]) && (len == 1 || (unsigned char)text[1] < 0x80);
}

/* Whether the text is a single character, as the pieces of boxes and bars are. */
static bool is_one_character(const char *text, size_t len)
{
    return len <= UTF8_BYTES_MAX && u8_mblen(utf8(text), len) == (int)len;
}

/* Where the second cluster starts, seen through the first `window` bytes of `len`; 0 when that
 * cannot be told from them.  `breaks` has room for a window. */
static size_t second_cluster(const char *text, size_t len, size_t window, char *breaks)
{
    u8_grapheme_breaks(utf8(text), window, breaks);
    /* a character at the window's end may be cut: no break there is certain */
    size_t certain = window == len ? len : window - UTF8_BYTES_MAX + 1;
    for (size_t i = 1; i < certain; i++)
        if (breaks[i])
            return i;
    return window == len ? len : 0;
}

size_t text_clustern(const char *text, size_t len)
{
    if (len == 0 || text[0] == '\0')
        return 0;
    if (is_ascii_cluster(text, len))
        return 1;
    if (is_one_character(text, len))
        return len;
    char breaks[256];
    for (size_t window = 16; window <= sizeof breaks; window *= 4) {
        size_t found = second_cluster(text, len, window < len ? window : len, breaks);
        if (found > 0)
            return found;
    }
    char *all = xcalloc(len, 1);
    size_t found = second_cluster(text, len, len, all);
    free(all);
    return found;
}

size_t text_cluster(const char *text)
{
    if (text[0] != '\0' && is_ascii_cluster(text, 2))
        return 1;
    return text_clustern(text, strlen(text));
}

/* Columns of one cluster: no terminal gives it more than two. */
static int cluster_width(const char *text, size_t len)
{
    if (len == 1)
        return is_printable_ascii(text[0]) || (unsigned char)text[0] >= 0x80;
    int cols = 0;
    for (size_t i = 0; i < len && cols < CLUSTER_COLS_MAX;) {
        ucs4_t character;
        i += (size_t)u8_mbtouc(&character, utf8(text) + i, len - i);
        int width = uc_width(character, "UTF-8");
        cols += width > 0 ? width : 0;
    }
    return cols < CLUSTER_COLS_MAX ? cols : CLUSTER_COLS_MAX;
}

/* Whether every byte is a cluster of one column. */
static bool is_plain(const char *text, size_t len)
{
    return text_plain(text, len) == len;
}

int text_widthn(const char *text, size_t len)
{
    int cols = 0;
    if (is_plain(text, len))
        return len > INT_MAX ? INT_MAX : (int)len;
    for (size_t i = 0, cluster; (cluster = text_clustern(text + i, len - i)) > 0; i += cluster)
        cols += cluster_width(text + i, cluster);
    return cols;
}

int text_width(const char *text)
{
    return text_widthn(text, strlen(text));
}

size_t text_length(const char *text)
{
    size_t len = strlen(text);
    if (is_plain(text, len))
        return len;
    char *breaks = xcalloc(len, 1);
    u8_grapheme_breaks(utf8(text), len, breaks);
    size_t count = 0;
    for (size_t i = 0; i < len; i++)
        count += breaks[i] != 0;
    free(breaks);
    return count;
}

/* A text with the places where its clusters start and where a line may break, byte by byte. */
struct breakable {
    const char *text;
    size_t len;
    const char *clusters, *lines;
};

static size_t cluster_end(const struct breakable *b, size_t start)
{
    size_t end = start + 1;
    while (end < b->len && !b->clusters[end])
        end++;
    return end;
}

/* Fills `line` with the line that starts at `from`; returns where the next one starts. */
static size_t wrap_line(const struct breakable *b, size_t from, int cols, struct text_line *line)
{
    struct text_line ink = {b->text + from, 0, 0}; /* up to the last character that is no blank */
    struct text_line before_break = ink;
    size_t break_at = from;
    int width = 0;
    for (size_t i = from, end; i < b->len; i = end) {
        end = cluster_end(b, i);
        if (b->lines[i] == UC_BREAK_MANDATORY || b->lines[end - 1] == UC_BREAK_MANDATORY) {
            *line = ink;
            return end;
        }
        if (b->lines[i] == UC_BREAK_POSSIBLE && i > from) {
            break_at = i;
            before_break = ink;
        }
        bool blank = b->text[i] == ' ' && end == i + 1; /* blanks may hang over the edge */
        int more = cluster_width(b->text + i, end - i);
        if (!blank && width + more > cols && i > from) {
            *line = break_at > from ? before_break : ink;
            return break_at > from ? break_at : i;
        }
        width += more;
        if (!blank)
            ink = (struct text_line){b->text + from, end - from, width};
    }
    *line = ink;
    return b->len;
}

/* A plain text that needs no break: most of what stands on a screen. */
static size_t one_line(const char *text, size_t len, struct text_line *lines, size_t max)
{
    while (len > 0 && text[len - 1] == ' ')
        len--;
    if (max > 0)
        lines[0] = (struct text_line){text, len, (int)len};
    return 1;
}

size_t text_wrap(const char *text, int cols, struct text_line *lines, size_t max)
{
    size_t len = strlen(text);
    if (len == 0)
        return 0;
    bool plain = is_plain(text, len);
    if (plain && len <= (size_t)cols)
        return one_line(text, len, lines, max);
    char *clusters = xcalloc(len, 2), *line_breaks = clusters + len;
    if (plain)
        memset(clusters, 1, len);
    else
        u8_grapheme_breaks(utf8(text), len, clusters);
    u8_possible_linebreaks(utf8(text), len, "UTF-8", line_breaks);
    struct breakable b = {text, len, clusters, line_breaks};
    size_t count = 0;
    for (size_t from = 0; from < len; count++) {
        struct text_line line;
        from = wrap_line(&b, from, cols, &line);
        if (count < max)
            lines[count] = line;
    }
    free(clusters);
    return count;
}

size_t text_clip(const char *text, int cols)
{
    size_t len = strlen(text), fits = 0;
    for (size_t cluster; (cluster = text_clustern(text + fits, len - fits)) > 0; fits += cluster) {
        cols -= cluster_width(text + fits, cluster);
        if (cols < 0)
            break;
    }
    return fits;
}

size_t text_prefix(const char *text, size_t max)
{
    size_t len = strnlen(text, max);
    if (len < max || text[len] == '\0')
        return len;
    /* back to the start of the character that the limit cuts, if it cuts one */
    size_t start = len;
    while (start > 0 && (text[start] & 0xc0) == 0x80)
        start--;
    return start;
}
