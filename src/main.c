/* smquiz: the wiring from argv to an exit status. */
#include <fcntl.h>
#include <unistd.h>

#include "app/complete.h"
#include "app/language.h"
#include "app/options.h"
#include "app/say.h"
#include "app/start.h"

/* A standard stream that is closed would be given to the next file opened, and what is meant for
 * the screen would end up there.  What stands in for it is empty to read and fails to be written.
 */
static void occupy_closed_streams(void)
{
    int fd;
    do
        fd = open("/dev/null", O_RDONLY);
    while (fd >= 0 && fd <= STDERR_FILENO);
    if (fd >= 0)
        close(fd);
}

int main(int argc, char **argv)
{
    struct options options;
    struct err e;
    occupy_closed_streams();
    say_start();
    if (complete_is_asked(argc, argv)) {
        complete(argc, argv);
        return STATUS_OK;
    }
    bool read = options_read(argc, argv, &options, &e);
    if (options.language) {
        language_speak(options.language);
        read = read || options_read(argc, argv, &options, &e); /* the complaint, in that language */
    }
    if (!read) {
        say_error(e.text);
        return (int)e.status;
    }
    return (int)start(&options, argc > 0 ? argv[0] : NULL);
}
