/* What happened before a picture is taken: a learner's weeks, and a session. */
#include "pictures/past.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/session_make.h"
#include "core/session_write.h"
#include "io/bank_file.h"
#include "io/session_file.h"
#include "io/share_folder.h"
#include "io/share_queue.h"
#include "io/store_mem.h"
#include "io/store_sqlite.h"
#include "pictures/player.h"

#define MINUTE_MS INT64_C(60000)
#define DAY_MS INT64_C(86400000)

static void check(bool done, const struct err *e)
{
    if (done)
        return;
    fprintf(stderr, "pictures: %s\n", e->text);
    exit(1);
}

static struct bank *load_bank(void)
{
    struct bank_layer layer = {.path = PAST_BANK};
    struct faults faults = {0};
    struct err e = {0};
    struct bank *bank = bank_load(&layer, 1, NULL, &faults, &e);
    check(bank != NULL, &e);
    faults_free(&faults);
    return bank;
}

/* --- a learner ------------------------------------------------------------------------------- */

void past_practise(const char *store_path, int64_t now_utc_ms)
{
    /* Runs a day, from the first day on; the last is yesterday. */
    static const char days[] = "1..2...1..1.1....1..1...1.2...1..1.....1.1..1.12..1.1111";
    enum { SEED = 11, TALENT = 48, BETTER = 4, DAY_COUNT = sizeof days - 1, HOUR = 19, TURN = 17 };
    struct err e = {0};
    struct player player;
    struct bank *bank = load_bank();
    struct store *store = store_sqlite_open(store_path, STORE_WRITE, STORE_PATIENCE_SCRIPT_MS, &e);
    check(store != NULL, &e);
    player_init(&player, bank, store, PAST_LEARNER, SEED);
    player.talent = TALENT;
    player.better = BETTER;
    for (int day = 0; day < DAY_COUNT; day++) {
        int64_t midnight = (now_utc_ms / DAY_MS - DAY_COUNT + day) * DAY_MS;
        player.utc_ms = midnight + (HOUR * 60 + day * TURN % 60) * MINUTE_MS;
        for (int runs = days[day] == '.' ? 0 : days[day] - '0'; runs > 0; runs--)
            check(player_practise(&player), &player.app.err);
    }
    player_free(&player);
    store->ops->close(store);
    bank_free(bank);
}

/* --- a session ------------------------------------------------------------------------------- */

/* Who takes part: how good they are before, and how far they are in the part that is open. */
struct person {
    const char *name;
    int talent, patience;
};
static const struct person people[] = {
    {"Amir", 46, 16},  {"Beatriz", 58, 19}, {"Chloé", 40, 11}, {"Daniel", 52, 14},
    {"Elif", 60, -1},  {"Freya", 38, 9},    {"Goran", 50, 13}, {"Hannah", 55, 17},
    {"Imani", 44, 12}, {"Jakub", 36, 8},    {"Keiko", 57, 18}, {"Noor", 48, 12},
};

/* A session on disk, as everybody at its place reads it. */
struct room {
    const char *folder;
    struct share *share;
    struct session_file file;
    int64_t start_utc_ms;
};

static void open_room(struct room *room, bool names)
{
    enum { MINUTES = 45, SEED = 4 };
    struct session session = {0};
    struct session_wishes wishes = {.has = {true, true, true},
                                    .pace = {.turns = 1},
                                    .people = (int)ARRAY_LEN(people),
                                    .names = names,
                                    .title = "New hires, November",
                                    .code = PAST_CODE};
    struct rng rng = rng_seeded(SEED);
    struct str text = {0};
    struct faults faults = {0};
    struct err e = {0};
    struct bank *bank = load_bank();
    wishes.rules.minutes = MINUTES;
    check(session_make(bank, &wishes, &rng, &session, &e), &e);
    session_write(&text, &session);
    room->share = share_folder_make(room->folder, &e);
    check(room->share && room->share->ops->publish(room->share, &session, &text, &e) &&
              session_file_read(PAST_CODE, text.data, text.len, &room->file, &faults, &e),
          &e);
    faults_free(&faults);
    str_free(&text);
    bank_free(bank);
}

/* Sends what the person's own computer has. */
static void send(const struct room *room, struct store *store)
{
    struct share_pushed pushed;
    struct str place = {0};
    struct err e = {0};
    share_queue_place(room->folder, &place);
    check(share_queue_push(store, room->share, str_text(&place), PAST_CODE, &pushed, &e), &e);
    str_free(&place);
}

/* Everybody begins a part at about the same time. */
static void take_part(const struct room *room, int number, enum part open)
{
    enum { PART_MINUTES = 12, SEED = 100, BETTER = 10 };
    struct store *store = store_mem_open();
    struct player player;
    player_init(&player, room->file.bank, store, people[number].name, (uint64_t)(SEED + number));
    player.talent = people[number].talent;
    player.better = BETTER;
    for (int part = PART_BEFORE; part < PART_COUNT && part <= (int)open; part++) {
        player.utc_ms = room->start_utc_ms + (part * PART_MINUTES) * MINUTE_MS + number * 1000;
        player.patience = part == (int)open ? people[number].patience : -1;
        check(player_take_part(&player, &room->file.session, (enum part)part), &player.app.err);
    }
    send(room, store);
    player_free(&player);
    store->ops->close(store);
}

void past_session(const char *folder, enum part open, bool names, int64_t now_utc_ms)
{
    enum { MINUTES_AGO = 15 };
    struct room room = {.folder = folder, .start_utc_ms = now_utc_ms - MINUTES_AGO * MINUTE_MS};
    struct err e = {0};
    open_room(&room, names);
    for (int i = 0; i < (int)ARRAY_LEN(people); i++)
        take_part(&room, i, open);
    check(room.share->ops->open_part(room.share, PAST_CODE, open, &e), &e);
    room.share->ops->close(room.share);
    session_file_free(&room.file);
}
