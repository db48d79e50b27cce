/* Feeds the reader of GIFT any bytes: it must neither crash nor print what could act on a terminal,
 * and what it takes must come out as a bank file that can be read.  libFuzzer's entry. */
#include "core/gift_read.h"
#include "exchange.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    check_exchange(gift_read, data, size);
    return 0;
}
