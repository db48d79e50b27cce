# shellcheck shell=sh
# A session held by people of their own: made over a folder, opened part by part, and played in
# pipes.  Sourced; SMQUIZ is the program and $work a folder.

# person NAME ARGS...: the program as somebody with a home of their own
person() {
    mkdir -p "$work/people/$1"
    person_home=$work/people/$1
    shift
    HOME=$person_home "$SMQUIZ" "$@"
}

# Answer lines for everything a part asks, by the number of a person and of the part: sure of it or
# not, more often sales, the same each time.
held_lines() {
    awk -v seed="$1$2" 'BEGIN { srand(seed)
        for (i = 0; i < 60; i++) print substr("smss", 1 + int(rand() * 4), 1) (rand() < 0.3 ? "?" : "")
    }' </dev/null
}

# play_part SESSION NUMBER PART NAME: one person's part, sent
play_part() {
    held_lines "$2" "${3%%[a-z]*}${#3}" >"$work/lines"
    person "$4" session join "$1" --name "$4" --plain <"$work/lines" >"$work/played" 2>&1 &&
        person "$4" session push "$1" >>"$work/played" 2>&1 && return
    cat "$work/played"
    return 1
}

# hold SESSION NAME…: everybody plays every part
hold() {
    session=$1
    shift
    for part in before practice after; do
        "$SMQUIZ" session open "$session" "$part" >/dev/null || return
        number=0
        for name in "$@"; do
            number=$((number + 1))
            play_part "$session" "$number" "$part" "$name" || return
        done
    done
}
