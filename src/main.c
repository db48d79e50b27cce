/* smquiz: the wiring from argv to an exit status. */
#include "app/options.h"
#include "app/say.h"
#include "app/start.h"

int main(int argc, char **argv)
{
    struct options options;
    struct err e;
    say_start();
    if (!options_read(argc, argv, &options, &e)) {
        say_error(e.text);
        return (int)e.status;
    }
    return (int)start(&options, argc > 0 ? argv[0] : NULL);
}
