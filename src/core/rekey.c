/* Which key an old answer is graded by, after the key of its activity was corrected. */
#include "core/rekey.h"

bool rekey_holds(const struct bank *bank, int activity, uint64_t wording)
{
    return activity >= 0 && !bank->activities[activity].dropped &&
           bank->activities[activity].wording == wording;
}

enum side rekey(const struct bank *bank, int activity, uint64_t wording, enum side keyed_then)
{
    return rekey_holds(bank, activity, wording) ? bank->activities[activity].side : keyed_then;
}
