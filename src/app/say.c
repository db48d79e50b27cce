/* Sentences to a person outside the full screen: standard output and standard error. */
#include "app/say.h"

#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "core/memory_out.h"
#include "io/paths.h"
#include "io/replace.h"
#include "ui/terminal.h"

enum charset say_charset(void)
{
    return strcmp(nl_langinfo(CODESET), "UTF-8") == 0 ? CHARSET_UTF8 : CHARSET_ASCII;
}

enum charset say_start(void)
{
    struct str catalogs = {0};
    setlocale(LC_ALL, "");
    setlocale(LC_NUMERIC, "C");
    paths_messages(&catalogs);
    bindtextdomain("smquiz", str_text(&catalogs));
    str_free(&catalogs);
    bind_textdomain_codeset("smquiz", "UTF-8");
    textdomain("smquiz");
    return say_charset();
}

static bool write_to(FILE *stream, const char *text)
{
    struct str adapted = {0};
    text_adapt(&adapted, text, say_charset());
    fputs(str_text(&adapted), stream);
    str_free(&adapted);
    return fflush(stream) == 0 && !ferror(stream);
}

enum status say_out(const char *text)
{
    errno = 0;
    if (write_to(stdout, text) || errno == EPIPE) /* a reader that has had enough is no fault */
        return STATUS_OK;
    say_error(_("Standard output cannot be written."));
    return STATUS_IO;
}

void say_error(const char *sentence)
{
    struct str line = {0};
    str_addf(&line, "smquiz: %s\n", sentence);
    write_to(stderr, str_text(&line));
    str_free(&line);
}

void say_written(const char *path)
{
    struct str shown = {0}, line = {0};
    if (!path || strcmp(path, "-") == 0 || isatty(STDERR_FILENO) != 1)
        return;
    text_show(&shown, path, 0);
    /* TRANSLATORS: %s is the path of a file. */
    str_addf(&line, _("%s is written.\n"), str_text(&shown));
    write_to(stderr, str_text(&line));
    str_free(&shown);
    str_free(&line);
}

bool say_into(const char *path, const struct str *text, struct err *e)
{
    bool written = replace_text(path, text, e);
    if (written)
        say_written(path);
    return written;
}

void say_faults(const struct faults *faults)
{
    struct str text = {0};
    faults_write(faults, &text);
    write_to(stderr, str_text(&text));
    str_free(&text);
}

/* Takes no memory of ours, and leaves as it stands what is half written. */
void memory_out(void)
{
    terminal_restore();
    fputs(_("smquiz: There is no memory left, so this ends here.  What was saved stays saved.\n"),
          stderr);
    _exit(STATUS_NO_MEMORY);
}
