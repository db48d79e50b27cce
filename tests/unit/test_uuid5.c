/* SHA-1 and the UUIDs made with it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/sha1.h"
#include "core/uuid5.h"

static void assert_digest(const char *text, size_t times, const char *expected)
{
    size_t len = strlen(text);
    char *whole = malloc(len * times + 1), hex[2 * SHA1_BYTES + 1];
    unsigned char digest[SHA1_BYTES];
    assert_non_null(whole);
    for (size_t i = 0; i < times; i++)
        memcpy(whole + i * len, text, len);
    sha1(whole, len * times, digest);
    for (int i = 0; i < SHA1_BYTES; i++)
        snprintf(hex + 2 * i, 3, "%02x", digest[i]);
    assert_string_equal(hex, expected);
    free(whole);
}

/* The four tests of RFC 3174, section 7.3, and the empty text. */
static void digests_of_the_rfc(void **state)
{
    (void)state;
    assert_digest("abc", 1, "a9993e364706816aba3e25717850c26c9cd0d89d");
    assert_digest("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1,
                  "84983e441c3bd26ebaae4aa1f95129e5e54670f1");
    assert_digest("a", 1000000, "34aa973cd4c4daa4f61eeb2bdbad27316534016f");
    assert_digest("0123456701234567012345670123456701234567012345670123456701234567", 10,
                  "dea356a2cddd90c7a7ecedc5ebb563934f460452");
    assert_digest("", 1, "da39a3ee5e6b4b0d3255bfef95601890afd80709");
}

/* The first is of RFC 9562, appendix A.4; the others are of Python's uuid. */
static void uuids_are_those_of_others(void **state)
{
    (void)state;
    static const struct {
        const char *space, *name, *uuid;
    } known[] = {
        {"6ba7b810-9dad-11d1-80b4-00c04fd430c8", "www.example.com",
         "2ed6657d-e927-568b-95e1-2665a8aea6a2"},
        {"6ba7b810-9dad-11d1-80b4-00c04fd430c8", "", "4ebd0208-8328-5d69-8c44-ec50939c0967"},
        {"019ac0de-0000-7000-8000-0123456789ab", "http://adlnet.gov/expapi/verbs/initialized",
         "e816dac2-7329-5ff0-9178-da9f13f34f04"},
    };
    for (size_t i = 0; i < ARRAY_LEN(known); i++) {
        char uuid[UUID_SIZE];
        uuid5(uuid, known[i].space, known[i].name);
        assert_string_equal(uuid, known[i].uuid);
        assert_true(uuid_valid(uuid));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(digests_of_the_rfc),
        cmocka_unit_test(uuids_are_those_of_others),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
