/* The words that session codes are made of. */
#include "core/session_words.h"

#include <string.h>

static const char *const words[SESSION_WORDS] = {
    "acorn",  "album",  "almond", "arrow",  "artist", "aspen",  "autumn", "bamboo", "banana",
    "barrel", "basket", "bobcat", "bonsai", "brick",  "bridge", "butter", "cabin",  "cactus",
    "carpet", "cedar",  "cherry", "cinema", "citrus", "clover", "daisy",  "dancer", "dimple",
    "domino", "dragon", "drum",   "easel",  "elbow",  "fabric", "falcon", "fiddle", "finger",
    "forest", "fruit",  "galaxy", "garden", "garlic", "globe",  "goblet", "gravel", "hammer",
    "harp",   "helmet", "hobby",  "hotel",  "indigo", "island", "italic", "ivory",  "jersey",
    "jungle", "junior", "kettle", "kidney", "kiwi",   "koala",  "ladder", "lake",   "laptop",
    "linen",  "lizard", "magnet", "maple",  "meadow", "milk",   "mirror", "mitten", "monkey",
    "mosaic", "museum", "nectar", "nugget", "nylon",  "oasis",  "orange", "orchid", "oyster",
    "ozone",  "palace", "pencil", "piano",  "picnic", "pigeon", "pilot",  "planet", "potato",
    "prism",  "puzzle", "quartz", "quilt",  "rabbit", "radish", "river",  "rocket", "sandal",
    "saturn", "snail",  "soccer", "soup",   "spiral", "spruce", "squash", "sunset", "swan",
    "tailor", "tango",  "teapot", "timber", "topaz",  "tunnel", "turkey", "turnip", "turtle",
    "tuxedo", "valley", "voyage", "walrus", "waltz",  "wheel",  "wonder", "yoga",   "zenith",
    "zigzag", "zodiac"};

const char *session_word(int number)
{
    return words[number];
}

int session_word_begin(const char *text)
{
    int i = 0;
    while (i < SESSION_WORDS && strncmp(text, words[i], strlen(words[i])) != 0)
        i++;
    return i < SESSION_WORDS ? i : -1;
}
