# Finds what is not translated, cut off or glued together in what the program showed in the language
# that translate.awk makes.  Reads a file of exceptions (-v exceptions=FILE), what is from banks and
# not to be translated (-v banks=FILE, one text a line), then files of what was shown.  A complaint a
# line: "file:line: kind: what"; which exceptions were needed goes into a file (-v used=FILE).

BEGIN {
    OPEN = "⟦"
    CLOSE = "⟧"
    while ((getline row <exceptions) > 0)
        if (row ~ /^[a-z]+ /) {
            kind = substr(row, 1, index(row, " ") - 1)
            number[kind]++
            pattern[kind, number[kind]] = substr(row, index(row, " ") + 1)
        }
    while ((getline row <banks) > 0)
        bank = bank " " row
    gsub(/[ \t]+/, " ", bank)
    ROWS_OF_A_SENTENCE = 14
    ROWS_OF_A_SCREEN = 40
}

function excepted(kind, what,  i) {
    for (i = 1; i <= number[kind]; i++)
        if (what ~ pattern[kind, i]) {
            print kind " " pattern[kind, i] >>used
            return 1
        }
    return 0
}

function complain(row, kind, what) {
    if (!excepted(kind, what))
        print file ":" row ": " kind ": " what
}

function trim(text) {
    gsub(/^[ \t]+|[ \t]+$/, "", text)
    return text
}

# What stands outside the marks: from a bank, perhaps behind a number or the name of a side, or else
# numbers, and what is excepted.
function outside(text,  parts, count, i, part) {
    gsub(/│|┌|┐|└|┘|─|█|▌|░|▒|▓|▸|◀|▶|✓|✗|…|☐|•/, "  ", text)
    count = split(text, parts, /\001|   *|\t/)
    for (i = 1; i <= count; i++) {
        part = trim(parts[i])
        sub(/^[0-9]+[.)]? /, "", part)
        sub(/^((Sales|Marketing)?: |% )/, "", part)
        sub(/( –|:)$/, "", part)
        if (part ~ /[A-Za-z][a-z]/ && !index(bank, part))
            complain(FNR, "untranslated", part)
    }
}

# Between two marks: what ends in a full stop may be followed by another sentence, and a name that
# ends in a colon by what belongs to it.
function between(before, gap, after) {
    if (gap ~ /  /)
        return
    if (gap == " " && before ~ /[.!?:]$/)
        return
    if (gap ~ /^ ?[^ A-Za-z0-9.,:;!?]* ?$/)
        complain(FNR, "glued", before CLOSE gap OPEN after)
}

# A sentence that has not ended here is cut off, and so is one that ended and never began, but where
# one can scroll to the rest of it.
function close_all() {
    if (depth && !scrolls)
        complain(opened, "cut", said)
    depth = 0
    tell_orphan()
}

function tell_orphan() {
    if (orphan != "")
        complain(born, "cut", orphan)
    orphan = ""
}

FNR == 1 {
    close_all()
    file = FILENAME
    scrolls = 0
}

/^[.][.A-Z]*$/ { next } # the roles of a row of the screen

/↑: ⟦(ɱóřé|ƀáçķ)/ { # the hint that one can scroll: what is above may begin or end elsewhere
    scrolls = 1
    orphan = ""
    close_all()
}
orphan != "" && FNR - born > ROWS_OF_A_SCREEN { tell_orphan() }
/^=== again/ {
    close_all()
    scrolls = 0
}

{
    rest = $0
    out = ""
    while (rest != "") {
        a = index(rest, OPEN)
        z = index(rest, CLOSE)
        if (!a && !z) {
            if (depth)
                said = said rest
            else
                out = out rest
            break
        }
        if (a && (!z || a < z)) {
            head = substr(rest, 1, a - 1)
            rest = substr(rest, a + length(OPEN))
            if (!depth) {
                out = out head
                if (ended && index(substr(out, ended), "\001") == 1)
                    waiting = substr(out, ended + 1)
                said = ""
                opened = FNR
            } else {
                said = said head OPEN
            }
            depth++
        } else {
            said = said substr(rest, 1, z - 1)
            rest = substr(rest, z + length(CLOSE))
            if (!depth) {
                orphan = "… " said
                born = FNR
                said = ""
                continue
            }
            depth--
            if (depth) {
                said = said CLOSE
                continue
            }
            if (ended)
                between(before, waiting, said)
            if (rest ~ /^[.,;:!?]/)
                complain(FNR, "glued", said CLOSE substr(rest, 1, 30))
            out = out "\001"
            ended = length(out)
            before = said
        }
    }
    ended = 0
    if (depth)
        said = said " "
    if (depth && FNR - opened > ROWS_OF_A_SENTENCE)
        close_all()
    outside(out)
}

END {
    close_all()
}
