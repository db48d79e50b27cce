# Test results as TAP, for shell tests: `. tests/tap.sh`, then `it NAME COMMAND…` for each test and
# `plan_end` at the end.  A test passes by success; it skips by `return 77` after printing why.
# What a failed one printed stands below its "not ok", each line after a "#".
# shellcheck shell=sh

tap_count=0
tap_failed=0

it() {
    tap_count=$((tap_count + 1))
    tap_name=$1
    shift
    if tap_output=$("$@" 2>&1); then
        echo "ok $tap_count - $tap_name"
    elif [ $? -eq 77 ]; then
        echo "ok $tap_count - $tap_name # SKIP $tap_output"
        echo "# skip: $tap_name: $tap_output"
    else
        tap_failed=$((tap_failed + 1))
        echo "not ok $tap_count - $tap_name"
        printf '%s\n' "$tap_output" | sed 's/^/#   /'
    fi
}

plan_end() {
    echo "1..$tap_count"
    [ "$tap_failed" -eq 0 ]
}
