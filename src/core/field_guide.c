/* The field guide: how much of a principle's page a learner has filled by playing. */
#include "core/field_guide.h"

struct field_guide field_guide_of(const struct progress_principle *principle)
{
    bool all = principle->mastery.mastered;
    return (struct field_guide){
        .looks = all || principle->answers >= FIELD_GUIDE_LOOKS,
        .mixup = all || principle->mended || principle->answers >= FIELD_GUIDE_MIXUP,
        .all = all,
    };
}

/* An activity of the same scenario on the other side that the learner was asked, or -1. */
static int asked_counterpart(const struct bank *bank, const struct history *history, int activity)
{
    const struct scenario *scenario = &bank->scenarios[bank->activities[activity].scenario];
    enum side other = side_other(bank->activities[activity].side);
    for (int i = scenario->first; i < scenario->first + scenario->count; i++)
        if (bank->activities[i].side == other && !bank->activities[i].dropped &&
            history_asked(history, i))
            return i;
    return -1;
}

bool field_guide_contrast(const struct bank *bank, const struct history *history, int principle,
                          int activities[SIDE_COUNT])
{
    for (size_t i = history->len; i > 0; i--) {
        int one = history->items[i - 1].activity;
        if (one < 0 || bank->activities[one].principle != principle ||
            bank->activities[one].dropped)
            continue;
        int other = asked_counterpart(bank, history, one);
        if (other < 0)
            continue;
        activities[bank->activities[one].side] = one;
        activities[bank->activities[other].side] = other;
        return true;
    }
    return false;
}
