/* Which layers a command about banks is to read.  app. */
#ifndef SMQ_APP_BANK_LAYERS_H
#define SMQ_APP_BANK_LAYERS_H

#include "app/preferences.h"
#include "io/bank_file.h"

struct bank_layers {
    struct preferences preferences; /* when the command names banks itself, nothing but the
                                       languages that option and environment want */
    struct bank_layer *items;       /* in the order to merge */
    size_t count;
};

/* The banks that the operands name, or with none of them the layers that would be played (-b,
 * settings, default).  False when the settings cannot be read: *e has the sentence, `faults` the
 * complaints about settings.  End with bank_layers_free either way. */
bool bank_layers_find(const struct options *options, const char *program, struct bank_layers *out,
                      struct faults *faults, struct err *e);
/* The same, read and made one bank, which the caller frees; NULL and *e when that cannot be done,
 * the complaints said (warnings of a bank that can be read are for `bank check`).  `draft`, when it
 * is not NULL, has the records as written; free it with draft_free either way. */
struct bank *bank_layers_read(const struct options *options, const char *program,
                              struct bank_layers *out, struct draft *draft,
                              struct err *e) NODISCARD;
void bank_layers_free(struct bank_layers *layers);

/* The layers that would be played, preferences->bank.len of them, in the order to merge.  The
 * caller frees the array; the paths belong to the preferences. */
struct bank_layer *bank_layers_played(const struct preferences *preferences) NODISCARD;

#endif
