# Says of C files which comments for translators never reach the template: one is taken along with the
# next sentence alone, and another comment before that sentence drops it.

function lost() {
    if (pending)
        print file ":" pending ": this comment for translators belongs to no sentence"
    pending = 0
}

FNR == 1 {
    lost()
    file = FILENAME
}
/\/\*/ || /^}/ { lost() }
/TRANSLATORS:/ { pending = FNR }
/(^|[^A-Za-z0-9_])(_|N_|ngettext|HINT|DAY|MONTH)[(]/ { pending = 0 }
END { lost() }
