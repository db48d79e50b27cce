/* The stack floor: the curses floor, after it has parsed the files of a bank, opened a store and
 * read a learner's answers; before the screens that ask for it, one answer goes durably into the
 * store.
 *   floor_stack SCREENS BANK STORE LEARNER
 * What it reads it uses: numbers that depend on all of it decide the exit status. */
#include <dirent.h>
#include <libconfig.h>
#include <locale.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "bench/floor_screens.h"

enum { PATH_SIZE = 4096, ID_SIZE = 40 };

/* ---- the bank ---- */

/* The bytes of all names and strings. */
static size_t walk(const config_setting_t *setting)
{
    const char *name = config_setting_name(setting);
    size_t sum = name == NULL ? 0 : strlen(name);

    if (config_setting_type(setting) == CONFIG_TYPE_STRING)
        sum += strlen(config_setting_get_string(setting));
    else if (config_setting_is_aggregate(setting))
        for (int i = 0; i < config_setting_length(setting); i++)
            sum += walk(config_setting_get_elem(setting, (unsigned)i));
    return sum;
}

static size_t parse(const char *path)
{
    struct stat status;
    config_t config;
    FILE *file = fopen(path, "r");

    if (file == NULL || fstat(fileno(file), &status) != 0)
        exit(1);
    size_t size = (size_t)status.st_size, sum;
    char *text = malloc(size + 1);
    setvbuf(file, NULL, _IONBF, 0);
    if (text == NULL || fread(text, 1, size, file) != size)
        exit(1);
    text[size] = '\0';
    fclose(file);
    config_init(&config);
    if (config_read_string(&config, text) != CONFIG_TRUE)
        exit(1);
    free(text);
    sum = walk(config_root_setting(&config));
    config_destroy(&config);
    return sum;
}

static int is_bank(const struct dirent *entry)
{
    const char *dot = strrchr(entry->d_name, '.');
    return entry->d_name[0] != '.' && dot != NULL && strcmp(dot, ".cfg") == 0;
}

static size_t read_bank(const char *folder)
{
    struct dirent **names;
    size_t sum = 0;
    int count = scandir(folder, &names, is_bank, alphasort);

    for (int i = 0; i < count; i++) {
        char path[PATH_SIZE];

        snprintf(path, sizeof path, "%s/%s", folder, names[i]->d_name);
        sum += parse(path);
        free(names[i]);
    }
    if (count <= 0)
        exit(1);
    free(names);
    return sum;
}

/* ---- the store ---- */

struct store {
    sqlite3 *db;
    sqlite3_stmt *insert;
    char run[ID_SIZE]; /* of the answer read last */
    int answers;
};

static void check(const struct store *store, bool good)
{
    if (good)
        return;
    fprintf(stderr, "floor_stack: %s\n", sqlite3_errmsg(store->db));
    exit(1);
}

static void open_store(struct store *store, const char *path)
{
    check(store, sqlite3_open_v2(path, &store->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX,
                                 NULL) == SQLITE_OK &&
                     sqlite3_exec(store->db,
                                  "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;"
                                  "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL",
                                  NULL, NULL, NULL) == SQLITE_OK);
}

/* Reads what a history is made of: of each run its mode, rules, bank and start, of each event what
 * it says.  Two statements, because one that joins them takes twice as long. */
static size_t read_answers(struct store *store, const char *learner)
{
    static const char runs_sql[] = "SELECT id, mode, rules, bank, started_utc_ms, utc_offset_min"
                                   " FROM run WHERE learner IN"
                                   " (SELECT id FROM learner WHERE name = ?1)"
                                   " ORDER BY started_utc_ms, id";
    static const char events_sql[] = "SELECT kind, activity, wording, keyed, choice, sure, utc_ms,"
                                     " utc_offset_min, note FROM event WHERE run = ?1"
                                     " ORDER BY sequence";
    enum { RUN_COLUMNS = 6, EVENT_COLUMNS = 9 };
    sqlite3_stmt *runs, *events;
    size_t sum = 0;
    int code;

    check(store, sqlite3_prepare_v2(store->db, runs_sql, -1, &runs, NULL) == SQLITE_OK &&
                     sqlite3_prepare_v2(store->db, events_sql, -1, &events, NULL) == SQLITE_OK &&
                     sqlite3_bind_text(runs, 1, learner, -1, SQLITE_STATIC) == SQLITE_OK);
    while ((code = sqlite3_step(runs)) == SQLITE_ROW) {
        const char *id = (const char *)sqlite3_column_text(runs, 0);
        for (int i = 1; i < RUN_COLUMNS; i++)
            sum += strlen((const char *)sqlite3_column_text(runs, i));
        snprintf(store->run, sizeof store->run, "%s", id);
        sqlite3_reset(events);
        sqlite3_bind_text(events, 1, store->run, -1, SQLITE_STATIC);
        while ((code = sqlite3_step(events)) == SQLITE_ROW) {
            store->answers += *sqlite3_column_text(events, 0) == 'a';
            for (int i = 1; i < EVENT_COLUMNS; i++)
                sum += i >= 5 && i <= 7 ? (size_t)sqlite3_column_int64(events, i)
                                        : strlen((const char *)sqlite3_column_text(events, i));
        }
        check(store, code == SQLITE_DONE);
    }
    check(store, code == SQLITE_DONE);
    sqlite3_finalize(events);
    sqlite3_finalize(runs);
    return sum;
}

/* One more answer, of the same bytes as any. */
static void keep_answer(struct store *store, int number)
{
    char id[ID_SIZE];

    if (store->insert == NULL)
        check(store, sqlite3_prepare_v2(store->db,
                                        "INSERT INTO event VALUES (?1, ?2, ?3, 'answer',"
                                        " 'core:some-scenario/some-act', '0123456789abcdef',"
                                        " 'sales', 'sales', 1, 2345, 1700000000000, 60, '')",
                                        -1, &store->insert, NULL) == SQLITE_OK);
    snprintf(id, sizeof id, "%08d-0000-7000-8000-000000000000", number);
    sqlite3_reset(store->insert);
    sqlite3_bind_text(store->insert, 1, id, -1, SQLITE_TRANSIENT);
    sqlite3_bind_text(store->insert, 2, store->run, -1, SQLITE_STATIC);
    sqlite3_bind_int(store->insert, 3, 1000 + number);
    check(store, sqlite3_step(store->insert) == SQLITE_DONE);
}

int main(int argc, char **argv)
{
    struct store store = {0};
    bool durable;
    struct screens *s = argc == 5 ? screens_read(argv[1]) : NULL;
    if (s == NULL)
        return 1;
    setlocale(LC_ALL, "");
    size_t sum = read_bank(argv[2]);
    open_store(&store, argv[3]);
    sum += read_answers(&store, argv[4]);
    screens_start(s);
    for (int i = 0; screens_more(s, &durable); i++) {
        if (durable)
            keep_answer(&store, i);
        screens_draw(s);
        screens_key();
    }
    return sum == 0 || store.answers == 0;
}
