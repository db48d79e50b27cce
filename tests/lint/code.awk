# Prints C code with comments taken out and the insides of strings and character constants blanked;
# lines stay where they are.  For checks that must not stumble over words.
{
    line = $0
    out = ""
    while (line != "") {
        if (comment) {
            at = index(line, "*/")
            if (!at)
                break
            comment = 0
            line = substr(line, at + 2)
        } else if (match(line, /["']|\/[*\/]/) == 0) {
            out = out line
            break
        } else {
            out = out substr(line, 1, RSTART - 1)
            mark = substr(line, RSTART, RLENGTH)
            line = substr(line, RSTART + RLENGTH)
            if (mark == "//")
                break
            if (mark == "/*") {
                comment = 1
                out = out " "
                continue
            }
            while (line != "" && substr(line, 1, 1) != mark)
                line = substr(line, substr(line, 1, 1) == "\\" ? 3 : 2)
            out = out mark mark
            line = substr(line, 2)
        }
    }
    print out
}
