/* To be built. */
#include "app/session_collect_command.h"

#include "app/say.h"

enum status session_collect_command(const struct options *options, const char *program)
{
    (void)options;
    (void)program;
    say_error("not built yet");
    return STATUS_SOFTWARE;
}
