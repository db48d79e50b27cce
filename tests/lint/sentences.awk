# Says of a template of translations which of its sentences are pieces, have plurals made by hand, or
# need a comment for translators: with two texts put in, or three things.  And which have two comments,
# of which neither fits, or one with the stars of C in it.

function complain(what) {
    print places ": \"" id "\" " what
}

function look(  rest, texts, all) {
    rest = id
    gsub(/%%/, "", rest)
    while (is_format && match(rest, /%[-+ #0]*[0-9*]*([.][0-9*]+)?[hljzt]*[a-zA-Z]/)) {
        all++
        texts += substr(rest, RSTART + RLENGTH - 1, 1) == "s"
        rest = substr(rest, RSTART + RLENGTH)
    }
    if ((texts > 1 || all > 2) && !told)
        complain("needs a comment for translators: what stands for what")
    if (told > 1)
        complain("has two comments for translators")
    if (has_star)
        complain("has a star in its comment for translators: no line of it begins with one")
    rest = id
    gsub(/\\n/, "", rest)
    if (rest ~ /^[ .,;:!)]|[ (]$/)
        complain("is a piece of a sentence")
    if (rest ~ /[a-z]\(s\)/ || (is_format && rest ~ /%ss/))
        complain("has a plural made by hand")
}

/^$/ {
    if (id != "")
        look()
    id = places = key = ""
    told = has_star = is_format = 0
    next
}
/^#[.] TRANSLATORS:/ { told++ }
/^#[.] [*]/ { has_star = 1 }
/^#:/ { places = places substr($0, 3) }
/^#,/ { is_format = /[ ,]c-format/ }
/^msg/ { key = $1 }
key == "msgid" {
    sub(/^[^"]*"/, "")
    sub(/"$/, "")
    id = id $0
}
END {
    if (id != "")
        look()
}
