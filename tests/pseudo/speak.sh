# shellcheck shell=sh
# In which locale gettext speaks a language whose catalog is there.  Sourced.

# find_speech CATALOGS LANGUAGE SENTENCE: fills $speech with words for `env` under which gettext has a
# translation of the sentence.  LANGUAGE counts in any locale but C, on newer systems not in C.UTF-8
# either; where there is no other, one is made in $work, which takes the sources of glibc's locales.
find_speech() {
    for locale in $(locale -a 2>/dev/null | grep -i 'utf-\{0,1\}8$') C.UTF-8 "$2"; do
        speech="LC_ALL=$locale LANGUAGE=$2"
        speaks "$1" "$3" && return
    done
    mkdir "$work/locales" && localedef -i en_US -f UTF-8 "$work/locales/en_US.UTF-8" 2>/dev/null
    speech="LOCPATH=$work/locales LC_ALL=en_US.UTF-8 LANGUAGE=$2"
    speaks "$1" "$3"
}

speaks() {
    # shellcheck disable=SC2086 # words for env
    [ "$(env $speech TEXTDOMAINDIR="$1" gettext smquiz "$2")" != "$2" ]
}
