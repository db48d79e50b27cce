/* Activities one by one, as spreadsheets and question files of other programs have them: what the
 * readers and writers of those formats share.  core.
 * Each item repeats what it knows about its scenario; exchange_gather makes scenarios of them. */
#ifndef SMQ_CORE_EXCHANGE_H
#define SMQ_CORE_EXCHANGE_H

#include "core/draft.h"

/* One activity and what is said of its scenario with it.  A text that was not given is NULL. */
struct exchange_item {
    struct place place;
    struct draft_text scenario, situation, principle, level, setting, together;
    struct draft_text activity, text, cue, why, own_principle, source;
    struct draft_text group; /* the category it stands in, parts separated by "/" */
    enum side side;
};

/* The items of one file.  `struct exchange x = {0}` has none; the owner calls exchange_free. */
struct exchange {
    struct arena arena; /* their texts and file names */
    struct exchange_item *items;
    size_t len, cap;
    size_t refused; /* questions that cannot be taken; each has its complaint */
};

/* The texts of an item by name, in the order of columns: "scenario", "situation", "principle",
 * "level", "setting", "together", "activity", "side", "text", "cue", "why", "own_principle",
 * "source".  "side" is no text of the item: exchange_text gives NULL for it. */
enum { EXCHANGE_KEYS = 13, EXCHANGE_SIDE = 7 };
const char *exchange_key(int key);
/* The key of this name in any case, `len` bytes, or -1. */
int exchange_find_key(const char *name, size_t len);
struct draft_text *exchange_text(struct exchange_item *item, int key);

/* Adds an item that knows only its place (the file's name is borrowed: keep it in the arena); valid
 * until the next is added. */
struct exchange_item *exchange_add(struct exchange *exchange, struct place place);
/* Whether there are more items than a bank may have activities; complains at `place` when so. */
bool exchange_overflows(const struct exchange *exchange, struct place place, struct faults *faults);
/* Gives one of an item's texts `len` bytes, copied. */
void exchange_set(struct exchange *exchange, struct draft_text *text, struct place place,
                  const char *bytes, size_t len);
/* A foreign text, fit for a complaint; lives as long as the items. */
const char *exchange_shown(struct exchange *exchange, const char *foreign);
/* The side a label names: its id or one of `names` (NULL when not known), in any case, blanks at
 * the ends passed over; SIDE_NONE when it is neither. */
enum side exchange_side(const char *label, const char *const names[SIDE_COUNT]);
/* Item `activity` of a bank; its texts are borrowed, and an empty one is NULL. */
struct exchange_item exchange_item_of(const struct bank *bank, int activity);
void exchange_free(struct exchange *exchange);

#endif
