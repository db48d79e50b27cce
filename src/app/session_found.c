/* The session that a command names, found and read. */
#include "app/session_found.h"

#include "app/say.h"

bool session_found_open(const struct options *options, const char *program,
                        struct session_found *found, struct err *e)
{
    struct faults faults = {0};
    *found = (struct session_found){0};
    bool good = preferences_read(options, program, &found->preferences, &faults, e);
    say_faults(&faults);
    faults_free(&faults);
    if (!good || !session_place_open(options, &found->preferences, &found->place, e))
        return false;
    good = session_place_read(&found->place, &found->file, &found->state, &faults, e);
    if (!good)
        say_faults(&faults);
    faults_free(&faults);
    return good;
}

void session_found_close(struct session_found *found)
{
    session_file_free(&found->file);
    session_place_close(&found->place);
    preferences_free(&found->preferences);
}
