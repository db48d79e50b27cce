# Makes a translation of nobody's out of the template of translations (po/smquiz.pot): every sentence
# between ⟦ and ⟧, its letters with accents, two fifths longer, as other languages may be.
# Conversions, line breaks, blanks at either end and the punctuation at the end stay as they are.

BEGIN {
    plain = "abcdefghijklmnoprstuwyzACDEGHIJKLNORSTUWYZ"
    count = split("á ƀ ç ð é ƒ ĝ ĥ í ĵ ķ ł ɱ ñ ó þ ř š ţ ú ŵ ý ž Á Ç Ð É Ĝ Ĥ Í Ĵ Ķ Ł Ñ Ó Ř Š Ţ Ú Ŵ Ý Ž",
        accented, " ")
    for (i = 1; i <= count; i++)
        letter[substr(plain, i, 1)] = accented[i]
    conversion = "^%([0-9]+[$])?[-+ #0]*([0-9]+|[*])?([.]([0-9]+|[*]))?[hljzt]*[a-zA-Z%]"
    clear()
}

function clear() {
    key = id = plural = ""
    is_format = 0
}

# So many columns more, in words that can be wrapped.
function longer(columns,  text, i) {
    for (i = 1; i <= columns; i++)
        text = text (i % 8 == 1 && columns > 8 ? " " : "õ")
    return text
}

function pseudo(text,  before, after, end, said, len) {
    match(text, /^( |\\n)*/)
    before = substr(text, 1, RLENGTH)
    text = substr(text, RLENGTH + 1)
    match(text, /( |\\n)*$/)
    after = substr(text, RSTART)
    text = substr(text, 1, RSTART - 1)
    match(text, /[.,:;!?]*$/)
    end = substr(text, RSTART)
    text = substr(text, 1, RSTART - 1)
    len = 0 # of what is ASCII: the same whether an awk knows of characters or of bytes
    while (text != "") {
        len += text ~ /^[ -~]/
        if (is_format && match(text, conversion)) {
            said = said substr(text, 1, RLENGTH)
            text = substr(text, RLENGTH + 1)
        } else if (substr(text, 1, 1) == "\\") {
            said = said substr(text, 1, 2)
            text = substr(text, 3)
        } else {
            said = said (substr(text, 1, 1) in letter ? letter[substr(text, 1, 1)] : substr(text, 1, 1))
            text = substr(text, 2)
        }
    }
    return before "⟦" said longer(int((len + length(end)) * 0.4 + 0.9)) end "⟧" after
}

function put() {
    if (id == "")
        return
    if (is_format)
        print "#, c-format"
    print "msgid \"" id "\""
    if (plural == "") {
        print "msgstr \"" pseudo(id) "\"\n"
    } else {
        print "msgid_plural \"" plural "\""
        print "msgstr[0] \"" pseudo(id) "\"\nmsgstr[1] \"" pseudo(plural) "\"\n"
    }
}

NR == 1 {
    print "msgid \"\"\nmsgstr \"\""
    print "\"Language: en@pseudo\\n\""
    print "\"MIME-Version: 1.0\\nContent-Type: text/plain; charset=UTF-8\\n\""
    print "\"Content-Transfer-Encoding: 8bit\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n\"\n"
}
/^$/ {
    put()
    clear()
}
/^#,/ && /[ ,]c-format/ { is_format = 1 }
/^(msgid|msgid_plural|msgstr)/ { key = $1 }
/"/ && key != "" {
    sub(/^[^"]*"/, "")
    sub(/"$/, "")
    if (key == "msgid")
        id = id $0
    else if (key == "msgid_plural")
        plural = plural $0
}
END { put() }
