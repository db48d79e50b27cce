# shellcheck shell=sh disable=SC2034 # what is set here is used by the tests that source it
# A home of its own for a test of the command line, and what it may expect.  Sourced from the top of
# the tree by programs that print TAP; SMQUIZ is the program's absolute path.
# shellcheck source=tests/tap.sh
. tests/tap.sh
: "${SMQUIZ:?is not set: run make check, or set it to the path of build/smquiz}"

umask 077
work=$(mktemp -d) || exit 1
work=$(cd "$work" && pwd -P) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
mkdir "$work/home" || exit 1
unset XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME SMQUIZ_BANK NO_COLOR LANG LANGUAGE
LC_ALL=$(locale -a 2>/dev/null | grep -i -m 1 -E '^(C|en_US)\.utf-?8$') || LC_ALL=C.UTF-8
export LC_ALL HOME="$work/home" XDG_CONFIG_DIRS="$work/xdg" TERM=xterm
bank=tests/bank/small.cfg
store=$work/home/kept/log.db
escape=$(printf '\033')

# Runs the program with the standard input of this function; fills out, err and $status.
smquiz() {
    "$SMQUIZ" "$@" >"$work/out" 2>"$work/err"
    status=$?
}

# The same with the answer lines given first, and the small bank.
answer() {
    lines=$1
    shift
    printf '%b' "$lines" >"$work/lines"
    smquiz practice --plain -b "$bank" --store "$store" --learner anna "$@" <"$work/lines"
}

# The formats of a command, as its help names them.
formats() {
    "$SMQUIZ" "$@" --help | sed -n 's/^Formats: \([a-z0-9 ]*\).*/\1/p' | grep . ||
        echo "smquiz $* names no formats" # which are none: whatever is asked for fails
}

# Each `expect…` says what is not as it should be and ends the test, which runs in a subshell.
fail() {
    echo "$*"
    echo "exit status $status; standard output and error were:"
    cat "$work/out" "$work/err"
    exit 1
}
expect_status() {
    [ "$status" -eq "$1" ] || fail "the exit status is not $1"
}
expect_out() {
    grep -q -e "$1" "$work/out" || fail "standard output lacks: $1"
}
expect_no_out() {
    ! grep -q -e "$1" "$work/out" || fail "standard output has: $1"
}
expect_err() {
    grep -q -e "$1" "$work/err" || fail "standard error lacks: $1"
}
expect_quiet() {
    [ ! -s "$work/err" ] || fail 'standard error is not empty'
}
expect_nothing_out() {
    [ ! -s "$work/out" ] || fail 'standard output is not empty'
}
expect_one_line_of_error() {
    [ "$(wc -l <"$work/err")" -eq 1 ] || fail 'standard error is not one line'
}
expect_no_escape() {
    ! grep -q -e "$escape" "$work/out" "$work/err" || fail 'an escape character came out'
}
expect_ascii() {
    ! LC_ALL=C grep -q '[^ -~]' "$work/out" "$work/err" || fail 'something is not ASCII'
}
expect_same() {
    diff -u "$1" "$2" >"$work/diff" || fail "$(cat "$work/diff")"
}

# The modes that have a command, one a line: their runs have a result to write.
modes() {
    "$SMQUIZ" --help | sed -n 's/^  smquiz \([a-z][a-z]*\) [ [].*/\1/p' | while read -r command; do
        "$SMQUIZ" "$command" --help </dev/null | grep -q -e '--card' && echo "$command"
    done
}
