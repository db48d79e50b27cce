/* The last page of a show: the room, all cards together. */
#include "core/content_room.h"

#include <string.h>

#include "core/bar.h"

enum { LABEL_COLS = 12, BAR_COLS_MAX = 40, FIGURES_COLS = 12, HARDEST_MAX = 3, LEAD_COLS = 10 };

/* The hands of the room. */
struct room {
    int cards, counted;
    int right[SIDE_COUNT], all[SIDE_COUNT];  /* by the side of the cards */
    int hardest[HARDEST_MAX], hardest_count; /* numbers of cards that somebody got wrong */
};

static const struct activity *card_at(const struct scene *scene, int number)
{
    return &scene->bank->activities[show_items(scene->session)->activities[number]];
}

static int right_of(const struct scene *scene, int number)
{
    return scene->show->counts[number].of[card_at(scene, number)->side];
}

/* Whether a smaller share of the room got card `a` right than card `b`. */
static bool is_harder(const struct scene *scene, int a, int b)
{
    const struct show_hands *counts = scene->show->counts;
    return right_of(scene, a) * show_counted(&counts[b]) <
           right_of(scene, b) * show_counted(&counts[a]);
}

/* Puts a card in its place among the hardest. */
static void rank(const struct scene *scene, struct room *room, int number)
{
    int at = room->hardest_count;
    while (at > 0 && is_harder(scene, number, room->hardest[at - 1]))
        at--;
    if (at == HARDEST_MAX)
        return;
    room->hardest_count += room->hardest_count < HARDEST_MAX;
    int behind = room->hardest_count - at - 1;
    memmove(&room->hardest[at + 1], &room->hardest[at], (size_t)behind * sizeof *room->hardest);
    room->hardest[at] = number;
}

static struct room gather(const struct scene *scene)
{
    struct room room = {.cards = show_items(scene->session)->count};
    for (int i = 0; i < room.cards; i++) {
        int all = show_counted(&scene->show->counts[i]), right = right_of(scene, i);
        enum side side = card_at(scene, i)->side;
        room.counted += all > 0;
        room.right[side] += right;
        room.all[side] += all;
        if (right < all)
            rank(scene, &room, i);
    }
    return room;
}

/* One row of the totals: a label, a bar in frames, and the figures. */
static void add_share(const struct scene *scene, struct page *page, enum role role,
                      const char *label, int right, int all)
{
    struct str text = {0};
    int bar = page->cols - LABEL_COLS - FIGURES_COLS;
    bar = bar > BAR_COLS_MAX ? BAR_COLS_MAX : bar;
    if (!all)
        return;
    if (!scene->lines && bar > 0) {
        bar_add(&text, right, all, bar);
        str_add(&text, "  ");
    }
    str_addf(&text, scene->lines ? _("%d of %d right.") : _("%d of %d"), right, all);
    page_add_named(page, scene->lines, role, label, LABEL_COLS, role, str_text(&text));
    str_free(&text);
}

static void add_hardest(const struct scene *scene, const struct room *room, struct page *page,
                        enum air air)
{
    if (!room->hardest_count)
        return;
    page_gap(page);
    page_add(page, ROLE_TITLE, _("What the room mixes up most"));
    for (int i = 0; i < room->hardest_count; i++) {
        int number = room->hardest[i];
        struct str lead = {0};
        str_addf(&lead, scene->lines ? _("%d of %d right:") : _("%d of %d"),
                 right_of(scene, number), show_counted(&scene->show->counts[number]));
        if (air == AIR_PLENTY)
            page_gap(page);
        page_add_lead(page, ROLE_DIM, str_text(&lead), scene->lines ? 0 : LEAD_COLS, ROLE_TEXT,
                      card_at(scene, number)->text);
        str_free(&lead);
    }
}

static void add_ending(const struct scene *scene, const struct room *room, struct page *page)
{
    page_gap(page);
    if (scene->show->unsaved)
        page_add(page, ROLE_NOTICE, _("Not everything was kept: the report has less than this."));
    else if (room->counted)
        page_add(page, ROLE_TEXT, _("The session's report has the rest."));
    if (scene->at_end || !room->counted)
        return;
    if (scene->show->ended)
        page_add(page, ROLE_DIM, _("This show has ended; its counts are kept."));
    else
        /* TRANSLATORS: two keys. */
        page_addf(page, ROLE_DIM, _("%s ends the show for good; %s leaves it to go on later."),
                  scene_key(scene, ACTION_NEXT).text, scene_key(scene, ACTION_QUIT).text);
}

static int hands_of(const struct room *room)
{
    return room->all[SIDE_SALES] + room->all[SIDE_MARKETING];
}

static void add_hands(const struct room *room, struct page *page)
{
    int all = hands_of(room);
    if (!all)
        page_add(page, ROLE_TEXT, _("No hands were counted."));
    else
        page_addf(page, ROLE_TEXT,
                  /* TRANSLATORS: hands, cards that were counted, cards there are. */
                  ngettext("%d hand was counted, over %d of %d cards.",
                           "%d hands were counted, over %d of %d cards.", (unsigned long)all),
                  all, room->counted, room->cards);
}

void content_room_pause(const struct scene *scene, struct page *page)
{
    struct room room = gather(scene);
    int disputed = scene->bank->discussion_count;
    page_add(page, ROLE_STRONG, _("That was the last card."));
    add_hands(&room, page);
    if (!scene->lines)
        page_gap(page);
    page_addf(
        page, ROLE_TEXT,
        ngettext("Next: %d card that firms disagree about. It is discussed, never graded.",
                 "Next: %d cards that firms disagree about. They are discussed, never graded.",
                 (unsigned long)disputed),
        disputed);
}

void content_room(const struct scene *scene, struct page *page, enum air air)
{
    struct room room = gather(scene);
    int right = room.right[SIDE_SALES] + room.right[SIDE_MARKETING], all = hands_of(&room);
    add_hands(&room, page);
    if (all) {
        page_gap(page);
        add_share(scene, page, ROLE_STRONG, _("All cards"), right, all);
        add_share(scene, page, ROLE_SALES, scene->bank->side_name[SIDE_SALES],
                  room.right[SIDE_SALES], room.all[SIDE_SALES]);
        add_share(scene, page, ROLE_MARKETING, scene->bank->side_name[SIDE_MARKETING],
                  room.right[SIDE_MARKETING], room.all[SIDE_MARKETING]);
    }
    add_hardest(scene, &room, page, air);
    add_ending(scene, &room, page);
}
