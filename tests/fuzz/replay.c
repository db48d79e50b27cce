/* Feeds a fuzz target the files it is given, folders with all that is in them: without libFuzzer,
 * so that what was found once is tried again wherever the tests run.  Prints how many there were.
 */
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>

#include "core/xmalloc.h"
#include "fuzz.h"

/* Names of files, to be tried in an order of their own. */
struct files {
    char **items;
    size_t len, cap;
};

static void gather(const char *path, struct files *files)
{
    struct stat st;
    struct dirent *entry;
    if (stat(path, &st) != 0) {
        fprintf(stderr, "%s: %s\n", path, strerror(errno));
        exit(1);
    }
    DIR *folder = S_ISDIR(st.st_mode) ? opendir(path) : NULL;
    if (!folder) {
        struct str copy = {0};
        str_add(&copy, path);
        files->items = xgrow(files->items, files->len, &files->cap, sizeof *files->items);
        files->items[files->len++] = copy.data;
        return;
    }
    while ((entry = readdir(folder))) {
        struct str inside = {0};
        str_addf(&inside, "%s/%s", path, entry->d_name);
        if (entry->d_name[0] != '.')
            gather(inside.data, files);
        str_free(&inside);
    }
    closedir(folder);
}

static void feed(const char *path)
{
    FILE *file = fopen(path, "rb");
    struct str text = {0};
    char bytes[4096];
    size_t got;
    if (!file) {
        fprintf(stderr, "%s: %s\n", path, strerror(errno));
        exit(1);
    }
    while ((got = fread(bytes, 1, sizeof bytes, file)) > 0)
        str_addn(&text, bytes, got);
    fclose(file);
    /* copied to its own size, so that a sanitizer sees what is read beyond it */
    uint8_t *exact = xcalloc(text.len ? text.len : 1, 1);
    memcpy(exact, str_text(&text), text.len);
    LLVMFuzzerTestOneInput(exact, text.len);
    free(exact);
    str_free(&text);
}

int main(int argc, char **argv)
{
    struct files files = {0};
    for (int i = 1; i < argc; i++)
        gather(argv[i], &files);
    for (size_t i = 0; i < files.len; i++) {
        fprintf(stderr, "%s\n", files.items[i]); /* the last one named is the one that failed */
        feed(files.items[i]);
        free(files.items[i]);
    }
    printf("%zu\n", files.len);
    free(files.items);
    return files.len > 0 ? 0 : 1;
}
