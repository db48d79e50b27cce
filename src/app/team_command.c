/* To be built. */
#include "app/team_command.h"

#include "app/say.h"

enum status team_command(const struct options *options, const char *program)
{
    (void)options;
    (void)program;
    say_error("not built yet");
    return STATUS_SOFTWARE;
}
