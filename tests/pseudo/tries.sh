# shellcheck shell=sh disable=SC2154 # variables of run and of cli/common.sh
# What is shown in the language of nobody's: for each group a function try_GROUP.  Sourced by run.

# show NAME ARGUMENTS…: what the program says, with what is on standard input, into a file of the
# group
show() {
    name=$1
    shift
    # shellcheck disable=SC2086 # words for env
    env $speech "$program" "$@" >"$work/out" 2>"$work/err"
    status=$?
    cat "$work/out" "$work/err" >"$work/shown/$group/$name"
}

# good NAME ARGUMENTS…: the same, which must go well
good() {
    show "$@"
    expect_status 0
}

# answers LINES NAME ARGUMENTS…: the same, with lines that are typed
answers() {
    printf '%b' "$1" >"$work/lines"
    shift
    good "$@" <"$work/lines"
}

# pages FILE NAME: the text of an HTML file into one of the group, what is marked up apart
pages() {
    sed -e '/<style/,/<\/style>/d' -e 's/<[^>]*>/   /g' -e 's/&quot;/"/g' -e "s/&#39;/'/g" \
        -e 's/&lt;/</g' -e 's/&gt;/>/g' -e 's/&amp;/\&/g' "$1" >"$work/shown/$group/$2"
}

try_help() {
    good all --help
    good version --version
    "$SMQUIZ" --help | sed -n '/^Commands:$/,/^$/s/^  smquiz //p' |
        sed 's/  .*//; s/ *[^ a-z].*//' | grep . >"$work/commands"
    while read -r command; do
        # shellcheck disable=SC2086 # "bank check" is two words
        good "$(echo "$command" | tr ' ' -)" $command --help </dev/null
    done <"$work/commands"
}

# What the command line, and what it names, may be wrong in.
try_errors() {
    n=0
    while read -r line; do
        n=$((n + 1))
        # shellcheck disable=SC2086 # a command line
        show "$(printf %02d $n)" $line </dev/null
        [ "$status" -ne 0 ] || fail "this was taken: $line"
    done <<'END'
bogus
bank
bank bogus
session
export
export --format bogus
practice extra
bank new
session open
exam --side sales
--side sales
practice --bogus
practice --seed
practice --seed x
practice -n 0
practice --level 9
practice --principle ,
practice --principle bogus
practice --setting bogus
practice --level 3 --setting vet -b tests/bank/small.cfg
practice --color pink
practice --theme pink
practice -b nowhere
practice -b Makefile
practice --config nowhere
practice --config Makefile
practice --store Makefile
practice --store tests
practice --card Makefile
exam --minutes 0
exam --pass 0
exam --retake later
exam --adaptive -n 3
exam --pass 9 -n 3
today tomorrow
learn bogus
bank check Makefile
bank check tests/bank/broken
bank fix fair/order
bank fix fair/order --drop
bank fix fair/order --side up
bank import --format gift nowhere
bank import --format csv Makefile
bank export --format gift nowhere
session new --people 0
session new --house 0
session new --parts lunch
session new -n 200 --title Day
session print --form c
session print nowhere
session join no-such-code
session report nowhere/at/all
team status
team status --team tests
team status --team postgresql://127.0.0.1:1/x
END
    cat >"$work/home/wrong.cfg" <<'END'
theme = "pink";
color = 3;
plain = "yes";
bogus = 1;
bank = 5;
keys = { bogus = "x"; quit = "s"; sales = "1"; next = "no"; unsure = "a b c d e"; };
END
    show settings practice --config "$work/home/wrong.cfg" </dev/null
    printf 'situation,text,side\nOne,Two,three\n,Four,sales\n' >"$work/home/wrong.csv"
    show csv bank import --format csv "$work/home/wrong.csv" -b "$bank" --into "$work/home/no.cfg"
    printf 'One {=Sales ~%%50%%Marketing}\n\nTwo {=a -> b}\n\nThree {#3}\n\nFour {}\n\nFive {T\n' \
        >"$work/home/wrong.gift"
    show gift bank import --format gift "$work/home/wrong.gift" -b "$bank" --into "$work/home/no.cfg"
}

# A round of each mode in lines, then what has come of it.
try_rounds() {
    who="--store $store --learner anna"
    # shellcheck disable=SC2086 # options
    {
        answers 's\nm?\n\nz\nu\n! unclear\nh\n\nm\ns\n\nd\n\na\nm\ns\n' first $who --plain --seed 1
        answers '1\nh\n\ns\n\nm\n\nq\nq\n' menu $who --plain
        answers 's\nm?\n\nz\n! unclear\nh\n\nm\ns\nm\ns\nm\ns\nm\ns\nm\n\nd\n\na\nm\ns\n' practice \
            practice $who --plain --seed 1
        answers 's\n\ns\n\ns\n\ns\n\ns\n\ns\n\n' climb climb $who --plain --seed 2
        answers '1s 2m\n\n3s 9m x\n1s 2m 3s? 4m 5s 6m 7s 8m\n\n\n' sort sort $who --plain --seed 3
        answers '\ns\nm\ns\nm\ns\n' today today $who --plain
        answers '\ns\nm\ns\nm\nq\n' sprint sprint $who --plain --seed 6
        answers '\ns\nm\ns\nm\nx\n1\n' exam exam $who --plain -n 4 --pass 3 --seed 4
        show again exam $who --plain </dev/null
        answers '\ns\nm\ns\nm\nz\n' adaptive exam $who --plain --adaptive --retake now --seed 5
        answers '\n\n\n\n\nq\n' learn learn $who --plain
        answers '\n\n\n\n\nq\n' guide guide $who --plain
        good progress progress $who --plain </dev/null
        answers 's\nm\n' card practice $who --plain -n 2 --seed 7 --card "$work/home/card.txt"
        answers 's\nm\n' picture practice $who --plain -n 2 --seed 7 --card "$work/home/card.svg"
    }
    cp "$work/home/card.txt" "$work/shown/rounds/card.txt"
    pages "$work/home/card.svg" card.svg
}

try_banks() {
    small=tests/bank/small.cfg
    mine=$work/home/mine.cfg
    good check bank check $small
    good strict bank check --strict "$bank"
    show broken bank check tests/bank/broken/*.cfg
    good stats bank stats $small
    good stats-all bank stats "$bank"
    good list bank list
    "$SMQUIZ" bank export --format csv $small | sed '2,$s/^"/"more-/' >"$work/home/more.csv"
    good import bank import --format csv "$work/home/more.csv" -b $small --into "$mine"
    good new bank new "$work/home/own.cfg"
    sed -n 's/^ *# //p' "$work/home/own.cfg" >"$work/shown/banks/own.cfg"
    good check-new bank check "$work/home/own.cfg"
    answers 'A baker has a stall.\nSelling a loaf to a man\nShowing a loaf to a street of people\n1\na man\nHe buys.\na street of people\nMany see it.\n1\nfood\n\ny\n' \
        add bank add -b $small --into "$mine.add"
    good list-two bank list -b $small -b "$mine.add"
    show add-not bank add -b $small --into "$mine.not" </dev/null
    answers 'y\n' fix bank fix fair/order --drop --why 'So it is.' -b $small --into "$mine.fix"
    show fix-none bank fix fair/bogus --drop --why 'So it is.' -b $small --into "$mine.fix"
    good flags bank flags -b "$bank" --store "$store"
}

# join NAME SESSION LINES: somebody plays what is open, on a computer of their own
join() {
    answers "$3" "join-$1" session join "$2" --plain --name "$1" --store "$work/home/$1.db"
}

# A day in a folder, from the questions for it to the report; and one by oneself, out of a file.
try_sessions() {
    day=$work/home/day
    answers "40\n3\n1\n$work/home\nn\nall\n" asked session new
    good new session new --names --title Day -n 4 --people 6 --minutes 40 --pass 3 --seed 8 -o "$day/" </dev/null
    good list session list --team "$day" </dev/null
    show nothing-open session join "$day" --plain --name Anna --store "$work/home/Anna.db" </dev/null
    good open session open "$day" before
    join Anna "$day" 's\nm\ns\nm\n'
    join Berta "$day" 's?\nm?\nm\nm\n'
    join Zoe "$day" 's\nq\n'
    printf 'Cleo: before A smsm\nDora: before B smXm\nEmil smsm\nFee: 123\n\n' >"$work/lines"
    show enter session enter "$day" <"$work/lines"
    show opened session open "$day" bogus
    good open-practice session open "$day"
    join Anna "$day" 's\nm\ns\nm\ns\nm\ns\nm\ns\nm\ns\nm\n'
    answers '3 4\n\n9\n\nu\n2 2\n\n\n\n\nq\n' show session show "$day" --plain --store "$work/home/t.db"
    good watch session watch "$day" --plain </dev/null
    good open-after session open "$day"
    join Anna "$day" 's\nm\ns\nm\n'
    join Berta "$day" 's\nm\ns\nm\n'
    good push session push "$day" --store "$work/home/Anna.db"
    printf 'Clara: before A sm\nAnna: before B mmss\n' >"$work/home/chat.txt"
    echo '# no result' >"$work/home/no.jsonl"
    show collect session collect "$day" "$work/home/chat.txt" "$work/home/no.jsonl" nowhere.jsonl
    good open-end session open "$day"
    good watch-end session watch "$day" --plain </dev/null
    good report session report "$day"
    "$program" session report "$day" >"$work/english"
    # shellcheck disable=SC2086 # words for env
    env $speech "$program" session report "$day" --format html -o "$work/report.html"
    pages "$work/report.html" report.html
    good new-anonymous session new --title Night -n 4 --seed 9 --people 2 --parts practice -o "$work/home/night.cfg"
    answers 's\nm\ns\nm\n' alone session join "$work/home/night.cfg" --plain --store "$work/home/a.db"
    good alone-report session report "$work/home/night.cfg"
    good list-all session list
}

# The run sheet of every kind of room, and what is printed.
try_paper() {
    n=0
    while read -r people names parts; do
        n=$((n + 1))
        for place in "1\n$work/home" "2\n$work/home" 3 4; do
            answers "40\n$people\n$place\n$names\nall\n" "sheet-$n-${place%%\\*}" session new --parts "$parts"
        done
    done <<'END'
1 n before,practice,after
6 y before,practice,after
12 y practice
9 n before,after
7 n before
END
    paper=$work/home/paper
    good new session new --title Day -n 4 -o "$paper/" </dev/null
    good print session print "$paper"
    # shellcheck disable=SC2086 # words for env
    env $speech "$program" session print "$paper" --format html -o "$work/print.html"
    pages "$work/print.html" print.html
}

# What the scripts of tests/screens show, but for what is in ASCII, where there are no marks.
try_screens() {
    for screens in screens join room; do
        mkdir "$work/$screens"
        # shellcheck disable=SC2086 # words for env
        env $speech SHOWN="$work/$screens" "$tree/build/tests/screens/test_$screens" >"$work/out" 2>"$work/err"
        status=$?
        expect_status 0
        for shown in "$work/$screens"/*; do
            script=$(basename "$shown" .golden).t
            head -n 1 tests/screens/"$script" tests/screens/$screens/"$script" 2>/dev/null |
                grep -q ' ascii' || mv "$shown" "$work/shown/screens/$screens-${shown##*/}"
        done
    done
}

# Into $work/machines: whatever is for programs.
try_machines() {
    mkdir "$work/machines"
    n=0
    while read -r line; do
        n=$((n + 1))
        # shellcheck disable=SC2086 # words for env, and a command line
        env $speech "$program" $line >"$work/machines/$n" 2>&1 ||
            fail "it fails: $line"
    done <<END
export --format csv --store $store
export --format json --store $store
export --format xapi --store $store
progress --format json --learner anna --store $store
progress --format csv --learner anna --store $store
bank stats --format json
bank flags --format json --store $store
bank flags --format csv --store $store
bank export --format gift
bank export --format csv
bank export --format anki
session report --format json $work/home/day
session report --format xapi $work/home/day
END
}
