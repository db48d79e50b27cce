/* Merging results from elsewhere with those of a session. */
#include "app/session_merge.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "core/session_enter.h"
#include "core/text.h"
#include "io/clock.h"
#include "io/result_folder.h"
#include "io/share_folder.h"
#include "io/text_file.h"

enum { SHOWN_MAX = 120 };

static bool add(const struct shared_run *run, void *context)
{
    struct session_merge *merge = context;
    shared_runs_add(&merge->runs, run);
    return true;
}

bool session_merge_start(struct session_merge *merge, const struct session_place *place,
                         const struct session *session, struct err *e)
{
    *merge = (struct session_merge){.place = place, .session = session};
    return place->share->ops->each_run(place->share, session->code, add, merge, &merge->refused, e);
}

void session_merge_free(struct session_merge *merge)
{
    shared_runs_free(&merge->runs);
    faults_free(&merge->refused);
}

/* Puts a run where the session is. */
static bool put(const struct session_merge *merge, const struct shared_run *run, struct err *e)
{
    struct share *share = merge->place->share;
    int stored = 0;
    if (!share_is_uri(str_text(&merge->place->where)))
        return share_folder_keep(share, run, e);
    if (!share->ops->push(share, run, &stored, e))
        return false;
    return stored >= (int)run->count ||
           err_set(e, STATUS_TRY_LATER, _("Not all of it has arrived yet."));
}

/* Merges one run that was read at this place. */
static bool take(struct session_merge *merge, const struct shared_run *run, struct place place,
                 struct err *e)
{
    switch (shared_runs_add(&merge->runs, run)) {
    case MERGED_NEW:
    case MERGED_LONGER:
        merge->added++;
        return put(merge, run, e);
    case MERGED_SAME:
        merge->repeated++;
        return true;
    case MERGED_CONFLICT:
        break;
    }
    faults_add(&merge->refused, FAULT_ERROR, place,
               _("it contradicts what is there already of the same run"));
    return true;
}

/* ---- results in files ---- */

struct taking {
    struct session_merge *merge;
    struct err *e;
    bool failed;
};

static bool take_file(const struct result_found *found, void *context)
{
    struct taking *taking = context;
    struct str path = {0};
    str_addf(&path, "%s%s%s", found->folder, *found->folder ? "/" : "", found->name);
    taking->failed = !take(taking->merge, found->run, (struct place){path.data, 0}, taking->e);
    str_free(&path);
    return !taking->failed;
}

static bool take_folder(struct session_merge *merge, const char *path, struct err *e)
{
    static const char *const parts[] = {"", "/results", "/collected"};
    struct taking taking = {.merge = merge, .e = e};
    for (size_t i = 0; i < ARRAY_LEN(parts) && !taking.failed; i++) {
        struct str folder = {0};
        struct err closed = {0};
        str_addf(&folder, "%s%s", path, parts[i]);
        if (!result_folder_each(folder.data, RESULT_ELSEWHERE, merge->session->code, take_file,
                                &taking, &merge->refused, &closed))
            faults_add(&merge->refused, FAULT_ERROR, (struct place){folder.data, 0}, "%s",
                       closed.text);
        str_free(&folder);
    }
    return !taking.failed;
}

/* ---- results in lines ---- */

static bool take_line(struct session_merge *merge, const char *line, struct place place,
                      struct err *e)
{
    struct now now = clock_now_after(&merge->typed_utc_ms);
    struct arena arena = {0};
    struct shared_run run;
    struct err why = {0};
    bool found = false, good = true;
    if (!session_enter_line(merge->session, line, now, &arena, &run, &found, &why))
        faults_add(&merge->refused, FAULT_ERROR, place, "%s", why.text);
    else if (found)
        good = take(merge, &run, place, e);
    arena_free(&arena);
    return good;
}

static bool take_lines(struct session_merge *merge, const char *path, const char *text,
                       struct err *e)
{
    struct str line = {0};
    bool good = true;
    for (int number = 1; *text && good; number++) {
        size_t len = strcspn(text, "\n");
        size_t end = len > 0 && text[len - 1] == '\r' ? len - 1 : len;
        str_clear(&line);
        str_addn(&line, text, end);
        good = take_line(merge, str_text(&line), (struct place){path, number}, e);
        text += len + (text[len] == '\n');
    }
    str_free(&line);
    return good;
}

/* ---- whatever it is ---- */

/* Whether it is no text, apart from its lines. */
static bool is_binary(const struct str *bytes)
{
    size_t at;
    return bytes->len > 0 && (memchr(bytes->data, '\0', bytes->len) ||
                              text_examine(bytes->data, bytes->len, &at) == TEXT_ILL_FORMED);
}

static bool take_text(struct session_merge *merge, const char *path, struct err *e)
{
    static const char suffix[] = ".jsonl";
    struct str bytes = {0};
    struct err why = {0};
    struct taking taking = {.merge = merge, .e = e};
    struct place place = {path, 0};
    size_t len = strlen(path), tail = strlen(suffix);
    bool good = true;
    bool named = len > tail && strcmp(path + len - tail, suffix) == 0;
    if (!named && !text_file_read(path, &bytes, &why)) {
        faults_add(&merge->refused, FAULT_ERROR, place, "%s", why.text);
    } else if (named || *(str_text(&bytes) + strspn(str_text(&bytes), " \t\r\n")) == '{') {
        result_folder_file(path, merge->session->code, take_file, &taking, &merge->refused);
        good = !taking.failed;
    } else if (is_binary(&bytes)) {
        faults_add(&merge->refused, FAULT_ERROR, place, _("it is no result of smquiz"));
    } else {
        good = take_lines(merge, path, str_text(&bytes), e);
    }
    str_free(&bytes);
    return good;
}

bool session_merge_path(struct session_merge *merge, const char *path, struct err *e)
{
    struct stat st;
    if (stat(path, &st) != 0) {
        faults_add(&merge->refused, FAULT_ERROR, (struct place){path, 0}, "%s", strerror(errno));
        return true;
    }
    return S_ISDIR(st.st_mode) ? take_folder(merge, path, e) : take_text(merge, path, e);
}
