# shellcheck shell=sh disable=SC2154 # variables of cli/common.sh and of those who source this
# Letting one thing after the other fail under a scene.  Sourced behind tests/trial/scenes.sh by a
# program that has: $trial, the program under trial, which fails what FAIL says; hit, whether it came
# to that; expect_told, what may be said of it.

tried=0
wrong=0

# One turn: the scene with this failing.  Fails when nothing was left to fail.
turn() {
    export FAIL="$2"
    unheard=
    "$1_prepare"
    "$1_act"
    hit || return 1
    tried=$((tried + 1))
    outcome=$( (
        [ "$status" != stuck ] || fail 'it hangs'
        expect_told "$2"
        "$1_check"
    ) 2>&1) && return 0
    wrong=$((wrong + 1))
    printf 'FAIL=%s (%s)\n%s\n' "$2" "${injected:-}" "$(echo "$outcome" | head -n 20)"
}

# in_turn SCENE BEFORE BEHIND: the first, second … until none is left; or just a few of them, which
# stand in FAIL between these two
in_turn() {
    n=1
    while turn "$1" "$2$n${3-}"; do
        [ -n "${EVERY:-}" ] && n=$((n + 1)) || n=$((n * 4 + 2))
    done
}

# The scenes: all with EVERY=1, otherwise those named.
few() {
    if [ -n "${EVERY:-}" ]; then
        echo practice card export add new open join push collect screen remember
    else
        echo "$*"
    fi
}

done_turns() {
    echo "$tried failed in turn, $wrong of them badly"
    echo "# $scene: $tried failed in turn, $wrong of them badly" >>"$work/figures"
    [ "$wrong" -eq 0 ] && [ "$tried" -gt 0 ]
}
