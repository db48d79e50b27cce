/* What happens when memory has run out, where nobody else has an answer. */
#include "core/memory_out.h"

#include <stdlib.h>

void memory_out(void)
{
    abort();
}
