/* Which path may have been meant by one that is not there. */
#include "io/near_path.h"

#include <dirent.h>
#include <string.h>
#include <sys/stat.h>

#include "core/near.h"

enum { OFF_MAX = 2, BYTES_PER_FAULT = 3 };

/* A path in three: the folders that are there with their slash, the name that is missing, and what
 * stands behind it. */
struct parted {
    struct str folder, name;
    const char *rest;
};

static bool is_there(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0;
}

/* Parts the path at the first name that is missing; false when all of it is there. */
static bool part_path(const char *path, struct parted *out)
{
    for (const char *name = path + strspn(path, "/"); *name; name += strspn(name, "/")) {
        const char *rest = name + strcspn(name, "/");
        struct str upto = {0};
        str_addn(&upto, path, (size_t)(rest - path));
        bool there = is_there(str_text(&upto));
        str_free(&upto);
        if (!there) {
            str_addn(&out->folder, path, (size_t)(name - path));
            str_addn(&out->name, name, (size_t)(rest - name));
            out->rest = rest;
            return true;
        }
        name = rest;
    }
    return false;
}

/* Looks through the folder; `best` becomes the path meant, or stays empty. */
static void find_nearest(const struct parted *parted, DIR *dir, struct str *best)
{
    struct str nearest = {0};
    int most = (int)parted->name.len / BYTES_PER_FAULT,
        least = 1 + (most < OFF_MAX ? most : OFF_MAX);
    for (struct dirent *entry; (entry = readdir(dir));) {
        /* of those alike the first by its bytes */
        int off = least + (strcmp(entry->d_name, str_text(&nearest)) < 0);
        if (!near_nearer(str_text(&parted->name), entry->d_name, &off))
            continue;
        struct str whole = {0};
        str_addf(&whole, "%s%s%s", str_text(&parted->folder), entry->d_name, parted->rest);
        if (is_there(str_text(&whole))) {
            least = off;
            str_clear(&nearest);
            str_add(&nearest, entry->d_name);
            str_clear(best);
            str_add(best, str_text(&whole));
        }
        str_free(&whole);
    }
    str_free(&nearest);
}

bool near_path(const char *path, struct str *out)
{
    struct parted parted = {0};
    struct str best = {0};
    if (part_path(path, &parted)) {
        DIR *dir = opendir(parted.folder.len ? str_text(&parted.folder) : ".");
        if (dir) {
            find_nearest(&parted, dir, &best);
            closedir(dir);
        }
    }
    bool found = best.len > 0;
    str_add(out, str_text(&best));
    str_free(&parted.folder);
    str_free(&parted.name);
    str_free(&best);
    return found;
}
