/* The pages of a show on a projector. */
#include "core/content_show.h"

#include "core/content_room.h"
#include "core/content_split.h"

enum {
    LABEL_COLS = 14,
    INDENT = 2,
    SPACED_ROWS = 34 /* from here on a card has empty rows between its lines, at each step */
};

static const struct activity *activity_of(const struct scene *scene)
{
    return &scene->bank->activities[show_items(scene->session)->activities[scene->show->at.number]];
}

static void add_gaps(const struct scene *scene, struct page *page, enum air air)
{
    for (int gaps = scene->lines ? 0 : air == AIR_PLENTY ? 2 : 1; gaps > 0; gaps--)
        page_gap(page);
}

/* A sentence whose lines are about equally long in frames. */
static void add_balanced(const struct scene *scene, struct page *page, enum role role,
                         const char *text)
{
    struct paragraph *p = page_add(page, role, text);
    if (!scene->lines)
        page_balance(p, page->cols);
}

/* Situation and activity, which stay in their places while the hands and the answer come. */
static struct paragraph *add_card(const struct scene *scene, struct page *page)
{
    const struct activity *activity = activity_of(scene);
    const char *situation = scene->bank->scenarios[activity->scenario].situation;
    int done, length;
    content_show_way(scene, &done, &length);
    if (scene->lines)
        /* TRANSLATORS: the card's number, how many there are, and its situation, a sentence. */
        page_addf(page, ROLE_TEXT, _("Card %d of %d. %s"), done, length, situation);
    else
        page_balance(page_add(page, ROLE_TEXT, situation), page->cols);
    if (!scene->lines)
        page_gap(page);
    struct paragraph *text = page_add(page, ROLE_STRONG, activity->text);
    text->spaced = page->rows >= SPACED_ROWS;
    text->indent = scene->lines ? INDENT : 0;
    if (!scene->lines)
        page_balance(text, page->cols);
    return text;
}

static void add_open_card(const struct scene *scene, struct page *page, enum air air)
{
    const struct show_hands *hands = &scene->show->counts[scene->show->at.number];
    add_card(scene, page)->focused = !scene->lines;
    add_gaps(scene, page, air);
    page_add(page, ROLE_TITLE, _("Sales or marketing? Hands up."));
    if (show_counted(hands)) {
        page_addf(page, ROLE_DIM, _("Counted: %d sales, %d marketing."), hands->of[SIDE_SALES],
                  hands->of[SIDE_MARKETING]);
    } else if (scene->lines && !scene->at_end && !scene->show->ended) {
        page_add(
            page, ROLE_DIM,
            _("Type the hands, sales first, as in 7 4; Enter alone goes on without counting."));
    }
}

static void add_split(const struct scene *scene, struct page *page, enum air air)
{
    const struct show_hands *hands = &scene->show->counts[scene->show->at.number];
    bool counted = show_counted(hands) > 0;
    if (!scene->lines) {
        add_card(scene, page);
        add_gaps(scene, page, air);
    }
    if (counted)
        content_split(scene, hands, page, air);
    content_split_question(scene, hands, page);
    if (scene->lines && !scene->at_end && scene->show->at.number == 0)
        /* TRANSLATORS: the letters that are typed stay as they are. */
        page_add(page, ROLE_DIM, _("Enter for the answer, b for the page before, or h for help."));
}

/* How many of the room saw it. */
static void add_seen(const struct scene *scene, struct page *page, const struct activity *activity)
{
    const struct show_hands *hands = &scene->show->counts[scene->show->at.number];
    int all = show_counted(hands), right = hands->of[activity->side];
    if (!all)
        return;
    if (right == all)
        page_add(page, ROLE_TEXT, _("All saw it."));
    else if (right)
        page_addf(page, ROLE_TEXT, _("%d of %d saw it."), right, all);
    else
        page_add(page, ROLE_TEXT, _("Nobody saw it."));
}

static void add_reveal(const struct scene *scene, struct page *page, enum air air)
{
    const struct activity *activity = activity_of(scene);
    const char *clue = bank_clue(activity);
    bool sales = activity->side == SIDE_SALES;
    if (!scene->lines) {
        struct paragraph *text = add_card(scene, page);
        page_mark(page, text, clue, ROLE_CUE);
        add_gaps(scene, page, air);
    }
    page_add_lead(page, ROLE_RIGHT, scene->lines ? "" : "✓", 0, sales ? ROLE_SALES : ROLE_MARKETING,
                  sales ? _("It is sales.") : _("It is marketing."));
    add_seen(scene, page, activity);
    if (air != AIR_NONE)
        page_gap(page);
    if (*clue) {
        struct paragraph *p = page_addf(page, ROLE_TEXT, _("The clue: “%s”."), clue);
        page_mark(page, p, clue, ROLE_CUE);
    }
    if (*activity->why)
        add_balanced(scene, page, ROLE_TEXT, activity->why);
    if (activity->overruled)
        return;
    if (air != AIR_NONE)
        page_gap(page);
    add_balanced(scene, page, ROLE_TITLE, scene->bank->principles[activity->principle].rule);
}

static const char *piece_label(int piece)
{
    switch (piece) {
    case SIDE_SALES:
        return _("For sales");
    case SIDE_MARKETING:
        return _("For marketing");
    default:
        return _("It depends");
    }
}

/* One piece of a discussion, with its label before it. */
static void add_piece(const struct scene *scene, const struct discussion *discussion, int piece,
                      struct page *page)
{
    enum role role = piece == SIDE_SALES       ? ROLE_SALES
                     : piece == SIDE_MARKETING ? ROLE_MARKETING
                                               : ROLE_TITLE;
    page_add_named(page, scene->lines, role, piece_label(piece), LABEL_COLS + 1, ROLE_TEXT,
                   show_piece(discussion, piece));
}

static void add_disputed(const struct scene *scene, struct page *page, enum air air)
{
    const struct show_at *at = &scene->show->at;
    const struct discussion *discussion = &scene->bank->discussions[at->number];
    if (scene->lines && at->told) {
        add_piece(scene, discussion, at->told - 1, page);
        return;
    }
    page_add(page, ROLE_DIM, _("Firms disagree about this one; there is no key to it."));
    if (!scene->lines)
        page_gap(page);
    struct paragraph *text = page_add(page, ROLE_STRONG, discussion->activity);
    text->spaced = page->rows >= SPACED_ROWS;
    text->indent = scene->lines ? INDENT : 0;
    text->focused = !scene->lines && !at->told;
    if (!scene->lines)
        page_balance(text, page->cols);
    add_gaps(scene, page, air);
    if (!at->told)
        page_add(page, ROLE_TITLE, _("What speaks for sales, and what for marketing?"));
    for (int piece = 0; piece < at->told; piece++) {
        if (piece && air != AIR_NONE)
            page_gap(page);
        add_piece(scene, discussion, piece, page);
    }
    if (at->told)
        page->items[page->len - 1].focused = true;
}

static void add_not_stored(const struct scene *scene, struct page *page)
{
    const enum action ways[] = {ACTION_RETRY, ACTION_UNSAVED, ACTION_QUIT};
    const char *const does[] = {_("try again"),
                                _("go on without keeping (what was kept before stays)"),
                                _("leave now; the show can go on later")};
    page_add(page, ROLE_WRONG,
             scene->show->pending.kind == EVENT_ANSWER ? _("The hands are not kept yet.")
                                                       : _("This is not kept yet."));
    page_gap(page);
    page_add(page, ROLE_TEXT, scene->failure);
    page_gap(page);
    for (size_t i = 0; i < ARRAY_LEN(ways); i++)
        page_add_lead(page, ROLE_KEY, scene_key(scene, ways[i]).text, 0, ROLE_TEXT, does[i])
            ->action = ways[i];
}

void content_show(const struct scene *scene, struct page *page, enum air air)
{
    air = scene->lines ? AIR_NONE : air;
    switch (scene->show->at.step) {
    case SHOW_CARD:
        add_open_card(scene, page, air);
        break;
    case SHOW_SPLIT:
        add_split(scene, page, air);
        break;
    case SHOW_REVEAL:
        add_reveal(scene, page, air);
        break;
    case SHOW_PAUSE:
        content_room_pause(scene, page);
        break;
    case SHOW_DISPUTED:
        add_disputed(scene, page, air);
        break;
    case SHOW_TOTAL:
        content_room(scene, page, air);
        break;
    case SHOW_NOT_STORED:
        add_not_stored(scene, page);
        break;
    case SHOW_STORING:
        break;
    }
}

const char *content_show_title(const struct scene *scene)
{
    switch (scene->show->at.step) {
    case SHOW_DISPUTED:
        return _("To discuss");
    case SHOW_TOTAL:
        return _("The room");
    default:
        return scene->session->title;
    }
}

void content_show_way(const struct scene *scene, int *done, int *length)
{
    const struct show *show = scene->show;
    int card = show_card(show);
    *done = *length = 0;
    if (card >= 0) {
        *done = card + 1;
        *length = show_items(scene->session)->count;
    } else if (show->at.step == SHOW_DISPUTED) {
        *done = show->at.number + 1;
        *length = scene->bank->discussion_count;
    }
}

const char *content_show_notice(enum show_notice notice)
{
    switch (notice) {
    case SHOW_NOTICE_TAKEN_BACK:
        return _("Taken back: count the hands of this card anew.");
    case SHOW_NOTICE_NOTHING_COUNTED:
        return _("There are no hands here to take back; go to the card that has them.");
    case SHOW_NOTICE_COUNTED_ALREADY:
        /* TRANSLATORS: the letters that are typed stay as they are. */
        return _("This card is counted; u takes that back first.");
    case SHOW_NOTICE_ENDED:
        return _("This show has ended; its counts stay as they are.");
    case SHOW_NOTICE_NONE:
        break;
    }
    return "";
}
