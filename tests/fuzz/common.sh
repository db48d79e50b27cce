# What the scripts of the fuzz targets share: their names, and the inputs each begins with.
# shellcheck shell=sh

# Every fuzz target there is, by name.
fuzzers() {
    for file in tests/fuzz/fuzz_*.c; do
        name=${file#tests/fuzz/fuzz_}
        echo "${name%.c}"
    done
}

# The folders of a target's inputs that are kept: written by hand, found by fuzzing, and what ever
# failed.
inputs() {
    for folder in "tests/fuzz/seeds/$1" "tests/fuzz/corpus/$1" "tests/fuzz/found/$1"; do
        [ ! -d "$folder" ] || echo "$folder"
    done
    [ "$1" != bank ] || echo questions tests/bank/good tests/bank/broken
}
