# shellcheck shell=sh disable=SC2154,SC2317 # variables of cli/common.sh; functions called by name
# What people do with the program, to be disturbed: for each scene NAME_prepare makes its place,
# NAME_act does it once with the program under trial ($trial), and NAME_check says what must not be.
# Sourced behind tests/cli/common.sh.
place=$work/place
log=$place/log.db
terminal=${SMQUIZ%/*}/tests/trial/at_terminal

# act ARGUMENTS…: the program under trial, with what is on standard input; fills out, err, $status.
act() {
    "$trial" "$@" >"$work/out" 2>"$work/err"
    status=$?
}

# after ARGUMENTS…: the program left in peace, afterwards; into $work/after.
after() {
    "$SMQUIZ" "$@" >"$work/after" 2>&1 </dev/null
}

# How many answers a store holds.
kept_in() {
    after export --format csv --store "$1" && kept=$(($(wc -l <"$work/after") - 1)) || kept=0
}

# expect_kept [MORE]: no verdict without a row, and at most so many rows without one
expect_kept() {
    [ "$shown" -le "$kept" ] || fail "$shown verdicts were shown, but $kept answers kept"
    [ "$kept" -le $((shown + ${1:-1})) ] || fail "$kept answers were kept, but $shown shown"
}

fresh_place() {
    rm -rf "$place" "${work:?}/home"
    mkdir -p "$place" "$work/home"
}

# --- in a pipe -------------------------------------------------------------------------------
play() {
    printf 's\nm\ns\n' >"$work/lines"
    act practice --plain -b "$bank" --store "$log" --learner anna -n 3 --seed 1 "$@" <"$work/lines"
}
practice_prepare() {
    fresh_place
}
practice_act() {
    play
}
practice_check() {
    shown=$(grep -c -e '^Right: ' -e '^Wrong\. ' "$work/out")
    kept_in "$log"
    [ -z "$unheard" ] || shown=$kept # what was said went into nothing
    expect_kept
    [ "$status" -ne 0 ] || [ "$kept" -eq 3 ] || fail "$kept answers were kept, but all is well"
    after practice --plain -b "$bank" --store "$log" -n 1 || fail "it cannot be played afterwards"
}

card_prepare() {
    fresh_place
}
card_act() {
    play --card "$place/card.svg"
}
card_check() {
    practice_check
    [ "$status" -ne 0 ] || [ -f "$place/card.svg" ] || fail 'there is no card, but all is well'
    [ ! -s "$place/card.svg" ] || [ "$(tail -n 1 "$place/card.svg")" = '</svg>' ] ||
        fail 'the card is half a card'
}

# Playing afterwards changes the store that the next scene is to find.
made_once() {
    [ -d "$work/once-$1" ] || { "$1_make" && cp -R "$place" "$work/once-$1"; }
    rm -rf "$place"
    cp -R "$work/once-$1" "$place"
}

export_make() {
    fresh_place
    printf 's\nm\n' | "$SMQUIZ" practice --plain -b "$bank" --store "$log" --learner anna -n 3 \
        --seed 1 >"$work/after" && after export --format csv --store "$log" -o "$place/whole.csv"
    echo old >"$place/answers.csv"
}
export_prepare() {
    made_once export
}
export_act() {
    act export --format csv --store "$log" -o "$place/answers.csv" </dev/null
}
export_check() {
    replaced "$place/answers.csv" "$place/whole.csv"
}

# replaced FILE WHOLE: FILE is the old one, or is WHOLE
replaced() {
    if [ "$status" -eq 0 ]; then
        cmp -s "$1" "$2" || fail "${1##*/} is not whole, but all is well"
    elif [ "$(cat "$1")" != old ]; then
        cmp -s "$1" "$2" || fail "${1##*/} is half written"
    fi
    [ "$status" -eq 71 ] || [ -z "$(find "$place" -name '.*.*')" ] || fail 'a temporary file is left'
}

# --- the author ------------------------------------------------------------------------------
add_prepare() {
    fresh_place
    house=$HOME/.config/smquiz/bank.d/house.cfg
    cat >"$work/lines" <<'ANSWERS'
A brewery in Brno has a new wheat beer.
Pouring the wheat beer for the two owners who may put it on tap
Pouring the wheat beer for the many guests at the harvest feast
1
the two owners who may put it on tap
One pub is deciding.
the many guests
Nobody among them is asked to order.
2
Small breweries
The guests asked for it in the pub, and the pub ordered more.
y
ANSWERS
}
add_act() {
    act bank add -b "$bank" <"$work/lines"
}
add_check() {
    if [ -e "$house" ]; then
        after bank check "$bank" "$house" && grep -q ' 10 activities' "$work/after" ||
            fail "the layer is broken: $(cat "$work/after")"
        ! grep -q 'nothing was written' "$work/err" || fail 'it was added, but said not to be'
    else
        [ "$status" -ne 0 ] || fail 'nothing was added, but all is well'
        ! grep -q '^Kept as' "$work/out" || [ -n "$unheard" ] || fail 'nothing was kept, but said to be'
    fi
}

# --- the trainer -----------------------------------------------------------------------------
new_prepare() {
    fresh_place
}
new_act() {
    act session new -b "$bank" --title Trial -n 2 --parts before,after --names \
        --team "$place/team" </dev/null
}
new_check() {
    session=$(find "$place/team" -mindepth 1 -maxdepth 1 ! -name '.*' 2>/dev/null)
    [ "$status" -ne 0 ] || after session open "$session" before ||
        fail 'what was made cannot be opened'
    after session new -b "$bank" --title Trial -n 2 --parts before,after --names \
        --team "$place/team" || fail 'another cannot be made afterwards'
}

open_make() {
    fresh_place
    after session new -b "$bank" --title Trial -n 2 --parts before,after --names \
        --team "$place/team"
}
open_prepare() {
    made_once open
    session=$(echo "$place"/team/*)
}
open_act() {
    act session open "$session" before </dev/null
}
join_quietly() {
    printf 's\nm\n' | "$SMQUIZ" session join "$session" --plain --name "$1" --store "$log" \
        >"$work/after" 2>&1
}
open_check() {
    if [ "$status" -eq 0 ]; then
        join_quietly Anna && kept_in "$log" && [ "$kept" -eq 2 ] ||
            fail 'it cannot be joined, but all is well'
    fi
    after session open "$session" before || fail 'it cannot be opened afterwards'
    join_quietly Berta || fail 'it cannot be joined afterwards'
}

join_make() {
    open_make && after session open "$place"/team/* before
}
join_prepare() {
    made_once join
    session=$(echo "$place"/team/*)
}
join_act() {
    printf 's\nm\n' >"$work/lines"
    act session join "$session" --plain --name Anna --store "$log" <"$work/lines"
}
join_check() {
    kept_in "$log"
    [ "$status" -ne 0 ] || [ "$kept" -eq 2 ] || fail "$kept answers were kept, but all is well"
    ! grep -q 'Your answers are with the trainer' "$work/out" || arrived 1
    after session push "$session" --store "$log" || fail 'it cannot be sent afterwards'
    [ "$status" -ne 0 ] || grep -q 'with the trainer' "$work/out" || fail 'nothing says where it is'
}

# arrived N: so many whole results lie with the trainer
arrived() {
    after session collect "$session" || fail 'the results cannot be collected'
    grep -q "^$1 result" "$work/after" || fail "not $1 result arrived: $(cat "$work/after")"
}

push_make() {
    join_make
    session=$(echo "$place"/team/*)
    mv "$session/results" "$place/away"
    touch "$session/results"
    join_quietly Anna
    rm "$session/results"
    mv "$place/away" "$session/results"
}
push_prepare() {
    made_once push
    session=$(echo "$place"/team/*)
}
push_act() {
    act session push "$session" --store "$log" </dev/null
}
push_check() {
    [ "$status" -ne 0 ] || arrived 1
    ! grep -q '^1 result was sent' "$work/out" || arrived 1
    after session push "$session" --store "$log" || fail 'it cannot be sent afterwards'
    arrived 1
}

collect_make() {
    push_make && after session push "$session" --store "$log"
}
collect_prepare() {
    made_once collect
    session=$(echo "$place"/team/*)
}
collect_act() {
    act session collect "$session" </dev/null
}
collect_check() {
    grep -q '1 taken in now' "$work/out" && [ ! -s "$session"/collected/*.jsonl ] &&
        fail 'it was told as taken in, and is not'
    arrived 1
    after session report "$session" --format csv && grep -q '^Anna,' "$work/after" ||
        grep -q Anna "$work/after" || fail 'the report lacks what was collected'
}

# --- at a terminal ---------------------------------------------------------------------------
# Words of a fact that at_terminal told.
fact() {
    sed -n "s/^$1 //p" "$work/out" | head -n 1
}
at_terminal() {
    SMQUIZ=$trial "$terminal" "FAIL=$FAIL" "$@" >"$work/out" 2>"$work/err"
    case $(fact ended) in
    'exit '*) status=$(fact 'ended exit') ;;
    'signal '*) status=$((128 + $(fact 'ended signal'))) ;;
    *) status=stuck ;;
    esac
    # what stands on the screen is what was said
    sed '1,/^settings /d' "$work/out" >"$work/screen"
    grep -A 3 '^smquiz: \|error while loading' "$work/screen" | tr '\n' ' ' |
        sed 's/  *$//; s/smquiz: /\nsmquiz: /g' | grep . >"$work/err"
}
terminal_check() {
    [ "$(fact restored)" = yes ] || fail 'the terminal was not given back'
    shown=$(fact shown) kept=$(fact stored)
    [ "$kept" -ge 0 ] || kept=0
    expect_kept
}

screen_prepare() {
    :
}
screen_act() {
    at_terminal practice -n 3 --seed 1
}
screen_check() {
    terminal_check
    [ "$(fact result)" = no ] || [ "$kept" -eq 3 ] ||
        fail "$kept answers were kept, but there is a result"
}

remember_prepare() {
    :
}
remember_act() {
    at_terminal remember
}
remember_check() {
    [ "$(fact restored)" = yes ] || fail 'the terminal was not given back'
    case $(fact settings) in
    '15 full') told=no ;;
    '29 plain') told=yes ;;
    *) fail 'the settings are half written' ;;
    esac
    [ "$told" = yes ] || ! grep -q 'Plain lines from now on' "$work/screen" ||
        fail 'it was told as remembered, and is not'
}
