/* Feeds the reader of shared results any bytes: it must neither crash nor complain in what could
 * act on a terminal, and what it takes must come out as a file that says the same.  libFuzzer's
 * entry. */
#include "fuzz.h"
#include "io/json_doc.h"
#include "io/result_file.h"
#include "io/store.h"

/* A store could keep it, and a terminal could be given it. */
static void check_run(const struct shared_run *run)
{
    struct err e = {0};
    must(store_valid(&run->learner, &run->run, NULL, &e));
    must(learner_name_valid(run->learner.name, &e));
    must(strcmp(run->run.learner, run->learner.id) == 0);
    must(*run->owner == '\0');
    must_be_kept(run->run.mode);
    must_be_kept(run->run.rules);
    must_be_kept(run->run.items);
    for (size_t i = 0; i < run->count; i++) {
        must(store_valid(NULL, NULL, &run->events[i], &e));
        must(run->events[i].sequence == (int)i + 1);
        must(run->events[i].elapsed_ms == 0);
        must(run->events[i].kind != EVENT_END || i + 1 == run->count);
        must_be_kept(run->events[i].activity);
        must_be_kept(run->events[i].note);
    }
}

/* What is written of it is read as the very same run. */
static void check_written(const struct shared_run *run)
{
    struct str text = {0};
    struct arena arena = {0};
    struct shared_runs both = {0};
    struct shared_run back;
    struct err e = {0};
    int line;
    if (result_file_write(&text, run, &e)) { /* in ASCII it may be too long */
        must(result_file_read(text.data, text.len, "", &arena, &back, &line, &e));
        must(back.count == run->count && back.source == run->source);
        must(strcmp(back.learner.name, run->learner.name) == 0);
        must(shared_runs_add(&both, run) == MERGED_NEW);
        must(shared_runs_add(&both, &back) == MERGED_SAME);
    }
    shared_runs_free(&both);
    arena_free(&arena);
    str_free(&text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *bytes = size == 0 ? "" : (const char *)data;
    struct arena arena = {0};
    struct shared_run run;
    struct err e = {0};
    int line = -1;
    if (result_file_read(bytes, size, "", &arena, &run, &line, &e)) {
        check_run(&run);
        check_written(&run);
    } else {
        must(e.status == STATUS_DATA && *e.text && line >= 0);
        must_be_shown(e.text, strlen(e.text));
    }
    json_doc_free(json_doc_parse(bytes, size));
    arena_free(&arena);
    return 0;
}
